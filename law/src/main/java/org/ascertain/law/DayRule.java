package org.ascertain.law;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.next;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How the law of a state sets a day.
 *
 * @param anchor the day that it is reckoned from
 * @param reckon from that day to the one meant
 */
record DayRule(Anchor anchor, UnaryOperator<LocalDate> reckon) {

  /** What a day is reckoned from. */
  enum Anchor {
    ELECTION,
    /** The state's certification of the result. */
    CERTIFICATION,
    /** The county's. */
    COUNTY,
    /** The day on which the electors meet. */
    MEETING
  }

  /**
   * Reads such as {@code +20}, {@code cert +2 business days}, {@code MON 3 after election}, {@code
   * TUE after WED 3 after election}, {@code WED last of NOV}, {@code DEC 1}.
   */
  static DayRule of(String text) {
    List<String> words = List.of(text.split(" ", -1));
    return switch (words.getFirst()) {
      case "cert" -> new DayRule(Anchor.CERTIFICATION, reckoning(rest(words)));
      case "county" -> new DayRule(Anchor.COUNTY, reckoning(rest(words)));
      case "meeting" -> new DayRule(Anchor.MEETING, reckoning(rest(words)));
      default -> new DayRule(Anchor.ELECTION, reckoning(words));
    };
  }

  private static List<String> rest(List<String> words) {
    return words.subList(1, words.size());
  }

  private static UnaryOperator<LocalDate> reckoning(List<String> words) {
    String first = words.getFirst();
    if (first.startsWith("+") || first.startsWith("-"))
      return days(Integer.parseInt(first), String.join(" ", rest(words)));
    if (words.size() == 2) {
      Month month = month(first);
      int day = Integer.parseInt(words.get(1));
      return from -> LocalDate.of(from.getYear(), month, day);
    }
    DayOfWeek weekday = weekday(first);
    if (words.get(1).equals("after")) {
      UnaryOperator<LocalDate> before = reckoning(words.subList(2, words.size()));
      return from -> before.apply(from).with(next(weekday));
    }
    boolean last = words.get(1).equals("last");
    int nth = last ? 0 : Integer.parseInt(words.get(1));
    if (words.get(2).equals("after")) return from -> from.with(next(weekday)).plusWeeks(nth - 1L);
    Month month = month(words.get(3));
    return from -> {
      LocalDate inMonth = LocalDate.of(from.getYear(), month, 1);
      return inMonth.with(last ? lastInMonth(weekday) : dayOfWeekInMonth(nth, weekday));
    };
  }

  private static UnaryOperator<LocalDate> days(int days, String which) {
    return switch (which) {
      case "" -> from -> from.plusDays(days);
      case "business days" -> from -> counting(from, days, DayRule::isBusinessDay);
      case "but Sundays" ->
          from -> counting(from, days, day -> day.getDayOfWeek() != DayOfWeek.SUNDAY);
      default -> throw new IllegalArgumentException("days of what kind? " + which);
    };
  }

  private static LocalDate counting(LocalDate from, int days, Predicate<LocalDate> counts) {
    LocalDate day = from;
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (counts.test(day)) counted++;
    }
    return day;
  }

  /** Monday to Friday but for federal holidays; a state's own holidays are not known here. */
  private static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && !isHoliday(day);
  }

  private static boolean isHoliday(LocalDate day) {
    LocalDate thanksgiving =
        day.withDayOfMonth(1).withMonth(11).with(dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    return day.equals(thanksgiving)
        || day.equals(observed(LocalDate.of(day.getYear(), 11, 11)))
        || day.equals(observed(LocalDate.of(day.getYear(), 12, 25)));
  }

  /** A holiday on a Saturday is kept on Friday, one on a Sunday on Monday. */
  private static LocalDate observed(LocalDate holiday) {
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> holiday.minusDays(1);
      case SUNDAY -> holiday.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> holiday;
    };
  }

  private static DayOfWeek weekday(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no weekday: " + name));
  }

  private static Month month(String name) {
    return Arrays.stream(Month.values())
        .filter(month -> month.name().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no month: " + name));
  }
}
