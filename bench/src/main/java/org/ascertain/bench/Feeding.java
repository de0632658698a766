package org.ascertain.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A feed that hands in at a steady pace until it is closed. */
final class Feeding implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 10;

  private final RunningDesk desk;
  private final int rowsASecond;
  private final NightOfCounties night = new NightOfCounties();
  private final Thread thread = Thread.ofPlatform().name("feed").unstarted(this::feed);
  private final AtomicLong rows = new AtomicLong();
  private volatile boolean isOver = false;

  Feeding(RunningDesk desk, int rowsASecond) throws IOException {
    this.desk = desk;
    this.rowsASecond = rowsASecond;
    thread.start();
  }

  /** How many rows were answered. */
  long rows() {
    return rows.get();
  }

  private void feed() {
    long due = System.nanoTime();
    try {
      for (long post = 0; !isOver; post++) {
        StringBuilder table = new StringBuilder(NightOfCounties.COLUMNS);
        for (int i = 0; i < ROWS_AT_ONCE; i++) table.append(night.next()).append('\n');
        desk.handIn(
            "returns", "text/csv", "night " + post, BodyPublishers.ofString(table.toString()));
        rows.addAndGet(ROWS_AT_ONCE);
        due += 1_000_000_000L * ROWS_AT_ONCE / rowsASecond;
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
