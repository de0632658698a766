package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathsTest {

  @Test
  void the_ways_of_6_november_2020_fit_80_columns() {
    Ran paths = Ran.done("paths", "2020", "--at", "2020-11-06T20:00:00-05:00");
    assertThat(paths.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .contains(
            "Of 32 ways:",
            "  30: Biden has the majority",
            "  2: Trump has the majority",
            "  0: nobody has, and the House would choose",
            "  Biden: any one of Pennsylvania, Georgia, North Carolina, Nevada",
            "  Alaska                   3 electors   0: it changes nobody's majority",
            "  Georgia                  Biden by 4,022");
    assertThat(paths.out()).contains("Fewest votes that undo it: 23,134", "Biden 264, Trump 274");
  }

  @Test
  void by_another_callers_calls_it_says_what_the_record_may_lack() {
    String evening = "2020-11-06T20:00:00-05:00";
    Ran fox = Ran.done("paths", "2020", "--at", evening, "--caller", "fox");
    assertThat(fox.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(fox.out().replace('\n', ' '))
        .contains(
            "By the calls of Fox: Biden 11, Trump 0, 527 electors of 55 units open",
            "The record does not say that it has all calls of Fox: in 53 of the units that count as"
                + " open there may have been one.");
    assertThat(Ran.done("paths", "2020", "--at", evening, "--caller", "AP").out())
        .isEqualTo(Ran.done("paths", "2020", "--at", evening).out())
        .doesNotContain("may have been");
    Ran nobody = Ran.run("paths", "2020", "--caller", "BBC");
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("'BBC' is no caller of this election; it has AP");
    assertThat(Ran.run("paths", "1900", "--caller", "AP").err()).contains("has no callers");
  }

  @Test
  void the_beginning_of_a_night_fits_80_columns_too() {
    assertThat(Ran.done("paths", "2020", "--at", "2020-11-03T19:00:00-05:00").lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .contains("Of 18,014,398,509,481,984 ways:");
  }

  @Test
  void the_end_of_2020_says_how_few_votes_would_undo_it_and_what_is_not_known() {
    Ran paths = Ran.done("paths", "2020");
    assertThat(paths.out().replace('\n', ' '))
        .contains(
            "Fewest votes that undo it: 21,461, moved to who came second, in Arizona (5,229),"
                + " Georgia (5,890), Wisconsin (10,342). That leaves 269 each, and the House would"
                + " choose.",
            "No margin is known of Maine, Maine's 1st district (3 electors of Biden)",
            "Tipping unit: Wisconsin.");
    assertThat(paths.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void programs_get_numbers_of_ways_as_strings() {
    JsonValue json = Ran.done("paths", "2020", "--at", "2020-11-03", "--json").json();
    assertThat(json.at("ways.trump").text()).matches("[0-9]{5,}");
    assertThat(json.at("caller").text()).isEqualTo("AP");
    JsonValue end = Ran.done("paths", "2016", "--json").json();
    assertThat(end.at("tipping").text()).isEqualTo("WI");
    assertThat(end.at("fewestVotes.votes").number()).isEqualTo(38_875);
    assertThat(end.at("fewestVotes.majority").text()).isEqualTo("clinton");
  }

  @Test
  void where_electors_named_two_persons_there_are_no_ways_to_count() {
    Ran refused = Ran.run("paths", "1800");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("each elector named two persons without distinction");
  }
}
