package org.ascertain.standing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;
import org.ascertain.standing.Standing.Held;

/**
 * How many electors of a rung the record may merely lack: those of units where nobody has them and
 * the record does not say that it holds all there is.
 */
final class UnknownElectors {

  private final Tabulation now;
  private final Rung rung;
  private final Matter matter;
  private final Optional<String> caller;

  UnknownElectors(Tabulation now, Rung rung) {
    this.now = now;
    this.rung = rung;
    this.matter = rung.matter();
    this.caller = rung == Rung.CALLED ? now.header().caller() : Optional.empty();
  }

  int inAll() {
    return now.register().jurisdictions.stream().mapToInt(this::of).sum();
  }

  int of(String jurisdiction) {
    int lacking = lacking(jurisdiction);
    JurisdictionRungs.OnRung on = now.rungs(jurisdiction).on(rung);
    int unknown = on.unknown;
    for (Unit unit : now.register().units(jurisdiction))
      if (!isImplied(on, unit) && !isKnown(unit)) unknown += unit.electors();
    return Math.min(lacking, unknown);
  }

  /** How many electors of a jurisdiction nobody has, of those that it has appointed or may yet. */
  int lacking(String jurisdiction) {
    int assigned = 0;
    for (int n : now.rungs(jurisdiction).on(rung).electors) assigned += n;
    if (now.register().law.votesForPairs()) assigned = Math.ceilDiv(assigned, 2);
    JurisdictionFacts facts = now.facts(jurisdiction);
    return Math.max(0, facts.appointed().orElse(facts.entitled()) - assigned);
  }

  private static boolean isImplied(JurisdictionRungs.OnRung on, Unit unit) {
    return on.implied.contains(unit.id()) || on.implied.contains(unit.jurisdiction());
  }

  /** Whether somebody is spoken of, or the record says that nobody has been. */
  boolean isKnown(Unit unit) {
    return isSpokenFor(unit) || now.coverages().isComplete(matter, caller, unit.id(), now.now());
  }

  /** What the record holds of the rung. */
  Held held() {
    if (!rung.byJurisdiction()) return heldOfNation();
    boolean byUnit = rung.compareTo(Rung.CERTIFIED) <= 0;
    List<Unit> units =
        now.register().law.units().stream().filter(unit -> byUnit || unit.atLarge()).toList();
    int there = (int) units.stream().filter(this::isSpokenFor).count();
    return held(units.stream().map(Unit::id).toList(), there);
  }

  private Held heldOfNation() {
    boolean there =
        rung == Rung.DECLARED
            ? now.nation().declared().isPresent()
            : now.inOffice(Fact.Office.PRESIDENT).isPresent();
    return held(List.of(Unit.NATION), there ? 1 : 0);
  }

  private Held held(List<String> units, int there) {
    Set<Extent> extents = EnumSet.noneOf(Extent.class);
    for (String unit : units) extents.add(now.coverages().extent(matter, caller, unit, now.now()));
    Extent extent =
        extents.size() == 1
            ? extents.iterator().next()
            : extents.contains(Extent.COMPLETE) || there > 0 ? Extent.PARTIAL : Extent.NONE;
    if (extent == Extent.NONE && there > 0) extent = Extent.PARTIAL;
    Optional<LocalDate> until =
        units.stream()
            .flatMap(unit -> now.coverages().said(matter, caller, unit).stream())
            .flatMap(coverage -> coverage.until().stream())
            .min(Comparator.naturalOrder());
    return new Held(extent, there, units.size(), until);
  }

  private boolean isSpokenFor(Unit unit) {
    JurisdictionFacts facts = now.facts(unit.jurisdiction());
    return switch (rung) {
      case REPORTED -> now.tallies().find(unit.id()) != null || facts.hasRankings(unit.id());
      case CALLED ->
          caller.isPresent()
              ? facts.call(unit.id(), caller.get()).isPresent()
              : now.header().callers().stream()
                  .anyMatch(each -> facts.call(unit.id(), each.id()).isPresent());
      case CERTIFIED -> facts.certification(unit.id()).isPresent();
      case ASCERTAINED -> facts.ascertainment().isPresent();
      case VOTED -> !facts.returnsOfElectors().isEmpty();
      case COUNTED -> facts.counted().isPresent();
      case DECLARED, IN_OFFICE -> true;
    };
  }
}
