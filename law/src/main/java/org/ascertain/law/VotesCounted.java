package org.ascertain.law;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.KeyedOn.VOTE;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.ONE_OFF_ACT;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Weekday.nth;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The days by which the votes are at the seat of government and on which Congress counts them. Acts
 * for one count are exceptions, each a row; no rule about Sundays exists.
 */
final class VotesCounted {

  /** Election, day of the count, citation. */
  private static final String MOVED =
      """
      1956 | 1957-01-07 | joint resolution of 1956; 6 January 1957 was a Sunday
      1984 | 1985-01-07 | Pub. L. 98-456; 6 January 1985 was a Sunday
      1988 | 1989-01-04 | Pub. L. 100-646
      1996 | 1997-01-09 | Pub. L. 104-296
      2008 | 2009-01-08 | Pub. L. 110-430
      2012 | 2013-01-04 | Pub. L. 112-228 (H.J.Res. 122, 28 December 2012); 6 January 2013 was a Sunday
      """;

  static final List<Rule<IntFunction<LocalDate>>> DELIVERED =
      List.of(
          new Rule<>(
              "CAL.DELIVER.1792",
              "votes reach the seat of government by the first Wednesday of January; else a"
                  + " messenger is sent to the district judge",
              "1 Stat. 239 ss. 2, 4",
              STATUTE,
              1792,
              1884,
              VOTE,
              CONFIRMED,
              year -> nth(1, WEDNESDAY, JANUARY, year + 1),
              Rule.years(1876, "1877-01-03")));

  static final List<Rule<IntFunction<LocalDate>>> DEMANDED =
      List.of(
          new Rule<>(
              "CAL.DEMAND.1888",
              "missing votes are demanded after the fourth Monday of January",
              "25 Stat. 613",
              STATUTE,
              1888,
              1932,
              VOTE,
              SETTLED,
              year -> nth(4, MONDAY, JANUARY, year + 1),
              Rule.years(1888, "1889-01-28", 1912, "1913-01-27", 1932, "1933-01-23")),
          new Rule<>(
              "CAL.DEMAND.1934",
              "where neither the President of the Senate nor the Archivist has received a certificate of"
                  + " votes by the fourth Wednesday of December, it is demanded of the chief election"
                  + " officer of the state, and of the judge of the district",
              "3 U.S.C. ss. 12, 13 (as amended in 2022; read at govregs.com and a copy of the code)",
              STATUTE,
              1936,
              OPEN,
              VOTE,
              CONFIRMED,
              year -> nth(4, WEDNESDAY, DECEMBER, year),
              Rule.years(2008, "2008-12-24", 2020, "2020-12-23", 2024, "2024-12-25")));

  static final List<Rule<IntFunction<LocalDate>>> COUNTED =
      Stream.concat(
              Stream.of(
                  new Rule<IntFunction<LocalDate>>(
                      "CAL.COUNT.1789",
                      "Congress counts when a quorum of both Houses first assembles, which was on 6"
                          + " April 1789",
                      "resolution of the Confederation Congress, 13 September 1788; Journals of"
                          + " both Houses",
                      ONE_OFF_ACT,
                      1788,
                      1788,
                      COUNT,
                      CONFIRMED,
                      year -> LocalDate.of(1789, 4, 6),
                      Rule.years(1788, "1789-04-06")),
                  new Rule<IntFunction<LocalDate>>(
                      "CAL.COUNT.1792",
                      "Congress counts on the second Wednesday of February",
                      "1 Stat. 239 s. 5; 24 Stat. 373 s. 4",
                      STATUTE,
                      1792,
                      1932,
                      COUNT,
                      CONFIRMED,
                      year -> nth(2, WEDNESDAY, FEBRUARY, year + 1),
                      Rule.years(
                          1800, "1801-02-11",
                          1824, "1825-02-09",
                          1864, "1865-02-08",
                          1932, "1933-02-08")),
                  new Rule<IntFunction<LocalDate>>(
                          "CAL.COUNT.1877",
                          "Congress counts from the first Thursday of February 1877",
                          "19 Stat. 227 s. 1",
                          ONE_OFF_ACT,
                          1876,
                          1876,
                          COUNT,
                          CONFIRMED,
                          year -> LocalDate.of(1877, 2, 1),
                          Rule.years(1876, "1877-02-01"))
                      .displacing("CAL.COUNT.1792"),
                  new Rule<IntFunction<LocalDate>>(
                      "CAL.COUNT.1934",
                      "Congress counts on 6 January at one o'clock, unless Congress sets another day by law, as"
                          + " it did in six years so far",
                      "48 Stat. 879; 3 U.S.C. s. 15",
                      STATUTE,
                      1936,
                      OPEN,
                      COUNT,
                      CONFIRMED,
                      year -> LocalDate.of(year + 1, 1, 6),
                      Rule.years(
                          1936, "1937-01-06",
                          1960, "1961-01-06",
                          2000, "2001-01-06",
                          2020, "2021-01-06",
                          2024, "2025-01-06",
                          2040, "2041-01-06"))),
              Table.rows(MOVED).stream().map(VotesCounted::moved))
          .toList();

  private static Rule<IntFunction<LocalDate>> moved(Table.Row row) {
    int election = row.number(0);
    LocalDate day = LocalDate.parse(row.text(1));
    return new Rule<IntFunction<LocalDate>>(
            "CAL.COUNT.X." + election,
            "Congress counts on " + day,
            row.text(2),
            ONE_OFF_ACT,
            election,
            election,
            COUNT,
            CONFIRMED,
            year -> day,
            Rule.years(election, day.toString()))
        .displacing("CAL.COUNT.1934");
  }

  static List<Rule<?>> rules() {
    return Rules.of(DELIVERED, DEMANDED, COUNTED);
  }

  private VotesCounted() {}
}
