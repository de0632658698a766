package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ascertain.condition.Evaluation.Answer;
import org.ascertain.election.Fact.Matter;
import org.junit.jupiter.api.Test;

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
  void office_is_nobodys_before_the_term_begins_and_unknown_after_it_without_an_oath() {
    Contest silent = new Contest().lacking(Matter.OATHS).call("2021-02-01", "PA", "AP", "biden");
    assertThat(silent.ask("in-office").answer()).isEqualTo(Answer.UNKNOWN);
    Contest before = new Contest().lacking(Matter.OATHS).call("2021-01-19", "PA", "AP", "biden");
    assertThat(before.ask("in-office").answer()).isEqualTo(Answer.NEVER);
    Contest whole = new Contest().call("2021-02-01", "PA", "AP", "biden");
    assertThat(whole.ask("in-office").answer()).isEqualTo(Answer.NEVER);
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
}
