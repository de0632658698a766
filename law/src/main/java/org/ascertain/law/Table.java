package org.ascertain.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of law as it stands in the source: a row a line, columns between bars. */
final class Table {

  /** One row. */
  record Row(List<String> cells) {

    String text(int column) {
      return cells.get(column);
    }

    int number(int column) {
      return Integer.parseInt(cells.get(column));
    }

    /** Words of a cell that are separated by spaces. */
    List<String> words(int column) {
      String cell = cells.get(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    }

    /** A cell such as {@code VA 19 MA 14}. */
    Map<String, Integer> numbers(int column) {
      Map<String, Integer> numbers = new LinkedHashMap<>();
      List<String> words = words(column);
      for (int i = 0; i < words.size(); i += 2)
        if (numbers.put(words.get(i), Integer.parseInt(words.get(i + 1))) != null)
          throw new IllegalArgumentException(words.get(i) + " stands twice: " + cells);
      return numbers;
    }
  }

  static List<Row> rows(String table) {
    List<Row> rows = new ArrayList<>();
    table.lines().filter(line -> !line.isBlank()).forEach(line -> rows.add(row(line)));
    return List.copyOf(rows);
  }

  private static Row row(String line) {
    return new Row(Arrays.stream(line.split("\\|", -1)).map(Table::cell).toList());
  }

  /** A cell may go on over several lines. */
  private static String cell(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private Table() {}
}
