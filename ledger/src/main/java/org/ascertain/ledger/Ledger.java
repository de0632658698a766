package org.ascertain.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ObjLongConsumer;
import org.ascertain.record.Lines;

/**
 * The record of one election on disk. It gives each entry its index and its time, writes its line
 * once, and from then on only copies it. What it has said yes to is durable.
 */
public interface Ledger extends Lines, AutoCloseable {

  /** The places that a batch was given: {@code count} of them from {@code first} on. */
  record Indexes(long first, int count) {}

  /**
   * Appends a batch, all of it or nothing, one entry after the other.
   *
   * @param key names the batch: the same batch under the same key again gives the same indexes and
   *     appends nothing, so that whoever had no answer can ask again
   * @return done when the batch is durable. It fails with a {@link LedgerException}, after which
   *     nothing of the batch is in the record, or, where that is {@link
   *     LedgerException.Reason#UNKNOWN}, all of it may be. What depends on it runs on the ledger's
   *     own thread, so let it be short
   */
  CompletableFuture<Indexes> append(List<Draft> batch, String key);

  /**
   * Hands over durable entries from {@code from} up to, not including, {@code to}; others may
   * append meanwhile.
   */
  @Override
  void read(long from, long to, ObjLongConsumer<byte[]> each);

  /** How many entries are durable. */
  long size();

  /** Finishes what was accepted, and lets others write. */
  @Override
  void close();
}
