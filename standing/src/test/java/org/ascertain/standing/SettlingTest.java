package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.challenge;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.Settlement;
import org.ascertain.standing.Standing.Settlement.Answer;
import org.junit.jupiter.api.Test;

/**
 * Settled is shown by whole numbers that an official gave, and by nothing else. Longer than other
 * files: what keeps a unit open stands beside what settles it.
 */
class SettlingTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";
  private static final String MORNING = "2020-11-04T09:00:00-05:00";
  private static final String DAY = "2020-11-24";

  private final SmallElection election = new SmallElection();

  private Settlement pennsylvania() {
    return row(election.standing(), "PA").settled();
  }

  private void is(Answer answer, long bound, long margin) {
    assertThat(pennsylvania().answer()).isEqualTo(answer);
    assertThat(pennsylvania().outstandingAtMost()).hasValue(bound);
    assertThat(pennsylvania().margin()).hasValue(margin);
  }

  private void hasNoBound(String why) {
    assertThat(pennsylvania().answer()).isEqualTo(Answer.NO_BOUND);
    assertThat(pennsylvania().outstandingAtMost()).isEmpty();
    assertThat(pennsylvania().why()).contains(why);
  }

  private static Returns expecting(long expected, ExpectedBy by, OptionalLong total) {
    Returns plain = returns("PA", "first", NIGHT, 60, 40);
    return new Returns(
        plain.attestation(),
        "PA",
        plain.votes(),
        OptionalLong.empty(),
        total,
        true,
        OptionalLong.of(expected),
        Optional.of(by),
        false);
  }

  private static boolean isSettled(Tabulation now, String unit, int candidate) {
    return now.law().units().stream()
        .filter(each -> each.id().equals(unit))
        .anyMatch(each -> now.settledFor(each) == candidate);
  }

  @Test
  void before_any_returns_there_is_no_bound() {
    hasNoBound("no returns");
  }

  @Test
  void where_nobody_says_how_many_votes_are_outstanding_there_is_no_bound() {
    election.add(returns("PA", "first", NIGHT, 60, 40));
    hasNoBound("no official");
    assertThat(pennsylvania().margin()).hasValue(20);
  }

  @Test
  void an_estimate_never_decides() {
    election.add(expecting(100, ExpectedBy.ESTIMATE, OptionalLong.empty()));
    hasNoBound("no official");
  }

  @Test
  void an_officials_figure_bounds_what_is_outstanding() {
    election.add(expecting(119, ExpectedBy.OFFICIAL, OptionalLong.empty()));
    is(Answer.YES, 19, 20);
  }

  @Test
  void as_many_outstanding_as_the_margin_can_still_make_a_tie() {
    election.add(expecting(120, ExpectedBy.OFFICIAL, OptionalLong.empty()));
    is(Answer.NO, 20, 20);
  }

  @Test
  void votes_that_the_total_counts_and_nobody_is_credited_with_may_be_anybodys() {
    election.add(expecting(130, ExpectedBy.OFFICIAL, OptionalLong.of(115)));
    is(Answer.NO, 30, 20);
  }

  @Test
  void an_expectation_that_the_count_has_passed_bounds_nothing() {
    election.add(expecting(90, ExpectedBy.OFFICIAL, OptionalLong.empty()));
    hasNoBound("more votes are counted than the official expected");
  }

  @Test
  void a_sum_of_units_below_has_no_officials_bound() {
    election.add(returns("PA/1", "first", NIGHT, 60, 40));
    hasNoBound("no official");
  }

  @Test
  void after_certification_nothing_is_outstanding() {
    election.add(certificate("PA", DAY, 60, 40));
    is(Answer.YES, 0, 20);
  }

  @Test
  void a_tie_that_is_certified_is_not_settled() {
    election.add(certificate("PA", DAY, 50, 50));
    is(Answer.NO, 0, 0);
  }

  @Test
  void open_challenges_whose_stake_nobody_told_are_counted_beside_the_verdict() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(challenge("C1", ChallengeKind.LAWSUIT, DAY, "PA"));
    assertThat(pennsylvania().beside())
        .contains("one challenge is open, its stake is not on record");
    election.add(challenge("C2", ChallengeKind.LAWSUIT, DAY, "PA"));
    assertThat(pennsylvania().beside())
        .contains("2 challenges are open, their stakes are not on record");
    is(Answer.YES, 0, 20);
  }

  @Test
  void a_recount_that_is_open_leaves_no_bound_until_it_closes() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(challenge("C1", ChallengeKind.RECOUNT, DAY, "PA"));
    hasNoBound("a recount is open: C1");
    election.add(ruling("C1", "2020-11-25", false));
    hasNoBound("a recount is open: C1");
    election.add(ruling("C1", "2020-11-26", true));
    is(Answer.YES, 0, 20);
  }

  @Test
  void a_recount_with_ballots_at_stake_is_bounded_by_them() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(challenge("C1", ChallengeKind.RECOUNT, DAY, "PA", new Stake.Ballots(19)));
    is(Answer.YES, 19, 20);
  }

  @Test
  void a_lawsuit_unsettles_only_with_what_is_at_stake() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(challenge("C1", ChallengeKind.LAWSUIT, DAY, "PA"));
    is(Answer.YES, 0, 20);
    election.add(challenge("C2", ChallengeKind.LAWSUIT, DAY, "PA", new Stake.Ballots(12)));
    is(Answer.YES, 12, 20);
    election.add(challenge("C3", ChallengeKind.LAWSUIT, DAY, "PA", new Stake.Ballots(8)));
    is(Answer.NO, 20, 20);
  }

  @Test
  void where_all_is_at_stake_nothing_is_settled() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(challenge("C1", ChallengeKind.ELECTION_CONTEST, DAY, "PA", new Stake.Everything()));
    assertThat(pennsylvania().answer()).isEqualTo(Answer.NO);
    assertThat(pennsylvania().why()).isEqualTo("all is at stake in C1");
    assertThat(pennsylvania().outstandingAtMost()).isEmpty();
  }

  @Test
  void what_is_at_stake_elsewhere_unsettles_nothing_here() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(challenge("C1", ChallengeKind.LAWSUIT, DAY, "GA", new Stake.Everything()));
    is(Answer.YES, 0, 20);
  }

  @Test
  void electors_that_are_ascertained_or_have_voted_settle_a_unit_without_a_certificate() {
    election.add(ascertainment("PA", DAY, 20));
    assertThat(pennsylvania().answer()).isEqualTo(Answer.YES);
    assertThat(pennsylvania().why()).isEqualTo("the electors are ascertained");
    election.add(electors("PA", "2020-12-14", 20, 0));
    assertThat(pennsylvania().why()).isEqualTo("the electors have voted");
    assertThat(pennsylvania().outstandingAtMost()).hasValue(0);
  }

  @Test
  void it_is_settled_for_the_one_who_leads_and_for_nobody_else() {
    election.add(certificate("PA", DAY, 40, 60));
    Tabulation now = election.end();
    assertThat(isSettled(now, "PA", 1)).isTrue();
    assertThat(isSettled(now, "PA", 0)).isFalse();
    assertThat(isSettled(now, "GA", 1)).isFalse();
  }

  @Test
  void a_district_is_settled_for_its_own_winner_and_not_for_that_of_its_state() {
    election
        .add(certificate("ME", DAY, 60, 40))
        .add(certificate("ME-1", DAY, 70, 30))
        .add(certificate("ME-2", DAY, 45, 55));
    Tabulation now = election.end();
    assertThat(isSettled(now, "ME", 0)).isTrue();
    assertThat(isSettled(now, "ME-1", 0)).isTrue();
    assertThat(isSettled(now, "ME-2", 1)).isTrue();
    assertThat(isSettled(now, "ME-2", 0)).isFalse();
  }

  @Test
  void where_only_the_state_is_known_which_district_it_was_is_not_known() {
    election.add(certificate("NE", DAY, 40, 60)).add(electors("NE", "2020-12-14", 1, 4));
    Tabulation now = election.end();
    assertThat(isSettled(now, "NE", 1)).isTrue();
    for (String district : new String[] {"NE-1", "NE-2", "NE-3"}) {
      assertThat(isSettled(now, district, 0)).as(district).isFalse();
      assertThat(isSettled(now, district, 1)).as(district).isFalse();
      assertThat(now.settledFor(district(district))).isEqualTo(Tabulation.NOT_KNOWN);
    }
  }

  @Test
  void returns_of_the_district_itself_tell_which_it_was() {
    election
        .add(returns("NE-2", "first", NIGHT, 60, 40))
        .add(certificate("NE", DAY, 40, 60))
        .add(electors("NE", "2020-12-14", 1, 4));
    assertThat(isSettled(election.end(), "NE-2", 0)).isTrue();
  }

  private static Unit district(String id) {
    return SmallElection.LAW.units().stream()
        .filter(unit -> unit.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void votes_of_a_certificate_that_nobody_is_credited_with_may_be_anybodys() {
    var plain = certificate("PA", DAY, 100, 90);
    election.add(
        new Fact.Certification(
            plain.attestation(),
            "PA",
            plain.votes(),
            OptionalLong.of(3),
            OptionalLong.of(500),
            "board",
            OptionalLong.empty()));
    is(Answer.NO, 307, 10);
  }

  @Test
  void rival_returns_of_electors_unsettle_until_somebody_decides() {
    election.add(certificate("PA", DAY, 60, 40)).add(rival("A", 20, 0)).add(rival("B", 0, 20));
    assertThat(pennsylvania().answer()).isEqualTo(Answer.NO);
    assertThat(pennsylvania().why()).isEqualTo("rival returns of electors are undecided");
  }

  private static Fact rival(String slate, long biden, long trump) {
    var plain = electors("PA", "2020-12-14", biden, trump);
    return new Fact.ElectorVotes(
        plain.attestation(),
        "PA",
        plain.ballots(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.of(slate));
  }

  @Test
  void a_recount_that_the_record_never_closes_is_named_once_the_electors_have_voted() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(challenge("C1", ChallengeKind.RECOUNT, DAY, "PA"))
        .add(electors("PA", "2020-12-14", 20, 0));
    is(Answer.YES, 0, 20);
    assertThat(pennsylvania().beside())
        .containsExactly("the record does not say how the recount C1 ended");
  }

  @Test
  void units_that_are_settled_add_up_to_a_majority_or_they_do_not() {
    String[] states = {"CA", "TX", "FL", "NY", "IL", "PA", "OH", "GA", "MI", "NC", "NJ"};
    for (String state : states) election.add(certificate(state, DAY, 40, 60));
    assertThat(election.end().settled(1)).as("270 electors").isTrue();
    election.add(challenge("C1", ChallengeKind.LAWSUIT, MORNING, "NJ", new Stake.Everything()));
    assertThat(election.end().settled(1)).as("256 electors").isFalse();
    assertThat(election.end().settled(0)).isFalse();
  }

  @Test
  void rival_certificates_of_the_executive_unsettle_until_the_electors_have_voted() {
    election.add(certificate("PA", DAY, 60, 40)).add(ofSlate("A", 20, 0)).add(ofSlate("B", 0, 20));
    assertThat(pennsylvania().answer()).isEqualTo(Answer.NO);
    assertThat(pennsylvania().why()).isEqualTo("rival certificates of the executive are undecided");
    election.add(electors("PA", "2020-12-14", 20, 0));
    assertThat(pennsylvania().answer()).isEqualTo(Answer.YES);
    assertThat(pennsylvania().why()).isEqualTo("certified");
  }

  private static Fact ofSlate(String slate, long... electors) {
    return new Fact.Ascertainment(
        SmallElection.on(DAY),
        "PA",
        SmallElection.votes(electors),
        "governor",
        Optional.of(slate),
        OptionalLong.empty());
  }

  @Test
  void after_the_electors_have_voted_a_lawsuit_still_unsettles_until_congress_has_counted() {
    election
        .add(challenge("C1", ChallengeKind.LAWSUIT, DAY, "PA", new Stake.Everything()))
        .add(challenge("C2", ChallengeKind.LAWSUIT, DAY, "PA"))
        .add(electors("PA", "2020-12-14", 20, 0));
    assertThat(pennsylvania().answer()).isEqualTo(Answer.NO);
    assertThat(pennsylvania().why()).isEqualTo("all is at stake in C1");
    election.add(
        new Fact.Counted(
            SmallElection.on("2021-01-06"),
            "PA",
            Fact.CountResult.COUNTED,
            Optional.empty(),
            Optional.empty()));
    assertThat(pennsylvania().answer()).isEqualTo(Answer.YES);
    assertThat(pennsylvania().beside()).containsExactly("the record does not say how C1 ended");
  }

  @Test
  void as_many_votes_as_the_official_expected_leave_none_outstanding() {
    election.add(expecting(100, ExpectedBy.OFFICIAL, OptionalLong.empty()));
    is(Answer.YES, 0, 20);
    assertThat(pennsylvania().why()).isEqualTo("by the official's figure");
  }

  private static Returns registered(long voters) {
    Returns plain = returns("PA", "first", NIGHT, 60, 40);
    return new Returns(
        plain.attestation(),
        "PA",
        plain.votes(),
        OptionalLong.of(5),
        OptionalLong.empty(),
        true,
        OptionalLong.of(500),
        Optional.of(ExpectedBy.ESTIMATE),
        false,
        Optional.empty(),
        OptionalLong.of(voters),
        Optional.empty(),
        Fact.TotalBy.PRINTED);
  }

  @Test
  void the_number_of_registered_voters_bounds_too() {
    election.add(registered(119));
    is(Answer.YES, 14, 20);
    assertThat(pennsylvania().why()).isEqualTo("by the number of registered voters");
  }

  @Test
  void more_votes_than_registered_voters_refute_their_number() {
    election.add(registered(104));
    hasNoBound("more votes are counted than voters are registered");
  }

  /** Maine ranks: who has not most of the first choices may lose in the rounds. */
  @Test
  void a_tie_is_settled_for_nobody_and_of_a_unit_without_facts_nobody_knows() {
    election.add(certificate("PA", DAY, 50, 50));
    Tabulation now = election.end();
    assertThat(now.settledFor(district("PA"))).isEqualTo(Tabulation.NOBODY);
    assertThat(now.settledFor(district("GA"))).isEqualTo(Tabulation.NOT_KNOWN);
    assertThat(now.settled(0)).isFalse();
    election.add(holdsAll(Fact.Matter.CERTIFICATIONS));
    assertThat(election.end().settledFor(district("GA"))).isEqualTo(Tabulation.NOBODY);
  }

  @Test
  void of_a_unit_that_appointed_nobody_or_of_which_all_is_at_stake_nothing_is_lacking() {
    election
        .add(new Fact.NotAppointed(SmallElection.on(DAY), "GA", 16, "no agreement"))
        .add(challenge("C1", ChallengeKind.ELECTION_CONTEST, DAY, "MI", new Stake.Everything()));
    Tabulation now = election.end();
    assertThat(now.settledFor(district("GA"))).isEqualTo(Tabulation.NOBODY);
    assertThat(now.settledFor(district("MI"))).isEqualTo(Tabulation.NOBODY);
    assertThat(now.settledFor(district("NV"))).isEqualTo(Tabulation.NOT_KNOWN);
  }

  @Test
  void a_certificate_that_names_one_of_several_settles_nothing_and_has_no_margin() {
    election.add(returns("PA", "first", NIGHT, 90, 120)).add(certificate("PA", DAY, 100));
    hasNoBound("the certificate does not give the votes of all who stand");
    assertThat(pennsylvania().margin()).isEmpty();
    assertThat(election.end().settledFor(district("PA"))).isEqualTo(Tabulation.NOT_KNOWN);
  }

  private static Fact bidenAlone(long total) {
    return new Fact.Certification(
        SmallElection.on(DAY),
        "PA",
        SmallElection.votes(100),
        OptionalLong.empty(),
        OptionalLong.of(total),
        "board",
        OptionalLong.empty());
  }

  private static Fact holdsAll(Fact.Matter matter) {
    return new Fact.Coverage(
        SmallElection.on("2020-11-03"),
        matter,
        Fact.Extent.COMPLETE,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  @Test
  void with_a_total_one_figure_is_enough_where_the_rest_is_less() {
    election.add(bidenAlone(150));
    is(Answer.YES, 50, 100);
    election.retract(1).add(bidenAlone(201));
    is(Answer.NO, 101, 100);
  }

  @Test
  void a_tally_that_names_one_of_several_has_no_margin() {
    election.add(
        new Returns(
            SmallElection.on(NIGHT),
            "PA",
            SmallElection.votes(100),
            OptionalLong.empty(),
            OptionalLong.empty(),
            true,
            OptionalLong.of(110),
            Optional.of(ExpectedBy.OFFICIAL),
            false));
    assertThat(pennsylvania().margin()).isEmpty();
    assertThat(pennsylvania().answer()).isEqualTo(Answer.NO);
  }

  @Test
  void of_a_split_state_each_has_the_electors_that_are_certified_for_him() {
    String[] states = {"CA", "TX", "FL", "NY", "IL", "PA", "OH", "GA", "MI", "NC"};
    for (String state : states) election.add(certificate(state, DAY, 60, 40));
    election
        .add(
            new Fact.Appointment(
                SmallElection.on(DAY), "NJ", 14, "by district", SmallElection.votes(14, 0)))
        .add(electors("NJ", "2020-12-14", 14, 0));
    assertThat(election.end().settled(0)).as("270 electors").isTrue();
    election.add(
        new Fact.Appointment(
            SmallElection.on(DAY), "NJ", 14, "by district", SmallElection.votes(13, 1)));
    assertThat(election.end().settled(0)).as("269 electors").isFalse();
  }

  @Test
  void certificates_that_contradict_each_other_settle_nothing() {
    election
        .add(certificate("PA", "2020-11-24", 300, 200))
        .add(certificate("PA", "2020-11-25", 200, 300));
    Standing.UnitRow row = SmallElection.row(election.standing(), "PA");
    assertThat(row.settled().answer()).isEqualTo(Answer.NO);
    assertThat(row.settled().why()).contains("neither amends the other");
    assertThat(SmallElection.rung(election.standing(), Rung.CERTIFIED).electors())
        .as("for whom it is certified is not known")
        .isEqualTo(Votes.NONE);
    assertThat(SmallElection.rung(election.standing(), Rung.CERTIFIED).unknown()).isEqualTo(538);
    assertThat(election.end().settledFor(row.unit())).isEqualTo(Tabulation.NOBODY);
    election.add(certificate("GA", "2020-11-24", 3, 2)).add(certificate("GA", "2020-11-25", 4, 2));
    assertThat(SmallElection.rung(election.standing(), Rung.CERTIFIED).electors())
        .as("both of Georgia's are for one")
        .isEqualTo(Votes.of(List.of("biden"), 16));
    assertThat(SmallElection.row(election.standing(), "GA").settled().answer())
        .isEqualTo(Answer.NO);
  }
}
