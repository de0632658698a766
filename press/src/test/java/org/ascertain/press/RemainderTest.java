package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clause of which something was not read gets no verdict, whatever the rest of it would get. */
class RemainderTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-16 | Vladimir Putin congratulated Joe Biden on December 15.
          2020-12-15 | Georgia certified its results on Nov. 20.
          2020-12-15 | Biden won 306 electoral votes.
          2025-02-01 | Nobody objected in Congress.
          """)
  void a_clause_that_was_read_has_a_verdict(LocalDate day, String sentence) {
    assertThat(isJudged(day, sentence)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-16 | Vladimir Putin congratulated Joe Biden before supper on December 15.
          2020-12-16 | Vladimir Putin was next to congratulate Joe Biden on December 15.
          2020-12-16 | Boris Putin congratulated Joe Biden on December 15.
          2020-12-15 | Georgia alone certified its results on Nov. 20.
          2020-12-15 | Georgia certified its results twice on Nov. 20.
          2020-12-15 | Biden won 306 electoral votes against nine.
          2020-12-15 | Biden barely won 306 electoral votes.
          2020-12-15 | Biden barely won 307 electoral votes.
          2025-02-01 | No state drew an objection in Congress since then.
          2020-12-16 | Georgia annulled the result it certified on November 20.
          2020-12-16 | Arizona reversed its certification on November 30.
          2020-12-16 | Putin pretended to congratulate Biden on Tuesday.
          2020-12-16 | A mock Electoral College voted on Monday for Biden.
          2000-12-20 | Gore faked his concession on December 13.
          """)
  void a_clause_with_something_unread_has_none(LocalDate day, String sentence) {
    assertThat(isJudged(day, sentence)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-16 | Emmanuel Macron sent a tweet on the 9th.
          2020-12-16 | The Pope telephoned on the 11th.
          """)
  void a_day_that_may_be_another_contradicts_nothing(LocalDate day, String sentence) {
    assertThat(CHECK.check(sentence, Optional.of(2020), Optional.of(day)).findings())
        .noneMatch(each -> each.verdict() == Verdict.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-16 | Biden spoke on Monday after Trump had left. He won 232 electoral votes.
          2016-12-20 | Clinton met Trump. She won 306 electoral votes.
          """)
  void whom_a_pronoun_stands_for_is_too_little_to_contradict(LocalDate day, String text) {
    assertThat(CHECK.check(text, Optional.empty(), Optional.of(day)).findings())
        .noneMatch(each -> each.verdict() == Verdict.CONTRADICTED);
  }

  private static boolean isJudged(LocalDate day, String sentence) {
    return CHECK.check(sentence, Optional.empty(), Optional.of(day)).findings().stream()
        .anyMatch(each -> each.verdict() != Verdict.BEYOND);
  }
}
