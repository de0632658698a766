package org.ascertain.law;

import static org.ascertain.law.Decisions.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ascertain.law.Manner.Method;
import org.junit.jupiter.api.Test;

/** What the states' own laws say: how electors are chosen, and what binds them. */
class StatesTest {

  private static Method method(int election, String jurisdiction) {
    return Law.of(election).orElseThrow().method(jurisdiction).orElseThrow().method();
  }

  @Test
  void the_methods_of_appointment_are_those_of_the_state_and_the_year() {
    assertThat(method(1788, "NY")).isEqualTo(Method.NONE);
    assertThat(method(1788, "NJ")).isEqualTo(Method.GOVERNOR_AND_COUNCIL);
    assertThat(method(1800, "VA")).isEqualTo(Method.STATEWIDE);
    assertThat(method(1796, "VA")).isEqualTo(Method.DISTRICT);
    assertThat(method(1800, "TN")).isEqualTo(Method.MIXED);
    assertThat(method(1828, "SC")).isEqualTo(Method.LEGISLATURE);
    assertThat(method(1860, "SC")).isEqualTo(Method.LEGISLATURE);
    assertThat(method(1864, "SC")).isEqualTo(Method.NONE);
    assertThat(method(1868, "SC")).isEqualTo(Method.STATEWIDE);
    assertThat(method(1848, "MA")).isEqualTo(Method.MIXED);
    assertThat(method(1876, "CO")).isEqualTo(Method.LEGISLATURE);
    assertThat(method(1892, "MI")).isEqualTo(Method.DISTRICT);
    assertThat(method(1896, "MI")).isEqualTo(Method.STATEWIDE);
    assertThat(method(1968, "ME")).isEqualTo(Method.STATEWIDE);
    assertThat(method(1972, "ME")).isEqualTo(Method.DISTRICT);
    assertThat(method(1992, "NE")).isEqualTo(Method.DISTRICT);
    assertThat(Law.of(1788).orElseThrow().method("NC")).isEmpty();
    assertThat(Law.of(1960).orElseThrow().method("DC")).isEmpty();
  }

  @Test
  void every_jurisdiction_of_the_first_elections_is_listed_with_its_method() {
    for (int election = 1788; election <= 1824; election += 4)
      for (String jurisdiction : Allotment.entitled(election).keySet())
        assertThat(MannerTable.of(jurisdiction, election).orElseThrow().citation())
            .as(jurisdiction + " " + election)
            .contains("1789 to 1832");
  }

  @Test
  void the_counts_of_binding_laws_are_those_of_the_lists() {
    assertThat(counts(2020))
        .isEqualTo(
            Map.of(
                "VOID", 12L, "VOID | DIRECTED", 1L, "PENALTY", 3L, "DIRECTED", 18L, "FREE", 17L));
    assertThat(counts(2016).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(51);
  }

  private static Map<String, Long> counts(int election) {
    Map<String, Long> counts = new TreeMap<>();
    for (String jurisdiction : Allotment.entitled(election).keySet())
      counts.merge(words(Law.of(election).orElseThrow().deviation(jurisdiction)), 1L, Long::sum);
    return counts;
  }

  @Test
  void a_contest_without_votes_has_no_winner_yet() {
    assertThat(words(ElectorsChosen.plurality(Map.of(), "MANNER.SHORT")))
        .isEqualTo("not yet: votes");
  }

  @Test
  void a_verdict_maps_its_value_and_keeps_its_grounds() {
    Verdict.Grounds grounds = new Verdict.Grounds(List.of("X"), List.of(1L));
    assertThat(new Verdict.Determined<>(2, grounds).map(n -> n + 1))
        .isEqualTo(new Verdict.Determined<>(3, grounds));
    assertThat(
            new Verdict.NotYet<Integer>(List.of(new Missing.Signatures()), grounds).map(n -> n + 1))
        .isEqualTo(new Verdict.NotYet<>(List.of(new Missing.Signatures()), grounds));
    assertThat(new Verdict.NoRule<Integer>("why", grounds).map(n -> n + 1))
        .isEqualTo(new Verdict.NoRule<>("why", grounds));
    assertThat(
            new Verdict.Alternatives<>(
                    List.of(
                        new Verdict.Alternative<>(2, "one", grounds),
                        new Verdict.Alternative<>(4, "other", grounds)))
                .map(n -> n + 1))
        .isEqualTo(
            new Verdict.Alternatives<>(
                List.of(
                    new Verdict.Alternative<>(3, "one", grounds),
                    new Verdict.Alternative<>(5, "other", grounds))));
  }

  @Test
  void one_answer_is_no_alternative() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Verdict.Alternatives<>(
                    List.of(
                        new Verdict.Alternative<>(
                            2, "one", new Verdict.Grounds(List.of(), List.of())))));
  }

  @Test
  void without_a_statute_on_record_there_is_no_rule_about_deviant_votes() {
    assertThat(words(Law.of(2024).orElseThrow().deviation("TX"))).startsWith("no rule");
    assertThat(words(Law.of(2024).orElseThrow().deviation("CA"))).startsWith("no rule");
    assertThat(words(Law.of(2024).orElseThrow().deviation("MI"))).isEqualTo("VOID");
    assertThat(words(Law.of(1968).orElseThrow().deviation("NC"))).startsWith("no rule");
  }
}
