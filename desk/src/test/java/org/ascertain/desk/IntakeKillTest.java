package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ascertain.desk.KeptRow.Asked;
import org.ascertain.election.Fact.Returns;
import org.ascertain.ledger.RecordTail;
import org.ascertain.ledger.Store;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed on the way, what was handed in is recorded once and kept aside once. */
@Timeout(240)
class IntakeKillTest {

  private static final int ROWS = 12_000;
  private static final int KILLS = 4; // -Dascertain.kills for more

  @TempDir private Path folder;

  /** Takes in the file that is named, telling after each group how many rows are durable. */
  static final class Child {
    public static void main(String[] args) throws IOException {
      Store store = ScratchStores.in(Path.of(args[0]));
      try (ElectionDesk desk = Records.open(store);
          Body body = Body.of(Path.of(args[1]))) {
        desk.take(
            new HandedIn(Sender.folder(), Form.TABLE, body, Optional.empty(), Optional.empty()),
            row -> {},
            soFar -> System.out.println(soFar.rows()));
      }
    }
  }

  @Test
  void rows_are_neither_lost_nor_doubled_by_kills() throws Exception {
    Store store = Records.store(folder);
    Path file = Files.writeString(folder.resolve("rows.csv"), table());
    long answered = 0;
    int kills = ScratchStores.kills(KILLS);
    for (int kill = 1; kill <= kills; kill++) {
      answered = Math.max(answered, killAfter(file, (long) kill * ROWS / (kills + 1)));
      try (ElectionDesk desk = Records.open(store)) {
        long durable = desk.intakes(Optional.empty(), Long.MAX_VALUE, 1).getFirst().rows();
        assertThat(durable).isGreaterThanOrEqualTo(answered);
      }
    }
    try (ElectionDesk desk = Records.open(store);
        Body body = Body.of(file)) {
      Taken.Answered taken =
          (Taken.Answered)
              desk.take(
                  new HandedIn(
                      Sender.folder(), Form.TABLE, body, Optional.empty(), Optional.empty()),
                  row -> {},
                  soFar -> {});
      assertThat(taken.intake().rows()).as(taken.toString()).isEqualTo(ROWS);
      assertThat(taken.intake().state()).isEqualTo(Intake.State.DONE);
      List<KeptRow> kept =
          desk.kept(
              new Asked(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  OptionalLong.empty(),
                  0,
                  ROWS));
      assertThat(kept).hasSize((int) taken.intake().kept());
      assertThat(kept).extracting(KeptRow::row).doesNotHaveDuplicates();
      assertThat(taken.intake().recorded() + taken.intake().kept() + taken.intake().known())
          .isEqualTo(ROWS);
      assertThat(recordedTwice(store)).isEmpty();
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(1 + taken.intake().recorded());
    }
  }

  /** How many rows the child had told to be durable when it was killed. */
  private long killAfter(Path file, long rows) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(child::destroyForcibly));
    long told = 0;
    try (BufferedReader out = child.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told = Long.parseLong(line);
        if (told >= rows) break;
      }
    } finally {
      child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    return told;
  }

  private static Set<Returns> recordedTwice(Store store) {
    Set<Returns> once = new HashSet<>();
    Set<Returns> twice = new HashSet<>();
    new RecordTail(store.election(Records.ELECTION), 0)
        .read(
            Long.MAX_VALUE / 2,
            recorded -> {
              if (recorded.entry().fact() instanceof Returns returns && !once.add(returns))
                twice.add(returns);
            });
    return twice;
  }

  /** Each unit grows a little with each of its rows; one row in fifty cannot be read. */
  private static String table() {
    StringBuilder table = new StringBuilder("unit,at,biden,trump\n");
    for (int i = 0; i < ROWS; i++) {
      int unit = i % 250;
      int step = i / 250;
      String biden = i % 50 == 7 ? "1O" : Integer.toString(1_000 + 37 * step + 5 * unit);
      table.append(
          "TX/48%03d,2020-11-04T%02d:%02d:00Z,%s,%d\n"
              .formatted(
                  2 * unit + 1, 3 + step / 60, step % 60, biden, 900 + 29 * step + 3 * unit));
    }
    return table.toString();
  }
}
