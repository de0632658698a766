package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A sentence is kept as its form and what fills it. */
class SentenceTest {

  @Test
  void its_blanks_are_filled_in_order() {
    assertThat(Sentence.of("{c} +{n} = {n}", "PA", 20, 270L)).hasToString("PA +20 = 270");
    assertThat(Sentence.of("certified")).hasToString("certified");
  }

  @Test
  void a_sentence_and_several_stand_in_a_blank() {
    Sentence part = Sentence.of("the votes of {x}", "PA");
    assertThat(Sentence.of("Missing: {t}", part)).hasToString("Missing: the votes of PA");
    assertThat(Sentence.of("Missing: {t}", List.of(part, Sentence.of("a certificate"))))
        .hasToString("Missing: the votes of PA, a certificate");
  }

  @Test
  void what_fills_a_blank_is_no_form() {
    assertThat(Sentence.of("{x} is not settled: {t}", "{n}", "{c}"))
        .hasToString("{n} is not settled: {c}");
  }

  @Test
  void a_form_has_as_many_blanks_as_are_filled() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sentence.of("{n} votes"));
    assertThatIllegalArgumentException().isThrownBy(() -> Sentence.of("votes", 1));
  }

  @Test
  void what_stands_in_a_blank_is_told_by_its_letter() {
    assertThat(Sentence.of("{x} has {n} votes in {p}", "Biden", 7, "Ohio").kinds())
        .containsExactly('x', 'n', 'p');
  }
}
