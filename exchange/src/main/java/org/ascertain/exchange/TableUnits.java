package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ascertain.exchange.Mapping.Role;
import org.ascertain.exchange.ReadRows.Unfit;
import org.ascertain.exchange.UnitNames.Found;
import org.jspecify.annotations.Nullable;

/** The units of a table, by what its lines say of where they are from. */
final class TableUnits {

  private static final List<Role> PLACES =
      List.of(Role.PRECINCT, Role.COUNTY, Role.UNIT, Role.STATE, Role.FIPS);

  private final TableCells cells;
  private final Optional<String> jurisdiction;
  private final UnitNames names;
  private final int tickets;

  private final List<UnitFigures> units = new ArrayList<>();

  /** Counties, and states, by their ids. */
  private final Map<String, Area> areas = new HashMap<>();

  /** Counties by what is written of them, however many lines that has. */
  private final Map<Written, County> counties = new HashMap<>();

  private Written lastWritten = new Written("", "", "");
  private Optional<County> lastCounty = Optional.empty();

  /** Names that two units have, by the id that stands for whichever is meant. */
  private final Map<String, UnitNames.Shared> shared = new HashMap<>();

  /** The columns that say where a line is from. */
  private final int[] placesOfUnits;

  /** The unit of the line before, which as a rule is the next one's too. */
  private final String[] lastPlace;

  private Optional<UnitFigures> lastUnit = Optional.empty();

  /** Whether a unit was come back to after another. */
  private boolean isScattered;

  private final NamedCounts totals = new NamedCounts();
  private final Set<String> oldLists = new TreeSet<>();

  /** What is written of a county; each part may be missing. */
  private record Written(String state, String fips, String name) {
    boolean is(String otherState, String otherFips, String otherName) {
      return name.equals(otherName) && fips.equals(otherFips) && state.equals(otherState);
    }
  }

  /** A unit with those in it, which as a rule come one after the other. */
  private static final class Area {
    private final String id;
    private @Nullable UnitFigures own;
    private final Map<String, UnitFigures> parts = new HashMap<>();

    Area(String id) {
      this.id = id;
    }
  }

  /**
   * What that is.
   *
   * @param isContradicted whether its parts are not one county's
   * @param isTotal whether it is the sum of the state's counties
   */
  private record County(
      Optional<String> state, Optional<Area> unit, boolean isContradicted, boolean isTotal) {}

  /** Fails where nothing says of which state the table is. */
  TableUnits(TableCells cells, Mapping mapping, Reading reading, int tickets) throws Unfit {
    this.cells = cells;
    this.tickets = tickets;
    this.names = new UnitNames(reading.header().year());
    this.jurisdiction = reading.jurisdiction().or(mapping::jurisdiction).flatMap(UnitNames::state);
    boolean knowsPlace =
        jurisdiction.isPresent()
            || cells.has(Role.STATE)
            || cells.has(Role.UNIT)
            || cells.has(Role.FIPS);
    if (!knowsPlace) throw new Unfit(ReadCheck.NO_STATE, "", "");
    placesOfUnits = PLACES.stream().mapToInt(cells::place).filter(place -> place >= 0).toArray();
    lastPlace = new String[placesOfUnits.length];
  }

  /** The unit that a line is from, if there is one. */
  Optional<UnitFigures> of(TableRow row) {
    if (lastUnit.isEmpty() || !isWhereTheLastWas(row)) {
      for (int i = 0; i < lastPlace.length; i++) lastPlace[i] = row.cell(placesOfUnits[i]);
      lastUnit = find(row);
    }
    return lastUnit;
  }

  private boolean isWhereTheLastWas(TableRow row) {
    for (int i = 0; i < lastPlace.length; i++)
      if (!row.cell(placesOfUnits[i]).equals(lastPlace[i])) return false;
    return true;
  }

  /** Of a line with other cells: of one that was cut off before it says so, that of the last. */
  Optional<UnitFigures> ofOtherWidth(TableRow row) {
    for (int place : placesOfUnits) if (place >= row.size()) return lastUnit;
    return row.size() > 1 ? find(row) : lastUnit;
  }

