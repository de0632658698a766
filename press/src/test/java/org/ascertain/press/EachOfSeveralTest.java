package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said of several has to be so of each; an hour is that of the clock it names, a score with
 * a place is come to with that place, and a figure is of one person and one year.
 */
class EachOfSeveralTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-15 | AP called the race for Biden at 11:26 a.m. Eastern time on Nov. 7.
          2020-12-15 | The AP called the race for Biden at 16:26 GMT on Nov. 7.
          2020-12-15 | The AP called Arizona for Biden at 12:51 a.m. Mountain time on Nov. 4.
          2000-11-09 | NBC called Florida for Gore at 6:49 p.m. Central time.
          2024-11-08 | The AP called the race for Trump at 4:34 a.m. CST on Wednesday.
          2016-11-12 | The AP called the presidency for Trump at 11:29 p.m. Pacific time on Nov. 8.
          2004-11-05 | Fox News and NBC called Ohio for Bush.
          2000-12-20 | Fox News and CNN called Florida for Bush on Nov. 8.
          2020-11-10 | At 11:24 on Nov. 7 CNN and NBC called it.
          2020-12-16 | Russia and China congratulated Biden.
          2005-02-01 | Bush carried Ohio and Florida.
          1961-02-01 | Nixon carried California and Ohio.
          1877-03-06 | Tilden reached 184 with West Virginia.
          1913-03-05 | Debs had 900,370 votes, Wilson 6,294,327.
          """)
  void what_is_so_of_each_is_supported(LocalDate day, String sentence) {
    assertThat(CHECK.check(sentence, Optional.empty(), Optional.of(day)).findings())
        .isNotEmpty()
        .allMatch(each -> each.verdict() == Verdict.SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-15 | AP called the race for Biden at 11:26 a.m. Pacific time on Nov. 7.
          2020-12-15 | The AP called the race for Biden on Nov. 7 at 11:26 a.m. (Central).
          2020-12-15 | The AP called the race for Biden on Nov. 7 at 11:26 GMT.
          2020-12-15 | The AP called the race for Biden on Nov. 7 at 11:26 a.m., London time.
          2020-12-15 | The AP called the race for Biden at 11:26 a.m. local time on Nov. 7.
          2020-12-15 | All times are Pacific. The AP called the race for Biden at 11:26 a.m. on Nov. 7.
          2000-11-09 | NBC called Florida for Gore at 7:49 p.m. CST.
          2024-11-08 | Wisconsin was called for Trump by the AP at 5:34 a.m. Central on Wednesday.
          2016-11-10 | It was 2:29 a.m. in Wisconsin when AP called the state for Trump.
          2004-11-05 | Fox News called Ohio for Bush at 12:41 a.m. Mountain time on Nov. 3.
          2020-12-15 | Decision Desk HQ and CNN called the race for Biden on Nov. 6.
          2020-12-15 | Both CNN and Fox News called the race at 11:24.
          2020-12-15 | On Nov. 4 Fox News and CNN called Arizona for Biden.
          2020-12-15 | CNN, NBC and the AP called the race at 11:24 a.m. on Nov. 7.
          2020-12-15 | CNN, with Fox News, called the race at 11:40 a.m. on Nov. 7.
          2016-11-12 | AP and Fox News called the race for Trump at 2:29 a.m. on Nov. 9.
          2024-11-08 | Fox News and the AP called the race for Trump at 1:47 a.m. on Nov. 6.
          2024-11-08 | Fox News as well as the AP called the race for Trump at 1:47 a.m.
          2004-11-05 | Fox News and NBC called Ohio for Bush at 12:41 a.m. on Nov. 3.
          2000-12-20 | Florida and Georgia were called for Gore by NBC.
          2020-12-16 | Putin and Bolsonaro congratulated Biden on December 8.
          2020-12-16 | Putin and Xi congratulated Biden on December 15.
          2020-12-16 | Georgia and Michigan certified their results on Nov. 20.
          2005-02-01 | Bush carried Ohio and Pennsylvania.
          1961-02-01 | Nixon carried California and Texas.
          2025-02-01 | Georgia and Minnesota went to Trump.
          2021-01-25 | Congress voted on objections to Arizona and Georgia.
          1877-03-06 | Tilden reached 184 with Virginia.
          1877-03-06 | Tilden had 184 with Florida.
          1877-03-06 | Hayes reached 185 with South Carolina.
          1961-02-01 | Kennedy had 303 with Ohio.
          2001-02-01 | Gore had 266 with Florida.
          2005-02-01 | With Wisconsin, Bush had 286.
          2021-02-01 | Trump had 232, with Arizona.
          1913-03-05 | Taft, the President, had to be content with 900,370.
          1913-03-05 | Chafin, a Prohibitionist, polled 900,370.
          1913-03-05 | Four years before, Debs had polled 900,370.
          1921-03-05 | Debs, from a cell in Atlanta, had 900,370.
          1921-03-05 | Harding won with 16,151,916 in all. Debs 900,370.
          2001-03-05 | Nader, of the Greens, had 50,456,002 votes.
          2021-03-05 | In Georgia, on the Republican line, it was 2,473,633.
          2021-03-05 | Biden won Georgia, with 2,461,854 to 2,473,633.
          2021-03-05 | Trump beat Biden in Georgia, 2,473,633 to 2,461,854.
          """)
  void what_is_not_so_of_one_is_not_supported(LocalDate day, String sentence) {
    assertThat(CHECK.check(sentence, Optional.empty(), Optional.of(day)).findings())
        .noneMatch(
            each ->
                each.verdict() == Verdict.SUPPORTED
                    && !each.claim().contains("Harding")
                    && !each.form().equals("winner"));
  }
}
