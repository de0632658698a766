package org.ascertain.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.KnownUnits.Listed;

/** The units below the states, from the table that the program brings with it. */
final class UnitsTable {

  private static final String TABLE = "units.csv";
  private static final int FIRST = 2000;
  private static final int LAST = 2028;
  private static final String COMMENT = "#";

  /** Every unit of the table; names there hold no comma and no quotation mark. */
  static KnownUnits read() {
    InputStream table = Objects.requireNonNull(UnitsTable.class.getResourceAsStream(TABLE), TABLE);
    try (var lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      List<Listed> listed =
          lines
              .lines()
              .filter(line -> !line.startsWith(COMMENT))
              .skip(1)
              .map(line -> unit(line.split(",", -1)))
              .toList();
      return KnownUnits.of(FIRST, LAST, listed);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Listed unit(String[] row) {
    Optional<String> instead = Optional.of(row[7]).filter(code -> !code.isEmpty());
    return new Listed(
        row[0], row[1], row[2], year(row[3], FIRST), year(row[4], LAST), row[5], instead);
  }

  private static int year(String written, int otherwise) {
    return written.isEmpty() ? otherwise : Integer.parseInt(written);
  }

  private UnitsTable() {}
}
