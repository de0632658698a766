package org.ascertain.server;

import io.vertx.core.buffer.Buffer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ascertain.answers.Edition;
import org.ascertain.answers.LiveEventJson;
import org.ascertain.answers.Names;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Freeze;
import org.ascertain.desk.KeptRecord;
import org.ascertain.desk.RecordSense;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.RecordTail;
import org.ascertain.ledger.Recorded;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;

/**
 * An election whose record goes on. One thread reads it, entry by entry, and tells those who listen
 * at once; another makes a new snapshot of what has come since the last, as often as that is cheap.
 * Where reading fails it goes on at the first entry that was not taken. What the record had at the
 * beginning is verified meanwhile: before it has shown to be sound, nothing is told.
 */
final class LiveElection implements ServedElection, AutoCloseable {

  /** How often to look for entries that another process has written. */
  private static final long LOOK_EVERY_MILLIS = 500;

  /** The same while they come. */
  private static final long LOOK_AGAIN_MILLIS = 25;

  private static final long LIVELY_NANOS = 5_000_000_000L;

  private static final int AT_A_TIME = 1_000;

  /** A snapshot is made no more often than this, and takes a quarter of a processor at most. */
  private static final long SNAPSHOT_EVERY_MILLIS = 100;

  private static final int SHARE = 4;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** How long a reader waits for a record that is being read for the first time. */
  private static final int PATIENCE_SECONDS = 5;

  private static final String NO_HEADER = "the first entry describes no election";
  private static final String NO_LAW = "no law is known of this election";

  /**
   * Where entries come one by one and fast, some are read together: each look opens the file anew.
   */
  private static final long GATHER_NANOS = 20_000_000;

  private final String id;
  private final Edition edition;
  private final Effort effort;
  private final StoredRecord record;
  private final RecordLines lines;
  private final LiveFeed feed;
  private final Semaphore woken = new Semaphore(0);
  private final CompletableFuture<Snapshot> made = new CompletableFuture<>();
  private final CompletableFuture<Snapshot> first;
  private final CompletableFuture<Void> looked = new CompletableFuture<>();
  private final RecordVerification verification;
  private final GuardedWork reader;
  private final GuardedWork renderer;
  private volatile @Nullable Snapshot newest;
  private volatile @Nullable History history;
  private @Nullable RecordTail tail;
  private long lastCame = System.nanoTime() - LIVELY_NANOS;
  private @Nullable LiveEventJson events;

  /** An election of whose record nothing has been read yet. */
  LiveElection(String id, Edition edition, Effort effort, DataFolder folder) {
    this.id = id;
    this.edition = edition;
    this.effort = effort;
    this.record = folder.election(id);
    this.verification = new RecordVerification(folder, id);
    this.first = verification.sound().thenCompose(sound -> made);
    this.lines = new RecordLines(record, size -> RecordLines.tag(record.root(size)));
    this.feed = new LiveFeed(id, this::toldBefore);
    this.reader = new GuardedWork("reader of " + id, this::read);
    this.renderer = new GuardedWork("snapshots of " + id, this::render);
  }

  void start() {
    feed.start();
    verification.start();
    reader.start();
    renderer.start();
  }

  @Override
  public void wake() {
    woken.release();
  }

  private boolean read() throws InterruptedException {
    if (verification.damage().isPresent()) return false;
    RecordTail from = tail;
    // Only a step that succeeds leaves its place behind.
    tail = null;
    long shown = shown();
    if (from == null) from = again(shown);
    long taken = from.read(Math.clamp(shown - from.next(), 0, AT_A_TIME), this::take);
    LiveEventJson telling = events;
    if (taken > 0 && telling != null) history = telling.history();
    if (taken < AT_A_TIME) looked.complete(null);
    if (taken == 0) awaitMore();
    else lastCame = System.nanoTime();
    tail = from;
    return true;
  }

  /**
   * Takes in at once what the record has by now; what comes after that is told entry by entry.
   * After a fault it begins so again.
   */
  private RecordTail again(long shown) {
    events = null;
    RecordSense sense = new RecordSense();
    RecordTail from = KeptRecord.read(record, Math.min(record.size(), shown), sense::take);
    if (from.next() == 0) return from;
    if (sense.header().isEmpty()) throw new IllegalStateException(NO_HEADER);
    Course course = sense.course().orElseThrow(() -> new IllegalStateException(NO_LAW));
    begin(course);
    int taken = Math.toIntExact(from.next());
    if (lines.size() == 0) feed.begin(taken);
    else for (int i = lines.size(); i < taken; i++) feed.add(toldBefore(i));
    lines.growTo(taken);
    return from;
  }

  /** How many entries the public sees at most: all, unless it was frozen. */
  private long shown() {
    return Freeze.of(record) instanceof Freeze.Frozen frozen ? frozen.entries() : Long.MAX_VALUE;
  }

  private LiveEventJson begin(Course course) {
    LiveEventJson telling = new LiveEventJson(edition, course);
    events = telling;
    if (course.isBegun()) history = telling.history();
    return telling;
  }

