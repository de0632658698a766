package org.ascertain.server;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.ascertain.answers.Edition;
import org.ascertain.answers.LiveEventJson;
import org.ascertain.archive.Archive;
import org.ascertain.desk.ElectionHistory;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.Law;
import org.ascertain.record.Line;
import org.ascertain.record.Lines;
import org.ascertain.record.RecordReader;
import org.ascertain.server.Rendered.Effort;
import org.jspecify.annotations.Nullable;

/**
 * An election whose record goes on. One thread reads it, entry by entry, and tells those who listen
 * at once; another makes a new snapshot of what has come since the last, as often as that is cheap.
 */
final class LiveElection implements ServedElection, AutoCloseable {

  /** How often to look for entries that another process has written. */
  private static final long LOOK_EVERY_MILLIS = 500;

  /** A snapshot is made no more often than this, and takes no more than a sixth of the time. */
  private static final long SNAPSHOT_EVERY_MILLIS = 200;

  private static final int SHARE = 6;

  private final String id;
  private final Edition edition;
  private final Effort effort;
  private final GrowingRecordStream arriving;
  private final RecordLines lines = new RecordLines();
  private final LiveFeed feed = new LiveFeed();
  private final List<Entry> entries = new ArrayList<>();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final AtomicReference<CompletableFuture<Snapshot>> snapshot =
      new AtomicReference<>(new CompletableFuture<>());
  private final Thread reader;
  private final Thread renderer;
  private @Nullable LiveEventJson events;
  private boolean stopped;

  /**
   * Begins to read.
   *
   * @param source the record; it may grow
   * @param size how many entries it has by now
   */
  LiveElection(String id, Edition edition, Effort effort, Lines source, LongSupplier size) {
    this.id = id;
    this.edition = edition;
    this.effort = effort;
    this.arriving = new GrowingRecordStream(source, size, LOOK_EVERY_MILLIS, caughtUp::countDown);
    this.reader = Thread.ofVirtual().name("reader " + id).unstarted(this::read);
    this.renderer = Thread.ofPlatform().daemon().name("snapshots " + id).unstarted(this::render);
  }

  void start() {
    feed.start();
    reader.start();
    renderer.start();
  }

  /** Says that there may be more to read. */
  void wake() {
    arriving.wake();
  }

  private void read() {
    RecordReader.forEach(arriving, this::take);
  }

  private void take(Line line) {
    if (line.entry().isEmpty()) return;
    Entry entry = line.entry().get();
    lines.add(line.bytes());
    LiveEventJson telling = events;
    if (telling == null) {
      if (!(entry.fact() instanceof Header header)) return;
      telling = new LiveEventJson(edition, header, law(header), Archive.knownUnits());
      events = telling;
    }
    Buffer event = event(entry, telling.after(entry, System.currentTimeMillis()));
    synchronized (entries) {
      entries.add(entry);
      entries.notifyAll();
    }
    feed.add(event);
  }

  private static Buffer event(Entry entry, String data) {
    return Buffer.buffer("id: " + entry.index() + "\nevent: entry\ndata: " + data + "\n\n");
  }

  private static Law law(Header header) {
    return Law.of(header).orElseThrow();
  }

  private void render() {
    try {
      caughtUp.await();
      for (int size = awaitMoreThan(0); size > 0; size = awaitMoreThan(size)) {
        long began = System.nanoTime();
        publish(size);
        long tookMillis = (System.nanoTime() - began) / 1_000_000;
        Thread.sleep(Math.max(SNAPSHOT_EVERY_MILLIS, (SHARE - 1) * tookMillis));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private int awaitMoreThan(int size) throws InterruptedException {
    synchronized (entries) {
      while (entries.size() <= size && !stopped) entries.wait();
      return stopped ? 0 : entries.size();
    }
  }

  private void publish(int size) {
    List<Entry> known;
    synchronized (entries) {
      known = List.copyOf(entries.subList(0, size));
    }
    Snapshot made = new Snapshot(edition, effort, known, ElectionHistory.of(known));
    made.standingJson.get();
    CompletableFuture<Snapshot> before =
        snapshot.getAndSet(CompletableFuture.completedFuture(made));
    before.complete(made);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public CompletableFuture<Snapshot> snapshot(Executor executor) {
    return snapshot.get();
  }

  @Override
  public RecordLines lines() {
    return lines;
  }

  @Override
  public Optional<LiveFeed> feed() {
    return Optional.of(feed);
  }

  @Override
  public void close() {
    arriving.end();
    synchronized (entries) {
      stopped = true;
      entries.notifyAll();
    }
    feed.close();
  }
}
