package org.ascertain.standing;

import static org.ascertain.election.Check.*;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Caller;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/**
 * Whether a fact makes sense in its election and under its law. One that does not counts nowhere;
 * what it says of other facts is looked at when the standing is read, as they may arrive later.
 */
final class FactChecks {

  /**
   * No place on earth has so many votes. With figures up to this, nine million reporting units can
   * be added up without an overflow.
   */
  static final long MOST_VOTES = 1_000_000_000_000L;

  private final Register register;
  private final PlaceChecks places;
  private final Ids ids;
  private final AuditRoundChecks rounds;

  FactChecks(Register register, ReportingUnits units, Vintages vintages) {
    this.register = register;
    this.ids = new Ids(register.header, register.law);
    this.places = new PlaceChecks(register, ids, units, vintages);
    this.rounds = new AuditRoundChecks(places);
  }

  /** What is wrong with a fact by itself, if anything. */
  Optional<Problem> problem(Entry entry) {
    return switch (entry.fact()) {
      case Fact.Header header ->
          entry.index() == 0 ? fine() : problem(entry, SECOND_HEADER, "", "");
      case Fact.Addition f -> fine();
      case Fact.Coverage f ->
          first(
              f.units().stream()
                  .filter(unit -> !unit.equals(Unit.NATION))
                  .flatMap(unit -> places.reportingUnit(entry, "units", unit).stream())
                  .findFirst(),
              f.caller().flatMap(caller -> caller(entry, caller)));
      case Fact.Returns f ->
          first(
              places.reportingUnit(entry, "unit", f.unit()),
              tickets(entry, "votes", f.votes()),
              total(entry, f.votes(), f.other(), f.total()),
              ballots(entry, f),
              f.reporting()
                  .filter(parts -> parts.units() > parts.of())
                  .flatMap(
                      parts ->
                          problem(
                              entry,
                              MORE_THAN_THERE_ARE,
                              "reporting",
                              parts.units() + " units of " + parts.of())));
      case Fact.RankedReturns f ->
          first(
              places.reportingUnit(entry, "unit", f.unit()),
              f.rankings().stream()
                  .filter(ranking -> ranking.ballots() > MOST_VOTES)
                  .findFirst()
                  .flatMap(
                      ranking ->
                          problem(
                              entry, MORE_THAN_ANY, "rankings", Long.toString(ranking.ballots()))),
              f.rankings().stream()
                  .flatMap(ranking -> ranking.order().stream())
                  .flatMap(List::stream)
                  .filter(ticket -> register.ticket(ticket) < 0)
                  .findFirst()
                  .flatMap(
                      ticket -> problem(entry, UNKNOWN_TICKET, "rankings", unknownTicket(ticket))));
      case Fact.Lot f ->
          first(
              places.reportingUnit(entry, "unit", f.unit()),
              f.between().stream()
                  .filter(ticket -> register.ticket(ticket) < 0)
                  .findFirst()
                  .flatMap(
                      ticket -> problem(entry, UNKNOWN_TICKET, "between", unknownTicket(ticket))),
              drawn(entry, f));
      case Fact.Call f -> call(entry, f.unit(), f.caller(), f.candidate());
      case Fact.CallWithdrawn f -> call(entry, f.unit(), f.caller(), f.candidate());
      case Fact.Certification f ->
          first(
              places.reportingUnit(entry, "unit", f.unit()),
              tickets(entry, "votes", f.votes()),
              total(entry, f.votes(), f.other(), f.total()));
      case Fact.Challenge f ->
          f.units().stream()
              .flatMap(unit -> places.reportingUnit(entry, "units", unit).stream())
              .findFirst();
      case Fact.Ruling f -> fine();
      case Fact.AuditRound f -> first(tickets(entry, "votes", f.votes()), rounds.problem(entry, f));
      case Fact.Appointment f ->
          first(
              places.jurisdiction(entry, f.jurisdiction()),
              electors(entry, "number", f.jurisdiction(), f.number()),
              tickets(entry, "electors", f.electors()),
              electors(entry, "electors", f.jurisdiction(), f.electors().sum()));
      case Fact.NotAppointed f ->
          first(
              places.jurisdiction(entry, f.jurisdiction()),
              electors(entry, "number", f.jurisdiction(), f.number()));
      case Fact.Ascertainment f ->
          first(
              places.jurisdiction(entry, f.jurisdiction()),
              tickets(entry, "electors", f.electors()),
              electors(entry, "electors", f.jurisdiction(), f.electors().sum()));
      case Fact.ElectorVotes f ->
          first(
              places.jurisdiction(entry, f.jurisdiction()),
              ballots(entry, f.jurisdiction(), f.ballots()),
              absent(entry, f));
      case Fact.CountOpened f -> fine();
      case Fact.Objection f ->
          first(
              places.jurisdiction(entry, f.jurisdiction()),
              electors(entry, "electors", f.jurisdiction(), f.electors().orElse(0)));
      case Fact.ChamberVote f -> places.jurisdiction(entry, f.jurisdiction());
      case Fact.CommissionRuling f -> places.jurisdiction(entry, f.jurisdiction());
      case Fact.Counted f ->
          first(
              places.jurisdiction(entry, f.jurisdiction()),
              f.ballots().flatMap(ballots -> ballots(entry, f.jurisdiction(), ballots)));
      case Fact.Declared f ->
          first(
              candidates(entry, "president", f.ballots().of(Office.PRESIDENT)),
              candidates(entry, "vicePresident", f.ballots().of(Office.VICE_PRESIDENT)),
              declared(entry, f.ballots()));
      case Fact.ContingentBallot f ->
          switch (f.votes()) {
            case ContingentVotes.ByState(var states, var members) ->
                states.values().stream()
                    .filter(c -> !c.equals("divided") && register.candidate(c) < 0)
                    .findFirst()
                    .flatMap(c -> problem(entry, UNKNOWN_CANDIDATE, "states", unknownCandidate(c)));
            case ContingentVotes.BySenator(var senators) -> candidates(entry, "senators", senators);
          };
      case Fact.Oath f -> person(entry, "person", f.person());
      case Fact.Death f -> person(entry, "person", f.person());
      case Fact.Withdrawal f -> person(entry, "person", f.person());
      case Fact.VotingExtended f -> places.jurisdiction(entry, f.jurisdiction());
      case Fact.Acknowledgement f ->
          f.toward().equals("none") ? fine() : person(entry, "toward", f.toward());
      case Fact.Statement f ->
          f.units().stream()
              .flatMap(unit -> places.reportingUnit(entry, "units", unit).stream())
              .findFirst();
      case Fact.Correction f -> fine();
      case Fact.Retraction f -> fine();
    };
  }

