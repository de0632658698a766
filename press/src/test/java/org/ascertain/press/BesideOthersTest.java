package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a claim and belongs to another claim, or says nothing of it, is read past. */
class BesideOthersTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-16 | Putin congratulated Biden after the Electoral College had confirmed his win. | 2
          2020-12-16 | Putin Congratulates President-Elect Biden After Electoral College Vote | 2
          2020-12-16 | The electors voted on Monday, and it is sure that Biden will be the 46th president. | 2
          2020-12-16 | Biden, 78, defeated Trump, 74, 306-232. | 1
          2020-12-16 | A readout of the Kremlin issued on Tuesday said that the President had sent a telegram. | 1
          2020-12-16 | Putin [congratulated](#) Biden on Tuesday. | 1
          2020-12-16 | Russian President Vladimir Putin sent his congratulations to Biden, the Kremlin said Tuesday. | 2
          2016-11-12 | Clinton Concedes After AP Calls Race | 1
          """)
  void each_of_several_claims_of_a_sentence_has_a_verdict(
      LocalDate day, String sentence, int least) {
    assertThat(findings(day, sentence)).hasSizeGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-16 | Putin congratulated Biden before the Electoral College had confirmed his win.
          2020-12-16 | Putin congratulated Biden after a long telephone call to Kiev.
          2020-12-16 | Putin congratulated Biden after the Electoral College had confirmed his loss.
          """)
  void what_is_no_claim_of_the_record_leaves_it_without_one(LocalDate day, String sentence) {
    assertThat(findings(day, sentence))
        .noneMatch(
            each -> each.verdict() == Verdict.SUPPORTED && each.kind() == Kind.ACKNOWLEDGEMENT);
  }

  @Test
  void a_point_of_an_hour_ends_no_sentence() {
    String text = "The AP called the race for Biden at 11:26 a.m. on Nov. 8. Fox News followed.";
    assertThat(findings(LocalDate.of(2020, 12, 16), text))
        .anySatisfy(
            each -> {
              assertThat(each.claim()).endsWith("Nov. 8");
              assertThat(each.verdict()).isEqualTo(Verdict.CONTRADICTED);
            });
  }

  private static List<Finding> findings(LocalDate day, String sentence) {
    return CHECK.check(sentence, Optional.empty(), Optional.of(day)).findings();
  }
}
