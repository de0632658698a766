package org.ascertain.answers;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
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

  private static final List<String> SPANISH =
      List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic");

  /** "6 Nov 2020". */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** "6 Nov 2020", "6 nov 2020". */
  static String day(LocalDate day, Language language) {
    return switch (language) {
      case ENGLISH -> day(day);
      case SPANISH ->
          "%d %s %d"
              .formatted(day.getDayOfMonth(), SPANISH.get(day.getMonthValue() - 1), day.getYear());
    };
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
    return full(when, about, Language.ENGLISH);
  }

  /** The same in a language. */
  public static String full(When when, boolean about, Language language) {
    return switch (when) {
      case When.AtMoment(var moment) -> {
        OffsetDateTime here = here(when);
        String then = about ? language.of(" about ", " hacia las ") : " ";
        yield day(here.toLocalDate(), language) + then + clock(here);
      }
      case When.OnDay(var day) -> day(day, language);
      case When.Between(var from, var to) ->
          language.of("between ", "entre el ")
              + full(from, about, language)
              + language.of(" and ", " y el ")
              + full(to, about, language);
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
