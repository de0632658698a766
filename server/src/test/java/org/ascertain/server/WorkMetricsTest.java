package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** From when on a feed counts as silent. */
class WorkMetricsTest {

  private static final Instant LAST = Instant.parse("2028-11-08T03:00:00Z");

  /** Ten moments, ten minutes apart, the last of them last. */
  private static final List<Instant> EVERY_TEN_MINUTES = every(Duration.ofMinutes(10));

  private static List<Instant> every(Duration gap) {
    return LongStream.range(0, 10).mapToObj(i -> LAST.minus(gap.multipliedBy(i))).toList();
  }

  private static boolean isSilentAfter(List<Instant> heard, Duration silence) {
    return WorkMetrics.isSilent(heard, LAST.plus(silence));
  }

  @Test
  void a_feed_is_silent_after_more_than_three_of_its_usual_gaps() {
    assertThat(isSilentAfter(EVERY_TEN_MINUTES, Duration.ofMinutes(30))).isFalse();
    assertThat(isSilentAfter(EVERY_TEN_MINUTES, Duration.ofMinutes(31))).isTrue();
  }

  @Test
  void a_quarter_of_an_hour_is_no_silence_however_fast_it_was() {
    List<Instant> fast = every(Duration.ofSeconds(5));
    assertThat(isSilentAfter(fast, Duration.ofMinutes(14))).isFalse();
    assertThat(isSilentAfter(fast, Duration.ofMinutes(15))).isTrue();
  }

  @Test
  void whoever_was_heard_a_few_times_has_no_usual_gap() {
    assertThat(isSilentAfter(EVERY_TEN_MINUTES.subList(0, 5), Duration.ofHours(3))).isFalse();
    assertThat(isSilentAfter(List.of(), Duration.ofHours(3))).isFalse();
  }

  @Test
  void after_a_day_it_has_ended() {
    assertThat(isSilentAfter(EVERY_TEN_MINUTES, Duration.ofHours(24))).isTrue();
    assertThat(isSilentAfter(EVERY_TEN_MINUTES, Duration.ofHours(25))).isFalse();
  }
}
