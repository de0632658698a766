package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Votes;
import org.ascertain.law.Base;
import org.ascertain.law.Electors;
import org.ascertain.law.Law;
import org.ascertain.law.Verdict;
import org.junit.jupiter.api.Test;

/** What Congress made of a state's votes, and what it may make of them. */
class CountingTest {

  private static final String COUNT = "2021-01-06";

  private final SmallElection election = new SmallElection();

  private static Fact objection(boolean received, long electors, long senators) {
    return new Fact.Objection(
        on(COUNT),
        "PA",
        Fact.Grounds.OTHER,
        electors < 0 ? OptionalLong.empty() : OptionalLong.of(electors),
        OptionalLong.of(senators),
        OptionalLong.of(1),
        List.of(),
        received);
  }

  private static Fact vote(Chamber chamber, long sustain, long reject) {
    return new Fact.ChamberVote(on(COUNT), "PA", chamber, sustain, reject);
  }

  private static Fact counted(CountResult result, Ballots... ballots) {
    return new Fact.Counted(
        on(COUNT), "PA", result, Optional.empty(), Arrays.stream(ballots).findFirst());
  }

  private static Fact ofSlate(String slate, long biden, long trump) {
    return new Fact.ElectorVotes(
        on("2020-12-14"),
        "PA",
        ballots(biden, trump),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.of(slate));
  }

  private Electors pennsylvania() {
    return election.end().college().electors().stream()
        .filter(each -> each.jurisdiction().equals("PA"))
        .findFirst()
        .orElseThrow();
  }

  private String electorsOn(Rung rung) {
    return SmallElection.rung(election.standing(), rung).electors().toString();
  }

  private SmallElection objected() {
    return election.add(electors("PA", "2020-12-14", 20, 0)).add(objection(true, -1, 1));
  }

  @Test
  void without_a_fact_of_the_count_the_votes_of_both_houses_tell_what_becomes_of_them() {
    objected().add(vote(Chamber.SENATE, 51, 49));
    assertThat(pennsylvania().result()).as("one House alone").isEmpty();
    assertThat(pennsylvania().entries()).containsExactly(1L);
    election.add(vote(Chamber.HOUSE, 218, 217));
    assertThat(pennsylvania().result()).contains(CountResult.REJECTED);
    assertThat(pennsylvania().counted()).isEmpty();
    assertThat(pennsylvania().entries()).containsExactly(1L, 3L, 4L);
    election.add(vote(Chamber.HOUSE, 217, 218));
    assertThat(pennsylvania().result()).as("the later vote").contains(CountResult.COUNTED);
    assertThat(pennsylvania().counted()).contains(ballots(20, 0));
    assertThat(pennsylvania().entries()).containsExactly(1L, 3L, 5L);
  }

  @Test
  void of_an_objection_to_some_electors_the_votes_tell_nothing_of_all() {
    election
        .add(electors("PA", "2020-12-14", 20, 0))
        .add(objection(true, 1, 1))
        .add(vote(Chamber.SENATE, 51, 49))
        .add(vote(Chamber.HOUSE, 218, 217));
    assertThat(pennsylvania().result()).isEmpty();
  }

  @Test
  void an_objection_that_was_not_received_leaves_votes_without_a_question() {
    election
        .add(electors("PA", "2020-12-14", 20, 0))
        .add(objection(false, -1, 1))
        .add(vote(Chamber.SENATE, 51, 49))
        .add(vote(Chamber.HOUSE, 218, 217));
    assertThat(election.end().facts("PA").objections().all()).isEmpty();
  }

  @Test
  void of_rival_returns_two_votes_do_not_tell_which_was_meant() {
    election
        .add(ofSlate("A", 20, 0))
        .add(ofSlate("B", 0, 20))
        .add(objection(true, -1, 1))
        .add(vote(Chamber.SENATE, 51, 49))
        .add(vote(Chamber.HOUSE, 218, 217));
    assertThat(pennsylvania().result()).isEmpty();
    assertThat(pennsylvania().cast()).isEmpty();
  }

  @Test
  void what_was_counted_is_what_the_fact_says_else_what_was_cast() {
    election.add(electors("PA", "2020-12-14", 19, 1)).add(counted(CountResult.COUNTED));
    assertThat(electorsOn(Rung.COUNTED)).isEqualTo("biden 19, trump 1");
    assertThat(pennsylvania().entries()).containsExactly(2L);
    election.add(counted(CountResult.COUNTED, ballots(20, 0)));
    assertThat(electorsOn(Rung.COUNTED)).isEqualTo("biden 20");
    assertThat(pennsylvania().counted()).contains(ballots(20, 0));
    assertThat(SmallElection.row(election.standing(), "PA").jurisdictionElectors())
        .hasValueSatisfying(
            four -> {
              assertThat(four.entitled()).isEqualTo(20);
              assertThat(four.cast()).hasValue(20);
              assertThat(four.counted()).hasValue(20);
              assertThat(four.votes()).contains(ballots(20, 0));
            });
  }

