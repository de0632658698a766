package org.ascertain.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
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
    int electors = 0;
    for (Unit unit : units) electors += unit.electors();
    int majority = electors / 2 + 1;
    long[][] fewer = withFewer(units, majority);
    BigInteger[] factorials = factorials(units.size());
    Map<Integer, Share> byElectors = new HashMap<>();
    List<Share> shares = new ArrayList<>();
    BigInteger swings = BigInteger.ZERO;
    for (Unit unit : units) {
      Share like = byElectors.get(unit.electors());
      if (like == null) {
        like = share(fewer, factorials, unit);
        byElectors.put(unit.electors(), like);
      }
      shares.add(new Share(unit, like.swings(), like.orders()));
      swings = swings.add(like.swings());
    }
    return new Power(electors, majority, swings, factorials[units.size()], shares);
  }

  /**
   * How many sets of so many units have fewer electors than so many, up to the majority. The
   * smallest units come first: so there is least to count.
   */
  private static long[][] withFewer(List<Unit> units, int majority) {
    long[][] sets = new long[units.size() + 1][majority];
    sets[0][0] = 1;
    int taken = 0;
    int most = 0;
    int[] ascending = new int[units.size()];
    for (int u = 0; u < ascending.length; u++) ascending[u] = units.get(u).electors();
    Arrays.sort(ascending);
    for (int electors : ascending) {
      taken++;
      most = Math.min(majority - 1, most + electors);
      for (int size = taken; size > 0; size--) add(sets[size - 1], sets[size], electors, most);
    }
    long[][] fewer = new long[sets.length][majority + 1];
    for (int size = 0; size < sets.length; size++)
      for (int sum = 0; sum < majority; sum++)
        fewer[size][sum + 1] = fewer[size][sum] + sets[size][sum];
    return fewer;
  }

  /** Of sets of one unit less each gives one with a unit of so many electors. */
  private static void add(long[] smaller, long[] sets, int electors, int most) {
    for (int sum = most; sum >= electors; sum--) sets[sum] += smaller[sum - electors];
  }

  private static Share share(long[][] fewer, BigInteger[] factorials, Unit unit) {
    int units = fewer.length - 1;
    BigInteger swings = BigInteger.ZERO;
    BigInteger orders = BigInteger.ZERO;
    for (int size = 0; size < units; size++) {
      BigInteger sets = BigInteger.valueOf(decided(fewer, size, unit.electors()));
      swings = swings.add(sets);
      orders = orders.add(sets.multiply(factorials[size]).multiply(factorials[units - 1 - size]));
    }
    return new Share(unit, swings, orders);
  }

  /**
   * How many sets of so many other units lack no more than a unit's electors for a majority. Of all
   * sets that lack so few those with the unit are taken off; without it they are smaller by one and
   * lack more by its electors, of all of which those with the unit are taken off, and so on.
   */
  private static long decided(long[][] fewer, int size, int electors) {
    long decided = 0;
    int below = fewer[0].length - 1;
    for (int left = size; left >= 0; left--) {
      int from = Math.max(0, below - electors);
      decided = fewer[left][below] - fewer[left][from] - decided;
      below = from;
    }
    return (size % 2 == 0) ? decided : -decided;
  }

  private static BigInteger[] factorials(int most) {
    BigInteger[] factorials = new BigInteger[most + 1];
    factorials[0] = BigInteger.ONE;
    for (int n = 1; n <= most; n++)
      factorials[n] = factorials[n - 1].multiply(BigInteger.valueOf(n));
    return factorials;
  }
}
