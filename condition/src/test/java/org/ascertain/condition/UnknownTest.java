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
}
