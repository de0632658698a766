package org.ascertain.standing;

import static org.ascertain.election.Check.MORE_THAN_ANY;
import static org.ascertain.election.Check.MORE_THAN_THERE_ARE;
import static org.ascertain.election.Check.NOT_FOR_PRESIDENT;
import static org.ascertain.election.Check.NOT_IN_THE_LOT;
import static org.ascertain.election.Check.SECOND_HEADER;
import static org.ascertain.election.Check.TOO_DEEP;
import static org.ascertain.election.Check.TOO_MANY_ELECTORS;
import static org.ascertain.election.Check.TOO_MANY_VOTES;
import static org.ascertain.election.Check.TOTAL_TOO_SMALL;
import static org.ascertain.election.Check.UNKNOWN_CALLER;
import static org.ascertain.election.Check.UNKNOWN_CANDIDATE;
import static org.ascertain.election.Check.UNKNOWN_JURISDICTION;
import static org.ascertain.election.Check.UNKNOWN_TICKET;
import static org.ascertain.election.Check.UNKNOWN_UNIT;
import static org.ascertain.election.Check.WRONG_BALLOTS;
import static org.ascertain.standing.FactChecks.MOST_VOTES;
import static org.ascertain.standing.ShortFacts.acknowledged;
import static org.ascertain.standing.ShortFacts.appointed;
import static org.ascertain.standing.ShortFacts.ascertained;
import static org.ascertain.standing.ShortFacts.call;
import static org.ascertain.standing.ShortFacts.certificate;
import static org.ascertain.standing.ShortFacts.challenge;
import static org.ascertain.standing.ShortFacts.congress;
import static org.ascertain.standing.ShortFacts.counted;
import static org.ascertain.standing.ShortFacts.coverage;
import static org.ascertain.standing.ShortFacts.declared;
import static org.ascertain.standing.ShortFacts.house;
import static org.ascertain.standing.ShortFacts.lot;
import static org.ascertain.standing.ShortFacts.objection;
import static org.ascertain.standing.ShortFacts.onBallots;
import static org.ascertain.standing.ShortFacts.only;
import static org.ascertain.standing.ShortFacts.ranked;
import static org.ascertain.standing.ShortFacts.reporting;
import static org.ascertain.standing.ShortFacts.returns;
import static org.ascertain.standing.ShortFacts.statement;
import static org.ascertain.standing.ShortFacts.voted;
import static org.ascertain.standing.ShortFacts.votesOf;
import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which facts make no sense in their election, by kind, and which just do. */
class FactChecksTest {

  private static final String DAY = "2020-11-24";
  private static final OptionalLong NONE = OptionalLong.empty();

  private static Arguments wrong(Fact fact, Check check, String path, String detail) {
    return arguments(fact, check, path, detail);
  }

