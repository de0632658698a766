package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a figure one gets to the entries and rules it rests on, and to what falls with an entry. */
class ExplainTest {

  private static JsonValue explain(String figure, String... options) {
    List<String> args = new ArrayList<>(List.of("explain", "2020", figure, "--json"));
    args.addAll(List.of(options));
    return Ran.done(args.toArray(String[]::new)).json();
  }

  @Test
  void bidens_votes_lead_to_the_entries_of_27_jurisdictions_each_with_its_source() {
    JsonValue voted = explain("voted(biden)");
    assertThat(voted.at("figure").text()).isEqualTo("306");
    assertThat(voted.at("children").items()).hasSize(27);
    long sum = 0;
    for (JsonValue part : voted.at("children").items()) {
      sum += Long.parseLong(part.at("figure").text());
      List<JsonValue> entries = part.at("entries").items();
      assertThat(entries).as(part.at("text").text()).hasSize(1);
      assertThat(entries.getFirst().at("index").number()).isPositive();
      assertThat(entries.getFirst().at("at").text()).startsWith("2020-12-14");
      assertThat(entries.getFirst().at("text").text()).contains("vote: ", "Biden");
      assertThat(entries.getFirst().at("source").text()).isNotBlank();
    }
    assertThat(sum).isEqualTo(306);
  }

