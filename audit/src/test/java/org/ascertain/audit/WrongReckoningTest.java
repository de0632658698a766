package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.ascertain.audit.AuditRound.HandCount;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Evidence.Weakest;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;

/**
 * Ways of reckoning that are known to be wrong, each beside the program's own on the same cards of
 * a wrong majority: the same limit that the program keeps finds each of them out. Seeds are fixed.
 */
class WrongReckoningTest {

  private static final double ALPHA = 0.05;
  private static final double SURE = Math.log(1 / ALPHA);
  private static final int RUNS = 1000;
  private static final double MOST = ALPHA + 2 * Math.sqrt(ALPHA * (1 - ALPHA) / RUNS);
  private static final int AT_A_TIME = 2;
  private static final int STEPS = 150;

  /** In which part of the runs each of two reckonings confirms. */
  private record Confirmed(double right, double wrong) {}

  /** One run: what the program says, and what the wrong reckoning says. */
  private interface Run {
    boolean[] confirms(Random random);
  }

  private static Confirmed confirmed(long seed, Run run) {
    Random random = new Random(seed);
    int right = 0;
    int wrong = 0;
    for (int each = 0; each < RUNS; each++) {
      boolean[] confirms = run.confirms(random);
      if (confirms[0]) right++;
      if (confirms[1]) wrong++;
    }
    return new Confirmed(right / (double) RUNS, wrong / (double) RUNS);
  }

  private static boolean confirms(RunningAudit audit) {
    return audit.weakest(List.of()).confirms(ALPHA);
  }

  /** One after the other is drawn from, counted whole and lost. */
  private static boolean[] flipped(Random random, Wrong wrong) {
    Holdings holdings = TiedUnits.three();
    RunningAudit right = new RunningAudit(holdings);
    boolean[] confirmed = new boolean[2];
    for (String unit : List.of("A", "B", "C")) {
      for (int step = 0; step < STEPS; step++) {
        AuditRound round = TiedUnits.cards(random, unit, AT_A_TIME);
        right.add(round);
        wrong.add(round);
        confirmed[0] |= confirms(right);
        confirmed[1] |= wrong.confirms();
      }
      right.add(new HandCount(unit, false));
      wrong.lost(unit);
    }
    return confirmed;
  }

  /** A reckoning that is wrong. */
  private abstract static class Wrong {
    RunningAudit audit = new RunningAudit(TiedUnits.three());

    void add(AuditRound round) {
      audit.add(round);
    }

    void lost(String unit) {
      audit.add(new HandCount(unit, false));
    }

    boolean confirms() {
      return WrongReckoningTest.confirms(audit);
    }
  }

  /** After each count that is lost all evidence begins at nothing, and the risk is spent again. */
  private static final class StartedAfresh extends Wrong {
    @Override
    void lost(String unit) {
      audit = new RunningAudit(TiedUnits.three());
    }
  }

  /** A unit that was counted and lost is in no set any more. */
  private static final class LostTakenOut extends Wrong {
    @Override
    void lost(String unit) {
      audit.add(new HandCount(unit, true));
    }
  }

  /** The best that each unit ever had is kept while the next is drawn from. */
  private static final class GreatestSoFar extends Wrong {
    private final Map<String, Double> best = new HashMap<>();

    @Override
    boolean confirms() {
      double sum = 0;
      for (Evidence each : audit.evidence())
        sum += best.merge(each.holding().id(), each.logarithm(), Math::max);
      return sum >= SURE;
    }
  }

  /** 1 - 0.95^3 is 14 of 100: three times the risk is spent. */
  @Test
  void starting_afresh_after_a_lost_count_confirms_too_often() {
    Confirmed confirmed = confirmed(1, random -> flipped(random, new StartedAfresh()));
    assertThat(confirmed.right()).isLessThanOrEqualTo(MOST);
    assertThat(confirmed.wrong()).isBetween(0.09, 0.1426);
  }

  @Test
  void taking_a_lost_unit_out_of_every_set_confirms_a_majority_that_is_lost() {
    Confirmed confirmed = confirmed(2, random -> flipped(random, new LostTakenOut()));
    assertThat(confirmed.right()).isLessThanOrEqualTo(MOST);
    assertThat(confirmed.wrong()).isGreaterThan(0.99);
  }

