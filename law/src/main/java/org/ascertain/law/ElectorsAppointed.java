package org.ascertain.law;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static java.time.Month.NOVEMBER;
import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;
import static org.ascertain.law.Weekday.nth;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;

/**
 * The days on which electors are appointed (Art. II s. 1 cl. 4). Until 1844 each state took its own
 * day within a period; since 1848 all take the same.
 */
final class ElectorsAppointed {

  /** One period, or one for each reading of the law: the customary first. */
  static final List<Rule<IntFunction<List<Period>>>> DAYS =
      List.of(
          new Rule<>(
              "CAL.APPOINT.1788",
              "electors are appointed on the first Wednesday of January 1789",
              "resolution of the Confederation Congress, 13 September 1788",
              STATUTE,
              1788,
              1788,
              APPOINTMENT,
              CONFIRMED,
              year -> List.of(Period.of(nth(1, WEDNESDAY, JANUARY, year + 1))),
              Rule.years(1788, "[1789-01-07]")),
          new Rule<>(
              "CAL.APPOINT.1792",
              "electors are appointed within thirty-four days preceding the first Wednesday of"
                  + " December: by custom that day and the 33 before it, by the letter the 34"
                  + " before it",
              "1 Stat. 239 s. 1",
              STATUTE,
              1792,
              1844,
              APPOINTMENT,
              DISPUTED,
              year -> thirtyFourDaysBefore(nth(1, WEDNESDAY, DECEMBER, year)),
              Rule.years(
                  1792, "[1792-11-02..1792-12-05, 1792-11-01..1792-12-04]",
                  1800, "[1800-10-31..1800-12-03, 1800-10-30..1800-12-02]",
                  1844, "[1844-11-01..1844-12-04, 1844-10-31..1844-12-03]")),
          new Rule<>(
              "CAL.APPOINT.1845",
              "electors are appointed on the Tuesday next after the first Monday of November",
              "5 Stat. 721 (23 January 1845); 3 U.S.C. s. 1 (1948)",
              STATUTE,
              1848,
              2020,
              APPOINTMENT,
              CONFIRMED,
              year -> List.of(Period.of(tuesdayAfterTheFirstMonday(year))),
              Rule.years(
                  1848, "[1848-11-07]",
                  1876, "[1876-11-07]",
                  1960, "[1960-11-08]",
                  2000, "[2000-11-07]",
                  2020, "[2020-11-03]")),
          new Rule<>(
              "CAL.APPOINT.2022",
              "electors are appointed on the Tuesday next after the first Monday of November; a"
                  + " state may extend the voting for extraordinary and catastrophic events under a"
                  + " law enacted before that day",
              "3 U.S.C. ss. 1, 21(1) (2022); 136 Stat. 5233",
              STATUTE,
              2024,
              OPEN,
              APPOINTMENT,
              CONFIRMED,
              year -> List.of(Period.of(tuesdayAfterTheFirstMonday(year))),
              Rule.years(2024, "[2024-11-05]", 2028, "[2028-11-07]", 2032, "[2032-11-02]")));

  /** Whether voting goes on until a later day: the law's day and the law of the extension's day. */
  static final Rule<BiPredicate<LocalDate, LocalDate>> EXTENSION =
      new Rule<>(
          "CAL.EXTEND.2022",
          "voting goes on only under a law enacted before election day",
          "3 U.S.C. ss. 1, 21(1) (2022)",
          STATUTE,
          2024,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          (electionDay, enacted) -> enacted.isBefore(electionDay),
          List.of(
              example(
                  "election day 2028-11-07, law of 2027-05-01",
                  law -> law.test(LocalDate.of(2028, 11, 7), LocalDate.of(2027, 5, 1)),
                  "true"),
              example(
                  "election day 2028-11-07, law of 2028-11-07",
                  law -> law.test(LocalDate.of(2028, 11, 7), LocalDate.of(2028, 11, 7)),
                  "false"),
              example(
                  "election day 2028-11-07, law of 2028-11-08",
                  law -> law.test(LocalDate.of(2028, 11, 7), LocalDate.of(2028, 11, 8)),
                  "false")));

  /** What a failed choice leads to: whether an election was held, and whether it chose. */
  static final Rule<BiPredicate<Boolean, Boolean>> FAILED_CHOICE =
      new Rule<>(
          "CAL.FAILCHOICE.1845",
          "a state that held an election and failed to choose may appoint on a later day, as its"
              + " legislature directs",
          "5 Stat. 721; 3 U.S.C. s. 2 (1948)",
          STATUTE,
          1848,
          2020,
          APPOINTMENT,
          SETTLED,
          (held, chose) -> held && !chose,
          List.of(
              example(
                  "Massachusetts 1848: no slate had the majority that its law asked for",
                  law -> law.test(true, false),
                  "true"),
              example("an election that chose", law -> law.test(true, true), "false"),
              example("no election held", law -> law.test(false, false), "false")));

  static Rule<IntFunction<List<Period>>> rule(int election) {
    return Precedence.governing(DAYS, election).orElseThrow();
  }

  /** The lawful days in the customary reading, and in another where there is one. */
  static List<Period> days(int election) {
    return rule(election).formula().apply(election);
  }

  /** The act's words "within thirty-four days preceding" leave two edge days open. */
  private static List<Period> thirtyFourDaysBefore(LocalDate wednesday) {
    return List.of(
        new Period(wednesday.minusDays(33), wednesday),
        new Period(wednesday.minusDays(34), wednesday.minusDays(1)));
  }

  private static LocalDate tuesdayAfterTheFirstMonday(int year) {
    return nth(1, MONDAY, NOVEMBER, year).plusDays(1);
  }

  static List<Rule<?>> rules() {
    return Rules.of(DAYS, List.of(EXTENSION, FAILED_CHOICE));
  }

  private ElectorsAppointed() {}
}
