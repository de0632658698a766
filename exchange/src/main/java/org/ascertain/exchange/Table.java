package org.ascertain.exchange;

import java.util.List;
import java.util.OptionalInt;

/**
 * A table of the data package.
 *
 * @param name of its file, without {@code .csv}
 * @param about what a row is, in a sentence
 * @param key names of the columns that tell a row from every other; empty where it has no such
 */
record Table(String name, String about, List<Column> columns, List<String> key) {

  /** What cells hold. */
  enum CellType {
    TEXT("string"),
    WHOLE("integer"),
    TRUTH("boolean"),
    DAY("date"),
    MOMENT("datetime"),
    /** What has no flat form, as JSON. */
    JSON("string");

    private final String word;

    CellType(String word) {
      this.word = word;
    }

    /** Its name in Frictionless and CSVW alike, but for the case of letters. */
    String word() {
      return word;
    }
  }

  /**
   * A column.
   *
   * @param about what a cell says, and its unit
   */
  record Column(String name, CellType type, String about) {
    static Column text(String name, String about) {
      return new Column(name, CellType.TEXT, about);
    }

    static Column whole(String name, String about) {
      return new Column(name, CellType.WHOLE, about);
    }
  }

  String file() {
    return name + ".csv";
  }

  /** The place of a column, if it has one of that name. */
  OptionalInt find(String column) {
    for (int i = 0; i < columns.size(); i++)
      if (columns.get(i).name().equals(column)) return OptionalInt.of(i);
    return OptionalInt.empty();
  }

  int place(String column) {
    return find(column).orElseThrow();
  }
}
