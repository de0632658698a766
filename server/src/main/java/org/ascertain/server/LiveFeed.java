package org.ascertain.server;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * New entries for all who listen. What was told last is kept, what was told before that is made
 * again for whoever is so far behind. What came within a tenth of a second, or where many listen a
 * fifth, is one frame: the same bytes for every listener, so that what a telling costs is a write,
 * however many entries it holds. A listener is a place among the events: who takes them slowly
 * misses nothing and holds nobody up; who takes none costs what may wait on a connection, and then
 * the connection.
 */
final class LiveFeed {

  /** How many may listen to one election. */
  static final int MOST_LISTENERS = 20_000;

  private static final long FRAME_MILLIS = 100;
  private static final int MANY_LISTENERS = 500;
  private static final long LONGEST_WAIT_MILLIS = 1_000;
  private static final int FRAMES_AT_A_TIME = 8;
  private static final int MOST_WAITING_BYTES = 32 << 10;

  /** What is written at once, but for a single event that is longer. */
  private static final int PIECE_BYTES = 32 << 10;

  /** Who has taken nothing between two pings loses its connection at the second. */
  private static final long PING_MILLIS = 15_000;

  private static final Buffer GREETING = Buffer.buffer("retry: 2000\n\n");
  private static final Buffer PING = Buffer.buffer(":\n\n");

  /** So much of what was told last is kept. */
  private static final int MOST_KEPT_BYTES = 4 << 20;

  /** Events that are made again together, and how many such frames are kept for others. */
  private static final int MADE_AGAIN = 64;

  private static final int FRAMES_MADE_AGAIN = 64;

  private final List<Frame> frames = new ArrayList<>();
  private final IntFunction<Buffer> again;

