package org.ascertain.law;

import static java.time.DayOfWeek.SUNDAY;
import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.KeyedOn.TERM;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.PRACTICE;
import static org.ascertain.law.Rule.Rank.STATUTE;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/** The day on which the term begins, and the Congress that sits before it. */
final class TermBegins {

  static final List<Rule<IntFunction<LocalDate>>> DAY =
      List.of(
          new Rule<>(
              "CAL.TERM.1792",
              "the term begins on 4 March after the electors vote",
              "resolution of the Confederation Congress, 13 September 1788; 1 Stat. 239 s. 12; 12th"
                  + " Amendment",
              STATUTE,
              1788,
              1932,
              TERM,
              CONFIRMED,
              year -> LocalDate.of(year + 1, 3, 4),
              Rule.years(1800, "1801-03-04", 1824, "1825-03-04", 1932, "1933-03-04")),
          new Rule<>(
              "CAL.TERM.1933",
              "the term begins at noon on 20 January",
              "20th Amendment ss. 1, 5",
              CONSTITUTION,
              1936,
              OPEN,
              TERM,
              CONFIRMED,
              year -> LocalDate.of(year + 1, 1, 20),
              Rule.years(
                  1936, "1937-01-20", 1960, "1961-01-20", 2020, "2021-01-20", 2024, "2025-01-20")));

  static final Rule<IntFunction<LocalDate>> CEREMONY =
      new Rule<>(
          "CAL.CEREMONY",
          "where the term begins on a Sunday the public ceremony is on the next day; the term still"
              + " begins on the Sunday (the oath of 1789 was taken on 30 April)",
          "custom",
          PRACTICE,
          1792,
          OPEN,
          TERM,
          CONFIRMED,
          year -> {
            LocalDate begins = day(year);
            return begins.getDayOfWeek() == SUNDAY ? begins.plusDays(1) : begins;
          },
          Rule.years(
              1820, "1821-03-05",
              1848, "1849-03-05",
              1876, "1877-03-05",
              1916, "1917-03-05",
              1956, "1957-01-21",
              1984, "1985-01-21",
              2012, "2013-01-21",
              2020, "2021-01-20"));

  /** Which Congress counts, and chooses where nobody has a majority. */
  enum Congress {
    OUTGOING,
    INCOMING
  }

  static final List<Rule<IntFunction<Congress>>> CONGRESS =
      List.of(
          new Rule<>(
              "CAL.CONGRESS.1789",
              "the outgoing Congress counts",
              "1 Stat. 239 s. 5; terms of Congress ended on 3 March",
              STATUTE,
              1792,
              1932,
              TERM,
              CONFIRMED,
              year -> Congress.OUTGOING,
              Rule.years(1800, "OUTGOING", 1824, "OUTGOING", 1836, "OUTGOING")),
          new Rule<>(
              "CAL.CONGRESS.1933",
              "the incoming Congress counts: its terms begin on 3 January",
              "20th Amendment ss. 1, 2",
              CONSTITUTION,
              1936,
              OPEN,
              TERM,
              CONFIRMED,
              year -> Congress.INCOMING,
              Rule.years(1936, "INCOMING", 2020, "INCOMING")));

  static LocalDate day(int election) {
    return Precedence.governing(DAY, election).orElseThrow().formula().apply(election);
  }

  static List<Rule<?>> rules() {
    return Rules.of(DAY, List.of(CEREMONY), CONGRESS);
  }

  private TermBegins() {}
}
