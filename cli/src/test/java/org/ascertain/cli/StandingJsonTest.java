package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.ascertain.archive.Pinned;
import org.ascertain.record.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code standing --json}, field by field: a contract with other programs. */
class StandingJsonTest {

  private static final List<String> STAGES =
      List.of(
          "reported",
          "called",
          "certified",
          "ascertained",
          "voted",
          "counted",
          "declared",
          "in-office");

  private static JsonValue at(String moment) {
    return Ran.done("standing", "2020", "--json", "--at", moment, "--known", moment).json();
  }

  private static void isVotes(JsonValue value) {
    assertThat(value.numbers().values()).allSatisfy(n -> assertThat(n).isNotNegative());
  }

  private static void isEntries(JsonValue holder) {
    assertThat(holder.at("entries").items()).hasSizeLessThanOrEqualTo(20);
    holder.at("entries").items().forEach(JsonValue::number);
    if (holder.has("more")) {
      assertThat(holder.at("entries").items()).hasSize(20);
      assertThat(holder.at("more").number()).isPositive();
    }
  }

  private static void isRules(JsonValue holder) {
    assertThat(holder.at("rules").texts())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(id).matches("[A-Z0-9.]+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-11-03",
        "2020-11-09",
        "2020-12-14T17:30:00-05:00",
        "2021-01-07",
        "2022-12-31"
      })
  void every_field_of_the_contract_is_there_with_its_type(String moment) {
    JsonValue standing = at(moment);
    assertThat(standing.at("election").text()).isEqualTo("us-president-2020");
    assertThat(standing.at("law").number()).isEqualTo(2020);
    assertThat(standing.at("at").text()).isEqualTo(moment);
    assertThat(standing.at("known").text()).isEqualTo(moment);
    assertThat(standing.at("entries").number()).isPositive();
    electors(standing.at("electors"));
    isVotes(new JsonValue(withoutExact(standing.at("popularVote"))));
    standing.at("popularVote.exact").truth();
    assertThat(standing.at("popularVote.shareOf").text()).isIn("all", "named");
    List<JsonValue> ladder = standing.at("ladder").items();
    assertThat(ladder.stream().map(rung -> rung.at("stage").text()))
        .containsExactlyElementsOf(STAGES);
    ladder.forEach(StandingJsonTest::rung);
    outcome(standing.at("outcome.president"));
    outcome(standing.at("outcome.vicePresident"));
    assertThat(standing.at("units").items()).hasSize(56).allSatisfy(StandingJsonTest::unit);
    assertThat(standing.at("deadlines").items())
        .hasSizeGreaterThan(3)
        .allSatisfy(StandingJsonTest::deadline);
    assertThat(standing.at("problems").items()).isEmpty();
  }

  private static Object withoutExact(JsonValue popularVote) {
    assertThat(popularVote.names()).contains("biden", "trump", "other", "exact");
    var figures = new LinkedHashMap<String, Object>();
    for (String name : popularVote.names())
      if (!name.equals("exact") && !name.equals("shareOf"))
        figures.put(name, popularVote.at(name).number());
    return figures;
  }

  private static void electors(JsonValue electors) {
    for (String number : List.of("entitled", "appointed", "cast", "counted", "base", "majority"))
      assertThat(electors.at(number).number()).as(number).isBetween(0L, 538L);
    isRules(electors);
    electors.at("provisional").truth();
    assertThat(electors.at("alternatives").items()).isEmpty();
  }

  private static void rung(JsonValue rung) {
    String stage = rung.at("stage").text();
    if (!stage.equals("in-office")) isVotes(rung.at("electors"));
    if (STAGES.indexOf(stage) <= STAGES.indexOf("counted")) {
      rung.at("implied").texts();
      long assigned = rung.at("electors").numbers().values().stream().mapToLong(n -> n).sum();
      assertThat(rung.at("unassigned").number() + assigned).as(stage).isEqualTo(538);
    }
    if (stage.equals("called")) {
      assertThat(rung.at("caller").text()).isEqualTo("AP");
      assertThat(rung.at("callers").names())
          .isEqualTo(Set.of("AP", "Fox", "NBC", "ABC", "CBS", "CNN", "DDHQ"));
      for (String caller : rung.at("callers").names()) isVotes(rung.at("callers").at(caller));
      assertThat(rung.at("callers").at("AP")).isEqualTo(rung.at("electors"));
    } else assertThat(rung.has("caller") || rung.has("callers")).as(stage).isFalse();
    if (rung.has("majority")) {
      assertThat(rung.at("majority.candidate").text()).isIn("biden", "trump");
      assertThat(rung.at("majority.since").text()).matches("202[01]-.*");
    }
  }

