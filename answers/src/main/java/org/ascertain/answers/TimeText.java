package org.ascertain.answers;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.ascertain.election.Attestation;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** Times for people to read, by Washington's clock, never more precise than they were given. */
public final class TimeText {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      new DateTimeFormatterBuilder().appendPattern("HH:mm:ss").toFormatter(Locale.ROOT);

  /** "6 Nov 2020". */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** "6 Nov". */
  public static String dayOfYear(LocalDate day) {
    return DAY_OF_YEAR.format(day);
  }

  /** "12-13 Dec 2020", "27 Mar-29 Oct 2020", "31 Dec 2020-5 Jan 2021". */
  public static String span(LocalDate from, LocalDate to) {
    boolean sameMonth = from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
    if (sameMonth) return from.getDayOfMonth() + "-" + day(to);
    return (from.getYear() == to.getYear() ? dayOfYear(from) : day(from)) + "-" + day(to);
  }

  /** "6 Nov 2020 04:50:07", "14 Dec 2020 about 17:30", "between 14 and 23 Nov 2020". */
  public static String full(Attestation attestation) {
    return full(attestation.at(), attestation.about());
  }

  public static String full(When when, boolean about) {
    return switch (when) {
      case When.AtMoment(var moment) -> {
        OffsetDateTime here = here(when);
        yield day(here.toLocalDate()) + (about ? " about " : " ") + clock(here);
      }
      case When.OnDay(var day) -> day(day);
      case When.Between(var from, var to) ->
          "between " + full(from, about) + " and " + full(to, about);
    };
  }

  /**
   * The clock time of a moment within its day: "04:50:07", "~17:30" about then, "by 16:20"; nothing
   * of a day.
   */
  public static String clock(Attestation attestation) {
    String about = attestation.about() ? "~" : "";
    return switch (attestation.at()) {
      case When.AtMoment m -> about + clock(here(m));
      case When.OnDay d -> "";
      case When.Between(var from, var to) ->
          to instanceof When.AtMoment ? "by " + clock(here(to)) : "";
    };
  }

  public static String clock(OffsetDateTime time) {
    return (time.getSecond() == 0 ? CLOCK : SECONDS).format(time);
  }

  private static OffsetDateTime here(When when) {
    return Washington.at(when.effective());
  }

  private TimeText() {}
}
