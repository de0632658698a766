package org.ascertain.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rows that an answer lists: so many at most, of which those that wait or were refused come
 * first, then what was done to the file when it was read, then every other note. However many notes
 * there are, none of them takes the place of a row that asks for something.
 */
public final class RowsListed implements Consumer<RowAnswer> {

  /** How much a row asks of whoever reads the answer, the most first. */
  private enum Weight {
    ASKS,
    READ_SO,
    NOTED;

    static Weight of(RowAnswer row) {
      boolean hasNotesAlone =
          row.findings().stream().allMatch(each -> each.severity().equals(NOTE));
      if (row.kept().isPresent() || !hasNotesAlone) return ASKS;
      return row.findings().stream().anyMatch(each -> each.code().equals(READ)) ? READ_SO : NOTED;
    }
  }

  private static final String READ = IntakeCheck.READ_SO.code();
  private static final String NOTE = Severity.NOTE.word();

  private final Map<Weight, List<RowAnswer>> rows = new EnumMap<>(Weight.class);
  private long number;

  @Override
  public void accept(RowAnswer row) {
    number++;
    List<RowAnswer> alike = rows.computeIfAbsent(Weight.of(row), weight -> new ArrayList<>());
    if (alike.size() < IntakeJson.MOST_ROWS) alike.add(row);
  }

  /** Those that are listed, by weight, and of one weight in their order. */
  public List<RowAnswer> rows() {
    return rows.values().stream().flatMap(List::stream).limit(IntakeJson.MOST_ROWS).toList();
  }

  /** How many more there are. */
  public long further() {
    return number - rows().size();
  }
}
