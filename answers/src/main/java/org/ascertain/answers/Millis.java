package org.ascertain.answers;

import org.ascertain.election.When;

/** Moments as programs in a browser order them: milliseconds since 1970-01-01T00:00Z. */
final class Millis {

  public static long of(long effective) {
    return Math.floorDiv(effective, 1_000_000L);
  }

  public static long of(When when) {
    return of(when.effective());
  }

  private Millis() {}
}
