package org.ascertain.press;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.ascertain.answers.TimeText;
import org.ascertain.press.Mention.Days;
import org.ascertain.press.Mention.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Finds days in a sentence, relative to the day of its text: "Tuesday" is the last one, "Nov. 3"
 * the one nearest to it.
 */
final class Calendar {

  private final Optional<LocalDate> today;
  private final int season;

  /** The day that was last spoken of, for "the 19th" and "a day later". */
  private Optional<LocalDate> last = Optional.empty();

  /** How many sentences ago that was. */
  private int age;

  /**
   * @param today the day of the text, if it is known
   * @param season the year of the election that the text speaks of
   */
  Calendar(Optional<LocalDate> today, int season) {
    this.today = today;
    this.season = season;
  }

  void find(Sought.Line sentence, List<Placed> taken) {
    int before = taken.size();
    age++;
    findAll(sentence, taken);
    taken.subList(before, taken.size()).stream()
        .filter(each -> each.mention() instanceof Days d && !d.isYear() && d.isOne())
        .filter(each -> !((Days) each.mention()).weekday().isPresent())
        .max(Comparator.comparingInt(Placed::start))
        .ifPresent(
            each -> {
              last = Optional.of(((Days) each.mention()).from());
              age = 0;
            });
  }

  private void findAll(Sought.Line sentence, List<Placed> taken) {
    each(DayPatterns.ANNIVERSARY, sentence, taken, this::anniversary);
    each(DayPatterns.NTH_WEEKDAY, sentence, taken, this::nthWeekday);
    each(DayPatterns.LAST_OF_MONTH, sentence, taken, this::lastOfMonth);
    each(DayPatterns.DAY_OF_WEEK, sentence, taken, this::dayOfWeek);
    each(DayPatterns.NEXT, sentence, taken, this::next);
    each(
        DayPatterns.ISO,
        sentence,
        taken,
        found ->
            date(
                Integer.parseInt(found.group("y")),
                Integer.parseInt(found.group("m")),
                Integer.parseInt(found.group("d")),
                null));
    each(
        DayPatterns.DAY_AND_YEAR,
        sentence,
        taken,
        found ->
            date(
                Integer.parseInt(either(found, "year", "year2")),
                month(either(found, "month", "month2")),
                Integer.parseInt(either(found, "day", "day2")),
                found.group("weekday")));
    each(DayPatterns.DAY_OF_MONTH, sentence, taken, this::withoutYear);
    each(DayPatterns.ORDINAL_OF_MONTH, sentence, taken, this::ordinalOfMonth);
    each(DayPatterns.MONTH_AND_ORDINAL, sentence, taken, this::ordinalOfMonth);
    each(DayPatterns.ORDINAL_ALONE, sentence, taken, found -> ordinalAlone(found, taken));
    each(
        DayPatterns.SAME_WEEKDAY,
        sentence,
        taken,
        found ->
            nearest(found.start(), taken)
                .flatMap(
                    day ->
                        date(
                            day.getYear(),
                            day.getMonthValue(),
                            day.getDayOfMonth(),
                            found.group("day")))
                .filter(days -> days.contradiction().isEmpty()));
    each(DayPatterns.LAST_NIGHT, sentence, taken, this::night);
    each(DayPatterns.FROM_THE_LAST, sentence, taken, found -> fromTheLast(found, taken));
    each(DayPatterns.MONTH_ALONE, sentence, taken, this::wholeMonth);
    each(DayPatterns.WEEKDAY_ALONE, sentence, taken, found -> weekday(found, sentence.words()));
    each(DayPatterns.RELATIVE, sentence, taken, this::relative);
    each(DayPatterns.YEAR, sentence, taken, found -> year(Integer.parseInt(found.group("year"))));
  }

  private interface Reading {
    Optional<Days> of(Matcher found);
  }

