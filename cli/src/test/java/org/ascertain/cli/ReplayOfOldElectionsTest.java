package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The elections with more to tell than totals have their road to the result. */
class ReplayOfOldElectionsTest {

  private static Ran replay(int year) {
    return Ran.done("replay", Integer.toString(year), "--instant");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {1800, 1820, 1824, 1836, 1856, 1868, 1872, 1876, 1880, 1960, 1968, 2000, 2004, 2016})
  void every_line_says_something(int year) {
    Ran told = replay(year);
    assertThat(told.out()).doesNotContain("null", "Optional", ".. ", "\n\n\n");
    assertThat(told.lines().stream().filter(line -> !line.isBlank()))
        .allSatisfy(line -> assertThat(line).matches(".*[A-Za-z]{3}.*"));
  }

  @Test
  void the_tie_of_1800_and_its_36_ballots() {
    Ran told = replay(1800);
    assertThat(told.lines().get(1)).contains("Thomas Jefferson", "Aaron Burr", "John Adams");
    assertThat(told.line("Electors have voted")).contains("Jefferson and Burr pass the majority");
    assertThat(told.line("The electors have chosen no President"))
        .contains("16 states, 9 needed, among Burr, Jefferson");
    assertThat(told.line("The House, ballots 1 to 18"))
        .contains("each: Jefferson 8, Burr 6, divided 2");
    assertThat(told.line("The House, ballot 36"))
        .contains("~13:08", "Jefferson 10, Burr 4", "Delaware and South Carolina cast blank");
    assertThat(told.line("chosen by the House  ")).contains("Jefferson", "17 Feb 1801");
  }

  @Test
  void a_house_and_a_senate_choose_in_1825_and_1837() {
    assertThat(replay(1824).line("The electors have chosen no President"))
        .contains("24 states, 13 needed, among Jackson, Adams, Crawford");
    assertThat(replay(1824).line("chosen by the House  ")).contains("Adams");
    assertThat(replay(1836).line("The electors have chosen no Vice President"))
        .contains("52 Senators, 27 needed, among Johnson, Granger");
    assertThat(replay(1836).line("chosen by the Senate  ")).contains("Johnson");
    assertThat(replay(1836).line("  President  "))
        .contains("Martin Van Buren", "with the votes of MI, and without the votes of MI");
  }

  @Test
  void what_congress_rejected_in_1873_is_told_as_rejected() {
    Ran told = replay(1872);
    assertThat(told.line("Congress rejects the votes of Arkansas")).contains("The Houses differed");
    assertThat(told.line("Congress counts the votes of Georgia"))
        .contains("The three votes for Greeley for President were not counted");
    assertThat(told.out()).doesNotContain("AR counted", "LA counted");
  }

  @Test
  void the_rival_returns_and_the_commission_of_1877() {
    Ran told = replay(1876);
    assertThat(told.lines().stream().filter(line -> line.contains("(return "))).hasSize(8);
    assertThat(told.lines().stream().filter(line -> line.contains("Commission votes 8 to 7")))
        .hasSize(4);
    assertThat(told.line("The electors of Florida (return 2)")).contains("Attorney General");
    assertThat(told.line("Counted by Congress"))
        .as("between 04:08 and 04:18, with others")
        .contains("Hayes 185, Tilden 184")
        .doesNotContain("Wisconsin");
  }

  @Test
  void hawaiis_two_returns_of_1960() {
    Ran told = replay(1960);
    assertThat(told.line("Hawaii (return 1)")).contains("Nixon 3", "This one held the certificate");
    assertThat(told.line("Hawaii (return 2)")).contains("Kennedy 3", "no certificate at that time");
    assertThat(told.line("Governor Quinn certifies")).contains("4 Jan 1961", "Kennedy 3");
    assertThat(told.line("Congress counts the votes of Hawaii"))
        .contains("without the intent of establishing a precedent");
    assertThat(told.line("Electors have voted"))
        .as("no state was the one that brought the majority: the hours are not known")
        .contains("all 50 jurisdictions voted");
  }

  @Test
  void the_calls_made_and_withdrawn_in_the_night_of_2000() {
    Ran told = replay(2000);
    assertThat(told.lines().stream().filter(line -> line.contains("calls Florida for Gore")))
        .hasSize(7);
    assertThat(
            told.lines().stream()
                .filter(line -> line.contains("withdraws its call of Florida for Gore")))
        .hasSize(7);
    assertThat(
            told.lines().stream()
                .filter(line -> line.contains("calls Florida and the presidency for Bush")))
        .hasSize(5);
    assertThat(
            told.lines().stream()
                .filter(line -> line.contains("withdraws its call of Florida and the presidency")))
        .hasSize(5);
    assertThat(told.line("takes the concession back")).contains("by 03:45");
    assertThat(told.line("Bush v. Gore, No. 00-949: reversed")).contains("12 Dec 2000 ~22:00");
    assertThat(told.line("District of Columbia vote")).contains("blank ballot");
  }

  @Test
  void seven_votes_of_2016_counted_as_cast_and_three_were_replaced() {
    Ran told = replay(2016);
    assertThat(told.line("Texas vote")).contains("John Kasich", "Ron Paul");
    assertThat(told.line("Washington vote")).contains("Powell 3, Spotted Eagle 1");
    assertThat(told.line("Hawaii vote")).contains("Sanders 1");
    assertThat(told.line("Colorado vote: Clinton 9")).contains("invalidated", "replaced");
    assertThat(told.line("Minnesota vote: Clinton 10")).contains("invalidated", "replaced");
    assertThat(told.line("Maine vote: Clinton 3")).contains("ruled out of order");
  }
}