  @Test
  void what_was_counted_without_votes_on_record_implies_all_before_it() {
    election.add(counted(CountResult.COUNTED, ballots(20, 0)));
    assertThat(electorsOn(Rung.VOTED)).isEqualTo("biden 20");
    assertThat(electorsOn(Rung.ASCERTAINED)).isEqualTo("biden 20");
    assertThat(electorsOn(Rung.CERTIFIED)).isEqualTo("biden 20");
    assertThat(SmallElection.rung(election.standing(), Rung.VOTED).implied()).containsExactly("PA");
    assertThat(SmallElection.rung(election.standing(), Rung.COUNTED).implied()).isEmpty();
  }

  @Test
  void rejected_votes_are_cast_and_counted_for_nobody() {
    election.add(electors("PA", "2020-12-14", 20, 0)).add(counted(CountResult.REJECTED));
    assertThat(electorsOn(Rung.VOTED)).isEqualTo("biden 20");
    assertThat(electorsOn(Rung.COUNTED)).isEmpty();
    assertThat(pennsylvania().counted()).isEmpty();
    Explanation counted =
        new Explainer(election.history(), History.ALL)
            .explain(new Figure.OnRung(Rung.COUNTED, "biden"));
    assertThat(counted.parts())
        .extracting(Explanation::text)
        .containsExactly("PA: 20 cast and none counted");
    assertThat(counted.parts().getFirst().entries()).containsExactly(1L, 2L);
  }

  @Test
  void votes_that_were_counted_in_part_are_explained() {
    election
        .add(electors("PA", "2020-12-14", 20, 0))
        .add(objection(true, -1, 1))
        .add(vote(Chamber.SENATE, 1, 99))
        .add(vote(Chamber.HOUSE, 1, 400))
        .add(counted(CountResult.COUNTED, ballots(18, 0)))
        .add(new Fact.Death(on("2020-12-20"), "biden"));
    Explanation counted =
        new Explainer(election.history(), History.ALL)
            .explain(new Figure.OnRung(Rung.COUNTED, "biden"));
    assertThat(counted.text()).isEqualTo("biden has 18 electors counted, from 1 jurisdiction");
    assertThat(counted.parts())
        .extracting(Explanation::text)
        .containsExactly("PA 18", "PA: 20 cast and only 18 counted");
    assertThat(counted.parts().getFirst().entries()).containsExactly(2L, 3L, 4L, 5L);
    assertThat(counted.parts().getLast().entries()).containsExactly(2L, 3L, 4L, 1L, 5L);
    assertThat(counted.parts().getLast().rules()).containsExactly("VOTE.DEADCAND");
  }

