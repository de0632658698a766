package org.ascertain.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The writer is killed, and the database: what was answered stays, and nothing is there twice.
 * {@code -Dascertain.kills=200} kills the writer more often.
 */
@Timeout(600)
class PostgresKillTest {

  private static final String ELECTION = "us-president-2020";
  private static final int KILLS = Integer.getInteger("ascertain.kills", 12);
  private static final int STOPS = 3;

  /** About how long one append takes. */
  private static final int LONGEST_APPEND_NANOS = 5_000_000;

  /** Appends one entry after the other without an end, and tells each that was answered. */
  static final class Child {
    public static void main(String[] args) {
      try (PostgresStore store = PostgresStore.open(args[0]);
          Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
        for (long i = Long.parseLong(args[1]); ; i++) {
          ledger.append(List.of(Notes.fact("note " + i)), "note " + i).join();
          System.out.println(i);
        }
      }
    }
  }

  @Test
  void what_was_answered_before_the_writer_was_killed_is_there_once() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String address = Scratch.SERVER.newDatabase();
    long next = 0;
    try (PostgresStore store = PostgresStore.open(address)) {
      for (int kill = 0; kill < KILLS; kill++) {
        long answered = appendUntilKilled(address, next, 1 + random.nextInt(60), random);
        try (Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
          assertThat(ledger.size()).as("seed " + seed).isGreaterThan(answered);
          // The entry whose answer was cut off is there once, whether it was committed or not.
          next = answered + 1;
          assertThat(
                  ledger.append(List.of(Notes.fact("note " + next)), "note " + next).join().first())
              .isEqualTo(next);
          assertThat(ledger.size()).isEqualTo(next + 1);
          next++;
        }
        sound(store.election(ELECTION));
      }
    }
  }

  private static void sound(StoredRecord stored) {
    stored.readChecked(stored.size(), (line, index) -> {}, flaw -> assertThat(flaw).isNull());
    assertThat(RecordCheck.verify(ELECTION, stored.size(), stored, List.of(), Trust.NONE).flaws())
        .isEmpty();
  }

  private static long appendUntilKilled(String address, long from, int answers, Random random)
      throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                address,
                Long.toString(from))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long answered = from - 1;
    try (BufferedReader said = child.inputReader(UTF_8)) {
      for (int i = 0; i < answers; i++) answered = Long.parseLong(said.readLine());
      LockSupport.parkNanos(random.nextInt(LONGEST_APPEND_NANOS));
      child.toHandle().destroyForcibly(); // which leaves what it said to be read
      // what was answered meanwhile
      for (String line = said.readLine(); line != null; line = said.readLine())
        if (line.matches("\\d+")) answered = Long.parseLong(line);
    } finally {
      child.destroyForcibly();
    }
    return answered;
  }

  /** As if the power failed: whoever was not answered asks again by the same key. */
  @Test
  void a_database_that_is_stopped_and_started_loses_nothing_and_the_same_ledger_goes_on() {
    try (ScratchServer server = ScratchServer.start();
        PostgresStore store = PostgresStore.open(server.newDatabase());
        Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
      List<Indexes> answered = new ArrayList<>();
      for (int stop = 0; stop < STOPS; stop++) {
        for (int i = 0; i < 20; i++) answered.add(appendUntilAnswered(ledger, answered.size()));
        server.stop();
        assertThat(refusal(ledger, answered.size()).reason())
            .isEqualTo(LedgerException.Reason.UNKNOWN);
        server.startAgain();
      }
      answered.add(appendUntilAnswered(ledger, answered.size()));
      assertThat(answered).hasSize(20 * STOPS + 1);
      for (int i = 0; i < answered.size(); i++)
        assertThat(answered.get(i)).isEqualTo(new Indexes(i, 1));
      StoredRecord stored = store.election(ELECTION);
      assertThat(stored.size()).isEqualTo(answered.size());
      sound(stored);
    }
  }

  private static LedgerException refusal(Ledger ledger, int i) {
    try {
      Notes.append(ledger, "note " + i);
    } catch (CompletionException e) {
      if (e.getCause() instanceof LedgerException why) return why;
    }
    throw new AssertionError("it was answered, or failed otherwise");
  }

  private static Indexes appendUntilAnswered(Ledger ledger, int i) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Notes.append(ledger, "note " + i);
      } catch (CompletionException e) {
        if (attempt == 5) throw e;
      }
    }
  }
}
