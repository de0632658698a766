package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.condition.Evaluation.Answer;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;

/**
 * Between what bounds a condition came true or ceased where facts have only bounds of their time.
 */
class BoundsTest {

  private final Contest contest = new Contest();

  /** 22 states with 243 of the 538 electors of 2024; with Texas they have 283. */
  private static final List<String> STATES_WITH_243 =
      List.of(
          "AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "IA", "ID", "IN", "KS",
          "KY", "LA", "MA", "MD", "MN", "MO", "MS");

  @Test
  void a_majority_comes_between_its_crossings_with_all_at_their_lower_and_at_their_upper_bounds() {
    Contest of2024 = new Contest(Law.of(2024).orElseThrow());
    STATES_WITH_243.forEach(state -> of2024.certified("2024-12-02", state, 2, 1));
    of2024.certified("2024-11-23/2024-12-09", "TX", 2, 1);
    assertThat(of2024.turns("certified >= 270")).containsExactly("biden 2024-12-02/2024-12-09..");
    assertThat(of2024.turns("certified >= 284")).isEmpty();
    assertThat(of2024.turns("certified >= 1")).containsExactly("biden 2024-11-23/2024-12-02..");
  }

  @Test
  void where_nothing_of_a_condition_rests_on_bounds_its_time_is_as_it_was_given() {
    contest.certified("2020-11-23/2020-11-30", "GA", 2, 1).call("2020-11-07", "PA", "AP", "biden");
    assertThat(contest.turns("called(PA) by AP")).containsExactly("biden 2020-11-07..");
  }

  @Test
  void an_exact_day_between_others_is_told_as_that_day_where_bounds_change_nothing() {
    contest.certified("2020-11-23/2020-11-24", "GA", 2, 1).certified("2020-11-25", "PA", 2, 1);
    assertThat(contest.turns("certified >= 36")).containsExactly("biden 2020-11-25..");
  }

  @Test
  void what_ceases_by_a_fact_with_bounds_ceases_between_them() {
    contest.certified("2020-11-23/2020-11-24", "PA", 2, 1);
    assertThat(contest.turns("not certified >= 1 and not leads(PA)"))
        .contains("biden 2020-11-03T00:00:00-05:00..2020-11-23/2020-11-24");
  }

  @Test
  void a_length_of_time_begins_between_bounds_and_is_over_between_bounds_as_much_later() {
    contest.certified("2020-11-23T12:00:00-05:00/2020-11-24T12:00:00-05:00", "PA", 2, 1);
    assertThat(contest.turns("certified >= 20 steady for PT1H"))
        .containsExactly("biden 2020-11-23T13:00:00-05:00/2020-11-24T13:00:00-05:00..");
  }

  @Test
  void parts_with_bounds_and_parts_without_are_bounded_together() {
    contest.certified("2020-11-23/2020-11-30", "PA", 2, 1).call("2020-11-25", "US", "AP", "biden");
    assertThat(contest.turns("certified >= 20 and called by AP"))
        .containsExactly("biden 2020-11-25/2020-11-30..");
    assertThat(contest.turns("certified >= 20 or called by AP"))
        .containsExactly("biden 2020-11-23/2020-11-25..");
  }

  @Test
  void what_may_have_held_between_bounds_is_not_told_as_never() {
    contest
        .call("2020-11-07T10:00:00-05:00/2020-11-07T14:00:00-05:00", "PA", "AP", "biden")
        .withdrawn("2020-11-07T12:00:00-05:00", "PA", "AP", "biden");
    assertThat(contest.ask("called(PA) by AP").turns()).isEmpty();
    assertThat(contest.ask("called(PA) by AP").answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(contest.ask("called(GA) by AP").answer()).isEqualTo(Answer.NEVER);
  }

  @Test
  void what_a_later_fact_only_implies_has_no_lower_bound() {
    contest.voted("2020-12-13/2020-12-14", "GA", "biden", 16);
    assertThat(contest.turns("voted >= 16")).containsExactly("biden 2020-12-13/2020-12-14..");
    assertThat(contest.ask("certified >= 16").turns())
        .singleElement()
        .satisfies(
            turn -> {
              assertThat(turn.atLatest()).isTrue();
              assertThat(turn.since().earliest()).isEmpty();
            });
  }

  @Test
  void a_turn_that_is_none_with_all_at_their_lower_bounds_is_told_as_it_came() {
    contest
        .returns("2020-11-04", "PA", 2, 1)
        .returns("2020-11-03/2020-11-05", "PA", 1, 2)
        .returns("2020-11-06", "PA", 2, 1);
    assertThat(contest.turns("leads(PA)"))
        .containsExactly(
            "biden 2020-11-04..2020-11-05",
            "trump 2020-11-03/2020-11-05..2020-11-06",
            "biden 2020-11-06..");
  }
}
