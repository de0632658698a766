package org.ascertain.audit;

import org.ascertain.audit.Holding.Count;
import org.ascertain.election.Votes;

/** A step of the audit of one unit, as what it adds to the evidence. */
public sealed interface AuditRound {

  String unit();

  /**
   * Cards compared with their records.
   *
   * @param cards how many were drawn
   * @param oneTooMany of them, with one vote too many for the winner against a loser
   * @param twoTooMany with two
   * @param oneTooFew with one too few
   * @param twoTooFew with two
   * @param replacement whether a card could be drawn again
   */
  record Comparison(
      String unit,
      long cards,
      long oneTooMany,
      long twoTooMany,
      long oneTooFew,
      long twoTooFew,
      boolean replacement)
      implements AuditRound {

    /** Of cards that could be drawn again. */
    public Comparison(
        String unit, long cards, long oneTooMany, long twoTooMany, long oneTooFew, long twoTooFew) {
      this(unit, cards, oneTooMany, twoTooMany, oneTooFew, twoTooFew, true);
    }

    /** On how many cards nothing differs. */
    long clean() {
      return cards - oneTooMany - twoTooMany - oneTooFew - twoTooFew;
    }
  }

  /**
   * Cards looked at alone.
   *
   * @param cards how many were drawn
   * @param winner of them, with a vote for the reported winner
   * @param losers with a vote for each other candidate
   * @param replacement whether a card could be drawn again
   */
  record Polling(String unit, long cards, long winner, Votes losers, boolean replacement)
      implements AuditRound {}

  /**
   * All cards of a unit counted by hand, from a trustworthy and complete set of paper.
   *
   * @param won whether the reported winner has won it by that count
   */
  record HandCount(String unit, boolean won) implements AuditRound {}

  /**
   * A p-value that an audit of the unit has published, of a sample of its own; a unit has one at
   * most.
   *
   * @param p above 0 and at most 1
   */
  record Published(String unit, double p) implements AuditRound {}

  /**
   * What is reported of the unit from now on, over all cards of its manifest. Where it is not what
   * was reported before, what the cards have shown so far counts for no more than nothing.
   */
  record Reported(String unit, Count count) implements AuditRound {}
}
