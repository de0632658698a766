package org.ascertain.standing;

import java.util.Arrays;
import java.util.OptionalLong;

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
   * @param uncredited the votes that neither a ticket nor others have, where a total tells
   */
  static int of(long[] figures, Register register, OptionalLong uncredited) {
    long[] slates = register.bySlate(figures);
    int leader = of(slates);
    long named = Arrays.stream(figures).filter(n -> n >= 0).count();
    if (leader < 0 || named == figures.length) return leader;
    if (uncredited.isEmpty()) return named > 1 ? leader : NOT_KNOWN;
    return slates[leader] > uncredited.getAsLong() ? leader : NOT_KNOWN;
  }

  private Leader() {}
}
