package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of the law of an election as a whole. */
class LawTest {

  private static Law of(int year) {
    return Law.of(year).orElseThrow();
  }

  private static Rule<?> rule(int year, String id) {
    return of(year).rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void the_general_base_is_displaced_by_those_of_1887_and_2022() {
    assertThat(of(2024).displacedBy(rule(2024, "BASE.APPOINTED"))).hasValue("ECRA.BASE");
    assertThat(of(2020).displacedBy(rule(2020, "BASE.APPOINTED"))).hasValue("BASE.ECA");
    assertThat(of(1884).displacedBy(rule(1884, "BASE.APPOINTED"))).isEmpty();
    assertThat(of(2024).displacedBy(rule(2024, "BASE.MAJORITY"))).isEmpty();
  }

  @Test
  void the_majority_rests_on_the_rules_of_its_year() {
    assertThat(of(1884).majorityRules()).containsExactly("BASE.APPOINTED", "BASE.MAJORITY");
    assertThat(of(2020).majorityRules())
        .containsExactlyInAnyOrder("BASE.APPOINTED", "BASE.ECA", "BASE.MAJORITY");
    assertThat(of(2024).majorityRules())
        .containsExactlyInAnyOrder("BASE.APPOINTED", "ECRA.BASE", "BASE.MAJORITY");
  }

  @Test
  void maine_ranks_its_votes_for_president_since_2020() {
    assertThat(of(2020).isRanked("ME")).isTrue();
    assertThat(of(2016).isRanked("ME")).isFalse();
    assertThat(of(2024).isRanked("NE")).isFalse();
  }

  @Test
  void an_objection_needs_one_member_of_each_house_from_1887_and_a_fifth_from_2022() {
    assertThat(List.of(of(1884), of(1888), of(2020), of(2024)))
        .extracting(law -> law.signaturesNeeded(435).orElse(-1))
        .containsExactly(-1L, 1L, 1L, 87L);
  }
}
