package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.audit.Evidence.State;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.AuditKind;
import org.ascertain.election.Fact.Discrepancies;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;

/** Rounds of 2020, held after every certificate was on record unless a test says otherwise. */
class AuditRoundsTest {

  private static final History HISTORY = ArchivedElection.of(2020);
  private static final Holdings OF_2020 = Holdings.at(HISTORY, HISTORY.end());
  private static final String LATE = "2020-12-20T10:00:00Z";

  private final List<Entry> entries = new ArrayList<>();

  private AuditRoundsTest add(Fact.AuditRound round) {
    entries.add(new Entry(1000 + entries.size(), Instant.EPOCH, "17", round));
    return this;
  }

  private AuditRounds read() {
    return AuditRounds.of(HISTORY, OF_2020, HISTORY.end(), entries);
  }

  private static Fact.AuditRound compared(String unit, String seed, long cards) {
    return compared(unit, seed, cards, 4_000_000, "r", true, LATE);
  }

  private static Fact.AuditRound compared(
      String unit,
      String seed,
      long cards,
      long manifest,
      String rule,
      boolean replacement,
      String at,
      String... sharedWith) {
    return new Fact.AuditRound(
        Attestation.of(When.parse(at), Source.of("desk", "Desk")),
        unit,
        AuditKind.COMPARISON,
        cards,
        OptionalLong.of(manifest),
        Optional.of(seed),
        Optional.of(When.parse(at)),
        Optional.of("ab".repeat(32)),
        Optional.of(When.parse("2020-11-19")),
        Optional.of(rule),
        Optional.of(replacement),
        List.of(sharedWith),
        Optional.of(new Discrepancies(0, 0, 0, 0)),
        Votes.NONE,
        false,
        Optional.empty());
  }

  private static Fact.AuditRound counted(String unit, long cards, long biden, long trump) {
    return new Fact.AuditRound(
        Attestation.of(When.parse(LATE), Source.of("desk", "Desk")),
        unit,
        AuditKind.HAND_COUNT,
        cards,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Votes.of(List.of("biden", "trump"), biden, trump),
        true,
        Optional.of("the board"));
  }

  private String why() {
    return read().leftOut().stream().map(each -> each.why().toString()).findFirst().orElse("");
  }