  static Optional<Problem> fine() {
    return Optional.empty();
  }

  @SafeVarargs
  private static Optional<Problem> first(Optional<Problem>... problems) {
    for (Optional<Problem> problem : problems) if (problem.isPresent()) return problem;
    return Optional.empty();
  }

  static Optional<Problem> problem(Entry entry, Check check, String path, String detail) {
    return Optional.of(new Problem(check, entry.index(), path, detail));
  }

  private String unknownCandidate(String id) {
    return UnknownName.of(id, ids.candidate(id), register.candidates);
  }

  private String unknownTicket(String id) {
    return UnknownName.of(id, ids.ticket(id), register.tickets);
  }

  private String unknownCaller(String id) {
    List<String> callers = register.header.callers().stream().map(Caller::id).toList();
    return UnknownName.of(id, callers.stream().filter(id::equalsIgnoreCase).findFirst(), callers);
  }

  private Optional<Problem> person(Entry entry, String path, String id) {
    return register.candidate(id) >= 0
        ? fine()
        : problem(entry, UNKNOWN_CANDIDATE, path, unknownCandidate(id));
  }

  private Optional<Problem> call(Entry entry, String unit, String caller, String candidate) {
    return first(
        unit.equals(Unit.NATION) ? fine() : places.unit(entry, "unit", unit),
        caller(entry, caller),
        person(entry, "for", candidate),
        register.standsForPresident(candidate)
            ? fine()
            : problem(entry, NOT_FOR_PRESIDENT, "for", candidate));
  }

  private Optional<Problem> caller(Entry entry, String id) {
    return register.isCaller(id)
        ? fine()
        : problem(entry, UNKNOWN_CALLER, "caller", unknownCaller(id));
  }

  private Optional<Problem> tickets(Entry entry, String path, Votes votes) {
    int[] places = register.tickets(votes.ids());
    for (int i = 0; i < places.length; i++)
      if (places[i] < 0) {
        String id = votes.ids().get(i);
        return problem(entry, UNKNOWN_TICKET, path + "." + id, unknownTicket(id));
      }
    return fine();
  }

  private Optional<Problem> candidates(Entry entry, String path, Votes votes) {
    for (String id : votes.ids())
      if (register.candidate(id) < 0)
        return problem(entry, UNKNOWN_CANDIDATE, path + "." + id, unknownCandidate(id));
    return fine();
  }

