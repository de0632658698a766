package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;

class RoundTripTest {

  @Provide
  Arbitrary<Fact.Header> headers() {
    return AnyFact.of(Fact.Header.class);
  }

  @Provide
  Arbitrary<Fact> facts() {
    return AnyFact.of(Fact.class)
        .filter(fact -> !(fact instanceof Fact.Header))
        .filter(RoundTripTest::isSayable);
  }

  @Provide
  Arbitrary<List<Fact>> records() {
    return facts().list().ofMaxSize(12);
  }

  /**
   * A count of explicitly no ballots has no form of its own; it is left out as if they were as
   * cast.
   */
  private static boolean isSayable(Fact fact) {
    return switch (fact) {
      case Fact.Counted counted -> counted.ballots().stream().noneMatch(BallotFields.NONE::equals);
      case Fact.Correction correction -> isSayable(correction.with());
      default -> true;
    };
  }

  @Property
  void whatever_is_written_is_read_as_it_was_and_written_again_the_same(
      @ForAll("headers") Fact.Header header, @ForAll("records") List<Fact> facts) {
    List<Entry> entries = inOrder(header, facts);
    byte[] written = written(entries);
    RecordReader.Reading reading = RecordReader.read(new ByteArrayInputStream(written));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.entries()).isEqualTo(entries);
    assertThat(written(reading.entries())).isEqualTo(written);
  }

  @Property
  void a_draft_says_the_same_as_its_entry(
      @ForAll("headers") Fact.Header header, @ForAll("facts") Fact fact) {
    String written = new String(written(inOrder(header, List.of(fact))), UTF_8);
    String drafts = written.replaceAll("(?m)^\\{\"index\":.*?\"fact\":", "{ \"fact\" : ");
    RecordReader.Reading reading =
        RecordReader.read(new ByteArrayInputStream(drafts.getBytes(UTF_8)));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.entries().stream().map(Entry::fact)).containsExactly(header, fact);
  }

  /** Facts of few sources, so that most name one that another has described. */
  @Property
  void a_line_that_is_made_of_a_draft_is_the_same(
      @ForAll("headers") Fact.Header header, @ForAll("records") List<Fact> facts) {
    DraftWriter drafts = new DraftWriter();
    RecordWriter writer = new RecordWriter();
    RecordWriter ofDrafts = new RecordWriter();
    for (Entry entry : inOrder(header, facts))
      assertThat(
              ofDrafts.line(
                  new EntryLine(entry.index(), entry.recorded()),
                  entry.recordedBy(),
                  drafts.draft(entry.fact())))
          .isEqualTo(writer.line(entry));
  }

  private static List<Entry> inOrder(Fact.Header header, List<Fact> facts) {
    List<Entry> entries = new ArrayList<>(List.of(new Entry(0, Instant.EPOCH, "archive", header)));
    for (Fact fact : facts) {
      Instant recorded = Instant.EPOCH.plusMillis(entries.size() * 250L);
      entries.add(new Entry(entries.size(), recorded, "17", fact));
    }
    return entries;
  }

  private static byte[] written(List<Entry> entries) {
    RecordWriter writer = new RecordWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      bytes.writeBytes(writer.line(entry));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
