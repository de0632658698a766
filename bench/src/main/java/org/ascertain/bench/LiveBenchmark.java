package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/**
 * Rehearsals before 5,000 listeners: at 200 entries a second, how long after an entry was read from
 * the ledger the last of them had it; and slower, for ten minutes, whether memory grows. Listeners
 * and server share the machine.
 */
final class LiveBenchmark implements Benchmark {

  private static final String LIVE = "/api/elections/us-president-2020/live";
  private static final int LISTENERS = 5_000;
  private static final int RATE = 200;
  private static final int SLOW_RATE = 20;
  private static final int SECONDS = 60;
  private static final int MINUTES = 10;
  private static final int SETTLE_MILLIS = 2_000;

  @Override
  public String name() {
    return "live";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    delays(out);
    growth(out);
  }

  private static ServerProcess rehearsal(int rate) throws IOException {
    return new ServerProcess(
        "--rehearse",
        "2020",
        "--rate",
        Integer.toString(rate),
        "--from",
        "2020-11-03T18:00:00-05:00");
  }

  private static void delays(PrintStream out) throws IOException {
    try (ServerProcess server = rehearsal(RATE);
        Listeners listeners = new Listeners()) {
      listeners.connect(server.address(), LIVE, LISTENERS);
      listeners.read(SETTLE_MILLIS);
      listeners.read(SECONDS * 1_000L);
      long[] delays = listeners.delays();
      if (delays.length == 0) throw new IOException("no entry reached all listeners");
      out.printf(
          "  %,d listeners, %d entries/s, %d s: %,d entries reached all of them, %d listeners lost%n",
          LISTENERS, RATE, SECONDS, delays.length, listeners.gone());
      out.printf(
          "  from an entry to its last listener: median %d ms, 99th percentile %d ms, most %d ms (due: 500 ms)%n",
          delays[delays.length / 2], delays[delays.length * 99 / 100], delays[delays.length - 1]);
      out.printf(
          "  %,d MB sent; memory %d MB (due: 600 MB)%n",
          listeners.received() >> 20, server.megabytes());
    }
  }

  private static void growth(PrintStream out) throws IOException {
    try (ServerProcess server = rehearsal(SLOW_RATE);
        Listeners listeners = new Listeners()) {
      listeners.connect(server.address(), LIVE, LISTENERS);
      StringJoiner minutes = new StringJoiner(", ");
      for (int minute = 1; minute <= MINUTES; minute++) {
        listeners.read(TimeUnit.MINUTES.toMillis(1));
        minutes.add(Long.toString(server.megabytes()));
      }
      out.printf(
          "  at %d entries/s for %d minutes, memory after each, in MB: %s%n",
          SLOW_RATE, MINUTES, minutes);
    }
  }
}
