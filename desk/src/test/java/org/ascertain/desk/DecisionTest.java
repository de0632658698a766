package org.ascertain.desk;

import static org.ascertain.desk.Said.pa;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a row, by the worst that was found and the sender's policy. */
class DecisionTest {

  private static final Row SOUND = Row.of(1, "", pa(1, 2).fact());

  @ParameterizedTest
  @CsvSource({
    "JUMP,             RECORDED,  RECORDED",
    "TOTAL_FELL,       KEPT,      FLAGGED",
    "VOTES_DISAPPEAR,  KEPT,      FLAGGED",
    "POLLS_OPEN,       KEPT,      FLAGGED",
    "COUNTIES_ABOVE,   KEPT,      FLAGGED",
    "DISTRICTS_ABOVE,  KEPT,      FLAGGED",
    "UNKNOWN_UNIT,     KEPT,      KEPT",
    "PARTS_ABOVE_TOTAL,KEPT,      KEPT",
    "ABOVE_OFFICIAL,   KEPT,      FLAGGED",
    "SECOND_CERTIFICATE,KEPT,     KEPT",
    "SOURCE_OUT_OF_SCOPE,KEPT,    KEPT",
    "OUT_OF_SCOPE,     REFUSED,   REFUSED",
    "NOTHING_CHANGED,  UNCHANGED, UNCHANGED",
    "ROW_REPEATED,     UNCHANGED, UNCHANGED"
  })
  void one_finding_decides(IntakeCheck check, Decision byDefault, Decision flagging) {
    List<Finding> found = List.of(Finding.of(check, 1, ""));

    assertThat(Decision.of(SOUND, found, Policy.ASIDE)).isEqualTo(byDefault);
    assertThat(Decision.of(SOUND, found, Policy.FLAG)).isEqualTo(flagging);
  }

  @Test
  void the_worst_finding_decides() {
    List<Finding> both =
        List.of(
            Finding.of(IntakeCheck.UNKNOWN_UNIT, 1, ""), Finding.of(IntakeCheck.TOTAL_FELL, 1, ""));

    assertThat(Decision.of(SOUND, both, Policy.FLAG)).isEqualTo(Decision.KEPT);
  }

  @Test
  void a_row_without_findings_is_recorded() {
    assertThat(Decision.of(SOUND, List.of(), Policy.ASIDE)).isEqualTo(Decision.RECORDED);
  }

  @Test
  void a_row_that_is_no_sound_fact_is_kept_whatever_the_policy() {
    Problem problem = new Problem(Check.UNKNOWN_TICKET, 0, "votes.x", "x");
    Row unsound = new Row(1, "", Map.of(), SOUND.fact(), List.of(problem));
    Row unread = new Row(1, "{", Map.of(), Optional.empty(), List.of());

    assertThat(Decision.of(unsound, List.of(), Policy.FLAG)).isEqualTo(Decision.KEPT);
    assertThat(Decision.of(unread, List.of(), Policy.FLAG)).isEqualTo(Decision.KEPT);
  }

  @ParameterizedTest
  @CsvSource({"254,51,true", "255,51,false", "50,50,false", "1000,201,true", "1000,200,false"})
  void a_file_of_which_more_than_a_fifth_and_more_than_fifty_fail_waits(
      long rows, long kept, boolean waits) {
    assertThat(HeldIntake.mustWait(rows, kept, Thresholds.defaults())).isEqualTo(waits);
  }
}
