package org.ascertain.ledger;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.ascertain.ledger.EntryWriter.Outcome;
import org.ascertain.ledger.LedgerException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A record in a database. One platform thread owns the one connection that writes; what waits while
 * it writes is committed together next time, with one sync of the disk.
 */
final class RecordLedger implements Ledger {

  /** How many batches may wait. */
  static final int LONGEST_QUEUE = 4_096;

  /** How many bytes of facts may wait. */
  static final long LARGEST_QUEUE = 64L << 20;

  /** How many batches are committed together at most. */
  private static final int LARGEST_GROUP = 1_024;

  /** How long the writer stays awake after a write. */
  private static final long ALERT_NANOS = 200_000;

  /**
   * How long closing waits for what was accepted: some groups, each waiting for the disk's lock.
   */
  private static final long CLOSING_MILLIS = 60_000;

  private final Database database;
  private final List<Tables> tables;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final BlockingQueue<PendingBatch> queue;
  private final AtomicLong waiting = new AtomicLong();
  private final Thread writer;
  private final PendingBatch end = PendingBatch.of(List.of(), "", Beside.NOTHING);
  private final List<Consumer<Recorded>> followers = new ArrayList<>();
  private EntryWriter entries;
  private boolean writerIsSound = true;
  private volatile long size;
  private volatile State state = State.OPEN;

  private RecordLedger(
      Database database,
      List<Tables> tables,
      InstantSource clock,
      Consumer<String> notices,
      int longestQueue) {
    this.database = database;
    this.tables = List.copyOf(tables);
    this.clock = clock;
    this.notices = notices;
    this.queue = new ArrayBlockingQueue<>(longestQueue);
    try {
      this.entries = new EntryWriter(database, this.tables, clock, notices, OptionalLong.empty());
    } catch (SQLException e) {
      throw database.explain(e);
    }
    this.size = entries.size();
    this.writer = Thread.ofPlatform().name("ledger " + database.name()).unstarted(this::write);
  }

  /** Opens a record to write; see {@link Store#open}. */
  static Ledger open(
      Database database,
      InstantSource clock,
      Consumer<String> notices,
      int longestQueue,
      List<Tables> tables) {
    RecordLedger ledger = new RecordLedger(database, tables, clock, notices, longestQueue);
    ledger.writer.start();
    return ledger;
  }

  @Override
  public CompletableFuture<Indexes> append(List<Draft> batch, String key, Beside beside) {
    if ((batch.isEmpty() && beside.equals(Beside.NOTHING)) || key.isEmpty() || key.length() > 200)
      throw new IllegalArgumentException(
          "a batch has an entry at least, or something beside it, and a key of 1 to 200"
              + " characters");
    return accept(PendingBatch.of(batch, key, beside));
  }

  @Override
  public CompletableFuture<Void> lookForOthers() {
    return accept(PendingBatch.of(List.of(), "", Beside.NOTHING)).thenAccept(indexes -> {});
  }

  private CompletableFuture<Indexes> accept(PendingBatch batch) {
    synchronized (this) {
      if (state == State.STOPPED)
        return failed(
            Reason.CLOSED,
            "The writer of "
                + database.place()
                + " has stopped after an error; nothing was recorded.");
      if (state == State.CLOSED)
        return failed(Reason.CLOSED, "The record is closed; nothing was recorded.");
      boolean roomy = waiting.get() == 0 || waiting.get() + batch.bytes() <= LARGEST_QUEUE;
      if (!roomy || !queue.offer(batch))
        return failed(
            Reason.BUSY,
            "Too much is waiting to be recorded; nothing of this was. Try again in a moment.");
      waiting.addAndGet(batch.bytes());
    }
    return batch.answer();
  }

  private static CompletableFuture<Indexes> failed(Reason reason, String message) {
    return CompletableFuture.failedFuture(new LedgerException(reason, message));
  }

  @Override
  public long follow(Consumer<Recorded> each) {
    synchronized (followers) {
      followers.add(each);
      return size;
    }
  }

