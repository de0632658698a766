package org.ascertain.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure from which on a check speaks, with its default. Shares are in thousandths, so that every
 * comparison is exact.
 */
public enum Threshold {
  AHEAD_SECONDS(120, "how far ahead of this clock a row may be dated"),
  LATE_HOURS(24, "how old a row may be on arrival"),
  SILENCE_MEDIANS(3, "how many of its usual gaps a source may be silent"),
  SILENCE_MINUTES(15, "a silence shorter than this is none"),
  SILENCE_GAPS(5, "of how many gaps a usual one is known"),
  SAME_FIGURES_VOTES(100, "from how many votes on equal figures of two units are odd"),
  ESTIMATE_SHARE(20, "by what share of itself the expected number moves"),
  COMPLETE_SHARE(10, "how far below the official expectation a complete unit may be"),
  DISAPPEAR_VOTES(1_000, "how many votes may disappear, if this is more than the share"),
  DISAPPEAR_SHARE(10, "what share of the total may disappear"),
  REPAIR_VOTES(1_000, "from what fall on a repair is told as such"),
  REPAIR_MINUTES(30, "within what time after the rise"),
  REPAIR_SHARE(900, "what share of the fall had risen before"),
  EXCHANGE_VOTES(1_000, "how many votes move oppositely in exact figures"),
  EXCHANGE_SHARE(2, "what share of the total moves oppositely in figures from rounded shares"),
  EXCHANGE_REST(20, "how unlike the two moves may be, as a share of the greater"),
  ONE_SIDED_VOTES(50_000, "from how many new votes on their share is looked at"),
  ONE_SIDED_SHARE(900, "what share of new votes for one ticket is odd"),
  JUMP_VOTES(100_000, "from what total on growth is looked at"),
  JUMP_SHARE(250, "by what share a total grows"),
  ZERO_VOTES(1_000, "from how many votes on a ticket's fall to zero is none of its own"),
  SHARE_POINTS(100, "by how much a ticket's share moves"),
  SHARE_COUNTED(500, "from what share of the expected votes on"),
  PARTS_SHARE(900, "from what share of a whole on parts of one file are told to be fewer"),
  SOURCES_VOTES(1_000, "by how many votes two sources differ"),
  SOURCES_SHARE(5, "by what share of the greater, besides"),
  SOURCES_MINUTES(30, "for how long"),
  CERTIFICATE_VOTES(500, "by how many votes a certificate may differ from the tally"),
  CERTIFICATE_SHARE(1, "by what share of the tally it may differ"),
  CALL_COUNTED(10, "below what share of the expected votes a call is early"),
  PAPER_NEEDED(0, "1 where a certificate needs its scan"),
  REQUESTS_A_MINUTE(30_000, "how many requests of one token may come within a minute"),
  HELD_ROWS(50, "how many rows of an intake may be kept aside"),
  HELD_SHARE(200, "what share of its rows besides, before the rest waits");

  private final long otherwise;
  private final String meaning;

  Threshold(long otherwise, String meaning) {
    this.otherwise = otherwise;
    this.meaning = meaning;
  }

  /** As it is named in an election's file and in a finding. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that name, if there is one. */
  public static Optional<Threshold> ofKey(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** What holds where an election's file names no other. */
  public long otherwise() {
    return otherwise;
  }

  /** What it is, in a clause. */
  public String meaning() {
    return meaning;
  }
}
