package org.ascertain.desk;

import java.util.concurrent.CompletableFuture;
import org.ascertain.ledger.Ledger.Indexes;

/** A batch that was handed to the ledger: what is decided after it builds on it. */
final class HandedBatch {

  /**
   * The record is not what it was decided on: it has grown, or what came before was not written.
   */
  private static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1;

    Moved() {
      super("the record is another meanwhile", null, false, false);
    }
  }

  /** Set by the ledger's writer, in the batch's own transaction. */
  private volatile boolean isWritten;

  private CompletableFuture<Indexes> answer = new CompletableFuture<>();

  /** What nothing was handed over before. */
  static HandedBatch nothing() {
    HandedBatch nothing = new HandedBatch();
    nothing.isWritten = true;
    nothing.answer = CompletableFuture.completedFuture(new Indexes(0, 0));
    return nothing;
  }

  /** The ledger's writer has written it, in a transaction that may still fail. */
  void written() {
    isWritten = true;
  }

  /** What the ledger will answer. */
  void answeredBy(CompletableFuture<Indexes> ledger) {
    answer = ledger;
  }

  /** Whether what was decided on it stands, as seen by the ledger's writer. */
  boolean stands() {
    return isWritten && !answer.isCompletedExceptionally();
  }

  boolean hasFailed() {
    return answer.isDone() && !stands();
  }

  /** Waits for the ledger's answer, which comes even where its writer ends. */
  void await() {
    answer.handle((done, failed) -> done).join();
  }

  /** What fails a batch that is to be decided again. */
  static RuntimeException moved() {
    return new Moved();
  }

  /** Whether a batch failed only because the record has grown meanwhile. */
  static boolean hasMoved(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause())
      if (each instanceof Moved) return true;
    return false;
  }
}
