package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.rung;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
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
}
