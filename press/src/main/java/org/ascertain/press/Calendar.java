package org.ascertain.press;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Days;
import org.ascertain.press.Mention.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Finds days in a sentence, relative to the day of its text: "Tuesday" is the last one, "Nov. 3"
 * the one nearest to it.
 */
final class Calendar {

  private static final String MONTH =
      "(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June|July|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
  private static final String WEEKDAY =
      "(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
  private static final String PART =
      "(?:(?: at)? (?:morning|afternoon|evening|night|noon|midnight))?";
  private static final Pattern DAY_AND_YEAR =
      Pattern.compile(
          "(?:"
              + WEEKDAY
              + ",? )?(?:"
              + MONTH
              + " (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?,? (?<year>1[789][0-9]{2}|20[0-9]{2})|(?<day2>[0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?"
              + MONTH.replace("<month>", "<month2>")
              + ",? (?<year2>1[789][0-9]{2}|20[0-9]{2}))(?![0-9])"
              + PART);
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile(
          "(?:"
              + WEEKDAY
              + ",? )?(?:"
              + MONTH
              + " (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?|(?<day2>[0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?"
              + MONTH.replace("<month>", "<month2>")
              + ")(?![0-9,]*[0-9])"
              + PART);
  static final Pattern ISO =
      Pattern.compile(
          "(?<![0-9])(?<y>1[789][0-9]{2}|20[0-9]{2})-(?<m>[01][0-9])-(?<d>[0-3][0-9])(?![0-9])");
  private static final Pattern WEEKDAY_ALONE =
      Pattern.compile(
          "(?<last>(?:last|next|this past|the following|the previous) )?"
              + WEEKDAY
              + "(?!'s? [A-Z])"
              + PART);
  private static final Pattern MONTH_ALONE =
      Pattern.compile(
          "(?<last>(?:last|this|next) )?"
              + MONTH
              + "(?: (?:of )?(?<year>1[789][0-9]{2}|20[0-9]{2}))?(?![a-z0-9])");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?i)(?<!ago )\\b(?<word>yesterday|today|tonight|this month|last month|this week|last week|this morning|this afternoon|this evening|earlier this week)\\b");
  private static final Pattern YEAR =
      Pattern.compile(
          "(?<![\\w,.$-])(?<year>1[789][0-9]{2}|20[0-9]{2})(?![\\w,.]*[0-9])(?!-[0-9])");

  private final Optional<LocalDate> today;
  private final int season;

  /**
   * @param today the day of the text, if it is known
   * @param season the year of the election that the text speaks of
   */
  Calendar(Optional<LocalDate> today, int season) {
    this.today = today;
    this.season = season;
  }

  void find(String sentence, List<Placed> taken) {
    each(
        ISO,
        sentence,
        taken,
        found ->
            date(
                Integer.parseInt(found.group("y")),
                Integer.parseInt(found.group("m")),
                Integer.parseInt(found.group("d")),
                null));
    each(
        DAY_AND_YEAR,
        sentence,
        taken,
        found ->
            date(
                Integer.parseInt(either(found, "year", "year2")),
                month(either(found, "month", "month2")),
                Integer.parseInt(either(found, "day", "day2")),
                found.group("weekday")));
    each(DAY_OF_MONTH, sentence, taken, this::withoutYear);
    each(MONTH_ALONE, sentence, taken, this::wholeMonth);
    each(WEEKDAY_ALONE, sentence, taken, this::weekday);
    each(RELATIVE, sentence, taken, this::relative);
    each(YEAR, sentence, taken, found -> year(Integer.parseInt(found.group("year"))));
  }

  private interface Reading {
    Optional<Days> of(Matcher found);
  }

  private static void each(Pattern pattern, String sentence, List<Placed> taken, Reading reading) {
    Matcher found = pattern.matcher(sentence);
    while (found.find()) {
      if (!Placed.isFree(taken, found.start(), found.end())) continue;
      Optional<Days> days = reading.of(found);
      if (days.isPresent()) taken.add(new Placed(found.start(), found.end(), days.get()));
    }
  }

  private static String either(Matcher found, String one, String other) {
    String first = found.group(one);
    return first != null ? first : found.group(other);
  }

  private static Optional<Days> date(int year, int month, int day, @Nullable String weekday) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      boolean fits = weekday == null || weekdayOf(weekday) == date.getDayOfWeek();
      return Optional.of(
          new Days(
              date, date, false, fits ? "" : words(date) + " was a " + name(date.getDayOfWeek())));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private Optional<Days> withoutYear(Matcher found) {
    int month = month(either(found, "month", "month2"));
    int day = Integer.parseInt(either(found, "day", "day2"));
    return date(yearOf(month, day), month, day, found.group("weekday"));
  }

  /**
   * The year in which a day of the year lies nearest to the text's day; else that of the season.
   */
  private int yearOf(int month, int day) {
    if (!isInSeason()) return month >= 7 ? season : season + 1;
    LocalDate now = today.get();
    int best = now.getYear();
    long least = Long.MAX_VALUE;
    for (int year = now.getYear() - 1; year <= now.getYear() + 1; year++) {
      if (day > 28 && !java.time.YearMonth.of(year, month).isValidDay(day)) continue;
      long off = LocalDate.of(year, month, day).toEpochDay() - now.toEpochDay();
      long far = off > 0 ? 2 * off : -off; // what a report tells is past more often than to come
      if (far >= least) continue;
      least = far;
      best = year;
    }
    return best;
  }

  /** Whether the text is of the season of its election: else its days are those of that season. */
  private boolean isInSeason() {
    return today
        .filter(day -> Seasons.ofDay(day).filter(of -> of == season).isPresent())
        .isPresent();
  }

  private Optional<Days> wholeMonth(Matcher found) {
    String name = found.group("month");
    if (name.equals("May") || name.equals("Mar.")) return Optional.empty();
    if (name.length() < 4 && !name.endsWith(".")) return Optional.empty();
    int month = month(name);
    String written = found.group("year");
    int year = written != null ? Integer.parseInt(written) : yearOf(month, 15);
    if ("last ".equals(found.group("last")) && today.isPresent() && written == null) {
      // "last December" in December is that of the year before
      LocalDate now = today.get();
      year = month >= now.getMonthValue() ? now.getYear() - 1 : now.getYear();
    }
    LocalDate first = LocalDate.of(year, month, 1);
    return Optional.of(new Days(first, first.with(TemporalAdjusters.lastDayOfMonth()), false, ""));
  }

  private Optional<Days> weekday(Matcher found) {
    if (today.isEmpty()) return Optional.empty();
    LocalDate now = today.get();
    DayOfWeek day = weekdayOf(found.group("weekday"));
    String last = found.group("last");
    boolean isOpen =
        last != null && !last.startsWith("this past"); // "last Monday" has two readings
    if (isOpen || !isInSeason())
      return Optional.of(
          new Days(
              LocalDate.of(season, 7, 1),
              LocalDate.of(season + 1, 6, 30),
              false,
              "",
              Optional.of(day)));
    LocalDate date = now.with(TemporalAdjusters.previousOrSame(day));
    return Optional.of(new Days(date, date, false, ""));
  }

  private Optional<Days> relative(Matcher found) {
    if (today.isEmpty()) return Optional.empty();
    LocalDate now = today.get();
    return switch (found.group("word").toLowerCase(Locale.ROOT)) {
      case "yesterday" -> Optional.of(new Days(now.minusDays(1), now.minusDays(1), false, ""));
      case "today", "tonight", "this morning", "this afternoon", "this evening" ->
          Optional.of(new Days(now, now, false, ""));
      case "this month" ->
          Optional.of(
              new Days(
                  now.withDayOfMonth(1), now.with(TemporalAdjusters.lastDayOfMonth()), false, ""));
      case "last month" -> {
        LocalDate before = now.minusMonths(1);
        yield Optional.of(
            new Days(
                before.withDayOfMonth(1),
                before.with(TemporalAdjusters.lastDayOfMonth()),
                false,
                ""));
      }
      case "this week", "earlier this week" ->
          Optional.of(
              new Days(
                  now.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)),
                  now.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)),
                  false,
                  ""));
      case "last week" -> {
        LocalDate before = now.minusWeeks(1);
        yield Optional.of(
            new Days(
                before.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)),
                before.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)),
                false,
                ""));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Days> year(int year) {
    return Optional.of(new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), true, ""));
  }

  static int month(String name) {
    String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) if (month.name().startsWith(start)) return month.getValue();
    throw new IllegalArgumentException(name);
  }

  static DayOfWeek weekdayOf(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }

  static String words(LocalDate day) {
    return org.ascertain.answers.TimeText.day(day);
  }
}
