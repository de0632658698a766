package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;

/**
 * How fast a record of a night of returns is read, and in how much memory: give the number of
 * entries, and the JVM a small heap.
 */
final class ReadingSpeed {

  private static final int WARM_ENTRIES = 50_000;
  private static final int ROUNDS = 30;

  public static void main(String[] args) throws Exception {
    long[] counts = new long[3];
    long start = System.nanoTime();
    RecordReader.forEach(
        new Night(Integer.parseInt(args[0])),
        line -> {
          counts[0] += line.entry().isPresent() ? 1 : 0;
          counts[1] += line.problems().size();
          counts[2] += line.bytes().length + 1;
        });
    System.out.printf(
        "%,d entries, %,d problems, %,d bytes made and read in %,d ms%n",
        counts[0], counts[1], counts[2], (System.nanoTime() - start) / 1_000_000);

    byte[] some = new Night(WARM_ENTRIES).readAllBytes();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begun = processorTime();
      int read = RecordReader.read(new ByteArrayInputStream(some)).entries().size();
      best = Math.min(best, (processorTime() - begun) / read);
    }
    System.out.printf("%,d lines a second of one processor when warm%n", 1_000_000_000L / best);
  }

  /** That of this thread: others may keep the machine busy. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** A record of returns, made while it is read. */
  private static final class Night extends InputStream {
    private static final int PRECINCTS = 175_000;

    private final int entries;
    private int next;
    private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

    Night(int entries) {
      this.entries = entries;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (line.available() == 0) {
        if (next == entries) return -1;
        line = new ByteArrayInputStream(text(next++).getBytes(UTF_8));
      }
      return line.read(into, from, length);
    }

    private static String text(int i) {
      String placing =
          "{\"index\":%d,\"recorded\":\"2026-11-22T00:00:00Z\",\"recordedBy\":\"17\",".formatted(i);
      if (i == 0)
        return placing
            + "\"fact\":\"election\",\"at\":\"2020-11-03\",\"source\":{\"id\":\"feed\","
            + "\"title\":\"A feed\"},\"election\":\"us-president-2020\",\"year\":2020,"
            + "\"candidates\":[],\"tickets\":[]}\n";
      int second = i / 300 % 3600;
      int votes = i % 2999;
      return placing
          + ("\"fact\":\"returns\",\"at\":\"2020-11-03T20:%02d:%02d-05:00\",\"source\":\"feed\","
                  + "\"unit\":\"PA/%d\",\"votes\":{\"biden\":%d,\"trump\":%d},\"other\":%d}\n")
              .formatted(second / 60, second % 60, i % PRECINCTS, votes, 2 * votes, votes / 9);
    }
  }

  private ReadingSpeed() {}
}