  private static void each(
      Sought pattern, Sought.Line sentence, List<Placed> taken, Reading reading) {
    Matcher found = pattern.in(sentence);
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
      if (day > 28 && !YearMonth.of(year, month).isValidDay(day)) continue;
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

  private Optional<Days> weekday(Matcher found, String sentence) {
    if (today.isEmpty()) return Optional.empty();
    LocalDate now = today.get();
    DayOfWeek day = weekdayOf(found.group("weekday"));
    String last = found.group("last");
    boolean isOpen =
        (last != null && !last.startsWith("this past"))
            || DayPatterns.AHEAD
                .matcher(sentence.substring(0, found.start()))
                .find(); // "last Monday" has two readings
    if (isOpen || !isInSeason())
      return Optional.of(
          new Days(
              LocalDate.of(season, 7, 1),
              LocalDate.of(season + 1, 6, 30),
              false,
              "",
              Optional.of(day)));
    LocalDate date = now.with(TemporalAdjusters.previousOrSame(day));
    Days days = new Days(date, date, false, "");
    // where a text tells of other weeks, that of one of them may be meant
    boolean isOfOtherWeek =
        this.last
            .filter(spoken -> Math.abs(spoken.toEpochDay() - date.toEpochDay()) > 7)
            .isPresent();
    return Optional.of(isOfOtherWeek ? days.counted() : days);
  }

  private Optional<Days> relative(Matcher found) {
    if (today.isEmpty()) return Optional.empty();
    LocalDate now = today.get();
    return switch (found.group("word").toLowerCase(Locale.ROOT).replaceFirst("^the ", "")) {
      case "day before yesterday" ->
          Optional.of(new Days(now.minusDays(2), now.minusDays(2), false, ""));
      case "day after tomorrow" ->
          Optional.of(new Days(now.plusDays(2), now.plusDays(2), false, ""));
      case "yesterday" -> Optional.of(new Days(now.minusDays(1), now.minusDays(1), false, ""));
      case "tomorrow" -> Optional.of(new Days(now.plusDays(1), now.plusDays(1), false, ""));
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

  private Optional<Days> ordinalOfMonth(Matcher found) {
    Optional<Integer> day = day(found.group("day"));
    if (day.isEmpty()) return Optional.empty();
    int month = month(found.group("month"));
    String year = found.group("year");
    String weekday = found.namedGroups().containsKey("weekday") ? found.group("weekday") : null;
    return date(
        year != null ? Integer.parseInt(year) : yearOf(month, Math.min(28, day.get())),
        month,
        day.get(),
        weekday);
  }

  private static Optional<Integer> day(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    if (word.matches("[0-9]{1,2}")) return Optional.of(Integer.valueOf(word));
    return Figures.ordinal(word).filter(n -> n >= 1 && n <= 31);
  }

  /**
   * The day in the month of the last day that was spoken of, or in the text's own where that is the
   * month after, the day is past, and its sentence names no other.
   */
  private Optional<Days> ordinalAlone(Matcher found, List<Placed> taken) {
    Optional<Integer> day = day(found.group("day"));
    Optional<LocalDate> near = nearest(found.start(), taken).or(() -> today);
    if (day.isEmpty() || near.isEmpty()) return Optional.empty();
    boolean isOfNow =
        today.isPresent()
            && day.get() <= today.get().getDayOfMonth()
            && near.equals(last)
            && YearMonth.from(near.get()).plusMonths(1).equals(YearMonth.from(today.get()));
    if (isOfNow) near = today;
    boolean digits = Character.isDigit(found.group("day").charAt(0));
    boolean led =
        found.group().matches("(?i)(?:on|by|until|till) .*") || found.group("weekday") != null;
    // "the first" is a day only where a preposition or a weekday says so
    if (!digits && !led) return Optional.empty();
    if (!YearMonth.from(near.get()).isValidDay(day.get())) return Optional.empty();
    LocalDate date = near.get().withDayOfMonth(day.get());
    Optional<Days> days =
        date(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), found.group("weekday"));
    // the month is that of another sentence, or of the text: it may be meant, or the one before
    boolean isOfSentence =
        taken.stream()
            .anyMatch(each -> each.start() < found.start() && each.mention() instanceof Days);
    return isOfSentence ? days : days.map(Days::counted);
  }

  /** The day that was last spoken of before a place in a sentence. */
  private Optional<LocalDate> nearest(int place, List<Placed> taken) {
    return taken.stream()
        .filter(each -> each.start() < place)
        .filter(
            each ->
                each.mention() instanceof Days d
                    && !d.from().plusDays(1).isBefore(d.to())
                    && d.weekday().isEmpty())
        .max(Comparator.comparingInt(Placed::start))
        .map(each -> ((Days) each.mention()).from())
        .or(() -> last);
  }

  private Optional<Days> fromTheLast(Matcher found, List<Placed> taken) {
    boolean ofNight = found.group("same") != null && Sought.has(found.group(), "(?i)evening|night");
    if (ofNight
        && taken.stream().noneMatch(t -> t.mention() instanceof Days && t.start() < found.start()))
      return Optional.empty();
    // a day of long ago is hardly the one that is meant
    boolean isOpen =
        age > 2
            && taken.stream()
                .noneMatch(t -> t.mention() instanceof Days && t.start() < found.start());
    if (isOpen && !found.group().matches("(?i).* ago")) return Optional.empty();
    if (found.group("same") != null)
      return nearest(found.start(), taken).map(day -> new Days(day, day, false, "").counted());
    if (found.group("next") != null)
      return nearest(found.start(), taken)
          .map(day -> new Days(day.plusDays(1), day.plusDays(1), false, "").counted());
    Optional<Long> count = count(found.group("n"));
    if (count.isEmpty()) return Optional.empty();
    long days = count.get() * (found.group("unit").equalsIgnoreCase("week") ? 7 : 1);
    String way = found.group("way").toLowerCase(Locale.ROOT);
    Optional<LocalDate> from = way.equals("ago") ? today : nearest(found.start(), taken);
    long signed = way.startsWith("later") || way.startsWith("after") ? days : -days;
    Optional<Days> counted =
        from.map(day -> new Days(day.plusDays(signed), day.plusDays(signed), false, ""));
    return way.equals("ago") ? counted : counted.map(Days::counted);
  }

  private static Optional<Long> count(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    if (word.equals("a") || word.equals("an")) return Optional.of(1L);
    if (word.matches("[0-9]+")) return Optional.of(Long.valueOf(word));
    return Figures.number(word);
  }

  private Optional<Days> anniversary(Matcher found) {
    Optional<Long> years = count(found.group("n"));
    if (years.isEmpty() || today.isEmpty()) return Optional.empty();
    LocalDate day = today.get().minusYears(years.get());
    return Optional.of(new Days(day, day, false, ""));
  }

  /**
   * The night of the election, or that before the text: an evening and the small hours after it.
   */
  private Optional<Days> night(Matcher found) {
    Optional<LocalDate> first =
        found.group().toLowerCase(Locale.ROOT).contains("election")
            ? Optional.of(electionDay(season))
            : today.map(day -> day.minusDays(1));
    return first.map(Days::night);
  }

  /** The Tuesday after the first Monday of November. */
  static LocalDate electionDay(int year) {
    return LocalDate.of(year, 11, 1)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
        .plusDays(1);
  }

  private Optional<Days> next(Matcher found) {
    String name = found.group("a") != null ? found.group("a") : found.group("b");
    return today
        .map(day -> day.with(TemporalAdjusters.next(weekdayOf(name))))
        .map(day -> new Days(day, day, false, ""));
  }

  private Optional<Days> lastOfMonth(Matcher found) {
    int month = month(found.group("month"));
    String written = found.group("year");
    int year = written != null ? Integer.parseInt(written) : yearOf(month, 15);
    LocalDate last = LocalDate.of(year, month, 1).with(TemporalAdjusters.lastDayOfMonth());
    boolean isLast = Sought.has(found.group("nth"), "(?i)^(?:last|final)$");
    LocalDate day = isLast ? last : last.minusDays(1);
    return Optional.of(new Days(day, day, false, ""));
  }

  private Optional<Days> dayOfWeek(Matcher found) {
    boolean isThis = found.group("which").equalsIgnoreCase("this");
    return today
        .map(now -> now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
        .map(monday -> isThis ? monday : monday.minusWeeks(1))
        .map(monday -> monday.with(TemporalAdjusters.nextOrSame(weekdayOf(found.group("weekday")))))
        .map(day -> new Days(day, day, false, ""));
  }

  private Optional<Days> nthWeekday(Matcher found) {
    int month = month(found.group("month"));
    String written = found.group("year");
    int year = written != null ? Integer.parseInt(written) : yearOf(month, 15);
    int nth =
        found.group("nth").equalsIgnoreCase("last")
            ? -1
            : Figures.ordinal(found.group("nth")).orElse(1);
    LocalDate day =
        LocalDate.of(year, month, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(nth, weekdayOf(found.group("weekday"))));
    return Optional.of(new Days(day, day, false, ""));
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
    return TimeText.day(day);
  }
}
