package org.ascertain.audit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The martingale of cards none of which is drawn twice (ALPHA, Stark, arXiv 2201.02707): the mean
 * that is supposed of the cards that are left moves with every card that was drawn. The order
 * within a round is not on record, so the one that proves least is taken; the smaller the rounds,
 * the more they prove. All in doubles.
 */
final class DrawnOnce {

  /** A round of more combinations is not gone through order by order. */
  static final long MOST_STATES = 250_000;

  private static final double ALMOST_NOTHING = 1e-9;

  private final long all;
  private final double[] values;
  private final DoubleUnaryOperator bet;
  private long drawn;
  private double sum;

  /**
   * Of a unit's cards, of which it is supposed that their values have a mean of a half.
   *
   * @param all how many there are
   * @param values what a card of each kind is worth, none below 0
   * @param bet how much is bet at a mean that is supposed of the cards left, from 0 to 1 / mean
   */
  DrawnOnce(long all, double[] values, DoubleUnaryOperator bet) {
    this.all = all;
    this.values = values.clone();
    this.bet = bet;
  }

  /**
   * The bet of ALPHA on values from 0 to 1: as if the mean were {@code share}, or the one supposed
   * where that is more.
   */
  static DoubleUnaryOperator towards(double share) {
    return mean ->
        mean <= 0 || mean >= 1 ? 0 : (Math.max(share, mean) - mean) / (mean * (1 - mean));
  }

  /** One bet for all cards, as far as it can be lost. */
  static DoubleUnaryOperator fixed(double bet) {
    return mean -> mean <= 0 ? 0 : Math.min(bet, 1 / mean);
  }

  /** Whether a round can be gone through. */
  static boolean takes(long... counts) {
    long states = 1;
    for (long count : counts) {
      states *= count + 1;
      if (states > MOST_STATES) return false;
    }
    return true;
  }

  /**
   * What a round adds to the logarithm.
   *
   * @param counts cards of each kind; {@link #takes} them
   */
  double add(long... counts) {
    int[] step = new int[counts.length];
    int states = 1;
    for (int k = 0; k < counts.length; k++) {
      step[k] = states;
      states *= (int) counts[k] + 1;
    }
    double[] least = new double[states];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[0] = 0;
    for (int state = 0; state < states - 1; state++) advance(state, step, counts, least);
    for (int k = 0; k < counts.length; k++) {
      drawn += counts[k];
      sum += counts[k] * values[k];
    }
    return least[states - 1];
  }

  /** From so many cards of each kind to one more of each. */
  private void advance(int state, int[] step, long[] counts, double[] least) {
    long here = drawn;
    double worth = sum;
    for (int k = 0; k < step.length; k++) {
      long n = state / step[k] % (counts[k] + 1);
      here += n;
      worth += n * values[k];
    }
    double mean = (all / 2.0 - worth) / (all - here);
    double stake = mean < ALMOST_NOTHING ? 0 : bet.applyAsDouble(mean);
    for (int k = 0; k < step.length; k++) {
      if (state / step[k] % (counts[k] + 1) == counts[k]) continue;
      double then = least[state] + Math.log1p(Math.max(-1, stake * (values[k] - mean)));
      int next = state + step[k];
      if (then < least[next]) least[next] = then;
    }
  }
}
