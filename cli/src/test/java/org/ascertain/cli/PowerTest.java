package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PowerTest {

  @Test
  void the_power_of_2020_fits_80_columns_and_counts_maine_and_nebraska_by_their_units() {
    Ran power = Ran.done("power", "2020");
    assertThat(power.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .contains("  California                     55    10.22%    11.36%          11.03%")
        .anyMatch(line -> line.startsWith("  Maine's 2nd district            1"));
  }

  @Test
  void programs_get_exact_counts() {
    JsonValue json = Ran.done("power", "2020", "--json").json();
    assertThat(json.at("electors").number()).isEqualTo(538);
    assertThat(json.at("majority").number()).isEqualTo(270);
    assertThat(json.at("units").items().getFirst().at("unit").text()).isEqualTo("CA");
    assertThat(json.at("units").items().getFirst().at("swings").text()).hasSizeGreaterThan(15);
  }

  @Test
  void an_election_to_come_has_its_allotment_too() {
    assertThat(Ran.done("power", "2028").out()).contains("by the allotment of 2028: 538 electors");
    assertThat(Ran.done("power", "1800").out()).contains("138 electors", "named two persons");
  }
}
