package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ascertain.exchange.Mapping.Role;
import org.ascertain.exchange.ReadRows.Unfit;
import org.ascertain.exchange.TicketNames.Meaning;
import org.jspecify.annotations.Nullable;

/** Takes the lines of a table, one after the other, to the units that they speak of. */
final class TableLines {

  private static final int MOST_APART = 10_000;

  private final TicketNames names;
  private final TableCells cells;
  private final TableUnits units;
  private final int[] votes;
  private final int[] others;
  private final int[] tickets;
  private final String year;
  private final boolean isLong;

  private final Map<String, Office> offices = new HashMap<>();
  private Office office = Office.of("");

  private final Map<String, List<Kind>> kinds = new HashMap<>();
  private int numberOfKinds;
  private @Nullable Kind kind;

  /** Whether any line has the votes of one mode. */
  private boolean hasModes;

  private final List<ReadRow> apart = new ArrayList<>();
  private long linesApart;

  private final NamedCounts otherNames = new NamedCounts();
  private final NamedCounts notVotes = new NamedCounts();
  private final NamedCounts notRead = new NamedCounts();

  /** The columns that have counts. */
  int[] counts() {
    IntStream.Builder all = IntStream.builder();
    for (int place : votes) all.add(place);
    for (int place : others) all.add(place);
    for (int place : tickets) if (place >= 0) all.add(place);
    for (TableFigure each : TableFigure.values())
      role(each).map(cells::place).filter(place -> place >= 0).ifPresent(all::add);
    return all.build().toArray();
  }

  /** Fails where the first line has not the columns that are needed. */
  TableLines(Reading reading, TicketNames names, Mapping mapping, List<String> header)
      throws Unfit {
    this.names = names;
    this.year = Integer.toString(reading.header().year());
    this.isLong = mapping.tickets().isEmpty();
    this.cells = new TableCells(mapping, header);
    this.votes = cells.places(mapping.columns().getOrDefault(Role.VOTES, List.of()));
    this.others = cells.places(mapping.columns().getOrDefault(Role.OTHER, List.of()));
    this.tickets = new int[names.tickets().size()];
    for (int i = 0; i < tickets.length; i++) {
      String column = mapping.tickets().get(names.tickets().get(i).id());
      tickets[i] = column == null ? -1 : cells.place(column);
    }
    for (String id : mapping.tickets().keySet())
      if (names.ofId(id).isEmpty())
        throw new Unfit(ReadCheck.OTHER_FORMAT, "", "there is no ticket '%s'".formatted(id));
    this.units = new TableUnits(cells, mapping, reading, tickets.length);
  }

  void take(TableRow row) {
    if (row.size() != cells.width()) {
      ofOtherWidth(row);
      return;
    }
    if (cells.has(Role.YEAR) && !cells.cell(row, Role.YEAR).equals(year)) {
      notRead.add("rows of other years", 1);
      return;
    }
    Optional<TableFigure> counted = Optional.empty();
    if (cells.has(Role.OFFICE)) {
      Office office = office(cells.cell(row, Role.OFFICE));
      counted = office.counted;
      if (counted.isEmpty() && !office.isPresident) {
        notRead.add("rows of other offices", 1);
        return;
      }
    }
    Optional<UnitFigures> unit = units.of(row);
    if (unit.isEmpty()) apart(row, ReadCheck.NO_UNIT, units.written(row));
    else if (isLong) candidate(row, unit.get(), counted);
    else wide(row, unit.get());
  }

  /**
   * A line with too many or too few cells: its unit lacks its votes, so that the unit waits. Of one
   * that was cut off before it says where it is from, that is the unit of the line before.
   */
  private void ofOtherWidth(TableRow row) {
    String what = "It has %d cells, and the first line %d".formatted(row.size(), cells.width());
    Optional<UnitFigures> unit = units.ofOtherWidth(row);
    if (unit.isPresent())
      unit.get().fault(fault(ReadCheck.WRONG_CELLS, row.line(), what), raw(row));
    else apart(row, ReadCheck.WRONG_CELLS, what);
  }

  /**
   * What a line is about by its office.
   *
   * @param counted what it counts, if that is nobody's votes
   */
  private record Office(String name, Optional<TableFigure> counted, boolean isPresident) {
    static Office of(String name) {
      return new Office(name, TableFigure.of(name), OfficeNames.isPresident(name));
    }
  }

  /** As a rule that of the line before. */
  private Office office(String name) {
    if (!office.name.equals(name)) office = offices.computeIfAbsent(name, Office::of);
    return office;
  }

  /** What a line is about by its name, party and mode, however many lines have them. */
  private static final class Kind {
    /** Tells it from others. */
    private final int id;

    private final String name;
    private final String party;
    private final String mode;
    private final Optional<TableFigure> figure;

    /** The place of the ticket, or the one behind the last for others; -1 of doubtful ones. */
    private final int place;

    /** Whether it has the votes of all modes. */
    private final boolean isWhole;

    /** What came behind it the last time. */
    private @Nullable Kind next;

    Kind(int id, String name, String party, String mode, int place, boolean isWhole) {
      this.id = id;
      this.name = name;
      this.party = party;
      this.mode = mode;
      this.figure = TableFigure.of(name);
      this.place = place;
      this.isWhole = isWhole;
    }

    boolean is(String otherName, String otherParty, String otherMode) {
      return name.equals(otherName) && party.equals(otherParty) && mode.equals(otherMode);
    }
  }

