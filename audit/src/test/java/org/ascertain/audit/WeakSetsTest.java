package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Evidence.Weakest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeakSetsTest {

  /** Of all sets with enough electors and none to spare, the sums of evidence, the least first. */
  private static List<Double> byHand(List<Evidence> evidence, int needed) {
    List<Double> sums = new ArrayList<>();
    for (int set = 0; set < 1 << evidence.size(); set++) {
      int electors = 0;
      int least = Integer.MAX_VALUE;
      double sum = 0;
      for (int u = 0; u < evidence.size(); u++)
        if ((set >> u & 1) == 1) {
          electors += evidence.get(u).holding().electors();
          least = Math.min(least, evidence.get(u).holding().electors());
          sum += evidence.get(u).logarithm();
        }
      if (electors >= needed && electors - least < needed) sums.add(sum);
    }
    sums.sort(null);
    return sums;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_weakest_sets_are_those_of_looking_at_every_set(long seed) {
    Random random = new Random(seed);
    Holding[] units = new Holding[9];
    for (int u = 0; u < units.length; u++)
      units[u] = TiedUnits.unit("U" + u, 1 + random.nextInt(12), "w", 55, 45);
    int all = 0;
    for (Holding unit : units) all += unit.electors();
    int needed = 1 + random.nextInt(all / 2);
    List<Evidence> evidence = new ArrayList<>();
    for (Holding unit : units)
      evidence.add(new Evidence(unit, 0.1 + random.nextDouble(), 20, State.DRAWN));
    Holdings holdings = TiedUnits.holdings(needed, units);
    List<Weakest> found = WeakSets.of(holdings, evidence, List.of()).first(6);
    List<Double> due = byHand(evidence, needed);
    assertThat(found).hasSize(Math.min(6, due.size()));
    for (int n = 0; n < found.size(); n++)
      assertThat(found.get(n).logarithm()).isCloseTo(due.get(n), within(1e-9));
    assertThat(found).doesNotHaveDuplicates();
    assertThat(found.getFirst()).isEqualTo(Evidence.weakest(holdings, evidence, List.of()));
  }

  @Test
  void the_risk_is_told_after_each_round_and_can_rise_again() {
    Holdings holdings = TiedUnits.holdings(5, TiedUnits.unit("A", 10, "w", 5500, 4500));
    AuditRounds rounds =
        new AuditRounds(
            List.of(
                new AuditRound.Comparison("A", 40, 0, 0, 0, 0),
                new AuditRound.Comparison("A", 20, 1, 0, 0, 0)),
            List.of(),
            List.of(),
            List.of());
    List<RiskCourse.Point> course = RiskCourse.of(holdings, rounds);
    assertThat(course).extracting(RiskCourse.Point::cards).containsExactly(40L, 60L);
    assertThat(course.getFirst().risk()).isLessThan(1);
    assertThat(course.getLast().risk())
        .isEqualTo(
            Evidence.weakest(holdings, Evidence.of(holdings, rounds.rounds()), List.of()).risk());
  }
}
