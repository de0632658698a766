package org.ascertain.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.ascertain.postgres.ScratchServer;

/**
 * A file of returns over HTTP with every check on, beside reading it alone, and beside storing its
 * rows unchecked.
 */
final class IntakeBenchmark implements Benchmark {

  private static final int ROWS = 100_000;
  private static final int ROUNDS = 2;

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      NightOfCounties night = new NightOfCounties();
      Path file = scratch.file("returns.csv");
      double ours = overHttp(scratch, night, file, out);
      double fastCsv = Stopwatch.best(5, () -> read(file)).processor();
      out.printf(
          "  %-34s %,10.0f /s   %6.2f us of processor time a row; ours is %.1f times that%n",
          "FastCSV alone", ROWS / fastCsv, fastCsv / ROWS * 1e6, ours / fastCsv);
      tell(out, "SQLite, groups of 1,000, unchecked", new SqlitePeer(scratch).copy(file));
      if (ScratchServer.programs().isEmpty())
        out.println("  PostgreSQL COPY                    is not on this machine");
      else
        try (ScratchServer peer =
            ScratchServer.startIn(Path.of(System.getProperty("java.io.tmpdir")))) {
          tell(out, "PostgreSQL COPY, unchecked", copy(peer, file));
        }
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  /** Copies a file of six columns into a table by psql; gives the seconds, its start with them. */
  private static double copy(ScratchServer peer, Path file) throws IOException {
    peer.sql(
        "postgres",
        "create table returns (unit text, at text, source text, biden text, trump text, total text)");
    String rows = Files.readString(file);
    long began = System.nanoTime();
    peer.sql("postgres", "copy returns from stdin with (format csv, header);\n" + rows + "\\.\n");
    return (System.nanoTime() - began) / 1e9;
  }

  private static void tell(PrintStream out, String what, double seconds) {
    out.printf("  %-34s %,10.0f /s%n", what, ROWS / seconds);
  }

  /** Gives the server's processor time for the file, in seconds; the last round counts. */
  private static double overHttp(Scratch scratch, NightOfCounties night, Path file, PrintStream out)
      throws IOException {
    Path folder = Files.createDirectory(scratch.file("data"));
    try (RunningDesk desk = new RunningDesk(folder)) {
      double processor = 0;
      for (int round = 1; round <= ROUNDS; round++) {
        night.write(file, ROWS);
        double before = desk.processorSeconds();
        long began = System.nanoTime();
        String answer =
            desk.handIn("returns", "text/csv", "file " + round, BodyPublishers.ofFile(file));
        double seconds = (System.nanoTime() - began) / 1e9;
        processor = desk.processorSeconds() - before;
        out.printf(
            "  %-34s %,10.0f /s   %6.2f us of processor time a row   limit 20,000 /s; %d MB; %s%n",
            "over HTTP, all checks, round " + round,
            ROWS / seconds,
            processor / ROWS * 1e6,
            desk.megabytes(),
            answer.replaceAll("^.*?\"(rows\":.*?),\"proposed.*$", "$1").replace("\"", ""));
      }
      new LongIntake(desk, file).run(out);
      return processor;
    }
  }

  private static void read(Path file) {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord row : rows)
        if (row.getFieldCount() != 6) throw new IllegalStateException("a row was cut");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
