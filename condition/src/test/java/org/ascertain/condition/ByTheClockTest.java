package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascertain.condition.Evaluation.Answer;
import org.ascertain.election.Fact.Stance;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days, lengths of time, and what is decided otherwise by a day. */
class ByTheClockTest {

  private final Contest contest = new Contest();

  @Test
  void steady_is_what_has_held_so_long_without_a_break() {
    contest
        .returns("2020-11-04T01:00:00-05:00", "NE", 1, 2)
        .returns("2020-11-04T01:30:00-05:00", "NE", 3, 2)
        .returns("2020-11-04T01:33:00-05:00", "NE", 3, 4);
    assertThat(contest.turns("leads(NE)")).hasSize(3);
    assertThat(contest.turns("leads(NE) steady for PT10M"))
        .containsExactly(
            "trump 2020-11-04T01:10:00-05:00..2020-11-04T01:30:00-05:00",
            "trump 2020-11-04T01:43:00-05:00..");
    assertThat(contest.turns("leads(NE) steady for PT3M"))
        .as("three minutes to the second are not held at the end of them")
        .doesNotContain("biden 2020-11-04T01:33:00-05:00..");
  }

  /**
   * Georgia, 2028: where the margin is 0.5 % or less a recount may be asked for until two business
   * days after certification (the table of laws names the source); the 20th of November 2020, from
   * which this contest's facts are, is a Friday.
   */
  @Test
  void a_window_to_ask_for_a_recount_closes_by_the_clock() {
    Contest close = new Contest(Law.of(2028).orElseThrow());
    close.certifiedOf("2020-11-20", "GA", 5_010, 4_990);
    assertThat(close.turns("settled(GA)")).containsExactly("biden 2020-11-25T00:00:00-05:00..");
    close.oath("2021-01-19T11:00:00-05:00", "biden");
    assertThat(close.turns("settled(GA)"))
        .as("a later fact of another place changes nothing")
        .containsExactly("biden 2020-11-25T00:00:00-05:00..");
  }

  @Test
  void a_day_begins_at_midnight_in_washington() {
    contest.returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.turns("leads(PA) and on or after 2021-01-20"))
        .containsExactly("biden 2021-01-20T00:00:00-05:00..");
  }

  @Test
  void a_deadline_has_passed_once_its_day_is_over() {
    contest.returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.turns("leads(PA) and deadline CAL.MEET.1934 passed"))
        .containsExactly("biden 2020-12-15T00:00:00-05:00..");
  }

  @Test
  void where_the_first_holds_for_nobody_by_the_day_the_other_decides_as_it_stands_then() {
    contest.call("2020-11-07", "US", "AP", "biden").oath("2021-01-20T11:48:00-05:00", "trump");
    String rule = "called by AP and Fox and NBC else in-office by 2021-01-20";
    assertThat(contest.turns(rule)).containsExactly("trump 2021-01-21T00:00:00-05:00..");
    contest.call("2020-11-07", "US", "Fox", "biden").call("2020-11-08", "US", "NBC", "biden");
    assertThat(contest.turns(rule)).containsExactly("biden 2020-11-08..");
  }

  @Test
  void so_many_of_several_callers_are_enough() {
    contest.call("2020-11-07", "US", "AP", "biden").call("2020-11-08", "US", "NBC", "biden");
    assertThat(contest.turns("2 of (AP, Fox, NBC) call")).containsExactly("biden 2020-11-08..");
    assertThat(contest.ask("3 of (AP, Fox, NBC) call").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void an_acknowledgement_is_by_its_actor_or_by_somebody_of_a_country() {
    contest.acknowledged("2020-12-15", "Vladimir Putin", "Russia", "biden", Stance.CONGRATULATES);
    assertThat(contest.turns("acknowledged by \"russia\"")).containsExactly("biden 2020-12-15..");
    assertThat(contest.turns("acknowledged by \"Vladimir Putin\"")).hasSize(1);
    assertThat(contest.ask("acknowledged by \"France\"").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void conceding_is_for_the_candidate_of_another_ticket() {
    contest
        .acknowledged("2020-11-08", "Somebody else", "", "biden", Stance.CONCEDES)
        .acknowledged("2020-11-09", "trump", "", "biden", Stance.CONGRATULATES)
        .acknowledged("2020-11-10", "Trump", "", "biden", Stance.CONCEDES);
    assertThat(contest.turns("conceded")).containsExactly("biden 2020-11-10..");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"WAITS", "WITHHOLDS", "CLAIMS"})
  void a_concession_that_is_taken_back_stands_no_more_until_there_is_a_new_one(Stance back) {
    contest
        .acknowledged("2020-11-10", "Donald Trump", "", "biden", Stance.CONCEDES)
        .acknowledged("2020-11-11", "Somebody else", "", "none", back)
        .acknowledged("2020-11-12", "trump", "", "biden", Stance.CONGRATULATES)
        .acknowledged("2020-11-13", "trump", "", "none", back)
        .acknowledged("2020-12-13", "Donald Trump", "", "biden", Stance.CONCEDES);
    assertThat(contest.turns("conceded"))
        .containsExactly("biden 2020-11-10..2020-11-13", "biden 2020-12-13..");
  }

  @ParameterizedTest(name = "{0} concedes to {1}: {2}")
  @CsvSource({
    "Donald Trump,biden,true",
    "Donald John Trump,biden,true",
    "donald j. trump,biden,true",
    "Eric Trump,biden,false",
    "Donald Duck,biden,false",
    "Kamala Harris,biden,false",
    "Joe Biden,biden,false",
    "Joseph Biden,trump,true",
    "Donald Trump,none,false"
  })
  void an_actor_is_a_candidate_by_the_first_and_the_last_of_the_names(
      String actor, String toward, boolean concedes) {
    contest.acknowledged("2020-11-10", actor, "", toward, Stance.CONCEDES);
    assertThat(contest.ask("conceded").everHeld()).isEqualTo(concedes);
  }

  @Test
  void the_popular_vote_is_led_by_whoever_has_most_so_far() {
    contest.returns("2020-11-04", "PA", 2, 1).returns("2020-11-05", "GA", 1, 5);
    assertThat(contest.turns("popular vote leads"))
        .containsExactly("biden 2020-11-04..2020-11-05", "trump 2020-11-05..");
  }

  @Test
  void so_many_electors_exactly_are_no_more_and_no_fewer() {
    contest.certified("2020-11-24", "PA", 2, 1).certified("2020-11-25", "GA", 2, 1);
    assertThat(contest.turns("certified = 20")).containsExactly("biden 2020-11-24..2020-11-25");
  }
}
