package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {

  @Test
  void an_answer_begins_with_what_it_is_not() {
    Ran whatIf = Ran.done("what-if", "2000", "--allotment", "2004");
    assertThat(whatIf.lines())
        .startsWith("Not what happened: us-president-2000 with the allotment of 2004.")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .contains("  Florida: Bush 27 instead of Bush 25");
    assertThat(whatIf.out())
        .contains("Electors: Bush 278, Gore 260; 270 of 538 decide, and Bush has them.");
  }

  @Test
  void programs_are_told_that_it_did_not_happen() {
    JsonValue json =
        Ran.done(
                "what-if",
                "2020",
                "--flip",
                "Georgia=Trump",
                "--flip",
                "AZ=trump",
                "--flip",
                "WI=trump",
                "--json")
            .json();
    assertThat(json.at("notWhatHappened").text()).contains("with Georgia for Trump");
    assertThat(json.at("by").text()).isEqualTo("house");
    assertThat(json.at("electors.biden").number()).isEqualTo(269);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what-if 2016",
        "what-if 2016 --award district",
        "what-if 2016 --award lottery",
        "what-if 2016 --house 700",
        "what-if 2016 --flip GA",
        "what-if 2016 --flip GA=lincoln",
        "what-if 2016 --flip ZZ=trump",
        "what-if 2016 --faithless TX=trump",
        "what-if 2016 --faithless TX:99=clinton",
        "what-if 1800 --award statewide"
      })
  void what_cannot_be_supposed_is_refused(String line) {
    Ran refused = Ran.run(line.split(" ", -1));
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
  }
}
