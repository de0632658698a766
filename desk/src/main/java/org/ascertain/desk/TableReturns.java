package org.ascertain.desk;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Reporting;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table's row become returns. A cell that cannot be read leaves the row without a
 * fact; which one, and why, the checks say of its cells.
 */
final class TableReturns {

  private static final int MOST_DIGITS = 16;
  private static final long LARGEST = (1L << 53) - 1;

  /** A cell that cannot be read: not an error of the program, and told by the column alone. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    final String column;

    Unreadable(String column) {
      super(column, null, false, false);
      this.column = column;
    }
  }

  private final TableColumns columns;
  private final Source source;
  private final Function<String, Optional<Source>> described;
  private final int unit;
  private final int at;
  private final int named;

  /**
   * @param source of rows that name none
   * @param described the source that the record has described under an id
   */
  TableReturns(TableColumns columns, Source source, Function<String, Optional<Source>> described) {
    this.columns = columns;
    this.source = source;
    this.described = described;
    this.unit = columns.place(TableColumns.UNIT);
    this.at = columns.place(TableColumns.AT);
    this.named = columns.place("source");
  }

  /** The returns that a row's cells are; there are as many as columns. */
  Returns of(List<String> cells) throws Unreadable {
    String id = cells.get(unit);
    if (id.isEmpty()) throw new Unreadable(TableColumns.UNIT);
    return new Returns(
        new Attestation(
            moment(cells.get(at), TableColumns.AT),
            false,
            learned(cells),
            source(cells),
            Optional.empty(),
            text(cells, "note")),
        id,
        votes(cells),
        count(cells, "other"),
        count(cells, "total"),
        flag(cells, "exact", true),
        count(cells, "expected"),
        expectedBy(cells),
        flag(cells, "complete", false),
        ballots(cells),
        count(cells, "registered"),
        reporting(cells),
        totalBy(cells));
  }

  private Votes votes(List<String> cells) throws Unreadable {
    int[] places = columns.ticketPlaces;
    long[] counts = new long[places.length];
    int empty = 0;
    for (int i = 0; i < places.length; i++) {
      String cell = cells.get(places[i]);
      if (cell.isEmpty()) {
        counts[i] = -1;
        empty++;
      } else counts[i] = count(cell, columns.tickets.get(i));
    }
    return empty == 0 ? Votes.of(columns.tickets, counts) : named(counts);
  }

  /** A ticket whose cell is empty has no figure, which is not nought. */
  private Votes named(long[] counts) {
    Map<String, Long> figures = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++)
      if (counts[i] >= 0) figures.put(columns.tickets.get(i), counts[i]);
    return Votes.of(figures);
  }

  private static long count(String cell, String column) throws Unreadable {
    if (cell.length() > MOST_DIGITS) throw new Unreadable(column);
    long number = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < '0' || c > '9') throw new Unreadable(column);
      number = 10 * number + c - '0';
    }
    if (number > LARGEST) throw new Unreadable(column);
    return number;
  }

  private @Nullable String cell(List<String> cells, String column) {
    int place = columns.place(column);
    return place < 0 || cells.get(place).isEmpty() ? null : cells.get(place);
  }

  private Optional<String> text(List<String> cells, String column) {
    return Optional.ofNullable(cell(cells, column));
  }

  private OptionalLong count(List<String> cells, String column) throws Unreadable {
    String cell = cell(cells, column);
    return cell == null ? OptionalLong.empty() : OptionalLong.of(count(cell, column));
  }

  private boolean flag(List<String> cells, String column, boolean otherwise) throws Unreadable {
    String cell = cell(cells, column);
    if (cell == null) return otherwise;
    return switch (cell) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Unreadable(column);
    };
  }

  private static When moment(String cell, String column) throws Unreadable {
    try {
      return When.parse(cell);
    } catch (DateTimeException | StringIndexOutOfBoundsException notATime) {
      throw new Unreadable(column);
    }
  }

  private Optional<When> learned(List<String> cells) throws Unreadable {
    String cell = cell(cells, "learned");
    return cell == null ? Optional.empty() : Optional.of(moment(cell, "learned"));
  }

  private Source source(List<String> cells) throws Unreadable {
    if (named < 0 || cells.get(named).isEmpty()) return source;
    String id = cells.get(named);
    if (id.equals(source.id())) return source;
    return described.apply(id).orElseThrow(() -> new Unreadable("source"));
  }

  private Optional<ExpectedBy> expectedBy(List<String> cells) throws Unreadable {
    String cell = cell(cells, "expectedBy");
    if (cell == null) return Optional.empty();
    return switch (cell) {
      case "official" -> Optional.of(ExpectedBy.OFFICIAL);
      case "estimate" -> Optional.of(ExpectedBy.ESTIMATE);
      default -> throw new Unreadable("expectedBy");
    };
  }

  private TotalBy totalBy(List<String> cells) throws Unreadable {
    String cell = cell(cells, "totalBy");
    if (cell == null) return TotalBy.PRINTED;
    if (cell.equals("sum")) return TotalBy.SUM;
    throw new Unreadable("totalBy");
  }

  private Optional<BallotCounts> ballots(List<String> cells) throws Unreadable {
    OptionalLong cast = count(cells, "cast");
    OptionalLong over = count(cells, "over");
    OptionalLong under = count(cells, "under");
    OptionalLong invalid = count(cells, "invalid");
    boolean none = cast.isEmpty() && over.isEmpty() && under.isEmpty() && invalid.isEmpty();
    return none ? Optional.empty() : Optional.of(new BallotCounts(cast, over, under, invalid));
  }

  private Optional<Reporting> reporting(List<String> cells) throws Unreadable {
    OptionalLong units = count(cells, "reportingUnits");
    OptionalLong of = count(cells, "reportingOf");
    if (units.isEmpty() && of.isEmpty()) return Optional.empty();
    if (units.isEmpty()) throw new Unreadable("reportingUnits");
    if (of.isEmpty()) throw new Unreadable("reportingOf");
    return Optional.of(new Reporting(units.getAsLong(), of.getAsLong()));
  }
}
