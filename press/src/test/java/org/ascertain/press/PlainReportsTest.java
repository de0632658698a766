package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences as reports of elections have them, right ones and the same with one thing changed. */
class PlainReportsTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2016-11-10 | Clinton telephoned Trump at about 2:40 a.m. on Wednesday to concede.
          2016-12-20 | The Electoral College on Monday elected Donald Trump the 45th president of the United States.
          2020-11-08 | Pennsylvania's 20 electoral votes pushed Biden past 270 on Saturday.
          2020-12-02 | Arizona and Wisconsin both certified Biden's victory on Monday, Nov. 30.
          2000-12-19 | Electors in 50 states and the District of Columbia cast their ballots on Monday.
          2000-12-19 | Ralph Nader of the Green Party received about 2.9 million votes nationwide.
          2000-12-19 | Gore conceded in a televised address on Dec. 13.
          2017-01-21 | Donald J. Trump of New York took the oath on Friday as the 45th president.
          2017-01-07 | None of the objections was signed by a senator.
          1961-01-10 | Fifteen electors voted for Sen. Harry F. Byrd of Virginia.
          1961-01-10 | Kennedy's lead in the popular vote was about 113,000 out of nearly 69 million.
          1913-02-13 | Eugene V. Debs, the Socialist, polled more than 900,000.
          1913-02-13 | The majority needed was 266 of 531.
          1913-02-13 | Wilson will take the oath on March 4.
          1877-03-02 | The count had begun on February 1.
          1877-03-05 | Hayes won by a single electoral vote, 185 to 184.
          2025-01-07 | It was Trump who in the end won all seven swing states: Arizona, Georgia, Michigan, Nevada, North Carolina, Pennsylvania and Wisconsin.
          2025-01-07 | Harris presided on Monday over the count of her own defeat.
          2025-01-07 | Four years earlier, Trump lost to Joe Biden by 306 to 232.
          2021-01-08 | The Senate voted 93-6 against the Arizona objection and 92-7 against the one to Pennsylvania.
          """)
  void what_is_right_is_supported(LocalDate day, String sentence) {
    assertThat(findings(day, sentence))
        .isNotEmpty()
        .allMatch(each -> each.verdict() == Verdict.SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2016-11-10 | Clinton telephoned Trump at about 4:40 a.m. on Wednesday to concede.
          2025-01-07 | Four years earlier, Biden lost to Donald Trump by 306 to 232.
          2025-01-07 | Four years earlier, Trump lost to Joe Biden by 306 to 236.
          2016-12-20 | The Electoral College on Monday elected Donald Trump the 44th president of the United States.
          2020-11-08 | Nevada's 6 electoral votes pushed Biden past 270 on Saturday.
          2020-12-02 | Arizona and Georgia both certified Biden's victory on Monday, Nov. 30.
          2020-12-02 | Arizona and Wisconsin both certified Trump's victory on Monday, Nov. 30.
          2000-12-19 | Electors in 48 states and the District of Columbia cast their ballots on Monday.
          2017-01-21 | Donald J. Trump of Texas took the oath on Friday as the 45th president.
          2021-01-08 | None of the objections was signed by a senator.
          1961-01-10 | Kennedy's lead in the popular vote was about 113,000 out of nearly 79 million.
          1961-01-10 | Nixon carried Illinois by fewer than 9,000 votes.
          1913-02-13 | The majority needed was 266 of 538.
          1913-02-13 | Wilson will take the oath on March 5.
          1877-03-05 | Tilden won by a single electoral vote, 185 to 184.
          2020-12-15 | Hawaii's four electors were the last to vote, at 7 p.m. Pacific time.
          2025-01-07 | It was Trump who in the end won all six swing states: Arizona, Georgia, Michigan, Nevada, North Carolina, Pennsylvania and Wisconsin.
          2025-01-07 | Trump presided on Monday over the count of his own victory.
          2020-12-15 | In Maine, two electors voted for Biden.
          1877-03-05 | Florida's four votes were counted for Tilden.
          """)
  void what_is_wrong_is_not_supported(LocalDate day, String sentence) {
    assertThat(findings(day, sentence))
        .noneMatch(
            each -> each.verdict() == Verdict.SUPPORTED && !each.form().equals("lead-in-votes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-15 | In Maine, three electors voted for Biden and one for Trump.
          1973-01-21 | A Virginia elector voted for John Hospers.
          2025-01-07 | He is the second president, after Grover Cleveland, to win two terms that are apart.
          2025-01-07 | Trump won the popular vote, with some 77.3 million votes to 75 million for Harris.
          """)
  void what_is_right_is_not_contradicted(LocalDate day, String sentence) {
    assertThat(findings(day, sentence)).noneMatch(each -> each.verdict() == Verdict.CONTRADICTED);
  }

  private static List<Finding> findings(LocalDate day, String sentence) {
    return CHECK.check(sentence, Optional.empty(), Optional.of(day)).findings();
  }
}