  /** Of the greatest of three, each 20 with a chance of 1 in 20, 42 of 100 have a product of 20. */
  @Test
  void the_greatest_so_far_of_each_unit_confirms_too_often() {
    Confirmed confirmed = confirmed(3, random -> flipped(random, new GreatestSoFar()));
    assertThat(confirmed.right()).isLessThanOrEqualTo(MOST);
    assertThat(confirmed.wrong()).isBetween(0.25, 0.424);
  }

  /** The product of one draw with itself is 20 where the draw is 4.5: 1 / 4.5 is 22 of 100. */
  @Test
  void multiplying_two_contests_on_one_stream_of_cards_confirms_too_often() {
    List<List<String>> shared = List.of(List.of("ME", "ME-1"));
    Confirmed confirmed =
        confirmed(
            4,
            random -> {
              RunningAudit audit =
                  new RunningAudit(
                      TiedUnits.holdings(
                          4,
                          TiedUnits.unit("ME", 2, "w", 5500, 4500),
                          TiedUnits.unit("ME-1", 2, "w", 5500, 4500)));
              return looked(
                  2 * STEPS,
                  () -> polled(random, AT_A_TIME).forEach(audit::add),
                  () -> audit.weakest(shared).confirms(ALPHA),
                  () -> confirms(audit));
            });
    assertThat(confirmed.right()).isLessThanOrEqualTo(MOST);
    assertThat(confirmed.wrong()).isBetween(0.15, 0.2236);
  }

  /** The same cards of two tied contests. */
  private static List<AuditRound> polled(Random random, int cards) {
    long winner = random.ints(cards, 0, 2).sum();
    Votes losers = Votes.of(List.of("l"), cards - winner);
    return List.of(
        new AuditRound.Polling("ME", cards, winner, losers, true),
        new AuditRound.Polling("ME-1", cards, winner, losers, true));
  }

  /** Whether each of two reckonings confirms after any of so many steps. */
  private static boolean[] looked(
      int steps, Runnable step, BooleanSupplier right, BooleanSupplier wrong) {
    boolean[] so = new boolean[2];
    for (int n = 0; n < steps; n++) {
      step.run();
      so[0] |= right.getAsBoolean();
      so[1] |= wrong.getAsBoolean();
    }
    return so;
  }

  /** Of two units either of which takes the majority away, one is tied and one is well won. */
  @Test
  void taking_the_set_with_most_evidence_for_the_one_with_least_confirms_nearly_always() {
    Confirmed confirmed =
        confirmed(
            5,
            random -> {
              RunningAudit audit =
                  new RunningAudit(
                      TiedUnits.holdings(
                          10,
                          TiedUnits.unit("A", 10, "w", 5500, 4500),
                          TiedUnits.unit("B", 11, "w", 5500, 4500)));
              return looked(
                  STEPS,
                  () -> {
                    audit.add(TiedUnits.cards(random, "A", AT_A_TIME));
                    audit.add(new AuditRound.Comparison("B", AT_A_TIME, 0, 0, 0, 0));
                  },
                  () -> confirms(audit),
                  () -> audit.evidence().stream().anyMatch(each -> each.logarithm() >= SURE));
            });
    assertThat(confirmed.right()).isLessThanOrEqualTo(MOST);
    assertThat(confirmed.wrong()).isGreaterThan(0.99);
  }

  /** The outcome is right; a unit of the weakest set is tied, and would be drawn from for ever. */
  @Test
  void never_asking_for_a_count_runs_on_where_the_program_asks_for_one() {
    Random random = new Random(6);
    Predicate<Boolean> runsOn =
        asks -> {
          Holdings holdings =
              TiedUnits.holdings(
                  20,
                  TiedUnits.unit("A", 10, "w", 5500, 4500),
                  TiedUnits.unit("B", 11, "w", 5010, 4990));
          RunningAudit audit = new RunningAudit(holdings);
          for (int step = 0; step < 1000; step++) {
            audit.add(TiedUnits.cards(random, "A", 20));
            Weakest weakest = audit.weakest(List.of());
            boolean isAsked =
                NextStep.of(audit.evidence(), weakest).equals(asked("A"))
                    && audit.evidence().getFirst().state() == State.TO_COUNT;
            if (asks && isAsked) return false;
            if (weakest.confirms(ALPHA)) return false;
          }
          return true;
        };
    assertThat(runsOn.test(true)).isFalse();
    assertThat(runsOn.test(false)).isTrue();
  }

  private static Optional<NextStep> asked(String unit) {
    return Optional.of(new NextStep.Count(unit));
  }
}
