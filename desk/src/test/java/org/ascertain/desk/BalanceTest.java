package org.ascertain.desk;

import static org.ascertain.desk.Said.pa;
import static org.ascertain.desk.Situation.attested;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.desk.Balance.Waiting;
import org.ascertain.desk.Weighing.Could;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits, against the margin that it would have to make up. */
class BalanceTest {

  private static final Law LAW = Law.of(2020).orElseThrow();

  private final FiguresInForce record = new FiguresInForce();
  private long entries = 1;

  private BalanceTest with(Said... said) {
    for (Said each : said) with(each.fact());
    return this;
  }

  private BalanceTest with(Fact... facts) {
    for (Fact fact : facts) record.take(new Entry(entries++, Instant.EPOCH, "1", fact));
    return this;
  }

  private Balance balance() {
    return new Balance(record, LAW, Situation.HEADER, Set.of("PA"));
  }

  private Weighing weigh(Said... kept) {
    List<Waiting> waiting = new ArrayList<>();
    for (Said each : kept) waiting.add(new Waiting(waiting.size() + 1, each.fact()));
    return balance().weigh("PA", waiting);
  }

  private static Fact challenge(String id, Stake stake) {
    return new Fact.Challenge(
        attested("2020-11-10"),
        id,
        ChallengeKind.LAWSUIT,
        id,
        "a court",
        List.of("PA"),
        Optional.of(stake),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    // what a kept row has for the two, and by how much it could move a margin of 1,000
    "50500, 49500,  1000, CHANGE", // 500 for the one and 500 from the other
    "50499, 49500,   999, NOT_CHANGE",
    "49000, 49000,  1000, CHANGE", // what it takes away from the first
    "50000, 49000,     0, NOT_CHANGE",
    "50000, 50000,  1000, CHANGE"
  })
  void a_kept_row_counts_by_what_it_moves(long biden, long trump, long kept, Could could) {
    with(pa(50_000, 49_000).at("21:00"));

    Weighing weighing = weigh(pa(biden, trump));

    assertThat(weighing.margin()).hasValue(1000);
    assertThat(weighing.kept()).isEqualTo(kept);
    assertThat(weighing.could()).isEqualTo(could);
    assertThat(weighing.raises()).isEqualTo(could == Could.CHANGE);
  }

