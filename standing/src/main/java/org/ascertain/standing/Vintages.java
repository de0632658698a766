package org.ascertain.standing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.election.Unit;

/**
 * Of which list the units below each state are. Two lists of one state cover the same ground twice:
 * whoever comes second is refused, as long as facts of the first are in force.
 */
final class Vintages {

  private final Register register;

  /** The jurisdictions that have more than one list in the year of the election. */
  private final Set<String> several = new HashSet<>();

  /** By jurisdiction, how many facts in force there are of each unit that a list names. */
  private final Map<String, Map<String, Integer>> inForce = new HashMap<>();

  /** By jurisdiction, the lists that have all those units; made again when these are others. */
  private final Map<String, Set<String>> common = new HashMap<>();

  Vintages(Register register) {
    this.register = register;
    for (String jurisdiction : register.jurisdictions) {
      List<Listed> units = register.known.under(register.header.year(), jurisdiction);
      if (units.stream().map(Listed::vintage).distinct().count() > 1) several.add(jurisdiction);
    }
  }

  /** Whether it matters of which list a unit is. */
  boolean matter(String unit) {
    return !several.isEmpty() && several.contains(Unit.jurisdictionOf(unit)) && !of(unit).isEmpty();
  }

  /** Why a unit cannot stand beside those in force, if it cannot. */
  Optional<String> conflict(String unit) {
    if (!matter(unit)) return Optional.empty();
    Set<String> before =
        common.computeIfAbsent(Unit.jurisdictionOf(unit), each -> common(counts(unit).keySet()));
    Set<String> own = of(unit);
    if (before.isEmpty() || own.stream().anyMatch(before::contains)) return Optional.empty();
    return Optional.of(
        unit
            + " is of the "
            + String.join(" or ", own)
            + ", those before it of the "
            + String.join(" or ", before));
  }

  /** The lists that have all of some units. */
  private Set<String> common(Collection<String> units) {
    Set<String> common = new HashSet<>();
    boolean isFirst = true;
    for (String unit : units) {
      if (isFirst) common.addAll(of(unit));
      else common.retainAll(of(unit));
      isFirst = false;
    }
    return common;
  }

  private Set<String> of(String unit) {
    return register.known.vintages(register.header.year(), unit);
  }

  private Map<String, Integer> counts(String unit) {
    return inForce.computeIfAbsent(Unit.jurisdictionOf(unit), each -> new HashMap<>());
  }

  /** A fact of a unit came into force. */
  void begins(String unit) {
    if (matter(unit) && counts(unit).merge(unit, 1, Integer::sum) == 1) forget(unit);
  }

  /** A fact of a unit is in force no longer. */
  void ends(String unit) {
    if (!matter(unit)) return;
    Integer left =
        counts(unit).computeIfPresent(unit, (same, facts) -> facts == 1 ? null : facts - 1);
    if (left == null) forget(unit);
  }

  /** The units in force of its jurisdiction are others now. */
  private void forget(String unit) {
    common.remove(Unit.jurisdictionOf(unit));
  }
}
