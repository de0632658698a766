package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of recording are read as the JDK reads them, in whatever form they are. */
@Timeout(60)
class RecordedTimeTest {

  @Property
  void every_time_is_read_as_it_was_written(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999) int millis) {
    for (Instant time :
        new Instant[] {
          Instant.ofEpochSecond(second), Instant.ofEpochSecond(second, millis * 1_000_000L)
        }) assertThat(read(time.toString())).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-11-03T24:00:00Z",
        "2020-11-03T25:00:00Z",
        "2020-11-03T23:59:60Z",
        "2020-11-03T23:60:00Z",
        "2020-02-30T00:00:00Z",
        "2020-02-29T00:00:00.12Z",
        "2020-02-29T00:00:00.123456Z",
        "2020-02-29T00:00Z",
        "2020-00-01T00:00:00.000Z",
        "2020-13-01T00:00:00.000Z",
        "2020-11-03T2O:00:00Z",
        "2020-11-03 20:00:00Z",
        "2020-11-03T20:00:00,000Z",
        "2020-11-03T20:00:00+",
        "2020-11-03T20:00:00-05:00",
        "+20201-11-03T20:00:00Z",
        "-2020-11-03T20:00:00Z",
        "Z",
        ""
      })
  void what_is_unusual_is_what_the_JDK_takes_it_for(String text) {
    assertThat(read(text)).isEqualTo(byTheJdk(text));
  }

  private static Optional<Instant> byTheJdk(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** Between other bytes, as in a line; empty where it is refused. */
  private static Optional<Instant> read(String text) {
    byte[] line = ("\"" + text + "\"").getBytes(UTF_8);
    Instant[] read = new Instant[1];
    Throwable refused = catchThrowable(() -> read[0] = RecordedTime.read(line, 1, line.length - 1));
    if (refused == null) return Optional.of(read[0]);
    assertThat(refused).isInstanceOf(DateTimeException.class);
    return Optional.empty();
  }
}
