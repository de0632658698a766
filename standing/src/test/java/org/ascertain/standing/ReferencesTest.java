package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;

/** Facts that stand in the place of others, and what corrections make of whom they name. */
class ReferencesTest {

  private static final String DAY = "2020-11-23";
  private static final String LATER = "2020-11-30";

  private final SmallElection election = new SmallElection();

  private static Ascertainment slate(String slate, String at, Votes electors, long... supersedes) {
    return new Ascertainment(
        on(at),
        "PA",
        electors,
        "governor",
        Optional.of(slate),
        supersedes.length == 0 ? OptionalLong.empty() : OptionalLong.of(supersedes[0]));
  }

  private static Certification amended(String unit, long amends, long... counts) {
    return new Certification(
        on(LATER),
        unit,
        votes(counts),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "board",
        OptionalLong.of(amends));
  }

  private static Fact.ElectorVotes votesOf(String slate, Ballots ballots) {
    return new Fact.ElectorVotes(
        on("2020-12-14"),
        "PA",
        ballots,
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.of(slate));
  }

  private String electors(Rung rung) {
    return SmallElection.rung(election.standing(), rung).electors().toString();
  }

  private void isAtFault(String why) {
    assertThat(election.standing().problems())
        .extracting(Problem::check, Problem::detail)
        .containsExactly(tuple(Check.WRONG_REFERENCE, why));
  }

  private void superseded() {
    election
        .add(slate("x", DAY, votes(20)))
        .add(slate("y", LATER, votes(0, 20), 1))
        .add(votesOf("y", ballots(0, 20)))
        .add(votesOf("x", ballots(20, 0)));
  }

  @Test
  void a_certificate_that_another_supersedes_stands_no_more() {
    superseded();
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo("trump 20");
    assertThat(electors(Rung.VOTED)).isEqualTo("trump 20");
  }

  @Test
  void correcting_a_superseded_certificate_without_a_figure_changes_no_rung() {
    superseded();
    List<Standing.RungFigures> before = election.standing().ladder();
    election.correct(1, slate("x", DAY, votes(20)));
    assertThat(election.standing().ladder()).isEqualTo(before);
    assertThat(election.standing().problems()).isEmpty();
  }

  @Test
  void who_names_what_was_corrected_before_names_what_stands_in_its_place() {
    election
        .add(slate("x", DAY, votes(20)))
        .correct(1, slate("x", DAY, votes(19, 1)))
        .add(slate("y", LATER, votes(0, 20), 1));
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo("trump 20");
  }

  @Test
  void a_corrected_certificate_still_supersedes() {
    superseded();
    election.correct(2, slate("y", LATER, votes(1, 19), 1));
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo("biden 1, trump 19");
  }

  @Test
  void a_certificate_that_is_retracted_supersedes_nothing() {
    superseded();
    election.retract(2);
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo("biden 20");
  }

  @Test
  void in_which_order_names_are_written_decides_nothing() {
    election
        .add(slate("x", DAY, Votes.of(List.of("biden", "trump"), 19, 1)))
        .add(slate("y", DAY, Votes.of(List.of("trump", "biden"), 1, 19)))
        .add(
            votesOf(
                "x",
                new Ballots.Distinct(
                    Votes.of(List.of("biden", "trump"), 19, 1),
                    Votes.of(List.of("harris", "pence"), 19, 1))))
        .add(
            votesOf(
                "y",
                new Ballots.Distinct(
                    Votes.of(List.of("trump", "biden"), 1, 19),
                    Votes.of(List.of("pence", "harris"), 1, 19))));
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo("biden 19, trump 1");
    assertThat(electors(Rung.VOTED)).isEqualTo("biden 19, trump 1");
  }

  @Test
  void two_certificates_that_differ_and_of_which_none_supersedes_ascertain_nobody() {
    election.add(slate("x", DAY, votes(20))).add(slate("y", DAY, votes(0, 20)));
    assertThat(electors(Rung.ASCERTAINED)).isEmpty();
  }

  @Test
  void certificates_that_name_nobody_in_common_do_not_agree() {
    election
        .add(slate("x", DAY, Votes.of(List.of("biden"), 20)))
        .add(slate("y", DAY, Votes.of(List.of("trump"), 20)));
    assertThat(electors(Rung.ASCERTAINED)).isEmpty();
  }

