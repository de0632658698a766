package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.ascertain.audit.AuditRound.Comparison;
import org.ascertain.audit.AuditRound.HandCount;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Evidence.Weakest;
import org.ascertain.audit.Holding.Count;
import org.ascertain.audit.Holding.Count.Kind;
import org.ascertain.election.Votes;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulations have fixed seeds; limits are 5 of 100 and two standard errors. */
class EvidenceTest {

  private static final double ALPHA = 0.05;
  private static final int RUNS = 400;
  private static final double MOST = ALPHA + 2 * Math.sqrt(ALPHA * (1 - ALPHA) / RUNS);

  private static Weakest weakest(Holdings holdings, List<AuditRound> rounds) {
    return Evidence.weakest(holdings, Evidence.of(holdings, rounds), List.of());
  }

  private static AuditRound clean(String unit, long cards) {
    return new Comparison(unit, cards, 0, 0, 0, 0);
  }

  private static AuditRound polled(String unit, long winner, long loser) {
    return new AuditRound.Polling(
        unit, winner + loser, winner, Votes.of(List.of("l"), loser), true);
  }

  private static Holdings three() {
    return TiedUnits.holdings(
        20,
        TiedUnits.unit("A", 10, "w", 5200, 4800),
        TiedUnits.unit("B", 11, "w", 5200, 4800),
        TiedUnits.unit("C", 16, "w", 5200, 4800));
  }

  @Test
  void without_any_evidence_the_risk_is_1() {
    Weakest weakest = weakest(three(), List.of());
    assertThat(weakest.risk()).isEqualTo(1);
    assertThat(weakest.confirms(ALPHA)).isFalse();
  }

  @Test
  void one_elector_fewer_than_takes_the_majority_away_needs_no_evidence_and_as_many_do() {
    Holdings holdings = three();
    assertThat(
            weakest(holdings, List.of(new HandCount("A", true), new HandCount("B", true)))
                .confirms(ALPHA))
        .isTrue();
    Holdings sixteen =
        TiedUnits.holdings(
            16,
            TiedUnits.unit("A", 10, "w", 5200, 4800),
            TiedUnits.unit("B", 11, "w", 5200, 4800),
            TiedUnits.unit("C", 16, "w", 5200, 4800));
    assertThat(
            weakest(sixteen, List.of(new HandCount("A", true), new HandCount("B", true)))
                .confirms(ALPHA))
        .isFalse();
  }

