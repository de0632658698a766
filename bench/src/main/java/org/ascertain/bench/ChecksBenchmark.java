package org.ascertain.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Context;
import org.ascertain.desk.FiguresInForce;
import org.ascertain.desk.Finding;
import org.ascertain.desk.Neighbours;
import org.ascertain.desk.Row;
import org.ascertain.desk.RowChecks;
import org.ascertain.desk.Thresholds;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Returns;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;

/** One row of returns through every check of the desk, beside what reading the row costs. */
final class ChecksBenchmark implements Benchmark {

  private static final String ELECTION = "us-president-2020";
  private static final int ROUNDS = 12;

  /** Limits for one pass of a row, in nanoseconds of processor time. */
  private static final long MEDIAN = 20_000;

  private static final long WORST_BUT_ONE_IN_A_HUNDRED = 200_000;

  @Override
  public String name() {
    return "checks";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    byte[] record = record();
    List<Entry> entries = entries(record);
    int lines = entries.size();
    Stopwatch reading = Stopwatch.best(ROUNDS / 2, () -> entries(record));
    Stopwatch upkeep = Stopwatch.best(ROUNDS / 2, () -> keep(entries));
    int rows = (int) entries.stream().filter(entry -> entry.fact() instanceof Returns).count();
    long[] passes = new long[rows];
    long found = 0;
    for (int round = 0; round < ROUNDS; round++) found = pass(entries, passes);
    Arrays.sort(passes);
    long median = passes[passes.length / 2];
    long worst = passes[(int) (passes.length * 99L / 100)];
    out.printf("  %-28s %8.1f us   limit %.0f%n", "one row, median", median / 1e3, MEDIAN / 1e3);
    out.printf(
        "  %-28s %8.1f us   limit %.0f%n",
        "99 of 100 rows within", worst / 1e3, WORST_BUT_ONE_IN_A_HUNDRED / 1e3);
    out.printf("  %-28s %8.1f us%n", "what is in force, kept up", upkeep.processor() / lines * 1e6);
    out.printf("  %-28s %8.1f us%n", "reading the row", reading.processor() / lines * 1e6);
    out.printf(
        "  the %,d returns of 2020 in the order of time, %,d findings, round %d by processor time%n",
        passes.length, found, ROUNDS);
  }

  /**
   * Hands in every row once.
   *
   * @param nanos gets what each row took of the processor
   * @return how much was found
   */
  private static long pass(List<Entry> entries, long[] nanos) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    Header header = (Header) entries.getFirst().fact();
    FiguresInForce before = new FiguresInForce();
    Neighbours neighbours = new Neighbours();
    Context context =
        new Context(
            Law.of(header).orElseThrow(),
            header,
            Archive.knownUnits(),
            neighbours,
            0,
            Thresholds.defaults(),
            Set.of());
    int rows = 0;
    long found = 0;
    for (Entry entry : entries) {
      if (entry.fact() instanceof Returns returns) {
        Row row = Row.of(rows + 1, "", returns);
        Context now = context.at(entry.effective());
        long begun = thread.getCurrentThreadCpuTime();
        List<Finding> findings = RowChecks.of(row, before, now);
        nanos[rows++] = thread.getCurrentThreadCpuTime() - begun;
        found += findings.size();
        neighbours.take(row);
      }
      before.take(entry);
    }
    return found;
  }

  private static void keep(List<Entry> entries) {
    FiguresInForce before = new FiguresInForce();
    entries.forEach(before::take);
  }

  private static byte[] record() throws IOException {
    try (InputStream in = Archive.open(ELECTION).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  /** In the order of time, as a desk gets them; the header first. */
  private static List<Entry> entries(byte[] record) {
    List<Entry> entries = new ArrayList<>();
    RecordReader.forEach(
        new ByteArrayInputStream(record), line -> line.entry().ifPresent(entries::add));
    Entry header = entries.removeFirst();
    entries.sort(Comparator.comparingLong(Entry::effective).thenComparingLong(Entry::index));
    entries.addFirst(header);
    return entries;
  }
}
