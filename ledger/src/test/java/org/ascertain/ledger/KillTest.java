package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.record.EntryLine;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred times over it stands in bench, as {@code ./ascertain bench kill}. */
class KillTest {

  private static final int KILLS = 12;

  /** About how long one append takes with its sync. */
  private static final int LONGEST_APPEND_NANOS = 2_000_000;

  @TempDir private Path folder;

  /**
   * Where each child is killed changes from run to run on purpose; the seed is told when it fails.
   */
  @Test
  void whatever_was_answered_before_a_kill_is_there_in_order_with_what_stands_beside_it() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path file = folder.resolve("us-president-2020.db");
    long answered = -1;
    for (int kill = 0; kill < KILLS; kill++) {
      answered =
          appendUntilKilled(
              file, answered + 1, 1 + random.nextInt(400), random.nextInt(LONGEST_APPEND_NANOS));
      List<String> lines = new ArrayList<>();
      try (Ledger ledger = Records.open(file)) {
        ledger.read(
            0,
            Long.MAX_VALUE,
            (line, index) -> {
              assertThat(EntryLine.of(line).map(EntryLine::index)).contains(index);
              lines.add(new String(line, UTF_8));
            });
        assertThat(lines).as("seed " + seed).hasSizeGreaterThan((int) answered);
        assertThat(
                RecordCheck.verify(
                        "us-president-2020", ledger.size(), ledger, List.of(), Trust.NONE)
                    .flaws())
            .isEmpty();
        // The entry whose answer was cut off is there once, whether it was committed or is asked
        // for again.
        long last = lines.size() - 1L;
        assertThat(last).isBetween(answered, answered + 1);
        Indexes again =
            ledger
                .append(List.of(Records.fact("note " + last)), "key " + last, Child.beside(last))
                .join();
        assertThat(again).isEqualTo(new Indexes(last, 1));
        assertThat(thirds(file)).as("rows beside every third entry").isEqualTo(last / 3 + 1);
        answered = last;
      }
      for (int i = 0; i < lines.size(); i++)
        assertThat(lines.get(i)).endsWith("\"note\":\"note " + i + "\"}");
    }
  }

  private static long thirds(Path file) {
    return SqliteFile.ofRecord(file)
        .record()
        .ask(
            of -> {
              try (Statement statement = of.createStatement();
                  ResultSet row = statement.executeQuery("select count(*) from third")) {
                return row.getLong(1);
              }
            });
  }

  private static long appendUntilKilled(Path file, long from, int answers, int delayNanos) {
    long answered = from - 1;
    try (Child child = Child.appending(file, from)) {
      int heard = 0;
      for (Optional<String> said = child.next(); said.isPresent(); said = child.next()) {
        if (said.get().matches("recorded \\d+")) {
          answered = Long.parseLong(said.get().substring("recorded ".length()));
          // The child is in its next append by now: the kill falls before its commit, into it or
          // just behind it.
          if (++heard == answers) {
            LockSupport.parkNanos(delayNanos);
            child.kill();
          }
        } else assertThat(heard).as("the child says " + said.get()).isGreaterThanOrEqualTo(answers);
      }
    }
    return answered;
  }
}
