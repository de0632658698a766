package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WashingtonTest {

  @ParameterizedTest
  @CsvSource({
    "2020-11-01, 2020-11-02T04:59:59.999999999Z, the day on which summer time ends",
    "2020-03-08, 2020-03-09T03:59:59.999999999Z, the day on which it begins",
    "1883-11-17, 1883-11-18T04:59:59.999999999Z, the last before the railways' time",
    "1883-11-18, 1883-11-19T04:59:59.999999999Z, the first of it",
    "1789-02-04, 1789-02-05T04:59:59.999999999Z, the first vote of electors"
  })
  void a_day_ends_with_its_last_nanosecond(LocalDate day, Instant end, String which) {
    long last = Washington.endOf(day);
    assertThat(Washington.instant(last)).as(which).isEqualTo(end);
    assertThat(Washington.day(last)).isEqualTo(day);
    assertThat(Washington.day(last + 1)).isEqualTo(day.plusDays(1));
  }

  @Test
  void every_day_of_every_election_begins_where_the_one_before_ends() {
    for (LocalDate day = LocalDate.of(1788, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
      long end = Washington.endOf(day);
      if (!Washington.day(end).equals(day) || !Washington.day(end + 1).equals(day.plusDays(1)))
        throw new AssertionError(day);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-07T16:26:00Z, 2020-11-07T11:26-05:00",
    "2020-07-04T16:26:00Z, 2020-07-04T12:26-04:00",
    "1876-11-08T01:00:00Z, 1876-11-07T20:00-05:00"
  })
  void a_moment_is_told_by_its_clock(Instant moment, String there) {
    assertThat(Washington.at(Washington.nanos(moment))).hasToString(there);
  }

  @Test
  void nanoseconds_and_instants_say_the_same_before_1970_too() {
    for (String text : new String[] {"1789-02-04T12:00:00.000000001Z", "2020-12-14T22:30:00.5Z"}) {
      Instant moment = Instant.parse(text);
      assertThat(Washington.instant(Washington.nanos(moment))).isEqualTo(moment);
    }
  }
}
