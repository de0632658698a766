package org.ascertain.law;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.VOTE;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Weekday.nth;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The day on which the electors meet and vote, in every state the same (Art. II s. 1 cl. 4). From
 * 1888 to 1932 it fell in the year after the election.
 */
final class ElectorsMeet {

  static final List<Rule<IntFunction<LocalDate>>> RULES =
      List.of(
          new Rule<>(
              "CAL.MEET.1788",
              "electors vote on the first Wednesday of February 1789",
              "resolution of the Confederation Congress, 13 September 1788",
              STATUTE,
              1788,
              1788,
              VOTE,
              CONFIRMED,
              year -> nth(1, WEDNESDAY, FEBRUARY, year + 1),
              Rule.years(1788, "1789-02-04")),
          new Rule<>(
              "CAL.MEET.1792",
              "electors vote on the first Wednesday of December",
              "1 Stat. 239 s. 2",
              STATUTE,
              1792,
              1884,
              VOTE,
              CONFIRMED,
              year -> nth(1, WEDNESDAY, DECEMBER, year),
              Rule.years(
                  1800, "1800-12-03",
                  1864, "1864-12-07",
                  1876, "1876-12-06",
                  1880, "1880-12-01")),
          new Rule<>(
              "CAL.MEET.1887",
              "electors vote on the second Monday of January after their appointment",
              "24 Stat. 373 s. 1",
              STATUTE,
              1888,
              1924,
              VOTE,
              CONFIRMED,
              year -> nth(2, MONDAY, JANUARY, year + 1),
              Rule.years(1888, "1889-01-14", 1892, "1893-01-09", 1912, "1913-01-13")),
          new Rule<>(
              "CAL.MEET.1928",
              "electors vote on the first Wednesday of January after their appointment",
              "act of 29 May 1928, 45 Stat. 945, which 48 Stat. 879 s. 6 amends",
              STATUTE,
              1928,
              1932,
              VOTE,
              SETTLED,
              year -> nth(1, WEDNESDAY, JANUARY, year + 1),
              Rule.years(1928, "1929-01-02", 1932, "1933-01-04")),
          new Rule<>(
              "CAL.MEET.1934",
              "electors vote on the first Monday after the second Wednesday of December",
              "48 Stat. 879; 3 U.S.C. s. 7 (1948)",
              STATUTE,
              1936,
              2020,
              VOTE,
              CONFIRMED,
              year -> nth(2, WEDNESDAY, DECEMBER, year).plusDays(5),
              Rule.years(
                  1936, "1936-12-14",
                  1960, "1960-12-19",
                  2000, "2000-12-18",
                  2020, "2020-12-14")),
          new Rule<>(
              "CAL.MEET.2022",
              "electors vote on the first Tuesday after the second Wednesday of December",
              "3 U.S.C. s. 7 (2022)",
              STATUTE,
              2024,
              OPEN,
              VOTE,
              CONFIRMED,
              year -> nth(2, WEDNESDAY, DECEMBER, year).plusDays(6),
              Rule.years(2024, "2024-12-17", 2028, "2028-12-19", 2032, "2032-12-14")));

  static LocalDate day(int election) {
    return Precedence.governing(RULES, election).orElseThrow().formula().apply(election);
  }

  private ElectorsMeet() {}
}
