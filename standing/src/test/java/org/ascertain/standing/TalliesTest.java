package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.rung;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.Differing;
import org.ascertain.standing.Standing.OtherSource;
import org.ascertain.standing.Standing.UnitRow;
import org.junit.jupiter.api.Test;

/** What returns come to. */
class TalliesTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";
  private static final String TEN = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private UnitRow pennsylvania() {
    return row(election.standing(), "PA");
  }

  @Test
  void where_a_unit_has_no_returns_of_its_own_its_tally_is_the_sum_of_those_below() {
    election
        .add(returns("PA/1/1", "first", EIGHT, 10, 20))
        .add(returns("PA/1/2", "second", NINE, 1, 2, 3))
        .add(returns("PA/2", "first", NINE, 100, 200));
    assertThat(pennsylvania().votes()).isEqualTo(votes(111, 222, 3));
    assertThat(pennsylvania().below()).isPresent();
    assertThat(pennsylvania().below().get().units()).isEqualTo(2);
    assertThat(pennsylvania().below().get().residual()).isEmpty();
    assertThat(rung(election.standing(), Rung.REPORTED).electors())
        .isEqualTo(Votes.of(Map.of("trump", 20L)));
  }

  @Test
  void returns_are_the_whole_statement_and_do_not_add_up_with_earlier_ones() {
    election
        .add(returns("PA/1", "first", EIGHT, 10, 20))
        .add(returns("PA/1", "first", NINE, 12, 25))
        .add(returns("PA/2", "first", NINE, 1, 1));
    assertThat(pennsylvania().votes()).isEqualTo(votes(13, 26));
  }

  @Test
  void a_count_that_went_down_is_an_ordinary_later_statement() {
    election.add(returns("PA", "first", EIGHT, 1000, 20)).add(returns("PA", "first", NINE, 10, 20));
    assertThat(pennsylvania().votes()).isEqualTo(votes(10, 20));
    assertThat(row(election.at(EIGHT), "PA").votes()).isEqualTo(votes(1000, 20));
  }

  @Test
  void beside_a_units_own_returns_stand_those_below_with_the_residual() {
    election
        .add(returns("PA", "first", NINE, 100, 50))
        .add(returns("PA/1", "first", TEN, 60, 20))
        .add(returns("PA/2", "first", TEN, 30, 40));
    assertThat(pennsylvania().votes()).isEqualTo(votes(100, 50));
    assertThat(pennsylvania().below().orElseThrow().votes()).isEqualTo(votes(90, 60));
    assertThat(pennsylvania().below().orElseThrow().residual())
        .containsExactlyInAnyOrderEntriesOf(Map.of("biden", 10L, "trump", -10L));
  }

  @Test
  void units_below_of_which_two_say_different_things_are_listed_with_the_difference() {
    election
        .add(returns("PA/1", "first", EIGHT, 30, 20))
        .add(returns("PA/1", "second", NINE, 28, 23))
        .add(returns("PA/2", "first", EIGHT, 10, 20))
        .add(returns("PA/2/1", "first", NINE, 10, 15))
        .add(returns("PA/3", "first", EIGHT, 1, 2))
        .add(returns("PA/3", "second", NINE, 1, 2))
        .add(returns("PA/3/1", "first", NINE, 1, 2));
    List<Differing> differing = pennsylvania().below().orElseThrow().differing();
    assertThat(differing).extracting(Differing::unit).containsExactly("PA/1", "PA/2");
    assertThat(differing.getFirst().otherSources().getFirst().difference())
        .isEqualTo(Map.of("biden", -2L, "trump", 3L));
    assertThat(differing.getLast().residual()).isEqualTo(Map.of("biden", 0L, "trump", 5L));
  }

  @Test
  void the_first_source_in_the_order_of_preference_that_has_spoken_makes_the_tally() {
    election.add(returns("PA", "unranked", TEN, 1, 0));
    assertThat(pennsylvania().votes()).isEqualTo(votes(1, 0));
    election.add(returns("PA", "second", NINE, 2, 0));
    assertThat(pennsylvania().votes()).isEqualTo(votes(2, 0));
    election.add(returns("PA", "first", EIGHT, 3, 0));
    assertThat(pennsylvania().votes()).isEqualTo(votes(3, 0));
    election.add(returns("PA", "second", TEN, 4, 0));
    assertThat(pennsylvania().votes()).isEqualTo(votes(3, 0));
  }

  @Test
  void other_sources_stand_beside_the_tally_with_their_difference() {
    election.add(returns("PA", "first", EIGHT, 30, 20)).add(returns("PA", "second", NINE, 28, 23));
    OtherSource other = pennsylvania().otherSources().getFirst();
    assertThat(pennsylvania().otherSources()).hasSize(1);
    assertThat(other.source()).isEqualTo("second");
    assertThat(other.votes()).isEqualTo(votes(28, 23));
    assertThat(other.difference())
        .containsExactlyInAnyOrderEntriesOf(Map.of("biden", -2L, "trump", 3L));
    assertThat(other.entry()).isEqualTo(2);
  }

  @Test
  void a_late_statement_of_an_earlier_moment_changes_the_past_and_not_the_present() {
    election.add(returns("PA", "first", TEN, 30, 20)).add(returns("PA", "first", NINE, 9, 9));
    assertThat(pennsylvania().votes()).isEqualTo(votes(30, 20));
    assertThat(row(election.at(NINE), "PA").votes()).isEqualTo(votes(9, 9));
    assertThat(row(election.at(EIGHT), "PA").votes().isEmpty()).isTrue();
  }

  @Test
  void of_two_statements_of_one_moment_the_later_entry_counts() {
    election.add(returns("PA", "first", NINE, 1, 2)).add(returns("PA", "first", NINE, 5, 6));
    assertThat(pennsylvania().votes()).isEqualTo(votes(5, 6));
  }

  @Test
  void a_day_comes_after_every_moment_of_it() {
    election
        .add(returns("PA", "first", "2020-11-03", 5, 6))
        .add(returns("PA", "first", "2020-11-03T23:59:59-05:00", 1, 2));
    assertThat(pennsylvania().votes()).isEqualTo(votes(5, 6));
  }

  @Test
  void in_which_order_units_below_became_known_later_shows_in_no_earlier_standing() {
    election
        .add(returns("PA/2", "first", TEN, 2000, 300))
        .add(returns("PA/1", "first", EIGHT, 1000, 200))
        .add(returns("PA/2", "first", NINE, 1000, 200));
    assertThat(row(election.at(NINE), "PA").entries()).containsExactly(2L, 3L);
    assertThat(election.at(NINE).remarks()).extracting(Problem::detail).contains("PA/1 and PA/2");
  }

  @Test
  void a_tie_leads_for_nobody() {
    election.add(returns("PA", "first", EIGHT, 20, 20, 1));
    assertThat(rung(election.standing(), Rung.REPORTED).electors().isEmpty()).isTrue();
    assertThat(rung(election.standing(), Rung.REPORTED).unassigned()).isEqualTo(538);
    election.add(returns("PA", "first", NINE, 20, 21, 1));
    assertThat(rung(election.standing(), Rung.REPORTED).electors())
        .isEqualTo(Votes.of(Map.of("trump", 20L)));
    assertThat(rung(election.standing(), Rung.REPORTED).unassigned()).isEqualTo(518);
  }

  @Test
  void no_votes_at_all_lead_for_nobody() {
    election.add(returns("PA", "first", EIGHT, 0, 0));
    assertThat(rung(election.standing(), Rung.REPORTED).electors().isEmpty()).isTrue();
    assertThat(pennsylvania().stage()).contains(Rung.REPORTED);
  }

  @Test
  void a_ticket_that_is_not_named_has_no_figure_which_is_not_nought() {
    election.add(returns("PA", "first", EIGHT, 10));
    assertThat(pennsylvania().votes().count("trump")).isEmpty();
    assertThat(election.end().leads("PA", 0)).as("the others may have more").isFalse();
    assertThat(election.end().unknownElectors(Rung.REPORTED)).isEqualTo(538);
    election.add(returns("PA", "first", NINE, 10, 5));
    assertThat(election.end().leads("PA", 0)).isTrue();
    assertThat(election.end().unknownElectors(Rung.REPORTED)).isEqualTo(518);
  }

  @Test
  void statewide_returns_never_give_a_districts_elector() {
    election
        .add(returns("ME", "first", EIGHT, 20, 10))
        .add(returns("ME/1", "first", EIGHT, 20, 10));
    assertThat(rung(election.standing(), Rung.REPORTED).electors())
        .isEqualTo(Votes.of(Map.of("biden", 2L)));
    election.add(returns("ME-2", "first", EIGHT, 10, 20));
    assertThat(rung(election.standing(), Rung.REPORTED).electors())
        .isEqualTo(SmallElection.votes(2, 1));
    assertThat(row(election.standing(), "ME").votes()).isEqualTo(votes(20, 10));
  }

  @Test
  void returns_of_a_unit_that_does_not_exist_count_nowhere() {
    Standing before = election.add(returns("PA", "first", EIGHT, 1, 2)).standing();
    election.add(returns("XX/1", "first", EIGHT, 100, 2));
    Standing after = election.standing();
    assertThat(after.units()).isEqualTo(before.units());
    assertThat(after.ladder()).isEqualTo(before.ladder());
    assertThat(after.popularVote()).isEqualTo(before.popularVote());
    assertThat(after.problems()).singleElement().extracting("index").isEqualTo(2L);
  }

  @Test
  void the_popular_vote_takes_certificates_where_there_are_any_and_tallies_else() {
    election
        .add(returns("PA", "first", EIGHT, 10, 20))
        .add(returns("GA", "first", EIGHT, 5, 6))
        .add(SmallElection.certificate("PA", "2020-11-24", 11, 21));
    Standing standing = election.standing();
    assertThat(standing.popularVote().votes())
        .isEqualTo(Votes.of(List.of("trump", "biden"), 27, 16));
    assertThat(standing.popularVote().certified()).isEqualTo(1);
    assertThat(standing.popularVote().reported()).isEqualTo(1);
    assertThat(row(standing, "PA").votes()).isEqualTo(votes(10, 20));
    assertThat(row(standing, "PA").certifiedVotes()).contains(votes(11, 21));
  }

  private static Fact.Returns said(
      String unit, String source, String at, boolean exact, long total, long... counts) {
    Fact.Returns plain = returns(unit, source, at, counts);
    return new Fact.Returns(
        plain.attestation(),
        unit,
        plain.votes(),
        OptionalLong.empty(),
        total < 0 ? OptionalLong.empty() : OptionalLong.of(total),
        exact,
        OptionalLong.empty(),
        Optional.empty(),
        false);
  }

  /** One by one, as a night goes on, and at once, as of its end. */
  private void exact(boolean state, boolean county) {
    Tabulation walked = election.end();
    Tabulation atOnce = election.history().stateAt(History.ALL);
    for (Tabulation now : List.of(walked, atOnce)) {
      assertThat(isExact(now, "PA")).isEqualTo(state);
      assertThat(isExact(now, "PA/1")).isEqualTo(county);
    }
  }

  private static boolean isExact(Tabulation now, String unit) {
    return Optional.ofNullable(now.tallies().find(unit)).orElseThrow().isExact();
  }

  @Test
  void a_sum_is_exact_as_long_as_all_below_are_through_every_level() {
    election
        .add(said("PA/1/1", "first", EIGHT, true, -1, 1, 2))
        .add(said("PA/1/2", "first", EIGHT, true, -1, 1, 2))
        .add(said("PA/2", "first", EIGHT, true, -1, 1, 2));
    exact(true, true);
    election.add(said("PA/1/1", "first", NINE, false, -1, 1, 2));
    exact(false, false);
    election.add(said("PA/1/2", "first", NINE, false, -1, 1, 2));
    exact(false, false);
    election.add(said("PA/1/1", "first", TEN, true, -1, 1, 2));
    exact(false, false);
    election.add(said("PA/1/2", "first", TEN, true, -1, 1, 2));
    exact(true, true);
    election.add(said("PA/2", "first", TEN, false, -1, 1, 2));
    exact(false, true);
    election.add(said("PA/1", "first", TEN, false, -1, 1, 2));
    exact(false, false);
    election.add(said("PA", "first", TEN, true, -1, 1, 2));
    exact(true, false);
  }

  @Test
  void a_sum_has_a_total_only_where_every_part_has_one() {
    election
        .add(said("PA/1", "first", EIGHT, true, 5, 1, 2))
        .add(said("PA/2", "first", EIGHT, true, -1, 3, 4));
    assertThat(pennsylvania().total()).isEmpty();
    election.add(said("PA/2", "first", NINE, true, 9, 3, 4));
    assertThat(pennsylvania().total()).hasValue(14);
    election.add(said("PA/2", "first", TEN, true, 10, 3, 4));
    assertThat(pennsylvania().total()).hasValue(15);
    assertThat(election.end().tallies().total(node("PA"))).hasValue(15);
  }

  private Tallies.Node node(String unit) {
    return Optional.ofNullable(election.end().tallies().find(unit)).orElseThrow();
  }

  @Test
  void returns_below_change_nothing_above_a_unit_that_speaks_for_itself() {
    Tabulation now = new Tabulation(SmallElection.HEADER, SmallElection.LAW);
    for (Fact fact :
        List.of(
            returns("PA/1", "first", EIGHT, 10, 20),
            returns("PA/2", "first", EIGHT, 1, 2),
            returns("PA/1/1", "first", NINE, 500, 600),
            returns("PA/2/1", "first", NINE, 7, 8))) {
      election.add(fact);
      now.add(election.entries().getLast());
    }
    assertThat(now.tally("PA")).hasValue(new long[] {11, 22, -1});
    assertThat(now.tally("PA/1/1")).hasValue(new long[] {500, 600, -1});
    assertThat(now.tallied()).as("nothing changed in a unit of appointment").isNegative();
    assertThat(now.tallies().replaced()).isFalse();
    election.add(returns("PA/1", "first", TEN, 11, 20));
    now.add(election.entries().getLast());
    assertThat(now.known().returns.units.id(now.tallied())).isEqualTo("PA");
    assertThat(now.tallies().replaced()).isTrue();
    assertThat(now.tally("PA")).hasValue(new long[] {12, 22, -1});
    assertThat(now.tallies().find(-1)).isNull();
    assertThat(now.tallies().find("GA")).isNull();
  }

  @Test
  void who_is_silent_on_others_leads_only_by_more_than_nobody_is_credited_with() {
    assertThat(leads(said("PA", "first", EIGHT, true, 100, 40, 20))).as("40 of 100").isFalse();
    assertThat(leads(said("PA", "first", EIGHT, true, 99, 40, 20))).as("40 to 39").isTrue();
    assertThat(leads(said("PA", "first", EIGHT, true, 60, 40, 20))).isTrue();
    assertThat(leads(said("PA", "first", EIGHT, true, -1, 40, 20))).isTrue();
    assertThat(leads(said("PA", "first", EIGHT, true, -1, 40))).as("he stands alone").isFalse();
    assertThat(leads(said("PA", "first", EIGHT, true, 100, 40, 20, 0))).as("all named").isTrue();
  }

  private static boolean leads(Fact returns) {
    return new SmallElection().add(returns).end().leads("PA", 0);
  }

  @Test
  void of_several_sources_each_stands_once_in_the_order_of_preference() {
    election
        .add(returns("PA", "zeta", EIGHT, 1, 2))
        .add(returns("PA", "alpha", EIGHT, 3, 4))
        .add(returns("PA", "second", EIGHT, 5, 6))
        .add(returns("PA", "first", NINE, 7, 8))
        .add(returns("PA", "first", EIGHT, 9, 9));
    assertThat(node("PA").statements())
        .extracting(statement -> statement.source)
        .containsExactly("first", "second", "alpha", "zeta");
    assertThat(node("PA").statements())
        .extracting(Tallies.Statement::index)
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(node("PA").statements().getFirst()).isEqualTo(node("PA").speaking());
  }

  @Test
  void returns_that_name_nobody_are_kept_and_given_back() {
    SmallElection election = new SmallElection();
    Fact.Returns nobody =
        new Fact.Returns(
            SmallElection.on("2020-11-03T21:00:00-05:00"),
            "PA",
            Votes.NONE,
            OptionalLong.of(100),
            OptionalLong.of(100),
            true,
            OptionalLong.empty(),
            Optional.empty(),
            false);
    election
        .add(nobody)
        .add(SmallElection.returns("GA", "first", "2020-11-03T22:00:00-05:00", 2, 1));
    assertThat(election.history().entries().getFirst().fact()).isEqualTo(nobody);
    assertThat(election.standing().popularVote().other()).hasValue(100);
  }
}
