package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Base;
import org.ascertain.law.RankedChoice;
import org.ascertain.law.Verdict;

/**
 * How the people's vote of one unit stands, in whole figures: what a margin can be taken of.
 *
 * @param reported who leads the tally
 * @param certified for whom it is certified, by its own certificate or as a later fact implies
 * @param votes by candidate, lines of one slate added up: by the certificate, and of what that is
 *     silent on by the tally; of a ranked vote those of the last round; empty where nobody counted
 *     any, or where a ranked vote has no rounds on record
 * @param people the same of a ranked vote by first choices
 * @param total all votes of the unit, where that is known
 */
public record UnitResult(
    Unit unit,
    Optional<String> reported,
    Optional<String> certified,
    Votes votes,
    Votes people,
    OptionalLong total,
    boolean isRanked) {

  /**
   * The results of one jurisdiction's units, and for whom its electors are.
   *
   * @param appointed how many electors it has appointed, where that is known
   * @param electors for whom they were appointed, by candidate; else, where they have voted, for
   *     whom they did; empty where neither is known
   */
  public record OfJurisdiction(
      String jurisdiction, OptionalInt appointed, Votes electors, List<UnitResult> units) {}

  /**
   * The results of all jurisdictions, in the law's order.
   *
   * @param base of how many electors a majority decides
   */
  public record OfNation(Verdict<Base> base, List<OfJurisdiction> jurisdictions) {}

  /** All results at a moment, nanoseconds since 1970-01-01T00:00Z. */
  public static OfNation at(History history, long moment) {
    Tabulation now = history.stateAt(moment);
    NewestFigures newest = history.newestFigures(moment);
    Register register = now.register();
    List<OfJurisdiction> all = new ArrayList<>();
    for (String jurisdiction : register.jurisdictions) {
      JurisdictionFacts facts = now.facts(jurisdiction);
      all.add(
          new OfJurisdiction(
              jurisdiction,
              facts.appointed(),
              electors(facts, now, jurisdiction),
              register.units(jurisdiction).stream().map(unit -> of(unit, now, newest)).toList()));
    }
    return new OfNation(now.base(), List.copyOf(all));
  }

  private static Votes electors(JurisdictionFacts facts, Tabulation now, String jurisdiction) {
    Register register = now.register();
    Votes pledged = facts.appointment().map(found -> found.fact().electors()).orElse(Votes.NONE);
    if (pledged.isEmpty())
      return register.byCandidate(now.rungs(jurisdiction).on(Rung.VOTED).electors);
    int[] electors = new int[register.candidates.size()];
    pledged.forEach(
        (ticket, n) -> electors[register.presidentOf(register.ticket(ticket))] += (int) n);
    return register.byCandidate(electors);
  }

  private static UnitResult of(Unit unit, Tabulation now, NewestFigures newest) {
    Register register = now.register();
    JurisdictionRungs rungs = now.rungs(unit.jurisdiction());
    boolean isRanked = register.law.isRanked(unit.jurisdiction());
    Optional<UnitVotes> votes = UnitVotes.of(unit.id(), now, newest);
    Votes people = votes.map(of -> byCandidate(of.figures(), register)).orElse(Votes.NONE);
    return new UnitResult(
        unit,
        winner(rungs, Rung.REPORTED, unit, register),
        winner(rungs, Rung.CERTIFIED, unit, register),
        isRanked ? lastRound(unit, now) : people,
        people,
        votes.map(UnitVotes::total).orElse(OptionalLong.empty()),
        isRanked);
  }

  private static Optional<String> winner(
      JurisdictionRungs rungs, Rung rung, Unit unit, Register register) {
    return rungs
        .on(rung)
        .winner(unit)
        .filter(place -> place >= 0)
        .map(place -> register.candidates.get(place));
  }

  /** Until all rounds are counted nobody's lead is a margin. */
  private static Votes lastRound(Unit unit, Tabulation now) {
    return RankedCount.of(unit.id(), now.register(), now.facts(unit.jurisdiction()))
        .filter(count -> count.elected().isPresent())
        .map(count -> count.rounds().getLast())
        .map(RankedChoice.Round::votes)
        .map(round -> byCandidate(now.register().figures(round), now.register()))
        .orElse(Votes.NONE);
  }

  private static Votes byCandidate(long[] figures, Register register) {
    long[] slates = register.bySlate(figures);
    Map<String, Long> votes = new LinkedHashMap<>();
    for (int t = 0; t < slates.length; t++)
      if (slates[t] >= 0)
        votes.merge(register.candidates.get(register.presidentOf(t)), slates[t], Math::max);
    return Votes.of(votes);
  }
}
