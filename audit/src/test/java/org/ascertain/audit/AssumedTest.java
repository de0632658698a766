package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.ascertain.audit.Evidence.State;
import org.junit.jupiter.api.Test;

class AssumedTest {

  private static final AuditRounds NO_ROUND =
      new AuditRounds(List.of(), List.of(), List.of(), List.of());
  private static final int RUNS = 20_000;

  private static Evidence evidence(Holdings holdings, Assumed assumed, AuditRounds rounds) {
    return Evidence.of(holdings, assumed.with(rounds).rounds()).getFirst();
  }

  /** What an audit makes of a published p-value, the hedge taken off. */
  private static double worth(double p) {
    Holdings holdings = TiedUnits.holdings(5, TiedUnits.unit("A", 10, "w", 5500, 4500));
    Assumed assumed = new Assumed(Set.of(), Map.of("A", p));
    double hedged = Math.exp(evidence(holdings, assumed, NO_ROUND).logarithm());
    return (hedged - Evidence.HEDGE) / (1 - Evidence.HEDGE);
  }

  /**
   * Of a unit that was not won every p-value comes as often; over the squares of u, from 0 to 1.
   */
  @Test
  void over_all_p_values_that_could_have_come_the_evidence_is_1_on_average() {
    double mean = 0;
    int steps = 1000;
    for (int step = 0; step < steps; step++) {
      double u = (step + 0.5) / steps;
      mean += worth(u * u) * 2 * u / steps;
    }
    assertThat(mean).isCloseTo(1, within(1e-9));
    assertThat(worth(1)).isCloseTo(0.5, within(1e-9));
    assertThat(worth(0.0025)).isCloseTo(10, within(1e-9));
  }

  @Test
  void three_published_p_values_of_units_not_won_confirm_in_no_more_than_5_of_100() {
    assertThat(confirmed(Assumed::evidence)).isLessThanOrEqualTo(0.05);
    // the product of 1 / p is 20 in 42 of 100
    assertThat(confirmed(p -> 1 / p)).isCloseTo(0.424, within(0.012));
  }

  private static double confirmed(DoubleUnaryOperator worth) {
    SplittableRandom random = new SplittableRandom(15);
    int confirmed = 0;
    for (int run = 0; run < RUNS; run++) {
      double product = 1;
      for (int unit = 0; unit < 3; unit++) product *= worth.applyAsDouble(1 - random.nextDouble());
      if (product >= 20) confirmed++;
    }
    return confirmed / (double) RUNS;
  }

  @Test
  void cards_that_are_drawn_later_multiply_it_and_another_manifest_takes_nothing_of_it() {
    Holdings holdings = TiedUnits.holdings(5, TiedUnits.unit("A", 10, "w", 5500, 4500));
    AuditRounds rounds =
        new AuditRounds(
            List.of(
                new AuditRound.Reported(
                    "A", holdings.all().getFirst().count().orElseThrow().over(10_500)),
                new AuditRound.Comparison("A", 20, 0, 0, 0, 0)),
            List.of(),
            List.of(),
            List.of());
    Assumed assumed = new Assumed(Set.of(), Map.of("A", 0.01));
    double without = plain(evidence(holdings, Assumed.NOTHING, rounds));
    assertThat(plain(evidence(holdings, assumed, rounds))).isCloseTo(5 * without, within(1e-9));
  }

  private static double plain(Evidence of) {
    return (Math.exp(of.logarithm()) - Evidence.HEDGE) / (1 - Evidence.HEDGE);
  }

  @Test
  void a_unit_that_is_taken_as_counted_is_in_no_set() {
    Holdings holdings = TiedUnits.holdings(5, TiedUnits.unit("A", 10, "w", 5500, 4500));
    Assumed assumed = new Assumed(Set.of("A"), Map.of());
    assertThat(evidence(holdings, assumed, NO_ROUND).state()).isEqualTo(State.CONFIRMED);
    assertThat(assumed.isNothing()).isFalse();
    assertThat(Assumed.NOTHING.isNothing()).isTrue();
  }
}
