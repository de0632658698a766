package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

  @ParameterizedTest
  @CsvSource({"1, 5, 96, 20", "1, 5, 100, 20", "1, 5, 101, 21", "2, 3, 51, 34", "1, 2, 0, 0"})
  void the_least_whole_number_that_is_not_below_a_share(long n, long d, long whole, long least) {
    assertThat(new Fraction(n, d).ofAtLeast(whole)).isEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({
    "81283501, 158431103, 1, 51.3",
    "1, 3, 2, 33.33",
    "1, 2, 0, 50",
    "1, 8, 1, 12.5",
    "1, 16, 1, 6.3",
    "0, 7, 1, 0.0"
  })
  void percent_is_rounded_half_up(long n, long d, int decimals, String text) {
    assertThat(new Fraction(n, d).percent(decimals)).isEqualTo(text);
  }

  @Test
  void the_same_share_in_other_terms_is_equal() {
    assertThat(new Fraction(1, 2))
        .isEqualTo(new Fraction(269, 538))
        .hasSameHashCodeAs(new Fraction(269, 538))
        .isEqualByComparingTo(new Fraction(269, 538))
        .isNotEqualTo(new Fraction(270, 538))
        .isLessThan(new Fraction(270, 538));
  }

  @Test
  void shares_too_fine_for_a_double_are_told_apart() {
    Fraction below = new Fraction(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1);
    Fraction above = new Fraction(Long.MAX_VALUE - 1, Long.MAX_VALUE);
    assertThat(below).isLessThan(above).isNotEqualTo(above);
  }

  @Test
  void a_share_of_nothing_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Fraction(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fraction(1, -2));
  }

  @Test
  void what_does_not_fit_is_refused_and_not_wrapped_around() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Fraction(3, 4).ofAtLeast(Long.MAX_VALUE));
  }
}
