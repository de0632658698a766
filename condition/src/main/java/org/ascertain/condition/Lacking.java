package org.ascertain.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Exactly;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/** What is missing at the end, part by part, for the candidate who is nearest. */
record Lacking(Tabulation end, AtomTruth atoms, List<Integer> running) {

  List<Missing> of(Condition condition) {
    return parts(condition).distinct().toList();
  }

  private Stream<Missing> parts(Condition condition) {
    return switch (condition) {
      case Or(var any) -> any.stream().flatMap(this::parts);
      case And(var all) -> all.stream().filter(each -> !holdsForAnybody(each)).flatMap(this::parts);
      case Condition.Steady(var inner, var length) ->
          holdsForAnybody(inner) ? Stream.of(new Missing.Part(condition)) : parts(inner);
      case Condition.Else(var first, var otherwise, var by) ->
          Stream.concat(parts(first), parts(otherwise));
      case Condition.Not(var other) ->
          isUnknown(condition) ? parts(other) : Stream.of(new Missing.Part(condition));
      case CalledBy(var unit, var callers) -> calls(callers, unit);
      case SomeCall(var number, var callers, var unit) -> calls(callers, unit);
      case AtLeast(var rung, var electors) -> electors((AtLeast) condition, rung);
      case Exactly(var rung, var electors) -> electors((Exactly) condition, rung);
      case Stage(var unit, var rung) -> withRecord(condition, rung.matter(), List.of(unit));
      case Settled(var unit) when unit.isPresent() ->
          withRecord(condition, settlingMatter(unit.get()), List.of(unit.get()));
      case Settled nation -> withRecord(nation, Matter.CERTIFICATIONS, List.of());
      case Condition.Leads(var unit, var candidate) ->
          withRecord(condition, Matter.RETURNS, List.of(unit));
      case Condition.Acknowledged a -> withRecord(condition, Matter.ACKNOWLEDGEMENTS, List.of());
      case Condition.Conceded a -> withRecord(condition, Matter.ACKNOWLEDGEMENTS, List.of());
      case Condition.Declared a -> withRecord(condition, Matter.DECLARED, List.of());
      case Condition.InOffice a -> withRecord(condition, Matter.OATHS, List.of());
      case Condition.PopularVoteLeads a -> withRecord(condition, Matter.VOTES, List.of());
      case Condition.DeadlinePassed a -> Stream.of(new Missing.Part(a));
      case Condition.OnOrAfter a -> Stream.of(new Missing.Part(a));
    };
  }

  /** What settles a unit: its certificate, and after one of first choices the ranked ballots. */
  private Matter settlingMatter(String unit) {
    boolean isRanked = end.law().isRanked(Unit.jurisdictionOf(unit));
    boolean isCertified =
        end.stage(unit).filter(stage -> stage.compareTo(Rung.CERTIFIED) >= 0).isPresent();
    return isRanked && isCertified ? Matter.RANKED_RETURNS : Matter.CERTIFICATIONS;
  }

  /** The part itself; where it is unknown, what the record would have to hold. */
  private Stream<Missing> withRecord(Condition part, Matter matter, List<String> units) {
    return isUnknown(part)
        ? Stream.of(new Missing.NotInRecord(matter, Optional.empty(), units))
        : Stream.of(new Missing.Part(part));
  }

  private Stream<Missing> calls(List<String> callers, Optional<String> unit) {
    return callers.stream()
        .map(caller -> new CalledBy(unit, List.of(caller)))
        .filter(call -> !holdsForAnybody(call))
        .map(
            call ->
                isUnknown(call)
                    ? new Missing.NotInRecord(
                        Matter.CALLS,
                        Optional.of(call.callers().getFirst()),
                        unit.stream().toList())
                    : new Missing.Call(unit, call.callers().getFirst()));
  }

  private Stream<Missing> electors(Atom asked, Rung rung) {
    int best = 0;
    for (int c = 0; c < end.candidates().size(); c++)
      if (end.electors(rung, c) > end.electors(rung, best)) best = c;
    int most = end.candidates().isEmpty() ? 0 : end.electors(rung, best);
    Missing nearest =
        new Missing.Electors(
            asked,
            rung,
            most == 0 ? Optional.empty() : Optional.of(end.candidates().get(best)),
            most);
    if (!isUnknown(asked)) return Stream.of(nearest);
    Optional<String> caller = rung == Rung.CALLED ? end.header().caller() : Optional.empty();
    Missing lacking = new Missing.NotInRecord(rung.matter(), caller, units(rung));
    return most == 0 ? Stream.of(lacking) : Stream.of(nearest, lacking);
  }

  /** The units of which the record lacks something; none where that is all of them. */
  private List<String> units(Rung rung) {
    if (!rung.byJurisdiction()) return List.of();
    List<String> lacking = end.unknownUnits(rung).stream().map(Unit::id).toList();
    return lacking.size() == end.law().units().size() ? List.of() : lacking;
  }

  private boolean isUnknown(Condition condition) {
    return running.stream().anyMatch(c -> now(condition, c) == Truth.UNKNOWN);
  }

  private boolean holdsForAnybody(Condition condition) {
    return running.stream().anyMatch(c -> now(condition, c) == Truth.YES);
  }

  private Truth now(Condition condition, int candidate) {
    return Evaluation.now(condition, atoms, candidate);
  }
}
