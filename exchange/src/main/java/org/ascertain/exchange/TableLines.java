package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.exchange.Mapping.Role;
import org.ascertain.exchange.ReadRows.Unfit;
import org.ascertain.exchange.TicketNames.Meaning;

/** Takes the lines of a table, one after the other, to the units that they speak of. */
@SuppressWarnings("EnumOrdinal") // asked for each field of a line: an array, not a map
final class TableLines {

  private static final int MOST_APART = 10_000;
  private static final int MOST_NAMES = 12;
  private static final int LONGEST_NAME = 60;

  private final Reading reading;
  private final TicketNames names;
  private final UnitNames unitNames;

  /** By county the list of its code, if that is older than the year's. */
  private final Function<String, Optional<String>> olderList;

  private final Map<String, UnitFigures> units = new LinkedHashMap<>();
  private final List<ReadRow> apart = new ArrayList<>();

  /** By each part's place among the roles, that of its column; -1 where there is none. */
  private final int[] places = new int[Role.values().length];

  /** The columns that say where a line is from. */
  private int[] placesOfUnits = {};

  private int[] votes = new int[0];
  private int[] others = new int[0];
  private int[] tickets = new int[0];
  private int width;
  private Optional<String> jurisdiction = Optional.empty();
  private boolean isLong;

  private final Function<String, Boolean> isPresident = VoteTable.once(OfficeNames::isPresident);
  private final Function<String, Optional<TableFigure>> figure = VoteTable.once(TableFigure::of);

  private final Function<String, Boolean> isTotal = VoteTable.once(TableFigure::isTotal);

  /** The units of counties by state and name, however many lines have them. */
  private final Map<String, Map<String, Optional<String>>> counties = new HashMap<>();

  /** Names that two units have, by the id that stands for whichever is meant. */
  private final Map<String, UnitNames.Shared> shared = new HashMap<>();

  private final Map<String, List<Kind>> kinds = new HashMap<>();
  private int numberOfKinds;

  private final Map<String, Long> otherNames = new TreeMap<>();
  private final Map<String, Long> notVotes = new TreeMap<>();
  private final Map<String, Long> totals = new TreeMap<>();
  private final Map<String, Long> notRead = new TreeMap<>();
  private final Set<String> oldCodes = new TreeSet<>();
  private long linesApart;

  /** The unit of the line before, which as a rule is the next one's too. */
  private String[] lastPlace = {};

  private Optional<UnitFigures> lastUnit = Optional.empty();

  /** Whether a unit was come back to after another. */
  private boolean isScattered;

  TableLines(Reading reading, TicketNames names) {
    this.reading = reading;
    this.names = names;
    this.unitNames = new UnitNames(reading.header().year());
    this.olderList = VoteTable.once(unitNames::olderList);
  }

  void begin(Mapping mapping, List<String> header) throws Unfit {
    width = header.size();
    Arrays.fill(places, -1);
    for (Map.Entry<Role, List<String>> each : mapping.columns().entrySet())
      places[each.getKey().ordinal()] = place(header, each.getValue().getFirst());
    placesOfUnits = PLACES.stream().mapToInt(this::place).filter(place -> place >= 0).toArray();
    lastPlace = new String[placesOfUnits.length];
    votes = all(header, mapping.columns().getOrDefault(Role.VOTES, List.of()));
    others = all(header, mapping.columns().getOrDefault(Role.OTHER, List.of()));
    isLong = mapping.tickets().isEmpty();
    tickets = new int[names.tickets().size()];
    for (int i = 0; i < tickets.length; i++) {
      String column = mapping.tickets().get(names.tickets().get(i).id());
      tickets[i] = column == null ? -1 : place(header, column);
    }
    for (String id : mapping.tickets().keySet())
      if (names.ofId(id).isEmpty())
        throw new Unfit(ReadCheck.OTHER_FORMAT, "", "there is no ticket '%s'".formatted(id));
    jurisdiction = reading.jurisdiction().or(mapping::jurisdiction).flatMap(UnitNames::state);
    boolean knowsPlace =
        jurisdiction.isPresent() || has(Role.STATE) || has(Role.UNIT) || has(Role.FIPS);
    if (!knowsPlace) throw new Unfit(ReadCheck.NO_STATE, "", "");
  }

