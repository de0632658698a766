package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code replay 2020} tells, which is the first thing that anybody sees. */
class ReplayOf2020Test {

  private static final Ran REPLAY = Ran.done("replay", "2020", "--instant");

  @Test
  void what_is_gathered_of_a_stage_never_has_fewer_electors_than_the_crossing_before_it() {
    assertThat(REPLAY.line("Certified: Biden passes")).contains("4 Dec 2020");
    assertThat(REPLAY.line("MD certified"))
        .as("which of a day's states brought the majority nobody knows")
        .contains("Certified: Biden passes the majority, Biden 288, Trump 168: CA, IL, MD");
  }

  @Test
  void a_recount_and_a_contest_are_told_from_beginning_to_end() {
    assertThat(
            REPLAY.line(
                "A recount begins in Wisconsin (C066): Wisconsin partial recount: Dane and Milwaukee"))
        .isNotEmpty();
    assertThat(
            REPLAY.line(
                "The recount in Wisconsin ends (C066): Outcome confirmed: net 87 votes for Biden"))
        .isNotEmpty();
    assertThat(REPLAY.line("An election contest is filed in Wisconsin (C046): Trump v. Biden"))
        .isNotEmpty();
    assertThat(REPLAY.line("The election contest in Wisconsin ends (C046): Certiorari denied"))
        .isNotEmpty();
    assertThat(
            REPLAY.line("figures corrected down a little in 4 states, most in IA by 7,671 votes"))
        .isNotEmpty();
  }

  @Test
  void told_until_a_day_what_has_not_come_true_may_come_yet() {
    Ran ran = Ran.done("replay", "2020", "--until", "2020-11-10");
    assertThat(ran.line("a majority certified")).endsWith("nobody     not by then");
    assertThat(ran.out()).doesNotContain("nobody     never", "13,218 entries");
  }

  @Test
  void what_was_recorded_wrongly_is_told_when_it_was_put_right(@TempDir Path folder) {
    String file =
        new SmallRecord()
            .add("\"fact\":\"retraction\",$,\"retracts\":3,\"reason\":\"of another state\"")
            .writtenTo(folder);
    Ran ran = Ran.done("replay", file);
    assertThat(ran.line("Recorded wrongly, now corrected"))
        .isEqualTo(
            "9 Dec 2020           Recorded wrongly, now corrected: Georgia reports Biden 31, Trump 20;"
                + " before: Georgia reports Biden 30, Trump 20 (entry 2). A slip");
    assertThat(ran.line("Recorded wrongly, now retracted"))
        .endsWith("before: AP calls Pennsylvania for Biden (entry 3). Of another state");
    assertThat(ran.lines().getLast()).contains("./ascertain when " + file + " ");
    assertThat(Ran.done("explain", file, "votes(GA,biden)").out())
        .contains("corrects entry 2 (Georgia reports Biden 30, Trump 20): a slip");
  }

  @Test
  void it_has_sixty_to_a_hundred_and_sixty_lines() {
    assertThat(REPLAY.lines()).hasSizeBetween(60, 160);
  }

  @Test
  void every_line_says_something_and_no_two_lines_say_the_same() {
    List<String> said = REPLAY.lines().stream().filter(line -> !line.isBlank()).toList();
    assertThat(said)
        .doesNotHaveDuplicates()
        .allSatisfy(line -> assertThat(line).matches(".*[A-Za-z]{3}.*"));
    assertThat(REPLAY.lines().size() - said.size()).as("empty lines, between parts").isEqualTo(4);
    assertThat(REPLAY.out()).doesNotContain("\n\n\n").doesNotContain("null", "Optional", "[", "@");
  }

