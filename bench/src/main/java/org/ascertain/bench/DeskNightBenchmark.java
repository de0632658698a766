package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.concurrent.locks.LockSupport;

/**
 * What readers and listeners get while the desk takes in: 200 rows a second over HTTP, each
 * checked, before 5,000 listeners, and before those who ask for the newest standing.
 */
final class DeskNightBenchmark implements Benchmark {

  private static final String ELECTION = "/api/elections/us-president-2020";
  private static final int LISTENERS = 5_000;
  private static final int ROWS_A_SECOND = 200;
  private static final int WARM_UP_MILLIS = 10_000;
  private static final int SETTLE_MILLIS = 2_000;
  private static final int SECONDS = 20;

  @Override
  public String name() {
    return "desk";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make();
        RunningDesk desk = new RunningDesk(Files.createDirectory(scratch.file("data")));
        Feeding feeding = new Feeding(desk, ROWS_A_SECOND)) {
      LockSupport.parkNanos(WARM_UP_MILLIS * 1_000_000L);
      try (Listeners listeners = new Listeners()) {
        listeners.connect(desk.address(), ELECTION + "/live", LISTENERS);
        listeners.read(SETTLE_MILLIS);
        long before = feeding.rows();
        listeners.read(SECONDS * 1_000L);
        tell(listeners, (feeding.rows() - before) / SECONDS, desk, out);
      }
      String standing = desk.address().resolve(ELECTION + "/standing").toString();
      ReadBenchmark.wrk(
          standing, "the newest standing, 200 rows/s handed in (due: 20,000/s, 20 ms)", out);
      ReadBenchmark.nginx(desk.address(), out);
    }
  }

  private static void tell(Listeners listeners, long rate, RunningDesk desk, PrintStream out)
      throws IOException {
    long[] delays = listeners.delays();
    if (delays.length == 0) throw new IOException("no entry reached all listeners");
    out.printf(
        "  %,d listeners, %d rows/s handed in and recorded, %d s: %,d entries reached all of them, %d listeners lost%n",
        LISTENERS, rate, SECONDS, delays.length, listeners.gone());
    out.printf(
        "  from an entry to its last listener: median %d ms, 99th percentile %d ms, most %d ms (due: 500 ms); memory %d MB%n",
        delays[delays.length / 2],
        delays[delays.length * 99 / 100],
        delays[delays.length - 1],
        desk.megabytes());
  }
}