  private static Optional<Problem> total(
      Entry entry, Votes votes, OptionalLong other, OptionalLong total) {
    for (int i = 0; i < votes.size(); i++)
      if (votes.count(i) > MOST_VOTES)
        return problem(
            entry, MORE_THAN_ANY, "votes." + votes.ids().get(i), Long.toString(votes.count(i)));
    if (other.orElse(0) > MOST_VOTES)
      return problem(entry, MORE_THAN_ANY, "other", Long.toString(other.getAsLong()));
    if (total.isEmpty()) return fine();
    if (total.getAsLong() > MOST_VOTES)
      return problem(entry, MORE_THAN_ANY, "total", Long.toString(total.getAsLong()));
    long sum = votes.sum() + other.orElse(0);
    return sum > total.getAsLong()
        ? problem(entry, TOTAL_TOO_SMALL, "total", sum + " of " + total.getAsLong())
        : fine();
  }

  /** Each ballot has one vote at most. */
  private static Optional<Problem> ballots(Entry entry, Fact.Returns returns) {
    OptionalLong cast = returns.ballots().map(BallotCounts::cast).orElse(OptionalLong.empty());
    long votes = returns.total().orElse(returns.votes().sum() + returns.other().orElse(0));
    return cast.isPresent() && votes > cast.getAsLong()
        ? problem(
            entry,
            MORE_THAN_THERE_ARE,
            "ballots.cast",
            votes + " votes on " + cast.getAsLong() + " ballots")
        : fine();
  }

  private static Optional<Problem> drawn(Entry entry, Fact.Lot lot) {
    return switch (lot.drawn()) {
      case Drawn.Winner(String ticket) -> drawn(entry, lot, "for", ticket);
      case Drawn.Out(String ticket) -> drawn(entry, lot, "out", ticket);
    };
  }

  private static Optional<Problem> drawn(Entry entry, Fact.Lot lot, String path, String ticket) {
    return lot.between().contains(ticket) ? fine() : problem(entry, NOT_IN_THE_LOT, path, ticket);
  }

  private Optional<Problem> electors(Entry entry, String path, String jurisdiction, long number) {
    int entitled = register.law.entitled().getOrDefault(jurisdiction, 0);
    return number > entitled
        ? problem(
            entry, TOO_MANY_ELECTORS, path, number + " of " + entitled + " in " + jurisdiction)
        : fine();
  }

  private Optional<Problem> ballots(Entry entry, String jurisdiction, Ballots ballots) {
    int entitled = register.law.entitled().getOrDefault(jurisdiction, 0);
    return switch (ballots) {
      case Ballots.Distinct(var president, var vicePresident) -> {
        if (register.law.votesForPairs())
          yield problem(entry, WRONG_BALLOTS, "president", "distinct votes");
        yield first(
            candidates(entry, "president", president),
            candidates(entry, "vicePresident", vicePresident),
            votes(entry, "president", jurisdiction, president.sum(), entitled),
            votes(entry, "vicePresident", jurisdiction, vicePresident.sum(), entitled));
      }
      case Ballots.Pairs(var both) -> {
        if (!register.law.votesForPairs())
          yield problem(entry, WRONG_BALLOTS, "both", "two votes each");
        yield first(
            candidates(entry, "both", both),
            votes(entry, "both", jurisdiction, both.sum(), 2L * entitled));
      }
    };
  }

  /**
   * Electors who were absent are electors too. Of a ballot that was void another may have been cast
   * in its place, so that those are not added.
   */
  private Optional<Problem> absent(Entry entry, Fact.ElectorVotes votes) {
    int entitled = register.law.entitled().getOrDefault(votes.jurisdiction(), 0);
    long absent = votes.absent().orElse(0);
    long named = votes.ballots().of(Office.PRESIDENT).sum();
    long cast = votes.ballots() instanceof Ballots.Pairs ? Math.ceilDiv(named, 2) : named;
    long all = cast > Long.MAX_VALUE - absent ? Long.MAX_VALUE : cast + absent;
    return absent > 0 ? votes(entry, "absent", votes.jurisdiction(), all, entitled) : fine();
  }

  /** No announcement can give more votes than there are electors in all. */
  private Optional<Problem> declared(Entry entry, Ballots ballots) {
    long all = register.law.entitled().values().stream().mapToLong(Integer::longValue).sum();
    return switch (ballots) {
      case Ballots.Distinct(var president, var vicePresident) ->
          first(
              votes(entry, "president", "the nation", president.sum(), all),
              votes(entry, "vicePresident", "the nation", vicePresident.sum(), all));
      case Ballots.Pairs(var both) -> votes(entry, "both", "the nation", both.sum(), 2 * all);
    };
  }

  private static Optional<Problem> votes(
      Entry entry, String path, String jurisdiction, long votes, long most) {
    return votes > most
        ? problem(entry, TOO_MANY_VOTES, path, votes + " where " + jurisdiction + " has " + most)
        : fine();
  }
}
