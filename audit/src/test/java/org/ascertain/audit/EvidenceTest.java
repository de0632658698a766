package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.ascertain.audit.AuditRound.Comparison;
import org.ascertain.audit.AuditRound.HandCount;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Evidence.Weakest;
import org.ascertain.audit.Holding.Count;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulations have fixed seeds; limits are 5 of 100 and two standard errors. */
class EvidenceTest {

  private static final double ALPHA = 0.05;
  private static final int RUNS = 400;
  private static final double MOST = ALPHA + 2 * Math.sqrt(ALPHA * (1 - ALPHA) / RUNS);

  private static Holding unit(String id, int electors, String who, long votes, long second) {
    long all = votes + second;
    return new Holding(
        List.of(id),
        id,
        electors,
        who,
        Optional.of(
            new Count(votes, "l", second, all, OptionalLong.of(all), Count.Kind.PLURALITY)));
  }

  /** A winner with these units, who has no majority any more without the electors needed. */
  private static Holdings holdings(int needed, Holding... units) {
    List<Holding> all = new ArrayList<>(List.of(units));
    int electors = all.stream().mapToInt(Holding::electors).sum();
    int others = electors - 2 * needed + 1;
    all.add(unit("L", others, "l", 60, 40));
    return new Holdings(electors - needed + 1, electors + others, all, List.of());
  }

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
    return holdings(
        20,
        unit("A", 10, "w", 5200, 4800),
        unit("B", 11, "w", 5200, 4800),
        unit("C", 16, "w", 5200, 4800));
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
        holdings(
            16,
            unit("A", 10, "w", 5200, 4800),
            unit("B", 11, "w", 5200, 4800),
            unit("C", 16, "w", 5200, 4800));
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
    Holdings holdings = holdings(5, unit("A", 10, "w", 9999, 1));
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
    double hedged = Evidence.of(holdings(5, unit), List.of(round)).getFirst().logarithm();
    double plain = (Math.exp(hedged) - Evidence.HEDGE) / (1 - Evidence.HEDGE);
    assertThat(1 / plain).isCloseTo(p, within(p < 0.01 ? 0.00001 : 0.01));
  }

  /** The one who has most votes on the cards decides, and not who was reported second. */
  @Test
  void of_several_losers_the_one_with_least_evidence_against_counts() {
    Holdings holdings = holdings(5, unit("A", 10, "w", 600, 400));
    AuditRound third =
        new AuditRound.Polling("A", 100, 50, Votes.of(List.of("l", "m"), 0, 50), true);
    assertThat(Evidence.of(holdings, List.of(third)).getFirst().logarithm()).isNegative();
  }

  /** Which unit of the weakest set is drawn from next. */
  enum Rule {
    RANDOM,
    LARGEST,
    SMALLEST,
    ONE_AFTER_THE_OTHER
  }

  /** Three units that are truly tied are together enough: the majority is wrong. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void a_wrong_majority_is_confirmed_in_no_more_than_5_of_100(Rule rule) {
    Random random = new Random(20);
    int confirmed = 0;
    for (int run = 0; run < RUNS; run++) if (confirmsTied(rule, random, false)) confirmed++;
    assertThat(confirmed / (double) RUNS).isLessThanOrEqualTo(MOST);
  }

  /** Two of the three are counted whole on the way and lost: nothing starts afresh. */
  @Test
  void a_wrong_majority_with_units_counted_and_lost_is_confirmed_no_more_often() {
    Random random = new Random(31);
    int confirmed = 0;
    for (int run = 0; run < RUNS; run++)
      if (confirmsTied(Rule.ONE_AFTER_THE_OTHER, random, true)) confirmed++;
    assertThat(confirmed / (double) RUNS).isLessThanOrEqualTo(MOST);
  }

  private static boolean confirmsTied(Rule rule, Random random, boolean counted) {
    Holdings holdings =
        holdings(
            30,
            unit("A", 10, "w", 5500, 4500),
            unit("B", 11, "w", 5500, 4500),
            unit("C", 16, "w", 5500, 4500));
    double margin = 0.1;
    List<AuditRound> rounds = new ArrayList<>();
    String[] units = {"A", "B", "C"};
    for (int step = 0; step < 60; step++) {
      String unit =
          switch (rule) {
            case RANDOM -> units[random.nextInt(3)];
            case LARGEST -> "C";
            case SMALLEST -> "A";
            case ONE_AFTER_THE_OTHER -> units[step / 20];
          };
      int wrong = 0;
      for (int card = 0; card < 10; card++) if (random.nextDouble() < margin / 2) wrong++;
      rounds.add(new Comparison(unit, 10, 0, wrong, 0, 0));
      if (counted && step == 19) rounds.add(new HandCount("A", false));
      if (counted && step == 39) rounds.add(new HandCount("B", false));
      if (weakest(holdings, rounds).confirms(ALPHA)) return true;
    }
    return false;
  }

  /** Two contests on one stream of cards, both tied. */
  @Test
  void contests_on_the_same_cards_have_the_mean_of_their_evidence_and_never_the_product() {
    Random random = new Random(5);
    Holdings holdings =
        holdings(4, unit("ME", 2, "w", 5500, 4500), unit("ME-1", 2, "w", 5500, 4500));
    int mean = 0;
    int product = 0;
    for (int run = 0; run < RUNS; run++) {
      List<AuditRound> rounds = new ArrayList<>();
      boolean byMean = false;
      boolean byProduct = false;
      for (int step = 0; step < 40; step++) {
        int winner = 0;
        for (int card = 0; card < 10; card++) if (random.nextBoolean()) winner++;
        rounds.add(polled("ME", winner, 10 - winner));
        rounds.add(polled("ME-1", winner, 10 - winner));
        List<Evidence> evidence = Evidence.of(holdings, rounds);
        byMean |=
            Evidence.weakest(holdings, evidence, List.of(List.of("ME", "ME-1"))).confirms(ALPHA);
        byProduct |= Evidence.weakest(holdings, evidence, List.of()).confirms(ALPHA);
      }
      if (byMean) mean++;
      if (byProduct) product++;
    }
    assertThat(mean / (double) RUNS).isLessThanOrEqualTo(MOST);
    assertThat(product / (double) RUNS).isGreaterThan(0.1);
  }
}
