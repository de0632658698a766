package org.ascertain.audit;

import java.util.List;

/**
 * What the rounds of an audit add up to against the claim that a reported majority is wrong.
 *
 * <p>In each unit a martingale M starts at 1 and is not expected to grow if the reported winner did
 * not win it: betting with one fixed bet on the differences between cards and records (Stark, arXiv
 * 1911.10035 and 2201.02707), or the ratio of BRAVO (Lindeman, Stark and Yates, 2012). A set of
 * units is refuted by the product of their M. The majority is confirmed when the least product over
 * all sets that could take it away reaches 1 / alpha.
 *
 * <p>Instead of M stands (1 - h) M + h with h = 0.1, fixed for ever, so that a unit that turns out
 * lost costs ln 10 at the most. A unit counted whole with the winner is in no set; one counted
 * whole without him stays in every set with what it had. Nothing is ever reset. Doubles; electors
 * are whole.
 *
 * @param holding what the winner holds there
 * @param logarithm of (1 - h) M + h; plus infinity where it was counted whole with the winner
 * @param cards how many were drawn
 * @param state how it stands
 */
public record Evidence(Holding holding, double logarithm, long cards, State state) {

  /** The part of each unit's stake that is never bet. */
  public static final double HEDGE = 0.1;

  /** Below this a unit is to be counted whole, and sampling in it stops. */
  public static final double COUNT_BELOW = 1.0 / 20;

  /** How one unit's evidence stands. */
  public enum State {
    /** Nothing was drawn. */
    NONE,
    /** Cards were drawn. */
    DRAWN,
    /** What was drawn speaks against the winner: all cards are to be counted by hand. */
    TO_COUNT,
    /** Counted whole, with the reported winner. */
    CONFIRMED,
    /** Counted whole, and the reported winner has not won it. */
    LOST
  }

  /**
   * The evidence in each of the winner's units.
   *
   * @param rounds in the order in which they were held; those of other units, and of units without
   *     a count, add nothing
   */
  public static List<Evidence> of(Holdings holdings, List<AuditRound> rounds) {
    RunningAudit running = new RunningAudit(holdings);
    rounds.forEach(running::add);
    return running.evidence();
  }

  /**
   * The set with the least evidence that could take the majority away.
   *
   * @param logarithm of its product; plus infinity where no such set is left
   * @param units what it is made of
   */
  public record Weakest(double logarithm, List<Holding> units) {

    /** The chance with which a wrong majority could have come so far, at most 1. */
    public double risk() {
      return Math.min(1, Math.exp(-logarithm));
    }

    /** Whether the majority is confirmed at a risk. */
    public boolean confirms(double alpha) {
      return logarithm >= Math.log(1 / alpha);
    }
  }

  /**
   * The weakest set.
   *
   * @param shared ids of units whose cards are one draw: together they have the mean of their
   *     evidence, never the product
   */
  public static Weakest weakest(
      Holdings holdings, List<Evidence> evidence, List<List<String>> shared) {
    return WeakSets.of(holdings, evidence, shared)
        .weakest()
        .orElse(new Weakest(Double.POSITIVE_INFINITY, List.of()));
  }
}
