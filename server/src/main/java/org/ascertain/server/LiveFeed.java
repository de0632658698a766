package org.ascertain.server;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * New entries for all who listen. Every event stands here once, whoever has read how much of it; a
 * listener is a place in that list. Each event loop writes to its own listeners, all that is new to
 * each at once, so that the more there is to do the less often it is done; who takes it slowly
 * misses nothing and holds nobody up.
 */
final class LiveFeed {

  /** How many may listen to one election. */
  static final int MOST_LISTENERS = 20_000;

  private static final int MOST_AT_ONCE = 256;
  private static final long REST_MILLIS = 80;
  private static final long PING_MILLIS = 15_000;
  private static final Buffer GREETING = Buffer.buffer("retry: 2000\n\n");
  private static final Buffer PING = Buffer.buffer(":\n\n");

  private final List<Buffer> events = new ArrayList<>();
  private final Map<Context, Loop> loops = new ConcurrentHashMap<>();
  private final AtomicInteger listeners = new AtomicInteger();

  /** How many entries have been told of. */
  int size() {
    synchronized (events) {
      return events.size();
    }
  }

  /** How many listen. */
  int listeners() {
    return listeners.get();
  }

  void add(Buffer event) {
    synchronized (events) {
      events.add(event);
    }
    loops.values().forEach(Loop::schedule);
  }

  /**
   * Adds a listener, on its own event loop.
   *
   * @param next the index of the first entry that is new to it
   * @return false if there are too many already
   */
  boolean listen(HttpServerResponse response, int next) {
    if (listeners.incrementAndGet() > MOST_LISTENERS) {
      listeners.decrementAndGet();
      return false;
    }
    Context context = Vertx.currentContext();
    loops.computeIfAbsent(context, Loop::new).add(response, next);
    return true;
  }

  /** Ends all streams, so that listeners come back to a server that goes on. */
  void close() {
    loops.values().forEach(loop -> loop.context.runOnContext(nothing -> loop.close()));
  }

  private Buffer frame(int from, int to) {
    Buffer frame = Buffer.buffer();
    synchronized (events) {
      for (int i = from; i < to; i++) frame.appendBuffer(events.get(i));
    }
    return frame;
  }

  private static final class Listener {
    final HttpServerResponse response;
    int next;

    Listener(HttpServerResponse response, int next) {
      this.response = response;
      this.next = next;
    }
  }

  /** The listeners of one event loop; touched by it alone but for {@link #schedule}. */
  private final class Loop {
    private final Context context;
    private final List<Listener> here = new ArrayList<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private Buffer last = Buffer.buffer();
    private int lastFrom = -1;
    private int lastTo = -1;

    Loop(Context context) {
      this.context = context;
      context.owner().setPeriodic(PING_MILLIS, timer -> context.runOnContext(n -> ping()));
    }

    void add(HttpServerResponse response, int next) {
      Listener listener = new Listener(response, next);
      here.add(listener);
      response.closeHandler(gone -> remove(listener));
      response.exceptionHandler(broken -> {});
      response.drainHandler(free -> tell(listener, size()));
      write(response, GREETING);
      tell(listener, size());
    }

    private void remove(Listener listener) {
      if (here.remove(listener)) listeners.decrementAndGet();
    }

    void schedule() {
      if (scheduled.compareAndSet(false, true)) context.runOnContext(nothing -> flush());
    }

    private void flush() {
      int to = size();
      for (Listener listener : here) tell(listener, to);
      context
          .owner()
          .setTimer(
              REST_MILLIS,
              timer -> {
                scheduled.set(false);
                if (size() > to) schedule();
              });
    }

    private void tell(Listener listener, int to) {
      while (listener.next < to && !listener.response.writeQueueFull()) {
        int end = Math.min(to, listener.next + MOST_AT_ONCE);
        write(listener.response, shared(listener.next, end));
        listener.next = end;
      }
    }

    /** Most listeners are at the same place: what one is told, the next is told too. */
    private Buffer shared(int from, int to) {
      if (from != lastFrom || to != lastTo) {
        last = frame(from, to);
        lastFrom = from;
        lastTo = to;
      }
      return last;
    }

    private void ping() {
      for (Listener listener : here)
        if (!listener.response.writeQueueFull()) write(listener.response, PING);
    }

    private void close() {
      for (Listener listener : List.copyOf(here)) listener.response.reset();
    }

    /** A write that fails ends in the close handler. */
    private static void write(HttpServerResponse response, Buffer bytes) {
      if (!response.ended() && !response.closed()) response.write(bytes).onFailure(gone -> {});
    }
  }
}
