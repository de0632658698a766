package org.ascertain.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;
import org.ascertain.law.Manner.Method;

/**
 * How much each unit matters in a college where a unit's electors vote as one and a majority of all
 * electors decides, counted exactly by dynamic programming over numbers of electors.
 *
 * <p>Banzhaf (<i>One Man, 3.312 Votes</i>, 13 Villanova Law Review 304, 1968) counts the sets of
 * the other units that lose without a unit and win with it: its swings. Shapley and Shubik (<i>A
 * Method for Evaluating the Distribution of Power in a Committee System</i>, 48 American Political
 * Science Review 787, 1954) count the orders of all units in which a unit brings the majority to
 * those before it. Mann and Shapley (<i>Values of Large Games, VI</i>, RAND RM-3158, 1962) gave the
 * recurrence that is used here.
 *
 * @param electors of all units together
 * @param majority how many decide
 * @param swings of all units together
 * @param orders how many orders of the units there are
 * @param units in the order in which they were given
 */
public record Power(
    int electors, int majority, BigInteger swings, BigInteger orders, List<Share> units) {

  /** Sets of so many units are counted in 63 bits. */
  public static final int MOST_UNITS = 62;

  /**
   * One unit's part.
   *
   * @param swings in how many sets of the others it decides
   * @param orders in how many orders of all it brings the majority
   */
  public record Share(Unit unit, BigInteger swings, BigInteger orders) {}

  public Power {
    units = List.copyOf(units);
  }

  /** The power of the units of an election, without those that by its law appoint no electors. */
  public static Power of(Law law) {
    return of(
        law.units().stream()
            .filter(unit -> law.method(unit.jurisdiction()).orElseThrow().method() != Method.NONE)
            .toList());
  }

  /**
   * The power of units in a college of their electors.
   *
   * @throws IllegalArgumentException if there is no unit, or more than {@link #MOST_UNITS}
   */
  public static Power of(List<Unit> units) {
    if (units.isEmpty() || units.size() > MOST_UNITS)
      throw new IllegalArgumentException(units.size() + " units");
    int electors = units.stream().mapToInt(Unit::electors).sum();
    int majority = electors / 2 + 1;
    long[][] losing = losing(units, majority);
    Map<Integer, Share> byElectors = new HashMap<>();
    List<Share> shares = new ArrayList<>();
    BigInteger swings = BigInteger.ZERO;
    for (Unit unit : units) {
      Share like = byElectors.computeIfAbsent(unit.electors(), e -> share(losing, unit));
      shares.add(new Share(unit, like.swings(), like.orders()));
      swings = swings.add(like.swings());
    }
    return new Power(electors, majority, swings, factorials(units.size())[units.size()], shares);
  }

  /** How many sets of so many units have so many electors, which are no majority. */
  private static long[][] losing(List<Unit> units, int majority) {
    long[][] sets = new long[units.size() + 1][majority];
    sets[0][0] = 1;
    int taken = 0;
    for (Unit unit : units) {
      taken++;
      for (int size = taken; size > 0; size--)
        for (int sum = majority - 1; sum >= unit.electors(); sum--)
          sets[size][sum] += sets[size - 1][sum - unit.electors()];
    }
    return sets;
  }

  /**
   * Takes a unit out of the sets again; of those without it, which lose, it decides those that lack
   * no more than its electors.
   */
  private static Share share(long[][] losing, Unit unit) {
    int units = losing.length - 1;
    int majority = losing[0].length;
    BigInteger[] factorials = factorials(units);
    BigInteger swings = BigInteger.ZERO;
    BigInteger orders = BigInteger.ZERO;
    long[] smaller = new long[majority];
    for (int size = 0; size < units; size++) {
      long[] without = losing[size].clone();
      for (int sum = unit.electors(); sum < majority; sum++)
        without[sum] -= smaller[sum - unit.electors()];
      long decided = 0;
      for (int sum = Math.max(0, majority - unit.electors()); sum < majority; sum++)
        decided += without[sum];
      BigInteger sets = BigInteger.valueOf(decided);
      swings = swings.add(sets);
      orders = orders.add(sets.multiply(factorials[size]).multiply(factorials[units - 1 - size]));
      smaller = without;
    }
    return new Share(unit, swings, orders);
  }

  private static BigInteger[] factorials(int most) {
    BigInteger[] factorials = new BigInteger[most + 1];
    factorials[0] = BigInteger.ONE;
    for (int n = 1; n <= most; n++)
      factorials[n] = factorials[n - 1].multiply(BigInteger.valueOf(n));
    return factorials;
  }
}
