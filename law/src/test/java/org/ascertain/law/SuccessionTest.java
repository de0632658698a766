package org.ascertain.law;

import static org.ascertain.law.Decisions.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.ascertain.law.TermStart.Person;
import org.junit.jupiter.api.Test;

/** Who is or acts as President when the term begins. */
class SuccessionTest {

  private static final Optional<Person> NOBODY = Optional.empty();

  private static Optional<Person> chosen(String id) {
    return Optional.of(new Person(id, Optional.empty(), true));
  }

  private static Optional<Person> unqualified(String id) {
    return Optional.of(new Person(id, Optional.empty(), false));
  }

  private static Optional<Person> dead(String id, String day) {
    return Optional.of(new Person(id, Optional.of(LocalDate.parse(day)), true));
  }

  private static String succession(
      int election, Optional<Person> president, Optional<Person> vicePresident) {
    return words(
        Law.of(election).orElseThrow().succession(new TermStart(president, vicePresident)));
  }

  @Test
  void who_is_chosen_and_qualified_is_president() {
    assertThat(succession(2024, chosen("a"), chosen("b"))).isEqualTo("a is President");
    assertThat(succession(1824, chosen("adams"), NOBODY)).isEqualTo("adams is President");
  }

  @Test
  void a_president_elect_who_dies_on_10_january_is_followed_by_the_vice_president_elect() {
    assertThat(succession(2024, dead("a", "2025-01-10"), chosen("b"))).isEqualTo("b is President");
  }

  @Test
  void the_vice_president_elect_acts_while_no_president_is_chosen_or_qualified() {
    assertThat(succession(2024, NOBODY, chosen("b"))).isEqualTo("b acts as President");
    assertThat(succession(2024, unqualified("a"), chosen("b"))).isEqualTo("b acts as President");
    assertThat(succession(1824, NOBODY, chosen("calhoun"))).isEqualTo("calhoun acts as President");
  }

  @Test
  void where_neither_has_qualified_the_law_of_the_day_says_who_acts() {
    assertThat(succession(2024, NOBODY, NOBODY))
        .isEqualTo("the Speaker of the House acts as President");
    assertThat(succession(2024, unqualified("a"), unqualified("b")))
        .isEqualTo("the Speaker of the House acts as President");
    assertThat(succession(2024, dead("a", "2025-01-10"), dead("b", "2025-01-11")))
        .isEqualTo("the Speaker of the House acts as President");
    assertThat(succession(1936, NOBODY, NOBODY))
        .isEqualTo("the Secretary of State acts as President");
  }

  @Test
  void before_the_twentieth_amendment_the_death_of_a_president_elect_had_no_rule() {
    assertThat(succession(1900, dead("a", "1901-02-01"), chosen("b"))).startsWith("no rule");
    assertThat(succession(1900, NOBODY, NOBODY)).startsWith("no rule");
    assertThat(succession(1796, NOBODY, chosen("b"))).startsWith("no rule");
  }

  @Test
  void in_1933_the_day_of_the_death_says_which_law_is_asked() {
    assertThat(succession(1932, dead("roosevelt", "1933-02-15"), chosen("garner")))
        .isEqualTo("garner is President");
    assertThat(succession(1932, dead("roosevelt", "1933-01-23"), chosen("garner")))
        .isEqualTo("garner is President");
    assertThat(succession(1932, dead("roosevelt", "1933-01-22"), chosen("garner")))
        .isEqualTo("garner is President | garner acts as President");
  }
}