  private void take(Recorded recorded) {
    Entry entry = recorded.entry();
    LiveEventJson telling = events;
    if (telling == null) telling = begin(Course.under(law(entry), Archive.knownUnits()));
    feed.add(event(entry, telling.after(entry, System.currentTimeMillis())));
    lines.growTo(Math.toIntExact(entry.index() + 1));
  }

  /** The event of an entry of which nobody kept what it changed. */
  private Buffer toldBefore(int index) {
    History known = Objects.requireNonNull(history, "a record that was read");
    Entry entry = known.entry(index).orElseThrow();
    return event(
        entry,
        LiveEventJson.again(edition, new Names(known.header()), entry, System.currentTimeMillis()));
  }

  private void awaitMore() throws InterruptedException {
    boolean isLively = System.nanoTime() - lastCame < LIVELY_NANOS;
    long wait = isLively ? LOOK_AGAIN_MILLIS : LOOK_EVERY_MILLIS;
    if (!woken.tryAcquire(wait, TimeUnit.MILLISECONDS)) return;
    if (System.nanoTime() - lastCame < GATHER_NANOS) Thread.sleep(GATHER_NANOS / 1_000_000);
    woken.drainPermits();
  }

  private static Buffer event(Entry entry, String data) {
    return Buffer.buffer("id: " + entry.index() + "\nevent: entry\ndata: " + data + "\n\n");
  }

  private static Law law(Entry first) {
    if (!(first.fact() instanceof Header header)) throw new IllegalStateException(NO_HEADER);
    return Law.of(header).orElseThrow(() -> new IllegalStateException(NO_LAW));
  }

  private boolean render() throws InterruptedException {
    if (verification.damage().isPresent()) return false;
    Snapshot before = newest;
    History read = history;
    int told = before == null ? 0 : before.size();
    if (!looked.isDone() || read == null || read.size() <= told) {
      Thread.sleep(SNAPSHOT_EVERY_MILLIS / 4);
      return true;
    }
    long began = THREADS.getCurrentThreadCpuTime();
    Snapshot fresh = make(read);
    newest = fresh;
    made.complete(fresh);
    if (before != null) {
      Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
      read.entry(told).ifPresent(first -> WorkMetrics.visible(first.recorded(), now));
    }
    long tookMillis = (THREADS.getCurrentThreadCpuTime() - began) / 1_000_000;
    Thread.sleep(Math.max(SNAPSHOT_EVERY_MILLIS, (SHARE - 1) * tookMillis));
    return true;
  }

  private Snapshot make(History read) {
    Snapshot made = new Snapshot(edition, effort, read);
    made.standingJson.get();
    return made;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ServingState state() {
    Optional<Snapshot> known =
        Optional.ofNullable(newest).filter(snapshot -> verification.isSound());
    Optional<String> why =
        verification
            .damage()
            .or(verification::trouble)
            .or(reader::trouble)
            .or(renderer::trouble)
            .or(feed::trouble);
    if (why.isPresent()) return new ServingState.Stopped(why.get(), known);
    if (known.isPresent()) return new ServingState.Live(known.get());
    int read = lines.size();
    return read == 0 && looked.isDone() && verification.isSound()
        ? new ServingState.NotBegun()
        : new ServingState.Reading(read);
  }

  @Override
  public Snapshot snapshot() {
    ServingState state = state();
    return state.snapshot().orElseThrow(() -> state.refusal(id));
  }

  @Override
  public CompletableFuture<Snapshot> snapshot(Executor executor) {
    ServingState state = state();
    if (!(state instanceof ServingState.Reading))
      return state
          .snapshot()
          .map(CompletableFuture::completedFuture)
          .orElseGet(() -> CompletableFuture.failedFuture(state.refusal(id)));
    return first
        .copy()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionallyCompose(late -> CompletableFuture.failedFuture(state().refusal(id)));
  }

  @Override
  public CompletableFuture<Optional<Snapshot>> known(Executor executor) {
    return CompletableFuture.completedFuture(state().snapshot());
  }

  /** Is done once its first snapshot is there, or its record has shown to be empty, or damaged. */
  CompletableFuture<Void> begun() {
    return verification
        .sound()
        .thenCompose(sound -> looked)
        .thenCompose(
            nothing ->
                lines.size() == 0 && !edition.rehearsal()
                    ? CompletableFuture.<Void>completedFuture(null)
                    : first.<Void>thenApply(snapshot -> null))
        .exceptionally(damaged -> null);
  }

  @Override
  public RecordLines lines() {
    requireSound();
    return lines;
  }

  @Override
  public Optional<LiveFeed> feed() {
    requireSound();
    return Optional.of(feed);
  }

  private void requireSound() {
    if (!verification.isSound()) throw state().refusal(id);
  }

  @Override
  public void close() {
    verification.close();
    reader.close();
    renderer.close();
    feed.close();
  }
}