  private static int place(List<String> header, String name) throws Unfit {
    int place = header.indexOf(name);
    if (place < 0)
      throw new Unfit(ReadCheck.OTHER_FORMAT, "line 1", "it has no column '%s'".formatted(name));
    return place;
  }

  private static int[] all(List<String> header, List<String> columns) throws Unfit {
    int[] all = new int[columns.size()];
    for (int i = 0; i < all.length; i++) all[i] = place(header, columns.get(i));
    return all;
  }

  private boolean has(Role role) {
    return place(role) >= 0;
  }

  private int place(Role role) {
    return places[role.ordinal()];
  }

  private String cell(TableRow row, Role role) {
    int place = place(role);
    return place < 0 ? "" : row.cell(place);
  }

  void take(TableRow row) {
    if (row.size() != width) {
      ofOtherWidth(row);
      return;
    }
    if (has(Role.YEAR) && !cell(row, Role.YEAR).equals(Integer.toString(reading.header().year()))) {
      notRead.merge("rows of other years", 1L, Long::sum);
      return;
    }
    Optional<TableFigure> counted = Optional.empty();
    if (has(Role.OFFICE)) {
      String office = cell(row, Role.OFFICE);
      counted = figure.apply(office);
      if (counted.isEmpty() && !isPresident.apply(office)) {
        notRead.merge("rows of other offices", 1L, Long::sum);
        return;
      }
    }
    Optional<UnitFigures> unit = unit(row);
    if (unit.isEmpty()) return;
    if (isLong) candidate(row, unit.get(), counted);
    else wide(row, unit.get());
  }

  /**
   * A line with too many or too few cells: its unit lacks its votes, so that the unit waits. Of one
   * that was cut off before it says where it is from, that is the unit of the line before.
   */
  private void ofOtherWidth(TableRow row) {
    String what = "It has %d cells, and the first line %d".formatted(row.size(), width);
    boolean saysWhere = Arrays.stream(placesOfUnits).allMatch(place -> place < row.size());
    Optional<UnitFigures> unit = saysWhere && row.size() > 1 ? figures(row) : lastUnit;
    if (unit.isPresent())
      unit.get().fault(fault(ReadCheck.WRONG_CELLS, row.line(), what), raw(row));
    else apart(row, ReadCheck.WRONG_CELLS, what);
  }

  /**
   * What a line is about by its name, party and mode, however many lines have them.
   *
   * @param id tells it from others
   * @param isWhole whether it has the votes of all modes
   */
  private record Kind(
      int id,
      String name,
      String party,
      String mode,
      Optional<TableFigure> figure,
      Meaning meaning,
      boolean isWhole) {}

  private Kind kind(String name, String party, String mode) {
    List<Kind> named = kinds.computeIfAbsent(name, fresh -> new ArrayList<>());
    for (Kind each : named) if (each.party.equals(party) && each.mode.equals(mode)) return each;
    // a table without modes has one line for all; with columns by mode they were added up
    boolean isWhole = mode.isEmpty() ? votes.length == 1 : mode.equalsIgnoreCase("total");
    Kind kind =
        new Kind(
            numberOfKinds++,
            name,
            party,
            mode,
            TableFigure.of(name),
            names.of(name, party),
            isWhole);
    named.add(kind);
    return kind;
  }

