package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the election of 2020 stood at the moments that are remembered. */
class StandingOf2020Test {

  private static final JsonValue END = standing();

  private static JsonValue standing(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "standing";
    args[1] = "2020";
    args[2] = "--json";
    System.arraycopy(options, 0, args, 3, options.length);
    return Ran.done(args).json();
  }

  private static JsonValue rung(JsonValue standing, String stage) {
    return standing.at("ladder").item("stage", stage);
  }

  private static Map<String, Long> electors(JsonValue standing, String stage) {
    return rung(standing, stage).at("electors").numbers();
  }

  private static JsonValue unit(JsonValue standing, String unit) {
    return standing.at("units").item("unit", unit);
  }

  @Test
  void who_met_a_deadline_and_why_not_is_named() {
    Ran ran = Ran.done("standing", "2020");
    assertThat(ran.line("met by AZ, "))
        .endsWith("met by AZ, CA, FL, GA, MI, NV, OH, PA: ascertained");
    assertThat(ran.line("missed by WV")).endsWith("missed by WV: certified 9 Dec 2020");
    assertThat(ran.line("not known of AK")).endsWith("WA, WY: ascertained on a day not known");
    assertThat(ran.line("Congress counts")).endsWith(": met, opened 6 Jan 2021 12:59");
    assertThat(ran.line("met by all 51: voted")).endsWith("met by all 51: voted");
    assertThat(Ran.done("standing", "2020", "--unit", "PA").line("determination"))
        .endsWith("is conclusive: met, ascertained 24 Nov 2020");
  }

  @Test
  void a_unit_is_told_in_words() {
    Ran ran = Ran.done("standing", "2020", "--unit", "PA", "--at", "2020-11-05");
    assertThat(ran.line("  numbers ")).endsWith("20 entitled, 0 appointed, 0 cast, 0 counted");
    assertThat(ran.line("  beside "))
        .endsWith("than in the tally, Biden 908,228 fewer, Trump 312,022 fewer");
    assertThat(Ran.done("standing", "2020", "--unit", "PA").line("  below "))
        .endsWith("in 67 reporting units, which add up to the tally");
    assertThat(ran.out()).doesNotContain("{", "[\"").contains("polls close", "[B NYT20]");
  }

