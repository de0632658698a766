package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.election.Unit;
import org.ascertain.standing.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When conditions held, for whom, and what is missing where they do not. */
class EvaluationTest {

  private final Contest contest = new Contest();

  @Test
  void a_condition_is_asked_for_each_candidate_apart() {
    contest
        .returns("2020-11-04", "PA", 1, 2)
        .returns("2020-11-05", "GA", 2, 1)
        .returns("2020-11-06", "PA", 4, 3);
    assertThat(contest.turns("leads(PA)"))
        .containsExactly("trump 2020-11-04..2020-11-06", "biden 2020-11-06..");
    assertThat(contest.turns("leads(PA,trump)")).containsExactly("trump 2020-11-04..2020-11-06");
    assertThat(contest.turns("leads(PA) and leads(GA)")).containsExactly("biden 2020-11-06..");
    assertThat(contest.turns("reported >= 36")).containsExactly("biden 2020-11-06..");
  }

  @Test
  void or_holds_where_one_holds_without_a_break_between_them() {
    contest
        .call("2020-11-04", "PA", "AP", "biden")
        .call("2020-11-05", "PA", "Fox", "biden")
        .withdrawn("2020-11-06", "PA", "AP", "biden")
        .withdrawn("2020-11-07", "PA", "Fox", "biden");
    assertThat(contest.turns("called(PA) by AP or called(PA) by Fox"))
        .containsExactly("biden 2020-11-04..2020-11-07");
    assertThat(contest.turns("called(PA) by AP and Fox"))
        .containsExactly("biden 2020-11-05..2020-11-06");
  }

  @Test
  void not_is_the_complement_for_each_who_runs() {
    contest.returns("2020-11-04", "PA", 2, 1).returns("2020-11-05", "PA", 2, 3);
    assertThat(contest.turns("not leads(PA)"))
        .containsExactly(
            "biden 2020-11-03T00:00:00-05:00..2020-11-04",
            "trump 2020-11-03T00:00:00-05:00..2020-11-05",
            "biden 2020-11-05..");
    assertThat(contest.turns("leads(PA) and not called(PA) by AP"))
        .containsExactly("biden 2020-11-04..2020-11-05", "trump 2020-11-05..");
  }

