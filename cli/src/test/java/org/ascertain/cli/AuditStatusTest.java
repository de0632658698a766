package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditStatusTest {

  @TempDir private Path folder;

  @Test
  void without_rounds_the_risk_is_100_of_100_and_nothing_is_confirmed() {
    Ran status = Ran.run("audit", "status", "2020");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out())
        .contains("The record has no round of an audit", "Risk 100 %; wanted: 5 %.");
    assertThat(status.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void hand_counts_of_all_units_but_36_electors_confirm_the_majority() throws IOException {
    StringBuilder rounds = new StringBuilder("unit,kind,cards,winner,loser,complete,custody\n");
    for (JsonValue unit : Ran.run("audit", "status", "2020", "--json").json().at("units").items()) {
      String id = unit.at("unit").text();
      if (!id.equals("PA") && !id.equals("GA"))
        rounds.append(id).append(",hand-count,20000000,12000000,8000000,true,Board\n");
    }
    Path file = Files.writeString(folder.resolve("rounds.csv"), rounds);
    Ran status = Ran.done("audit", "status", "2020", "--rounds", file.toString());
    assertThat(status.out()).contains("The majority is confirmed");
    JsonValue json =
        Ran.done("audit", "status", "2020", "--rounds", file.toString(), "--json").json();
    assertThat(json.at("confirmed").truth()).isTrue();
  }

  @Test
  void rounds_on_record_count_from_the_moment_at_which_they_were_held() throws IOException {
    List<String> record = new ArrayList<>();
    try (InputStream archived = Archive.open("us-president-2020").orElseThrow()) {
      record.addAll(new String(archived.readAllBytes(), UTF_8).lines().toList());
    }
    record.add(
        """
        {"index":%d,"recorded":"2026-11-29T00:00:00Z","recordedBy":"17","fact":"audit-round","at":"2020-11-19","source":{"id":"ga-hand-count","title":"Risk-limiting audit report"},"unit":"GA","kind":"hand-count","cards":4999960,"votes":{"biden":2475141,"trump":2462857},"complete":true,"custody":"Secretary of State of Georgia"}"""
            .formatted(record.size()));
    Path file = Files.write(folder.resolve("us-president-2020.jsonl"), record);
    Ran status = Ran.run("audit", "status", file.toString(), "--at", "2020-11-30");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out()).contains("1 round of an audit on record", "counted: in no set");
    assertThat(Ran.run("audit", "status", file.toString(), "--at", "2020-11-18").out())
        .contains("The record has no round of an audit");
    assertThat(Ran.done("check", file.toString()).out()).doesNotContain("audit-round");
  }

  @Test
  void what_is_taken_besides_the_rounds_is_shown_and_what_cannot_be_taken_refused() {
    Ran status =
        Ran.run("audit", "status", "2020", "--assume", "GA,PA", "--published", "Wisconsin=0.04");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out().replace('\n', ' '))
        .contains("Taken besides, and on no record: Georgia counted whole by hand")
        .contains("a published p-value of 0.04 for Wisconsin, as evidence of 2.50");
    for (String odd : List.of("WI", "WI=0", "WI=2", "WI=.01,WI=.02", "TX=.01", "QQ=.01"))
      assertThat(Ran.run("audit", "status", "2020", "--published", odd).exit()).isEqualTo(2);
    assertThat(Ran.run("audit", "status", "2020", "--assume", "TX").err())
        .contains("TX is no unit that the reported winner holds");
  }

  @Test
  void a_round_that_is_no_evidence_is_refused_with_its_line() throws IOException {
    Path file = Files.writeString(folder.resolve("rounds.csv"), "unit,kind\nQQ,hand-count\n");
    Ran refused = Ran.run("audit", "status", "2020", "--rounds", file.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("Line 2: The law of this election knows no unit QQ");
    assertThat(Ran.run("audit", "status", "1824").exit()).isEqualTo(2);
    assertThat(Ran.run("audit", "status", "2020", "--alpha", "1").exit()).isEqualTo(2);
    assertThat(Ran.run("audit", "status", "2020", "--alpha", "low").err())
        .contains("--alpha takes a number, not 'low'.");
    assertThat(Ran.run("audit", "status", "2020", "--rounds", "nowhere.csv").err())
        .contains("There is no file 'nowhere.csv'.");
    assertThat(Ran.run("audit", "plan", "2020", "--errors", "a,b").err())
        .contains("--errors takes two shares");
    assertThat(
            Ran.run("audit", "sample", "XX", "--seed", "1", "--count", "5", "--manifest", "m")
                .err())
        .contains("'XX' is no unit");
  }
}
