package org.ascertain.standing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/**
 * Compares the units before and after each fact: what changed of them, and what of that is a
 * turning point.
 */
final class UnitChanges {

  /** What is known of a unit by now. */
  private static final class Seen {
    final Unit unit;
    final int place;

    /** Its tally by ticket, and at the end the votes for others; -1 where there is no figure. */
    long[] figures = new long[0];

    boolean exact;
    Optional<Rung> stage = Optional.empty();

    Seen(Unit unit, int place) {
      this.unit = unit;
      this.place = place;
    }
  }

  private static final int NOBODY = -1;
  private static final List<Rung> RUNGS =
      Arrays.stream(Rung.values()).filter(Rung::byJurisdiction).toList();

  private final Register register;
  private final ReportingUnits places;
  private final ChangeLog log;
  private final Map<String, Seen> seen = new LinkedHashMap<>();
  private Seen[] byPlace = new Seen[0];
  private final Map<String, Map<Rung, int[]>> electors = new HashMap<>();

  /** By unit, who led by exact figures last. */
  private final int[] leading;

  UnitChanges(KnownFacts facts, ChangeLog log) {
    this.register = facts.register;
    this.places = facts.returns.units;
    this.log = log;
    for (Unit unit : register.law.units()) seen.put(unit.id(), new Seen(unit, seen.size()));
    leading = new int[seen.size()];
    Arrays.fill(leading, NOBODY);
  }

  /** Goes on from a state, in which these led last. */
  void goOnFrom(Tabulation now, int[] leadingLast) {
    System.arraycopy(leadingLast, 0, leading, 0, leading.length);
    for (Seen each : seen.values()) {
      Tallies.Node node = now.tallies().find(each.unit.id());
      if (node != null) {
        each.figures = now.tallies().withOthers(node);
        each.exact = node.isExact();
      }
      each.stage = now.stage(each.unit.id());
    }
    for (String jurisdiction : register.jurisdictions) {
      Map<Rung, int[]> before = new HashMap<>();
      for (Rung rung : RUNGS) before.put(rung, now.electors(rung, jurisdiction));
      electors.put(jurisdiction, before);
    }
  }

  /** By unit in the law's order, the candidate who led by exact figures last, or -1. */
  int[] leading() {
    return leading.clone();
  }

  /**
   * Adds what returns just taken in have changed to the log, and turning points to {@code points}.
   */
  void afterReturns(int row, KnownFacts facts, Tabulation now, List<TurningPoint> points) {
    int root = now.tallied();
    Seen unit = root == ReportingUnits.NONE ? null : seenAt(root);
    if (unit == null || !now.touched().isEmpty() || unit.stage.isEmpty()) {
      after(row, facts.entryAt(row), now, points);
      return;
    }
    if (!tally(unit, row, facts, now, points)) {
      log.add(row, none(facts.entryAt(row), Optional.of(unit.unit)));
      return;
    }
    log.add(row, unit.unit, unit.figures);
  }

  private Seen seenAt(int root) {
    if (root >= byPlace.length) byPlace = Arrays.copyOf(byPlace, Math.max(64, 2 * root));
    Seen known = byPlace[root];
    if (known != null) return known;
    Seen found = seen.get(places.id(root));
    if (found == null) throw new IllegalStateException(places.id(root) + " is no unit");
    byPlace[root] = found;
    return found;
  }

  /** Adds what a fact just taken in has changed: of its own unit, then of others. */
  void after(int place, Entry entry, Tabulation now, List<TurningPoint> points) {
    KnownFacts facts = now.known();
    Map<Unit, UnitChange> changes = new LinkedHashMap<>();
    Optional<Unit> own = register.unitOf(entry.fact());
    own.ifPresent(unit -> changes.put(unit, none(entry, own)));
    int root = place >= 0 ? now.tallied() : ReportingUnits.NONE;
    if (root != ReportingUnits.NONE) {
      Seen unit = seenAt(root);
      if (tally(unit, place, facts, now, points))
        merge(
            changes,
            unit.unit,
            new UnitChange(
                entry,
                Optional.of(unit.unit),
                Optional.of(register.byTicket(unit.figures)),
                others(unit.figures),
                Optional.empty(),
                new TreeMap<>()));
      stage(entry, unit, now, points, changes);
    }
    for (String jurisdiction : now.touched()) {
      for (Unit unit : register.units(jurisdiction))
        stage(entry, seenOf(unit), now, points, changes);
      electors(entry, jurisdiction, own, now, changes);
    }
    if (changes.isEmpty()) log.add(place, ofTheNation(entry));
    else changes.values().forEach(change -> log.add(place, change));
  }

