package org.ascertain.law;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.law.Provision.Field;

/** The law of the states, a value a line, and the pages on which the values rest. */
final class StateLawTable {

  /**
   * One line.
   *
   * @param how empty where nothing can be said; then the words give the reason
   * @param formal the day, threshold or hours in a form for rules; empty where there is none
   */
  record Row(
      String jurisdiction,
      Field field,
      int from,
      int to,
      Optional<HowKnown> how,
      List<LawSource> sources,
      String formal,
      String words) {

    boolean holdsFor(int election) {
      return from <= election && election <= to;
    }

    boolean decides() {
      return how.isPresent() && how.get().decides();
    }
  }

  static final Map<String, LawSource> SOURCES =
      Table.rows(lines("sources.txt")).stream()
          .map(row -> new LawSource(row.text(0), row.text(1), row.text(2)))
          .collect(
              Collectors.toMap(
                  LawSource::id, Function.identity(), StateLawTable::twice, LinkedHashMap::new));

  private static final Map<String, Field> FIELDS =
      Arrays.stream(Field.values()).collect(Collectors.toMap(Field::id, Function.identity()));

  static final List<Row> ROWS =
      Table.rows(lines("states.txt")).stream().map(StateLawTable::row).toList();

  private static final Map<String, List<Row>> BY_JURISDICTION =
      ROWS.stream().collect(Collectors.groupingBy(Row::jurisdiction));

  static List<Row> of(String jurisdiction, int election) {
    return BY_JURISDICTION.getOrDefault(jurisdiction, List.of()).stream()
        .filter(row -> row.holdsFor(election))
        .toList();
  }

  /** The pages of ids that are separated by spaces. */
  static List<LawSource> sources(List<String> ids) {
    return ids.stream().map(StateLawTable::source).toList();
  }

  private static LawSource source(String id) {
    return Optional.ofNullable(SOURCES.get(id))
        .orElseThrow(() -> new IllegalStateException("no such source: " + id));
  }

  private static LawSource twice(LawSource one, LawSource other) {
    throw new IllegalStateException("two sources with one id: " + one + ", " + other);
  }

  private static String lines(String file) {
    return ClassPathText.of(file)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  private static Row row(Table.Row line) {
    String[] elections = line.text(2).split("-", 2);
    List<String> how = line.words(3);
    return new Row(
        line.text(0),
        Optional.ofNullable(FIELDS.get(line.text(1)))
            .orElseThrow(() -> new IllegalStateException("no such field: " + line)),
        Integer.parseInt(elections[0]),
        elections[1].isEmpty() ? Rule.OPEN : Integer.parseInt(elections[1]),
        how.getFirst().equals("?")
            ? Optional.empty()
            : Optional.of(HowKnown.valueOf(how.getFirst())),
        sources(how.subList(1, how.size())),
        line.text(4),
        line.text(5));
  }

  private StateLawTable() {}
}