  /** Before 2022 one of each House had to sign; since, a fifth. */
  @Test
  void an_objection_that_was_received_out_of_order_is_told() {
    SmallElection since = new SmallElection(Law.of(2024).orElseThrow());
    since.add(electors("PA", "2020-12-17", 19, 0)).add(objection(true, -1, 1));
    assertThat(since.standing().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo(Check.AGAINST_THE_LAW);
              assertThat(problem.path()).isEqualTo("received");
              assertThat(problem.detail()).startsWith("the objection is out of order by ");
            });
    assertThat(objected().standing().problems()).isEmpty();
  }

  @Test
  void a_count_against_the_votes_of_both_houses_is_told() {
    objected()
        .add(vote(Chamber.SENATE, 51, 49))
        .add(vote(Chamber.HOUSE, 218, 217))
        .add(counted(CountResult.COUNTED));
    assertThat(election.standing().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("result");
              assertThat(problem.detail())
                  .startsWith("PA is rejected by the votes of both Houses (");
            });
    assertThat(electorsOn(Rung.COUNTED)).isEqualTo("biden 20");
  }

  /** The Electoral Commission of 1877 chose between rival returns. */
  @Test
  void the_commission_speaks_for_one_of_rival_returns() {
    SmallElection of1876 = new SmallElection(Law.of(1876).orElseThrow());
    of1876
        .add(of1876Votes("A", 4, 0))
        .add(of1876Votes("B", 0, 4))
        .add(new Fact.CommissionRuling(on(COUNT), "FL", "A", 7, 8));
    assertThat(SmallElection.rung(of1876.standing(), Rung.VOTED).electors().isEmpty()).isTrue();
    of1876.add(new Fact.CommissionRuling(on(COUNT), "FL", "B", 8, 7));
    assertThat(SmallElection.rung(of1876.standing(), Rung.VOTED).electors()).hasToString("trump 4");
  }

  private static Fact of1876Votes(String slate, long biden, long trump) {
    return new Fact.ElectorVotes(
        on("2020-12-14"),
        "FL",
        ballots(biden, trump),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.of(slate));
  }

  @Test
  void the_slate_that_congress_counted_goes_before_every_other_choice() {
    election
        .add(ofSlate("A", 20, 0))
        .add(ofSlate("B", 0, 20))
        .add(
            new Fact.Ascertainment(
                on("2020-11-24"),
                "PA",
                votes(20),
                "governor",
                Optional.of("A"),
                OptionalLong.empty()));
    assertThat(electorsOn(Rung.VOTED)).as("the executive's").isEqualTo("biden 20");
    election.add(
        new Fact.Counted(on(COUNT), "PA", CountResult.COUNTED, Optional.of("B"), Optional.empty()));
    assertThat(electorsOn(Rung.VOTED)).isEqualTo("trump 20");
    assertThat(electorsOn(Rung.COUNTED)).isEqualTo("trump 20");
  }

  /** In 1881 the votes of Georgia were announced either way (22d Joint Rule; the count of 1881). */
  @Test
  void votes_announced_either_way_leave_two_bases() {
    SmallElection of1880 = new SmallElection(Law.of(1880).orElseThrow());
    of1880
        .add(electorsOf("GA", 0, 11))
        .add(electorsOf("NY", 35, 0))
        .add(
            new Fact.Counted(
                on(COUNT), "GA", CountResult.EITHER_WAY, Optional.empty(), Optional.empty()))
        .add(
            new Fact.Counted(
                on(COUNT), "NY", CountResult.COUNTED, Optional.empty(), Optional.empty()));
    Tabulation now = of1880.end();
    assertThat(now.base()).isInstanceOf(Verdict.Alternatives.class);
    List<Integer> majorities =
        ((Verdict.Alternatives<Base>) now.base())
            .answers().stream().map(answer -> answer.value().majority()).toList();
    assertThat(majorities).containsExactlyInAnyOrder(185, 180);
    assertThat(Majorities.of(now, Rung.COUNTED, 1).atLeast(11)).as("without them").isFalse();
    assertThat(Majorities.of(now, Rung.VOTED, 1).atLeast(11)).isTrue();
    assertThat(Majorities.of(now, Rung.COUNTED, 0).atLeast(35)).isTrue();
    assertThat(Majorities.of(now, Rung.COUNTED, 0).atLeast(36)).isFalse();
    assertThat(Majorities.of(now, Rung.COUNTED, 0).isPossible(185 - 35)).isTrue();
    assertThat(Majorities.of(now, Rung.COUNTED, 0).isPossible(184 - 35)).isFalse();
    assertThat(Majorities.of(now, Rung.COUNTED, 1).isPossible(180)).isTrue();
    assertThat(Majorities.of(now, Rung.COUNTED, 1).isPossible(179)).isFalse();
    assertThat(now.isMajority(185)).isTrue();
    assertThat(now.isMajority(184)).isFalse();
  }

  private static Fact electorsOf(String place, long biden, long trump) {
    return new Fact.ElectorVotes(
        on("2020-12-14"),
        place,
        ballots(biden, trump),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  @Test
  void how_many_were_appointed_is_told_by_the_nearest_fact() {
    assertThat(appointed()).isEmpty();
    election.add(
        new Fact.ElectorVotes(
            on("2020-12-14"),
            "PA",
            ballots(16, 0),
            OptionalLong.of(2),
            OptionalLong.of(1),
            List.of(),
            Optional.empty()));
    assertThat(appointed()).hasValue(19);
    assertThat(by()).containsExactly(1L);
    assertThat(election.end().facts("PA").appointmentIsImplied()).isTrue();
    election.add(SmallElection.ascertainment("PA", "2020-11-24", 18));
    assertThat(appointed()).hasValue(18);
    assertThat(by()).containsExactly(2L);
    assertThat(election.end().facts("PA").appointmentIsImplied()).isFalse();
    election.add(new Fact.NotAppointed(on("2020-11-03"), "PA", 3, "late"));
    assertThat(appointed()).hasValue(17);
    assertThat(by()).containsExactly(3L);
    election.add(new Fact.Appointment(on("2020-11-03"), "PA", 15, "by law", Votes.NONE));
    assertThat(appointed()).hasValue(15);
    assertThat(by()).containsExactly(4L, 3L);
  }

  private OptionalInt appointed() {
    return election.end().facts("PA").appointed();
  }

  private List<Long> by() {
    return election.end().facts("PA").appointedBy();
  }

  @Test
  void papers_from_a_state_that_appointed_nobody_are_no_electors_votes() {
    election
        .add(new Fact.NotAppointed(on("2020-11-03"), "PA", 20, "no election was held"))
        .add(electors("PA", "2020-12-14", 20, 0));
    assertThat(election.standing().electors().cast()).hasValue(0);
    assertThat(election.standing().electors().appointed()).hasValue(0);
    assertThat(SmallElection.row(election.standing(), "PA").jurisdictionElectors())
        .hasValueSatisfying(four -> assertThat(four.cast()).hasValue(0));
  }
}