  static Stream<Arguments> senseless() {
    return Stream.of(
        wrong(SmallElection.HEADER, SECOND_HEADER, "", ""),
        wrong(returns("XX", votes(1)), UNKNOWN_UNIT, "unit", "XX"),
        wrong(returns("PA/", votes(1)), UNKNOWN_UNIT, "unit", "PA/"),
        wrong(returns("PA//1", votes(1)), UNKNOWN_UNIT, "unit", "PA//1"),
        wrong(returns("/PA", votes(1)), UNKNOWN_UNIT, "unit", "/PA"),
        wrong(returns("PA/1/2/3/4", votes(1)), TOO_DEEP, "unit", "PA/1/2/3/4"),
        wrong(
            returns("PA/1/2/3/" + "4".repeat(60), votes(1)),
            TOO_DEEP,
            "unit",
            "PA/1/2/3/" + "4".repeat(51) + "…"),
        wrong(returns("PA", votesOf("nobody", 1)), UNKNOWN_TICKET, "votes.nobody", "nobody"),
        wrong(
            returns("PA", votesOf("biden", MOST_VOTES + 1)),
            MORE_THAN_ANY,
            "votes.biden",
            "1000000000001"),
        wrong(
            counted(OptionalLong.of(MOST_VOTES + 1), NONE),
            MORE_THAN_ANY,
            "other",
            "1000000000001"),
        wrong(
            counted(NONE, OptionalLong.of(MOST_VOTES + 1)),
            MORE_THAN_ANY,
            "total",
            "1000000000001"),
        wrong(counted(NONE, OptionalLong.of(99)), TOTAL_TOO_SMALL, "total", "100 of 99"),
        wrong(
            counted(OptionalLong.of(1), OptionalLong.of(100)),
            TOTAL_TOO_SMALL,
            "total",
            "101 of 100"),
        wrong(
            onBallots(NONE, 104), MORE_THAN_THERE_ARE, "ballots.cast", "105 votes on 104 ballots"),
        wrong(
            onBallots(OptionalLong.of(110), 109),
            MORE_THAN_THERE_ARE,
            "ballots.cast",
            "110 votes on 109 ballots"),
        wrong(reporting(3, 2), MORE_THAN_THERE_ARE, "reporting", "3 units of 2"),
        wrong(ranked("nobody", 1), UNKNOWN_TICKET, "rankings", "nobody"),
        wrong(ranked("trump", MOST_VOTES + 1), MORE_THAN_ANY, "rankings", "1000000000001"),
        wrong(
            lot(List.of("biden", "nobody"), new Drawn.Winner("biden")),
            UNKNOWN_TICKET,
            "between",
            "nobody"),
        wrong(
            lot(List.of("biden", "trump"), new Drawn.Winner("jorgensen")),
            NOT_IN_THE_LOT,
            "for",
            "jorgensen"),
        wrong(
            lot(List.of("biden", "trump"), new Drawn.Out("jorgensen")),
            NOT_IN_THE_LOT,
            "out",
            "jorgensen"),
        wrong(call("PA/1", "AP", "biden"), UNKNOWN_UNIT, "unit", "PA/1"),
        wrong(call("PA", "ZDF", "biden"), UNKNOWN_CALLER, "caller", "ZDF"),
        wrong(call("PA", "AP", "nobody"), UNKNOWN_CANDIDATE, "for", "nobody"),
        wrong(call("US", "AP", "harris"), NOT_FOR_PRESIDENT, "for", "harris"),
        wrong(
            new Fact.CallWithdrawn(on(DAY), "PA", "ZDF", "biden"), UNKNOWN_CALLER, "caller", "ZDF"),
        wrong(certificate(votesOf("nobody", 1), NONE), UNKNOWN_TICKET, "votes.nobody", "nobody"),
        wrong(
            certificate(votes(60, 40), OptionalLong.of(99)), TOTAL_TOO_SMALL, "total", "100 of 99"),
        wrong(challenge("XX"), UNKNOWN_UNIT, "units", "XX"),
        wrong(statement("XX"), UNKNOWN_UNIT, "units", "XX"),
        wrong(coverage("XX", "AP"), UNKNOWN_UNIT, "units", "XX"),
        wrong(coverage("US", "ZDF"), UNKNOWN_CALLER, "caller", "ZDF"),
        wrong(appointed("XX", 1, Votes.NONE), UNKNOWN_JURISDICTION, "jurisdiction", "XX"),
        wrong(appointed("ME-1", 1, Votes.NONE), UNKNOWN_JURISDICTION, "jurisdiction", "ME-1"),
        wrong(appointed("PA", 21, Votes.NONE), TOO_MANY_ELECTORS, "number", "21 of 20 in PA"),
        wrong(
            appointed("PA", 20, votesOf("nobody", 1)), UNKNOWN_TICKET, "electors.nobody", "nobody"),
        wrong(appointed("PA", 20, votes(20, 1)), TOO_MANY_ELECTORS, "electors", "21 of 20 in PA"),
        wrong(
            new Fact.NotAppointed(on(DAY), "PA", 21, "late"),
            TOO_MANY_ELECTORS,
            "number",
            "21 of 20 in PA"),
        wrong(
            new Fact.NotAppointed(on(DAY), "XX", 1, "late"),
            UNKNOWN_JURISDICTION,
            "jurisdiction",
            "XX"),
        wrong(ascertained("XX", votes(1)), UNKNOWN_JURISDICTION, "jurisdiction", "XX"),
        wrong(ascertained("PA", votesOf("nobody", 1)), UNKNOWN_TICKET, "electors.nobody", "nobody"),
        wrong(ascertained("PA", votes(10, 11)), TOO_MANY_ELECTORS, "electors", "21 of 20 in PA"),
        wrong(voted("XX", ballots(1, 0), 0), UNKNOWN_JURISDICTION, "jurisdiction", "XX"),
        wrong(
            voted("PA", only(votesOf("nobody", 1), Votes.NONE), 0),
            UNKNOWN_CANDIDATE,
            "president.nobody",
            "nobody"),
        wrong(
            voted("PA", only(Votes.NONE, votesOf("nobody", 1)), 0),
            UNKNOWN_CANDIDATE,
            "vicePresident.nobody",
            "nobody"),
        wrong(
            voted("PA", only(votesOf("biden", 21), Votes.NONE), 0),
            TOO_MANY_VOTES,
            "president",
            "21 where PA has 20"),
        wrong(
            voted("PA", only(Votes.NONE, votesOf("harris", 21)), 0),
            TOO_MANY_VOTES,
            "vicePresident",
            "21 where PA has 20"),
        wrong(voted("PA", ballots(20, 0), 1), TOO_MANY_VOTES, "absent", "21 where PA has 20"),
        wrong(
            voted("PA", ballots(20, 0), Long.MAX_VALUE),
            TOO_MANY_VOTES,
            "absent",
            "9223372036854775807 where PA has 20"),
        wrong(
            voted("PA", new Ballots.Pairs(votesOf("biden", 1)), 0),
            WRONG_BALLOTS,
            "both",
            "two votes each"),
        wrong(objection("XX", 1), UNKNOWN_JURISDICTION, "jurisdiction", "XX"),
        wrong(objection("PA", 21), TOO_MANY_ELECTORS, "electors", "21 of 20 in PA"),
        wrong(
            new Fact.ChamberVote(on(DAY), "XX", Chamber.HOUSE, 1, 2),
            UNKNOWN_JURISDICTION,
            "jurisdiction",
            "XX"),
        wrong(
            new Fact.CommissionRuling(on(DAY), "XX", "s", 8, 7),
            UNKNOWN_JURISDICTION,
            "jurisdiction",
            "XX"),
        wrong(congress("XX", ballots(1, 0)), UNKNOWN_JURISDICTION, "jurisdiction", "XX"),
        wrong(
            congress("PA", only(votesOf("biden", 21), Votes.NONE)),
            TOO_MANY_VOTES,
            "president",
            "21 where PA has 20"),
        wrong(
            declared(only(votesOf("nobody", 1), Votes.NONE)),
            UNKNOWN_CANDIDATE,
            "president.nobody",
            "nobody"),
        wrong(
            declared(only(Votes.NONE, votesOf("nobody", 1))),
            UNKNOWN_CANDIDATE,
            "vicePresident.nobody",
            "nobody"),
        wrong(
            declared(only(votesOf("biden", 539), Votes.NONE)),
            TOO_MANY_VOTES,
            "president",
            "539 where the nation has 538"),
        wrong(
            declared(only(Votes.NONE, votesOf("harris", 539))),
            TOO_MANY_VOTES,
            "vicePresident",
            "539 where the nation has 538"),
        wrong(house("nobody"), UNKNOWN_CANDIDATE, "states", "nobody"),
        wrong(
            new Fact.ContingentBallot(
                on(DAY), Chamber.SENATE, 1, new ContingentVotes.BySenator(votesOf("nobody", 1))),
            UNKNOWN_CANDIDATE,
            "senators.nobody",
            "nobody"),
        wrong(
            new Fact.Oath(on(DAY), "nobody", Fact.Office.PRESIDENT),
            UNKNOWN_CANDIDATE,
            "person",
            "nobody"),
        wrong(new Fact.Death(on(DAY), "nobody"), UNKNOWN_CANDIDATE, "person", "nobody"),
        wrong(new Fact.Withdrawal(on(DAY), "nobody"), UNKNOWN_CANDIDATE, "person", "nobody"),
        wrong(
            new Fact.VotingExtended(on(DAY), "XX", LocalDate.of(2020, 11, 4), "law"),
            UNKNOWN_JURISDICTION,
            "jurisdiction",
            "XX"),
        wrong(acknowledged("nobody"), UNKNOWN_CANDIDATE, "toward", "nobody"));
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void a_fact_that_makes_no_sense_is_one_problem_and_counts_nowhere(
      Fact fact, Check check, String path, String detail) {
    Standing standing = new SmallElection().add(fact).standing();
    assertThat(standing.problems())
        .map(
            problem -> new Problem(problem.check(), problem.index(), problem.path(), said(problem)))
        .containsExactly(new Problem(check, 1, path, detail));
    assertThat(standing.ladder())
        .allSatisfy(rung -> assertThat(rung.electors().isEmpty()).isTrue());
  }

  /** What is wrong, without what there is in its place. */
  private static String said(Problem problem) {
    return problem.detail().replaceFirst("; (it has|write) .*", "");
  }

  static Stream<Arguments> unknown() {
    return Stream.of(
        arguments(call("PA", "ZDF", "biden"), "ZDF; it has AP, Fox"),
        arguments(call("PA", "ap", "biden"), "ap; write AP"),
        arguments(call("PA", "AP", "Biden"), "Biden; write biden"),
        arguments(call("Pennsylvania", "AP", "biden"), "Pennsylvania; write PA"),
        arguments(call("PA/1", "AP", "biden"), "PA/1"),
        arguments(returns("PA//1", votes(1)), "PA//1"));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void of_a_name_that_nobody_knows_it_is_said_what_to_write(Fact fact, String detail) {
    assertThat(new SmallElection().add(fact).standing().problems())
        .map(Problem::detail)
        .containsExactly(detail);
  }

  static Stream<Fact> sensible() {
    return Stream.of(
        returns("PA/1/2/3", votes(1)),
        returns("ME-1/1", votes(1)),
        returns("PA", votesOf("biden", MOST_VOTES)),
        counted(OptionalLong.of(MOST_VOTES), NONE),
        counted(NONE, OptionalLong.of(MOST_VOTES)),
        counted(OptionalLong.of(1), OptionalLong.of(101)),
        onBallots(NONE, 105),
        onBallots(OptionalLong.of(110), 110),
        reporting(2, 2),
        ranked("trump", MOST_VOTES),
        lot(List.of("biden", "trump"), new Drawn.Winner("biden")),
        lot(List.of("biden", "trump"), new Drawn.Out("trump")),
        call("US", "AP", "biden"),
        call("ME-2", "Fox", "trump"),
        coverage("US", "AP"),
        coverage("PA/1", "Fox"),
        challenge("PA/1"),
        appointed("PA", 20, votes(20)),
        new Fact.NotAppointed(on(DAY), "PA", 20, "late"),
        ascertained("PA", votes(10, 10)),
        voted("PA", ballots(19, 0), 1),
        objection("PA", 20),
        congress("PA", ballots(20, 0)),
        declared(ballots(306, 232)),
        house("divided"),
        house("biden"),
        acknowledged("none"),
        acknowledged("harris"));
  }

  @ParameterizedTest
  @MethodSource("sensible")
  void a_fact_that_just_makes_sense_is_none(Fact fact) {
    assertThat(new SmallElection().add(fact).standing().problems()).isEmpty();
  }

  static Stream<Arguments> underTheFirstLaw() {
    Votes both = Votes.of(List.of("biden", "trump"), 10, 10);
    return Stream.of(
        arguments(voted("PA", new Ballots.Pairs(both), 0), ""),
        arguments(voted("PA", new Ballots.Pairs(votesOf("biden", 30)), 0), ""),
        arguments(
            voted("PA", new Ballots.Pairs(votesOf("biden", 31)), 0),
            "TOO_MANY_VOTES both 31 where PA has 30"),
        arguments(voted("PA", new Ballots.Pairs(votesOf("biden", 29)), 0), ""),
        arguments(
            voted("PA", new Ballots.Pairs(votesOf("biden", 29)), 1),
            "TOO_MANY_VOTES absent 16 where PA has 15"),
        arguments(voted("PA", new Ballots.Pairs(votesOf("biden", 28)), 1), ""),
        arguments(
            voted("PA", new Ballots.Pairs(votesOf("nobody", 1)), 0),
            "UNKNOWN_CANDIDATE both.nobody nobody"),
        arguments(voted("PA", ballots(1, 0), 0), "WRONG_BALLOTS president distinct votes"),
        arguments(declared(new Ballots.Pairs(votesOf("biden", 276))), ""),
        arguments(
            declared(new Ballots.Pairs(votesOf("biden", 277))),
            "TOO_MANY_VOTES both 277 where the nation has 276"));
  }

  /** In 1796 each of 138 electors, 15 of them Pennsylvania's, named two persons. */
  @ParameterizedTest
  @MethodSource("underTheFirstLaw")
  void two_names_of_each_elector_are_counted_as_such(Fact fact, String problem) {
    Law law = Law.of(1796).orElseThrow();
    assertThat(
            new SmallElection(law)
                .add(fact).standing().problems().stream()
                    .map(each -> each.check() + " " + each.path() + " " + said(each)))
        .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
  }
}
