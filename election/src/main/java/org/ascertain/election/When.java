package org.ascertain.election;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * When something happened, as precisely as its source says and no more: a moment, a day, or bounds.
 * An hour that nobody gave is never made up; where an order is needed, the {@link #effective
 * effective} moment gives it.
 */
public sealed interface When {

  /** A moment with the offset in which it was given. */
  record AtMoment(OffsetDateTime moment) implements When {
    public AtMoment {
      Washington.requireYear(moment.getYear());
    }

    @Override
    public long effective() {
      return Washington.nanos(moment.toInstant());
    }

    @Override
    public String toString() {
      return ISO_OFFSET_DATE_TIME.format(moment);
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
    return text.indexOf('T') < 0
        ? new OnDay(LocalDate.parse(text))
        : new AtMoment(OffsetDateTime.parse(text));
  }
}
