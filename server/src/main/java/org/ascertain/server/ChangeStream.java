package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A list of the desk's as server-sent events: all of it at once, and again whenever it changes, by
 * whatever program it does. Each who listens has a thread of its own that may wait.
 */
final class ChangeStream {

  static final String TYPE = "text/event-stream";

  private static final int MOST_LISTENERS = 64;
  private static final Semaphore ROOM = new Semaphore(MOST_LISTENERS);
  private static final long LOOK_MILLIS = 300;
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final StreamedAnswer answer;
  private final String event;
  private final Supplier<String> list;

  /**
   * @param event what the list is called
   * @param list as it is now
   */
  ChangeStream(RoutingContext context, String event, Supplier<String> list) {
    this.answer = new StreamedAnswer(context, TYPE + "; charset=utf-8");
    this.event = event;
    this.list = list;
  }

  /**
   * Tells it until the listener goes.
   *
   * @param mayListen whether whoever listens still may
   */
  void tell(BooleanSupplier mayListen) {
    if (!ROOM.tryAcquire())
      throw Refusal.later("Too many listeners", "Ask for the list now and then instead.", 5);
    try {
      answer.begin();
      String told = "";
      long at = System.nanoTime();
      while (!answer.isClosed() && mayListen.getAsBoolean()) {
        String now = list.get();
        boolean isNews = !now.equals(told);
        boolean isSilent = System.nanoTime() - at > PING_NANOS;
        if (isNews) answer.write("event: %s\ndata: %s\n\n".formatted(event, now));
        else if (isSilent) answer.write(":\n\n");
        if (isNews || isSilent) at = System.nanoTime();
        told = now;
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      answer.end();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      ROOM.release();
    }
  }
}
