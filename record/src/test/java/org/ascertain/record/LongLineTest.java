package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ascertain.election.Check;
import org.ascertain.election.Problem;
import org.junit.jupiter.api.Test;

class LongLineTest {

  private static final int HUNDRED_MEGABYTES = 100_000_000;

  /** So many bytes, made while they are read. */
  private static final class Filler extends InputStream {
    private final byte filler;
    private long left;

    Filler(char filler, long length) {
      this.filler = (byte) filler;
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? filler : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left == 0) return -1;
      int read = (int) Math.min(length, left);
      Arrays.fill(into, from, from + read, filler);
      left -= read;
      return read;
    }
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static InputStream all(InputStream... parts) {
    return new SequenceInputStream(Collections.enumeration(List.of(parts)));
  }

  @Test
  void a_line_of_a_hundred_megabytes_is_told_and_the_lines_around_it_are_read() {
    EveryKind drafts = EveryKind.drafts();
    InputStream in =
        all(
            text(drafts.line(1) + "\n{\"fact\":\""),
            new Filler('x', HUNDRED_MEGABYTES),
            text("\"}\n" + drafts.line(2) + "\n"));
    List<Line> lines = new ArrayList<>();
    RecordReader.forEach(in, lines::add);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).bytes()).hasSize(RecordReader.LONGEST_LINE + 1);
    assertThat(lines.get(1).problems().getFirst().sentence())
        .isEqualTo(
            "The line has more than 65,535 bytes (100,000,011)."
                + " Split the fact or shorten its notes.");
    assertThat(lines.get(2).problems()).isEmpty();
    assertThat(lines.get(2).entry()).isPresent();
  }

  @Test
  void a_draft_that_would_be_too_long_with_its_place_is_told() {
    String fact =
        "\"fact\":\"retraction\",\"at\":\"1876-11-08\",\"source\":\"sos\",\"retracts\":1,\"reason\":\"";
    int free = RecordReader.LONGEST_LINE - EntryLine.LONGEST_PLACE - fact.length() - 2;

    assertThat(problemsOfDraft("{" + fact + "x".repeat(free) + "\"}")).isEmpty();
    assertThat(problemsOfDraft("{ " + fact + "x".repeat(free) + "\" }")).isEmpty();
    assertThat(problemsOfDraft("{" + fact + "x".repeat(free + 1) + "\"}"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.check()).isEqualTo(Check.TOO_LONG))
        .satisfies(
            problem ->
                assertThat(problem.sentence())
                    .startsWith(
                        "The line has more than 65,535 bytes (65,536 with its index, time and account)."));
  }

  private static List<Problem> problemsOfDraft(String draft) {
    RecordSoFar record = RecordSoFar.of(EveryKind.record().entries());
    return RecordReader.readOn(record, text(draft + "\n")).problems();
  }
}
