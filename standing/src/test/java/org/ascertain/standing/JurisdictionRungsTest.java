package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.rung;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;
import org.ascertain.standing.Standing.Held;
import org.ascertain.standing.Standing.RungFigures;
import org.junit.jupiter.api.Test;

/** Whose a state's electors are on each rung, and how many the record may lack. */
class JurisdictionRungsTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private RungFigures figures(Rung rung) {
    return rung(election.standing(), rung);
  }

  private String electorsOn(Rung rung) {
    return figures(rung).electors().toString();
  }

  private Optional<Integer> winner(String unit) {
    Unit of =
        SmallElection.LAW.units().stream()
            .filter(each -> each.id().equals(unit))
            .findFirst()
            .orElseThrow();
    return election.end().rungs(of.jurisdiction()).on(Rung.CERTIFIED).winner(of);
  }

  @Test
  void districts_without_a_certificate_share_what_the_others_leave_of_a_later_fact() {
    election.add(certificate("ME", "2020-11-24", 60, 40)).add(electors("ME", "2020-12-14", 3, 1));
    assertThat(electorsOn(Rung.CERTIFIED)).isEqualTo("biden 3, trump 1");
    assertThat(figures(Rung.CERTIFIED).implied()).containsExactly("ME-1", "ME-2");
    assertThat(winner("ME")).contains(0);
    assertThat(winner("ME-1")).as("one of the two is Trump's").isEmpty();
    election.add(certificate("ME-2", "2020-11-24", 40, 60));
    assertThat(electorsOn(Rung.CERTIFIED)).isEqualTo("biden 3, trump 1");
    assertThat(winner("ME-1")).as("what is left").contains(0);
    assertThat(winner("ME-2")).contains(1);
    assertThat(figures(Rung.CERTIFIED).implied()).containsExactly("ME-1");
  }

  @Test
  void certificates_that_give_more_than_the_later_fact_leave_nothing_to_share() {
    election
        .add(certificate("ME", "2020-11-24", 60, 40))
        .add(certificate("ME-1", "2020-11-24", 60, 40))
        .add(electors("ME", "2020-12-14", 0, 4));
    assertThat(electorsOn(Rung.CERTIFIED))
        .as("3 by certificates, 1 left")
        .isEqualTo("biden 3, trump 1");
    assertThat(winner("ME-2")).contains(1);
  }

  @Test
  void where_every_unit_has_a_certificate_a_later_fact_adds_nothing() {
    election.add(certificate("PA", "2020-11-24", 60, 40)).add(electors("PA", "2020-12-14", 0, 20));
    assertThat(electorsOn(Rung.CERTIFIED)).isEqualTo("biden 20");
    assertThat(figures(Rung.CERTIFIED).implied()).isEmpty();
    assertThat(electorsOn(Rung.ASCERTAINED)).isEqualTo("trump 20");
    assertThat(figures(Rung.ASCERTAINED).implied()).containsExactly("PA");
  }

  @Test
  void a_split_state_is_won_by_who_has_more_than_all_others() {
    election.add(electors("PA", "2020-12-14", 11, 9));
    assertThat(winner("PA")).contains(0);
    election.add(electors("GA", "2020-12-14", 8, 8));
    assertThat(winner("GA")).isEmpty();
    election.add(new Fact.Appointment(on("2020-11-03"), "NC", 15, "popular vote", votes(7)));
    election.add(electors("NC", "2020-12-14", 15, 0));
    assertThat(winner("NC")).as("8 of whom the record does not tell").isEmpty();
    assertThat(rung(election.standing(), Rung.ASCERTAINED).unknown())
        .isEqualTo(538 - 20 - 16 - 15 + 8);
  }

  @Test
  void electors_by_the_appointment_stand_with_the_entries_of_both() {
    election
        .add(new Fact.Appointment(on("2020-11-03"), "PA", 20, "popular vote", votes(20)))
        .add(electors("PA", "2020-12-14", 19, 1));
    JurisdictionRungs.OnRung ascertained = election.end().rungs("PA").on(Rung.ASCERTAINED);
    assertThat(ascertained.entries).containsExactly(1L, 2L);
    assertThat(election.end().rungs("PA").on(Rung.CERTIFIED).entries).containsExactly(1L);
  }

  /** In 1796 nobody was pledged to anybody: who has how many of two names tells no pledge. */
  @Test
  void two_names_of_each_elector_tell_nothing_of_earlier_rungs() {
    SmallElection of1796 = new SmallElection(Law.of(1796).orElseThrow());
    of1796.add(
        new Fact.ElectorVotes(
            on("2020-12-14"),
            "PA",
            new Ballots.Pairs(Votes.of(List.of("biden", "trump"), 15, 14)),
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(),
            Optional.empty()));
    Standing standing = of1796.standing();
    assertThat(rung(standing, Rung.VOTED).electors()).hasToString("biden 15, trump 14");
    assertThat(rung(standing, Rung.VOTED).unassigned())
        .as("138 less 29 names of 15")
        .isEqualTo(124);
    assertThat(rung(standing, Rung.ASCERTAINED).electors().isEmpty()).isTrue();
    assertThat(of1796.end().rungs("PA").on(Rung.ASCERTAINED).unknown).isEqualTo(15);
  }

  private void holds(Matter matter, Extent extent, String... units) {
    election.add(
        new Fact.Coverage(
            on("2020-11-03"),
            matter,
            extent,
            Optional.empty(),
            List.of(units),
            Optional.of(LocalDate.of(2021, 1, 31))));
  }

  @Test
  void what_a_record_holds_of_a_rung_is_that_of_its_units_taken_together() {
    assertThat(figures(Rung.CERTIFIED).held())
        .isEqualTo(new Held(Extent.NONE, 0, 56, Optional.empty()));
    assertThat(figures(Rung.VOTED).held().of()).as("by state").isEqualTo(51);
    holds(Matter.CERTIFICATIONS, Extent.COMPLETE, "PA");
    assertThat(figures(Rung.CERTIFIED).held().extent()).isEqualTo(Extent.PARTIAL);
    assertThat(figures(Rung.CERTIFIED).held().until()).contains(LocalDate.of(2021, 1, 31));
    holds(Matter.CERTIFICATIONS, Extent.COMPLETE);
    assertThat(figures(Rung.CERTIFIED).held().extent()).isEqualTo(Extent.COMPLETE);
    holds(Matter.ELECTOR_VOTES, Extent.NONE);
    assertThat(figures(Rung.VOTED).held().extent()).isEqualTo(Extent.NONE);
    election.add(electors("PA", "2020-12-14", 20, 0));
    assertThat(figures(Rung.VOTED).held().extent()).as("it holds one").isEqualTo(Extent.PARTIAL);
    assertThat(figures(Rung.VOTED).held().units()).isEqualTo(1);
  }

  @Test
  void of_the_nations_rungs_it_holds_one_or_none() {
    assertThat(figures(Rung.DECLARED).held())
        .isEqualTo(new Held(Extent.NONE, 0, 1, Optional.empty()));
    election
        .add(
            new Fact.Declared(
                on("2021-01-06"), ballots(306, 232), OptionalLong.empty(), OptionalLong.empty()))
        .add(new Fact.Oath(on("2021-01-20"), "biden", Fact.Office.PRESIDENT));
    assertThat(figures(Rung.DECLARED).held().units()).isEqualTo(1);
    assertThat(figures(Rung.IN_OFFICE).held().units()).isEqualTo(1);
    assertThat(figures(Rung.IN_OFFICE).held().extent()).isEqualTo(Extent.PARTIAL);
  }

  @Test
  void who_is_spoken_of_is_known_on_each_rung() {
    election
        .add(returns("PA", "first", NIGHT, 1, 1))
        .add(certificate("GA", "2020-11-24", 1, 1))
        .add(ascertainment("MI", "2020-11-24", 0))
        .add(electors("WI", "2020-12-14", 0, 0))
        .add(
            new Fact.Counted(
                on("2021-01-06"),
                "AZ",
                Fact.CountResult.REJECTED,
                Optional.empty(),
                Optional.empty()));
    Tabulation now = election.end();
    assertThat(unknown(now, Rung.REPORTED)).doesNotContain("PA").contains("GA");
    assertThat(unknown(now, Rung.CERTIFIED)).doesNotContain("GA").contains("PA");
    assertThat(unknown(now, Rung.ASCERTAINED)).doesNotContain("MI").contains("GA");
    assertThat(unknown(now, Rung.VOTED)).doesNotContain("WI").contains("MI");
    assertThat(unknown(now, Rung.COUNTED)).doesNotContain("AZ").contains("WI");
    assertThat(now.unknownElectors(Rung.REPORTED))
        .as("of MI and WI nobody was appointed")
        .isEqualTo(492);
  }

  private static List<String> unknown(Tabulation now, Rung rung) {
    return now.unknownUnits(rung).stream().map(Unit::id).toList();
  }

  @Test
  void districts_stand_for_their_state_only_with_all_they_have() {
    election
        .add(returns("ME-1", "first", NIGHT, 10, 20))
        .add(returns("ME-2", "first", NIGHT, 1, 2, 3));
    assertThat(election.standing().popularVote().votes())
        .hasToString("trump 22, biden 11, jorgensen 3");
    assertThat(election.standing().popularVote().total()).isEmpty();
    election.add(certificate("ME-1", "2020-11-24", 11, 20));
    assertThat(election.standing().popularVote().certified()).as("one of the two").isZero();
    election.add(certificate("ME-2", "2020-11-24", 1, 2, 3));
    assertThat(election.standing().popularVote().certified()).isEqualTo(1);
  }
}
