package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

class RecordWriterTest {

  private final Source source = source("s", "A page");

  private static Source source(String id, String title) {
    return Source.of(id, title);
  }

  private static Entry entry(long index, Source source, String reason) {
    Attestation attestation = Attestation.of(When.parse("2020-11-03"), source);
    Fact fact = new Fact.Retraction(attestation, 1, reason);
    return new Entry(index, Instant.parse("2020-11-04T00:00:00Z"), "17", fact);
  }

  private static String line(RecordWriter writer, Entry entry) {
    return new String(writer.line(entry), UTF_8);
  }

  private static byte[] ofDraft(RecordWriter writer, Entry entry) {
    return writer.line(
        new EntryLine(entry.index(), entry.recorded()),
        entry.recordedBy(),
        new DraftWriter().draft(entry.fact()));
  }

  @Test
  void a_source_is_described_once_and_named_from_then_on() {
    RecordWriter writer = new RecordWriter();

    assertThat(line(writer, entry(2, source, "wrong")))
        .isEqualTo(
            "{\"index\":2,\"recorded\":\"2020-11-04T00:00:00Z\",\"recordedBy\":\"17\","
                + "\"fact\":\"retraction\",\"at\":\"2020-11-03\","
                + "\"source\":{\"id\":\"s\",\"title\":\"A page\"},"
                + "\"retracts\":1,\"reason\":\"wrong\"}");
    assertThat(line(writer, entry(3, source, "wrong"))).contains("\"source\":\"s\"");
  }

  @Test
  void a_record_is_written_on_with_the_sources_that_it_has() {
    RecordWriter writer = new RecordWriter(RecordSoFar.of(List.of(entry(2, source, "wrong"))));

    assertThat(line(writer, entry(3, source, "wrong"))).contains("\"source\":\"s\"");
  }

  @Test
  void two_sources_of_one_id_are_refused() {
    RecordWriter writer = new RecordWriter(RecordSoFar.of(List.of(entry(2, source, "wrong"))));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.line(entry(3, source("s", "Another page"), "wrong")));
  }

  @Test
  void the_longest_line_is_written_and_a_longer_one_is_refused() {
    int others = new RecordWriter().line(entry(3, source, "")).length;
    String longest = "x".repeat(RecordReader.LONGEST_LINE - others);

    assertThat(new RecordWriter().line(entry(3, source, longest)))
        .hasSize(RecordReader.LONGEST_LINE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordWriter().line(entry(3, source, longest + "x")))
        .withMessage("it has 65,536 bytes and the most is 65,535");
  }

  @Test
  void after_a_refusal_it_writes_as_if_nothing_had_been() {
    RecordWriter writer =
        new RecordWriter(RecordSoFar.of(List.of(entry(2, source("t", "T"), "wrong"))));
    Entry tooLong = entry(3, source, "x".repeat(RecordReader.LONGEST_LINE));
    Entry ofTwoSources = entry(3, source("t", "U"), "wrong");

    assertThatIllegalArgumentException().isThrownBy(() -> writer.line(tooLong));
    assertThatIllegalArgumentException().isThrownBy(() -> writer.line(ofTwoSources));
    assertThatIllegalArgumentException().isThrownBy(() -> ofDraft(writer, tooLong));
    assertThatIllegalArgumentException().isThrownBy(() -> ofDraft(writer, ofTwoSources));
    assertThat(writer.line(entry(3, source, "wrong")))
        .isEqualTo(new RecordWriter().line(entry(3, source, "wrong")));
  }
}
