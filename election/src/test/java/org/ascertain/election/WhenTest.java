package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-11-06T04:50:07-05:00",
        "2020-11-06T04:50:00-05:00",
        "2020-11-06T00:00:00Z",
        "2020-11-06T23:59:59.999999999+14:00",
        "2020-11-06T04:50:07.5-05:00",
        "2020-11-06T04:50:00.000001Z",
        "1876-11-07T20:15:00-05:08",
        "1876-11-07T20:15:00-05:08:12",
        "1700-01-01T00:00:00+18:00",
        "2200-12-31T23:59:59-18:00",
        "2020-02-29",
        "2020-11-03/2020-11-06",
        "2020-11-03T00:00:00-05:00/2020-11-06T12:00:00Z"
      })
  void what_is_read_is_written_the_same(String text) {
    assertThat(When.parse(text)).hasToString(text);
    assertThat(When.parse(When.parse(text).toString())).isEqualTo(When.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-06T04:50-05:00, 2020-11-06T04:50:00-05:00",
    "2020-11-06T04:50:07+00:00, 2020-11-06T04:50:07Z",
    "2020-11-06T04:50:07.500-05:00, 2020-11-06T04:50:07.5-05:00"
  })
  void what_says_the_same_is_read_as_the_same(String other, String text) {
    assertThat(When.parse(other)).isEqualTo(When.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "today",
        "2020",
        "2020-11",
        "2020-13-06",
        "2021-02-29",
        "2021-02-29T00:00:00-05:00",
        "2020-11-06T24:00:01-05:00",
        "2020-11-06T04:60:00-05:00",
        "2020-11-06T04:50:60-05:00",
        "2020-11-06T04:50:07",
        "2020-11-06 04:50:07-05:00",
        "2020-11-06T04:50:07-19:00",
        "2020-11-06T04:50:07-05:60",
        "2020-11-06T04:50:07\u221205:00",
        "\u0662020-11-06T04:50:07-05:0",
        "2020-11-0\u0666T04:50:07-05:00",
        "1699-12-31",
        "2201-01-01T00:00:00Z",
        "2020-11-06/2020-11-03",
        "2020-11-03/2020-11-06T00:00:00Z",
        "2020-11-03/2020-11-04/2020-11-05",
        "2020-11-03/"
      })
  void what_is_no_time_is_refused(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> When.parse(text));
  }

  @Test
  void the_quick_way_to_read_a_moment_says_what_the_jdk_says() {
    OffsetDateTime start = OffsetDateTime.parse("1788-02-28T23:59:58-05:00");
    for (int i = 0; i < 10_000; i++) {
      OffsetDateTime moment = start.plusSeconds(i * 746_813L);
      assertThat(When.parse(moment.toString())).isEqualTo(new When.AtMoment(moment));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-06T04:50:07-05:00, 2020-11-06T09:50:07Z",
    "2020-11-03, 2020-11-04T04:59:59.999999999Z",
    "2020-07-04, 2020-07-05T03:59:59.999999999Z",
    "1876-11-07, 1876-11-08T04:59:59.999999999Z",
    "2020-11-01/2020-11-03, 2020-11-04T04:59:59.999999999Z",
    "2020-11-01T00:00:00Z/2020-11-03T00:00:00Z, 2020-11-03T00:00:00Z"
  })
  void a_day_ends_in_washington_and_bounds_with_the_later(String text, Instant effective) {
    assertThat(When.parse(text).effective()).isEqualTo(Washington.nanos(effective));
  }
}
