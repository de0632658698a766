package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

/** Between what bounds a majority came that rests on facts whose day is not known. */
class BoundsTest {

  /** With Texas 282 electors, without it 244. */
  private static final List<String> STATES =
      List.of("CA", "FL", "NY", "IL", "PA", "OH", "GA", "MI", "NC", "NJ", "VA", "NH");

  private final SmallElection election = new SmallElection();

  private BoundsTest certify(String at) {
    for (String state : STATES) election.add(certificate(state, at, 60, 40));
    return this;
  }

  private List<String> since() {
    return election.history().majorities(Rung.CERTIFIED).stream()
        .map(turn -> turn.candidate() + " " + turn.since().given())
        .toList();
  }

  @Test
  void from_the_crossing_with_all_at_their_lower_bounds_to_that_with_all_at_their_upper_bounds() {
    certify("2020-12-02").election.add(certificate("TX", "2020-11-23/2020-12-09", 60, 40));
    assertThat(since()).containsExactly("biden 2020-12-02/2020-12-09");
  }

  @Test
  void where_the_bounds_of_the_last_state_lie_before_the_others_the_day_is_known() {
    certify("2020-12-02").election.add(certificate("TX", "2020-11-20/2020-11-23", 60, 40));
    assertThat(since()).containsExactly("biden 2020-12-02");
  }

  @Test
  void the_bounds_of_all_count_and_not_only_those_of_the_last() {
    certify("2020-11-20/2020-12-01").election.add(certificate("TX", "2020-11-25", 60, 40));
    assertThat(since()).containsExactly("biden 2020-11-25/2020-12-01");
  }

  @Test
  void a_moment_and_a_day_bound_it_by_days() {
    certify("2020-12-02T10:00:00-05:00")
        .election
        .add(certificate("TX", "2020-11-23/2020-12-09", 60, 40));
    assertThat(since()).containsExactly("biden 2020-12-02/2020-12-09");
    assertThat(When.parse("2020-12-02/2020-12-09").earliest()).isEqualTo(When.parse("2020-12-02"));
  }

  @Test
  void without_bounds_it_is_as_the_entry_gives_it() {
    certify("2020-12-02").election.add(certificate("TX", "2020-12-03", 60, 40));
    assertThat(since()).containsExactly("biden 2020-12-03");
  }

  @Test
  void the_entry_is_always_that_at_which_the_upper_bound_is_reached() {
    certify("2020-12-02").election.add(certificate("TX", "2020-11-23/2020-12-09", 60, 40));
    assertThat(election.history().majorities(Rung.CERTIFIED).getFirst().since().entry().index())
        .isEqualTo(STATES.size() + 1L);
  }

  @Test
  void the_end_of_a_majority_has_bounds_too() {
    certify("2020-12-01")
        .election
        .add(certificate("TX", "2020-12-02", 60, 40))
        .add(certificate("TX", "2020-12-05/2020-12-09", 40, 60));
    Turn turn = election.history().majorities(Rung.CERTIFIED).getFirst();
    assertThat(turn.since().given()).hasToString("2020-12-02");
    assertThat(turn.until().orElseThrow().given()).hasToString("2020-12-05/2020-12-09");
  }

  /** Edges at the ends of days of December, made by certificates of those days. */
  private static List<Turn.Edge> edges(int... days) {
    List<Turn.Edge> edges = new ArrayList<>();
    for (int day : days) {
      Fact fact = certificate("PA", "2020-12-%02d".formatted(day), 60, 40);
      Entry entry = new Entry(day, SmallElection.BEGUN, "7", fact);
      edges.add(new Turn.Edge(entry.effective(), entry));
    }
    return edges;
  }

  private static List<String> bounded(List<Turn.Edge> edges, List<Turn.Edge> early) {
    return Bounds.of(edges, early).stream().map(edge -> edge.given().toString()).toList();
  }

  @Test
  void an_edge_comes_no_earlier_than_its_like_with_all_facts_at_their_lower_bounds() {
    assertThat(bounded(edges(5, 8), edges(3, 7)))
        .containsExactly("2020-12-03/2020-12-05", "2020-12-07/2020-12-08");
    assertThat(bounded(edges(5), edges(6))).as("which comes later").containsExactly("2020-12-05");
  }

  @Test
  void where_lower_bounds_give_more_turns_it_is_the_last_alike_that_is_not_later() {
    assertThat(bounded(edges(5, 12), edges(1, 2, 4, 10)))
        .containsExactly("2020-12-04/2020-12-05", "2020-12-10/2020-12-12");
    assertThat(bounded(edges(5, 8), edges(1, 2, 5, 10)))
        .containsExactly("2020-12-05", "2020-12-02/2020-12-08");
    assertThat(bounded(edges(5, 8), edges(6, 7, 9, 10)))
        .as("no beginning was so early")
        .containsExactly("2020-12-05", "2020-12-07/2020-12-08");
    assertThat(bounded(edges(5), List.of())).containsExactly("2020-12-05");
  }
}