  private void candidate(TableRow row, UnitFigures unit, Optional<TableFigure> ofOffice) {
    Kind kind = kind(cell(row, Role.CANDIDATE), cell(row, Role.PARTY), cell(row, Role.MODE));
    long line = row.line();
    long number = number(row, unit);
    if (number < 0) {
      if (ofOffice.isEmpty() && kind.figure.isEmpty() && isBlank(row))
        unit.fault(Fault.noCount("line " + line, ""), raw(row));
      return;
    }
    Optional<TableFigure> counted = ofOffice.isPresent() ? ofOffice : kind.figure;
    if (counted.isPresent()) {
      notVotes.merge(kind.name.isEmpty() ? cell(row, Role.OFFICE) : kind.name, number, Long::sum);
      unit.add(counted.get(), number, kind.isWhole || kind.mode.isEmpty(), line);
      return;
    }
    if (isRepeated(unit, kind, number, line, row)) return;
    switch (kind.meaning) {
      case Meaning.Of(int ticket) -> unit.add(ticket, number, kind.isWhole, line);
      case Meaning.Other() -> {
        if (number > 0)
          otherNames.merge(kind.name.isEmpty() ? "no name" : kind.name, number, Long::sum);
        unit.add(tickets.length, number, kind.isWhole, line);
      }
      case Meaning.Doubtful() -> unit.fault(fault(ReadCheck.NO_TICKET, line, kind.name), raw(row));
    }
    if (has(Role.TOTAL) && !cell(row, Role.TOTAL).isEmpty()) {
      long total = Numbers.count(cell(row, Role.TOTAL));
      if (total >= 0) unit.add(TableFigure.TOTAL, total, true, line);
    }
  }

  private static boolean isRepeated(
      UnitFigures unit, Kind kind, long number, long line, TableRow row) {
    long first = unit.said(kind.id, number, line);
    if (first == 0) return false;
    if (first > 0) unit.note(fault(ReadCheck.LINE_REPEATED, line, Long.toString(first)));
    else
      unit.fault(
          fault(
              ReadCheck.LINES_DIFFER,
              line,
              "line %d has %d for %s, this one %d"
                  .formatted(-first, unit.number(kind.id), name(kind), number)),
          raw(row));
    return true;
  }

  private static String name(Kind kind) {
    return kind.name.isEmpty() ? "nobody named" : kind.name;
  }

  /** Whether a line of somebody's has no figure: what it would be is not known. */
  private boolean isBlank(TableRow row) {
    return Arrays.stream(votes).allMatch(place -> row.cell(place).isEmpty());
  }

  /** The votes of a line; -1 where there is no figure, or none that can be read. */
  private long number(TableRow row, UnitFigures unit) {
    long sum = -1;
    for (int place : votes) {
      String cell = row.cell(place);
      if (cell.isEmpty()) continue;
      long number = Numbers.count(cell);
      if (number < 0) {
        unit.fault(Fault.noCount("line " + row.line(), cell), raw(row));
        return -1;
      }
      sum = Math.max(sum, 0) + number;
    }
    return sum;
  }

  private void wide(TableRow row, UnitFigures unit) {
    long line = row.line();
    long first = unit.said(0, 0, line);
    if (first != 0) {
      unit.fault(
          fault(
              ReadCheck.LINES_DIFFER,
              line,
              "line %d is of the same unit".formatted(Math.abs(first))),
          raw(row));
      return;
    }
    for (int i = 0; i < tickets.length; i++) votes(row, unit, tickets[i], i);
    for (int place : others) votes(row, unit, place, tickets.length);
    for (TableFigure each : TableFigure.values()) {
      Optional<Role> role = role(each);
      if (role.isEmpty() || !has(role.get()) || cell(row, role.get()).isEmpty()) continue;
      long number = Numbers.count(cell(row, role.get()));
      if (number < 0) unit.fault(Fault.noCount("line " + line, cell(row, role.get())), raw(row));
      else unit.add(each, number, true, line);
    }
  }

  private void votes(TableRow row, UnitFigures unit, int place, int ticket) {
    if (place < 0 || row.cell(place).isEmpty()) return;
    long number = Numbers.count(row.cell(place));
    long line = row.line();
    if (number < 0) unit.fault(Fault.noCount("line " + line, row.cell(place)), raw(row));
    else unit.add(ticket, number, true, line);
  }

