package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When each meaning of official came true in 2020, by Washington's clock. */
class WhenIn2020Test {

  private static JsonValue when(String condition) {
    return Ran.done("when", "2020", condition, "--json").json();
  }

  @Test
  void who_brought_a_majority_is_named_only_where_the_order_of_the_day_is_known() {
    assertThat(Ran.done("when", "2020", "voted >= 270").line("by entry"))
        .contains("14 Dec 2020 about 17:30", "(the electors of California vote: Biden 55)");
    assertThat(Ran.done("when", "2024", "voted >= 270").line("by entry"))
        .contains("17 Dec 2024", "or another of that day, whose order is not known")
        .doesNotContain("the electors of");
    assertThat(Ran.done("when", "2020", "counted >= 270").line("by entry"))
        .contains("at the latest by entry", "Vermont");
    assertThat(Ran.done("when", "2020", "settled(ME-2)").line("by entry"))
        .as("no other state's certificate settles Maine's district")
        .contains("(Maine's 2nd district certifies");
  }

  @Test
  void what_only_a_later_fact_implies_came_true_at_the_latest_then() {
    Ran ran = Ran.done("when", "2020", "ascertained >= 270");
    assertThat(ran.line("Biden, at the latest between 14 Dec 2020 15:00 and 14 Dec 2020 16:20"))
        .contains("the electors of New Jersey vote");
    JsonValue turn =
        Ran.done("when", "2020", "ascertained >= 270", "--json")
            .json()
            .at("turns")
            .items()
            .getFirst();
    assertThat(turn.at("implied").truth()).isTrue();
    assertThat(Ran.done("when", "2020", "certified >= 270", "--json").out())
        .doesNotContain("implied");
    assertThat(Ran.done("standing", "2020").line("  ascertained "))
        .contains("Biden, at the latest between 14 Dec 2020 15:00");
    JsonValue ladder = Ran.done("standing", "2020", "--json").json().at("ladder");
    assertThat(ladder.item("stage", "ascertained").at("majority.implied").truth()).isTrue();
    assertThat(ladder.item("stage", "voted").at("majority.about").truth()).isTrue();
  }

  @Test
  void a_majority_as_reported_was_trumps_for_a_night_and_is_bidens_since_georgia() {
    JsonValue answer = when("reported >= 270");
    assertThat(answer.at("holds").truth()).isTrue();
    List<JsonValue> turns = answer.at("turns").items();
    assertThat(turns).hasSize(2);
    assertThat(turns.get(0).at("candidate").text()).isEqualTo("trump");
    assertThat(turns.get(0).at("since").text()).isEqualTo("2020-11-03T22:00:12-05:00");
    assertThat(turns.get(0).at("until").text()).isEqualTo("2020-11-04T09:15:56-05:00");
    assertThat(turns.get(0).at("undoneBy").number()).isPositive();
    assertThat(turns.get(1).at("candidate").text()).isEqualTo("biden");
    assertThat(turns.get(1).at("since").text()).isEqualTo("2020-11-06T04:50:07-05:00");
    assertThat(turns.get(1).has("until")).isFalse();
    assertThat(turns.get(1).has("undoneBy")).isFalse();
  }