  @Test
  void a_clean_card_never_lowers_and_order_and_division_of_rounds_change_nothing() {
    Holdings holdings = three();
    double before = -1;
    for (int cards = 0; cards < 300; cards += 30) {
      double now = weakest(holdings, List.of(clean("A", cards), clean("B", cards))).logarithm();
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
    AuditRound found = new Comparison("A", 100, 1, 0, 2, 0);
    double one = weakest(holdings, List.of(found, clean("B", 50), clean("C", 70))).logarithm();
    assertThat(weakest(holdings, List.of(clean("C", 70), clean("B", 50), found)).logarithm())
        .isCloseTo(one, within(1e-9));
    assertThat(
            weakest(
                    holdings,
                    List.of(
                        new Comparison("A", 40, 1, 0, 0, 0),
                        clean("B", 50),
                        clean("C", 70),
                        new Comparison("A", 60, 0, 0, 2, 0)))
                .logarithm())
        .isCloseTo(one, within(1e-9));
  }

  @Test
  void a_stake_that_is_gone_costs_no_more_than_the_hedge() {
    Holdings holdings = TiedUnits.holdings(5, TiedUnits.unit("A", 10, "w", 9999, 1));
    Evidence gone = Evidence.of(holdings, List.of(polled("A", 0, 9000))).getFirst();
    assertThat(gone.logarithm()).isCloseTo(Math.log(Evidence.HEDGE), within(1e-9));
    assertThat(gone.state()).isEqualTo(State.TO_COUNT);
  }

  @Test
  void what_speaks_against_the_winner_is_to_be_counted_whole_and_not_drawn_from_again() {
    Holdings holdings = three();
    List<AuditRound> rounds = new ArrayList<>(List.of(new Comparison("A", 10, 0, 9, 0, 0)));
    Evidence first = Evidence.of(holdings, rounds).getFirst();
    assertThat(first.state()).isEqualTo(State.TO_COUNT);
    rounds.add(clean("A", 100_000));
    assertThat(Evidence.of(holdings, rounds).getFirst().logarithm()).isEqualTo(first.logarithm());
  }

  @Test
  void a_lost_count_stays_in_every_set_with_what_it_had() {
    Holdings holdings = three();
    double before = Evidence.of(holdings, List.of(clean("A", 100))).getFirst().logarithm();
    Evidence lost =
        Evidence.of(holdings, List.of(clean("A", 100), new HandCount("A", false))).getFirst();
    assertThat(lost.logarithm()).isEqualTo(before);
    assertThat(lost.state()).isEqualTo(State.LOST);
    assertThat(
            Evidence.of(holdings, List.of(new HandCount("A", false), new HandCount("A", true)))
                .getFirst()
                .state())
        .isEqualTo(State.LOST);
  }

  /**
   * Arlo's test_bravo, test_compute_risk: what was reported, what the cards show, and the p-value,
   * which is one over the martingale, as exactly as they are given there. The hedge is taken off.
   */
  @ParameterizedTest
  @CsvSource({
    "600, 400, 0, 72, 47, 0, 0.07",
    "300, 200, 200, 72, 48, 48, 0.08",
    "10000, 9000, 200, 1200, 1000, 10, 0.000561"
  })
  void the_risks_of_polling_are_those_of_another_program(
      long votes, long second, long third, long forFirst, long forSecond, long forThird, double p) {
    Holding unit =
        new Holding(
            List.of("A"),
            "A",
            10,
            "w",
            Optional.of(
                new Count(
                    votes,
                    "l",
                    second,
                    votes + second + third,
                    OptionalLong.of(votes + second + third),
                    Count.Kind.PLURALITY)));
    AuditRound round =
        new AuditRound.Polling(
            "A",
            forFirst + forSecond + forThird,
            forFirst,
            Votes.of(List.of("l", "m"), forSecond, forThird),
            true);
    double hedged = Evidence.of(TiedUnits.holdings(5, unit), List.of(round)).getFirst().logarithm();
    double plain = (Math.exp(hedged) - Evidence.HEDGE) / (1 - Evidence.HEDGE);
    assertThat(1 / plain).isCloseTo(p, within(p < 0.01 ? 0.00001 : 0.01));
  }

  /** The one who has most votes on the cards decides, and not who was reported second. */
  @Test
  void of_several_losers_the_one_with_least_evidence_against_counts() {
    Holdings holdings = TiedUnits.holdings(5, TiedUnits.unit("A", 10, "w", 600, 400));
    AuditRound third =
        new AuditRound.Polling("A", 100, 50, Votes.of(List.of("l", "m"), 0, 50), true);
    assertThat(Evidence.of(holdings, List.of(third)).getFirst().logarithm()).isNegative();
  }

  /** No assertions for further rounds of a ranked vote are at hand. */
  @Test
  void cards_say_nothing_of_a_lead_in_the_last_round_of_a_ranked_vote() {
    Count last = new Count(5500, "l", 4500, 10_000, OptionalLong.of(10_000), Kind.LAST_ROUND);
    Holding ranked = new Holding(List.of("ME"), "ME", 2, "w", Optional.of(last));
    Holdings holdings = TiedUnits.holdings(1, ranked);
    List<Evidence> evidence = Evidence.of(holdings, List.of(clean("ME", 1000)));
    assertThat(evidence.getFirst().logarithm()).isCloseTo(0, within(1e-9));
    assertThat(ranked.canBeSampled()).isFalse();
    assertThat(NextStep.of(evidence, Evidence.weakest(holdings, evidence, List.of()))).isEmpty();
  }

  /** Which unit of a set is drawn from next. */
  enum Rule {
    RANDOM,
    LARGEST,
    SMALLEST,
    ONE_AFTER_THE_OTHER;

    /** The place of the unit among three, those with fewest electors first. */
    int place(int step, int steps, Random random) {
      return switch (this) {
        case RANDOM -> random.nextInt(3);
        case LARGEST -> 2;
        case SMALLEST -> 0;
        case ONE_AFTER_THE_OTHER -> 3 * step / steps;
      };
    }
  }

  /** Units that are truly tied and take the majority away only together, drawn from by a rule. */
  private static boolean confirms(
      Holdings tied, Rule rule, Random random, int steps, int cards, boolean areCounted) {
    RunningAudit audit = new RunningAudit(tied);
    int before = 0;
    for (int step = 0; step < steps; step++) {
      int place = rule.place(step, steps, random);
      if (areCounted && place > before)
        audit.add(new HandCount(tied.all().get(before).id(), false));
      before = place;
      audit.add(TiedUnits.cards(random, tied.all().get(place), cards));
      if (audit.weakest(List.of()).confirms(ALPHA)) return true;
    }
    return false;
  }

  private static double share(int runs, BooleanSupplier confirms) {
    int confirmed = 0;
    for (int run = 0; run < runs; run++) if (confirms.getAsBoolean()) confirmed++;
    return confirmed / (double) runs;
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void a_wrong_majority_is_confirmed_in_no_more_than_5_of_100(Rule rule) {
    Random random = new Random(20);
    assertThat(share(RUNS, () -> confirms(TiedUnits.three(), rule, random, 60, 10, false)))
        .isLessThanOrEqualTo(MOST);
  }

  /** Two of the three are counted whole on the way and lost: nothing starts afresh. */
  @Test
  void a_wrong_majority_with_units_counted_and_lost_is_confirmed_no_more_often() {
    Random random = new Random(31);
    Rule rule = Rule.ONE_AFTER_THE_OTHER;
    assertThat(share(RUNS, () -> confirms(TiedUnits.three(), rule, random, 60, 10, true)))
        .isLessThanOrEqualTo(MOST);
  }

  /** With the margins that were reported in 2020; all other units are taken as counted whole. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void arizona_georgia_and_wisconsin_if_tied_are_confirmed_in_no_more_than_5_of_100(Rule rule) {
    Random random = new Random(22);
    History history = ArchivedElection.of(2020);
    List<Holding> close =
        Holdings.at(history, history.end()).all().stream()
            .filter(each -> List.of("AZ", "GA", "WI").contains(each.id()))
            .sorted(Comparator.comparingInt(Holding::electors))
            .toList();
    Holdings tied = new Holdings(1, 37, close, List.of());
    assertThat(tied.toOverturn("biden")).isEqualTo(37);
    assertThat(share(RUNS, () -> confirms(tied, rule, random, 120, 100, false)))
        .isLessThanOrEqualTo(MOST);
  }

  /**
   * What the hedge holds back is not lost: looked at card by card, a wrong majority is confirmed
   * nearly as often as it may be.
   */
  @Test
  void with_the_hedge_the_risk_is_nearly_what_it_may_be() {
    Random random = new Random(14);
    Rule rule = Rule.ONE_AFTER_THE_OTHER;
    double level = share(1500, () -> confirms(TiedUnits.three(), rule, random, 600, 1, false));
    assertThat(level).isBetween(0.035, ALPHA + 2 * Math.sqrt(ALPHA * (1 - ALPHA) / 1500));
  }
}
