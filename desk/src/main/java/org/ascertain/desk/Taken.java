package org.ascertain.desk;

import org.ascertain.ledger.LedgerException;

/** What came of handing something in. */
public sealed interface Taken {

  /**
   * Its rows are decided, or as many as were before it stopped.
   *
   * @param intake of a dry run, what it would have become, without a number
   * @param wasThere whether the same had come before, so that nothing was done
   */
  record Answered(Intake intake, boolean dryRun, boolean wasThere) implements Taken {}

  /** Nothing of it is taken. */
  record Refused(Told why) implements Taken {
    static Refused of(Finding why) {
      return new Refused(Told.of(why));
    }
  }

  /**
   * The record could not be written. What {@code soFar} counts is durable; the same again goes on
   * there.
   */
  record Broken(LedgerException why, Intake soFar) implements Taken {}
}
