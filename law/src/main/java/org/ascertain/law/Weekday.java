package org.ascertain.law;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** Days that a law names by weekday, as "the second Wednesday of December". */
final class Weekday {

  static LocalDate nth(int nth, DayOfWeek day, Month month, int year) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(nth, day));
  }

  private Weekday() {}
}
