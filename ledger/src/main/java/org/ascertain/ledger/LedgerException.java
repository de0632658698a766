package org.ascertain.ledger;

/**
 * Why the ledger did not do what was asked; the message says it in a sentence that a person can act
 * on.
 */
public final class LedgerException extends RuntimeException {

  /** What kind of trouble it is, for programs. */
  public enum Reason {
    /** Too much is waiting, or another program has been writing for ten seconds; try again. */
    BUSY,
    /** The batch itself cannot be appended, now or later. */
    REFUSED,
    /** The disk is full; the same batch can be tried again when there is room. */
    FULL,
    /** The folder or file cannot be written to. */
    READ_ONLY,
    /** The file is of a newer version of the program, or none of its files. */
    FOREIGN,
    /** The file is damaged. */
    DAMAGED,
    /** Another server has taken over the writing; this one can read, and writes nothing more. */
    TAKEN,
    /** The ledger is closed. */
    CLOSED,
    /**
     * The disk failed while writing; ask again with the same key, to learn whether the batch is in
     * the record.
     */
    UNKNOWN
  }

  private final Reason reason;

  public LedgerException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public LedgerException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
