package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;

/**
 * A rehearsal at 200 entries a second before 5,000 listeners: how long after an entry was durable
 * the last of them had it, and what memory that takes. Listeners and server share the machine.
 */
final class LiveBenchmark implements Benchmark {

  private static final int LISTENERS = 5_000;
  private static final int RATE = 200;
  private static final int ROUNDS = 6;
  private static final int ROUND_MILLIS = 10_000;

  @Override
  public String name() {
    return "live";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    String path = "/api/elections/us-president-2020/live";
    try (ServerProcess server =
            new ServerProcess(
                "--rehearse",
                "2020",
                "--rate",
                Integer.toString(RATE),
                "--from",
                "2020-11-03T18:00:00-05:00");
        Listeners listeners = new Listeners()) {
      long before = server.megabytes();
      listeners.connect(server.address(), path, LISTENERS);
      listeners.read(ROUND_MILLIS / 5);
      long most = 0;
      for (int round = 0; round < ROUNDS; round++) {
        listeners.read(ROUND_MILLIS);
        most = Math.max(most, server.megabytes());
      }
      long[] delays = listeners.delays();
      out.printf(
          "  %,d listeners, %d entries/s, %d s: %,d entries reached all of them%n",
          LISTENERS, RATE, ROUNDS * ROUND_MILLIS / 1_000, delays.length);
      if (delays.length == 0) throw new IOException("no entry reached all listeners");
      out.printf(
          "  from an entry to its last listener: median %d ms, 99th percentile %d ms, most %d ms (due: 500 ms)%n",
          delays[delays.length / 2], delays[delays.length * 99 / 100], delays[delays.length - 1]);
      out.printf(
          "  %,d MB sent; listeners lost: %d%n", listeners.received() >> 20, listeners.gone());
      out.printf(
          "  memory: %d MB before, at most %d MB, %d MB at the end (due: 600 MB)%n",
          before, most, server.megabytes());
    }
  }
}
