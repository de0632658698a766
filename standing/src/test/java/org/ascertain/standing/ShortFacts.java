package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.votes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Fact.Reporting;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Votes;

/** Facts of few words, for checks of what makes sense. */
final class ShortFacts {

  private static final String DAY = "2020-11-24";
  private static final OptionalLong NONE = OptionalLong.empty();

  static Fact returns(String unit, Votes votes) {
    return returns(unit, votes, NONE, NONE, Optional.empty(), Optional.empty());
  }

  static Fact returns(
      String unit,
      Votes votes,
      OptionalLong other,
      OptionalLong total,
      Optional<BallotCounts> ballots,
      Optional<Reporting> reporting) {
    return new Fact.Returns(
        on(DAY),
        unit,
        votes,
        other,
        total,
        true,
        NONE,
        Optional.empty(),
        false,
        ballots,
        NONE,
        reporting,
        TotalBy.PRINTED);
  }

  static Fact counted(OptionalLong other, OptionalLong total) {
    return returns("PA", votes(60, 40), other, total, Optional.empty(), Optional.empty());
  }

  static Fact onBallots(OptionalLong total, long cast) {
    BallotCounts counts = new BallotCounts(OptionalLong.of(cast), NONE, NONE, NONE);
    return returns(
        "PA", votes(60, 40), OptionalLong.of(5), total, Optional.of(counts), Optional.empty());
  }

  static Fact reporting(long units, long of) {
    return returns(
        "PA", votes(6, 4), NONE, NONE, Optional.empty(), Optional.of(new Reporting(units, of)));
  }

  static Fact certificate(Votes votes, OptionalLong total) {
    return new Fact.Certification(on(DAY), "PA", votes, NONE, total, "board", NONE);
  }

  static Fact ranked(String ticket, long ballots) {
    return new Fact.RankedReturns(
        on(DAY),
        "ME-2",
        List.of(new Fact.Ranking(List.of(List.of("biden"), List.of(ticket)), ballots)),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static Fact lot(List<String> between, Drawn drawn) {
    return new Fact.Lot(on(DAY), "ME-2", between, drawn);
  }

  static Fact call(String unit, String caller, String candidate) {
    return new Fact.Call(on(DAY), unit, caller, candidate);
  }

  static Fact appointed(String place, long number, Votes electors) {
    return new Fact.Appointment(on(DAY), place, number, "by law", electors);
  }

  static Fact ascertained(String place, Votes electors) {
    return new Fact.Ascertainment(on(DAY), place, electors, "governor", Optional.empty(), NONE);
  }

  static Fact voted(String place, Ballots ballots, long absent) {
    return new Fact.ElectorVotes(
        on(DAY), place, ballots, OptionalLong.of(absent), NONE, List.of(), Optional.empty());
  }

  static Fact objection(String place, long electors) {
    return new Fact.Objection(
        on(DAY), place, Fact.Grounds.OTHER, OptionalLong.of(electors), NONE, NONE, List.of(), true);
  }

  static Fact congress(String place, Ballots ballots) {
    return new Fact.Counted(
        on(DAY), place, Fact.CountResult.COUNTED, Optional.empty(), Optional.of(ballots));
  }

  static Fact declared(Ballots ballots) {
    return new Fact.Declared(on(DAY), ballots, NONE, NONE);
  }

  static Fact house(String of) {
    return new Fact.ContingentBallot(
        on(DAY), Chamber.HOUSE, 1, new ContingentVotes.ByState(Map.of("PA", of), Map.of()));
  }

  static Fact challenge(String unit) {
    return new Fact.Challenge(
        on(DAY),
        "C1",
        Fact.ChallengeKind.AUDIT,
        "C1",
        "court",
        List.of(unit),
        Optional.empty(),
        List.of());
  }

  static Fact statement(String unit) {
    return new Fact.Statement(
        on(DAY),
        "A",
        Optional.empty(),
        Fact.Topic.OTHER,
        List.of(unit),
        Optional.empty(),
        Optional.empty());
  }

  static Fact coverage(String unit, String caller) {
    return new Fact.Coverage(
        on(DAY),
        Fact.Matter.CALLS,
        Fact.Extent.COMPLETE,
        Optional.of(caller),
        List.of(unit),
        Optional.empty());
  }

  static Fact acknowledged(String toward) {
    return new Fact.Acknowledgement(
        on(DAY),
        "A",
        Optional.empty(),
        toward,
        "letter",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static Ballots only(Votes president, Votes vicePresident) {
    return new Ballots.Distinct(president, vicePresident);
  }

  static Votes votesOf(String id, long n) {
    return Votes.of(List.of(id), n);
  }

  private ShortFacts() {}
}
