package org.ascertain.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The cards of a unit, batch by batch in the order of the file, numbered from 1 on.
 *
 * @param oddities what is odd about the file and does not stop it being used, a sentence each
 */
public record BallotManifest(List<Batch> batches, List<String> oddities) {

  private static final Set<String> COUNTS =
      Set.of("number of ballots", "number of cards", "ballots", "cards", "total ballots", "count");

  /** So many cards that stand together. */
  public record Batch(String name, long cards) {}

  /** A card: the batch, and its place there from 1 on. */
  public record Place(String batch, long card) {}

  public BallotManifest {
    batches = List.copyOf(batches);
    oddities = List.copyOf(oddities);
  }

  /**
   * Reads a manifest as CSV with a row of headings. One column, by its name, has the number of
   * cards; all others together name the batch.
   *
   * @throws Unreadable if there is no such column, a number is none, or there is no card
   */
  public static BallotManifest of(String csv) throws Unreadable {
    List<Batch> batches = new ArrayList<>();
    List<String> oddities = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (NamedCsvRecord row : rows(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
      Batch batch = batch(row);
      if (batch.cards() == 0) oddities.add(line(row) + "batch " + batch.name() + " has no card.");
      if (!names.add(batch.name()))
        throw new Unreadable(
            line(row)
                + "batch "
                + batch.name()
                + " stands there twice; its cards could not be told apart.");
      batches.add(batch);
    }
    BallotManifest manifest = new BallotManifest(batches, oddities);
    if (manifest.cards() == 0) throw new Unreadable("The manifest has no card.");
    return manifest;
  }

  private static List<NamedCsvRecord> rows(String csv) throws Unreadable {
    try {
      return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    } catch (CsvParseException broken) {
      throw new Unreadable("It is no sound CSV: " + broken.getMessage() + ".");
    }
  }

  private static String line(NamedCsvRecord row) {
    return "Line " + row.getStartingLineNumber() + ": ";
  }

  private static Batch batch(NamedCsvRecord row) throws Unreadable {
    List<String> names = new ArrayList<>();
    Optional<String> count = Optional.empty();
    for (String column : row.getHeader()) {
      String value = row.findField(column).orElse("").strip();
      if (COUNTS.contains(column.strip().toLowerCase(Locale.ROOT))) count = Optional.of(value);
      else if (!value.isEmpty()) names.add(value);
    }
    if (count.isEmpty())
      throw new Unreadable(
          "No column of the manifest has the number of cards; it is named 'Number of Ballots' or"
              + " 'Cards'.");
    String digits = count.get().replace(",", "");
    if (!digits.matches("[0-9]{1,9}"))
      throw new Unreadable(line(row) + "'" + count.get() + "' is no number of cards.");
    if (names.isEmpty()) throw new Unreadable(line(row) + "the batch has no name.");
    return new Batch(String.join(" ", names), Long.parseLong(digits));
  }

  /** All cards. */
  public long cards() {
    return batches.stream().mapToLong(Batch::cards).sum();
  }

  /** Where a card stands, by its number from 1 to {@link #cards}. */
  public Place place(long number) {
    long left = number;
    for (Batch batch : batches) {
      if (left <= batch.cards()) return new Place(batch.name(), left);
      left -= batch.cards();
    }
    throw new IllegalArgumentException("no card " + number);
  }
}
