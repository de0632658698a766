package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplerTest {

  /**
   * In the tests of cryptorandom (statlab), which match Rivest's and Stark's own programs, this
   * seed gives 405, 426, 921, 929, 56 from 1 to 1,000, the first of them with the counter 0.
   */
  @Test
  void the_numbers_are_those_of_the_hash_that_was_published() {
    Sampler sampler = new Sampler("12345678901234567890", 1000);
    assertThat(sampler.first(4)).containsExactly(426L, 921L, 929L, 56L);
  }

  @Test
  void every_card_can_be_drawn_and_about_as_often() {
    Sampler sampler = new Sampler("a seed of twenty digits", 10);
    Map<Long, Integer> times = new HashMap<>();
    for (long card : sampler.first(10_000)) times.merge(card, 1, Integer::sum);
    assertThat(times).hasSize(10);
    assertThat(times.values()).allSatisfy(n -> assertThat(n).isBetween(850, 1150));
  }

  @Test
  void without_a_seed_or_a_card_nothing_is_drawn() {
    assertThatThrownBy(() -> new Sampler(" ", 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sampler("1", 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
