package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ascertain.condition.Evaluation.Answer;
import org.ascertain.election.Fact.Matter;
import org.ascertain.standing.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence is no answer where the record does not say that it holds all there is. */
class UnknownTest {

  private final Contest contest = new Contest();

  @Test
  void a_call_that_the_record_lacks_may_have_been_made() {
    contest.lacking(Matter.CALLS).returns("2020-11-04", "PA", 2, 1);
    Evaluation answer = contest.ask("called by AP");
    assertThat(answer.turns()).isEmpty();
    assertThat(answer.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(answer.missing())
        .containsExactly(new Missing.NotInRecord(Matter.CALLS, Optional.of("AP"), List.of()));
  }

  @Test
  void a_call_that_a_complete_record_lacks_was_not_made() {
    contest.returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.ask("called by AP").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void a_newsroom_that_the_record_does_not_know_can_be_asked_for() {
    contest.lacking(Matter.CALLS).returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.ask("called by CNN").answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void electors_are_unknown_only_as_far_as_those_lacking_could_decide() {
    contest
        .lacking(Matter.CERTIFICATIONS)
        .holds("2020-11-03", Matter.CERTIFICATIONS, others("PA", "GA"))
        .certified("2020-11-24", "NY", 2, 1);
    assertThat(contest.ask("certified >= 65").answer()).as("29 and 36").isEqualTo(Answer.UNKNOWN);
    assertThat(contest.ask("certified >= 66").answer()).isEqualTo(Answer.NEVER);
    assertThat(contest.ask("certified >= 29").answer()).isEqualTo(Answer.HELD);
    assertThat(contest.ask("certified = 29").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(contest.ask("certified = 30").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(contest.ask("certified = 66").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void what_comes_after_it_was_unknown_came_at_the_latest_then() {
    contest
        .lacking(Matter.CERTIFICATIONS)
        .returns("2020-11-04", "PA", 2, 1)
        .certified("2020-11-24", "PA", 2, 1);
    assertThat(contest.turns("stage(PA) >= certified"))
        .containsExactlyInAnyOrder("biden by 2020-11-24..", "trump by 2020-11-24..");
    assertThat(contest.turns("certified >= 20")).containsExactly("biden by 2020-11-24..");
    assertThat(contest.turns("leads(PA)")).containsExactly("biden 2020-11-04..");
  }

  @Test
  void not_of_what_is_unknown_is_unknown() {
    contest.lacking(Matter.CALLS).returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.ask("not called by AP").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(contest.ask("called by AP or leads(PA)").answer()).isEqualTo(Answer.HELD);
    assertThat(contest.ask("called by AP and leads(PA,trump)").answer())
        .as("trump never led")
        .isEqualTo(Answer.NEVER);
    assertThat(contest.ask("called by AP and stage(PA) >= voted").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void a_call_for_another_is_an_answer() {
    contest.lacking(Matter.CALLS).call("2020-11-07", "US", "AP", "biden");
    assertThat(contest.turns("not called by AP")).containsExactly("trump by 2020-11-07..");
  }

  private static String[] others(String... units) {
    List<String> left = List.of(units);
    return Contest.LAW.units().stream()
        .map(unit -> unit.id())
        .filter(id -> !left.contains(id))
        .toArray(String[]::new);
  }

  @Test
  void office_is_nobodys_before_the_term_begins_and_unknown_from_the_next_day_on_without_an_oath() {
    Contest silent = new Contest().lacking(Matter.OATHS).call("2021-02-01", "PA", "AP", "biden");
    assertThat(silent.ask("in-office").answer()).isEqualTo(Answer.UNKNOWN);
    Contest before = new Contest().lacking(Matter.OATHS).call("2021-01-19", "PA", "AP", "biden");
    assertThat(before.ask("in-office").answer())
        .as("the clock goes on after the last fact")
        .isEqualTo(Answer.UNKNOWN);
    assertThat(before.turns("not in-office"))
        .hasSize(2)
        .allMatch(turn -> turn.contains("2021-01-21T00:00"));
    Contest whole = new Contest().call("2021-02-01", "PA", "AP", "biden");
    assertThat(whole.ask("in-office").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void a_unit_may_have_been_certified_where_the_record_does_not_hold_all_certificates() {
    contest.lacking(Matter.CERTIFICATIONS).returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.ask("settled(PA)").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(contest.ask("settled").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(contest.ask("settled(PA)").missing())
        .containsExactly(
            new Missing.NotInRecord(Matter.CERTIFICATIONS, Optional.empty(), List.of("PA")));
    contest.voted("2020-12-14", "PA", "biden", 20);
    assertThat(contest.turns("settled(PA)")).containsExactly("biden by 2020-12-14..");
    Contest whole = new Contest().returns("2020-11-04", "PA", 2, 1);
    assertThat(whole.ask("settled(PA)").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void where_what_the_record_holds_ends_what_it_lacks_then_is_unknown() {
    Contest ending = new Contest().lacking(Matter.CERTIFICATIONS);
    ending.holdsUntil("2020-11-03", Matter.CERTIFICATIONS, "2020-12-01");
    ending.certified("2020-11-24", "PA", 2, 1);
    assertThat(ending.ask("certified >= 270").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(ending.turns("not certified >= 21"))
        .contains(
            "biden 2020-11-03T00:00:00-05:00..2020-12-02T00:00:00-05:00",
            "trump 2020-11-03T00:00:00-05:00..2020-12-02T00:00:00-05:00");
    assertThat(ending.turns("certified >= 20")).containsExactly("biden 2020-11-24..");
  }

  @Test
  void what_may_not_be_said_is_told_by_what_it_is_not() {
    contest.lacking(Matter.CALLS).returns("2020-11-04", "PA", 2, 1);
    assertThat(contest.ask("not called by AP").missing())
        .containsExactly(new Missing.NotInRecord(Matter.CALLS, Optional.of("AP"), List.of()));
  }

  @Test
  void who_is_in_office_keeps_all_others_out_of_it() {
    Contest sworn = new Contest().lacking(Matter.OATHS).oath("2021-01-20T11:48:00-05:00", "biden");
    assertThat(sworn.turns("not in-office"))
        .containsExactlyInAnyOrder(
            "biden 2020-11-03T00:00:00-05:00..2021-01-20T12:00:00-05:00",
            "trump 2020-11-03T00:00:00-05:00..");
  }

  @Test
  void the_popular_vote_is_unknown_while_a_state_without_votes_may_have_some() {
    Contest partial =
        new Contest()
            .lacking(Matter.VOTES, Matter.RETURNS, Matter.CERTIFICATIONS)
            .returns("2020-11-04", "PA", 2, 1);
    assertThat(partial.ask("popular vote leads").answer()).isEqualTo(Answer.UNKNOWN);
    for (Matter one : List.of(Matter.VOTES, Matter.RETURNS, Matter.CERTIFICATIONS)) {
      Contest complete =
          new Contest()
              .lacking(Matter.VOTES, Matter.RETURNS, Matter.CERTIFICATIONS)
              .holds("2020-11-03", one)
              .returns("2020-11-04", "PA", 2, 1);
      assertThat(complete.turns("popular vote leads")).as(one.toString()).hasSize(1);
    }
  }

  @Test
  void who_was_declared_is_unknown_where_the_record_may_lack_it() {
    Contest silent = new Contest().lacking(Matter.DECLARED).call("2021-02-01", "PA", "AP", "biden");
    assertThat(silent.ask("declared").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(silent.ask("declared >= 270").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(silent.ask("declared >= 539").answer()).isEqualTo(Answer.NEVER);
    Contest whole = new Contest().call("2021-02-01", "PA", "AP", "biden");
    assertThat(whole.ask("declared").answer()).isEqualTo(Answer.NEVER);
    assertThat(whole.ask("declared >= 270").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void of_several_callers_those_whose_calls_are_not_here_may_have_called() {
    Contest one = new Contest().lacking(Matter.CALLS).call("2020-11-07", "US", "AP", "biden");
    assertThat(one.ask("2 of (AP, Fox, NBC) call").answer()).isEqualTo(Answer.UNKNOWN);
    Contest whole = new Contest().call("2020-11-07", "US", "AP", "biden");
    assertThat(whole.ask("2 of (AP, Fox, NBC) call").answer()).isEqualTo(Answer.NEVER);
    assertThat(whole.turns("1 of (AP, Fox, NBC) call")).containsExactly("biden 2020-11-07..");
    whole.call("2020-11-08", "US", "NBC", "biden");
    assertThat(whole.turns("2 of (AP, Fox, NBC) call")).containsExactly("biden 2020-11-08..");
  }

  @Test
  void who_has_not_all_callers_may_have_them_where_the_record_lacks_the_others() {
    contest
        .lacking(Matter.CALLS)
        .call("2020-11-07", "US", "AP", "biden")
        .call("2020-11-08", "US", "Fox", "trump");
    assertThat(contest.turns("not 3 of (AP, Fox, NBC) call"))
        .containsExactly("trump by 2020-11-07..", "biden by 2020-11-08..");
    assertThat(contest.turns("not 2 of (AP, Fox, NBC) call")).isEmpty();
  }

  @Test
  void a_tie_leads_for_nobody_and_no_tally_says_nothing_where_returns_are_lacking() {
    contest.lacking(Matter.RETURNS).returns("2020-11-04", "PA", 1, 1);
    assertThat(contest.turns("not leads(PA)"))
        .containsExactlyInAnyOrder("biden by 2020-11-04..", "trump by 2020-11-04..");
    assertThat(contest.turns("not leads(GA)")).isEmpty();
    assertThat(contest.ask("not leads(GA)").answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void with_the_term_s_first_moment_office_is_unknown_without_an_oath() {
    String noon = "2021-01-20T12:00:00-05:00";
    contest.lacking(Matter.OATHS).call(noon, "PA", "AP", "biden");
    assertThat(contest.ask("in-office").answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void what_was_declared_leaves_nothing_unknown() {
    contest.lacking(Matter.DECLARED).declared("2021-01-07", 306, 232);
    assertThat(contest.turns("declared")).containsExactly("biden by 2021-01-07..");
    assertThat(contest.ask("declared >= 307").answer()).as("before it").isEqualTo(Answer.UNKNOWN);
    assertThat(contest.turns("declared = 232")).containsExactly("trump by 2021-01-07..");
  }

  private static Stream<Arguments> lacking() {
    Function<Matter, Missing> nation =
        matter -> new Missing.NotInRecord(matter, Optional.empty(), List.of());
    Function<Matter, Missing> georgia =
        matter -> new Missing.NotInRecord(matter, Optional.empty(), List.of("GA"));
    Function<String, Missing> calls =
        caller -> new Missing.NotInRecord(Matter.CALLS, Optional.of(caller), List.of());
    return Stream.of(
        Arguments.of("leads(GA)", List.of(georgia.apply(Matter.RETURNS))),
        Arguments.of("leads(GA) steady for PT1H", List.of(georgia.apply(Matter.RETURNS))),
        Arguments.of("stage(GA) >= reported", List.of(georgia.apply(Matter.RETURNS))),
        Arguments.of("stage(GA) >= certified", List.of(georgia.apply(Matter.CERTIFICATIONS))),
        Arguments.of("stage(GA) >= ascertained", List.of(georgia.apply(Matter.ASCERTAINMENTS))),
        Arguments.of("stage(GA) >= voted", List.of(georgia.apply(Matter.ELECTOR_VOTES))),
        Arguments.of("stage(GA) >= counted", List.of(georgia.apply(Matter.COUNTED))),
        Arguments.of("conceded", List.of(nation.apply(Matter.ACKNOWLEDGEMENTS))),
        Arguments.of("acknowledged by \"France\"", List.of(nation.apply(Matter.ACKNOWLEDGEMENTS))),
        Arguments.of("declared", List.of(nation.apply(Matter.DECLARED))),
        Arguments.of("in-office", List.of(nation.apply(Matter.OATHS))),
        Arguments.of("popular vote leads", List.of(nation.apply(Matter.VOTES))),
        Arguments.of("certified >= 270", List.of(nation.apply(Matter.CERTIFICATIONS))),
        Arguments.of("voted = 306", List.of(nation.apply(Matter.ELECTOR_VOTES))),
        Arguments.of("declared >= 270", List.of(nation.apply(Matter.DECLARED))),
        Arguments.of("called >= 270", List.of(calls.apply("AP"))),
        Arguments.of("called by AP and Fox", List.of(calls.apply("AP"), calls.apply("Fox"))),
        Arguments.of("2 of (AP, Fox) call", List.of(calls.apply("AP"), calls.apply("Fox"))),
        Arguments.of(
            "called(GA) by AP",
            List.of(new Missing.NotInRecord(Matter.CALLS, Optional.of("AP"), List.of("GA")))),
        Arguments.of(
            "called by AP else declared by 2021-01-20",
            List.of(calls.apply("AP"), nation.apply(Matter.DECLARED))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lacking")
  void what_the_record_would_have_to_hold_is_told_of_each_kind(
      String condition, List<Missing> missing) {
    contest.lacking(Matter.values()).returns("2021-02-01", "PA", 0, 0);
    assertThat(contest.ask(condition).missing()).isEqualTo(missing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leads(GA)",
        "stage(GA) >= voted",
        "conceded",
        "acknowledged by \"France\"",
        "declared",
        "in-office",
        "popular vote leads",
        "settled",
        "settled(GA)"
      })
  void of_a_complete_record_the_part_itself_is_missing(String condition) {
    contest.returns("2020-11-04", "PA", 0, 0);
    assertThat(contest.ask(condition).missing())
        .singleElement()
        .isInstanceOfSatisfying(
            Missing.Part.class, part -> assertThat(part.condition()).hasToString(condition));
  }

  @Test
  void of_electors_the_nearest_is_told_with_the_units_of_which_the_record_lacks_them() {
    contest
        .lacking(Matter.CERTIFICATIONS)
        .holds("2020-11-03", Matter.CERTIFICATIONS, others("PA", "GA"))
        .certified("2020-11-24", "NY", 2, 1)
        .certified("2020-11-24", "TX", 1, 2);
    Condition.AtLeast asked = new Condition.AtLeast(Rung.CERTIFIED, OptionalInt.of(40));
    assertThat(contest.ask("certified >= 40").missing())
        .containsExactly(
            new Missing.Electors(asked, Rung.CERTIFIED, Optional.of("trump"), 38),
            new Missing.NotInRecord(Matter.CERTIFICATIONS, Optional.empty(), List.of("GA", "PA")));
  }

  @Test
  void of_a_record_without_a_fact_nothing_is_told_as_never() {
    Contest silent = new Contest().lacking(Matter.values());
    for (String condition :
        List.of("called >= 270", "settled", "leads(PA)", "in-office", "declared", "called by AP"))
      assertThat(silent.ask(condition).answer()).as(condition).isEqualTo(Answer.UNKNOWN);
  }
}
