package org.ascertain.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers of Presidents, as they are commonly counted: one for each unbroken time in office.
 * Those who came into office by a predecessor's death or resignation were not elected to it, and
 * are counted but not listed.
 */
public final class Presidents {

  private static final String TABLE = "presidents.csv";

  /** Read once, when it is first asked for. */
  private static final class Numbers {
    private static final Map<String, Integer> BY_ELECTION = read();
  }

  /**
   * The number of the presidency that an election gave to a candidate; empty if it gave him none.
   */
  public static OptionalInt number(int year, String candidate) {
    Integer number = Numbers.BY_ELECTION.get(year + "," + candidate);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static Map<String, Integer> read() {
    InputStream table = Presidents.class.getResourceAsStream(TABLE);
    if (table == null) throw new UncheckedIOException(new IOException("no resource " + TABLE));
    Map<String, Integer> numbers = new HashMap<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("year"))
          .forEach(
              line -> {
                int comma = line.lastIndexOf(',');
                numbers.put(line.substring(0, comma), Integer.valueOf(line.substring(comma + 1)));
              });
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return numbers;
  }

  private Presidents() {}
}
