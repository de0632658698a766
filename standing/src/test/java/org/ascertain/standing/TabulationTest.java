package org.ascertain.standing;

import static java.util.Objects.requireNonNull;
import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.junit.jupiter.api.Test;

/** What the running state answers after each fact, at the cost of what that changes. */
class TabulationTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";
  private static final int BIDEN = 0;
  private static final int TRUMP = 1;

  private final SmallElection election = new SmallElection();
  private final Tabulation now = new Tabulation(SmallElection.HEADER, SmallElection.LAW);

  private Tabulation take(Fact fact) {
    election.add(fact);
    now.add(election.entries().getLast());
    return now;
  }

  private static Fact call(String unit, String caller, String candidate, String at) {
    return new Fact.Call(on(at), unit, caller, candidate);
  }

  private static Fact counted(String place, CountResult result) {
    return new Fact.Counted(on("2021-01-06"), place, result, Optional.empty(), Optional.empty());
  }

  @Test
  void it_knows_its_election() {
    assertThat(now.header()).isEqualTo(SmallElection.HEADER);
    assertThat(now.law()).isSameAs(SmallElection.LAW);
    assertThat(now.candidates()).containsExactly("biden", "trump", "jorgensen", "harris", "pence");
    assertThat(now.now()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void the_clock_never_goes_back() {
    take(returns("PA", "first", NINE, 2, 1));
    assertThat(now.now()).isEqualTo(When.parse(NINE).effective());
    take(returns("PA", "first", EIGHT, 1, 1));
    assertThat(now.now()).isEqualTo(When.parse(NINE).effective());
    now.reach(0);
    assertThat(now.now()).isEqualTo(When.parse(NINE).effective());
  }

  @Test
  void a_unit_climbs_from_stage_to_stage() {
    assertThat(now.stage("PA")).isEmpty();
    assertThat(now.stage("XX")).isEmpty();
    take(returns("PA/1", "first", EIGHT, 2, 1));
    assertThat(now.stage("PA")).contains(Rung.REPORTED);
    assertThat(now.stage("PA/1")).contains(Rung.REPORTED);
    assertThat(now.stage("PA/2")).isEmpty();
    take(certificate("PA", "2020-11-24", 2, 1));
    assertThat(now.stage("PA")).contains(Rung.CERTIFIED);
    assertThat(now.stage("PA/1")).as("nobody certified the county").contains(Rung.REPORTED);
    take(ascertainment("PA", "2020-11-24", 20));
    assertThat(now.stage("PA")).contains(Rung.ASCERTAINED);
    take(electors("PA", "2020-12-14", 20, 0));
    assertThat(now.stage("PA")).contains(Rung.VOTED);
    take(counted("PA", CountResult.COUNTED));
    assertThat(now.stage("PA")).contains(Rung.COUNTED);
    assertThat(now.stage("PA/1")).contains(Rung.REPORTED);
    assertThat(now.stage("GA")).isEmpty();
  }

  @Test
  void a_call_stands_for_one_until_it_is_withdrawn_or_another_comes() {
    take(call("PA", "AP", "biden", EIGHT));
    assertThat(now.called("PA", "AP", BIDEN)).isTrue();
    assertThat(now.called("PA", "AP", TRUMP)).isFalse();
    assertThat(now.called("PA", "Fox", BIDEN)).isFalse();
    assertThat(now.called("GA", "AP", BIDEN)).isFalse();
    assertThat(now.electors(Rung.CALLED, BIDEN)).isEqualTo(20);
    take(new Fact.CallWithdrawn(on(NINE), "PA", "AP", "biden"));
    assertThat(now.called("PA", "AP", BIDEN)).isFalse();
    assertThat(now.electors(Rung.CALLED, BIDEN)).isZero();
    take(call("US", "Fox", "trump", EIGHT));
    assertThat(now.called("US", "Fox", TRUMP)).isTrue();
    assertThat(now.called("US", "AP", TRUMP)).isFalse();
    assertThat(now.electors(Rung.CALLED, TRUMP)).as("of the nation adds no electors").isZero();
  }

  @Test
  void a_withdrawal_within_the_bounds_of_a_call_is_of_that_call() {
    String ten = "2020-11-03T22:00:00-05:00";
    take(call("PA", "AP", "trump", EIGHT));
    take(new Fact.CallWithdrawn(on(NINE), "PA", "AP", "biden"));
    assertThat(now.called("PA", "AP", TRUMP)).isTrue();
    take(call("PA", "AP", "biden", EIGHT + "/" + ten));
    assertThat(now.called("PA", "AP", BIDEN)).as("it was made before nine").isFalse();
    assertThat(now.called("PA", "AP", TRUMP)).as("the later call took its place").isFalse();
    assertThat(election.standing().problems()).isEmpty();
    take(call("PA", "AP", "biden", ten));
    assertThat(now.called("PA", "AP", BIDEN)).as("called again").isTrue();
    take(new Fact.CallWithdrawn(on(NINE), "GA", "AP", "biden"));
    take(call("GA", "AP", "biden", ten));
    assertThat(now.called("GA", "AP", BIDEN)).as("a call that is later than it").isTrue();
    assertThat(election.standing().problems())
        .containsExactly(new Problem(Check.NOT_CALLED, 5, "for", "biden"));
  }

  @Test
  void what_withdraws_no_call_is_told_of_units_and_of_the_nation() {
    take(new Fact.CallWithdrawn(on(EIGHT), "PA", "AP", "biden"));
    take(new Fact.CallWithdrawn(on(EIGHT), "US", "AP", "trump"));
    take(call("GA", "AP", "biden", EIGHT));
    take(new Fact.CallWithdrawn(on(NINE), "GA", "AP", "biden"));
    assertThat(election.standing().problems())
        .containsExactly(
            new Problem(Check.NOT_CALLED, 1, "for", "biden"),
            new Problem(Check.NOT_CALLED, 2, "for", "trump"));
  }

  @Test
  void returns_touch_their_state_when_the_lead_changes_and_only_then() {
    take(returns("PA", "first", EIGHT, 2, 1));
    assertThat(now.touched()).containsExactly("PA");
    long revision = now.revision();
    take(returns("PA", "first", NINE, 3, 1));
    assertThat(now.touched()).isEmpty();
    assertThat(now.revision()).isEqualTo(revision);
    take(returns("PA/1", "first", NINE, 3, 1));
    assertThat(now.touched()).isEmpty();
    take(returns("PA", "first", "2020-11-03T22:00:00-05:00", 3, 4));
    assertThat(now.touched()).containsExactly("PA");
    assertThat(now.revision()).isGreaterThan(revision);
    assertThat(now.electors(Rung.REPORTED, "PA")).containsExactly(0, 20, 0, 0, 0);
    take(certificate("ME-2", "2020-11-24", 3, 4));
    assertThat(now.touched()).as("a district's").containsExactly("ME");
  }

  @Test
  void each_unit_of_many_is_asked_for_itself() {
    List<String> states =
        SmallElection.LAW.units().stream()
            .map(Unit::id)
            .filter(id -> !id.startsWith("ME"))
            .toList();
    for (String state : states) take(returns(state, "first", EIGHT, 2, 1));
    for (String state : states) {
      assertThat(now.leads(state, BIDEN)).as(state).isTrue();
      assertThat(now.leads(state, TRUMP)).as(state).isFalse();
    }
    assertThat(now.electors(Rung.REPORTED, BIDEN)).isEqualTo(534);
    for (String state : states) take(returns(state, "first", NINE, 1, 2));
    assertThat(now.electors(Rung.REPORTED, BIDEN)).isZero();
    assertThat(now.electors(Rung.REPORTED, TRUMP)).isEqualTo(534);
  }

  @Test
  void the_later_declaration_counts() {
    take(
        new Fact.Declared(
            on(EIGHT), ballots(306, 232), OptionalLong.empty(), OptionalLong.empty()));
    assertThat(now.electors(Rung.DECLARED, BIDEN)).isEqualTo(306);
    take(new Fact.Declared(on(NINE), ballots(0, 232), OptionalLong.empty(), OptionalLong.empty()));
    assertThat(now.electors(Rung.DECLARED, BIDEN)).isZero();
    assertThat(now.electors(Rung.DECLARED, TRUMP)).isEqualTo(232);
  }

  @Test
  void nobody_is_in_office_before_the_term_begins() {
    take(new Fact.Oath(on("2021-01-20T11:48:00-05:00"), "biden", Office.PRESIDENT));
    assertThat(now.inOffice(BIDEN)).isFalse();
    now.reach(SmallElection.LAW.termBegins() - 1);
    assertThat(now.inOffice(Office.PRESIDENT)).isEmpty();
    now.reach(SmallElection.LAW.termBegins());
    assertThat(now.inOffice(BIDEN)).isTrue();
    assertThat(now.inOffice(TRUMP)).isFalse();
    assertThat(now.inOffice(Office.VICE_PRESIDENT)).isEmpty();
  }

  @Test
  void votes_of_others_and_tallies_are_empty_where_nobody_reports() {
    assertThat(now.tally("PA")).isEmpty();
    take(returns("PA", "first", EIGHT, 10, 30));
    assertThat(now.tally("PA")).hasValue(new long[] {10, 30, -1});
    assertThat(now.tallies().other(requireNonNull(now.tallies().find("PA")))).isEmpty();
  }

  @Test
  void units_of_which_nobody_is_known_are_named() {
    take(call("PA", "AP", "biden", EIGHT));
    assertThat(now.unknownUnits(Rung.CALLED)).hasSize(55);
    assertThat(now.unknownElectors(Rung.CALLED)).isEqualTo(518);
    take(
        new Fact.Coverage(
            on("2020-11-03"),
            Fact.Matter.CALLS,
            Fact.Extent.COMPLETE,
            Optional.of("AP"),
            List.of("GA"),
            Optional.of(LocalDate.of(2020, 12, 1))));
    assertThat(now.unknownUnits(Rung.CALLED)).extracting(Unit::id).doesNotContain("PA", "GA");
    assertThat(now.unknownElectors(Rung.CALLED)).isEqualTo(502);
  }

  @Test
  void a_senseless_fact_counts_nowhere_and_is_remembered() {
    take(call("XX", "AP", "biden", EIGHT));
    Entry entry = election.entries().getLast();
    assertThat(now.refuses(entry)).isTrue();
    assertThat(now.problems()).hasSize(1);
    take(call("PA", "AP", "biden", EIGHT));
    assertThat(now.refuses(election.entries().getLast())).isFalse();
  }

  @Test
  void what_the_law_forbids_is_told_and_stands() {
    take(electors("PA", "2020-12-14", 20, 0));
    take(
        new Fact.Objection(
            on("2021-01-06"),
            "PA",
            Fact.Grounds.OTHER,
            OptionalLong.empty(),
            OptionalLong.of(1),
            OptionalLong.of(1),
            List.of(),
            true));
    take(new Fact.ChamberVote(on("2021-01-06"), "PA", Chamber.SENATE, 7, 92));
    take(new Fact.ChamberVote(on("2021-01-06"), "PA", Chamber.HOUSE, 138, 282));
    assertThat(RecordProblems.againstTheLaw(now)).isEmpty();
    take(counted("PA", CountResult.REJECTED));
    assertThat(RecordProblems.againstTheLaw(now))
        .containsExactly(
            new Problem(
                Check.AGAINST_THE_LAW,
                5,
                "result",
                RecordProblems.againstTheLaw(now).getFirst().detail()));
    assertThat(RecordProblems.againstTheLaw(now).getFirst().detail())
        .contains("PA is counted by the votes");
    assertThat(election.history().againstTheLaw(History.ALL))
        .isEqualTo(RecordProblems.againstTheLaw(now));
    assertThat(now.electors(Rung.COUNTED, BIDEN)).isZero();
  }

  @Test
  void the_base_follows_the_electors_that_are_appointed() {
    assertThat(majority()).isEqualTo(270);
    take(new Fact.NotAppointed(on("2020-11-03"), "PA", 20, "no election was held"));
    assertThat(majority()).isEqualTo(260);
    take(new Fact.NotAppointed(on("2020-11-04"), "PA", 0, "one was held after all"));
    assertThat(majority()).isEqualTo(270);
    assertThat(now.isMajority(270)).isTrue();
    assertThat(now.isMajority(269)).isFalse();
  }

  private long majority() {
    return now.base() instanceof Verdict.Determined<?>(var value, var grounds)
            && value instanceof Base base
        ? base.majority()
        : -1;
  }

  @Test
  void a_ballot_of_the_house_is_before_the_college() {
    take(electors("PA", "2020-12-14", 20, 0));
    take(
        new Fact.ContingentBallot(
            on("2021-01-07"),
            Chamber.SENATE,
            1,
            new Fact.ContingentVotes.BySenator(Votes.of(List.of("harris"), 51))));
    assertThat(now.college().contingent()).hasSize(1);
    assertThat(now.college().contingent().getFirst().entry()).isEqualTo(2);
    assertThat(now.chosen(Office.PRESIDENT)).isInstanceOf(Verdict.NotYet.class);
  }

  @Test
  void acknowledgements_stand_in_the_order_of_time() {
    take(acknowledgement("later", NINE));
    take(acknowledgement("earlier", EIGHT));
    assertThat(now.acknowledgements())
        .extracting(Fact.Acknowledgement::actor)
        .containsExactly("earlier", "later");
  }

  private static Fact acknowledgement(String actor, String at) {
    return new Fact.Acknowledgement(
        Attestation.of(When.parse(at), SmallElection.source("desk")),
        actor,
        Optional.empty(),
        "biden",
        "letter",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  @Test
  void as_of_a_moment_a_record_of_returns_holds_returns() {
    election.add(returns("PA", "first", EIGHT, 2, 1));
    History history = election.history();
    Tabulation then = history.stateAt(When.parse(EIGHT).effective());
    assertThat(then.coverages().extent(Fact.Matter.RETURNS, Optional.empty(), "PA", then.now()))
        .isEqualTo(Fact.Extent.PARTIAL);
    Tabulation before = history.stateAt(When.parse(EIGHT).effective() - 1);
    assertThat(before.coverages().extent(Fact.Matter.RETURNS, Optional.empty(), "PA", before.now()))
        .isEqualTo(Fact.Extent.NONE);
    assertThat(history.end()).isEqualTo(When.parse(EIGHT).effective());
    assertThat(then.known().register).isSameAs(then.register());
  }
}