  /** Candidates come in the same order in every unit, as a rule. */
  private Kind kind(String name, String party, String mode) {
    Kind next = kind == null ? null : kind.next;
    if (next == null || !next.is(name, party, mode)) {
      next = find(name, party, mode);
      if (kind != null) kind.next = next;
    }
    kind = next;
    return next;
  }

  private Kind find(String name, String party, String mode) {
    List<Kind> named = kinds.computeIfAbsent(name, fresh -> new ArrayList<>());
    for (Kind each : named) if (each.is(name, party, mode)) return each;
    // a table without modes has one line for all; with columns by mode they were added up
    boolean isWhole = mode.isEmpty() ? votes.length == 1 : mode.equalsIgnoreCase("total");
    hasModes |= !isWhole;
    Kind fresh = new Kind(numberOfKinds++, name, party, mode, place(name, party), isWhole);
    named.add(fresh);
    return fresh;
  }

  private int place(String name, String party) {
    return switch (names.of(name, party)) {
      case Meaning.Of(int ticket) -> ticket;
      case Meaning.Other() -> tickets.length;
      case Meaning.Doubtful() -> -1;
    };
  }

  private void candidate(TableRow row, UnitFigures unit, Optional<TableFigure> ofOffice) {
    Kind kind =
        kind(
            cells.cell(row, Role.CANDIDATE),
            cells.cell(row, Role.PARTY),
            cells.cell(row, Role.MODE));
    long line = row.line();
    long number = number(row, unit);
    if (number < 0) {
      if (ofOffice.isEmpty() && kind.figure.isEmpty() && isBlank(row))
        unit.fault(Fault.noCount("line " + line, ""), raw(row));
      return;
    }
    Optional<TableFigure> counted = ofOffice.isPresent() ? ofOffice : kind.figure;
    if (counted.isPresent()) {
      notVotes.add(kind.name.isEmpty() ? cells.cell(row, Role.OFFICE) : kind.name, number);
      unit.add(counted.get(), number, kind.isWhole || kind.mode.isEmpty(), line);
      return;
    }
    if (isRepeated(unit, kind, number, line, row)) return;
    if (kind.place < 0) unit.fault(fault(ReadCheck.NO_TICKET, line, kind.name), raw(row));
    else unit.add(kind.place, number, kind.isWhole, line);
    if (kind.place == tickets.length && number > 0)
      otherNames.add(kind.name.isEmpty() ? "no name" : kind.name, number);
    figure(row, unit, TableFigure.TOTAL, Role.TOTAL);
  }

  /** What a column has that is nobody's votes; NA is what programs for statistics write. */
  private void figure(TableRow row, UnitFigures unit, TableFigure figure, Role role) {
    int place = cells.place(role);
    if (place < 0 || row.isEmpty(place)) return;
    long number = row.count(place);
    if (number >= 0) unit.add(figure, number, true, row.line());
    else if (!row.cell(place).equals("NA")) noCount(row, unit, place);
  }

  private static void noCount(TableRow row, UnitFigures unit, int place) {
    unit.fault(Fault.noCount("line " + row.line(), row.cell(place)), raw(row));
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
    return Arrays.stream(votes).allMatch(row::isEmpty);
  }

  /** The votes of a line; -1 where there is no figure, or none that can be read. */
  private long number(TableRow row, UnitFigures unit) {
    long sum = -1;
    for (int place : votes) {
      if (row.isEmpty(place)) continue;
      long number = row.count(place);
      if (number < 0) {
        noCount(row, unit, place);
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
    for (TableFigure each : TableFigure.values())
      role(each).ifPresent(role -> figure(row, unit, each, role));
  }

  private void votes(TableRow row, UnitFigures unit, int place, int ticket) {
    if (place < 0 || row.isEmpty(place)) return;
    long number = row.count(place);
    if (number < 0) noCount(row, unit, place);
    else unit.add(ticket, number, true, row.line());
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

  private void apart(TableRow row, ReadCheck check, String what) {
    linesApart++;
    if (apart.size() < MOST_APART)
      apart.add(ReadRow.aside(raw(row), fault(check, row.line(), what)));
  }

  /** What follows a line cannot be read. */
  void cutOff(long line, String why) {
    Fault fault = new Fault(ReadCheck.CUT_OFF, "after line " + line, why);
    apart.add(ReadRow.aside(fault.says(), fault));
    units.cutOff(fault);
  }

  /** The last line may be cut off within a number, which nobody can see. */
  void withoutEnd(long line) {
    units.last().ifPresent(unit -> unit.note(fault(ReadCheck.NO_END, line, "")));
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
    return notRead.told();
  }

  Collection<UnitFigures> units() {
    return units.all();
  }

  List<ReadRow> apart() {
    return apart;
  }

  /** What is told of the whole table. */
  Map<ReadCheck, String> notes() {
    Map<ReadCheck, String> notes = new EnumMap<>(ReadCheck.class);
    if (hasModes) units.summed().ifPresent(what -> notes.put(ReadCheck.MODES_SUMMED, what));
    if (!otherNames.isEmpty()) notes.put(ReadCheck.OTHERS_SUMMED, otherNames.told());
    if (!notVotes.isEmpty()) notes.put(ReadCheck.NO_VOTES, notVotes.told());
    if (!units.oldLists().isEmpty())
      notes.put(ReadCheck.OLD_LIST, String.join("; ", units.oldLists()));
    if (!units.totals().isEmpty()) notes.put(ReadCheck.TOTAL_ROWS, units.totals().told());
    if (linesApart > MOST_APART) notRead.add("lines of units that are not known", linesApart);
    if (!notRead.isEmpty()) notes.put(ReadCheck.NOT_READ, notRead.told());
    return notes;
  }
}
