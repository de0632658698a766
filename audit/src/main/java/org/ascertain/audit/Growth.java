package org.ascertain.audit;

/**
 * How much evidence a card is expected to add, as the mean growth of the logarithm of the
 * martingale at the reported shares. For planning only: no confirmation rests on it. All in
 * doubles.
 */
final class Growth {

  /** After so many halvings of what is left nothing is, in doubles. */
  private static final int STEPS = 54;

  /**
   * By comparing cards with their records, at the best fixed bet.
   *
   * @param margin votes ahead over all cards
   * @param one the share of cards with one vote too many for the winner
   * @param two the share with two
   */
  static double ofComparison(double margin, double one, double two) {
    double clean = 1 / (2 - margin);
    return ofComparison(clean, one, two, bet(margin, one, two));
  }

  /**
   * The fixed bet of greatest growth, from 0 to 2: growth is concave in the bet, so it lies where
   * its slope goes through nothing.
   */
  static double bet(double margin, double one, double two) {
    double gain = 1 / (2 - margin) - 0.5;
    double loss = 0.5 / (2 - margin) - 0.5;
    double from = 0;
    double to = 2;
    for (int step = 0; step < STEPS; step++) {
      double bet = (from + to) / 2;
      double slope =
          (1 - one - two) * gain / (1 + bet * gain)
              + one * loss / (1 + bet * loss)
              - two / (2 - bet);
      if (slope > 0) from = bet;
      else to = bet;
    }
    return (from + to) / 2;
  }

  private static double ofComparison(double clean, double one, double two, double bet) {
    double growth =
        (1 - one - two) * Math.log1p(bet * (clean - 0.5))
            + one * Math.log1p(bet * (clean / 2 - 0.5));
    return two == 0 ? growth : growth + two * Math.log1p(-bet / 2);
  }

  /**
   * By looking at cards alone, as BRAVO does (Lindeman, Stark and Yates, 2012).
   *
   * @param winner the winner's share of all cards
   * @param loser the share of who comes second
   */
  static double ofPolling(double winner, double loser) {
    double share = winner / (winner + loser);
    double growth = winner * Math.log(2 * share);
    return loser == 0 ? growth : growth + loser * Math.log(2 * (1 - share));
  }

  private Growth() {}
}