  @Test
  void it_begins_with_who_ran_and_from_what_it_is_told() {
    assertThat(REPLAY.lines().getFirst()).isEqualTo("The election of 2020 (us-president-2020)");
    assertThat(REPLAY.lines().get(1))
        .contains(
            "Joseph R. Biden Jr. and Kamala D. Harris (Democratic)",
            "Donald J. Trump and Michael R. Pence (Republican)");
    assertThat(REPLAY.lines().get(2))
        .contains("538 electors in 51 jurisdictions", "entries", "times in Washington");
  }

  @Test
  void without_a_terminal_it_is_plain_text() {
    assertThat(REPLAY.out()).doesNotContain("\u001b", "\r");
  }

  @Test
  void the_majority_as_reported_goes_to_trump_and_back_before_it_comes_to_biden() {
    assertThat(REPLAY.line("Trump passes the majority by the votes counted so far"))
        .contains("22:00:12", "Trump 281, Biden 132", "Ohio");
    assertThat(REPLAY.line("Trump falls below the majority"))
        .contains("09:15:56", "Biden takes the lead in Michigan from Trump");
    assertThat(REPLAY.line("Biden passes the majority by the votes counted so far"))
        .contains("6 Nov 2020  04:50:07", "Biden 284, Trump 249", "takes the lead in Georgia");
  }

