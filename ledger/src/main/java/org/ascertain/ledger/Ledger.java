package org.ascertain.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.ascertain.record.Lines;

/**
 * The record of one election on disk, open to be appended to. It gives each entry its index and its
 * time, writes its line once, and from then on only copies it. What it has said yes to is durable.
 *
 * <p>Several programs may append to one record: each batch is written by one of them alone, after
 * it has taken in what the others appended before.
 */
public interface Ledger extends Lines, AutoCloseable {

  /** The places that a batch was given: {@code count} of them from {@code first} on. */
  record Indexes(long first, int count) {}

  /** Whether a ledger takes batches. */
  enum State {
    OPEN,
    /** Its writer met an error of the program or the machine that it cannot go on after. */
    STOPPED,
    CLOSED
  }

  /**
   * Appends a batch, all of it or nothing, one entry after the other.
   *
   * @param batch facts, or entries that are copied, not both; empty only with something beside it
   * @param key names the batch: the same batch under the same key again gives the same indexes and
   *     appends nothing, so that whoever had no answer can ask again
   * @param beside what is written in the same transaction
   * @return done when the batch is durable. It fails with a {@link LedgerException}, after which
   *     nothing of the batch is in the record, or, where that is {@link
   *     LedgerException.Reason#UNKNOWN}, all of it may be. It is always answered: the disk's lock
   *     is waited for ten seconds. What depends on it runs on the ledger's own thread, so let it be
   *     short
   */
  CompletableFuture<Indexes> append(List<Draft> batch, String key, Beside beside);

  /** Appends a batch with nothing beside it. */
  default CompletableFuture<Indexes> append(List<Draft> batch, String key) {
    return append(batch, key, Beside.NOTHING);
  }

  /**
   * Hands on each entry once it is durable, in order and without a gap, whoever appended it. What
   * other programs append is seen when this one next writes or {@link #lookForOthers} is called. It
   * runs on the ledger's own thread, so let it be short.
   *
   * @return the index of the first entry that will be handed on; those before it can be read
   */
  long follow(Consumer<Recorded> each);

  /** Takes in what other programs have appended; done when that was handed on. */
  CompletableFuture<Void> lookForOthers();

  /**
   * Hands over durable entries from {@code from} up to, not including, {@code to}; others may
   * append meanwhile.
   */
  @Override
  void read(long from, long to, ObjLongConsumer<byte[]> each);

  /** How many entries are durable, of those that this ledger has written or taken in. */
  long size();

  State state();

  /** Finishes what was accepted. */
  @Override
  void close();
}
