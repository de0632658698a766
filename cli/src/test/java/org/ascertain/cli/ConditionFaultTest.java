package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascertain.condition.ConditionParser.Parsed.NotUnderstood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a condition that is not understood. */
class ConditionFaultTest {

  @Test
  void a_short_one_is_shown_whole() {
    assertThat(ConditionFault.words("voted > 270", new NotUnderstood(6, "write >= here")).lines())
        .containsExactly(
            "The condition is not understood: write >= here.", "  voted > 270", "        ^");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 61, 60_000, 119_999, 120_000})
  void of_a_long_one_the_place_is_shown_and_what_stands_around_it(int place) {
    String text = "x".repeat(60_000) + "!" + "y".repeat(59_999);
    var lines = ConditionFault.words(text, new NotUnderstood(place, "no")).lines().toList();
    assertThat(lines).hasSize(3).allMatch(line -> line.length() <= 100);
    if (place < text.length())
      assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo(text.charAt(place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"when", "watch"})
  void a_refused_condition_of_120_000_characters_is_not_printed_whole(String command) {
    Ran run = Ran.run(command, "2020", "(".repeat(120_000));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("the parentheses go too deep").hasSizeLessThan(1_000);
  }
}
