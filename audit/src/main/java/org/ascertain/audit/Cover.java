package org.ascertain.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The lightest set that holds at least so many electors, by dynamic programming. What belongs
 * together is a group, of which at most one choice is taken: units whose contests share ballots, or
 * one unit alone.
 *
 * <p>Weights are doubles, as logarithms of martingales are; whole numbers up to 2^53, as votes are,
 * come out exact. A weight may be negative: such a choice is taken wherever it may be. One of plus
 * infinity is never taken.
 *
 * @param weight of the whole set
 * @param chosen what it is made of, in the order of the groups
 */
record Cover<T>(double weight, List<Cover.Choice<T>> chosen) {

  /** Something with electors and a weight. */
  record Choice<T>(T what, int electors, double weight) {}

  /**
   * The lightest set of choices, at most one from each group, with so many electors or more.
   *
   * @return empty where no set has so many
   */
  static <T> Optional<Cover<T>> lightest(List<List<Choice<T>>> groups, int needed) {
    int most = Math.max(0, needed);
    double[] best = new double[most + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    int[][] taken = new int[groups.size()][];
    for (int g = 0; g < groups.size(); g++) {
      double[] before = best.clone();
      taken[g] = new int[most + 1];
      for (int c = 0; c < groups.get(g).size(); c++) {
        Choice<T> choice = groups.get(g).get(c);
        if (choice.weight() == Double.POSITIVE_INFINITY) continue;
        for (int sum = 0; sum <= most; sum++) {
          if (before[sum] == Double.POSITIVE_INFINITY) continue;
          int to = Math.min(most, sum + choice.electors());
          double weight = before[sum] + choice.weight();
          if (weight < best[to]) {
            best[to] = weight;
            taken[g][to] = (c + 1) << Short.SIZE | sum;
          }
        }
      }
    }
    return best[most] == Double.POSITIVE_INFINITY
        ? Optional.empty()
        : Optional.of(new Cover<>(best[most], chosen(groups, taken, most)));
  }

  private static <T> List<Choice<T>> chosen(List<List<Choice<T>>> groups, int[][] taken, int most) {
    List<Choice<T>> chosen = new ArrayList<>();
    int sum = most;
    for (int g = groups.size() - 1; g >= 0; g--) {
      int step = taken[g][sum];
      if (step == 0) continue;
      chosen.add(groups.get(g).get((step >> Short.SIZE) - 1));
      sum = step & 0xffff;
    }
    return List.copyOf(chosen.reversed());
  }

  /** Each by itself. */
  static <T> List<List<Choice<T>>> apart(List<Choice<T>> choices) {
    return choices.stream().map(List::of).toList();
  }
}
