package org.ascertain.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.SqliteFile;
import org.ascertain.record.EntryLine;

/** Durable appends one by one and in groups, and replay, beside what the disk itself can do. */
final class LedgerBenchmark implements Benchmark {

  private static final int ROUNDS = 100;
  private static final int SINGLES = 50;
  private static final int SINGLES_TO_WARM_UP = 3_000;
  private static final int GROUP = 1_000;
  private static final int GROUPS = 400;
  private static final int GROUPS_UNDER_WAY = 4;

  private final byte[] line =
      new EntryLine(1_000_000, InstantSource.system().instant()).write("7", Scratch.fact(1));

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      out.printf("  entries of %d bytes, on the disk of %s%n", line.length, scratch.folder());
      singles(scratch, out);
      groups(scratch, out);
    }
  }

  /**
   * In short turns, so that the disk's moods hit both alike; the median turn of each counts. The
   * bare loop writes the same bytes to the end of a file, which is what appending means; SQLite
   * writes whole pages, over those of a log that it has used up.
   */
  private void singles(Scratch scratch, PrintStream out) throws IOException {
    double[] limit = new double[ROUNDS];
    double[] ours = new double[ROUNDS];
    try (Ledger ledger = open(scratch.file("singles.db"));
        FileChannel bare =
            FileChannel.open(
                scratch.file("bare"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      appendOneByOne(ledger, SINGLES_TO_WARM_UP);
      appendBare(bare, ByteBuffer.wrap(line), SINGLES_TO_WARM_UP);
      for (int round = 0; round < ROUNDS; round++) {
        limit[round] = rate(SINGLES, () -> appendBare(bare, ByteBuffer.wrap(line), SINGLES));
        ours[round] = rate(SINGLES, () -> appendOneByOne(ledger, SINGLES));
      }
    }
    tell(out, "durable appends one by one", median(ours), "write+fdatasync", median(limit));
  }

  private static void appendOneByOne(Ledger ledger, int times) {
    long from = ledger.size();
    for (long i = from; i < from + times; i++)
      ledger.append(List.of(Scratch.draft(i)), "single " + i).join();
  }

  private static void appendBare(FileChannel file, ByteBuffer bytes, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      bytes.rewind();
      while (bytes.hasRemaining()) file.write(bytes);
      file.force(false);
    }
  }

  private void groups(Scratch scratch, PrintStream out) throws IOException {
    int entries = GROUP * GROUPS;
    Path file = scratch.file("groups.db");
    try (Ledger ledger = open(file);
        FileChannel bare =
            FileChannel.open(
                scratch.file("bare-groups"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      double limit =
          rate(
              entries,
              () -> appendBare(bare, ByteBuffer.allocate(GROUP * (line.length + 1)), GROUPS));
      double ours = rate(entries, () -> appendGroups(ledger));
      tell(out, "appends in groups of " + GROUP, ours, "the same bytes written and synced", limit);
      double raw = rate(entries, () -> readBytes(scratch.file("bare-groups")));
      double replay = rate(entries, () -> replay(ledger, entries));
      tell(out, "replay", replay, "the same bytes read", raw);
    }
  }

  private static void appendGroups(Ledger ledger) {
    Deque<CompletableFuture<Indexes>> underWay = new ArrayDeque<>();
    for (int group = 0; group < GROUPS; group++) {
      if (underWay.size() == GROUPS_UNDER_WAY) underWay.removeFirst().join();
      underWay.add(ledger.append(Scratch.drafts((long) group * GROUP, GROUP), "group " + group));
    }
    underWay.forEach(CompletableFuture::join);
  }

  private static void replay(Ledger ledger, int entries) {
    long[] seen = {0};
    ledger.read(0, Long.MAX_VALUE, (bytes, index) -> seen[0]++);
    if (seen[0] != entries)
      throw new IllegalStateException(seen[0] + " entries came back of " + entries);
  }

  private static void readBytes(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static Ledger open(Path file) {
    return SqliteFile.open(file, InstantSource.system(), notice -> System.err.println(notice));
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /** How many a second. */
  private static double rate(int count, Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return count * 1e9 / (System.nanoTime() - start);
  }

  private static double median(double[] rates) {
    return Arrays.stream(rates).sorted().skip(rates.length / 2).findFirst().orElseThrow();
  }

  private static void tell(
      PrintStream out, String what, double ours, String limitedBy, double limit) {
    out.printf(
        "  %-28s %,12.0f /s   limit: %,12.0f /s (%s)   %.2f of it%n",
        what, ours, limit, limitedBy, ours / limit);
  }
}