  private Evidence evidence(String unit) {
    return Evidence.of(OF_2020, read().rounds()).stream()
        .filter(each -> each.holding().id().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_round_counts_with_the_margin_over_all_cards_of_the_manifest() {
    add(compared("WI", "1", 100));
    double margin = 20_682 / 4_000_000.0;
    double bet = Growth.bet(margin, 0.001, 0.0001);
    double due = 100 * Math.log1p(bet * (1 / (2 - margin) - 0.5));
    assertThat(evidence("WI").logarithm())
        .isCloseTo(Math.log(0.9 * Math.exp(due) + 0.1), within(1e-9));
    assertThat(read().counted()).hasSize(1);
  }

  @Test
  void whose_count_by_hand_it_is_follows_from_its_votes() {
    add(counted("WI", 3_298_041, 1_630_866, 1_610_184));
    add(counted("GA", 5_000_000, 2_461_854, 2_473_633));
    add(counted("NV", 1_405_376, 700_000, 700_000));
    assertThat(evidence("WI").state()).isEqualTo(State.CONFIRMED);
    assertThat(evidence("GA").state()).isEqualTo(State.LOST);
    assertThat(evidence("NV").state()).isEqualTo(State.LOST);
  }

  /** Of Wisconsin's 3,298,041 votes the winner was 20,682 ahead. */
  @Test
  void a_count_by_hand_that_lacks_cards_which_could_turn_it_is_none() {
    add(counted("WI", 3_298_041 - 20_681, 1_630_866, 1_610_184));
    assertThat(evidence("WI").state()).isEqualTo(State.CONFIRMED);
    entries.clear();
    add(counted("WI", 3_298_041 - 20_682, 1_630_866, 1_610_184));
    assertThat(why()).contains("20682 cards fewer than votes were counted");
    assertThat(evidence("WI").state()).isEqualTo(State.NONE);
  }

  @Test
  void cards_drawn_where_sampling_has_stopped_are_none() {
    add(counted("WI", 3_298_041, 1_630_866, 1_610_184)).add(compared("WI", "1", 20));
    assertThat(why()).startsWith("WI was counted whole by then");
    assertThat(read().counted()).hasSize(1);
  }

  @Test
  void without_replacement_no_more_cards_are_drawn_than_there_are() {
    for (String seed : List.of("1", "2"))
      add(compared("DE", seed, 200_000, 505_000, "r", false, LATE));
    assertThat(read().leftOut()).isEmpty();
    add(compared("DE", "3", 200_000, 505_000, "r", false, LATE));
    assertThat(why()).startsWith("600000 cards of DE would have been drawn");
  }

  /**
   * Of two counties one is 60 to 40 for the winner and one 40 to 60, so the state is tied; only
   * cards of the first are looked at, and all of them are as they should be. A county is no unit,
   * and its manifest none of the state's.
   */
  @Test
  void one_countys_cards_say_nothing_of_its_state_however_many_there_are() {
    long state =
        OF_2020.of("biden").stream()
            .filter(each -> each.id().equals("WI"))
            .findFirst()
            .flatMap(Holding::count)
            .orElseThrow()
            .all();
    add(compared("WI/55025", "1", 1_000_000));
    add(compared("WI", "2", 1_000_000, state / 2, "r", true, LATE));
    AuditRounds read = read();
    assertThat(read.counted()).isEmpty();
    assertThat(read.leftOut()).hasSize(2);
    assertThat(Evidence.weakest(OF_2020, Evidence.of(OF_2020, read.rounds()), List.of()).risk())
        .isEqualTo(1);
  }

  @Test
  void a_unit_that_the_winner_does_not_hold_needs_no_audit() {
    assertThat(add(compared("TX", "1", 5)).why()).startsWith("TX is no unit that biden holds");
  }

  @Test
  void a_manifest_with_fewer_cards_than_votes_is_none() {
    assertThat(add(compared("WI", "1", 5, 3_000_000, "r", true, LATE)).why())
        .contains("3000000 cards, fewer than votes");
  }

  @Test
  void neither_rule_nor_manifest_nor_replacement_change_after_the_first_round() {
    add(compared("WI", "1", 5));
    add(compared("PA", "2", 5, 8_000_000, "another", true, LATE));
    add(compared("WI", "1", 5, 4_000_001, "r", true, LATE));
    add(compared("WI", "1", 5, 4_000_000, "r", false, LATE));
    assertThat(read().counted()).hasSize(1);
    assertThat(read().leftOut())
        .extracting(each -> each.why().toString())
        .containsExactly(
            "the rule of sampling was changed after the first round",
            "the manifest of WI was changed after the first round",
            "cards of WI were drawn with replacement and without");
  }

  @Test
  void a_round_that_its_published_rule_does_not_ask_for_is_left_out() {
    String next =
        NextStep.of(
                Evidence.of(OF_2020, List.of()),
                Evidence.weakest(OF_2020, Evidence.of(OF_2020, List.of()), List.of()))
            .map(NextStep::unit)
            .orElseThrow();
    String other = next.equals("PA") ? "WI" : "PA";
    add(compared(other, "1", 20, 20_000_000, "weakest 20", true, LATE));
    add(compared(next, "2", 21, 20_000_000, "weakest 20", true, LATE));
    assertThat(read().counted()).isEmpty();
    assertThat(why()).isEqualTo("it is not the round that its rule, weakest 20, asks for");
    add(compared(next, "3", 20, 20_000_000, "weakest 20", true, LATE));
    assertThat(read().counted()).hasSize(1);
  }

  @Test
  void one_seed_for_two_units_is_refused_unless_their_cards_are_marked_as_one_draw() {
    add(compared("ME", "1", 5)).add(compared("ME-1", "1", 5));
    assertThat(why()).startsWith("its seed is that of ME");
    entries.clear();
    add(compared("ME", "1", 5));
    add(compared("ME-1", "1", 5, 4_000_000, "r", true, LATE, "ME"));
    assertThat(read().leftOut()).isEmpty();
    assertThat(read().shared()).containsExactly(List.of("ME", "ME-1"));
  }

  /**
   * Returns of Wisconsin were on record the day after the election, its certificate weeks later.
   */
  @Test
  void what_the_cards_showed_of_a_count_that_was_changed_since_is_worth_no_more_than_nothing() {
    String early = "2020-11-05T12:00:00Z";
    add(compared("WI", "1", 200_000, 4_000_000, "r", true, early));
    assertThat(read().leftOut()).isEmpty();
    assertThat(evidence("WI").logarithm()).isCloseTo(0, within(1e-9));
    add(compared("WI", "1", 500));
    assertThat(evidence("WI").logarithm()).isPositive();
    double late = evidence("WI").logarithm();
    entries.clear();
    add(compared("WI", "1", 500));
    assertThat(evidence("WI").logarithm()).isCloseTo(late, within(1e-9));
  }

  @Test
  void a_round_without_replacement_that_cannot_be_gone_through_is_left_out() {
    assertThat(add(compared("WI", "1", 900_000, 4_000_000, "r", false, LATE)).why())
        .contains("too large");
    entries.clear();
    add(compared("WI", "1", 500, 4_000_000, "r", false, LATE));
    assertThat(evidence("WI").logarithm()).isPositive();
  }
}
