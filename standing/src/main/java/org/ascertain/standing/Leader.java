package org.ascertain.standing;

/** Who leads a list of votes. */
final class Leader {

  /** Nobody: there are no votes, or several share the most. */
  static final int NOBODY = -1;

  /** Somebody who has no figure may have more than anybody who has one. */
  static final int NOT_KNOWN = -2;

  /**
   * The place with the most votes; {@link #NOBODY} where there are none, or several share the most:
   * a tie leads for nobody.
   */
  static int of(long[] votes) {
    int leader = NOBODY;
    long most = 0;
    for (int i = 0; i < votes.length; i++) {
      if (votes[i] > most) {
        leader = i;
        most = votes[i];
      } else if (votes[i] == most) leader = NOBODY;
    }
    return leader;
  }

  /**
   * The slate that leads a count, by its first ticket's place; {@link #NOT_KNOWN} where one that
   * has no figure may lead: one stands alone in a statement that is silent on all others, or the
   * votes nobody is credited with are more than the leader has.
   *
   * @param figures by ticket, -1 for one that has no figure
   * @param uncredited the votes that neither a ticket nor others have; -1 where no total tells
   */
  static int of(long[] figures, Register register, long uncredited) {
    long[] slates = register.hasSlates() ? register.bySlate(figures) : figures;
    int leader = of(slates);
    int named = 0;
    for (long figure : figures) if (figure >= 0) named++;
    if (leader < 0 || named == figures.length) return leader;
    if (uncredited < 0) return named > 1 ? leader : NOT_KNOWN;
    return slates[leader] > uncredited ? leader : NOT_KNOWN;
  }

  private Leader() {}
}
