package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.ascertain.audit.Cover.Choice;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;

/**
 * The nation of 2020 as it was reported, audited by the program's rule, with as many wrong records
 * as the plan supposes. A seed is split for each run: seeds that are multiples of one number give
 * shifted copies of one stream, and with it fewer cards than the bound.
 */
class RightOutcomeTest {

  private static final double ALPHA = 0.05;
  private static final int RUNS = 60;
  private static final History HISTORY = ArchivedElection.of(2020);
  private static final Holdings NATION = Holdings.at(HISTORY, HISTORY.end());

  private final double[] cards = new double[RUNS];
  private final double[] unhedged = new double[RUNS];

  @Test
  void it_takes_no_fewer_cards_on_average_than_the_bound_and_the_hedge_costs_little() {
    SplittableRandom random = new SplittableRandom(14);
    for (int run = 0; run < RUNS; run++) confirm(run, random.split());
    double bound =
        AuditPlan.of(NATION, new AuditMethod.Comparison(0.001, 0.0001), ALPHA, Set.of(), Set.of())
            .joint();
    double mean = mean(cards);
    double error = Math.sqrt(variance(cards, mean) / RUNS);
    assertThat(mean).isGreaterThan(bound - 3 * error).isLessThan(1.25 * bound);
    assertThat(mean / mean(unhedged)).isBetween(1.0, 1.06);
  }

  private static double mean(double[] of) {
    return Arrays.stream(of).average().orElseThrow();
  }

  private static double variance(double[] of, double mean) {
    return Arrays.stream(of).map(each -> (each - mean) * (each - mean)).sum() / (of.length - 1);
  }

  /** Draws until the majority is confirmed, and notes when it would have been without the hedge. */
  private void confirm(int run, SplittableRandom random) {
    RunningAudit audit = new RunningAudit(NATION);
    while (!audit.weakest(List.of()).confirms(ALPHA)) {
      List<Evidence> evidence = audit.evidence();
      if (unhedged[run] == 0 && isConfirmedUnhedged(evidence)) unhedged[run] = cards[run];
      NextStep next = NextStep.of(evidence, audit.weakest(List.of())).orElseThrow();
      audit.add(
          next instanceof NextStep.Count
              ? new AuditRound.HandCount(next.unit(), true)
              : drawn(next.unit(), random));
      cards[run] += 20;
    }
    if (unhedged[run] == 0) unhedged[run] = cards[run];
  }

  private static AuditRound drawn(String unit, SplittableRandom random) {
    double[] found = DoubleStream.generate(random::nextDouble).limit(20).toArray();
    long two = Arrays.stream(found).filter(each -> each < 0.0001).count();
    long one = Arrays.stream(found).filter(each -> each < 0.0011).count() - two;
    return new AuditRound.Comparison(unit, 20, one, two, 0, 0);
  }

  private static boolean isConfirmedUnhedged(List<Evidence> evidence) {
    List<Choice<String>> choices =
        evidence.stream()
            .map(
                each ->
                    new Choice<>(each.holding().id(), each.holding().electors(), unhedged(each)))
            .toList();
    return Cover.lightest(Cover.apart(choices), NATION.toOverturn("biden"))
            .map(Cover::weight)
            .orElse(Double.POSITIVE_INFINITY)
        >= Math.log(1 / ALPHA);
  }

  private static double unhedged(Evidence evidence) {
    return Math.log((Math.exp(evidence.logarithm()) - Evidence.HEDGE) / (1 - Evidence.HEDGE));
  }
}