  @Test
  void a_majority_as_reported_is_told_with_the_votes_behind_its_turns() {
    Ran ran = Ran.done("when", "2020", "reported >= 270");
    assertThat(ran.line("Trump since 3 Nov 2020 22:00:12")).contains("Ohio reports");
    assertThat(ran.line("until 4 Nov 2020 09:15:56"))
        .contains("Michigan reports", "undone by entry");
    assertThat(ran.line("Biden, at the latest 6 Nov 2020 04:50:07"))
        .contains("Georgia reports Biden 2,449,371, Trump 2,448,454");
    assertThat(ran.lines().getLast().strip()).isEqualTo("stands");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          called by AP and Fox and NBC | 2020-11-07T11:40:00-05:00
          called by AP                 | 2020-11-07T11:26:00-05:00
          called >= 270                | 2020-11-07T11:25:00-05:00
          certified >= 270             | 2020-12-04
          certified >= majority        | 2020-12-04
          ascertained >= 270           | 2020-12-14T15:00:00-05:00/2020-12-14T16:20:00-05:00
          voted >= 270                 | 2020-12-14T17:30:00-05:00
          voted >= 306                 | 2020-12-14T19:00:00-05:00
          counted >= 270               | 2021-01-07T03:27:00-05:00/2021-01-07T03:33:00-05:00
          declared                     | 2021-01-07T03:41:00-05:00
          in-office                    | 2021-01-20T12:00:00-05:00
          stage(CA) >= certified and leads(CA,biden) | 2020-12-04
          """)
  void a_meaning_of_official_came_true_for_biden_once_and_stands(String condition, String since) {
    List<JsonValue> turns =
        when(condition).at("turns").items().stream()
            .filter(turn -> turn.at("candidate").text().equals("biden"))
            .toList();
    JsonValue last = turns.getLast();
    assertThat(last.at("since").text()).isEqualTo(since);
    assertThat(last.has("until")).isFalse();
    assertThat(turns).hasSize(1);
  }

  @Test
  void who_leads_a_state_comes_and_goes_with_the_votes_counted_so_far() {
    List<JsonValue> turns = when("leads(PA,biden)").at("turns").items();
    assertThat(turns).hasSize(4);
    assertThat(turns.subList(0, 3)).allSatisfy(turn -> assertThat(turn.has("until")).isTrue());
    assertThat(turns.getLast().at("since").text()).isEqualTo("2020-11-06T08:52:37-05:00");
    assertThat(turns.getLast().has("until")).isFalse();
  }

  @Test
  void the_vote_of_californias_electors_is_about_half_past_five() {
    assertThat(Ran.done("when", "2020", "voted >= 270").line("Biden since"))
        .contains("14 Dec 2020 about 17:30", "electors of California vote: Biden 55");
    assertThat(when("voted >= 270").at("turns").items().getFirst().at("about").truth()).isTrue();
  }

  @Test
  void the_count_passes_the_majority_at_vermont() {
    assertThat(Ran.done("when", "2020", "counted >= 270").line("Biden between "))
        .contains("7 Jan 2021", "Vermont: Biden 3");
  }

  @Test
  void the_answer_as_json_has_the_fields_others_rely_on() {
    JsonValue answer = when("Voted>=270");
    assertThat(answer.at("election").text()).isEqualTo("us-president-2020");
    assertThat(answer.at("condition").text()).isEqualTo("Voted>=270");
    assertThat(answer.at("understood").text()).isEqualTo("voted >= 270");
    assertThat(answer.at("holds").truth()).isTrue();
    assertThat(answer.at("missing").items()).isEmpty();
    JsonValue turn = answer.at("turns").items().getFirst();
    assertThat(turn.at("known").text()).isEqualTo("2020-12-14T17:30:00-05:00");
    assertThat(turn.at("entries").items()).isNotEmpty().allSatisfy(entry -> entry.number());
  }

  @Test
  void a_condition_that_never_held_exits_one_and_says_what_is_missing() {
    Ran ran = Ran.run("when", "2020", "certified >= 307");
    assertThat(ran.exit()).isEqualTo(ExitCode.NO);
    assertThat(ran.out()).contains("never came true", "missing: Biden has 306 electors certified");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void by_what_was_known_on_a_day_the_later_turn_has_not_come() {
    Ran ran = Ran.run("when", "2020", "voted >= 270", "--known", "2020-12-13", "--json");
    assertThat(ran.exit()).isEqualTo(ExitCode.NO);
    assertThat(ran.json().at("holds").truth()).isFalse();
    assertThat(ran.json().at("turns").items()).isEmpty();
    assertThat(ran.json().at("missing").items()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "called by ZDF", "voted >=", "settled(XX)", "voted >= 270 )"})
  void what_is_not_understood_is_shown_at_its_place(String condition) {
    Ran ran = Ran.run("when", "2020", condition);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("The condition is not understood: ", "^");
    assertThat(ran.err()).doesNotContain("\tat ", "Exception");
  }
}
