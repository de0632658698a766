package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a desk asks of the law of a state on the night of an election. */
class LawOfStatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PA | polls close 20:00 Eastern [B NBC24]",
        "PA | state certifies by no fixed date in statute [C GK]",
        "PA | recount ordered by law 0.5% or less",
        "GA | polls close 19:00 Eastern [A GA-1]",
        "GA | state certifies by 24 Nov 2028, 17 days after the election",
        "GA | recount on request losing candidate when the margin is 0.5% or less",
        "GA | recount asked for by 2 business days after certification [A GA-1]",
        "GA | contest filed by 5 days after certification [A GA-1]",
        "AZ | state certifies by 27 Nov 2028, third Monday after the election [B NCSL-CERT]",
        "AZ | recount ordered by law 0.5% or less of the votes cast for the two leading",
        "ME | electors 4, by popular vote of districts",
        "ME | state certifies by 27 Nov 2028, 20 days after the election [A ME-1]",
        "ME | recount on request losing candidate [C GK]",
        "ME | member of the compact enacted in 2024; not in force [B NPV]",
        "DC | electors certified by Mayor",
        "TX | a vote against the pledge nothing can be said: HB 87 of 2023",
        "TN | a vote against the pledge the vote is void and the elector is replaced",
        "AK | whether Alaska still ranks after the vote of 2026 on repeal is not established",
      })
  void the_law_of_a_state_is_told_with_how_it_is_known(String code, String words) {
    assertThat(law(code))
        .contains("[C] general knowledge; nothing was read; decides nothing")
        .contains(words);
  }

  /** What is told of a state in 2028, its lines joined. */
  private static String law(String state) {
    return Ran.done("law", "2028", "--jurisdiction", state).out().replaceAll("\\s+", " ");
  }

  @Test
  void two_sources_that_differ_are_both_named() {
    for (String state : List.of("Virginia", "illinois"))
      assertThat(law(state)).contains("nothing can be said: two sources differ");
    assertThat(law("SC"))
        .contains("sources differ: 16 Nov 2028, 9 days after the election")
        .contains("or 22 Nov 2028, 15 days after the election");
  }

  @Test
  void programs_get_each_value_with_its_day_its_badge_and_its_rule() {
    JsonValue law = Ran.done("law", "2028", "--jurisdiction", "GA", "--json").json();
    assertThat(law.at("jurisdiction").text()).isEqualTo("GA");
    JsonValue certified = law.at("law").item("field", "certDeadline");
    assertThat(certified.at("date").text()).isEqualTo("2028-11-24");
    assertThat(certified.at("how").text()).isEqualTo("A");
    assertThat(certified.at("rule").text()).isEqualTo("STATE.CERTIFY");
    assertThat(certified.at("source").text()).contains("O.C.G.A.");
    assertThat(law.at("notFound").items()).isNotEmpty();
    JsonValue texas =
        Ran.done("law", "2028", "--jurisdiction", "TX", "--json")
            .json()
            .at("law")
            .item("field", "bindingLaw");
    assertThat(texas.at("verdict").text()).isEqualTo("no-rule");
    assertThat(texas.at("why").text()).contains("not read");
  }

  @Test
  void a_standing_of_one_state_has_its_law_and_one_of_all_has_not() {
    assertThat(Ran.done("standing", "2024", "--unit", "TN").out())
        .contains("Its law, as far as it was gathered:")
        .contains("the vote is void and the elector is replaced");
    JsonValue one = Ran.done("standing", "2024", "--unit", "TN", "--json").json();
    assertThat(one.at("units").items().getFirst().at("law").items()).isNotEmpty();
    assertThat(Ran.done("standing", "2024", "--json").out()).doesNotContain("bindingLaw");
  }

  @Test
  void what_has_no_law_of_its_own_here_is_said() {
    assertThat(Ran.done("law", "1876", "--jurisdiction", "FL").out())
        .contains("The state's own law was not gathered for this election");
    Ran unknown = Ran.run("law", "1876", "--jurisdiction", "AZ");
    assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("There is no jurisdiction 'AZ' in this election");
  }
}
