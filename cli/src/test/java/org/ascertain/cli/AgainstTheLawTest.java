package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was done against the law of the day is told, and is no fault of the record. */
class AgainstTheLawTest {

  @TempDir private Path folder;

  static Stream<String> ids() {
    return Archive.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void the_records_of_the_archive_have_no_problem(String id) {
    assertThat(Ran.done("check", id).lines().getLast())
        .containsPattern("^No problem in |: 0 problems, ");
  }

  @Test
  void an_objection_received_without_a_senator_is_told_with_code_and_rule() {
    String record =
        new SmallRecord()
            .add(
                "\"fact\":\"objection\",$,\"jurisdiction\":\"PA\",\"grounds\":\"other\","
                    + "\"senators\":0,\"representatives\":1,\"received\":true")
            .writtenTo(folder);
    Ran checked = Ran.run("check", record);
    assertThat(checked.exit()).isEqualTo(ExitCode.NO);
    assertThat(checked.line("R504")).contains("line 11", "out of order by CNT.ECA.SIGN");
    assertThat(checked.out()).contains(": 1 problem, ");
    assertThat(Ran.run("check", record, "--json").json().at("problems").items())
        .singleElement()
        .satisfies(problem -> assertThat(problem.at("code").text()).isEqualTo("R504"));
  }

  @Test
  void votes_rejected_though_one_house_was_for_counting_are_told_with_the_rule() {
    String record =
        new SmallRecord()
            .add(
                "\"fact\":\"objection\",$,\"jurisdiction\":\"PA\",\"grounds\":\"other\","
                    + "\"senators\":1,\"representatives\":1,\"received\":true")
            .add(
                "\"fact\":\"chamber-vote\",$,\"jurisdiction\":\"PA\",\"chamber\":\"senate\","
                    + "\"sustain\":60,\"reject\":40")
            .add(
                "\"fact\":\"chamber-vote\",$,\"jurisdiction\":\"PA\",\"chamber\":\"house\","
                    + "\"sustain\":100,\"reject\":300")
            .add("\"fact\":\"counted\",$,\"jurisdiction\":\"PA\",\"result\":\"rejected\"")
            .writtenTo(folder);
    assertThat(Ran.run("check", record).line("R504"))
        .contains("PA is counted by the votes of both Houses (CNT.ECA)");
  }

  @Test
  void every_other_command_answers_from_such_a_record() {
    String record =
        new SmallRecord()
            .add(
                "\"fact\":\"objection\",$,\"jurisdiction\":\"PA\",\"grounds\":\"other\","
                    + "\"senators\":0,\"representatives\":1,\"received\":true")
            .writtenTo(folder);
    Ran standing = Ran.run("standing", record, "--json");
    assertThat(standing.exit()).isEqualTo(ExitCode.DONE);
    assertThat(standing.json().at("problems").items()).hasSize(1);
    assertThat(Ran.run("explain", record, "voted(biden)").out()).contains("Biden has 20 electors");
  }
}
