package org.ascertain.answers;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.UnitRow;

/** A standing as a table, a row for each unit. What is unknown is an empty cell. */
public final class StandingCsv {

  public static String of(Header header, Standing standing) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(columns(header).stream().map(StandingCsv::harmless).toList());
      for (UnitRow row : standing.units())
        csv.writeRecord(cells(header, row).stream().map(StandingCsv::harmless).toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /**
   * A cell that no spreadsheet takes for a formula (OWASP, CSV injection): text that could be one
   * is led by an apostrophe.
   */
  public static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r\n|%".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static List<String> columns(Header header) {
    List<String> columns = new ArrayList<>(List.of("unit", "jurisdiction", "electors", "stage"));
    for (Ticket ticket : header.tickets()) columns.add("votes " + ticket.id());
    columns.addAll(List.of("other", "total"));
    for (Ticket ticket : header.tickets()) columns.add("certified " + ticket.id());
    for (Caller caller : header.callers()) columns.add("called by " + caller.id());
    columns.add("settled");
    return columns;
  }

  private static List<String> cells(Header header, UnitRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.unit().id());
    cells.add(row.unit().jurisdiction());
    cells.add(Integer.toString(row.unit().electors()));
    cells.add(row.stage().map(Rung::word).orElse(""));
    for (Ticket ticket : header.tickets()) cells.add(number(row.votes().count(ticket.id())));
    cells.add(number(row.other()));
    cells.add(number(row.total()));
    Votes certified = row.certifiedVotes().orElse(Votes.NONE);
    for (Ticket ticket : header.tickets()) cells.add(number(certified.count(ticket.id())));
    for (Caller caller : header.callers())
      cells.add(Optional.ofNullable(row.calls().get(caller.id())).orElse(""));
    cells.add(
        switch (row.settled().answer()) {
          case YES -> "yes";
          case NO -> "no";
          case NO_BOUND -> "no-bound";
        });
    return cells;
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  private StandingCsv() {}
}
