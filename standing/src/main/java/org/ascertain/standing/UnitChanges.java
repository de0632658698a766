package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/**
 * Compares the units before and after each fact: what changed of them, and what of that is a
 * turning point.
 */
final class UnitChanges {

  /** What was last told of a unit's tally. */
  private static final class Tally {
    final long[] figures;
    final boolean exact;

    Tally(long[] figures, boolean exact) {
      this.figures = figures;
      this.exact = exact;
    }
  }

  private static final List<Rung> RUNGS =
      Arrays.stream(Rung.values()).filter(Rung::byJurisdiction).toList();

  private final Map<Unit, Tally> tallies = new HashMap<>();
  private final Map<Unit, Rung> stages = new HashMap<>();
  private final Map<Unit, Integer> leading = new HashMap<>();
  private final Map<String, Map<Rung, int[]>> electors = new HashMap<>();

  /**
   * What a fact just taken in has changed: a row for the unit that it is about, and one for every
   * other unit that it changed. Turning points of units are added to {@code points}.
   */
  List<UnitChange> after(Entry entry, Tabulation now, List<TurningPoint> points) {
    Register register = now.register();
    Map<Unit, UnitChange> changes = new LinkedHashMap<>();
    Optional<Unit> own = register.unitOf(entry.fact());
    own.ifPresent(unit -> changes.put(unit, none(entry, own)));
    for (String jurisdiction : now.touched()) {
      for (Unit unit : register.units(jurisdiction)) {
        UnitChange change =
            new UnitChange(
                entry,
                Optional.of(unit),
                tally(entry, unit, now, points),
                stage(entry, unit, now, points),
                new TreeMap<>());
        if (change.tally().isPresent() || change.stage().isPresent())
          changes.merge(unit, change, UnitChange::then);
      }
      electors(entry, jurisdiction, own, now, changes);
    }
    return changes.isEmpty() ? List.of(ofTheNation(entry)) : new ArrayList<>(changes.values());
  }

  private static UnitChange none(Entry entry, Optional<Unit> unit) {
    return new UnitChange(entry, unit, Optional.empty(), Optional.empty(), new TreeMap<>());
  }

  private static UnitChange ofTheNation(Entry entry) {
    return new UnitChange(
        entry,
        Optional.empty(),
        Optional.empty(),
        Rung.of(entry.fact()).filter(Rung.DECLARED::equals),
        new TreeMap<>());
  }

  private Optional<Votes> tally(Entry entry, Unit unit, Tabulation now, List<TurningPoint> points) {
    if (!(entry.fact() instanceof Fact.Returns)) return Optional.empty();
    Tallies.Node node = now.tallies().find(unit.id());
    if (node == null) return Optional.empty();
    long[] figures = now.tallies().tally(node);
    Tally told = new Tally(figures, node.isExact());
    Tally before = tallies.put(unit, told);
    if (before != null && Arrays.equals(before.figures, figures)) return Optional.empty();
    Register register = now.register();
    if (before != null && before.exact && told.exact && now.tallies().replaced())
      if (fell(before.figures, figures))
        points.add(
            new TurningPoint.Fall(
                entry, unit, register.byTicket(before.figures), register.byTicket(figures)));
    if (told.exact) lead(entry, unit, figures, register, points);
    return Optional.of(register.byTicket(figures));
  }

  private static boolean fell(long[] before, long[] after) {
    for (int t = 0; t < before.length; t++) if (after[t] >= 0 && before[t] > after[t]) return true;
    return false;
  }

  private void lead(
      Entry entry, Unit unit, long[] figures, Register register, List<TurningPoint> points) {
    int ticket = Leader.of(figures);
    if (ticket < 0) return;
    int leader = register.presidentOf(ticket);
    Integer before = leading.put(unit, leader);
    if (before != null && before != leader)
      points.add(
          new TurningPoint.Lead(
              entry, unit, register.candidates.get(before), register.candidates.get(leader)));
  }

  private Optional<Rung> stage(Entry entry, Unit unit, Tabulation now, List<TurningPoint> points) {
    Optional<Rung> stage = now.stage(unit.id());
    if (stage.isEmpty() || stage.get() == stages.get(unit)) return Optional.empty();
    stages.put(unit, stage.get());
    points.add(new TurningPoint.Stage(entry, unit, stage.get()));
    return stage;
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
      if (!same) changed.put(rung, now.register().byCandidate(electors));
    }
    if (changed.isEmpty()) return;
    Unit row =
        own.filter(unit -> unit.jurisdiction().equals(jurisdiction))
            .orElseGet(() -> now.register().units(jurisdiction).getFirst());
    UnitChange change =
        new UnitChange(entry, Optional.of(row), Optional.empty(), Optional.empty(), changed);
    changes.merge(row, change, UnitChange::then);
  }
}
