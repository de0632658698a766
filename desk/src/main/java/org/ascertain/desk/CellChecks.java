package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;

import java.util.Set;
import java.util.regex.Pattern;

/** The cells of a table's row, as they were written. */
final class CellChecks {

  /** Columns that hold words; every other one holds a number. */
  private static final Set<String> WORDS =
      Set.of(
          "unit",
          "at",
          "learned",
          "about",
          "source",
          "basis",
          "note",
          "exact",
          "expectedBy",
          "complete",
          "totalBy");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");

  private static final String MONTH = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

  /** What spreadsheets make of {@code 3-11} or {@code 11/3}: a day in their own notation. */
  private static final Pattern DAY =
      Pattern.compile(
          "\\d{1,4}[-/. ]"
              + MONTH
              + "([-/. ]\\d{2,4})?|"
              + MONTH
              + "[-/. ]\\d{1,4}|\\d{1,4}[-/]\\d{1,2}([-/]\\d{1,4})?");

  /** A day as a spreadsheet counts them, from 1900 on: 40000 is in 2009, 69999 in 2091. */
  private static final Pattern DAY_NUMBER = Pattern.compile("[4-6]\\d{4}([.,]\\d+)?");

  static void of(Row row, Findings found) {
    row.cells().forEach((column, cell) -> cell(column, cell, found));
  }

  private static void cell(String column, String cell, Findings found) {
    if (cell.isEmpty()) return;
    switch (column) {
      case "unit" -> {
        if (DAY.matcher(cell).matches()) found.add(SPREADSHEET_DATE, column, shown(cell));
      }
      case "at", "learned" -> {
        if (DAY_NUMBER.matcher(cell).matches()) found.add(SPREADSHEET_DATE, column, shown(cell));
        else TimeChecks.written(column, cell, found);
      }
      default -> { // any other name of a column is a ticket's, or a number's
        if (WORDS.contains(column) || NUMBER.matcher(cell).matches()) return;
        found.add(
            DAY.matcher(cell).matches() ? SPREADSHEET_DATE : NOT_A_NUMBER, column, shown(cell));
      }
    }
  }

  private static Figure shown(String cell) {
    return Figure.text("cell", cell.length() > 40 ? cell.substring(0, 40) + "…" : cell);
  }

  private CellChecks() {}
}
