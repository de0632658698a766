package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.ascertain.desk.Body;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Form;
import org.ascertain.desk.HandedIn;
import org.ascertain.desk.NewElection;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Scope;
import org.ascertain.desk.Sender;
import org.ascertain.desk.Taken;
import org.ascertain.desk.ThresholdsFile;
import org.ascertain.desk.Via;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.DataFolder;
import org.ascertain.postgres.ScratchServer;

/**
 * The drill: a folder with a million entries, a hundred thousand of them with something that the
 * desk found, is copied while it could be written to, and a folder is made of the copy, which
 * verifies every entry.
 */
final class RestoreBenchmark implements Benchmark {

  private static final String ELECTION = "us-president-2020";
  private static final int FILES = 10;
  private static final int ROWS = 100_000;

  /** The night was years ago; that each row comes late is found of those of the last file alone. */
  private static final String NONE_IS_LATE =
      """
      {"version":1,"thresholds":{"late-hours":1000000}}""";

  private static final Sender FEED =
      new Sender(
          "feed",
          "feed",
          Via.FOLDER,
          Policy.FLAG,
          Optional.of(
              new Scope(Set.of(ELECTION), Set.of("returns"), Set.of(), Set.of(), Set.of("feed"))));

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      DataFolder data = new DataFolder(Files.createDirectory(scratch.file("data")));
      long found = fill(data, scratch.file("rows.csv"));
      Path copy = scratch.file("copy");
      String folder = data.path().toString();
      WatchedProcess backup = WatchedProcess.ascertain("backup", copy.toString(), "--data", folder);
      WatchedProcess restore =
          WatchedProcess.ascertain(
              "restore", copy.toString(), "--data", scratch.file("new").toString());
      out.printf(
          "  %,d entries and %,d rows of the desk: copied in %s%n", FILES * ROWS, found, backup);
      out.printf("  verified and restored in %s (due: 60 s)%n", restore);
      if (ScratchServer.programs().isEmpty())
        out.println("  into PostgreSQL: it is not on this machine");
      else intoPostgres(scratch, copy, out);
    }
  }

  /** The keys go into a folder of the user's settings, which here is a scratch one. */
  private static void intoPostgres(Scratch scratch, Path copy, PrintStream out) throws IOException {
    try (ScratchServer server =
        ScratchServer.startIn(Path.of(System.getProperty("java.io.tmpdir")))) {
      WatchedProcess restore =
          WatchedProcess.ascertain(
              Map.of("XDG_CONFIG_HOME", scratch.file("settings").toString()),
              "restore",
              copy.toString(),
              "--data",
              server.newDatabase());
      out.printf("  the same into an empty database in %s (due: 60 s)%n", restore);
    }
  }

  /** Gives of how many rows the desk has found something, which it keeps. */
  private static long fill(DataFolder data, Path file) throws IOException {
    NewElection.like(
            new ElectionId(2020),
            NewElection.archived("2020").orElseThrow(),
            NewElection.USUAL,
            Instant.parse("2020-11-01T00:00:00Z"))
        .begin(data, Optional.empty(), InstantSource.system(), System.err::println);
    Path thresholds = Files.writeString(ThresholdsFile.of(data.path(), ELECTION), NONE_IS_LATE);
    NightOfCounties night = new NightOfCounties();
    AtomicLong found = new AtomicLong();
    for (int i = 1; i <= FILES; i++) {
      if (i == FILES) Files.delete(thresholds);
      night.write(file, ROWS);
      try (ElectionDesk desk =
              ElectionDesk.open(
                  data, ELECTION, InstantSource.system(), notice -> System.err.println(notice));
          Body body = Body.of(file)) {
        Taken taken =
            desk.take(
                new HandedIn(FEED, Form.TABLE, body, Optional.empty(), Optional.empty()),
                row -> found.incrementAndGet(),
                soFar -> {});
        boolean isWhole =
            taken instanceof Taken.Answered answered && answered.intake().recorded() == ROWS;
        if (!isWhole) throw new IOException("not all rows were recorded: " + taken);
      }
    }
    return found.get();
  }
}
