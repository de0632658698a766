package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.challenge;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.standing.Standing.DeadlineRow;
import org.junit.jupiter.api.Test;

/** The days of the calendar: met, missed, not known, open, each with its reason. */
class DeadlinesTest {

  private static final String SAFE_HARBOUR = "CAL.SAFE.1887";
  private static final String MEETING = "CAL.MEET.1934";
  private static final String COUNT = "CAL.COUNT.1934";

  private final SmallElection election = new SmallElection();

  private DeadlineRow row(String rule, String at) {
    return election.at(at).deadlines().stream()
        .filter(row -> row.deadline().rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void before_the_day_what_is_not_done_is_open() {
    assertThat(said(row(SAFE_HARBOUR, "2020-12-07").open()))
        .containsEntry("PA", "not yet ASCERTAINED");
    assertThat(row(SAFE_HARBOUR, "2020-12-07").open()).hasSize(51);
  }

  @Test
  void after_the_day_what_nobody_recorded_is_unknown_and_not_missed() {
    DeadlineRow row = row(SAFE_HARBOUR, "2020-12-08");
    assertThat(said(row.unknown())).containsEntry("PA", "not in the record: ASCERTAINED");
    assertThat(row.missed()).isEmpty();
    assertThat(row.open()).isEmpty();
  }

  @Test
  void ascertained_by_the_day_it_is_met_even_on_the_day_itself() {
    election.add(ascertainment("PA", "2020-12-08", 20)).add(ascertainment("GA", "2020-11-20", 16));
    DeadlineRow row = row(SAFE_HARBOUR, "2020-12-09");
    assertThat(said(row.met()))
        .containsEntry("PA", "ASCERTAINED 2020-12-08")
        .containsEntry("GA", "ASCERTAINED 2020-11-20");
  }

  @Test
  void ascertained_after_the_day_it_is_missed() {
    election.add(ascertainment("PA", "2020-12-09", 20));
    assertThat(said(row(SAFE_HARBOUR, "2020-12-10").missed()))
        .containsEntry("PA", "ASCERTAINED 2020-12-09");
  }

  @Test
  void certified_after_the_day_it_is_missed_whatever_the_executive_did() {
    election
        .add(certificate("PA", "2020-12-09", 2, 1))
        .add(ascertainment("PA", "2020-12-09/2020-12-14", 20));
    assertThat(said(row(SAFE_HARBOUR, "2020-12-14").missed()))
        .containsEntry("PA", "CERTIFIED 2020-12-09");
  }

  @Test
  void a_certificate_amended_after_the_day_was_first_given_before() {
    election
        .add(certificate("PA", "2020-12-01", 2, 1))
        .add(ascertainment("PA", "2020-12-02", 20))
        .add(certificate("PA", "2020-12-20", 3, 1));
    assertThat(said(row(SAFE_HARBOUR, "2020-12-21").met()))
        .containsEntry("PA", "ASCERTAINED 2020-12-02");
  }

  @Test
  void between_days_on_both_sides_of_it_nobody_knows() {
    election.add(ascertainment("PA", "2020-12-01/2020-12-14", 20));
    assertThat(said(row(SAFE_HARBOUR, "2020-12-14").unknown()))
        .containsEntry("PA", "ASCERTAINED on a day not known: 2020-12-01/2020-12-14");
  }

  @Test
  void between_days_that_are_both_after_it_it_is_missed() {
    election.add(ascertainment("PA", "2020-12-09/2020-12-14", 20));
    assertThat(row(SAFE_HARBOUR, "2020-12-14").missed()).containsKey("PA");
  }

  @Test
  void an_election_contest_open_on_the_day_makes_it_missed() {
    election
        .add(ascertainment("WI", "2020-11-30", 10))
        .add(challenge("C46", ChallengeKind.ELECTION_CONTEST, "2020-12-03", "WI"))
        .add(ruling("C46", "2020-12-14", true));
    assertThat(said(row(SAFE_HARBOUR, "2020-12-15").missed())).containsEntry("WI", "open: [C46]");
    assertThat(row(SAFE_HARBOUR, "2020-12-07").missed()).isEmpty();
    assertThat(row(SAFE_HARBOUR, "2020-12-07").met()).containsKey("WI");
  }

  @Test
  void an_election_contest_closed_by_the_day_or_a_lawsuit_does_not() {
    election
        .add(ascertainment("WI", "2020-11-30", 10))
        .add(challenge("C1", ChallengeKind.ELECTION_CONTEST, "2020-12-03", "WI"))
        .add(ruling("C1", "2020-12-08", true))
        .add(challenge("C2", ChallengeKind.LAWSUIT, "2020-12-03", "WI"))
        .add(challenge("C3", ChallengeKind.ELECTION_CONTEST, "2020-12-09", "WI"));
    assertThat(row(SAFE_HARBOUR, "2020-12-15").met()).containsKey("WI");
  }

  @Test
  void electors_who_vote_later_than_the_day_miss_it() {
    election.add(electors("PA", "2020-12-14", 20, 0)).add(electors("GA", "2020-12-15", 16, 0));
    DeadlineRow row = row(MEETING, "2020-12-16");
    assertThat(said(row.met())).containsEntry("PA", "VOTED 2020-12-14");
    assertThat(said(row.missed())).containsEntry("GA", "VOTED 2020-12-15");
  }

  @Test
  void the_count_is_the_nations() {
    assertThat(row(COUNT, "2021-01-05").open()).containsOnlyKeys("US");
    election.add(new Fact.CountOpened(SmallElection.on("2021-01-06T13:00:00-05:00")));
    assertThat(said(row(COUNT, "2021-01-06").met()))
        .containsEntry("US", "OPENED 2021-01-06T13:00:00-05:00");
  }

  /** Reasons in short: what was done and when. */
  private static Map<String, String> said(Map<String, DeadlineReason> reasons) {
    Map<String, String> said = new LinkedHashMap<>();
    reasons.forEach(
        (who, why) ->
            said.put(
                who,
                switch (why) {
                  case DeadlineReason.Done(var act, var by) -> act + " " + by.at();
                  case DeadlineReason.OnUnknownDay(var act, var by) ->
                      act + " on a day not known: " + by.at();
                  case DeadlineReason.NotYet(var act) -> "not yet " + act;
                  case DeadlineReason.NotInRecord(var act) -> "not in the record: " + act;
                  case DeadlineReason.CameToCongress(var counted) -> "COUNTED " + counted.at();
                  case DeadlineReason.ArrivalNotInRecord(var voted) ->
                      "not in the record whether it came: VOTED " + voted.at();
                  case DeadlineReason.ContestOpen(var contests) ->
                      "open: " + contests.stream().map(Fact.Challenge::id).toList();
                }));
    return said;
  }

  private DeadlineRow ofState(String code, String at) {
    return election.at(at).stateDeadlines().stream()
        .filter(
            row ->
                row.met().containsKey(code)
                    || row.missed().containsKey(code)
                    || row.unknown().containsKey(code)
                    || row.open().containsKey(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_state_is_held_to_the_day_of_its_own_law() {
    election.add(certificate("GA", "2020-11-20", 2, 1)).add(certificate("WI", "2020-12-02", 2, 1));
    assertThat(said(ofState("GA", "2020-12-03").met())).containsEntry("GA", "CERTIFIED 2020-11-20");
    assertThat(said(ofState("WI", "2020-12-03").missed()))
        .containsEntry("WI", "CERTIFIED 2020-12-02");
    assertThat(ofState("WI", "2020-12-03").deadline().day()).isEqualTo("2020-12-01");
    assertThat(said(ofState("ME", "2020-12-03").unknown()))
        .containsEntry("ME", "not in the record: CERTIFIED");
    assertThat(said(ofState("CA", "2020-12-03").open())).containsEntry("CA", "not yet CERTIFIED");
  }

  @Test
  void what_was_counted_had_come_and_of_what_was_cast_nobody_knows() {
    election.add(electors("PA", "2020-12-14", 20, 0));
    DeadlineRow before = row("CAL.DEMAND.1934", "2020-12-15");
    assertThat(said(before.open()))
        .containsEntry("PA", "not in the record whether it came: VOTED 2020-12-14")
        .containsEntry("GA", "not yet VOTED");
    DeadlineRow after = row("CAL.DEMAND.1934", "2020-12-24");
    assertThat(said(after.unknown()))
        .containsEntry("PA", "not in the record whether it came: VOTED 2020-12-14")
        .containsEntry("GA", "not in the record: VOTED");
    assertThat(after.met()).isEmpty();
  }
}