  /** What a line says of where it is from. */
  String written(TableRow row) {
    return PLACES.stream()
        .map(role -> cells.cell(row, role))
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Optional<UnitFigures> find(TableRow row) {
    if (cells.has(Role.UNIT)) {
      String id = cells.cell(row, Role.UNIT);
      return id.isEmpty() ? Optional.empty() : Optional.of(own(area(id), row));
    }
    String fips = cells.cell(row, Role.FIPS);
    String name = cells.cell(row, Role.COUNTY);
    County county = county(cells.cell(row, Role.STATE), fips, name);
    if (county.isContradicted()) return Optional.empty();
    if (county.isTotal()) {
      totals.add(name, 1);
      return county.state().map(state -> own(area(state), row));
    }
    String precinct = cells.cell(row, Role.PRECINCT);
    if (county.unit().isEmpty()) {
      if (!name.isEmpty() || !precinct.isEmpty()) return Optional.empty();
      return (fips.isEmpty() ? county.state() : names.stateByFips(fips))
          .map(state -> own(area(state), row));
    }
    boolean isTotal = TableFigure.isTotal(precinct);
    if (isTotal) totals.add(precinct, 1);
    Area area = county.unit().get();
    return Optional.of(isTotal || precinct.isEmpty() ? own(area, row) : part(area, precinct, row));
  }

  private Area area(String id) {
    return areas.computeIfAbsent(id, Area::new);
  }

  private UnitFigures own(Area area, TableRow row) {
    UnitFigures known = area.own;
    if (known == null) {
      known = begun(area.id, row);
      area.own = known;
    } else seen(known);
    return known;
  }

  private UnitFigures part(Area area, String precinct, TableRow row) {
    String name = precinct.replace('/', '-');
    UnitFigures known = area.parts.get(name);
    if (known == null) {
      known = begun(area.id + "/" + name, row);
      area.parts.put(name, known);
    } else seen(known);
    return known;
  }

  private UnitFigures begun(String id, TableRow row) {
    UnitFigures fresh = new UnitFigures(id, tickets, row.line());
    units.add(fresh);
    return fresh;
  }

  private void seen(UnitFigures unit) {
    isScattered |= lastUnit.filter(last -> !last.equals(unit)).isPresent();
  }

  private County county(String state, String fips, String name) {
    if (lastCounty.isPresent() && lastWritten.is(state, fips, name)) return lastCounty.get();
    lastWritten = new Written(state, fips, name);
    County county = counties.computeIfAbsent(lastWritten, this::county);
    lastCounty = Optional.of(county);
    return county;
  }

  private County county(Written written) {
    Optional<String> state =
        cells.has(Role.STATE) ? UnitNames.state(written.state()) : jurisdiction;
    Found found = names.found(written.fips(), state, written.name());
    found.old().ifPresent(oldLists::add);
    boolean isKnown =
        found.isContradicted()
            || found.unit().isPresent()
            || state.isEmpty()
            || written.name().isEmpty();
    if (isKnown)
      return new County(state, found.unit().map(this::area), found.isContradicted(), false);
    boolean isTotal =
        TableFigure.isTotal(written.name()) || written.name().equalsIgnoreCase("statewide");
    Optional<String> unit = isTotal ? Optional.empty() : either(state.get(), written.name());
    return new County(state, unit.map(this::area), false, isTotal);
  }

  /** Of a name that two units have, what stands for either until the end. */
  private Optional<String> either(String state, String name) {
    Optional<UnitNames.Shared> two = names.shared(state, name);
    String either = state + "/?" + name.replace('/', '-');
    two.ifPresent(units -> shared.put(either, units));
    return two.map(units -> either);
  }

  /**
   * Tells which of two units of one name is meant: the county, where the table has the city by a
   * name or code of its own and the county by none; else nobody can tell.
   */
  private void tellApart() {
    if (shared.isEmpty()) return;
    Set<String> counties =
        units.stream().map(unit -> county(unit.id())).collect(Collectors.toSet());
    for (UnitFigures unit : units) {
      String either = county(unit.id());
      UnitNames.Shared two = shared.get(either);
      if (two == null) continue;
      boolean isCounty =
          !counties.contains(two.county()) && two.others().stream().anyMatch(counties::contains);
      if (isCounty) unit.is(two.county() + unit.id().substring(either.length()));
      else
        unit.fault(
            new Fault(
                ReadCheck.TWO_OF_NAME,
                "line " + unit.firstLine(),
                either.substring(either.indexOf('?') + 1)),
            "");
    }
  }

  /** A county's id, of itself or of a precinct in it. */
  private static String county(String unit) {
    int slash = unit.indexOf('/', unit.indexOf('/') + 1);
    return slash < 0 ? unit : unit.substring(0, slash);
  }

  /**
   * What follows a line cannot be read. The unit that it breaks off in may lack votes; where lines
   * of a unit stand apart from one another, every unit may.
   */
  void cutOff(Fault fault) {
    if (isScattered) units.forEach(unit -> unit.breaksOff(fault));
    else lastUnit.ifPresent(unit -> unit.breaksOff(fault));
  }

  /** The unit of the last line. */
  Optional<UnitFigures> last() {
    return lastUnit;
  }

  /** All of them, once the table is read. */
  Collection<UnitFigures> all() {
    tellApart();
    return units;
  }

  boolean isEmpty() {
    return units.isEmpty();
  }

  /** In how many of them votes by how they were cast were added up; empty where in none. */
  Optional<String> summed() {
    long summed = 0;
    for (UnitFigures each : units) if (each.isSummed()) summed++;
    return summed == 0
        ? Optional.empty()
        : Optional.of("in %d of %d units".formatted(summed, units.size()));
  }

  /** Lines that are a total, by what they are called. */
  NamedCounts totals() {
    return totals;
  }

  /** Older lists of counties than the year's. */
  Set<String> oldLists() {
    return oldLists;
  }
}
