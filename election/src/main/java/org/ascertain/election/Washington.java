package org.ascertain.election;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock by which days end: that of the seat of government. */
public final class Washington {

  private static final ZoneId EASTERN = ZoneId.of("America/New_York");
  private static final ZoneOffset BEFORE_STANDARD_TIME = ZoneOffset.ofHours(-5);

  /** The railways' standard time began on 18 November 1883; earlier days are ended by -05:00. */
  private static final LocalDate STANDARD_TIME = LocalDate.of(1883, 11, 18);

  private static final long NANOS = 1_000_000_000L;

  /** The last nanosecond of a day in Washington, in nanoseconds since 1970-01-01T00:00Z. */
  public static long endOf(LocalDate day) {
    LocalDate next = day.plusDays(1);
    ZoneId zone = day.isBefore(STANDARD_TIME) ? BEFORE_STANDARD_TIME : EASTERN;
    return nanos(next.atStartOfDay(zone).toInstant()) - 1;
  }

  /**
   * The same moment by Washington's clock; {@code effective} in nanoseconds since
   * 1970-01-01T00:00Z.
   */
  public static OffsetDateTime at(long effective) {
    Instant instant = instant(effective);
    LocalDate day = LocalDate.ofInstant(instant, BEFORE_STANDARD_TIME);
    return instant
        .atZone(day.isBefore(STANDARD_TIME) ? BEFORE_STANDARD_TIME : EASTERN)
        .toOffsetDateTime();
  }

  /**
   * The day in Washington on which a moment falls; {@code effective} in nanoseconds since
   * 1970-01-01T00:00Z.
   */
  public static LocalDate day(long effective) {
    return at(effective).toLocalDate();
  }

  /** Nanoseconds since 1970-01-01T00:00Z. */
  public static long nanos(Instant instant) {
    return nanos(instant.getEpochSecond(), instant.getNano());
  }

  static long nanos(long seconds, int nanos) {
    return Math.addExact(Math.multiplyExact(seconds, NANOS), nanos);
  }

  /** The moment that lies so many nanoseconds after 1970-01-01T00:00Z. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  /** Nanoseconds in a long reach from 1678 to 2262. */
  static void requireYear(int year) {
    if (year < 1700 || year > 2200)
      throw new DateTimeException("the year is outside 1700 to 2200: " + year);
  }

  private Washington() {}
}
