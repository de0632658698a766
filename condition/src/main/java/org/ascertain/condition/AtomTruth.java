package org.ascertain.condition;

import static org.ascertain.condition.Truth.NO;
import static org.ascertain.condition.Truth.UNKNOWN;
import static org.ascertain.condition.Truth.YES;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.Exactly;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.PopularVoteLeads;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;
import org.ascertain.standing.Coverages;
import org.ascertain.standing.Majorities;
import org.ascertain.standing.PopularVoteLead;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/**
 * Whether an atom holds for a candidate now. Where it does not, and the record does not say that it
 * holds all that could decide it, it is unknown: silence is no answer.
 */
record AtomTruth(
    Tabulation now, SettledUnits settled, PopularVoteLead popularVote, AskedOnce asked) {

  /** What is the same for every candidate, and is asked of a state once. */
  static final class AskedOnce {
    private final Map<Rung, Integer> unknownElectors = new EnumMap<>(Rung.class);
    private OptionalInt popularVoteLeader = OptionalInt.empty();
  }

  /** The record lacks votes of the people that could decide who leads. */
  private static final int UNTOLD = Integer.MIN_VALUE;

  /** How atoms stand now: of one state, since what was asked once of it is kept. */
  AtomTruth(Tabulation now, SettledUnits settled, PopularVoteLead popularVote) {
    this(now, settled, popularVote, new AskedOnce());
  }

  /** How an atom stands for a candidate, by its place. */
  Truth of(Atom atom, int candidate) {
    return switch (atom) {
      case AtLeast(var rung, var electors) ->
          electors.isPresent()
              ? atLeast(rung, candidate, electors.getAsInt())
              : majority(rung, candidate);
      case Exactly(var rung, var electors) -> exactly(rung, candidate, electors);
      case CalledBy(var unit, var callers) ->
          callers.stream()
              .map(caller -> call(unit.orElse(Unit.NATION), caller, candidate))
              .reduce(YES, Truth::and);
      case SomeCall(var number, var callers, var unit) ->
          some(number, callers, unit.orElse(Unit.NATION), candidate);
      case Declared() -> declared(candidate);
      case InOffice() -> inOffice(candidate);
      case Settled(var unit) ->
          unit.map(u -> settled.of(u, candidate)).orElseGet(() -> nationSettled(candidate));
      case Stage(var unit, var rung) -> stage(unit, rung);
      case Leads(var unit, var named) ->
          named.map(now.candidates().get(candidate)::equals).orElse(true)
              ? leads(unit, candidate)
              : NO;
      case PopularVoteLeads() -> popularVoteLeads(candidate);
      case Condition.Acknowledged(var by) ->
          Truth.of(
              now.acknowledgements().stream()
                  .anyMatch(a -> Acknowledging.isBy(a, by) && isToward(a, candidate)),
              !isComplete(Matter.ACKNOWLEDGEMENTS, Unit.NATION));
      case Condition.Conceded() ->
          Truth.of(
              !Acknowledging.concessions(
                      now.acknowledgements(),
                      Function.identity(),
                      now.candidates().get(candidate),
                      now.header())
                  .isEmpty(),
              !isComplete(Matter.ACKNOWLEDGEMENTS, Unit.NATION));
      case DeadlinePassed a -> NO; // by the clock alone: see Timelines
      case OnOrAfter a -> NO;
    };
  }

  private Truth atLeast(Rung rung, int candidate, int electors) {
    return Truth.of(
        Majorities.of(now, rung, candidate).atLeast(electors),
        Majorities.of(now, rung, candidate).atLeast(electors - unknown(rung)));
  }

  private Truth majority(Rung rung, int candidate) {
    return Truth.of(
        Majorities.of(now, rung, candidate).hold(),
        Majorities.of(now, rung, candidate).isPossible(unknown(rung)));
  }

  private Truth exactly(Rung rung, int candidate, int electors) {
    int known = now.electors(rung, candidate);
    int most = known + unknown(rung);
    if (electors < known || electors > most) return NO;
    return known == most ? YES : UNKNOWN;
  }

  /** How many electors of a rung the record may merely lack. */
  int unknown(Rung rung) {
    return asked.unknownElectors.computeIfAbsent(rung, this::countUnknown);
  }

  private int countUnknown(Rung rung) {
    if (rung.byJurisdiction()) return now.unknownElectors(rung);
    boolean lacking =
        now.candidates().isEmpty() || (nobodyOn(rung) && !isComplete(Matter.DECLARED, Unit.NATION));
    return lacking ? now.law().units().stream().mapToInt(Unit::electors).sum() : 0;
  }

  private boolean nobodyOn(Rung rung) {
    for (int c = 0; c < now.candidates().size(); c++) if (now.electors(rung, c) > 0) return false;
    return true;
  }

  private Truth call(String unit, String caller, int candidate) {
    if (now.called(unit, caller, candidate)) return YES;
    for (int other = 0; other < now.candidates().size(); other++)
      if (now.called(unit, caller, other)) return NO;
    return Truth.of(
        false, !coverages().isComplete(Matter.CALLS, Optional.of(caller), unit, now.now()));
  }

  private Truth some(int number, List<String> callers, String unit, int candidate) {
    int yes = 0;
    int unknown = 0;
    for (String caller : callers) {
      Truth truth = call(unit, caller, candidate);
      if (truth == YES) yes++;
      if (truth == UNKNOWN) unknown++;
    }
    return Truth.of(yes >= number, yes + unknown >= number);
  }

  private Truth declared(int candidate) {
    boolean unknown = nobodyOn(Rung.DECLARED) && !isComplete(Matter.DECLARED, Unit.NATION);
    return Truth.of(Majorities.of(now, Rung.DECLARED, candidate).hold(), unknown);
  }

  private Truth inOffice(int candidate) {
    if (now.inOffice(candidate)) return YES;
    if (now.now() < now.law().termBegins()) return NO;
    for (int other = 0; other < now.candidates().size(); other++)
      if (now.inOffice(other)) return NO;
    return Truth.of(false, !isComplete(Matter.OATHS, Unit.NATION));
  }

  private Truth nationSettled(int candidate) {
    return Truth.of(
        now.isMajority(settled.electors(candidate, YES)),
        now.isMajority(settled.electors(candidate, UNKNOWN)));
  }

  private Truth stage(String unit, Rung rung) {
    boolean reached = now.stage(unit).filter(stage -> stage.compareTo(rung) >= 0).isPresent();
    return Truth.of(reached, !isComplete(rung.matter(), unit));
  }

  private Truth leads(String unit, int candidate) {
    int leader = now.leader(unit);
    boolean isSilent = leader == Tabulation.NOBODY && now.tally(unit).isEmpty();
    return Truth.of(
        leader == candidate,
        leader == Tabulation.NOT_KNOWN || (isSilent && !isComplete(Matter.RETURNS, unit)));
  }

  /**
   * Of the votes counted so far somebody leads; who it is can be said only where the record holds
   * every state's votes as they come.
   */
  private Truth popularVoteLeads(int candidate) {
    if (asked.popularVoteLeader.isEmpty())
      asked.popularVoteLeader = OptionalInt.of(isPopularVoteKnown() ? popularVote.of(now) : UNTOLD);
    int leader = asked.popularVoteLeader.getAsInt();
    return leader == UNTOLD
        ? UNKNOWN
        : Truth.of(leader == candidate, leader == Tabulation.NOT_KNOWN);
  }

  private boolean isPopularVoteKnown() {
    for (Unit unit : now.law().units())
      if (unit.atLarge()
          && now.tally(unit.id()).isEmpty()
          && !isComplete(Matter.VOTES, unit.id())
          && !isComplete(Matter.RETURNS, unit.id())
          && !isComplete(Matter.CERTIFICATIONS, unit.id())) return false;
    return true;
  }

  private boolean isToward(Fact.Acknowledgement acknowledgement, int candidate) {
    return acknowledgement.toward().equals(now.candidates().get(candidate));
  }

  private boolean isComplete(Matter matter, String unit) {
    return coverages().isComplete(matter, Optional.empty(), unit, now.now());
  }

  private Coverages coverages() {
    return now.coverages();
  }
}