  private static Optional<Role> role(TableFigure figure) {
    return switch (figure) {
      case TOTAL -> Optional.of(Role.TOTAL);
      case REGISTERED -> Optional.of(Role.REGISTERED);
      case CAST -> Optional.of(Role.CAST);
      case OVER -> Optional.of(Role.OVER);
      case UNDER -> Optional.of(Role.UNDER);
      case INVALID, BLANK, NOTHING -> Optional.empty();
    };
  }

  private Optional<UnitFigures> unit(TableRow row) {
    if (lastUnit.isEmpty() || !isWhereTheLastWas(row)) {
      for (int i = 0; i < lastPlace.length; i++) lastPlace[i] = row.cell(placesOfUnits[i]);
      lastUnit = figures(row);
    }
    if (lastUnit.isEmpty())
      apart(
          row,
          ReadCheck.NO_UNIT,
          PLACES.stream()
              .map(role -> cell(row, role))
              .filter(cell -> !cell.isEmpty())
              .collect(Collectors.joining(", ")));
    return lastUnit;
  }

  private Optional<UnitFigures> figures(TableRow row) {
    Optional<String> id = id(row);
    if (id.isEmpty()) return Optional.empty();
    UnitFigures known = units.get(id.get());
    if (known == null) {
      known = new UnitFigures(id.get(), tickets.length, row.line());
      units.put(id.get(), known);
    } else if (lastUnit.isPresent() && lastUnit.get() != known) isScattered = true;
    return Optional.of(known);
  }

  private boolean isWhereTheLastWas(TableRow row) {
    for (int i = 0; i < lastPlace.length; i++)
      if (!row.cell(placesOfUnits[i]).equals(lastPlace[i])) return false;
    return true;
  }

  private static final List<Role> PLACES =
      List.of(Role.PRECINCT, Role.COUNTY, Role.UNIT, Role.STATE, Role.FIPS);

  private Optional<String> id(TableRow row) {
    if (has(Role.UNIT)) return Optional.of(cell(row, Role.UNIT)).filter(id -> !id.isEmpty());
    Optional<String> state =
        has(Role.STATE) ? UnitNames.state(cell(row, Role.STATE)) : jurisdiction;
    String name = cell(row, Role.COUNTY);
    Optional<String> county =
        has(Role.FIPS) ? unitNames.county(cell(row, Role.FIPS)) : Optional.empty();
    if (county.isPresent() && !unitNames.isThere(county.get(), state, name))
      return Optional.empty();
    if (county.isPresent()) olderList.apply(county.get()).ifPresent(this::old);
    if (county.isEmpty() && has(Role.FIPS) && state.isPresent() && !name.isEmpty()) {
      Optional<Listed> gone = unitNames.gone(cell(row, Role.FIPS), state.get());
      // what is left of its name may be another's: a city that became part of the county around it
      if (gone.isPresent() && UnitNames.mayBe(gone.get(), name)) return Optional.empty();
      gone.ifPresent(each -> old(each.code() + ", read as " + name));
    }
    if (county.isEmpty() && state.isPresent() && !name.isEmpty()) {
      if (isTotal.apply(name) || name.equalsIgnoreCase("statewide")) {
        totals.merge(name, 1L, Long::sum);
        return state;
      }
      county =
          counties
              .computeIfAbsent(state.get(), fresh -> new HashMap<>())
              .computeIfAbsent(name, fresh -> county(state.get(), fresh));
    }
    boolean isOfState = county.isEmpty() && name.isEmpty() && cell(row, Role.PRECINCT).isEmpty();
    if (isOfState)
      return cell(row, Role.FIPS).isEmpty() ? state : unitNames.stateByFips(cell(row, Role.FIPS));
    String precinct = cell(row, Role.PRECINCT);
    if (county.isEmpty() || precinct.isEmpty()) return county;
    if (TableFigure.isTotal(precinct)) {
      totals.merge(precinct, 1L, Long::sum);
      return county;
    }
    return Optional.of(county.get() + "/" + precinct.replace('/', '-'));
  }

