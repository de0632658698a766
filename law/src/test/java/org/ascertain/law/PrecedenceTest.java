package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.ascertain.law.Rule.Confidence;
import org.ascertain.law.Rule.KeyedOn;
import org.ascertain.law.Rule.Rank;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

  private static Rule<String> rule(String id, Rank rank, int from, int to) {
    return new Rule<>(
        id, "text", "source", rank, from, to, KeyedOn.COUNT, Confidence.SETTLED, id, List.of());
  }

  private static final Rule<String> GENERAL = rule("A", Rank.STATUTE, 1900, 2000);

  @Test
  void a_rule_holds_from_its_first_election_to_its_last() {
    assertThat(GENERAL.holdsFor(1896)).isFalse();
    assertThat(GENERAL.holdsFor(1900)).isTrue();
    assertThat(GENERAL.holdsFor(2000)).isTrue();
    assertThat(GENERAL.holdsFor(2004)).isFalse();
    assertThat(Precedence.governing(List.of(GENERAL), 2004)).isEmpty();
  }

  @Test
  void an_exception_displaces_its_general_rule_in_its_year_only() {
    List<Rule<String>> rules =
        List.of(GENERAL, rule("X", Rank.STATUTE, 1956, 1956).displacing("A"));
    assertThat(Precedence.governing(rules, 1956).orElseThrow().id()).isEqualTo("X");
    assertThat(Precedence.governing(rules, 1960).orElseThrow().id()).isEqualTo("A");
  }

  @Test
  void the_constitution_goes_before_a_statute_and_a_statute_before_practice() {
    assertThat(
            Precedence.governing(
                    List.of(
                        rule("P", Rank.PRACTICE, 1900, 2000),
                        GENERAL,
                        rule("C", Rank.CONSTITUTION, 1950, 1950)),
                    1950)
                .orElseThrow()
                .id())
        .isEqualTo("C");
    assertThat(
            Precedence.governing(List.of(rule("P", Rank.PRACTICE, 1900, 2000), GENERAL), 1950)
                .orElseThrow()
                .id())
        .isEqualTo("A");
  }

  @Test
  void two_rules_of_equal_rank_are_an_error() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> Precedence.governing(List.of(GENERAL, rule("B", Rank.STATUTE, 1948, 1960)), 1956))
        .withMessage("two rules of equal rank for 1956: A, B");
  }
}
