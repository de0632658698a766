package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Oath;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

/** When a majority began and ended, and by which entry. */
class MajorityTurnsTest {

  private static final String NOON = "2021-01-06T12:00:00-05:00";
  private static final String ONE = "2021-01-06T13:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private void declare(String at, long biden, long trump) {
    election.add(
        new Fact.Declared(
            on(at), ballots(biden, trump), OptionalLong.empty(), OptionalLong.empty()));
  }

  /** {@code biden 1 to 4}: by which entries it began and ended. */
  private List<String> turns(Rung rung) {
    return election.history().majorities(rung).stream()
        .map(
            turn ->
                turn.candidate()
                    + " "
                    + turn.since().entry().index()
                    + turn.until().map(edge -> " to " + edge.entry().index()).orElse(""))
        .toList();
  }

  @Test
  void it_lasts_until_the_entry_that_ends_it() {
    declare(NOON, 306, 232);
    declare(ONE, 100, 438);
    assertThat(turns(Rung.DECLARED)).containsExactly("biden 1 to 2", "trump 2");
  }

  @Test
  void what_comes_and_goes_within_one_moment_was_never_true() {
    declare(NOON, 306, 232);
    declare(ONE, 100, 438);
    declare(ONE, 306, 232);
    assertThat(turns(Rung.DECLARED)).containsExactly("biden 1");
    assertThat(election.history().course().points())
        .filteredOn(TurningPoint.Majority.class::isInstance)
        .hasSize(1);
  }

  @Test
  void of_several_flips_within_one_moment_the_last_is_the_cause() {
    declare(NOON, 306, 232);
    declare(ONE, 100, 438);
    declare(ONE, 306, 232);
    declare(ONE, 200, 338);
    assertThat(turns(Rung.DECLARED)).containsExactly("biden 1 to 4", "trump 4");
  }

  @Test
  void what_began_within_a_moment_goes_on_from_its_first_entry() {
    declare(NOON, 270, 268);
    declare(NOON, 306, 232);
    assertThat(turns(Rung.DECLARED)).containsExactly("biden 1");
  }

  @Test
  void one_vote_short_of_it_nobody_has_one() {
    declare(NOON, 269, 269);
    assertThat(turns(Rung.DECLARED)).isEmpty();
  }

  @Test
  void it_can_come_again() {
    declare(NOON, 306, 232);
    declare("2021-01-06T12:30:00-05:00", 0, 0);
    declare(ONE, 306, 232);
    assertThat(turns(Rung.DECLARED)).containsExactly("biden 1 to 2", "biden 3");
  }

  @Test
  void an_oath_before_the_term_puts_in_office_when_it_begins() {
    election.add(new Oath(on("2021-01-20T11:48:00-05:00"), "biden", Office.PRESIDENT));
    assertThat(turns(Rung.IN_OFFICE)).containsExactly("biden 1");
    assertThat(election.history().majorities(Rung.IN_OFFICE).getFirst().since().given().toString())
        .isEqualTo("2021-01-20T12:00:00-05:00");
    assertThat(election.at("2021-01-20T11:59:00-05:00").ladder().getLast().holder()).isEmpty();
    assertThat(election.at(NOON.replace("01-06", "01-20")).ladder().getLast().holder())
        .contains("biden");
  }

  @Test
  void an_oath_of_the_vice_president_puts_nobody_in_the_presidents_office() {
    election.add(new Oath(on("2021-01-20T11:40:00-05:00"), "harris", Office.VICE_PRESIDENT));
    assertThat(turns(Rung.IN_OFFICE)).isEmpty();
  }

  private String standing(String at, long later) {
    return election
        .history()
        .majority(Rung.DECLARED, When.parse(at).effective() + later)
        .map(Turn::candidate)
        .orElse("nobody");
  }

  @Test
  void at_a_moment_the_turn_stands_that_has_begun_and_not_yet_ended() {
    declare(NOON, 306, 232);
    declare(ONE, 100, 438);
    assertThat(standing(NOON, -1)).isEqualTo("nobody");
    assertThat(standing(NOON, 0)).isEqualTo("biden");
    assertThat(standing(ONE, -1)).isEqualTo("biden");
    assertThat(standing(ONE, 0)).isEqualTo("trump");
    assertThat(standing(ONE, 1)).isEqualTo("trump");
  }

  @Test
  void for_either_office_a_majority_is_asked_of_votes_cast_or_counted() {
    SmallElection.LAW
        .entitled()
        .forEach((place, n) -> election.add(electors(place, "2020-12-14", n, 0)));
    Tabulation now = election.end();
    assertThat(Majorities.has(now, Rung.VOTED, Office.PRESIDENT, "biden")).isTrue();
    assertThat(Majorities.has(now, Rung.VOTED, Office.VICE_PRESIDENT, "harris")).isTrue();
    assertThat(Majorities.has(now, Rung.VOTED, Office.VICE_PRESIDENT, "biden")).isFalse();
    assertThat(Majorities.has(now, Rung.COUNTED, Office.PRESIDENT, "biden")).isFalse();
  }

  @Test
  void who_is_in_office_has_what_is_asked_there_whatever_the_number() {
    election.add(new Fact.Oath(on("2021-01-20T11:48:00-05:00"), "biden", Office.PRESIDENT));
    Tabulation now = election.end();
    assertThat(Majorities.of(now, Rung.IN_OFFICE, 0).atLeast(270)).isTrue();
    assertThat(Majorities.of(now, Rung.IN_OFFICE, 1).atLeast(0)).isFalse();
  }
}
