package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shared address shows the moment that it names, however it writes it. */
class PlainMomentTest {

  @ParameterizedTest
  @CsvSource({
    "2020-12-14T17:30:00-05:00, 2020-12-14T22:30:00Z",
    "2020-12-14T22:30Z, 2020-12-14T22:30:00Z",
    "2020-12-14T22:30:00.000Z, 2020-12-14T22:30:00Z",
    "1877-02-20, 1877-02-20"
  })
  void is_asked_for_as_the_page_asks(String asked, String plain) {
    assertThat(PageRoutes.plain(asked)).hasValue(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2020-13-01", "\"><script>", "2020-12-14/2020-12-15", ""})
  void of_what_is_no_moment_nothing_is_passed_on(String asked) {
    assertThat(PageRoutes.plain(asked)).isEmpty();
  }
}
