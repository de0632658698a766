package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElectionIdTest {

  @Test
  void a_year_and_an_id_mean_the_same_election() {
    assertThat(ElectionId.of("2020")).contains(new ElectionId(2020));
    assertThat(ElectionId.of("us-president-2020")).contains(new ElectionId(2020));
    assertThat(new ElectionId(1788)).hasToString("us-president-1788");
  }

  @Test
  void only_the_whole_is_an_id() {
    assertThat(ElectionId.is("us-president-2020")).isTrue();
    assertThat(ElectionId.is("2020")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20",
        "1699",
        "20200",
        "us-president-",
        "us-senate-2020",
        "x/us-president-2020"
      })
  void anything_else_is_none(String words) {
    assertThat(ElectionId.of(words)).isEmpty();
    assertThat(ElectionId.is(words)).isFalse();
  }
}
