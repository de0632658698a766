package org.ascertain.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.standing.Tabulation;

/**
 * For whom each unit is settled, kept up as facts come: a fact about one place asks only its units
 * again, and sums change only with a unit.
 */
final class SettledUnits {

  /** By a unit's id, the place of the candidate for whom it is settled. */
  private final Map<String, Integer> winners = new HashMap<>();

  /** By the place of a candidate, the electors of the units that are settled for him. */
  private int[] electors = new int[0];

  /** The electors of the units of which the record does not tell for whom they are settled. */
  private int unknown;

  /** By the id of a challenge, the jurisdictions that it concerns. */
  private final Map<String, Set<String>> concerned = new HashMap<>();

  /** The law's units by their jurisdictions, once a fact has asked. */
  private final Map<String, List<Unit>> units = new HashMap<>();

  /** When windows close that keep units open, with the fact by which they are known. */
  private final TreeMap<Long, Entry> closings = new TreeMap<>();

  private boolean asked;

  /** Has it kept from now on; what nobody asks for is not kept. */
  void ask() {
    asked = true;
  }

  /**
   * Takes in a fact.
   *
   * @return whether a unit is settled for somebody else than before
   */
  boolean after(Entry entry, boolean all, Tabulation now) {
    if (!asked) return false;
    Optional<Set<String>> places = all ? Optional.empty() : places(entry.fact());
    boolean changed = false;
    if (places.isEmpty()) changed = settle(now.law().units(), entry, now);
    else for (String place : places.get()) changed |= settle(unitsOf(place, now), entry, now);
    return changed;
  }

  /** When windows close, with the fact by which that is known. */
  Map<Long, Entry> closings() {
    return closings;
  }

  private List<Unit> unitsOf(String place, Tabulation now) {
    if (units.isEmpty())
      for (Unit unit : now.law().units())
        units.computeIfAbsent(unit.jurisdiction(), code -> new ArrayList<>()).add(unit);
    return units.getOrDefault(place, List.of());
  }

  /** The jurisdictions whose units a fact may settle or unsettle; empty for all of them. */
  private Optional<Set<String>> places(Fact fact) {
    return switch (fact) {
      case Fact.OfUnit f -> Optional.of(Set.of(Unit.jurisdictionOf(f.unit())));
      case Fact.OfJurisdiction f -> Optional.of(Set.of(f.jurisdiction()));
      case Fact.Challenge f -> {
        // Of two with one id the one recorded first counts, which may come into effect later.
        Set<String> places = concerned.computeIfAbsent(f.id(), id -> new HashSet<>());
        f.units().stream().map(Unit::jurisdictionOf).forEach(places::add);
        yield Optional.of(places);
      }
      case Fact.Ruling f -> Optional.of(concerned.getOrDefault(f.challenge(), Set.of()));
      case Fact.Acknowledgement f -> Optional.of(Set.of());
      case Fact.Statement f -> Optional.of(Set.of());
      default -> Optional.empty(); // at worst a unit is asked again that did not change
    };
  }

  private boolean settle(List<Unit> asked, Entry entry, Tabulation now) {
    boolean changed = false;
    for (Unit unit : asked) {
      changed |= settle(unit, now.settledFor(unit));
      now.windowCloses(unit).ifPresent(moment -> closings.putIfAbsent(moment, entry));
    }
    return changed;
  }

  private boolean settle(Unit unit, int winner) {
    Integer before = winners.put(unit.id(), winner);
    if (before != null && before == winner) return false;
    if (before != null) count(before, -unit.electors());
    count(winner, unit.electors());
    return true;
  }

  private void count(int winner, int more) {
    if (winner == Tabulation.NOT_KNOWN) unknown += more;
    if (winner < 0) return;
    if (winner >= electors.length) electors = Arrays.copyOf(electors, winner + 1);
    electors[winner] += more;
  }

  Truth of(String unit, int candidate) {
    Integer winner = winners.get(unit);
    return winner == null
        ? Truth.UNKNOWN
        : Truth.of(winner == candidate, winner == Tabulation.NOT_KNOWN);
  }

  /** How many electors of the units that are settled, or may be, for a candidate. */
  int electors(int candidate, Truth atLeast) {
    int settled = candidate < electors.length ? electors[candidate] : 0;
    return atLeast == Truth.YES ? settled : settled + unknown;
  }
}