  @Test
  void who_runs_for_vice_president_is_not_asked_for() {
    contest.returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.turns("not declared"))
        .containsExactlyInAnyOrder(
            "biden 2020-11-03T00:00:00-05:00..", "trump 2020-11-03T00:00:00-05:00..");
  }

  @Test
  void whom_electors_named_for_president_is_asked_for_though_on_no_ticket_for_it() {
    contest.voted("2020-12-14", "GA", "harris", 16);
    assertThat(contest.turns("voted >= 16")).containsExactly("harris 2020-12-14..");
  }

  @Test
  void a_stage_is_nobodys_success_and_holds_for_all() {
    contest.returns("2020-11-04", "PA", 2, 1).certified("2020-11-24", "PA", 2, 1);
    assertThat(contest.turns("stage(PA) >= reported"))
        .containsExactlyInAnyOrder("biden 2020-11-04..", "trump 2020-11-04..");
    assertThat(contest.turns("stage(PA) >= certified and leads(PA)"))
        .containsExactly("biden 2020-11-24..");
    assertThat(contest.turns("stage(PA) >= voted")).isEmpty();
  }

  @Test
  void settled_is_for_the_one_who_cannot_be_overtaken() {
    contest.returns("2020-11-04", "PA", 2, 1).certified("2020-11-24", "PA", 1, 2);
    assertThat(contest.turns("settled(PA)")).containsExactly("trump 2020-11-24..");
    assertThat(contest.turns("settled")).isEmpty();
  }

  @Test
  void the_whole_is_settled_once_units_that_are_have_a_majority() {
    for (Unit unit : Contest.LAW.units())
      if (unit.atLarge()) contest.certified("2020-12-01", unit.id(), 2, 1);
    contest.returns("2020-12-02", "PA", 1, 1);
    assertThat(contest.turns("settled")).containsExactly("biden 2020-12-01..");
    assertThat(contest.turns("certified >= majority")).containsExactly("biden 2020-12-01..");
    assertThat(contest.turns("certified >= 538")).as("but for five districts").isEmpty();
  }

  @Test
  void in_office_comes_with_the_term_where_the_oath_was_before_it() {
    contest.oath("2021-01-20T11:48:00-05:00", "biden");
    assertThat(contest.turns("in-office")).containsExactly("biden 2021-01-20T12:00:00-05:00..");
  }

  @Test
  void the_popular_vote_is_led_by_certificates_where_there_are_any_and_by_tallies_else() {
    contest
        .returns("2020-11-04", "PA", 10, 30)
        .returns("2020-11-05", "GA", 25, 10)
        .certified("2020-11-24", "PA", 30, 10)
        .certified("2020-11-25", "GA", 0, 20);
    assertThat(contest.turns("popular vote leads"))
        .as("30 to 30 in the end")
        .containsExactly("trump 2020-11-04..2020-11-24", "biden 2020-11-24..2020-11-25");
  }

  @Test
  void the_popular_vote_of_a_state_of_which_only_districts_count_is_theirs() {
    contest
        .returns("2020-11-04", "PA", 1, 5)
        .returns("2020-11-05", "NE-1", 4, 1)
        .returns("2020-11-06", "NE-2", 4, 1);
    assertThat(contest.turns("popular vote leads"))
        .containsExactly("trump 2020-11-04..2020-11-06", "biden 2020-11-06..");
  }

  @Test
  void a_county_is_reported_or_certified_and_its_state_is_not_by_that() {
    contest.returns("2020-11-04", "GA/13277", 1, 5).certified("2020-11-13", "GA/13277", 1, 5);
    assertThat(contest.turns("stage(GA/13277) >= reported"))
        .as("at the latest: coverage of the states says nothing of their counties")
        .containsExactlyInAnyOrder("biden by 2020-11-04..", "trump by 2020-11-04..");
    assertThat(contest.turns("stage(GA/13277) >= certified"))
        .containsExactlyInAnyOrder("biden by 2020-11-13..", "trump by 2020-11-13..");
    assertThat(contest.turns("stage(GA) >= certified")).isEmpty();
    assertThat(contest.turns("stage(GA/13279) >= reported")).isEmpty();
    assertThat(contest.turns("certified >= 1")).isEmpty();
  }

  @Test
  void what_comes_and_goes_within_one_moment_was_never_true() {
    contest.returns("2020-11-04", "PA", 2, 1).returns("2020-11-04", "PA", 2, 3);
    assertThat(contest.turns("leads(PA)")).containsExactly("trump 2020-11-04..");
  }

  @Test
  void a_call_of_the_nation_is_no_call_of_a_unit() {
    contest.call("2020-11-07", "US", "AP", "biden").call("2020-11-07", "PA", "Fox", "biden");
    assertThat(contest.turns("called by AP")).containsExactly("biden 2020-11-07..");
    assertThat(contest.turns("called(PA) by AP")).isEmpty();
    assertThat(contest.turns("called by Fox")).isEmpty();
    assertThat(contest.turns("called >= 1")).as("the reference caller's electors").isEmpty();
  }

  @Test
  void electors_of_a_number_are_those_of_a_rung() {
    contest.certified("2020-11-24", "PA", 2, 1).certified("2020-11-25", "GA", 2, 1);
    assertThat(contest.turns("certified >= 20")).containsExactly("biden 2020-11-24..");
    assertThat(contest.turns("certified >= 21")).containsExactly("biden 2020-11-25..");
    assertThat(contest.turns("certified >= 37")).isEmpty();
    assertThat(contest.turns("certified >= majority")).isEmpty();
    assertThat(contest.ask("certified >= 37").everHeld()).isFalse();
  }

  @Test
  void what_is_missing_is_told_for_the_one_who_is_nearest() {
    contest
        .certified("2020-11-24", "PA", 2, 1)
        .certified("2020-11-25", "GA", 1, 2)
        .call("2020-11-25", "US", "AP", "biden");
    AtLeast asked = new AtLeast(Rung.CERTIFIED, OptionalInt.of(270));
    assertThat(contest.ask("certified >= 270").missing())
        .containsExactly(new Missing.Electors(asked, Rung.CERTIFIED, Optional.of("biden"), 20));
    assertThat(contest.ask("called by AP and Fox and NBC").missing())
        .containsExactly(
            new Missing.Call(Optional.empty(), "Fox"), new Missing.Call(Optional.empty(), "NBC"));
    assertThat(contest.ask("called(PA) by Fox").missing())
        .containsExactly(new Missing.Call(Optional.of("PA"), "Fox"));
    assertThat(contest.ask("called by AP and declared").missing())
        .containsExactly(new Missing.Part(new Declared()));
    AtLeast voted = new AtLeast(Rung.VOTED, OptionalInt.of(1));
    assertThat(contest.ask("declared or voted >= 1").missing())
        .containsExactly(
            new Missing.Part(new Declared()),
            new Missing.Electors(voted, Rung.VOTED, Optional.empty(), 0));
  }

  @Test
  void what_holds_already_is_not_missing() {
    contest.certified("2020-11-24", "PA", 2, 1);
    assertThat(contest.ask("certified >= 20 and declared").missing())
        .containsExactly(new Missing.Part(new Declared()));
    AtLeast more = new AtLeast(Rung.CERTIFIED, OptionalInt.of(21));
    assertThat(contest.ask("stage(PA) >= certified and certified >= 21").missing())
        .containsExactly(new Missing.Electors(more, Rung.CERTIFIED, Optional.of("biden"), 20));
  }

  @Test
  void what_holds_already_in_one_of_its_ways_is_not_missing() {
    contest.certified("2020-11-24", "PA", 2, 1);
    assertThat(contest.ask("(declared or certified >= 20) and called by AP").missing())
        .containsExactly(new Missing.Call(Optional.empty(), "AP"));
    assertThat(
            contest.ask("(stage(PA) >= certified and certified >= 20) and called by AP").missing())
        .containsExactly(new Missing.Call(Optional.empty(), "AP"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "certified >= 20, true",
    "certified = 20, true",
    "stage(PA) >= certified, true",
    "certified >= 20 and stage(PA) >= voted, true",
    "declared or certified >= 20, true",
    "voted >= 20, false",
    "voted = 20, false",
    "stage(PA) >= voted, false",
    "voted >= 20 and stage(PA) >= voted, false"
  })
  void what_a_later_act_only_implies_came_at_the_latest_then(String condition, boolean implied) {
    contest.voted("2020-12-14", "PA", "biden", 20);
    assertThat(contest.ask(condition).turns())
        .isNotEmpty()
        .allMatch(turn -> turn.atLatest() == implied);
  }

  @Test
  void nothing_is_missing_where_it_stands() {
    contest.certified("2020-11-24", "PA", 2, 1);
    assertThat(contest.ask("certified >= 20").missing()).isEmpty();
    assertThat(contest.ask("certified >= 20").everHeld()).isTrue();
  }

  @Test
  void each_turn_names_the_entries_that_brought_and_undid_it() {
    contest.returns("2020-11-04", "PA", 2, 1).returns("2020-11-05", "PA", 2, 3);
    var turn = contest.ask("leads(PA,biden)").turns().getFirst();
    assertThat(turn.since().entry().index()).isEqualTo(1);
    assertThat(turn.until().orElseThrow().entry().index()).isEqualTo(2);
  }

  @Test
  void facts_later_than_the_clock_have_come_all_the_same() {
    contest.certified("2020-11-24", "PA", 2, 1);
    ConditionParser.Parsed parsed =
        ConditionParser.parse("settled(PA)", Contest.HEADER, Contest.LAW);
    Condition condition = ((ConditionParser.Parsed.Understood) parsed).condition();
    assertThat(Evaluation.of(List.of(condition), contest.history(), 0).getFirst().turns())
        .hasSize(1);
  }
}
