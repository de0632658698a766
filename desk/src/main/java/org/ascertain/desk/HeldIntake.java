package org.ascertain.desk;

/** Whether so many rows of an intake fail that a person should look at the file first. */
final class HeldIntake {

  /**
   * Whether an intake stops here and waits: more than a fifth of its rows and more than fifty, by
   * the default thresholds, are kept aside.
   *
   * @param rows how many were checked so far
   * @param kept how many of them are kept aside
   */
  public static boolean mustWait(long rows, long kept, Thresholds thresholds) {
    return kept > thresholds.of(Threshold.HELD_ROWS)
        && kept * 1000 > rows * thresholds.of(Threshold.HELD_SHARE);
  }

  private HeldIntake() {}
}
