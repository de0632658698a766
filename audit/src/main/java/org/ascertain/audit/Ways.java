package org.ascertain.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ascertain.election.Unit;

/**
 * Every way in which open units can still go to one of two candidates, counted and not weighed.
 * Numbers of ways are exact up to 62 open units.
 *
 * @param first one of the two
 * @param second the other
 * @param majority how many electors decide
 * @param electorsOfFirst what the first has without the open units
 * @param electorsOfSecond what the second has
 * @param open those with most electors first
 */
public record Ways(
    String first,
    String second,
    int majority,
    int electorsOfFirst,
    int electorsOfSecond,
    List<Unit> open) {

  /** Two to this power is the most that is counted. */
  public static final int MOST_OPEN = 62;

  private static final int MOST_SETS = 12;

  /**
   * @throws IllegalArgumentException if more than {@link #MOST_OPEN} units are open
   */
  public Ways {
    if (open.size() > MOST_OPEN) throw new IllegalArgumentException(open.size() + " open units");
    open =
        open.stream()
            .sorted(Comparator.comparing(Unit::electors, Comparator.reverseOrder()))
            .toList();
  }

  /** How many ways there are. */
  public long all() {
    return 1L << open.size();
  }

  /** How many of them give a candidate, one of the two, a majority. */
  public long to(String candidate) {
    long ways = 0;
    long[] sums = sums(open);
    for (int sum = 0; sum < sums.length; sum++)
      if (winner(sum) == side(candidate)) ways += sums[sum];
    return ways;
  }

  /** How many of them give nobody a majority. */
  public long toNobody() {
    return all() - to(first) - to(second);
  }

  /**
   * The smallest sets that give a candidate a majority, all else going to the other.
   *
   * @param size of how many units they are; 0 where the candidate needs none
   * @param number how many such sets there are; 0 where all open units together are too few
   * @param sets the first of them
   */
  public record Smallest(int size, long number, List<List<Unit>> sets) {}

  /** The smallest sets of a candidate, one of the two. */
  public Smallest smallest(String candidate) {
    int needed = majority - (candidate.equals(first) ? electorsOfFirst : electorsOfSecond);
    if (needed <= 0) return new Smallest(0, 1, List.of(List.of()));
    int size = 0;
    int sum = 0;
    while (size < open.size() && sum < needed) sum += open.get(size++).electors();
    if (sum < needed) return new Smallest(0, 0, List.of());
    List<List<Unit>> sets = new ArrayList<>();
    sets(0, size, needed, new ArrayList<>(), sets);
    return new Smallest(size, count(size, needed), sets);
  }

  /** Sets of so many of the units from a place on; the largest that are left have to suffice. */
  private void sets(int from, int size, int needed, List<Unit> so, List<List<Unit>> sets) {
    if (sets.size() == MOST_SETS) return;
    if (size == 0) {
      sets.add(List.copyOf(so));
      return;
    }
    int most = 0;
    for (int i = from; i < from + size; i++) {
      if (i == open.size()) return;
      most += open.get(i).electors();
    }
    if (most < needed) return;
    so.add(open.get(from));
    sets(from + 1, size - 1, needed - open.get(from).electors(), so, sets);
    so.removeLast();
    sets(from + 1, size, needed, so, sets);
  }

  private long count(int size, int needed) {
    long[][] sums = new long[size + 1][openElectors() + 1];
    sums[0][0] = 1;
    for (Unit unit : open)
      for (int n = size; n > 0; n--)
        for (int sum = openElectors(); sum >= unit.electors(); sum--)
          sums[n][sum] += sums[n - 1][sum - unit.electors()];
    long number = 0;
    for (int sum = needed; sum <= openElectors(); sum++) number += sums[size][sum];
    return number;
  }

  /**
   * In how many settings of the other open units it matters for who gets a majority, or whether
   * anybody does, where one goes.
   */
  public long decided(Unit unit) {
    List<Unit> others = new ArrayList<>(open);
    others.remove(unit);
    long[] sums = sums(others);
    long decided = 0;
    for (int sum = 0; sum < sums.length; sum++)
      if (winner(sum) != winner(sum + unit.electors())) decided += sums[sum];
    return decided;
  }

  /** How many sets of units have so many electors together. */
  private static long[] sums(List<Unit> units) {
    long[] sums = new long[units.stream().mapToInt(Unit::electors).sum() + 1];
    sums[0] = 1;
    int reached = 0;
    for (Unit unit : units) {
      reached += unit.electors();
      for (int sum = reached; sum >= unit.electors(); sum--)
        sums[sum] += sums[sum - unit.electors()];
    }
    return sums;
  }

  public int openElectors() {
    return open.stream().mapToInt(Unit::electors).sum();
  }

  private int side(String candidate) {
    return candidate.equals(first) ? 1 : 2;
  }

  /** Who has a majority if the first gets so many of the open electors; 0 for nobody. */
  private int winner(int toFirst) {
    if (electorsOfFirst + toFirst >= majority) return 1;
    return electorsOfSecond + openElectors() - toFirst >= majority ? 2 : 0;
  }
}
