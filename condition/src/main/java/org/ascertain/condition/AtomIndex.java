package org.ascertain.condition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.ascertain.condition.Condition.Acknowledged;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Conceded;
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
import org.ascertain.election.Unit;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/**
 * Atoms by what an entry changes, so that of thousands only those are asked again that may stand
 * otherwise by it.
 */
final class AtomIndex {

  private final Map<Atom, OpenAtom> all = new LinkedHashMap<>();
  private final Map<Rung, OnRung> rungs = new EnumMap<>(Rung.class);

  /** By jurisdiction, the atoms of its units and of what is below them. */
  private final Map<String, List<OpenAtom>> places = new HashMap<>();

  /** By unit, the atoms of calls. */
  private final Map<String, List<OpenAtom>> calls = new HashMap<>();

  private final List<OpenAtom> settled = new ArrayList<>();
  private final List<OpenAtom> popularVote = new ArrayList<>();
  private final List<OpenAtom> acknowledgements = new ArrayList<>();

  /** What only facts of the whole nation, or the electors of all of it, decide. */
  private final List<OpenAtom> nation = new ArrayList<>();

  /** An atom as it is open, put in its place when it is asked for first. */
  OpenAtom of(Atom atom) {
    OpenAtom known = all.get(atom);
    if (known != null) return known;
    OpenAtom open = new OpenAtom(atom);
    all.put(atom, open);
    put(open);
    return open;
  }

  private void put(OpenAtom open) {
    switch (open.atom) {
      case AtLeast(var rung, var electors) -> onRung(rung).add(open, electors);
      case Exactly(var rung, var electors) -> onRung(rung).add(open, OptionalInt.of(electors));
      case CalledBy(var unit, var callers) -> put(calls, unit.orElse(Unit.NATION), open);
      case SomeCall(var number, var callers, var unit) ->
          put(calls, unit.orElse(Unit.NATION), open);
      case Settled(var unit) -> {
        settled.add(open);
        if (unit.isPresent()) put(places, Unit.jurisdictionOf(unit.get()), open);
      }
      case Stage(var unit, var rung) -> put(places, Unit.jurisdictionOf(unit), open);
      case Leads(var unit, var candidate) -> put(places, Unit.jurisdictionOf(unit), open);
      case PopularVoteLeads atom -> popularVote.add(open);
      case Acknowledged atom -> acknowledgements.add(open);
      case Conceded atom -> acknowledgements.add(open);
      case Declared atom -> nation.add(open);
      case InOffice atom -> nation.add(open);
      case DeadlinePassed atom -> {} // by the clock alone
      case OnOrAfter atom -> {}
    }
  }

  private OnRung onRung(Rung rung) {
    return rungs.computeIfAbsent(rung, OnRung::new);
  }

  private static void put(Map<String, List<OpenAtom>> by, String key, OpenAtom open) {
    by.computeIfAbsent(key, each -> new ArrayList<>()).add(open);
  }

  /** Every atom. */
  void all(Consumer<OpenAtom> ask) {
    all.values().forEach(ask);
  }

  /**
   * Names each atom that may stand otherwise by a fact just taken in.
   *
   * @param touched the jurisdictions of which it may have changed something
   * @param isSettledAnew whether it settled a unit for somebody else
   */
  void changedBy(
      Fact fact,
      Set<String> touched,
      boolean isSettledAnew,
      Tabulation now,
      AtomTruth truth,
      Consumer<OpenAtom> ask) {
    switch (fact) {
      case Fact.Returns f -> {
        each(places, Unit.jurisdictionOf(f.unit()), ask);
        popularVote.forEach(ask);
        if (isSettledAnew) settled.forEach(ask);
        if (!touched.isEmpty()) onRung(Rung.REPORTED).changed(now, truth, ask);
      }
      case Fact.Call f -> byCall(f.unit(), now, truth, ask);
      case Fact.CallWithdrawn f -> byCall(f.unit(), now, truth, ask);
      case Fact.Acknowledgement f -> acknowledgements.forEach(ask);
      case Fact.Statement f -> {}
      case Fact.AuditRound f -> {}
      case Fact.Certification f -> byPaper(Unit.jurisdictionOf(f.unit()), now, truth, ask);
      case Fact.OfJurisdiction f -> byPaper(f.jurisdiction(), now, truth, ask);
      case Fact.Challenge f -> byPapers(touched, now, truth, ask);
      case Fact.Ruling f -> byPapers(touched, now, truth, ask);
      case Fact.RankedReturns f -> all(ask);
      case Fact.Lot f -> all(ask);
      case Fact.Header f -> all(ask);
      case Fact.Addition f -> all(ask);
      case Fact.Coverage f -> all(ask);
      case Fact.CountOpened f -> all(ask);
      case Fact.Declared f -> all(ask);
      case Fact.ContingentBallot f -> all(ask);
      case Fact.Oath f -> all(ask);
      case Fact.Death f -> all(ask);
      case Fact.Withdrawal f -> all(ask);
      case Fact.Correction f -> all(ask);
      case Fact.Retraction f -> all(ask);
    }
  }

  private void byCall(String unit, Tabulation now, AtomTruth truth, Consumer<OpenAtom> ask) {
    each(calls, unit, ask);
    onRung(Rung.CALLED).changed(now, truth, ask);
  }

  private void byPaper(String place, Tabulation now, AtomTruth truth, Consumer<OpenAtom> ask) {
    each(places, place, ask);
    byPapers(Set.of(), now, truth, ask);
  }

  private void byPapers(
      Set<String> touched, Tabulation now, AtomTruth truth, Consumer<OpenAtom> ask) {
    for (String place : touched) each(places, place, ask);
    settled.forEach(ask);
    popularVote.forEach(ask);
    nation.forEach(ask);
    rungs.values().forEach(rung -> rung.changed(now, truth, ask));
  }

  private static void each(Map<String, List<OpenAtom>> by, String key, Consumer<OpenAtom> ask) {
    by.getOrDefault(key, List.of()).forEach(ask);
  }
}
