package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a condition still waits for, as days of a calendar, and in plain words. */
@Timeout(60)
class WatchCalendarTest {

  private static final History HISTORY = PastElections.history("us-president-2020");
  private static final Instant NOW = Instant.parse("2020-11-08T12:00:00Z");

  private static Condition condition(String text) {
    return ((Parsed.Understood) ConditionParser.parse(text, HISTORY.header(), HISTORY.law()))
        .condition();
  }

  private static String calendar(String text, String from) {
    return WatchCalendar.of("w", condition(text), HISTORY.law(), LocalDate.parse(from), NOW);
  }

  @Test
  void electors_are_waited_for_on_the_day_on_which_they_vote() {
    String calendar = calendar("voted >= majority", "2020-11-08");
    assertThat(calendar).contains("DTSTART;VALUE=DATE:20201214\r\n").doesNotContain("20210106");
    assertThat(calendar)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void a_day_that_is_over_is_waited_for_no_more() {
    assertThat(calendar("voted >= majority", "2020-12-15"))
        .doesNotContain("BEGIN:VEVENT")
        .as("a calendar has a component, RFC 5545 3.6")
        .contains("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\n");
    assertThat(calendar("voted >= majority", "2020-11-08")).doesNotContain("VTIMEZONE");
  }

  @Test
  void else_stands_in_it_with_its_own_day() {
    assertThat(calendar("called by AP and Fox else in-office by 2021-01-20", "2020-11-08"))
        .contains("DTSTART;VALUE=DATE:20210120\r\n")
        .contains("in-office");
  }

  @Test
  void no_line_is_longer_than_the_rule_allows_and_folded_ones_read_whole() {
    String calendar =
        calendar("stage(PA) >= certified and stage(GA) >= certified and declared", "2020-11-01");
    for (String line : List.of(calendar.split("\r\n")))
      assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75);
    assertThat(calendar.replace("\r\n ", ""))
        .contains("stage(PA) >= certified and stage(GA) >= certified and declared");
  }

  @Test
  void a_condition_is_told_in_plain_words_in_both_languages() {
    Condition market = condition("called by AP and Fox and NBC else in-office by 2021-01-20");
    assertThat(ConditionText.english(market))
        .isEqualTo(
            "For whoever is called President by AP, Fox and NBC; if there is nobody by the end of"
                + " 20 January 2021, whoever then has taken the oath and is in office.");
    assertThat(ConditionText.spanish(market))
        .startsWith("Para quien es dado por Presidente seg\u00fan AP, Fox y NBC");
    assertThat(ConditionText.english(condition("voted >= majority steady for P2D")))
        .isEqualTo(
            "For whoever has a majority of electors that have voted, without a break for 2 days.");
    Condition places = condition("leads(NE-2) and stage(PA) >= certified");
    assertThat(ConditionText.english(places))
        .isEqualTo(
            "For whoever leads the count in Nebraska's 2nd district, and runs once Pennsylvania is"
                + " certified.");
    assertThat(ConditionText.spanish(places))
        .contains("distrito 2 de Nebraska")
        .contains("cuando Pensilvania");
  }

  @Test
  void what_could_undo_it_is_told_of_each_part_in_both_languages() {
    Condition steady =
        condition("(called by AP and Fox else in-office by 2021-01-20) steady for PT10M");
    assertThat(Undoing.english(steady))
        .isEqualTo(
            "It can still be undone by a withdrawal by AP or Fox;"
                + " and by a correction of the entries that it rests on.");
    assertThat(Undoing.spanish(steady)).contains("una retirada de AP o Fox");
    assertThat(Undoing.english(condition("called >= 270 or called by AP")))
        .contains("by a call that is taken back;");
    assertThat(Undoing.english(condition("called by AP and not voted >= 1")))
        .contains("a withdrawal by AP, what the condition says has not happened;");
    assertThat(Undoing.english(condition("leads(PA) and not on or after 2020-12-01")))
        .contains("votes that are still to be reported, the passing of a day");
    assertThat(Undoing.english(condition("voted >= 270 and on or after 2020-12-01")))
        .as("a day that has come does not go")
        .isEqualTo("It can be undone only by a correction of the entries that it rests on.");
    assertThat(Undoing.english(condition("conceded"))).contains("a concession that is taken back");
    Condition market = condition("called by AP else in-office by 2021-01-20");
    assertThat(Undoing.english(market, LocalDate.parse("2021-01-20")))
        .contains("a withdrawal by AP");
    assertThat(Undoing.english(market, LocalDate.parse("2021-01-21")))
        .as("what held when its day ended goes on to hold")
        .isEqualTo("It can be undone only by a correction of the entries that it rests on.");
    assertThat(Undoing.english(condition("declared")))
        .isEqualTo("It can be undone only by a correction of the entries that it rests on.");
  }
}