  private void old(String what) {
    oldCodes.add(what);
  }

  /** The county of a name; of one that two units have, what stands for either until the end. */
  private Optional<String> county(String state, String name) {
    Optional<String> county = unitNames.county(state, name);
    if (county.isPresent()) return county;
    Optional<UnitNames.Shared> two = unitNames.shared(state, name);
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
        units.keySet().stream().map(TableLines::county).collect(Collectors.toSet());
    for (UnitFigures unit : units.values()) {
      String either = county(unit.id());
      UnitNames.Shared two = shared.get(either);
      if (two == null) continue;
      boolean isCounty =
          !counties.contains(two.county()) && two.others().stream().anyMatch(counties::contains);
      if (isCounty) unit.is(two.county() + unit.id().substring(either.length()));
      else
        unit.fault(
            fault(
                ReadCheck.TWO_OF_NAME, unit.firstLine(), either.substring(either.indexOf('?') + 1)),
            "");
    }
  }

  /** A county's id, of itself or of a precinct in it. */
  private static String county(String unit) {
    int slash = unit.indexOf('/', unit.indexOf('/') + 1);
    return slash < 0 ? unit : unit.substring(0, slash);
  }

  private void apart(TableRow row, ReadCheck check, String what) {
    linesApart++;
    if (apart.size() < MOST_APART)
      apart.add(ReadRow.aside(raw(row), fault(check, row.line(), what)));
  }

  /**
   * What follows a line cannot be read. The unit that it breaks off in may lack votes; where lines
   * of a unit stand apart from one another, every unit may.
   */
  void cutOff(long line, String why) {
    Fault fault = new Fault(ReadCheck.CUT_OFF, "after line " + line, why);
    apart.add(ReadRow.aside("", fault));
    if (isScattered) units.values().forEach(unit -> unit.note(fault));
    else lastUnit.ifPresent(unit -> unit.note(fault));
  }

  private static Fault fault(ReadCheck check, long line, String what) {
    return new Fault(check, "line " + line, what);
  }

  private static String raw(TableRow row) {
    return String.join(",", row.cells());
  }

  /** Whether nothing that was read is about this election's votes. */
  boolean isAboutNothing() {
    return apart.isEmpty() && !notRead.isEmpty() && units.isEmpty();
  }

  /** What was passed over, with how many lines. */
  String passedOver() {
    return counted(notRead);
  }

  Collection<UnitFigures> units() {
    tellApart();
    return units.values();
  }

  List<ReadRow> apart() {
    return apart;
  }

  /** What is told of the whole table. */
  Map<ReadCheck, String> notes() {
    Map<ReadCheck, String> notes = new EnumMap<>(ReadCheck.class);
    long summed = units.values().stream().filter(UnitFigures::isSummed).count();
    if (summed > 0)
      notes.put(ReadCheck.MODES_SUMMED, "in %d of %d units".formatted(summed, units.size()));
    if (!otherNames.isEmpty()) notes.put(ReadCheck.OTHERS_SUMMED, counted(otherNames));
    if (!notVotes.isEmpty()) notes.put(ReadCheck.NO_VOTES, counted(notVotes));
    if (!oldCodes.isEmpty()) notes.put(ReadCheck.OLD_CODES, String.join("; ", oldCodes));
    if (!totals.isEmpty()) notes.put(ReadCheck.TOTAL_ROWS, counted(totals));
    if (linesApart > MOST_APART) notRead.put("lines of units that are not known", linesApart);
    if (!notRead.isEmpty()) notes.put(ReadCheck.NOT_READ, counted(notRead));
    return notes;
  }

  private static String shown(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  private static String counted(Map<String, Long> counts) {
    String some =
        counts.entrySet().stream()
            .limit(MOST_NAMES)
            .map(each -> shown(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return counts.size() <= MOST_NAMES
        ? some
        : some + " and %d more".formatted(counts.size() - MOST_NAMES);
  }
}
