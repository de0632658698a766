package org.ascertain.audit;

/**
 * What was seen of one unit's cards in one round of an audit, cards drawn with replacement by a
 * published rule.
 */
public sealed interface AuditRound {

  String unit();

  /**
   * Cards compared with their records.
   *
   * @param cards how many were drawn
   * @param oneTooMany of them, with one vote too many for the winner against the loser
   * @param twoTooMany with two
   * @param oneTooFew with one too few
   * @param twoTooFew with two
   */
  record Comparison(
      String unit, long cards, long oneTooMany, long twoTooMany, long oneTooFew, long twoTooFew)
      implements AuditRound {}

  /**
   * Cards looked at alone.
   *
   * @param cards how many were drawn
   * @param winner of them, with a vote for the reported winner
   * @param loser with a vote for who is reported second
   */
  record Polling(String unit, long cards, long winner, long loser) implements AuditRound {}

  /**
   * All cards of a unit counted by hand, from a trustworthy and complete set of paper.
   *
   * @param won whether the reported winner has won it by that count
   */
  record HandCount(String unit, boolean won) implements AuditRound {}
}
