package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ascertain.desk.AlertJson;
import org.ascertain.desk.ElectionDesk;

/**
 * Alerts as server-sent events: all that there are at once, and again whenever they change, by
 * whatever program they do. Each who listens has a thread of its own that may wait.
 */
final class AlertStream {

  static final String TYPE = "text/event-stream";

  private static final int MOST_LISTENERS = 64;
  private static final Semaphore ROOM = new Semaphore(MOST_LISTENERS);
  private static final long LOOK_MILLIS = 300;
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final StreamedAnswer answer;
  private final ElectionDesk desk;
  private final int most;

  AlertStream(RoutingContext context, ElectionDesk desk, int most) {
    this.answer = new StreamedAnswer(context, TYPE + "; charset=utf-8");
    this.desk = desk;
    this.most = most;
  }

  /**
   * Tells them until the listener goes.
   *
   * @param mayListen whether its token still opens the desk
   */
  void tell(BooleanSupplier mayListen) {
    if (!ROOM.tryAcquire())
      throw Refusal.later("Too many listeners", "Ask for the alerts now and then instead.", 5);
    try {
      answer.begin();
      String told = "";
      long at = System.nanoTime();
      while (!answer.isClosed() && mayListen.getAsBoolean()) {
        String now = AlertJson.list(desk.alerts(most));
        boolean isNews = !now.equals(told);
        boolean isSilent = System.nanoTime() - at > PING_NANOS;
        if (isNews) answer.write("event: alerts\ndata: " + now + "\n\n");
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
