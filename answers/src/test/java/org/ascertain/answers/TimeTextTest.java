package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ascertain.election.Attestation;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2020-11-06, 6 Nov 2020, ''",
        "2020-11-06T09:50:07Z, 6 Nov 2020 04:50:07, 04:50:07",
        "2020-11-06T04:50:00-05:00, 6 Nov 2020 04:50, 04:50",
        "2020-07-06T16:00:00Z, 6 Jul 2020 12:00, 12:00",
        "2020-11-14/2020-11-23, between 14 Nov 2020 and 23 Nov 2020, ''",
        "2020-12-14T15:00:00-05:00/2020-12-14T16:20:00-05:00, between 14 Dec 2020 15:00 and 14 Dec 2020 16:20, by 16:20"
      })
  void a_time_is_told_by_washingtons_clock_and_no_more_precisely_than_it_was_given(
      String given, String full, String clock) {
    Attestation attestation = attestation(given, false);
    assertThat(TimeText.full(attestation)).isEqualTo(full);
    assertThat(TimeText.clock(attestation)).isEqualTo(clock);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-12-14T17:30:00-05:00, 14 Dec 2020 about 17:30, ~17:30",
    "2020-12-14, 14 Dec 2020, ''"
  })
  void a_time_that_is_about_right_is_told_so(String given, String full, String clock) {
    Attestation attestation = attestation(given, true);
    assertThat(TimeText.full(attestation)).isEqualTo(full);
    assertThat(TimeText.clock(attestation)).isEqualTo(clock);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-12-12, 2020-12-13, 12-13 Dec 2020",
    "2020-03-27, 2020-10-29, 27 Mar-29 Oct 2020",
    "2020-12-31, 2021-01-05, 31 Dec 2020-5 Jan 2021",
    "2019-12-31, 2020-12-31, 31 Dec 2019-31 Dec 2020"
  })
  void a_span_of_days_says_no_month_and_no_year_twice(LocalDate from, LocalDate to, String told) {
    assertThat(TimeText.span(from, to)).isEqualTo(told);
  }

  private static Attestation attestation(String at, boolean about) {
    Source source = Source.of("desk", "desk");
    return Changed.with(Attestation.of(When.parse(at), source), "about", about);
  }
}
