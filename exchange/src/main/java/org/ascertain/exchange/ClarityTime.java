package org.ascertain.exchange;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.When;

/** Moments as election night pages of states write them: "1/5/2021 3:22:30 PM EST". */
final class ClarityTime {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);

  /** Hours behind Greenwich. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", 5),
          Map.entry("EDT", 4),
          Map.entry("CST", 6),
          Map.entry("CDT", 5),
          Map.entry("MST", 7),
          Map.entry("MDT", 6),
          Map.entry("PST", 8),
          Map.entry("PDT", 7),
          Map.entry("AKST", 9),
          Map.entry("AKDT", 8),
          Map.entry("HST", 10));

  /** Empty where it is none, or names no zone that is known: no hour is guessed. */
  static Optional<When> of(String written) {
    String text = written.strip();
    int space = text.lastIndexOf(' ');
    try {
      if (space < 0) return Optional.of(When.parse(text.replaceAll("\\.\\d+", "")));
      Integer behind = ZONES.get(text.substring(space + 1));
      if (behind == null) return Optional.empty();
      return Optional.of(
          new When.AtMoment(
              LocalDateTime.parse(text.substring(0, space), CLOCK)
                  .atOffset(ZoneOffset.ofHours(-behind))));
    } catch (DateTimeException | StringIndexOutOfBoundsException none) {
      return Optional.empty();
    }
  }

  private ClarityTime() {}
}
