package org.ascertain.law;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.OPEN;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.IntFunction;
import org.ascertain.law.Rule.KeyedOn;

/** The days of an election. */
final class Calendar {

  record Dated(Due due, Rule<IntFunction<LocalDate>> rule) {}

  static final List<Dated> RULES =
      List.of(
          new Dated(
              Due.APPOINT,
              new Rule<>(
                  "CAL.APPOINT.1845",
                  "electors are appointed on the Tuesday after the first Monday of November",
                  "5 Stat. 721; 3 U.S.C. s. 1",
                  1848,
                  2020,
                  KeyedOn.APPOINTMENT,
                  SETTLED,
                  year -> nth(1, MONDAY, Month.NOVEMBER, year).plusDays(1),
                  Rule.years(2000, "2000-11-07", 2020, "2020-11-03"))),
          new Dated(
              Due.SAFE_HARBOUR,
              new Rule<>(
                  "CAL.SAFE.1887",
                  "a state's final determination six days before the electors meet is conclusive",
                  "24 Stat. 373 s. 2; 3 U.S.C. s. 5 (1948)",
                  1888,
                  2020,
                  KeyedOn.VOTE,
                  SETTLED,
                  year -> nth(2, WEDNESDAY, Month.DECEMBER, year).minusDays(1),
                  Rule.years(2000, "2000-12-12", 2020, "2020-12-08"))),
          new Dated(
              Due.MEET,
              new Rule<>(
                  "CAL.MEET.1934",
                  "electors vote on the first Monday after the second Wednesday of December",
                  "48 Stat. 879; 3 U.S.C. s. 7 (1948)",
                  1936,
                  2020,
                  KeyedOn.VOTE,
                  SETTLED,
                  year -> nth(2, WEDNESDAY, Month.DECEMBER, year).plusDays(5),
                  Rule.years(1960, "1960-12-19", 2020, "2020-12-14"))),
          new Dated(
              Due.DEMAND,
              new Rule<>(
                  "CAL.DEMAND.1934",
                  "missing votes are demanded from the fourth Wednesday of December",
                  "3 U.S.C. ss. 12, 13",
                  1936,
                  OPEN,
                  KeyedOn.VOTE,
                  SETTLED,
                  year -> nth(4, WEDNESDAY, Month.DECEMBER, year),
                  Rule.years(2020, "2020-12-23"))),
          new Dated(
              Due.COUNT,
              new Rule<>(
                  "CAL.COUNT.1934",
                  "Congress counts on 6 January",
                  "48 Stat. 879; 3 U.S.C. s. 15",
                  1936,
                  OPEN,
                  KeyedOn.COUNT,
                  SETTLED,
                  year -> LocalDate.of(year + 1, 1, 6),
                  Rule.years(2020, "2021-01-06"))),
          new Dated(
              Due.TERM,
              new Rule<>(
                  "CAL.TERM.1933",
                  "the term begins at noon on 20 January",
                  "20th Amendment ss. 1, 5",
                  1936,
                  OPEN,
                  KeyedOn.TERM,
                  SETTLED,
                  year -> LocalDate.of(year + 1, 1, 20),
                  Rule.years(2020, "2021-01-20"))));

  static List<Deadline> deadlines(int election) {
    return RULES.stream()
        .filter(dated -> dated.rule().holdsFor(election))
        .map(
            dated ->
                new Deadline(dated.due(), dated.rule().formula().apply(election), dated.rule()))
        .toList();
  }

  private static LocalDate nth(int nth, DayOfWeek day, Month month, int year) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(nth, day));
  }

  private Calendar() {}
}
