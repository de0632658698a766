package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPlanTest {

  @Test
  void the_plan_of_2020_is_a_what_if_in_80_columns() {
    Ran plan = Ran.done("audit", "plan", "2020");
    assertThat(plan.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .contains(
            "A what-if: nobody can order all states to sample.",
            "No cards: Arizona, Georgia (27 electors).");
    assertThat(plan.line("  Wisconsin ")).endsWith("20,682        1,469");
    assertThat(plan.out()).contains("hold 37 electors or more together");
  }

  @Test
  void the_election_of_2000_cannot_be_confirmed_and_says_why() {
    Ran plan = Ran.run("audit", "plan", "2000");
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.out()).contains("It cannot be confirmed", "hold 3 electors");
    JsonValue json = Ran.run("audit", "plan", "2000", "--json").json();
    assertThat(json.at("canConfirm").truth()).isFalse();
    assertThat(json.at("surplusToOverturn").number()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit plan 1824",
        "audit plan 1800",
        "audit plan 2020 --alpha 0",
        "audit plan 2020 --alpha 0.6",
        "audit plan 2020 --method guess",
        "audit plan 2020 --errors 0.6,0.1",
        "audit plan 2020 --errors 0.1",
        "audit plan 2020 --counted ZZ",
        "audit"
      })
  void what_cannot_be_planned_is_refused(String line) {
    Ran refused = Ran.run(line.split(" ", -1));
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
  }
}
