package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ascertain.ledger.Store;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long file is taken in by a program that could not hold its rows. */
@Timeout(240)
class LongFileTest {

  private static final int ROWS = 100_000;
  private static final int UNITS = 250;

  /**
   * What a program has room for that keeps an election's state, and no more than a group of rows.
   */
  private static final String LITTLE_MEMORY = "-Xmx64m";

  @TempDir private Path folder;

  /** Takes in the file that is named, and tells what became of its rows. */
  static final class Child {
    public static void main(String[] args) throws IOException {
      try (ElectionDesk desk = Records.open(ScratchStores.in(Path.of(args[0])));
          Body body = Body.of(Path.of(args[1]))) {
        HandedIn handed =
            new HandedIn(Sender.folder(), Form.TABLE, body, Optional.empty(), Optional.empty());
        Taken.Answered taken = (Taken.Answered) desk.take(handed, row -> {}, soFar -> {});
        Intake made = taken.intake();
        System.out.println(made.recorded() + " " + made.known() + " " + made.kept());
      }
    }
  }

  @Test
  void it_needs_little_memory_and_a_longer_one_adds_what_is_new() throws Exception {
    Store store = Records.store(folder);
    Path file = folder.resolve("rows.csv");
    write(file, 0, ROWS);
    assertThat(takenIn(file)).isEqualTo(ROWS + " 0 0");
    assertThat(takenIn(file)).as("the same file again").isEqualTo(ROWS + " 0 0");
    assertThat(store.election(Records.ELECTION).size()).isEqualTo(1 + ROWS);
    write(file, ROWS, UNITS);
    assertThat(takenIn(file)).as("a longer file").isEqualTo(UNITS + " " + ROWS + " 0");
    assertThat(store.election(Records.ELECTION).size()).isEqualTo(1 + ROWS + UNITS);
  }

  private String takenIn(Path file) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                LITTLE_MEMORY,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(child::destroyForcibly));
    try {
      assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(said);
    return lines.isEmpty() ? "nothing" : lines.getLast();
  }

  /** Each unit grows a little with each of its rows. */
  private static void write(Path file, int from, int rows) throws IOException {
    try (BufferedWriter out =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      if (from == 0) out.write("unit,at,biden,trump\n");
      for (int i = from; i < from + rows; i++) {
        int unit = i % UNITS;
        int step = i / UNITS;
        out.write(
            "TX/48%03d,2020-11-04T%02d:%02d:%02dZ,%d,%d\n"
                .formatted(
                    2 * unit + 1,
                    3 + step / 3_600,
                    step / 60 % 60,
                    step % 60,
                    1_000 + 37 * step + 5 * unit,
                    900 + 29 * step + 3 * unit));
      }
    }
  }
}