  @Test
  void a_certificate_of_a_count_is_amended_by_one_that_names_it() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .add(amended("PA", 1, 40, 60))
        .correct(1, certificate("PA", DAY, 61, 40));
    assertThat(row(election.standing(), "PA").certifiedVotes()).contains(votes(40, 60));
    assertThat(electors(Rung.CERTIFIED)).isEqualTo("trump 20");
    assertThat(election.standing().problems()).isEmpty();
  }

  @Test
  void nobody_stands_in_the_place_of_itself() {
    election.add(amended("PA", 1, 60, 40));
    isAtFault("entry 1 is this entry itself");
  }

  @Test
  void nobody_stands_in_the_place_of_what_came_later() {
    election.add(amended("PA", 2, 60, 40)).add(certificate("PA", DAY, 50, 50));
    isAtFault("entry 2 came later");
  }

  @Test
  void the_header_is_of_another_kind() {
    election.add(amended("PA", 0, 60, 40));
    isAtFault("entry 0 is of another kind");
  }

  @Test
  void a_retraction_is_no_fact_to_be_named() {
    election.add(certificate("PA", DAY, 50, 50)).retract(1).add(amended("PA", 2, 60, 40));
    isAtFault("there is no fact at entry 2");
  }

  @Test
  void a_certificate_of_another_kind_or_place_is_not_replaced() {
    election.add(ascertainment("PA", DAY, 20)).add(amended("PA", 1, 60, 40));
    isAtFault("entry 1 is of another kind");
    election.retract(2).add(certificate("GA", DAY, 60, 40)).add(amended("PA", 4, 60, 40));
    isAtFault("entry 4 is about GA");
  }

  @Test
  void a_correction_that_closes_a_circle_is_at_fault() {
    election
        .add(slate("x", DAY, votes(20)))
        .add(slate("y", LATER, votes(0, 20), 1))
        .correct(1, slate("x", DAY, votes(20), 2));
    isAtFault("entries 2 and this one name each other in a circle");
  }

  @Test
  void an_amendment_of_what_does_not_stand_changes_nothing() {
    election.retract(7).retract(0).correct(9, certificate("PA", DAY, 1, 2));
    assertThat(election.standing().problems())
        .extracting(Problem::check, Problem::path)
        .containsExactly(
            tuple(Check.NOT_IN_FORCE, "retracts"),
            tuple(Check.NOT_IN_FORCE, "retracts"),
            tuple(Check.NOT_IN_FORCE, "corrects"));
    assertThat(election.history().amendments()).isEmpty();
  }

  @Test
  void a_correction_cannot_change_the_kind_or_the_place() {
    election.add(certificate("PA", DAY, 60, 40)).correct(1, ascertainment("PA", DAY, 20));
    isAtFault("entry 1 is of another kind");
  }

  @Test
  void neither_a_correction_nor_a_retraction_nor_a_header_stands_in_the_place_of_a_fact() {
    election
        .add(certificate("PA", DAY, 60, 40))
        .correct(1, new Fact.Retraction(on(DAY), 1, "slip"))
        .correct(1, new Fact.Correction(on(DAY), 1, "slip", certificate("PA", DAY, 60, 40)))
        .correct(1, SmallElection.HEADER);
    assertThat(election.standing().problems())
        .extracting(Problem::check, Problem::detail)
        .containsExactly(
            tuple(Check.NOT_ALONE, "a retraction"),
            tuple(Check.NOT_ALONE, "a correction"),
            tuple(Check.NOT_ALONE, "the record's first entry"));
    assertThat(electors(Rung.CERTIFIED)).isEqualTo("biden 20");
  }

  @Test
  void who_takes_back_a_correction_has_the_fact_again_and_who_takes_back_the_fact_has_none() {
    election.add(certificate("PA", DAY, 60, 40)).correct(1, certificate("PA", DAY, 40, 60));
    assertThat(electors(Rung.CERTIFIED)).isEqualTo("trump 20");
    assertThat(
            new SmallElection()
                .add(certificate("PA", DAY, 60, 40))
                .correct(1, certificate("PA", DAY, 40, 60))
                .retract(1)
                .standing()
                .problems())
        .isEmpty();
    election.retract(2);
    assertThat(electors(Rung.CERTIFIED)).isEqualTo("biden 20");
    election.retract(1);
    assertThat(electors(Rung.CERTIFIED)).isEmpty();
  }
}
