package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.ascertain.ledger.Beside;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.SqliteFile;
import org.ascertain.ledger.SqliteStore;
import org.ascertain.ledger.Tables;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.Trust;
import org.jspecify.annotations.Nullable;

/**
 * A program that appends heavily is killed without warning, two hundred times, each time at another
 * moment; what it was answered must be there. Fails at the first entry that is not.
 */
final class KillBenchmark implements Benchmark {

  private static final String ELECTION = "us-president-2020";
  private static final int KILLS = 200;
  private static final int UNDER_WAY = 64;

  /** About how long one commit takes with its sync. */
  private static final int LONGEST_APPEND_NANOS = 2_000_000;

  /** Tables in which a row stands beside every third entry. */
  private static final Tables BESIDE =
      new Tables("thirds", List.of("create table third (entry bigint primary key)"));

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (Scratch scratch = Scratch.make()) {
      Path file = scratch.file(ELECTION + ".db");
      long answered = 0;
      long size = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        long last =
            appendUntilKilled(
                file, size, random.nextInt(1_000), random.nextInt(LONGEST_APPEND_NANOS));
        answered += Math.max(0, last + 1 - size);
        size = check(file, last, "kill " + kill + " of seed " + seed);
      }
      out.printf(
          "  killed %d times; %,d entries answered, %,d in the record, none lost, none twice%n",
          KILLS, answered, size);
    }
  }

  private static long appendUntilKilled(Path file, long from, int answers, int delayNanos)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            // killed ones would leave SQLite's native library in the temporary folder
            "-Dascertain.native=" + file.resolveSibling("native"),
            "-cp",
            System.getProperty("java.class.path"),
            KillBenchmark.class.getName(),
            file.toString(),
            Long.toString(from));
    Process child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long last = from - 1;
    int heard = 0;
    try (BufferedReader said = child.inputReader(UTF_8)) {
      for (@Nullable String line = said.readLine(); line != null; line = said.readLine()) {
        if (!line.endsWith(".")) continue; // cut off in the middle
        last = Math.max(last, Long.parseLong(line.substring(0, line.length() - 1)));
        // By its handle, so that what it said before can still be heard; and at any moment of the
        // next commit.
        if (heard++ == answers) {
          LockSupport.parkNanos(delayNanos);
          child.toHandle().destroyForcibly();
        }
      }
    } catch (IOException e) {
      // the stream of a process that was killed may end so
    } finally {
      child.destroyForcibly().onExit().join();
    }
    return last;
  }

  /** Gives how many entries there are, each in its place and what was appended there. */
  private static long check(Path file, long last, String when) {
    try (Ledger ledger =
        SqliteFile.open(file, InstantSource.system(), notice -> System.err.println(notice))) {
      require(ledger.size() > last, "entry " + last + " was answered and is gone, " + when);
      List<?> flaws =
          RecordCheck.verify(ELECTION, ledger.size(), ledger, List.of(), Trust.NONE).flaws();
      require(flaws.isEmpty(), flaws + ", " + when);
      ledger.read(
          0,
          Long.MAX_VALUE,
          (line, index) ->
              require(
                  new String(line, UTF_8).contains("\"biden\":" + (1_000_000 + index) + ","),
                  "entry " + index + " is another, " + when));
      long thirds =
          new SqliteStore(Objects.requireNonNull(file.getParent()))
              .election(ELECTION)
              .ask(KillBenchmark::thirds);
      require(thirds == (ledger.size() + 2) / 3, thirds + " rows beside every third, " + when);
      return ledger.size();
    }
  }

  private static long thirds(Connection of) throws SQLException {
    try (Statement statement = of.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from third")) {
      return row.getLong(1);
    }
  }

  private static Beside beside(long index) {
    if (index % 3 != 0) return Beside.NOTHING;
    return (in, at) -> {
      try (PreparedStatement insert = in.prepareStatement("insert into third values (?)")) {
        insert.setLong(1, at.first());
        insert.executeUpdate();
      }
    };
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw new IllegalStateException(otherwise);
  }

  /**
   * The program that is killed: appends with many under way, and prints each index that it is
   * answered.
   */
  public static void main(String[] args) {
    Ledger ledger = SqliteFile.open(Path.of(args[0]), InstantSource.system(), notice -> {}, BESIDE);
    List<CompletableFuture<Indexes>> underWay = new ArrayList<>();
    for (long next = Long.parseLong(args[1]); ; next++) {
      underWay.add(ledger.append(List.of(Scratch.draft(next)), "key " + next, beside(next)));
      if (underWay.size() < UNDER_WAY) continue;
      for (CompletableFuture<Indexes> answer : underWay)
        System.out.println(answer.join().first() + ".");
      underWay.clear();
    }
  }
}
