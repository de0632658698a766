package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.ascertain.audit.Cover.Choice;
import org.ascertain.audit.Holding.Count;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPlanTest {

  private static final AuditMethod COMPARISON = new AuditMethod.Comparison(0.001, 0.0001);
  private static final AuditMethod POLLING = new AuditMethod.Polling();
  private static final double ALPHA = 0.05;

  private static Holdings holdings(int year) {
    History history = ArchivedElection.of(year);
    return Holdings.at(history, history.end());
  }

  private static AuditPlan plan(Holdings holdings, AuditMethod method, String... counted) {
    return AuditPlan.of(holdings, method, ALPHA, Set.of(), Set.of(counted));
  }

  @ParameterizedTest
  @CsvSource({
    "2004, 1684, 33582, 4083, 9527",
    "2008, 290, 3376, 6603, 510853",
    "2012, 576, 9477, 2540, 3702",
    "2016, 2828, 165879, 17146, 22477"
  })
  void cards_to_expect(int year, long comparison, long polling, long winnersApart, long apart) {
    Holdings holdings = holdings(year);
    AuditPlan plan = plan(holdings, COMPARISON);
    assertThat(Math.round(plan.joint())).isEqualTo(comparison);
    assertThat(Math.round(plan.winnersApart())).isEqualTo(winnersApart);
    assertThat(Math.round(plan.apart())).isEqualTo(apart);
    assertThat(Math.round(plan(holdings, POLLING).joint())).isEqualTo(polling);
  }

  @Test
  void in_2020_polling_takes_206515_and_55602_if_georgias_count_is_taken_as_right() {
    Holdings holdings = holdings(2020);
    assertThat(Math.round(plan(holdings, POLLING).joint())).isEqualTo(206_515);
    assertThat(Math.round(plan(holdings, POLLING, "GA").joint())).isEqualTo(55_602);
  }

  /** Maine ranks its votes, and of a ranked vote more than half of the first choices is asked. */
  @Test
  void in_2020_comparison_takes_3033_or_3026_if_maines_votes_were_not_ranked() {
    Holdings holdings = holdings(2020);
    assertThat(Math.round(plan(holdings, COMPARISON).joint())).isEqualTo(3033);
    Holdings plurality = withMainesPlurality(holdings);
    AuditPlan plan = plan(plurality, COMPARISON);
    assertThat(Math.round(plan.joint())).isEqualTo(3026);
    assertThat(Math.round(plan.allButSet())).isEqualTo(3042);
    assertThat(Math.round(plan.winnersApart())).isEqualTo(19_619);
    assertThat(Math.round(plan.apart())).isEqualTo(21_311);
    assertThat(Math.round(plan(plurality, COMPARISON, "GA").joint())).isEqualTo(1365);
  }

  /** Votes of the first choices of 2020, as the record has them. */
  private static Holdings withMainesPlurality(Holdings holdings) {
    List<Holding> all = new ArrayList<>();
    for (Holding each : holdings.all())
      all.add(
          switch (each.id()) {
            case "ME" -> withVotes(each, 435_072, 360_737);
            case "ME-1" -> withVotes(each, 266_376, 164_045);
            case "ME-2" -> withVotes(each, 196_692, 168_696);
            default -> each;
          });
    return new Holdings(holdings.majority(), holdings.electors(), all, holdings.open());
  }

  private static Holding withVotes(Holding holding, long first, long second) {
    Count count = holding.count().orElseThrow();
    assertThat(count.votes()).isEqualTo(first);
    return new Holding(
        holding.units(),
        holding.jurisdiction(),
        holding.electors(),
        holding.candidate(),
        Optional.of(
            new Count(
                first,
                count.second(),
                second,
                count.named(),
                count.total(),
                Count.Kind.PLURALITY)));
  }

  @Test
  void the_election_of_2000_cannot_be_confirmed_without_the_votes_of_nebraskas_districts() {
    AuditPlan plan = plan(holdings(2000), COMPARISON);
    assertThat(plan.canConfirm()).isFalse();
    assertThat(plan.unauditable()).isEqualTo(3);
    assertThat(plan.toOverturn()).isEqualTo(2);
  }

  @Test
  void where_nobody_has_a_majority_there_is_nothing_to_confirm() {
    assertThat(AuditPlan.refusal(holdings(1824))).isPresent();
    Holdings each269 = made(538, new int[] {269}, new int[] {269});
    assertThat(AuditPlan.refusal(each269)).isPresent();
    assertThat(AuditPlan.refusal(made(538, new int[] {270}, new int[] {268}))).isEmpty();
  }

  @Test
  void a_majority_of_535_is_268() {
    assertThat(made(535, new int[] {268}, new int[] {267}).toOverturn("w")).isEqualTo(1);
  }

  private static Holdings made(int electors, int[] winners, int[] others) {
    List<Holding> all = new ArrayList<>();
    for (int n : winners) all.add(made("W" + all.size(), n, "w", 60, 40));
    for (int n : others) all.add(made("L" + all.size(), n, "l", 60, 40));
    return new Holdings(electors / 2 + 1, electors, all, List.of());
  }

  private static Holding made(String unit, int electors, String who, long votes, long second) {
    return new Holding(
        List.of(unit),
        unit,
        electors,
        who,
        Optional.of(
            new Count(
                1000 * votes,
                "s",
                1000 * second,
                1000 * (votes + second),
                OptionalLong.of(1000 * (votes + second)),
                Count.Kind.PLURALITY)));
  }

  @Test
  void every_set_that_takes_the_majority_away_is_refuted_and_no_plan_is_cheaper() {
    for (int year : List.of(2004, 2016, 2020)) {
      AuditPlan plan = plan(holdings(year), COMPARISON);
      List<Choice<String>> evidence = new ArrayList<>();
      for (AuditPlan.Line line : plan.units())
        evidence.add(
            new Choice<>(
                line.holding().id(),
                line.holding().electors(),
                line.alone() == 0 ? 0 : line.cards() / line.alone() * Math.log(20)));
      assertThat(Cover.lightest(Cover.apart(evidence), plan.toOverturn()).orElseThrow().weight())
          .isGreaterThanOrEqualTo(Math.log(20) - 1e-6);
    }
  }

  /** The best of all corners of the program, each looked at. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_plan_is_the_best_corner_of_the_program(long seed) {
    Random random = new Random(seed);
    int units = seed == 10 ? 8 : 3 + random.nextInt(4);
    List<Holding> all = new ArrayList<>();
    int sum = 0;
    for (int u = 0; u < units; u++) {
      int electors = seed == 10 ? 1 + u % 2 * 6 : 1 + random.nextInt(9);
      sum += electors;
      all.add(made("U" + u, electors, "w", 51 + random.nextInt(15), 40));
    }
    int needed = seed == 10 ? 29 : 1 + random.nextInt(sum);
    all.add(made("L", sum - 2 * needed + 1 > 0 ? sum - 2 * needed + 1 : 0, "l", 60, 40));
    Holdings holdings = new Holdings(sum - needed + 1, 2 * (sum - needed) + 1, all, List.of());
    assertThat(holdings.toOverturn("w")).isEqualTo(needed);
    AuditPlan plan = AuditPlan.of(holdings, COMPARISON, ALPHA, Set.of(), Set.of());
    double[] costs = new double[units];
    int[] electors = new int[units];
    for (AuditPlan.Line line : plan.units()) {
      int u = Integer.parseInt(line.holding().id().substring(1));
      costs[u] = line.alone();
      electors[u] = line.holding().electors();
    }
    assertThat(plan.joint()).isCloseTo(bestCorner(costs, electors, needed), within(1e-6));
    assertThat(plan.allButSet())
        .isCloseTo(withoutDearest(costs, electors, needed), within(1e-6))
        .isGreaterThanOrEqualTo(plan.joint() - 1e-6);
  }

  /** The least of all sets of units that leave out fewer electors than are needed. */
  private static double withoutDearest(double[] costs, int[] electors, int needed) {
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << costs.length; set++) {
      int leftOut = 0;
      double cards = 0;
      for (int u = 0; u < costs.length; u++)
        if ((set >> u & 1) == 0) leftOut += electors[u];
        else cards += costs[u];
      if (leftOut < needed) least = Math.min(least, cards);
    }
    return least;
  }

  private static double bestCorner(double[] costs, int[] electors, int needed) {
    int n = costs.length;
    List<double[]> rows = new ArrayList<>();
    for (int u = 0; u < n; u++) {
      double[] low = new double[n + 1];
      low[u] = 1;
      rows.add(low);
      double[] high = new double[n + 1];
      high[u] = -1;
      high[n] = -1;
      rows.add(high);
    }
    for (int set = 1; set < 1 << n; set++)
      if (isSmallest(set, electors, needed)) rows.add(row(set, n));
    return corner(rows, 0, new ArrayList<>(), costs);
  }

  private static boolean isSmallest(int set, int[] electors, int needed) {
    int sum = 0;
    int least = Integer.MAX_VALUE;
    for (int u = 0; u < electors.length; u++)
      if ((set >> u & 1) == 1) {
        sum += electors[u];
        least = Math.min(least, electors[u]);
      }
    return sum >= needed && sum - least < needed;
  }

  private static double[] row(int set, int n) {
    double[] row = new double[n + 1];
    for (int u = 0; u < n; u++) row[u] = set >> u & 1;
    row[n] = 1;
    return row;
  }

  private static double corner(
      List<double[]> rows, int from, List<double[]> active, double[] costs) {
    if (active.size() == costs.length) {
      Optional<double[]> point = solved(active);
      if (point.isEmpty()) return Double.POSITIVE_INFINITY;
      for (double[] row : rows)
        if (times(row, point.get()) < row[costs.length] - 1e-9) return Double.POSITIVE_INFINITY;
      return times(costs, point.get());
    }
    double best = Double.POSITIVE_INFINITY;
    for (int r = from; r < rows.size(); r++) {
      active.add(rows.get(r));
      best = Math.min(best, corner(rows, r + 1, active, costs));
      active.removeLast();
    }
    return best;
  }

  private static double times(double[] row, double[] point) {
    double sum = 0;
    for (int u = 0; u < point.length; u++) sum += row[u] * point[u];
    return sum;
  }

  /** Gauss and Jordan; empty where the rows do not meet in one point. */
  private static Optional<double[]> solved(List<double[]> active) {
    int n = active.size();
    double[][] m = active.stream().map(double[]::clone).toArray(double[][]::new);
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) pivot = r;
      if (Math.abs(m[pivot][c]) < 1e-9) return Optional.empty();
      double[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        if (r == c) continue;
        double factor = m[r][c] / m[c][c];
        for (int k = c; k <= n; k++) m[r][k] -= factor * m[c][k];
      }
    }
    double[] point = new double[n];
    for (int u = 0; u < n; u++) point[u] = m[u][n] / m[u][u];
    return Optional.of(point);
  }

  /**
   * BRAVO's average sample numbers at a risk of 10 %, as Arlo's test_bravo has them: with z = ln
   * 2s, (ln 10 + z / 2) over the mean growth of a card (Lindeman, Stark and Yates, 2012, section
   * 4).
   */
  @ParameterizedTest
  @CsvSource({
    "0.6, 0.4, 119", "0.6666666667, 0.2222222222, 22", "0.3, 0.2, 238",
    "0.2857142857, 0.1428571429, 101", "0.3, 0.1, 48", "0.5, 0.45, 1769"
  })
  void bravos_sample_sizes_follow_from_the_growth_of_a_card(double first, double second, int due) {
    double z = Math.log(2 * first / (first + second));
    assertThat(Math.ceil((Math.log(10) + z / 2) / Growth.ofPolling(first, second))).isEqualTo(due);
  }

  /** BRAVO's average sample numbers have the same mean growth of the logarithm underneath. */
  @Test
  void growth_of_polling_is_that_of_two_shares_against_a_half() {
    assertThat(Growth.ofPolling(0.6, 0.4))
        .isCloseTo(0.6 * Math.log(1.2) + 0.4 * Math.log(0.8), within(1e-12));
    assertThat(Growth.ofPolling(1, 0)).isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void growth_of_comparison_without_errors_is_that_of_the_largest_bet() {
    assertThat(Growth.ofComparison(0.1, 0, 0)).isCloseTo(-Math.log(1 - 0.05), within(1e-6));
  }
}
