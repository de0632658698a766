package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.election.Unit;
import org.ascertain.exchange.Report.Contest;
import org.ascertain.exchange.Report.Counted;

/** The units that a report speaks of, and those above them up to the nation, as a tree. */
final class ReportUnits {

  private final Map<String, Optional<Counted>> units = new TreeMap<>();
  private final Map<String, List<String>> below = new HashMap<>();

  ReportUnits(Report report) {
    units.put(Unit.NATION, Optional.empty());
    for (Contest contest : report.contests()) {
      addWithThoseAbove(contest.unit());
      for (Counted counted : contest.counts()) {
        addWithThoseAbove(counted.unit());
        units.put(counted.unit(), Optional.of(counted));
      }
    }
    for (String unit : units.keySet())
      if (!unit.equals(Unit.NATION))
        below.computeIfAbsent(above(unit), id -> new ArrayList<>()).add(unit);
  }

  private void addWithThoseAbove(String unit) {
    if (unit.equals(Unit.NATION)) return;
    units.putIfAbsent(unit, Optional.empty());
    addWithThoseAbove(above(unit));
  }

  private static String above(String unit) {
    int slash = unit.lastIndexOf('/');
    if (slash >= 0) return unit.substring(0, slash);
    return Places.isDistrict(unit) ? Unit.jurisdictionOf(unit) : Unit.NATION;
  }

  /** All of them, in the order of their ids. */
  Collection<String> all() {
    return units.keySet();
  }

  /** Those right below one. */
  List<String> below(String unit) {
    return below.getOrDefault(unit, List.of());
  }

  /** What the report says of one, if it has figures of it. */
  Optional<Counted> figures(String unit) {
    return units.getOrDefault(unit, Optional.empty());
  }

  /** The figures of all that have some. */
  List<Counted> figures() {
    return units.values().stream().flatMap(Optional::stream).toList();
  }

  /** What it is, in the words of NIST SP 1500-100. */
  String type(String unit, Places places) {
    if (unit.equals(Unit.NATION)) return "country";
    if (Places.isDistrict(unit)) return "congressional";
    int slash = unit.indexOf('/');
    if (slash < 0) return "state";
    if (unit.indexOf('/', slash + 1) >= 0) return "precinct";
    String list = places.vintage(unit).orElse("");
    if (list.startsWith("house districts")) return "state-house";
    if (list.startsWith("wards")) return "ward";
    return places.fips(unit).isPresent() ? "county" : "other";
  }
}