  private static void outcome(JsonValue outcome) {
    switch (outcome.at("verdict").text()) {
      case "determined" -> {
        assertThat(outcome.at("candidate").text()).isIn("biden", "harris");
        assertThat(outcome.at("by").text()).isEqualTo("electors");
        assertThat(outcome.at("stage").text()).isIn(STAGES);
      }
      case "not-yet" -> assertThat(outcome.at("missing").texts()).isNotEmpty();
      case String other -> throw new AssertionError(other + " is no verdict of 2020");
    }
    isRules(outcome);
    isEntries(outcome);
  }

  private static void unit(JsonValue row) {
    String unit = row.at("unit").text();
    boolean atLarge = unit.equals(row.at("jurisdiction").text());
    assertThat(row.at("electors").number()).isPositive();
    if (row.has("stage")) assertThat(row.at("stage").text()).isIn(STAGES);
    if (row.has("votes")) isVotes(row.at("votes"));
    if (row.has("certifiedVotes")) isVotes(row.at("certifiedVotes"));
    for (JsonValue other : row.at("otherSources").items()) {
      other.at("source").text();
      isVotes(other.at("votes"));
      other.at("difference").numbers();
      other.at("entry").number();
    }
    for (String caller : row.at("calls").names())
      assertThat(row.at("calls").at(caller).text()).isIn("biden", "trump");
    if (row.has("electorVotes")) {
      isVotes(row.at("electorVotes.president"));
      isVotes(row.at("electorVotes.vicePresident"));
    }
    if (atLarge) row.at("challenges").texts();
    assertThat(row.at("settled.verdict").text()).isIn("yes", "no", "no-bound");
    if (row.at("settled.verdict").text().equals("yes"))
      row.at("settled.outstandingAtMost").number();
    isEntries(row);
  }

  private static void deadline(JsonValue deadline) {
    assertThat(deadline.at("rule").text()).startsWith("CAL.");
    assertThat(deadline.at("due").text()).matches("202[01]-[0-9]{2}-[0-9]{2}");
    for (String answer : List.of("met", "missed", "unknown"))
      for (String place : deadline.at(answer).texts())
        assertThat(deadline.at("reasons").at(place).text()).isNotBlank();
  }

  @Test
  void a_standing_names_the_checkpoint_of_its_record(@TempDir Path folder) {
    Pin pin =
        Pinned.pins().stream()
            .filter(each -> each.election().equals("us-president-2016"))
            .findFirst()
            .orElseThrow();
    assertThat(Ran.done("standing", "2016", "--json").json().at("checkpoint").text().lines())
        .containsExactly(
            "ascertain.invalid/archive/us-president-2016",
            Long.toString(pin.size()),
            pin.root().toString());
    String file = new SmallRecord().writtenTo(folder);
    assertThat(Ran.done("standing", file, "--json").json().at("checkpoint").text())
        .startsWith("ascertain.invalid/archive/us-president-2020\n10\n");
  }

  @Test
  void what_is_not_known_is_absent_and_not_nought() {
    JsonValue eve = at("2020-11-03T08:00:00-05:00");
    JsonValue pennsylvania = eve.at("units").item("unit", "PA");
    for (String unknown : List.of("votes", "stage", "certifiedVotes", "electorVotes"))
      assertThat(pennsylvania.has(unknown)).as(unknown).isFalse();
    assertThat(eve.at("electors.cast").number()).isZero();
    assertThat(Ran.done("standing", "2020", "--json").json().has("known")).isFalse();
  }

  @Test
  void a_list_of_entries_ends_after_twenty_and_says_how_many_more_there_are() {
    JsonValue president = at("2020-12-14").at("outcome.president");
    assertThat(president.at("entries").items()).hasSize(20);
    assertThat(president.at("more").number()).isEqualTo(31);
  }
}
