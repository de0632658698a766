package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.EntryLine;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Records for tests. */
final class Records {

  static final Instant NOON = Instant.parse("2020-12-14T17:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOON);

  static SqliteLedger open(Path file) {
    return SqliteLedger.open(file, CLOCK, notice -> {});
  }

  static Draft fact(String note) {
    return new Draft.Fresh(
        "7", ("\"fact\":\"count-opened\",\"note\":\"" + note + "\"").getBytes(UTF_8));
  }

  static Draft copied(long index, String note) {
    byte[] fact = ("\"fact\":\"count-opened\",\"note\":\"" + note + "\"").getBytes(UTF_8);
    return new Draft.Copied(new EntryLine(index, NOON.plusSeconds(index)).write("archive", fact));
  }

  static Indexes append(Ledger ledger, String note) {
    return ledger.append(List.of(fact(note)), note).join();
  }

  static void appendMany(Ledger ledger, int from, int to) {
    ledger
        .append(IntStream.range(from, to).mapToObj(i -> fact("note " + i)).toList(), "many " + from)
        .join();
  }

  static List<String> lines(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    ledger.read(0, Long.MAX_VALUE, (line, index) -> lines.add(new String(line, UTF_8)));
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
