package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditStatusTest {

  @TempDir private Path folder;

  @Test
  void without_rounds_the_risk_is_100_of_100_and_nothing_is_confirmed() {
    Ran status = Ran.run("audit", "status", "2020");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out())
        .contains("No round of a joint audit was given", "Risk 100 %; wanted: 5 %.");
    assertThat(status.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void hand_counts_of_all_units_but_36_electors_confirm_the_majority() throws IOException {
    StringBuilder rounds = new StringBuilder("unit,kind,complete,custody,won\n");
    for (JsonValue unit : Ran.run("audit", "status", "2020", "--json").json().at("units").items()) {
      String id = unit.at("unit").text();
      if (!id.equals("PA") && !id.equals("GA"))
        rounds.append(id).append(",hand-count,true,Board,true\n");
    }
    Path file = Files.writeString(folder.resolve("rounds.csv"), rounds);
    Ran status = Ran.done("audit", "status", "2020", "--rounds", file.toString());
    assertThat(status.out()).contains("The majority is confirmed");
    JsonValue json =
        Ran.done("audit", "status", "2020", "--rounds", file.toString(), "--json").json();
    assertThat(json.at("confirmed").truth()).isTrue();
  }

  @Test
  void a_round_that_is_no_evidence_is_refused_with_its_line() throws IOException {
    Path file = Files.writeString(folder.resolve("rounds.csv"), "unit,kind\nTX,hand-count\n");
    Ran refused = Ran.run("audit", "status", "2020", "--rounds", file.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("Line 2: 'TX' is no unit that biden holds");
    assertThat(Ran.run("audit", "status", "1824").exit()).isEqualTo(2);
    assertThat(Ran.run("audit", "status", "2020", "--alpha", "1").exit()).isEqualTo(2);
  }
}
