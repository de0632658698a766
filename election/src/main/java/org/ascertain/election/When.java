package org.ascertain.election;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When something happened, as precisely as its source says and no more: a moment, a day, or bounds.
 * An hour that nobody gave is never made up; where an order is needed, the {@link #effective
 * effective} moment gives it.
 */
public sealed interface When {

  /** A moment with the offset in which it was given. */
  record AtMoment(OffsetDateTime moment) implements When {

    private static final String TO_THE_SECOND = "0000-00-00T00:00:00+00:00";

    public AtMoment {
      Washington.requireYear(moment.getYear());
    }

    @Override
    public long effective() {
      return Washington.nanos(moment.toEpochSecond(), moment.getNano());
    }

    @Override
    public String toString() {
      if (moment.getNano() != 0) return ISO_OFFSET_DATE_TIME.format(moment);
      String text = moment.toString();
      return moment.getSecond() != 0 ? text : text.substring(0, 16) + ":00" + text.substring(16);
    }

    private static AtMoment parse(String text) {
      return new AtMoment(isToTheSecond(text) ? toTheSecond(text) : OffsetDateTime.parse(text));
    }

    private static boolean isToTheSecond(String text) {
      if (text.length() != TO_THE_SECOND.length()) return false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        char due = TO_THE_SECOND.charAt(i);
        boolean fits =
            switch (due) {
              case '0' -> '0' <= c && c <= '9';
              case '+' -> c == '+' || c == '-';
              default -> c == due;
            };
        if (!fits) return false;
      }
      return true;
    }

    /** The form that nearly every moment has, read ten times as fast as by the JDK's formatter. */
    private static OffsetDateTime toTheSecond(String text) {
      int sign = text.charAt(19) == '-' ? -1 : 1;
      return OffsetDateTime.of(
          number(text, 0, 4),
          number(text, 5, 7),
          number(text, 8, 10),
          number(text, 11, 13),
          number(text, 14, 16),
          number(text, 17, 19),
          0,
          ZoneOffset.ofHoursMinutes(sign * number(text, 20, 22), sign * number(text, 23, 25)));
    }

    private static int number(String text, int from, int to) {
      return Integer.parseInt(text, from, to, 10);
    }
  }

  /** A day in Washington; its hour is not known. */
  record OnDay(LocalDate day) implements When {
    public OnDay {
      Washington.requireYear(day.getYear());
    }

    @Override
    public long effective() {
      return Washington.endOf(day);
    }

    @Override
    public String toString() {
      return day.toString();
    }
  }

  /** Not before {@code from} and not after {@code to}: two moments or two days. */
  record Between(When from, When to) implements When {
    public Between {
      if (from instanceof Between || from.getClass() != to.getClass())
        throw new DateTimeException("bounds are two moments or two days: " + from + "/" + to);
      if (from.effective() > to.effective())
        throw new DateTimeException("the end precedes the start: " + from + "/" + to);
    }

    @Override
    public long effective() {
      return to.effective();
    }

    @Override
    public String toString() {
      return from + "/" + to;
    }
  }

  /**
   * The moment by which all ordering goes: of a moment, itself; of a day, its last nanosecond in
   * Washington; of bounds, that of the later one. In nanoseconds since 1970-01-01T00:00Z.
   */
  long effective();

  /**
   * The first nanosecond that it can be: of a moment, itself; of a day, its first in Washington; of
   * bounds, that of the earlier one. In nanoseconds since 1970-01-01T00:00Z.
   */
  default long begins() {
    return switch (this) {
      case AtMoment moment -> moment.effective();
      case OnDay(LocalDate day) -> Washington.endOf(day.minusDays(1)) + 1;
      case Between(When from, When to) -> from.begins();
    };
  }

  /** The earliest moment or day that it can be: of bounds, the earlier one. */
  default When earliest() {
    return this instanceof Between(When from, When to) ? from : this;
  }

  /** The latest moment or day that it can be: of bounds, the later one. */
  default When latest() {
    return this instanceof Between(When from, When to) ? to : this;
  }

  /**
   * Between two points of time; the later one alone where they are the same. Of a moment and a day
   * both are told as days.
   */
  static When between(When from, When to) {
    if (from.equals(to) || from.effective() >= to.effective()) return to;
    if (from.getClass() == to.getClass()) return new Between(from, to);
    OnDay one = new OnDay(Washington.day(from.effective()));
    OnDay other = new OnDay(Washington.day(to.effective()));
    return one.equals(other) ? other : new Between(one, other);
  }

  /**
   * Reads what {@code toString} writes: RFC 3339 with an offset, {@code YYYY-MM-DD}, or two of a
   * kind with a slash between.
   *
   * @throws DateTimeException if the text is none of these, the end precedes the start, or the year
   *     is outside 1700 to 2200
   */
  static When parse(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0)
      return new Between(point(text.substring(0, slash)), point(text.substring(slash + 1)));
    return point(text);
  }

  private static When point(String text) {
    return text.indexOf('T') < 0 ? new OnDay(LocalDate.parse(text)) : AtMoment.parse(text);
  }
}
