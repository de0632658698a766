package org.ascertain.audit;

/** How a card that was drawn is looked at. */
public sealed interface AuditMethod {

  /**
   * Each card is compared with its record.
   *
   * @param one the share of cards supposed to have one vote too many for the winner
   * @param two the share supposed to have two
   */
  record Comparison(double one, double two) implements AuditMethod {}

  /** The votes on the card are counted. */
  record Polling() implements AuditMethod {}
}
