package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The right figures with the wrong deed: who won, who lost, what was refused, who was excepted. */
class OppositeTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021-01-20 | The Senate sustained the objection to Arizona by 93 to 6.
          2021-01-20 | The Senate upheld the challenge to Arizona by 93 to 6.
          2021-01-20 | The Senate agreed to the objection to Arizona, 93 to 6.
          2021-01-20 | The Senate struck out Arizona's votes, 93 to 6.
          2021-01-20 | In the Senate the objection to Arizona won, 93 to 6.
          2005-01-10 | The Senate sustained the Ohio objection, 74 to 1.
          2005-01-10 | The House upheld the objection to Ohio, 267 to 31.
          2021-01-08 | The objection to Wisconsin succeeded because a senator signed it.
          2021-01-20 | Nobody but Putin congratulated Biden on December 15.
          2020-12-16 | No leader but Merkel congratulated Biden on November 7.
          2020-12-16 | Putin was congratulated by Biden on December 15.
          2000-12-15 | The Florida Supreme Court stopped the recount on December 8, 4 to 3.
          2020-12-16 | The electors voted against Biden, 306 to 232.
          2020-12-16 | Biden lost to Trump, 306 to 232.
          2020-12-16 | Biden was beaten by Trump 306 to 232.
          2020-12-16 | Biden's defeat by Trump was by 306 to 232.
          2020-12-16 | Trump beat Biden 232 to 306.
          2020-12-16 | Biden fell 11,779 votes short in Georgia.
          2020-12-16 | Biden would have won Georgia but for 11,779 votes.
          2020-12-16 | Trump won the Electoral College and lost the popular vote.
          2024-12-18 | Trump won 312 electoral votes. He lost the popular vote, by about 2.3 million.
          2024-12-18 | Trump won. He had more than 50 percent of the popular vote.
          1961-02-01 | Nov. 8: Nixon concedes.
          2001-01-07 | Al Gore presided over his own victory yesterday.
          2004-12-20 | The elector of Minnesota who voted for Edwards was pledged to Bush.
          2004-12-20 | Kerry conceded on election night.
          2025-01-10 | Harris declared herself the winner on January 6.
          2025-01-10 | Fox called it for Trump at 1:47 a.m., after the AP.
          2020-12-16 | Lopez Obrador congratulated Biden on December 14, a day after Putin.
          2020-12-16 | "For my part, I am ready for interaction and contacts with you," Peskov said.
          2020-12-16 | Biden told Putin, "For my part, I am ready for interaction and contacts with you."
          2020-12-16 | Wisconsin certified on November 30 that Trump had won by 20,682 votes.
          2020-12-16 | Georgia's governor certified the electors of Trump on November 20.
          2020-12-16 | Courts granted more than fifty suits.
          2020-12-16 | The Supreme Court unanimously rejected the Texas suit on December 11.
          2001-01-07 | Had Gore won Vermont and its three votes, he would have been president.
          2021-01-08 | "Even though I totally disagree with the outcome of the election, nevertheless there will be no orderly transition on January 20th," Trump said.
          2021-01-08 | Objections to Ohio and Nevada were not taken up because no senator joined them any longer.
          2025-02-01 | Trump called Harris that afternoon.
          2025-02-01 | Trump won at West Palm Beach. Harris called Trump that afternoon.
          2022-02-01 | Five senators voted to sustain the objection to Arizona.
          1961-01-06 | Vice President Lyndon B. Johnson today presided over the count of the electoral votes and declared his opponent, John F. Kennedy, elected president.
          2021-01-07 | Vice President Kamala Harris presided over the joint session on Wednesday and declared the result.
          """)
  void the_opposite_of_what_is_on_record_is_not_supported(LocalDate day, String text) {
    assertThat(verdicts(day, text)).doesNotContain(Verdict.SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021-01-20 | The Senate rejected the objection to Arizona by 93 to 6.
          2021-01-20 | In the Senate the objection to Arizona failed, 93 to 6.
          2021-01-08 | The objection to Georgia failed because no senator signed it.
          2000-12-15 | The Florida Supreme Court ordered a recount on December 8, 4 to 3.
          2020-12-16 | Trump lost to Biden, 306 to 232.
          2020-12-16 | Trump was beaten 232 to 306.
          2020-12-16 | Trump fell 11,779 votes short in Georgia.
          1961-02-01 | Nov. 9: Nixon concedes.
          1901-03-10 | In 1876 Hayes won. The count ended on March 2, 1877.
          2020-12-16 | The Supreme Court threw out the Texas suit. The networks called it on November 7.
          2024-11-25 | Georgia certified its votes. Trump received 2,663,117 votes and Harris 2,548,017.
          2001-01-07 | Had Gore won New Hampshire and its four votes, he would have been president.
          2017-01-10 | Clinton's electors numbered 232, of whom five deserted her.
          1877-03-10 | Hayes was sworn in on March 5 in public.
          2020-12-16 | Trump became the first president since Carter to lose re-election.
          2020-12-16 | In Georgia rival electors met and cast 16 votes for Trump.
          2020-11-24 | Biden leads by about six million votes nationally.
          2020-12-16 | Biden beat Trump 306-232 - the same result that was projected days after the vote.
          2021-01-20 | All but two states had certified by December 8.
          1961-01-20 | Nixon won more states, 26 to 22.
          1961-01-20 | Kennedy carried 22 states.
          1961-01-20 | Nixon did not formally concede on election night.
          1961-01-20 | Nixon did not concede on November 8.
          2004-11-10 | Kerry did not concede on election night.
          2000-12-14 | Thirty-six days after Americans went to the polls, Al Gore gave up his fight for the White House.
          2005-01-20 | President George W. Bush and his running mate, Vice President Dick Cheney, were re-elected, defeating John Kerry and John Edwards.
          2020-12-14 | Biden won Michigan by 154,188 votes, or 2.8 percentage points, four years after Donald Trump took the state by 10,704.
          1961-01-07 | WASHINGTON, Jan. 6 - Vice President Richard M. Nixon today presided over the count of the electoral votes.
          1884-12-30 | Grover Cleveland carried New York by 1,149 votes.
          1885-03-10 | Grover Cleveland carried New York by 1,149 votes.
          """)
  void what_is_so_is_not_contradicted(LocalDate day, String text) {
    assertThat(verdicts(day, text)).doesNotContain(Verdict.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-12-16 | Biden beat Trump 305-233 - the same result that was projected days after the vote.
          2020-12-16 | "For my part, I am not ready for interaction and contacts with you," Putin said.
          2016-12-24 | The inauguration is on Jan. 20, a Saturday.
          2021-01-20 | The Senate sustained the objection to Arizona by 93 to 6.
          2004-11-10 | Kerry did not concede on November 3.
          1961-01-20 | Kennedy carried 24 states.
          1885-03-10 | Grover Cleveland carried New York by 11,149 votes.
          """)
  void what_is_not_so_is_contradicted(LocalDate day, String text) {
    assertThat(verdicts(day, text)).contains(Verdict.CONTRADICTED);
  }

  /** What is said to the last sentence, by the record of the text's day and by that of today. */
  private static List<Verdict> verdicts(LocalDate day, String text) {
    int from = Sentences.of(text).getLast().start();
    return CHECK.check(text, Optional.empty(), Optional.of(day)).findings().stream()
        .filter(each -> each.start() >= from)
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.verdict()), each.today().map(Finding.Today::verdict).stream()))
        .toList();
  }
}