  @Test
  void rows_of_one_unit_are_cumulative_and_only_the_furthest_counts() {
    with(pa(50_000, 49_000).at("21:00"));

    Weighing weighing = weigh(pa(50_100, 49_000), pa(50_300, 49_000), pa(50_200, 49_000));

    assertThat(weighing.kept()).isEqualTo(300);
    assertThat(weighing.furthest()).hasValue(2);
    assertThat(weighing.rows()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void a_row_that_its_source_has_overtaken_moves_nothing() {
    with(pa(50_000, 49_000).at("22:01"));

    assertThat(weigh(pa(50_000, 51_000)).rows()).isEmpty();
    assertThat(weigh(pa(50_000, 51_000)).raises()).isFalse();
    assertThat(weigh(pa(50_000, 51_000).by("wire")).raises()).isTrue();
  }

  @Test
  void no_row_moves_more_votes_than_there_are() {
    with(pa(50_000, 0).at("21:00"));

    assertThat(weigh(pa(0, 50_000)).kept()).isEqualTo(50_000);
  }

  @Test
  void what_an_official_expects_is_added_and_an_estimate_is_not() {
    with(pa(50_000, 49_000).official(99_900).at("21:00"));
    assertThat(weigh(pa(50_100, 49_000)).outstanding()).hasValue(900);
    assertThat(weigh(pa(50_100, 49_000)).could()).isEqualTo(Could.CHANGE);
    assertThat(weigh(pa(50_099, 49_000)).could()).isEqualTo(Could.NOT_CHANGE);

    with(pa(50_000, 49_000).estimated(99_900).at("21:01"));
    assertThat(weigh(pa(50_100, 49_000)).outstanding()).isEmpty();
    assertThat(weigh(pa(50_100, 49_000)).could()).isEqualTo(Could.NOT_CHANGE);
  }

  @Test
  void open_challenges_are_added_until_they_are_closed() {
    with(pa(50_000, 49_000).at("21:00"));
    with(challenge("C1", new Stake.Ballots(600)), challenge("C2", new Stake.Ballots(399)));
    assertThat(weigh().atStake()).hasValue(999);
    assertThat(weigh().could()).isEqualTo(Could.NOT_CHANGE);
    assertThat(weigh(pa(50_001, 49_000)).could()).isEqualTo(Could.CHANGE);

    with(new Fact.Ruling(attested("2020-11-11"), "C2", "dismissed", Optional.empty(), true));
    assertThat(weigh(pa(50_001, 49_000)).could()).isEqualTo(Could.NOT_CHANGE);

    with(challenge("C3", new Stake.Everything()));
    assertThat(weigh().raises()).isTrue();
  }

  @Test
  void where_no_figure_is_known_nobody_can_say() {
    assertThat(weigh(pa(1, 2)).could()).isEqualTo(Could.UNKNOWN);
    assertThat(weigh(pa(1, 2)).raises()).isTrue();
    assertThat(weigh().raises()).isFalse();
  }

  @Test
  void counties_count_where_the_state_does_not_speak_itself() {
    with(pa(500, 400).of("PA/42001").at("21:00"), pa(600, 650).of("PA/42003").at("21:00"));
    Said[] kept = {pa(500, 440).of("PA/42001"), pa(600, 660).of("PA/42003")};
    assertThat(weigh(kept).margin()).hasValue(50);
    assertThat(weigh(kept).kept()).isEqualTo(50);
    assertThat(weigh(kept).could()).isEqualTo(Could.CHANGE);

    with(pa(1_100, 1_050).at("21:00"));
    assertThat(weigh(kept).margin()).hasValue(50);
    assertThat(weigh(kept).kept()).isEqualTo(0);
    assertThat(weigh(kept).could()).isEqualTo(Could.NOT_CHANGE);
  }

  /** Every unit but Pennsylvania, by turns for the two: 270 electors less one for the first. */
  private void leads(long electors) {
    leads(electors, pa(1, 2));
  }

  /** The first units up to so many electors are Biden's; of the others {@code others} is said. */
  private void leads(long electors, Said others) {
    long first = 0;
    for (Unit unit : LAW.units()) {
      if (unit.id().equals("PA")) continue;
      boolean isFirsts = first + unit.electors() <= electors;
      if (isFirsts) first += unit.electors();
      with((isFirsts ? pa(2, 1) : others).of(unit.id()));
    }
    assertThat(first).isEqualTo(electors);
  }

  @ParameterizedTest
  @CsvSource({
    "270, 50000, NOT_CHANGE, 20", // 270 without Pennsylvania's 20, which he leads too
    "269, 50000, CHANGE,     19", // with it he has a majority, without it not
    "250, 49000, CHANGE,     18", // the other has 288 with it and 268 without
    "249, 49000, CHANGE,     19",
    "248, 49000, NOT_CHANGE, 20"
  })
  void units_that_could_change_are_held_against_the_majority(
      long electors, long biden, Could could, long margin) {
    leads(electors);
    with(pa(biden, 49_500).at("21:00"));

    Weighing nation = balance().nation(Set.of("PA")).orElseThrow();

    assertThat(nation.unit()).isEqualTo("US");
    assertThat(nation.margin()).hasValue(margin);
    assertThat(nation.kept()).isEqualTo(20);
    assertThat(nation.could()).isEqualTo(could);
    assertThat(balance().nation(Set.of())).isEmpty();
  }

  /** Everybody else's figures are level, so that only these count: {@code electors} and 20 more. */
  @ParameterizedTest
  @CsvSource({"249, NOT_CHANGE, -21", "250, CHANGE, -20", "251, CHANGE, -19"})
  void a_unit_gives_a_majority_at_270_electors_and_not_at_269(
      long electors, Could could, long margin) {
    leads(electors, pa(1, 1));
    with(pa(1, 1).at("21:00"));

    Weighing nation = balance().nation(Set.of("PA")).orElseThrow();

    assertThat(nation.margin()).hasValue(margin);
    assertThat(nation.could()).isEqualTo(could);
  }

  @ParameterizedTest
  @CsvSource({"269, CHANGE, 19", "270, NOT_CHANGE, 20"})
  void a_majority_that_is_270_without_the_unit_cannot_be_taken_away(
      long electors, Could could, long margin) {
    leads(electors, pa(1, 1));
    with(pa(2, 1).at("21:00"));

    Weighing nation = balance().nation(Set.of("PA")).orElseThrow();

    assertThat(nation.margin()).hasValue(margin);
    assertThat(nation.could()).isEqualTo(could);
  }

  @Test
  void a_unit_could_give_a_majority_that_nobody_has() {
    with(pa(2, 1).of("CA"), pa(2, 1).at("21:00"));

    assertThat(balance().nation(Set.of("PA")).orElseThrow().could()).isEqualTo(Could.NOT_CHANGE);

    leads(255);
    with(pa(1, 1).at("21:30"));
    Weighing nation = balance().nation(Set.of("PA")).orElseThrow();
    assertThat(nation.margin()).hasValue(-7);
    assertThat(nation.could()).isEqualTo(Could.CHANGE);
    assertThat(nation.says())
        .isEqualTo(
            "Electors of units that could change: 20; the first lacks 7 for a"
                + " majority: it could change who wins.");
  }

  @Test
  void an_alert_is_raised_goes_on_and_is_cleared_with_its_reason() {
    Instant evening = Instant.parse("2020-11-04T03:00:00Z");
    Instant later = evening.plusSeconds(60);
    with(pa(50_000, 49_000).at("21:00"));
    Weighing could = weigh(pa(50_000, 50_000));
    Weighing more = weigh(pa(50_000, 50_000), pa(50_000, 51_000));
    Weighing none = weigh();

    assertThat(Alert.next(Optional.empty(), none, 1, evening, "-")).isEmpty();
    Alert raised = Alert.next(Optional.empty(), could, 7, evening, "-").orElseThrow();
    Alert grown = Alert.next(Optional.of(raised), more, 8, later, "-").orElseThrow();
    Alert cleared =
        Alert.next(Optional.of(grown), none, 9, later, "Row 2 was discarded").orElseThrow();

    assertThat(raised).isEqualTo(new Alert(7, evening, Optional.empty(), Optional.empty(), could));
    assertThat(grown).isEqualTo(new Alert(7, evening, Optional.empty(), Optional.empty(), more));
    assertThat(cleared.isOpen()).isFalse();
    assertThat(cleared.cleared()).contains(later);
    assertThat(cleared.weighing()).isEqualTo(more);
    assertThat(cleared.why())
        .contains("Row 2 was discarded. Margin: 1,000: it cannot change who wins.");
    assertThat(raised.weighing().says())
        .isEqualTo(
            "Kept aside: up to 1,000 votes in 1 row; margin: 1,000: it could change who wins.");
  }
}
