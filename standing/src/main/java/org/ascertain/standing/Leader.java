package org.ascertain.standing;

/** Who leads a list of votes. */
final class Leader {

  /**
   * The place with the most votes; -1 where there are none, or several share the most: a tie leads
   * for nobody.
   */
  static int of(long[] votes) {
    int leader = -1;
    long most = 0;
    for (int i = 0; i < votes.length; i++) {
      if (votes[i] > most) {
        leader = i;
        most = votes[i];
      } else if (votes[i] == most) leader = -1;
    }
    return leader;
  }

  private Leader() {}
}
