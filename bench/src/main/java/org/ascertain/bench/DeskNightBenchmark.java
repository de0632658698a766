package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What readers and listeners get while the desk takes in: 200 rows a second over HTTP, each
 * checked, before 5,000 listeners, and before those who ask for the newest standing.
 */
final class DeskNightBenchmark implements Benchmark {

  private static final String ELECTION = "/api/elections/us-president-2020";
  private static final int LISTENERS = 5_000;
  private static final int ROWS_A_SECOND = 200;
  private static final int POSTS_A_SECOND = 20;
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
        Feeding feeding = new Feeding(desk)) {
      LockSupport.parkNanos(WARM_UP_MILLIS * 1_000_000L);
      try (Listeners listeners = new Listeners()) {
        listeners.connect(desk.address(), ELECTION + "/live", LISTENERS);
        listeners.read(SETTLE_MILLIS);
        long before = feeding.rows.get();
        listeners.read(SECONDS * 1_000L);
        tell(listeners, (feeding.rows.get() - before) / SECONDS, desk, out);
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

  /** A feed that hands in at a steady pace until it is closed. */
  private static final class Feeding implements AutoCloseable {
    private final RunningDesk desk;
    private final NightOfCounties night = new NightOfCounties();
    private final Thread thread = Thread.ofPlatform().name("feed").unstarted(this::feed);

    /** How many rows were answered. */
    final AtomicLong rows = new AtomicLong();

    private volatile boolean isOver = false;

    Feeding(RunningDesk desk) throws IOException {
      this.desk = desk;
      thread.start();
    }

    private void feed() {
      int rowsAtOnce = ROWS_A_SECOND / POSTS_A_SECOND;
      long due = System.nanoTime();
      try {
        for (long post = 0; !isOver; post++) {
          StringBuilder table = new StringBuilder(NightOfCounties.COLUMNS);
          for (int i = 0; i < rowsAtOnce; i++) table.append(night.next()).append('\n');
          desk.handIn(
              "returns", "text/csv", "night " + post, BodyPublishers.ofString(table.toString()));
          rows.addAndGet(rowsAtOnce);
          due += 1_000_000_000L / POSTS_A_SECOND;
          LockSupport.parkNanos(due - System.nanoTime());
        }
      } catch (IOException refused) {
        System.err.println("The desk answers no more: " + refused.getMessage());
      }
    }

    @Override
    public void close() {
      isOver = true;
      try {
        thread.join();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
