package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CHAMBER_RULE;
import static org.ascertain.law.Rule.Rank.ONE_OFF_ACT;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.election.Fraction;

/** Whether an objection to electoral votes is in order. */
final class Objections {

  /** Who signed, of how many members duly chosen and sworn, and on what ground. */
  record Signed(long senators, long representatives, long senate, long house, Grounds grounds) {}

  private static final Fraction FIFTH = new Fraction(1, 5);

  static final List<Rule<Predicate<Signed>>> IN_ORDER =
      List.of(
          new Rule<>(
              "CNT.R22.SIGN",
              "any member of either House may object",
              "22nd Joint Rule of 6 February 1865",
              CHAMBER_RULE,
              1864,
              1872,
              COUNT,
              SETTLED,
              by -> by.senators() + by.representatives() > 0,
              List.of(
                  example(
                      "Butler of Massachusetts, 1869",
                      law -> law.test(new Signed(0, 1, 66, 225, Grounds.OTHER)),
                      "true"))),
          new Rule<>(
              "CNT.COMM.SIGN",
              "an objection is in writing and signed by a Senator and a Representative at least",
              "19 Stat. 227 s. 1",
              ONE_OFF_ACT,
              1876,
              1876,
              COUNT,
              SETTLED,
              Objections::oneOfEach,
              List.of(
                  example(
                      "1877: a Representative alone",
                      law -> law.test(new Signed(0, 1, 74, 292, Grounds.OTHER)),
                      "false"))),
          new Rule<>(
              "CNT.ECA.SIGN",
              "an objection is in writing and signed by a Senator and a Representative at least; the"
                  + " grounds are not limited",
              "24 Stat. 373 s. 4; 3 U.S.C. s. 15 (1948)",
              STATUTE,
              1888,
              2020,
              COUNT,
              CONFIRMED,
              Objections::oneOfEach,
              List.of(
                  example(
                      "Florida 2001: no Senator",
                      law -> law.test(new Signed(0, 12, 100, 435, Grounds.OTHER)),
                      "false"),
                  example(
                      "Ohio 2005: one of each House",
                      law -> law.test(new Signed(1, 1, 100, 435, Grounds.OTHER)),
                      "true"))),
          new Rule<>(
              "ECRA.SIGN",
              "an objection is signed by one fifth at least of the members of each House duly chosen"
                  + " and sworn, and made on one of the two grounds of the act",
              "3 U.S.C. s. 15(d)(2)(B) (2022)",
              STATUTE,
              2024,
              OPEN,
              COUNT,
              CONFIRMED,
              by ->
                  by.senators() >= FIFTH.ofAtLeast(by.senate())
                      && by.representatives() >= FIFTH.ofAtLeast(by.house())
                      && by.grounds() != Grounds.OTHER,
              List.of(
                  example(
                      "20 of 100 and 87 of 435, electors not lawfully certified",
                      law -> law.test(new Signed(20, 87, 100, 435, Grounds.NOT_LAWFULLY_CERTIFIED)),
                      "true"),
                  example(
                      "20 of 96 and 87 of 431, votes not regularly given",
                      law -> law.test(new Signed(20, 87, 96, 431, Grounds.NOT_REGULARLY_GIVEN)),
                      "true"),
                  example(
                      "19 and 140",
                      law -> law.test(new Signed(19, 140, 100, 435, Grounds.NOT_REGULARLY_GIVEN)),
                      "false"),
                  example(
                      "20 and 86",
                      law -> law.test(new Signed(20, 86, 100, 435, Grounds.NOT_REGULARLY_GIVEN)),
                      "false"),
                  example(
                      "20 and 87, fraud in counties",
                      law -> law.test(new Signed(20, 87, 100, 435, Grounds.OTHER)),
                      "false"))));

  /** How many of a House of so many members have to sign. */
  static final Rule<LongUnaryOperator> NUMBER =
      new Rule<>(
          "ECRA.SIGN.NUMBER",
          "one fifth of the members of a House who are duly chosen and sworn on that day, rounded up",
          "3 U.S.C. s. 15(d)(2)(B) (2022)",
          STATUTE,
          2024,
          OPEN,
          COUNT,
          CONFIRMED,
          FIFTH::ofAtLeast,
          List.of(
              example("a Senate of 100", law -> law.applyAsLong(100), "20"),
              example("a Senate of 96", law -> law.applyAsLong(96), "20"),
              example("a House of 435", law -> law.applyAsLong(435), "87"),
              example("a House of 436", law -> law.applyAsLong(436), "88")));

  static Optional<Rule<Predicate<Signed>>> rule(int election) {
    return Precedence.governing(IN_ORDER, election);
  }

  private static boolean oneOfEach(Signed by) {
    return by.senators() > 0 && by.representatives() > 0;
  }

  static List<Rule<?>> rules() {
    return Rules.of(IN_ORDER, List.of(NUMBER));
  }

  private Objections() {}
}