  @Test
  void changes_of_the_lead_in_exact_figures_are_told_singly() {
    assertThat(REPLAY.line("takes the lead in Michigan"))
        .contains("Biden 2,487,715, Trump 2,483,503");
    assertThat(REPLAY.line("takes the lead in Georgia"))
        .contains("Biden 2,449,371, Trump 2,448,454");
    assertThat(REPLAY.line("takes the lead in Pennsylvania"))
        .contains("08:52:37", "Biden 3,295,304, Trump 3,289,717");
    assertThat(REPLAY.lines().stream().filter(line -> line.contains("takes the lead"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Called: Biden passes the majority",
        "Certified: Biden passes the majority",
        "Ascertained at the latest now: Biden passes the majority",
        "Electors have voted: Biden passes the majority",
        "Counted by Congress: Biden passes the majority"
      })
  void biden_passes_the_majority_on_each_rung_once_and_never_falls_below(String crossing) {
    assertThat(REPLAY.line(crossing)).isNotEmpty();
    assertThat(REPLAY.out()).doesNotContain("Biden falls below");
  }

  @Test
  void the_crossings_have_their_days_and_who_brought_them() {
    assertThat(REPLAY.line("Called: Biden passes")).contains("7 Nov 2020", "AP calls Pennsylvania");
    assertThat(REPLAY.line("Certified: Biden passes")).contains("4 Dec 2020");
    assertThat(REPLAY.line("Electors have voted: Biden passes"))
        .contains("~17:30", "Biden 302, Trump 232", "California vote: Biden 55");
    assertThat(REPLAY.line("Counted by Congress: Biden passes")).contains("by 03:33", "Vermont");
  }

  @Test
  void antrim_county_is_told_with_before_and_after() {
    assertThat(REPLAY.line("Antrim County"))
        .contains(
            "13:30:33",
            "Corrected downward in Michigan",
            "Biden 2,622,108, Trump 2,577,192; before: Biden 2,629,877, Trump 2,581,701")
        .doesNotContain("null");
  }

  @Test
  void nebraskas_swapped_minutes_are_told_with_before_and_after() {
    assertThat(REPLAY.line("Corrected downward in Nebraska", "exchanged in one update"))
        .contains("19:47:07", "Trump 579,968, Biden 338,193; before: Trump 544,150, Biden 362,038");
    assertThat(REPLAY.line("Corrected downward in Nebraska", "is put right"))
        .contains(
            "19:50:26",
            "Trump 550,231, Biden 367,930; before: Trump 579,968, Biden 338,193",
            "Biden gains 29,737 and Trump loses as many");
  }

  @Test
  void what_is_told_as_corrected_downward_went_down() {
    Pattern figures = Pattern.compile("in [A-Z][A-Za-z ]+: (.*?); before: (.*?)\\. ");
    List<String> told =
        REPLAY.lines().stream().filter(line -> line.contains("Corrected downward")).toList();
    assertThat(told)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            line -> {
              Matcher matcher = figures.matcher(line);
              assertThat(matcher.find()).isTrue();
              assertThat(lowest(matcher.group(1), matcher.group(2))).isNegative();
            });
  }

  private static long lowest(String after, String before) {
    return Stream.of("Biden", "Trump")
        .mapToLong(name -> figure(name, after) - figure(name, before))
        .min()
        .orElseThrow();
  }

  private static long figure(String name, String figures) {
    String digits = figures.replaceAll(".*" + name + " ([0-9,]+).*", "$1").replace(",", "");
    return Long.parseLong(digits);
  }

  @Test
  void new_yorks_lost_votes_are_told_with_before_and_after() {
    assertThat(REPLAY.line("Corrected downward in New York"))
        .contains(
            "8 Nov 2020",
            "Biden 3,699,332, Trump 2,850,352; before: Biden 4,235,992, Trump 2,934,143",
            "623,213 votes");
  }

  @Test
  void georgias_three_counts_and_its_two_certificates_are_told() {
    assertThat(REPLAY.line("hand tally of the audit"))
        .contains("Biden 2,475,141, Trump 2,462,857; before: Biden 2,475,199, Trump 2,462,783");
    assertThat(REPLAY.line("Equals the figures certified on 20 November"))
        .contains("Biden 2,474,507, Trump 2,461,837; before: Biden 2,476,044, Trump 2,463,683");
    assertThat(REPLAY.line("Three counts stood in the feed in turn", "19:26:57"))
        .contains("Biden 2,473,707, Trump 2,461,779; before: Biden 2,474,507, Trump 2,461,837");
    assertThat(REPLAY.line("Georgia certifies again"))
        .contains("Biden 2,473,633, Trump 2,461,854", "before: Biden 2,474,507, Trump 2,461,837");
    assertThat(dayOf("Georgia certifies again")).startsWith("7 Dec 2020");
    assertThat(REPLAY.line("Equals the figures certified again on 7 December"))
        .contains("Biden 2,473,633, Trump 2,461,854");
  }

  @Test
  void two_objections_are_received_and_both_chambers_reject_them() {
    assertThat(REPLAY.line("objection to the votes of Arizona"))
        .contains("Gosar (AZ), Cruz (TX)", "is received");
    assertThat(REPLAY.line("The Senate votes on the objection to Arizona"))
        .contains("6 to sustain, 93 to reject");
    assertThat(REPLAY.line("The House votes on the objection to Arizona"))
        .contains("121 to sustain, 303 to reject");
    assertThat(REPLAY.line("objection to the votes of Pennsylvania"))
        .contains("Perry (PA), Hawley (MO)", "is received");
    assertThat(REPLAY.line("The Senate votes on the objection to Pennsylvania"))
        .contains("7 to sustain, 92 to reject");
    assertThat(REPLAY.line("The House votes on the objection to Pennsylvania"))
        .contains("138 to sustain, 282 to reject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Georgia", "Michigan", "Nevada", "Wisconsin"})
  void an_objection_without_a_senator_is_not_received(String state) {
    assertThat(REPLAY.line("objection to the votes of " + state))
        .contains("is not received: no Senator stands by it");
    assertThat(REPLAY.lines().stream().filter(line -> line.contains("not received"))).hasSize(4);
  }

  @Test
  void what_begins_and_ends_a_stage_is_told_singly() {
    assertThat(REPLAY.line("New Hampshire reports")).contains("3 Nov 2020  09:16:25");
    assertThat(REPLAY.line("AP calls Kentucky")).contains("19:00");
    assertThat(REPLAY.line("electors of Vermont vote")).contains("~10:00");
  }

  @Test
  void first_and_last_are_said_where_no_other_may_have_come_as_early_or_as_late() {
    assertThat(REPLAY.lines().stream().filter(line -> line.contains("First: ")))
        .satisfiesExactly(
            line -> assertThat(line).contains("Delaware certifies"),
            line -> assertThat(line).contains("votes of Alabama"));
    assertThat(REPLAY.lines().stream().filter(line -> line.contains("Last: ")))
        .satisfiesExactly(
            line -> assertThat(line).contains("AP calls Georgia"),
            line -> assertThat(line).contains("West Virginia certifies"),
            line -> assertThat(line).contains("electors of Hawaii vote"),
            line -> assertThat(line).contains("votes of Wyoming"));
  }

  @Test
  void the_rest_of_a_day_is_gathered_in_one_line() {
    assertThat(REPLAY.line("AK, AZ, CO, IA, KS, MT"))
        .contains("WI certified (Trump 162, Biden 141)");
    assertThat(REPLAY.line("The recount in Wisconsin ends")).startsWith("30 Nov 2020");
    assertThat(REPLAY.line("MA certified")).contains("25 Nov 2020", "Biden 106");
  }

  @Test
  void it_ends_with_the_result() {
    assertThat(REPLAY.line("President       ")).contains("Joseph R. Biden Jr.", "in-office");
    assertThat(REPLAY.line("Vice President  ")).contains("Kamala D. Harris", "in-office");
    assertThat(REPLAY.line("Electors        "))
        .contains("538 entitled, 538 appointed, 538 cast, 538 counted; 270 of 538 elect");
  }

  @Test
  void it_ends_with_the_table_of_when_it_became_official() {
    List<String> table =
        REPLAY.lines().stream()
            .dropWhile(line -> !line.equals("When did it become official?"))
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .map(String::strip)
            .map(line -> line.replaceAll(" +", " "))
            .toList();
    assertThat(table)
        .containsExactly(
            "a majority as reported Trump 3 Nov 2020 22:00:12, undone 4 Nov 2020 09:15:56"
                + " at the earliest",
            "Biden at the latest 6 Nov 2020 04:50:07",
            "presidency, by AP Biden 7 Nov 2020 11:26",
            "presidency, by all 7 Biden 7 Nov 2020 11:40",
            "a majority certified Biden 4 Dec 2020",
            "a majority ascertained Biden at the latest between 14 Dec 2020 15:00 and 14 Dec 2020 16:20",
            "a majority voted Biden 14 Dec 2020 about 17:30",
            "a majority counted Biden between 7 Jan 2021 about 03:27 and 7 Jan 2021 about 03:33",
            "declared Biden 7 Jan 2021 about 03:41",
            "in office Biden 20 Jan 2021 12:00");
  }

  @Test
  void until_a_day_it_tells_no_more_than_was_known_then() {
    Ran night = Ran.done("replay", "2020", "--until", "2020-11-03");
    assertThat(night.out()).contains("Trump passes the majority").doesNotContain("Michigan from");
    assertThat(night.line("  President       ")).contains("not decided; no electors have voted");
    assertThat(night.line("a majority as reported")).contains("22:00:12").doesNotContain("undone");
    assertThat(REPLAY.out()).contains(night.line("Trump passes the majority"));
  }

  @Test
  void the_id_and_the_year_name_the_same_election() {
    assertThat(Ran.done("replay", "us-president-2020", "--instant").out()).isEqualTo(REPLAY.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "fast"})
  void a_speed_that_is_none_is_refused_in_a_sentence(String speed) {
    Ran ran = Ran.run("replay", "2020", "--speed", speed);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("--speed").doesNotContain("Exception", "\tat ");
  }

  /** The line that names the day of a line. */
  private static String dayOf(String text) {
    List<String> lines = REPLAY.lines();
    int at = lines.indexOf(REPLAY.line(text));
    while (lines.get(at).startsWith(" ")) at--;
    return lines.get(at);
  }
}
