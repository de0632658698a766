package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Ticket;
import org.ascertain.election.Washington;
import org.junit.jupiter.api.Test;

/** Facts that stand and that somebody should look at. */
class RemarksTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private List<String> remarks() {
    return election.standing().remarks().stream()
        .map(remark -> remark.check().code() + " at " + remark.index())
        .toList();
  }

  @Test
  void a_record_in_which_all_fits_has_none() {
    election
        .add(returns("PA", "first", NIGHT, 300, 200))
        .add(returns("PA/1", "first", NIGHT, 200, 150))
        .add(returns("PA/2", "first", NIGHT, 100, 50));
    assertThat(remarks()).isEmpty();
  }

  @Test
  void returns_and_calls_before_election_day_are_remarked() {
    election
        .add(returns("PA", "first", "2020-11-02T22:00:00-05:00", 3, 2))
        .add(new Fact.Call(on("2020-10-30"), "PA", "AP", "biden"))
        .add(new Fact.Call(on(NIGHT), "GA", "AP", "biden"));
    assertThat(remarks()).containsExactly("R601 at 1", "R601 at 2");
    assertThat(election.standing().problems()).isEmpty();
  }

  @Test
  void figures_below_the_total_are_remarked() {
    Returns plain = returns("PA", "first", NIGHT, 60, 40);
    election.add(
        new Returns(
            plain.attestation(),
            "PA",
            plain.votes(),
            OptionalLong.of(5),
            OptionalLong.of(110),
            true,
            OptionalLong.empty(),
            Optional.empty(),
            true));
    assertThat(remarks()).containsExactly("R602 at 1");
  }

  @Test
  void two_levels_and_two_sources_that_differ_are_remarked() {
    election
        .add(returns("PA", "first", NIGHT, 300, 200))
        .add(returns("PA/1", "first", NIGHT, 299, 200))
        .add(returns("PA", "second", NIGHT, 300, 201));
    assertThat(remarks()).containsExactly("R603 at 1", "R604 at 3");
  }

  @Test
  void districts_that_do_not_make_up_their_state_are_remarked() {
    election
        .add(returns("ME", "first", NIGHT, 300, 200))
        .add(returns("ME-1", "first", NIGHT, 200, 100))
        .add(returns("ME-2", "first", NIGHT, 110, 100));
    assertThat(remarks()).containsExactly("R603 at 1");
  }

  @Test
  void the_same_figures_twice_and_the_sum_of_siblings_are_remarked() {
    election
        .add(returns("PA/1", "first", NIGHT, 200, 150))
        .add(returns("PA/2", "first", NIGHT, 200, 150))
        .add(returns("PA/3", "first", NIGHT, 400, 300));
    assertThat(remarks()).containsExactly("R605 at 2", "R607 at 3");
  }

  @Test
  void tickets_of_the_same_persons_without_a_slate_are_remarked() {
    election.add(
        new Fact.Addition(
            on("2020-11-03"),
            List.of(),
            List.of(
                new Ticket("biden-labor", "biden", Optional.of("harris")),
                new Ticket("trump-green", "trump", Optional.of("harris"))),
            List.of(),
            List.of()));
    assertThat(remarks()).containsExactly("R606 at 1");
  }

  private List<String> details() {
    return election.standing().remarks().stream()
        .map(remark -> remark.index() + " " + remark.detail())
        .toList();
  }

  private static Fact counted(String unit, long other, long total, boolean certified) {
    Returns plain = returns(unit, "first", NIGHT, 600, 400);
    OptionalLong others = other < 0 ? OptionalLong.empty() : OptionalLong.of(other);
    return certified
        ? new Fact.Certification(
            on("2020-11-24"),
            unit,
            plain.votes(),
            others,
            OptionalLong.of(total),
            "board",
            OptionalLong.empty())
        : new Returns(
            plain.attestation(),
            unit,
            plain.votes(),
            others,
            OptionalLong.of(total),
            true,
            OptionalLong.empty(),
            Optional.empty(),
            true);
  }

  @Test
  void figures_that_make_up_the_total_are_not_remarked_and_without_others_nobody_knows() {
    election.add(counted("PA", 5, 1_005, false)).add(counted("GA", -1, 1_100, false));
    assertThat(remarks()).isEmpty();
  }

  @Test
  void figures_below_the_total_are_remarked_of_certificates_and_of_counties() {
    election.add(counted("PA", 5, 1_006, true)).add(counted("GA/1/1", 5, 1_010, false));
    assertThat(details()).containsExactlyInAnyOrder("1 1,005 of 1,006", "2 1,005 of 1,010");
  }

  @Test
  void the_moment_at_which_the_first_polls_close_is_not_before_them() {
    long closing =
        SmallElection.LAW.firstPollsClose().orElse(Washington.endOf(LocalDate.of(2020, 11, 2)) + 1);
    String at = Washington.at(closing).toString();
    String before = Washington.at(closing - 1_000_000_000).toString();
    election
        .add(returns("PA", "first", at, 3, 2))
        .add(new Fact.Call(on(at), "PA", "AP", "biden"))
        .add(new Fact.Call(on(before), "GA", "AP", "biden"))
        .add(returns("GA", "first", before, 3, 2))
        .add(ranked(at))
        .add(ranked(before))
        .add(new Fact.Call(on(before), "XX", "AP", "biden"));
    assertThat(remarks()).containsExactly("R601 at 3", "R601 at 4", "R601 at 6");
  }

  private static Fact ranked(String at) {
    return new Fact.RankedReturns(
        on(at),
        "ME-2",
        List.of(new Fact.Ranking(List.of(List.of("biden")), 3)),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  @Test
  void levels_are_held_against_each_other_where_both_name_a_ticket() {
    election
        .add(returns("PA", "first", NIGHT, 1_300, 0))
        .add(returns("PA/1", "first", NIGHT, 1_300, 1, 7));
    assertThat(details()).containsExactly("1 PA has 0, below it are 1");
    election.add(returns("PA", "first", NIGHT, 1_300, 1));
    assertThat(remarks()).as("of the third the state is silent").isEmpty();
  }

  @Test
  void districts_are_held_against_their_state_where_all_name_a_ticket() {
    election
        .add(returns("ME", "first", NIGHT, 3_000, 0))
        .add(returns("ME-1", "first", NIGHT, 2_000, 0))
        .add(returns("ME-2", "first", NIGHT, 1_000));
    assertThat(remarks()).as("of Trump one district is silent").isEmpty();
    election.add(returns("ME-2", "first", NIGHT, 1_000, 7));
    assertThat(details()).containsExactly("1 ME has 0, below it are 7");
    election.add(returns("ME-1", "first", NIGHT, 1_999, 0));
    assertThat(details()).containsExactly("1 ME has 3,000, below it are 2,999");
  }

  @Test
  void one_district_alone_does_not_make_up_a_state() {
    election
        .add(returns("ME", "first", NIGHT, 3_000, 0))
        .add(returns("ME-1", "first", NIGHT, 2_000, 0));
    assertThat(remarks()).isEmpty();
  }

  @Test
  void equal_figures_of_few_votes_are_chance() {
    election
        .add(returns("PA/1", "first", NIGHT, 60, 39))
        .add(returns("PA/2", "first", NIGHT, 60, 39));
    assertThat(remarks()).isEmpty();
    election
        .add(returns("PA/3", "first", NIGHT, 61, 39))
        .add(returns("PA/4", "first", NIGHT, 61, 39));
    assertThat(details()).containsExactly("4 PA/3 and PA/4");
  }

  @Test
  void of_two_units_one_is_not_the_sum_of_the_others() {
    election
        .add(returns("PA/1", "first", NIGHT, 200, 100, 0))
        .add(returns("PA/2", "first", NIGHT, 200, 100, 1));
    assertThat(remarks()).isEmpty();
    election.add(returns("PA/3", "first", NIGHT, 400, 200, 1));
    assertThat(remarks()).containsExactly("R607 at 3");
  }

  @Test
  void certificates_that_contradict_each_other_are_remarked_unless_one_amends_the_other() {
    election
        .add(certificate("PA", "2020-11-24", 300, 200))
        .add(certificate("PA", "2020-11-25", 300, 200))
        .add(certificate("GA", "2020-11-24", 300))
        .add(certificate("GA", "2020-11-25", 300, 200));
    assertThat(remarks()).as("figures that agree").isEmpty();
    election.add(certificate("PA", "2020-11-26", 200, 300));
    assertThat(remarks()).containsExactly("R608 at 5");
    election.add(amending("GA", 3, 299, 201)).add(amending("GA", 4, 299, 201));
    assertThat(remarks()).containsExactly("R608 at 5");
    assertThat(election.standing().problems()).isEmpty();
  }

  private static Fact amending(String unit, long amends, long... votes) {
    Fact.Certification plain = certificate(unit, "2020-11-30", votes);
    return new Fact.Certification(
        plain.attestation(),
        unit,
        plain.votes(),
        plain.other(),
        plain.total(),
        plain.authority(),
        OptionalLong.of(amends));
  }

  @Test
  void a_later_fact_that_contradicts_an_earlier_one_about_the_same_is_remarked() {
    election
        .add(electors("PA", "2020-12-14", 20, 0))
        .add(electors("PA", "2020-12-14", 20, 0))
        .add(new Fact.Oath(on("2021-01-20T12:00:00-05:00"), "biden", Office.PRESIDENT));
    assertThat(remarks()).isEmpty();
    election
        .add(electors("PA", "2020-12-15", 19, 1))
        .add(new Fact.Oath(on("2021-01-20T12:01:00-05:00"), "trump", Office.PRESIDENT));
    assertThat(remarks()).containsExactly("R609 at 4", "R609 at 5");
  }
}