  @Test
  void bidens_votes_lead_to_the_rules_with_their_citations() {
    List<JsonValue> rules = explain("voted(biden)").at("rules").items();
    assertThat(rules.stream().map(rule -> rule.at("id").text()))
        .contains("VOTE.XII", "CAL.MEET.1934");
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.at("text").text()).isNotBlank();
              assertThat(rule.at("citation").text()).isNotBlank();
            });
  }

  @Test
  void people_read_a_tree_of_sentences() {
    Ran ran = Ran.done("explain", "2020", "voted(biden)", "--all");
    assertThat(ran.lines().getFirst())
        .isEqualTo("Biden has 306 electors voted, from 27 jurisdictions");
    assertThat(ran.lines().stream().filter(line -> line.contains("    entry "))).hasSize(27);
    assertThat(ran.lines().stream().filter(line -> line.contains("    entry ")))
        .allSatisfy(line -> assertThat(line).contains("; source: "));
    assertThat(ran.line("rule  VOTE.XII")).contains("12th Amendment");
  }

  @Test
  void without_californias_votes_its_count_stands_in_for_them() {
    Ran ran = Ran.done("explain", "2020", "voted(biden)", "--without", californias());
    assertThat(ran.lines().getFirst()).contains("the electors of California vote: Biden 55");
    assertThat(ran.line("  falls:")).contains("CA 55");
    assertThat(ran.line("  instead:")).contains("CA 55, implied by a later fact");
  }

  @Test
  void without_californias_votes_biden_falls_to_247_before_the_count() {
    Ran ran =
        Ran.done(
            "explain",
            "2020",
            "voted(biden)",
            "--at",
            "2020-12-14T17:30:00-05:00",
            "--without",
            californias());
    assertThat(ran.line("  before:")).contains("302 electors voted, from 26 jurisdictions");
    assertThat(ran.line("  after:")).contains("247 electors voted, from 25 jurisdictions");
    assertThat(ran.line("  falls:"))
        .endsWith(
            "CA 55, by entry %s (the electors of California vote: Biden 55)"
                .formatted(californias()));
  }

  private static String californias() {
    return explain("voted(biden)").at("children").items().stream()
        .filter(part -> part.at("text").text().startsWith("CA "))
        .map(part -> Long.toString(part.at("entries").items().getFirst().at("index").number()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_figure_that_stands_says_what_it_rests_on_now() {
    Ran ran = Ran.done("explain", "2020", "majority", "--without", alaskas());
    assertThat(ran.line("the figure stands: "))
        .endsWith("270 is the majority of 538 electors appointed");
    assertThat(ran.line("  falls:"))
        .contains("AK 3, by entry " + alaskas() + " (Governor of Alaska");
    assertThat(ran.line("  instead:"))
        .contains(
            "AK 3, implied by a later fact, by entry ", "the electors of Alaska vote: Trump 3");
    assertThat(ran.lines()).hasSize(4);
  }

  private static String alaskas() {
    JsonValue why = explain("electors.appointed");
    return Long.toString(
        why.at("children")
            .item("text", "AK 3")
            .at("entries")
            .items()
            .getFirst()
            .at("index")
            .number());
  }

  @Test
  void votes_are_told_with_names_and_grouped_digits() {
    Ran ran = Ran.done("explain", "2020", "votes(PA,biden)");
    assertThat(ran.lines().getFirst())
        .isEqualTo("Joseph R. Biden Jr. has 3,459,923 votes in Pennsylvania");
    assertThat(ran.line("the tally, by Feed of The New York Times")).endsWith(": 3,459,923");
  }

  @Test
  void without_an_entry_that_bears_nothing_nothing_falls() {
    assertThat(Ran.done("explain", "2020", "voted(biden)", "--without", "9").out())
        .contains("nothing falls: Biden has 306 electors voted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "9999999"})
  void an_entry_that_is_none_cannot_be_struck(String index) {
    Ran ran = Ran.run("explain", "2020", "voted(biden)", "--without", index);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("There is no entry " + index).doesNotContain("\tat ");
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reported(biden)     | 304
          called(trump)       | 232
          certified(biden)    | 306
          ascertained(trump)  | 232
          counted(biden)      | 306
          declared(biden)     | 306
          in-office(biden)    | true
          in-office(trump)    | false
          majority            | 270
          electors.entitled   | 538
          electors.appointed  | 538
          electors.cast       | 538
          electors.counted    | 538
          president           | biden
          vicePresident       | harris
          votes(GA,biden)     | 2473633
          votes(PA/42003,biden) | 430759
          stage(PA)           | counted
          settled             | biden
          settled(PA)         | YES
          """)
  void every_figure_can_say_why(String figure, String value) {
    JsonValue why = explain(figure);
    assertThat(why.at("figure").text()).isEqualTo(value);
    assertThat(why.at("text").text()).isNotBlank();
    assertThat(evidence(why)).as("entries or rules").isPositive();
  }

  private static int evidence(JsonValue why) {
    int evidence = why.at("rules").items().size() + why.at("entries").items().size();
    for (JsonValue part : why.at("children").items()) evidence += evidence(part);
    return evidence;
  }

  @Test
  void a_figure_of_a_past_moment_rests_on_what_was_then() {
    JsonValue why = explain("votes(GA,biden)", "--at", "2020-11-06T04:50:07-05:00");
    assertThat(why.at("figure").text()).isEqualTo("2449371");
    assertThat(explain("voted(biden)", "--at", "2020-12-13").at("figure").text()).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "13178", "votes(PA)", "voted(biden,trump)", "unheard(PA)"})
  void a_figure_that_is_none_is_refused_with_those_there_are(String figure) {
    Ran ran = Ran.run("explain", "2020", figure);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("is no figure of this election", "voted(biden)", "settled(PA)");
    assertThat(ran.err()).doesNotContain("\tat ");
  }

  @Test
  void who_asks_for_an_entry_is_told_what_shows_it() {
    assertThat(Ran.run("explain", "2020", "13178").err().replaceAll("\\s+", " "))
        .contains("An entry is shown by: show 2020 13178.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          voted(nobody)   | There is no candidate 'nobody' in this election; write biden,
          declared        | 'declared' of whom? Write declared(biden), declared(trump),
          votes(ZZ,biden) | No unit 'ZZ' appoints electors in this election; write a code or a name
          votes(PA,nixon) | There is no ticket 'nixon' in this election; write biden,
          stage(PA/42003) | No unit 'PA/42003' appoints electors in this election
          """)
  void what_a_figure_names_that_is_not_there_is_told_with_what_is(String figure, String says) {
    Ran ran = Ran.run("explain", "2020", figure);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).startsWith("ascertain: " + says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          declared(Biden)                  | 306
          VOTED( Joseph R. Biden Jr. )     | 306
          votes(georgia, Biden)            | 2473633
          votes(new york,TRUMP)            | 3250230
          votes(pa/42003,biden)            | 430759
          STAGE(Pennsylvania)              | counted
          settled(me-2)                    | YES
          VicePresident                    | harris
          """)
  void a_figure_is_understood_in_any_case_and_with_names(String figure, String value) {
    assertThat(explain(figure).at("figure").text()).isEqualTo(value);
  }

  private static String told(String election, String figure) {
    return Ran.done("explain", election, figure, "--all").out();
  }

  @Test
  void the_majority_of_2000_is_270_although_537_voted() {
    assertThat(told("2000", "majority"))
        .startsWith("270 is the majority of 538 electors appointed, of whom 537 voted")
        .contains("BASE.APPOINTED", "electors who do not vote stay in it", "12th Amendment");
  }

  @Test
  void hayess_185_of_1876_rest_on_the_commission_and_its_act() {
    assertThat(told("1876", "counted(hayes)"))
        .startsWith("Hayes has 185 electors counted, from 21 jurisdictions")
        .contains(
            "CNT.COMM",
            "19 Stat. 227",
            "the Electoral Commission votes 8 to 7 for return 1 of Florida",
            "the Senate votes on the objection to Florida");
  }

  @Test
  void the_vice_president_of_1836_is_chosen_by_the_senate_in_either_way_of_counting() {
    assertThat(told("1836", "vicePresident"))
        .startsWith("Johnson is chosen in every alternative")
        .contains(
            "Johnson by the Senate: with the votes of MI",
            "Johnson by the Senate: without the votes of MI",
            "CNT.EITHER.1836",
            "announcement of 8 February 1837",
            "CONT.XII.VP",
            "12th Amendment",
            "the Senate, ballot 1: Johnson 33, Granger 16");
  }

  @Test
  void greeleys_three_votes_of_1872_were_cast_and_not_counted() {
    assertThat(told("1872", "counted(greeley)"))
        .startsWith("Greeley has 0 electors counted")
        .contains(
            "GA: 3 cast and none counted",
            "VOTE.DEADCAND",
            "CNT.R22",
            "the House votes on the objection to Georgia: 101 to sustain, 99 to reject");
    assertThat(told("1872", "counted(grant)"))
        .startsWith("Grant has 286 electors counted, from 29 jurisdictions")
        .contains("AR: 6 cast and none counted", "LA: 8 cast and none counted");
  }

  @Test
  void what_rests_on_much_is_told_in_short() {
    Ran ran = Ran.done("explain", "2020", "president");
    assertThat(ran.lines()).hasSizeLessThan(15);
    assertThat(ran.lines().getFirst())
        .isEqualTo("Biden is chosen by a majority of the electors; stage: in-office");
    assertThat(ran.line("  by entry 13116 (Congress counts the votes of Alabama: Trump 9)"))
        .endsWith(" and 48 more");
    assertThat(ran.line("  270 is the majority of 538 electors appointed")).isNotBlank();
    assertThat(ran.line("      of AK 3, AL 9, ")).endsWith(", WY 3");
    assertThat(Ran.done("explain", "2020", "voted(biden)").line("  of AZ 11 (entry "))
        .contains("CA 55 (entry " + californias() + ")");
    assertThat(Ran.done("explain", "2020", "settled").lines())
        .anyMatch(line -> line.startsWith("  AK is settled for Trump: certified, margin "));
    assertThat(ran.lines().getLast())
        .isEqualTo("  With --all: every entry with its source, and every part.");
    assertThat(Ran.done("explain", "2020", "president", "--all").lines()).hasSizeGreaterThan(150);
  }
}
