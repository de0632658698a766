package org.ascertain.law;

/**
 * Who is chosen, and by whom.
 *
 * @param candidate the person's id, or {@link #NOBODY}
 */
public record Choice(String candidate, By by) {

  /**
   * In one of several alternatives: nobody yet, because the body that {@code by} names has still to
   * choose.
   */
  public static final String NOBODY = "nobody";

  /** Who chooses. */
  public enum By {
    /** A majority of the electors appointed. */
    ELECTORS,
    /** The House by states, in a contingent election. */
    HOUSE,
    /** The Senate, in a contingent election. */
    SENATE,
    /** The second place of a vote for two persons each, 1788 to 1800; it takes no majority. */
    RUNNER_UP
  }
}
