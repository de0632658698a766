package org.ascertain.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.ascertain.ledger.EntryWriter.Outcome;
import org.ascertain.ledger.LedgerException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A record in a file of SQLite. One platform thread owns the one connection that writes; what waits
 * while it writes is committed together next time, with one sync of the disk.
 */
public final class SqliteLedger implements Ledger {

  /** How many batches may wait. */
  private static final int LONGEST_QUEUE = 4_096;

  /** How many bytes of facts may wait. */
  private static final long LARGEST_QUEUE = 64L << 20;

  /** How many batches are committed together at most. */
  private static final int LARGEST_GROUP = 1_024;

  /** How long the writer stays awake after a write. */
  private static final long ALERT_NANOS = 50_000;

  private final Path file;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final WriterLock lock;
  private final BlockingQueue<PendingBatch> queue;
  private final AtomicLong waiting = new AtomicLong();
  private final Thread writer;
  private final PendingBatch end = PendingBatch.of(List.of(), "");
  private EntryWriter entries;
  private boolean writerIsSound = true;
  private volatile long size;
  private boolean closed;

  private SqliteLedger(Path file, InstantSource clock, Consumer<String> notices, int longestQueue) {
    this.file = file;
    this.clock = clock;
    this.notices = notices;
    this.queue = new ArrayBlockingQueue<>(longestQueue);
    this.lock = WriterLock.take(file);
    try {
      this.entries = new EntryWriter(file, clock, notices);
    } catch (SQLException e) {
      lock.close();
      throw Database.explain(e, file);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
    this.size = entries.size();
    this.writer = Thread.ofPlatform().name("ledger " + file.getFileName()).unstarted(this::write);
  }

  /**
   * Opens a record to write, making it if there is none.
   *
   * @param clock gives the time at which entries are recorded
   * @param notices gets sentences for whoever runs the program, as when the clock jumps back
   * @throws LedgerException if it cannot be written to, another writer has it, or it is not ours
   */
  public static SqliteLedger open(Path file, InstantSource clock, Consumer<String> notices) {
    return open(file, clock, notices, LONGEST_QUEUE);
  }

  static SqliteLedger open(
      Path file, InstantSource clock, Consumer<String> notices, int longestQueue) {
    Path whole = file.toAbsolutePath();
    try {
      Files.createDirectories(whole.getParent());
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY,
          whole.getParent() + " cannot be made (" + e + "). Check the permissions around it.",
          e);
    }
    SqliteLedger ledger = new SqliteLedger(whole, clock, notices, longestQueue);
    ledger.writer.start();
    return ledger;
  }

  @Override
  public CompletableFuture<Indexes> append(List<Draft> batch, String key) {
    if (batch.isEmpty() || key.isEmpty() || key.length() > 200)
      throw new IllegalArgumentException(
          "a batch has an entry at least, and a key of 1 to 200 characters");
    PendingBatch pending = PendingBatch.of(batch, key);
    synchronized (this) {
      if (closed) return failed(Reason.CLOSED, "The record is closed; nothing was recorded.");
      boolean roomy = waiting.get() == 0 || waiting.get() + pending.bytes() <= LARGEST_QUEUE;
      if (!roomy || !queue.offer(pending))
        return failed(
            Reason.BUSY,
            "Too much is waiting to be recorded; nothing of this was. Try again in a moment.");
      waiting.addAndGet(pending.bytes());
    }
    return pending.answer();
  }

  private static CompletableFuture<Indexes> failed(Reason reason, String message) {
    return CompletableFuture.failedFuture(new LedgerException(reason, message));
  }

  @Override
  public void read(long from, long to, ObjLongConsumer<byte[]> each) {
    new RecordOnDisk(file).read(from, Math.min(to, size), each);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) return;
      closed = true;
    }
    try {
      queue.put(end);
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }

  /** The writer's life: take what waits, write it, answer. */
  private void write() {
    List<PendingBatch> group = new ArrayList<>();
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
    letGo();
  }

  /**
   * The next batch. Whoever appends one by one comes back at once: to sleep and be woken would take
   * longer than to look for it a moment.
   */
  private PendingBatch next() throws InterruptedException {
    for (long until = System.nanoTime() + ALERT_NANOS;
        System.nanoTime() < until;
        Thread.onSpinWait()) {
      @Nullable PendingBatch pending = queue.poll();
      if (pending != null) return pending;
    }
    return queue.take();
  }

  private void writeGroup(List<PendingBatch> group) {
    List<Outcome> outcomes;
    try {
      if (!writerIsSound) takeNewWriter();
      outcomes = entries.write(group);
    } catch (SQLException e) {
      fail(group, Database.explain(e, file));
      return;
    } catch (RuntimeException e) {
      fail(
          group,
          e instanceof LedgerException known
              ? known
              : new LedgerException(Reason.UNKNOWN, "Writing failed: " + e, e));
      return;
    }
    size = entries.size();
    for (int i = 0; i < group.size(); i++) {
      PendingBatch pending = group.get(i);
      waiting.addAndGet(-pending.bytes());
      switch (outcomes.get(i)) {
        case Outcome.Written(Indexes indexes) -> pending.answer().complete(indexes);
        case Outcome.Refused(LedgerException why) -> pending.answer().completeExceptionally(why);
      }
    }
  }

  private void fail(List<PendingBatch> group, LedgerException why) {
    // What failed is taken back; where even that fails, or it is not known what is on disk, the
    // file is read afresh.
    try {
      entries.undo();
      if (why.reason() == Reason.UNKNOWN) writerIsSound = false;
    } catch (SQLException e) {
      writerIsSound = false;
    }
    for (PendingBatch pending : group) {
      waiting.addAndGet(-pending.bytes());
      pending.answer().completeExceptionally(why);
    }
  }

  private void takeNewWriter() throws SQLException {
    letGo();
    entries = new EntryWriter(file, clock, notices);
    writerIsSound = true;
    size = entries.size();
  }

  private void letGo() {
    try {
      entries.close();
    } catch (SQLException e) {
      notices.accept(
          file
              + " could not be closed ("
              + e.getMessage()
              + "); what was answered is durable all the same.");
    }
  }
}