  @Override
  public void read(long from, long to, ObjLongConsumer<byte[]> each) {
    database.record().read(from, Math.min(to, size), each);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (state != State.OPEN) return;
      state = State.CLOSED;
    }
    try {
      if (queue.offer(end, CLOSING_MILLIS, TimeUnit.MILLISECONDS)) writer.join(CLOSING_MILLIS);
      if (writer.isAlive())
        notices.accept(
            database.place() + " is still being written to; what was answered is durable.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The writer's life: take what waits, write it, answer. */
  private void write() {
    List<PendingBatch> group = new ArrayList<>();
    try {
      for (boolean open = true; open; ) {
        group.clear();
        try {
          group.add(next());
        } catch (InterruptedException e) {
          continue; // only close ends the writer: what was accepted is written
        }
        queue.drainTo(group, LARGEST_GROUP - 1);
        open = !group.remove(end);
        if (!group.isEmpty()) writeGroup(group);
      }
    } catch (Throwable error) {
      stop(group, error);
      notices.accept("The writer of " + database.place() + " has stopped: " + error);
    } finally {
      letGo();
    }
  }

  /** Nobody waits for a writer that is no more. */
  private void stop(List<PendingBatch> group, Throwable error) {
    synchronized (this) {
      if (state == State.OPEN) state = State.STOPPED;
      queue.drainTo(group);
    }
    LedgerException why =
        new LedgerException(
            Reason.UNKNOWN,
            "The writer of %s has stopped (%s). Open it again, and ask with the same key whether this was recorded."
                .formatted(database.place(), error),
            error);
    for (PendingBatch batch : group) batch.answer().completeExceptionally(why);
  }

  /**
   * The next batch. Whoever appends one by one comes back at once: to sleep and be woken would take
   * longer than to look for it a moment.
   */
  private PendingBatch next() throws InterruptedException {
    for (long until = System.nanoTime() + ALERT_NANOS;
        System.nanoTime() < until;
        Thread.onSpinWait()) {
      @Nullable PendingBatch batch = queue.poll();
      if (batch != null) return batch;
    }
    return queue.take();
  }

  private void writeGroup(List<PendingBatch> group) {
    List<PendingBatch> looks = group.stream().filter(RecordLedger::isLook).toList();
    List<PendingBatch> batches = group.stream().filter(batch -> !isLook(batch)).toList();
    List<Outcome> outcomes = List.of();
    try {
      if (!writerIsSound || entries.isLost()) takeNewWriter();
      if (batches.isEmpty()) entries.lookForOthers();
      else outcomes = entries.write(batches);
    } catch (SQLException e) {
      fail(group, database.explain(e));
      return;
    } catch (RuntimeException e) {
      fail(
          group,
          e instanceof LedgerException known
              ? known
              : new LedgerException(Reason.UNKNOWN, "Writing failed: " + e, e));
      return;
    } catch (OutOfMemoryError | StackOverflowError e) {
      // What these leave of the writer's own state cannot be known: the database is read afresh.
      writerIsSound = false;
      fail(
          group,
          new LedgerException(
              Reason.UNKNOWN,
              "The program ran out of memory while writing. Ask again with the same key to learn"
                  + " whether it was recorded.",
              e));
      return;
    }
    handOn();
    for (int i = 0; i < batches.size(); i++) {
      PendingBatch batch = batches.get(i);
      waiting.addAndGet(-batch.bytes());
      switch (outcomes.get(i)) {
        case Outcome.Written(Indexes indexes) -> batch.answer().complete(indexes);
        case Outcome.Refused(LedgerException why) -> batch.answer().completeExceptionally(why);
      }
    }
    for (PendingBatch look : looks) look.answer().complete(new Indexes(size, 0));
  }

  /** Whether nothing is to be written, only what others appended to be taken in. */
  private static boolean isLook(PendingBatch batch) {
    return batch.key().isEmpty();
  }

  private void handOn() {
    List<Recorded> news = entries.news();
    synchronized (followers) {
      size = entries.size();
      followers.removeIf(follower -> !hears(follower, news));
    }
  }

  /** Tells one who follows; false if they failed, and are told no more. */
  private boolean hears(Consumer<Recorded> follower, List<Recorded> news) {
    try {
      news.forEach(follower);
      return true;
    } catch (RuntimeException e) {
      notices.accept(
          "One who followed " + database.place() + " has failed and is told no more: " + e);
      return false;
    }
  }

  private void fail(List<PendingBatch> group, LedgerException why) {
    // What failed is taken back; where even that fails, or it is not known what is on disk, the
    // database is read afresh.
    try {
      if (writerIsSound) entries.undo();
      if (why.reason() == Reason.UNKNOWN) writerIsSound = false;
    } catch (SQLException | LedgerException e) {
      writerIsSound = false;
    }
    if (writerIsSound) handOn(); // else the next writer finds what is durable and was not told
    for (PendingBatch batch : group) {
      waiting.addAndGet(-batch.bytes());
      batch.answer().completeExceptionally(why);
    }
  }

  private void takeNewWriter() throws SQLException {
    letGo();
    entries = new EntryWriter(database, tables, clock, notices, OptionalLong.of(size));
    writerIsSound = true;
  }

  private void letGo() {
    try {
      entries.close();
    } catch (SQLException e) {
      notices.accept(
          database.place()
              + " could not be closed ("
              + e.getMessage()
              + "); what was answered is durable all the same.");
    }
  }
}
