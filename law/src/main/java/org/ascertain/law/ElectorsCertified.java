package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.VOTE;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The days by which it is certain who the electors are. A date six days before the meeting was an
 * offer to the states from 1888 to 2020 and has been a duty since.
 */
final class ElectorsCertified {

  static final Rule<IntFunction<LocalDate>> SAFE_HARBOUR =
      new Rule<>(
          "CAL.SAFE.1887",
          "a state's final determination of a contest, under law made before election day, is"
              + " conclusive if made six days before the electors meet",
          "24 Stat. 373 s. 2; 3 U.S.C. s. 5 (1948)",
          STATUTE,
          1888,
          2020,
          VOTE,
          CONFIRMED,
          year -> ElectorsMeet.day(year).minusDays(6),
          Rule.years(
              2000, "2000-12-12", 2012, "2012-12-11", 2016, "2016-12-13", 2020, "2020-12-08"));

  static final List<Rule<IntFunction<LocalDate>>> ASCERTAINED =
      List.of(
          new Rule<>(
              "CAL.ASCERTAIN.1792",
              "the executive delivers three lists of the electors' names to them on or before the"
                  + " day of their meeting",
              "1 Stat. 239 s. 3",
              STATUTE,
              1792,
              1884,
              VOTE,
              SETTLED,
              year -> ElectorsMeet.day(year),
              Rule.years(1876, "1876-12-06")),
          new Rule<>(
              "CAL.ASCERTAIN.2022",
              "the executive issues the certificate no later than six days before the electors meet;"
                  + " it is conclusive unless a court ordered another before the meeting",
              "3 U.S.C. s. 5(a)(1), (c) (2022)",
              STATUTE,
              2024,
              OPEN,
              VOTE,
              CONFIRMED,
              year -> ElectorsMeet.day(year).minusDays(6),
              Rule.years(2024, "2024-12-11", 2028, "2028-12-13", 2032, "2032-12-08")));

  static final Rule<IntFunction<Optional<LocalDate>>> WITHOUT_A_DAY =
      new Rule<>(
          "CAL.ASCERTAIN.1887",
          "the executive certifies as soon as practicable; no day is set, but the electors must have"
              + " the certificate when they meet",
          "24 Stat. 373 s. 3; 3 U.S.C. s. 6 (1948)",
          STATUTE,
          1888,
          2020,
          VOTE,
          CONFIRMED,
          year -> Optional.empty(),
          Rule.years(1960, "Optional.empty"));

  static final Rule<IntFunction<LocalDate>> COURT =
      new Rule<>(
          "CAL.COURT.2022",
          "a candidate's federal suit on the certificate is scheduled so that the last order falls"
              + " by the day before the electors meet",
          "3 U.S.C. s. 5(d) (2022)",
          STATUTE,
          2024,
          OPEN,
          VOTE,
          CONFIRMED,
          year -> ElectorsMeet.day(year).minusDays(1),
          Rule.years(2024, "2024-12-16", 2028, "2028-12-18"));

  static List<Rule<?>> rules() {
    return Rules.of(List.of(SAFE_HARBOUR, WITHOUT_A_DAY, COURT), ASCERTAINED);
  }

  private ElectorsCertified() {}
}
