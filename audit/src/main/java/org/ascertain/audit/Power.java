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
    Counting counting = new Counting(units, majority);
    Map<Integer, Share> byElectors = new HashMap<>();
    List<Share> shares = new ArrayList<>();
    BigInteger swings = BigInteger.ZERO;
    for (Unit unit : units) {
      Share like = byElectors.get(unit.electors());
      if (like == null) {
        like = counting.share(unit);
        byElectors.put(unit.electors(), like);
      }
      shares.add(new Share(unit, like.swings(), like.orders()));
      swings = swings.add(like.swings());
    }
    return new Power(electors, majority, swings, factorials(units.size())[units.size()], shares);
  }

  /**
   * Sets of units counted by size and electors. Asked for the first time in a program, it is over
   * before much of it is compiled: so it goes only through sums that a set can have, counts no set
   * of more than half of the units, and multiplies large numbers once for each size.
   */
  private static final class Counting {
    private final int units;
    private final int electors;
    private final int majority;

    /**
     * By size, up to half of the units, and by a number of electors up to the majority: how many
     * sets have fewer.
     */
    private final long[][] fewer;

    /** By size, in how many orders just so many units come before a certain one. */
    private final BigInteger[] orders;

    Counting(List<Unit> units, int majority) {
      this.units = units.size();
      this.majority = majority;
      int[] ascending = new int[this.units];
      for (int u = 0; u < ascending.length; u++) ascending[u] = units.get(u).electors();
      Arrays.sort(ascending);
      int[] sums = new int[this.units + 1];
      for (int u = 0; u < ascending.length; u++) sums[u + 1] = sums[u] + ascending[u];
      this.electors = sums[this.units];
      this.fewer = fewer(sets(ascending, sums), sums);
      this.orders = new BigInteger[fewer.length];
      BigInteger[] factorials = factorials(this.units);
      for (int size = 0; size < orders.length; size++)
        orders[size] = factorials[size].multiply(factorials[this.units - 1 - size]);
    }

    /**
     * How many sets of so many units have so many electors, below the majority. The smallest units
     * come first: so there is least to count.
     *
     * @param sums of the electors of the first so many units
     */
    private long[][] sets(int[] ascending, int[] sums) {
      long[][] sets = new long[(units + 1) / 2][majority];
      sets[0][0] = 1;
      for (int u = 0; u < units; u++) {
        int own = ascending[u];
        for (int size = Math.min(u + 1, sets.length - 1); size > 0; size--) {
          // with this unit, which is the largest so far
          int least = sums[size - 1] + own;
          int most = Math.min(majority - 1, sums[u + 1] - sums[u + 1 - size]);
          add(sets[size - 1], sets[size], own, least, most);
        }
      }
      return sets;
    }

    /** Of sets of one unit less each gives one with a unit of so many electors. */
    private static void add(long[] smaller, long[] sets, int electors, int least, int most) {
      for (int sum = least; sum <= most; sum++) sets[sum] += smaller[sum - electors];
    }

    private long[][] fewer(long[][] sets, int[] sums) {
      long[][] fewer = new long[sets.length][majority + 1];
      for (int size = 0; size < sets.length; size++)
        for (int sum = sums[size]; sum < majority; sum++)
          fewer[size][sum + 1] = fewer[size][sum] + sets[size][sum];
      return fewer;
    }

    /**
     * A set that lacks no more than a unit's electors for a majority of q leaves others with A - q
     * electors of all A, or up to as many fewer as the unit has: so those of more than half of the
     * others are counted by what they leave.
     */
    Share share(Unit unit) {
      long swings = 0;
      BigInteger all = BigInteger.ZERO;
      for (int size = 0; size < orders.length; size++) {
        long sets = decided(size, majority, unit.electors());
        if (2 * size < units - 1) sets += decided(size, electors - majority + 1, unit.electors());
        if (sets == 0) continue;
        swings += sets;
        all = all.add(orders[size].multiply(BigInteger.valueOf(sets)));
      }
      return new Share(unit, BigInteger.valueOf(swings), all);
    }

    /**
     * How many sets of so many other units have fewer electors than some number, and would not with
     * a unit's. Of all sets that have so few those with the unit are taken off; without it they are
     * smaller by one and have fewer by its electors, of all of which those with the unit are taken
     * off, and so on.
     */
    private long decided(int size, int most, int electors) {
      long decided = 0;
      int below = most;
      boolean isTakenOff = false;
      for (int left = size; left >= 0 && below > 0; left--) {
        int from = Math.max(0, below - electors);
        long sets = fewer[left][below] - fewer[left][from];
        decided += isTakenOff ? -sets : sets;
        isTakenOff = !isTakenOff;
        below = from;
      }
      return decided;
    }
  }

  private static BigInteger[] factorials(int most) {
    BigInteger[] factorials = new BigInteger[most + 1];
    factorials[0] = BigInteger.ONE;
    for (int n = 1; n <= most; n++)
      factorials[n] = factorials[n - 1].multiply(BigInteger.valueOf(n));
    return factorials;
  }
}