  /** Frames that were made again last, by the place of their first event. */
  private final Map<Integer, Frame> older =
      new LinkedHashMap<>(FRAMES_MADE_AGAIN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Frame> eldest) {
          return size() > FRAMES_MADE_AGAIN;
        }
      };

  private final List<Buffer> unsealed = new ArrayList<>();
  private final Map<Thread, Loop> loops = new ConcurrentHashMap<>();
  private final AtomicInteger listeners = new AtomicInteger();
  private final GuardedWork teller;
  private int sealed;
  private long kept;

  /**
   * Events in a row.
   *
   * @param from the place of the first among all events
   * @param starts where in the bytes each begins
   */
  private record Frame(int from, List<Integer> starts, Buffer bytes) {

    static Frame of(int from, List<Buffer> events) {
      Buffer bytes = Buffer.buffer(events.stream().mapToInt(Buffer::length).sum());
      List<Integer> starts = new ArrayList<>(events.size());
      for (Buffer event : events) {
        starts.add(bytes.length());
        bytes.appendBuffer(event);
      }
      return new Frame(from, starts, bytes);
    }

    int to() {
      return from + starts.size();
    }

    Buffer from(int event) {
      return event <= from ? bytes : bytes.slice(starts.get(event - from), bytes.length());
    }
  }

  /**
   * The news of one election.
   *
   * @param again makes the event of an entry that was told, or was there before anybody listened
   */
  LiveFeed(String election, IntFunction<Buffer> again) {
    this.again = again;
    this.teller = new GuardedWork("live events of " + election, this::tell);
  }

  void start() {
    teller.start();
  }

  /** Why nothing is told at present. */
  Optional<String> trouble() {
    return teller.trouble();
  }

  /** How many entries have come. */
  int size() {
    synchronized (frames) {
      return sealed + unsealed.size();
    }
  }

  /** How many listen. */
  int listeners() {
    return listeners.get();
  }

  /** So many entries were there already; what is added next is the event of the next one. */
  void begin(int entries) {
    synchronized (frames) {
      sealed = entries;
    }
  }

  void add(Buffer event) {
    synchronized (frames) {
      unsealed.add(event);
      frames.notifyAll();
    }
  }

  private boolean tell() throws InterruptedException {
    if (seal()) loops.values().forEach(Loop::schedule);
    Thread.sleep(listeners() < MANY_LISTENERS ? FRAME_MILLIS : 2 * FRAME_MILLIS);
    return true;
  }

  /** Makes frames of what has come, none much longer than a piece. */
  private boolean seal() throws InterruptedException {
    synchronized (frames) {
      if (unsealed.isEmpty()) frames.wait(LONGEST_WAIT_MILLIS);
      if (unsealed.isEmpty()) return false;
      int from = 0;
      int bytes = 0;
      for (int i = 0; i < unsealed.size(); i++) {
        if (bytes > 0 && bytes + unsealed.get(i).length() > PIECE_BYTES) {
          seal(from, i);
          from = i;
          bytes = 0;
        }
        bytes += unsealed.get(i).length();
      }
      seal(from, unsealed.size());
      unsealed.clear();
      return true;
    }
  }

  private void seal(int from, int to) {
    Frame frame = Frame.of(sealed, unsealed.subList(from, to));
    frames.add(frame);
    sealed += to - from;
    kept += frame.bytes().length();
    while (kept > MOST_KEPT_BYTES && frames.size() > 1)
      kept -= frames.removeFirst().bytes().length();
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
    // Each request has a context of its own; what they share is the thread.
    Context context = Objects.requireNonNull(Vertx.currentContext(), "listens on an event loop");
    loops.computeIfAbsent(Thread.currentThread(), loop -> new Loop(context)).add(response, next);
    return true;
  }

  /** Ends all streams, so that listeners come back to a server that goes on. */
  void close() {
    teller.close();
    loops.values().forEach(loop -> loop.context.runOnContext(nothing -> loop.close()));
  }

  /** The frames that hold an event and what came after it, the first of them. */
  private List<Frame> framesFrom(int event) {
    synchronized (frames) {
      int first = frames.isEmpty() ? sealed : frames.getFirst().from();
      if (event < first) return List.of(madeAgain(event, first));
      int low = 0;
      int high = frames.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (frames.get(middle).to() <= event) low = middle + 1;
        else high = middle;
      }
      return List.copyOf(frames.subList(low, Math.min(frames.size(), low + FRAMES_AT_A_TIME)));
    }
  }

  /** Events before those that are kept, from one on. */
  private Frame madeAgain(int event, int end) {
    int from = event / MADE_AGAIN * MADE_AGAIN;
    Frame known = older.get(from);
    if (known != null && known.to() > event) return known;
    List<Buffer> events = new ArrayList<>(MADE_AGAIN);
    for (int i = from; i < Math.min(from + MADE_AGAIN, end); i++) events.add(again.apply(i));
    Frame made = Frame.of(from, events);
    older.put(from, made);
    return made;
  }

  private static final class Listener {
    final HttpServerResponse response;
    int next;
    int nextAtLastPing = -1;

    Listener(HttpServerResponse response, int next) {
      this.response = response;
      this.next = next;
    }

    /** Whether it was as full at the last ping, and has taken nothing since. */
    boolean isStuck() {
      boolean stuck = response.writeQueueFull() && next == nextAtLastPing;
      nextAtLastPing = response.writeQueueFull() ? next : -1;
      return stuck;
    }

    void tell(List<Frame> frames) {
      for (Frame frame : frames) {
        if (frame.to() <= next) continue;
        if (response.writeQueueFull()) return;
        write(frame.from(next));
        next = frame.to();
      }
    }

    /** A write that fails ends in the close handler. */
    void write(Buffer bytes) {
      if (!response.ended() && !response.closed()) response.write(bytes).onFailure(gone -> {});
    }
  }

  /** The listeners of one event loop; touched by it alone but for {@link #schedule}. */
  private final class Loop {
    private final Context context;
    private final List<Listener> here = new ArrayList<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private int told;

    Loop(Context context) {
      this.context = context;
      synchronized (frames) {
        this.told = sealed;
      }
      context.owner().setPeriodic(PING_MILLIS, timer -> context.runOnContext(n -> ping()));
    }

    void add(HttpServerResponse response, int next) {
      Listener listener = new Listener(response, next);
      here.add(listener);
      response.setWriteQueueMaxSize(MOST_WAITING_BYTES);
      response.closeHandler(gone -> remove(listener));
      response.exceptionHandler(broken -> {});
      response.drainHandler(free -> tell(listener));
      listener.write(GREETING);
      tell(listener);
    }

    /** Tells what is new to a listener, until its connection has enough. */
    private void tell(Listener listener) {
      for (List<Frame> more = framesFrom(listener.next);
          !more.isEmpty() && !listener.response.writeQueueFull() && !listener.response.closed();
          more = framesFrom(listener.next)) listener.tell(more);
    }

    private void remove(Listener listener) {
      if (here.remove(listener)) listeners.decrementAndGet();
    }

    void schedule() {
      if (scheduled.compareAndSet(false, true)) context.runOnContext(nothing -> flush());
    }

    private void flush() {
      scheduled.set(false);
      for (List<Frame> news = framesFrom(told); !news.isEmpty(); news = framesFrom(told)) {
        // Who lags behind what was told before is told more once its connection is free again.
        for (Listener listener : List.copyOf(here)) if (listener.next >= told) listener.tell(news);
        told = news.getLast().to();
      }
    }

    private void ping() {
      for (Listener listener : List.copyOf(here)) {
        if (listener.isStuck()) listener.response.reset();
        else if (!listener.response.writeQueueFull()) listener.write(PING);
      }
    }

    private void close() {
      for (Listener listener : List.copyOf(here)) listener.response.reset();
    }
  }
}
