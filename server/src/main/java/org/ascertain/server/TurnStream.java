package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ascertain.watch.Endpoint;
import org.ascertain.watch.WatchStore;
import org.ascertain.watch.WatchStore.Kept;

/** The turns of a watch as server-sent events, each with its id, as they are made. */
final class TurnStream {

  private static final int MOST_LISTENERS = 256;
  private static final Semaphore ROOM = new Semaphore(MOST_LISTENERS);
  private static final int AT_A_TIME = 50;
  private static final long LOOK_MILLIS = 300;
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final StreamedAnswer answer;
  private final WatchStore store;
  private final String watch;
  private long told;

  /**
   * @param after the number of the last turn that the listener knows
   */
  TurnStream(RoutingContext context, WatchStore store, String watch, long after) {
    this.answer = new StreamedAnswer(context, ChangeStream.TYPE + "; charset=utf-8");
    this.store = store;
    this.watch = watch;
    this.told = after;
  }

  /** Tells them until the listener goes, or the watch ends. */
  void tell() {
    if (!ROOM.tryAcquire())
      throw Refusal.later("Too many listeners", "Ask for the events now and then instead.", 5);
    try {
      answer.begin();
      long at = System.nanoTime();
      while (!answer.isClosed() && isGood()) {
        List<Kept> news = store.turns(watch, told, AT_A_TIME);
        for (Kept each : news) {
          answer.write(
              "id: %s\nevent: turn\ndata: %s\n\n"
                  .formatted(each.notice().id(), each.notice().body()));
          told = each.seq();
        }
        boolean isSilent = System.nanoTime() - at > PING_NANOS;
        if (isSilent) answer.write(":\n\n");
        if (isSilent || !news.isEmpty()) at = System.nanoTime();
        if (news.isEmpty()) TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      answer.end();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      ROOM.release();
    }
  }

  private boolean isGood() {
    return store
        .endpoints()
        .of(watch)
        .filter(each -> each.state() != Endpoint.State.ENDED)
        .isPresent();
  }
}
