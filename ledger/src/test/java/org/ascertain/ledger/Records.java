package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Lines;
import org.ascertain.record.RecordSoFar;
import org.ascertain.record.RecordWriter;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Records for tests. */
final class Records {

  static final Instant NOON = Instant.parse("2020-12-14T17:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOON);

  static Ledger open(Path file) {
    return SqliteFile.open(file, CLOCK, notice -> {});
  }

  private static final Source DESK = Source.of("desk", "Desk");

  static Draft fact(String note) {
    return new Draft.Fresh("7", opened(note, DESK));
  }

  /** A fact by a source of its own. */
  static Draft fact(String note, String source) {
    return new Draft.Fresh("7", opened(note, Source.of(source, source)));
  }

  private static Fact opened(String note, Source source) {
    return new Fact.CountOpened(
        new Attestation(
            new When.OnDay(LocalDate.of(2021, 1, 6)),
            false,
            Optional.empty(),
            source,
            Optional.empty(),
            Optional.of(note)));
  }

  /** An entry of a record whose first one is this too, if its index is 0. */
  static Draft copied(long index, String note) {
    RecordWriter writer =
        new RecordWriter(
            RecordSoFar.of(
                index == 0 ? List.of() : List.of(new Entry(0, NOON, "x", opened("", DESK)))));
    Entry entry = new Entry(index, NOON.plusSeconds(index), "archive", opened(note, DESK));
    return new Draft.Copied(entry, writer.line(entry));
  }

  static Indexes append(Ledger ledger, String note) {
    return ledger.append(List.of(fact(note)), note).join();
  }

  static void appendMany(Ledger ledger, int from, int to) {
    ledger
        .append(IntStream.range(from, to).mapToObj(i -> fact("note " + i)).toList(), "many " + from)
        .join();
  }

  static List<String> lines(Lines record) {
    List<String> lines = new ArrayList<>();
    record.read(0, Long.MAX_VALUE, (line, index) -> lines.add(new String(line, UTF_8)));
    return lines;
  }

  /** Asserts that something fails for a reason, and hands over the message. */
  static AbstractStringAssert<?> refusal(Reason reason, ThrowingCallable call) {
    Throwable thrown = Assertions.catchThrowable(call);
    if (thrown instanceof CompletionException wrapped && wrapped.getCause() != null)
      thrown = wrapped.getCause();
    Assertions.assertThat(thrown).isInstanceOf(LedgerException.class);
    Assertions.assertThat(((LedgerException) thrown).reason())
        .as(thrown.getMessage())
        .isEqualTo(reason);
    return Assertions.assertThat(thrown.getMessage());
  }

  private Records() {}
}
