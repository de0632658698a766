package org.ascertain.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/**
 * All elections of the archive decided from their records under the law of their day, beside
 * reading the same records alone.
 */
final class SixtyBenchmark implements Benchmark {

  private static final int ROUNDS = 8;
  private static final double MOST_SECONDS = 1;

  private final List<byte[]> bytes = new ArrayList<>();
  private final List<List<Entry>> records = new ArrayList<>();
  private int entries = 0;
  private int decided = 0;

  @Override
  public String name() {
    return "sixty";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    for (String id : Archive.ids())
      try (InputStream record = Archive.open(id).orElseThrow()) {
        bytes.add(record.readAllBytes());
      }
    Stopwatch reading = Stopwatch.best(ROUNDS, this::read);
    Stopwatch deciding = Stopwatch.best(ROUNDS, this::decide);
    if (decided != records.size()) throw new IllegalStateException(decided + " were decided");
    out.printf(
        "  %d elections of %,d entries decided in %.3f s   limit: %.0f s%n",
        records.size(), entries, deciding.clock(), MOST_SECONDS);
    out.printf("  reading their records alone: %.3f s%n", reading.clock());
    out.printf("  best of %d rounds, by the clock; records in memory, a warm JVM%n", ROUNDS);
  }

  private void read() {
    records.clear();
    entries = 0;
    for (byte[] record : bytes) {
      List<Entry> read = RecordReader.read(new ByteArrayInputStream(record)).entries();
      records.add(read);
      entries += read.size();
    }
  }

  /** The law made anew for each, the whole standing, and that both offices are filled by it. */
  private void decide() {
    decided = 0;
    for (List<Entry> record : records) {
      int year = History.header(record).orElseThrow().year();
      Standing standing = History.of(record, Law.of(year).orElseThrow(), History.ALL).standing();
      if (standing.president().candidate().isPresent()
          && standing.vicePresident().candidate().isPresent()) decided++;
    }
  }
}
