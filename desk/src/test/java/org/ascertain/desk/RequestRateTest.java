package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestRateTest {

  private static final Instant NOON = Instant.parse("2020-11-04T17:00:00Z");

  private final RequestRate rate = new RequestRate();

  @Test
  void more_requests_than_may_come_within_a_minute_wait_for_the_next() {
    for (int i = 0; i < 3; i++)
      assertThat(rate.count("1", NOON.plusSeconds(10 + i), 3)).as("request %d", i).isEmpty();
    assertThat(rate.count("1", NOON.plusSeconds(13), 3)).hasValue(47);
    assertThat(rate.count("1", NOON.plusSeconds(59), 3)).hasValue(1);
    assertThat(rate.count("1", NOON.plusSeconds(60), 3)).isEmpty();
  }

  @Test
  void of_one_account_nothing_is_counted_for_another() {
    assertThat(rate.count("1", NOON, 1)).isEmpty();
    assertThat(rate.count("2", NOON, 1)).isEmpty();
    assertThat(rate.count("1", NOON, 1)).hasValue(60);
  }
}
