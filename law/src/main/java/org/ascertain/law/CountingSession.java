package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ascertain.election.Jurisdiction;

/** How the two Houses sit when they count. */
final class CountingSession {

  private static final Comparator<String> BY_NAME =
      Comparator.comparing(
          code -> Optional.ofNullable(code).flatMap(Jurisdiction::of).orElseThrow().title());

  /** The codes of states in the order in which their votes are opened. */
  static final Rule<UnaryOperator<List<String>>> ALPHABET =
      new Rule<>(
          "COUNT.ALPHABET",
          "certificates are opened, read and acted upon in the alphabetical order of the states,"
              + " beginning with the letter A",
          "24 Stat. 373 s. 4; 3 U.S.C. s. 15 (1948) (read at govinfo.gov); s. 15(d)(1)(A) (2022) (read"
              + " at vlex.com)",
          STATUTE,
          1888,
          OPEN,
          COUNT,
          CONFIRMED,
          codes -> codes.stream().sorted(BY_NAME).toList(),
          List.of(
              example(
                  "by name, not by code",
                  law -> law.apply(List.of("WY", "AK", "AL", "DC", "DE", "FL")),
                  "[AL, AK, DE, DC, FL, WY]")));

  /** Whether a question may be put. */
  static final Rule<Predicate<String>> NO_DEBATE =
      new Rule<>(
          "COUNT.NODEBATE",
          "in the joint meeting the President of the Senate keeps order; there is no debate, and no"
              + " question is put but to either House on a motion to withdraw",
          "3 U.S.C. s. 18 (1948; read at law.cornell.edu)",
          STATUTE,
          1948,
          OPEN,
          COUNT,
          CONFIRMED,
          question -> question.equals("to withdraw"),
          List.of(
              example("a motion to withdraw", law -> law.test("to withdraw"), "true"),
              example("a speech", law -> law.test("to speak"), "false")));

  /** The day of the first meeting and another: whether a House may still take a recess. */
  static final Rule<BiPredicate<LocalDate, LocalDate>> RECESS =
      new Rule<>(
          "COUNT.RECESS",
          "the joint session ends only when the count is complete and declared; a House takes a recess"
              + " only over a question that has arisen, and not beyond ten o'clock of the next day"
              + " but Sunday; from the fifth day after the first meeting on there is none",
          "3 U.S.C. s. 16 (1948; read at chanrobles.com, as of 2022 at lawglobalhub.com)",
          STATUTE,
          1948,
          OPEN,
          COUNT,
          CONFIRMED,
          (first, day) -> day.isBefore(first.plusDays(5)),
          List.of(
              example(
                  "first met on 6 January 2029, on the 10th",
                  law -> law.test(LocalDate.of(2029, 1, 6), LocalDate.of(2029, 1, 10)),
                  "true"),
              example(
                  "on the 11th",
                  law -> law.test(LocalDate.of(2029, 1, 6), LocalDate.of(2029, 1, 11)),
                  "false")));

  static List<Rule<?>> rules() {
    return List.of(ALPHABET, NO_DEBATE, RECESS);
  }

  private CountingSession() {}
}