  private Seen seenOf(Unit unit) {
    return Optional.ofNullable(seen.get(unit.id())).orElseThrow();
  }

  private static void merge(Map<Unit, UnitChange> changes, Unit unit, UnitChange change) {
    changes.merge(unit, change, UnitChange::then);
  }

  private static UnitChange none(Entry entry, Optional<Unit> unit) {
    return new UnitChange(
        entry, unit, Optional.empty(), OptionalLong.empty(), Optional.empty(), new TreeMap<>());
  }

  private static UnitChange ofTheNation(Entry entry) {
    return new UnitChange(
        entry,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Rung.of(entry.fact()).filter(Rung.DECLARED::equals),
        new TreeMap<>());
  }

  /** Whether returns changed the tally of a unit. */
  private boolean tally(
      Seen unit, int row, KnownFacts facts, Tabulation now, List<TurningPoint> points) {
    Tallies.Node node = now.tallies().find(now.tallied());
    if (node == null) return false;
    long[] figures = now.tallies().withOthers(node);
    long[] before = unit.figures;
    boolean wasExact = unit.exact;
    unit.exact = node.isExact();
    if (Arrays.equals(before, figures)) return false;
    unit.figures = figures;
    if (!unit.exact) return true;
    if (wasExact && now.tallies().replaced() && fell(before, figures))
      points.add(
          new TurningPoint.Fall(
              facts.entryAt(row),
              unit.unit,
              register.byTicket(before),
              register.byTicket(figures)));
    lead(unit, node, row, facts, points);
    return true;
  }

  /** The votes for others at the end of figures as they are kept here. */
  static OptionalLong others(long[] figures) {
    long others = figures[figures.length - 1];
    return others < 0 ? OptionalLong.empty() : OptionalLong.of(others);
  }

  /** Whether a ticket's votes went down; those for others are nobody's. */
  private static boolean fell(long[] before, long[] after) {
    for (int t = 0; t < before.length - 1; t++)
      if (after[t] >= 0 && before[t] > after[t]) return true;
    return false;
  }

  private void lead(
      Seen unit, Tallies.Node node, int row, KnownFacts facts, List<TurningPoint> points) {
    int ticket = node.leader();
    if (ticket < 0) return;
    int leader = register.presidentOf(ticket);
    int before = leading[unit.place];
    leading[unit.place] = leader;
    if (before != NOBODY && before != leader)
      points.add(
          new TurningPoint.Lead(
              facts.entryAt(row),
              unit.unit,
              register.candidates.get(before),
              register.candidates.get(leader)));
  }

  private static void stage(
      Entry entry,
      Seen unit,
      Tabulation now,
      List<TurningPoint> points,
      Map<Unit, UnitChange> changes) {
    Optional<Rung> stage = now.stage(unit.unit.id());
    if (stage.isEmpty() || stage.equals(unit.stage)) return;
    unit.stage = stage;
    points.add(new TurningPoint.Stage(entry, unit.unit, stage.get()));
    merge(
        changes,
        unit.unit,
        new UnitChange(
            entry,
            Optional.of(unit.unit),
            Optional.empty(),
            OptionalLong.empty(),
            stage,
            new TreeMap<>()));
  }

  /** Puts the electors that changed into the row of the fact's own unit, else of the first one. */
  private void electors(
      Entry entry,
      String jurisdiction,
      Optional<Unit> own,
      Tabulation now,
      Map<Unit, UnitChange> changes) {
    Map<Rung, int[]> before = electors.computeIfAbsent(jurisdiction, j -> new HashMap<>());
    TreeMap<Rung, Votes> changed = new TreeMap<>();
    for (Rung rung : RUNGS) {
      int[] electors = now.electors(rung, jurisdiction);
      int[] were = before.put(rung, electors);
      boolean same =
          were == null
              ? Arrays.stream(electors).allMatch(n -> n == 0)
              : Arrays.equals(were, electors);
      if (!same) changed.put(rung, register.byCandidate(electors));
    }
    if (changed.isEmpty()) return;
    Unit row =
        own.filter(unit -> unit.jurisdiction().equals(jurisdiction))
            .orElseGet(() -> register.units(jurisdiction).getFirst());
    merge(
        changes,
        row,
        new UnitChange(
            entry,
            Optional.of(row),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            changed));
  }
}
