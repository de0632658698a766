package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every rule must do, run from the rules themselves. */
class RulesTest {

  @TestFactory
  Stream<DynamicTest> every_rule_gives_its_examples() {
    return Rules.ALL.stream().flatMap(RulesTest::examples);
  }

  private static <F> Stream<DynamicTest> examples(Rule<F> rule) {
    return rule.examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    rule.id() + ": " + example.given(),
                    () ->
                        assertThat(String.valueOf(example.run().apply(rule.formula())))
                            .isEqualTo(example.expected())));
  }

  @Test
  void every_rule_has_an_id_of_its_own_words_a_citation_a_period_and_an_example() {
    Set<String> ids = new HashSet<>();
    for (Rule<?> rule : Rules.ALL) {
      assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
      assertThat(rule.id()).matches("[A-Z0-9]+(\\.[A-Z0-9]+)+");
      assertThat(rule.text()).as(rule.id()).isNotBlank().doesNotEndWith(".");
      assertThat(rule.citation()).as(rule.id()).isNotBlank();
      assertThat(rule.from()).as(rule.id()).isLessThanOrEqualTo(rule.to());
      assertThat(rule.examples()).as(rule.id()).isNotEmpty();
    }
  }

  @Test
  void every_exception_displaces_a_rule_that_is_in_force_with_it() {
    List<Rule<?>> exceptions =
        Rules.ALL.stream().filter(rule -> rule.exceptionTo().isPresent()).toList();
    assertThat(exceptions).isNotEmpty();
    for (Rule<?> exception : exceptions)
      assertThat(Rules.ALL)
          .as(exception.id())
          .anyMatch(
              general ->
                  general.id().equals(exception.exceptionTo().orElseThrow())
                      && general.holdsFor(exception.from())
                      && general.holdsFor(exception.to()));
  }
}
