package org.ascertain.standing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.standing.JurisdictionFacts.Found;

/**
 * By which entries something stands as it does at a moment: those alone that make it so, without
 * what {@link Explainer} tells beside them. Each answer is in the order of the record.
 */
public final class EntriesBehind {

  private final Tabulation now;
  private final Register register;
  private final RungExplained rungs;

  /** Asks a history as of a moment, in nanoseconds since 1970-01-01T00:00Z. */
  public EntriesBehind(History history, long moment) {
    this.now = history.stateAt(moment);
    this.register = now.register();
    this.rungs = new RungExplained(now, UnaryOperator.identity());
  }

  /** Those that give a candidate the electors on a rung. */
  public Set<Long> electors(Rung rung, String candidate) {
    Set<Long> entries = new TreeSet<>();
    switch (rung) {
      case DECLARED -> entries.addAll(declared());
      case IN_OFFICE ->
          now.inOffice(Office.PRESIDENT)
              .filter(found -> found.fact().person().equals(candidate))
              .ifPresent(found -> entries.add(found.entry().index()));
      case REPORTED, CALLED, CERTIFIED, ASCERTAINED, VOTED, COUNTED -> {
        int place = register.candidate(candidate);
        for (String jurisdiction : register.jurisdictions) {
          JurisdictionRungs.OnRung on = now.rungs(jurisdiction).on(rung);
          if (on.electors[place] > 0) entries.addAll(rungs.entries(rung, jurisdiction, on));
        }
      }
    }
    return entries;
  }

  private List<Long> declared() {
    return now.nation().declared().map(found -> List.of(found.entry().index())).orElse(List.of());
  }

  /** Those by which a unit has come to a rung; of a later fact that implies it, that one. */
  public Set<Long> stage(String unit, Rung rung) {
    String jurisdiction = Unit.jurisdictionOf(unit);
    Optional<Found<Certification>> certified = now.facts(jurisdiction).certification(unit);
    if (rung == Rung.CERTIFIED && certified.isPresent())
      return Set.of(certified.get().entry().index());
    if (!rung.byJurisdiction()) return Set.copyOf(declared());
    return new TreeSet<>(rungs.entries(rung, jurisdiction, now.rungs(jurisdiction).on(rung)));
  }

  /** Those that the tally of a unit is made of, or of its rounds where candidates are ranked. */
  public Set<Long> tally(String unit) {
    Set<Long> entries = new TreeSet<>();
    Tallies.Node node = now.tallies().find(unit);
    if (node != null) node.tallied().forEach(each -> entries.add(each.index()));
    RankedCount.of(unit, register, now.facts(Unit.jurisdictionOf(unit)))
        .ifPresent(count -> entries.addAll(count.entries()));
    return entries;
  }

  /** Those that the tallies of all states are made of. */
  public Set<Long> tallies() {
    Set<Long> entries = new TreeSet<>();
    for (Unit unit : register.law.units()) if (unit.atLarge()) entries.addAll(tally(unit.id()));
    return entries;
  }

  /** Those by which a unit is settled for a candidate, or all units that are. */
  public Set<Long> settled(Optional<String> unit, String candidate) {
    int place = register.candidate(candidate);
    SettledExplained settled = new SettledExplained(now, UnaryOperator.identity());
    Set<Long> entries = new LinkedHashSet<>();
    for (Unit each : register.law.units())
      if (unit.map(each.id()::equals).orElse(true) && now.settledFor(each) == place)
        entries.addAll(settled.evidence(each));
    return new TreeSet<>(entries);
  }
}