  @Test
  void on_9_november_it_was_called_and_reported_and_hardly_certified() {
    JsonValue standing = standing("--at", "2020-11-09");
    assertThat(rung(standing, "called").at("caller").text()).isEqualTo("AP");
    assertThat(electors(standing, "called")).isEqualTo(Map.of("biden", 290L, "trump", 214L));
    assertThat(electors(standing, "reported")).isEqualTo(Map.of("biden", 304L, "trump", 229L));
    assertThat(rung(standing, "reported").at("unassigned").number()).isEqualTo(5);
    assertThat(electors(standing, "certified")).isEqualTo(Map.of("biden", 3L));
    assertThat(electors(standing, "voted")).isEmpty();
    assertThat(standing.at("outcome.president.verdict").text()).isEqualTo("not-yet");
    assertThat(standing.at("outcome.president.missing").items()).isNotEmpty();
    assertThat(standing.at("electors.appointed").number()).isZero();
    assertThat(standing.at("electors.provisional").truth()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ME-1", "ME-2", "NE-1", "NE-2", "NE-3"})
  void the_five_electors_without_returns_are_those_of_the_districts(String district) {
    JsonValue row = unit(standing("--at", "2020-11-09"), district);
    assertThat(row.at("electors").number()).isEqualTo(1);
    assertThat(row.has("votes")).isFalse();
    assertThat(row.has("stage")).isFalse();
  }

  @Test
  void people_read_the_same_figures() {
    Ran ran = Ran.done("standing", "2020", "--at", "2020-11-09");
    assertThat(ran.line("called by AP")).containsPattern("290 +214 +34 +Biden, 7 Nov 2020 11:25");
    assertThat(ran.line("  reported   ", "6 Nov 2020")).containsPattern("304 +229 +5 +Biden");
    assertThat(ran.lines())
        .anyMatch(
            line ->
                line.equals(
                    "President: not decided; no electors have voted in this record (they meet 14 Dec 2020)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"certified", "ascertained", "voted", "counted", "declared"})
  void in_the_end_it_is_306_to_232_on_every_rung_from_certified_on(String stage) {
    assertThat(electors(END, stage)).isEqualTo(Map.of("biden", 306L, "trump", 232L));
    assertThat(rung(END, stage).at("majority.candidate").text()).isEqualTo("biden");
  }

  @Test
  void in_the_end_it_is_306_to_232_for_the_vice_president_too() {
    long harris = 0;
    long pence = 0;
    for (JsonValue row : END.at("units").items())
      if (row.has("electorVotes")) {
        Map<String, Long> votes = row.at("electorVotes.vicePresident").numbers();
        harris += votes.getOrDefault("harris", 0L);
        pence += votes.getOrDefault("pence", 0L);
      }
    assertThat(List.of(harris, pence)).containsExactly(306L, 232L);
    assertThat(END.at("outcome.vicePresident.candidate").text()).isEqualTo("harris");
    assertThat(END.at("outcome.president.candidate").text()).isEqualTo("biden");
    assertThat(END.at("outcome.president.stage").text()).isEqualTo("in-office");
    assertThat(rung(END, "in-office").at("president").text()).isEqualTo("biden");
  }

  @Test
  void of_538_appointed_270_are_needed() {
    for (String number : List.of("entitled", "appointed", "cast", "counted", "base"))
      assertThat(END.at("electors").at(number).number()).as(number).isEqualTo(538);
    assertThat(END.at("electors.majority").number()).isEqualTo(270);
    assertThat(END.at("electors.provisional").truth()).isFalse();
    assertThat(END.at("electors.alternatives").items()).isEmpty();
  }

  @Test
  void maine_votes_three_to_one_and_nebraska_one_to_four() {
    assertThat(unit(END, "ME").at("electorVotes.president").numbers())
        .isEqualTo(Map.of("biden", 3L, "trump", 1L));
    assertThat(unit(END, "NE").at("electorVotes.president").numbers())
        .isEqualTo(Map.of("biden", 1L, "trump", 4L));
    assertThat(unit(END, "ME-2").at("certifiedVotes").numbers())
        .isEqualTo(Map.of("biden", 168696L, "trump", 196692L));
    assertThat(unit(END, "NE-2").at("certifiedVotes").numbers())
        .isEqualTo(Map.of("biden", 176468L, "trump", 154377L));
  }

  @Test
  void what_belongs_to_a_whole_jurisdiction_stands_on_its_at_large_row_only() {
    for (JsonValue row : END.at("units").items()) {
      boolean atLarge = row.at("unit").text().equals(row.at("jurisdiction").text());
      assertThat(row.has("electorVotes")).as(row.at("unit").text()).isEqualTo(atLarge);
      assertThat(row.has("challenges")).as(row.at("unit").text()).isEqualTo(atLarge);
    }
    assertThat(END.at("units").items()).hasSize(56);
  }

  @Test
  void californias_electors_take_biden_from_247_to_302() {
    JsonValue before = standing("--at", "2020-12-14T17:29:59-05:00");
    JsonValue at = standing("--at", "2020-12-14T17:30:00-05:00");
    // Montana and Oregon had voted by then too; just when is not known
    assertThat(electors(before, "voted")).isEqualTo(Map.of("biden", 240L, "trump", 229L));
    assertThat(unit(at, "OR").at("electorVotes.president").numbers())
        .isEqualTo(Map.of("biden", 7L));
    assertThat(unit(at, "CA").at("electorVotes.president").numbers())
        .isEqualTo(Map.of("biden", 55L));
    assertThat(electors(at, "voted")).isEqualTo(Map.of("biden", 302L, "trump", 232L));
    assertThat(rung(before, "voted").has("majority")).isFalse();
    assertThat(rung(at, "voted").at("majority.since").text())
        .isEqualTo("2020-12-14T17:30:00-05:00");
    assertThat(before.at("outcome.president.verdict").text()).isEqualTo("not-yet");
    assertThat(at.at("outcome.president.verdict").text()).isEqualTo("determined");
    assertThat(at.at("outcome.president.stage").text()).isEqualTo("voted");
    assertThat(at.at("outcome.president.by").text()).isEqualTo("electors");
    Ran replay = Ran.done("replay", "2020", "--until", "2020-12-14");
    assertThat(replay.line("MT, OR voted")).contains("(Biden 247, Trump 232)");
    assertThat(replay.line("electors of California vote"))
        .contains("~17:30", "Biden 302, Trump 232");
  }

  @Test
  void hawaiis_electors_are_the_last_to_vote() {
    JsonValue before = standing("--at", "2020-12-14T18:59:59-05:00");
    assertThat(before.at("electors.cast").number()).isEqualTo(534);
    List<String> without =
        before.at("units").items().stream()
            .filter(row -> row.at("unit").text().equals(row.at("jurisdiction").text()))
            .filter(row -> !row.has("electorVotes"))
            .map(row -> row.at("unit").text())
            .toList();
    assertThat(without).containsExactly("HI");
    assertThat(standing("--at", "2020-12-14T19:00:00-05:00").at("electors.cast").number())
        .isEqualTo(538);
  }

  @Test
  void vermont_takes_biden_past_the_majority_in_the_count() {
    assertThat(electors(standing("--at", "2021-01-07T03:32:59-05:00"), "counted"))
        .isEqualTo(Map.of("biden", 244L, "trump", 157L));
    JsonValue at = standing("--at", "2021-01-07T03:33:00-05:00");
    assertThat(rung(at, "counted").at("majority.candidate").text()).isEqualTo("biden");
    assertThat(electors(at, "declared")).isEmpty();
  }

  @Test
  void the_term_begins_at_noon_and_not_with_the_oath() {
    JsonValue before = standing("--at", "2021-01-20T11:59:59-05:00");
    assertThat(rung(before, "in-office").has("president")).isFalse();
    assertThat(before.at("outcome.president.stage").text()).isEqualTo("declared");
    JsonValue noon = standing("--at", "2021-01-20T12:00:00-05:00");
    assertThat(rung(noon, "in-office").at("president").text()).isEqualTo("biden");
    assertThat(rung(noon, "in-office").at("majority.since").text())
        .isEqualTo("2021-01-20T12:00:00-05:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MI | 2020-11-04T13:30:32-05:00 | 2629877 | 2581701
          MI | 2020-11-04T13:30:33-05:00 | 2622108 | 2577192
          NE | 2020-11-06T19:47:06-05:00 | 362038  | 544150
          NE | 2020-11-06T19:47:07-05:00 | 338193  | 579968
          NE | 2020-11-06T19:50:25-05:00 | 338193  | 579968
          NE | 2020-11-06T19:50:26-05:00 | 367930  | 550231
          NY | 2020-11-08T11:18:38-05:00 | 4235992 | 2934143
          NY | 2020-11-08T11:18:39-05:00 | 3699332 | 2850352
          GA | 2020-11-19T20:55:08-05:00 | 2475141 | 2462857
          GA | 2020-11-20T17:11:31-05:00 | 2474507 | 2461837
          GA | 2020-12-04T19:26:57-05:00 | 2473707 | 2461779
          GA | 2020-12-07T15:17:22-05:00 | 2473633 | 2461854
          """)
  void the_standing_of_any_moment_is_what_was_known_then(
      String unit, String at, long biden, long trump) {
    Map<String, Long> votes =
        unit(standing("--at", at, "--unit", unit), unit).at("votes").numbers();
    assertThat(votes).isEqualTo(Map.of("biden", biden, "trump", trump));
  }

  @Test
  void a_certificate_amended_later_does_not_show_before() {
    assertThat(
            unit(standing("--at", "2020-11-30", "--unit", "GA"), "GA")
                .at("certifiedVotes")
                .numbers())
        .isEqualTo(Map.of("biden", 2474507L, "trump", 2461837L));
    assertThat(
            unit(standing("--at", "2020-12-07", "--unit", "GA"), "GA")
                .at("certifiedVotes")
                .numbers())
        .containsAllEntriesOf(Map.of("biden", 2473633L, "trump", 2461854L, "jorgensen", 62229L));
  }

  @Test
  void the_safe_harbour_was_met_by_eight_missed_by_two_and_is_unknown_of_41() {
    JsonValue row = END.at("deadlines").item("rule", "CAL.SAFE.1887");
    assertThat(row.at("due").text()).isEqualTo("2020-12-08");
    assertThat(row.at("met").texts())
        .containsExactlyInAnyOrder("AZ", "CA", "FL", "GA", "MI", "NV", "OH", "PA");
    assertThat(row.at("missed").texts()).containsExactlyInAnyOrder("WI", "WV");
    assertThat(row.at("unknown").texts()).hasSize(41);
    assertThat(row.at("open").texts()).isEmpty();
    JsonValue reasons = row.at("reasons");
    assertThat(reasons.names()).hasSize(51);
    assertThat(reasons.at("AZ").text()).isEqualTo("ascertained 2020-11-30");
    assertThat(reasons.at("WI").text()).contains("an election contest was open: C046");
    assertThat(reasons.at("WV").text()).isEqualTo("certified 2020-12-09");
    for (String code : row.at("unknown").texts())
      assertThat(reasons.at(code).text()).as(code).contains("ascertained on a day not known: ");
  }

  @Test
  void people_read_why_the_safe_harbour_was_missed() {
    Ran ran = Ran.done("standing", "2020");
    assertThat(ran.line("CAL.SAFE.1887")).contains("met 8, missed 2, not known 41");
    assertThat(ran.line("missed by WI")).contains("C046, Trump v. Biden");
    assertThat(ran.line("missed by WV")).contains("certified 9 Dec 2020");
  }

  @Test
  void on_9_november_the_safe_harbour_is_open_for_all() {
    JsonValue row = standing("--at", "2020-11-09").at("deadlines").item("rule", "CAL.SAFE.1887");
    assertThat(row.at("open").texts()).hasSize(51);
    assertThat(row.at("unknown").texts()).isEmpty();
  }

  @Test
  void every_elector_voted_on_the_day() {
    JsonValue row = END.at("deadlines").item("rule", "CAL.MEET.1934");
    assertThat(row.at("due").text()).isEqualTo("2020-12-14");
    assertThat(row.at("met").texts()).hasSize(51);
  }

  @Test
  void a_tally_of_estimates_settles_nothing() {
    for (JsonValue row : standing("--at", "2020-11-06").at("units").items())
      if (!row.at("unit").text().equals("DE"))
        assertThat(row.at("settled.verdict").text())
            .as(row.at("unit").text())
            .isEqualTo("no-bound");
    assertThat(unit(END, "PA").at("settled.verdict").text()).isEqualTo("yes");
    assertThat(unit(END, "PA").at("settled.margin").number()).isEqualTo(80555);
  }

  @Test
  void the_archives_record_has_no_problems() {
    assertThat(END.at("problems").items()).isEmpty();
    Ran ran = Ran.done("check", "2020");
    assertThat(ran.lines().getLast()).startsWith("13,4").contains(" entries: 0 problems, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZ", "PA/42003", ""})
  void a_unit_that_is_none_is_refused_in_a_sentence(String unit) {
    Ran ran = Ran.run("standing", "2020", "--unit", unit);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains(unit, " electors").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2020-13-01", "2020-11-03/2020-11-04", "2020-11-09T18:00"})
  void a_moment_that_is_none_is_refused_in_a_sentence(String at) {
    Ran ran = Ran.run("standing", "2020", "--at", at);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("is not a moment", "2020-11-09T18:00:00-05:00");
    assertThat(ran.err()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1790", "us-president-1790", "nowhere.jsonl", "2021"})
  void an_election_that_is_none_is_refused_in_a_sentence(String election) {
    Ran ran = Ran.run("standing", election);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(election).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GA", "ga", "Georgia", " georgia "})
  void a_unit_is_found_by_code_or_name_in_any_case(String unit) {
    assertThat(Ran.done("standing", "2020", "--unit", unit, "--at", "2020-11-09").lines())
        .anySatisfy(line -> assertThat(line).startsWith("Georgia: 16 electors"));
  }

  @Test
  void a_county_is_no_unit_that_appoints_and_its_votes_are_asked_of_explain() {
    assertThat(Ran.run("standing", "2020", "--unit", "pennsylvania/42003").err())
        .contains("PA/42003 is a reporting unit", "explain \"votes(PA/42003,TICKET)\"");
  }
}
