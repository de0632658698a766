package org.ascertain.law;

import static org.ascertain.law.Division.REJECTS;
import static org.ascertain.law.Division.SUSTAINS;
import static org.ascertain.law.Division.TIES;
import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CHAMBER_RULE;
import static org.ascertain.law.Rule.Rank.ONE_OFF_ACT;
import static org.ascertain.law.Rule.Rank.PRACTICE;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Jurisdiction;
import org.ascertain.law.Rule.Confidence;
import org.ascertain.law.Rule.Example;
import org.ascertain.law.Rule.Rank;

/**
 * What becomes of a vote to which an objection was made, once the Senate and the House have voted.
 * The same division of the Houses has meant four things: rejected (1865 to 1873), as the Commission
 * held (1877), counted, or as the executive certified (from 1887), counted (from 2022).
 */
final class CountingRegimes {

  /** The Senate's and the House's division on an objection to a single return. */
  interface Outcome extends BiFunction<Division, Division, Optional<CountResult>> {}

  record Held(Regime regime, Rule<Outcome> rule) {}

  static final List<Held> REGIMES =
      List.of(
          held(
              Regime.PRESIDENT_OF_THE_SENATE,
              "CNT.PRES",
              "the President of the Senate opens, tellers count, the Houses may withdraw and debate;"
                  + " no rule says who decides: votes were counted, or the count announced either"
                  + " way",
              "12th Amendment; Hinds' Precedents III ss. 1928-1947",
              PRACTICE,
              1788,
              1860,
              SETTLED,
              (senate, house) -> Optional.empty(),
              List.of(
                  example(
                      "1817: an objection to Indiana was dropped",
                      law -> law.apply(REJECTS, REJECTS),
                      "Optional.empty"))),
          held(
              Regime.JOINT_RULE,
              "CNT.R22",
              "on any objection the Houses separate, and no vote objected to is counted unless both"
                  + " agree",
              "22nd Joint Rule of 6 February 1865; Hinds' Precedents III ss. 1948-1952, 1964-1970",
              CHAMBER_RULE,
              1864,
              1872,
              CONFIRMED,
              (senate, house) ->
                  Optional.of(
                      senate == REJECTS && house == REJECTS
                          ? CountResult.COUNTED
                          : CountResult.REJECTED),
              List.of(
                  example(
                      "Louisiana 1869: both for counting",
                      law -> law.apply(REJECTS, REJECTS),
                      "Optional[COUNTED]"),
                  example(
                      "Arkansas 1873: the Senate against, the House for counting",
                      law -> law.apply(SUSTAINS, REJECTS),
                      "Optional[REJECTED]"),
                  example(
                      "Louisiana 1873: both against",
                      law -> law.apply(SUSTAINS, SUSTAINS),
                      "Optional[REJECTED]"))),
          held(
              Regime.COMMISSION,
              "CNT.COMM",
              "a single return is rejected only if both Houses agree; several returns go to the"
                  + " Commission, whose ruling stands unless both Houses order otherwise",
              "19 Stat. 227; Hinds' Precedents III ss. 1953-1956, 1971-1980",
              ONE_OFF_ACT,
              1876,
              1876,
              CONFIRMED,
              CountingRegimes::bothToReject,
              List.of(
                  example(
                      "Wisconsin 1877: the House alone against",
                      law -> law.apply(REJECTS, SUSTAINS),
                      "Optional[COUNTED]"))),
          held(
              Regime.CONCURRENT_RESOLUTION,
              "CNT.NONE",
              "no standing rule: the Houses agree on a concurrent resolution for each count",
              "concurrent resolutions of 1881 and 1885; Hinds' Precedents III ss. 1957-1958",
              CHAMBER_RULE,
              1880,
              1884,
              SETTLED,
              (senate, house) -> Optional.empty(),
              List.of(
                  example(
                      "1885: no objection", law -> law.apply(REJECTS, REJECTS), "Optional.empty"))),
          held(
              Regime.ELECTORAL_COUNT_ACT,
              "CNT.ECA",
              "a single return lawfully certified is rejected only if both Houses agree that its"
                  + " votes were not regularly given; for several returns see ECA.3 to ECA.7",
              "24 Stat. 373 s. 4; 3 U.S.C. s. 15 (1948)",
              STATUTE,
              1888,
              2020,
              CONFIRMED,
              CountingRegimes::bothToReject,
              List.of(
                  example(
                      "North Carolina 1969: both against the objection",
                      law -> law.apply(REJECTS, REJECTS),
                      "Optional[COUNTED]"),
                  example(
                      "hypothetical: the Houses differ",
                      law -> law.apply(REJECTS, SUSTAINS),
                      "Optional[COUNTED]"),
                  example(
                      "hypothetical: both sustain",
                      law -> law.apply(SUSTAINS, SUSTAINS),
                      "Optional[REJECTED]"))),
          held(
              Regime.ELECTORAL_COUNT_REFORM_ACT,
              "CNT.ECRA",
              "an objection prevails only if both Houses sustain it by a majority",
              "3 U.S.C. s. 15(d) (2022)",
              STATUTE,
              2024,
              OPEN,
              CONFIRMED,
              CountingRegimes::bothToReject,
              List.of(
                  example(
                      "hypothetical: the House sustains, the Senate rejects",
                      law -> law.apply(REJECTS, SUSTAINS),
                      "Optional[COUNTED]"),
                  example(
                      "hypothetical: the Senate is equally divided",
                      law -> law.apply(TIES, SUSTAINS),
                      "Optional[COUNTED]"))));

  /** Election, jurisdiction, citation of what the Houses agreed. */
  private static final String EITHER =
      """
      1820 | MO | resolution of 13 and 14 February 1821, Senate Journal pp. 187-188
      1836 | MI | announcement of 8 February 1837, Register of Debates
      1868 | GA | concurrent resolution of 8 February 1869, Hinds' Precedents III s. 1965
      1880 | GA | concurrent resolution on the count of 1881, Hinds' Precedents III s. 1957
      """;

  /**
   * Of which jurisdiction the count was announced with its votes and without them: one act each, an
   * exception to whatever else governed that count.
   */
  static final List<Rule<Predicate<String>>> EITHER_WAY =
      Table.rows(EITHER).stream().map(CountingRegimes::eitherWay).toList();

  private static Rule<Predicate<String>> eitherWay(Table.Row row) {
    int election = row.number(0);
    String jurisdiction = row.text(1);
    return new Rule<>(
        "CNT.EITHER." + election,
        "as the Houses could not agree on "
            + Jurisdiction.valueOf(jurisdiction).title()
            + ", and it made no difference, the count was announced with its votes and without"
            + " them",
        row.text(2),
        ONE_OFF_ACT,
        election,
        election,
        COUNT,
        CONFIRMED,
        jurisdiction::equals,
        List.of(
            example(jurisdiction, law -> law.test(jurisdiction), "true"),
            example("any other, as Indiana", law -> law.test("IN"), "false")));
  }

  /** The act for one count by which it was announced either way, if there was one. */
  static Optional<Rule<Predicate<String>>> eitherWay(int election) {
    return EITHER_WAY.stream().filter(rule -> rule.holdsFor(election)).findFirst();
  }

  static Held inForce(int election) {
    Rule<Outcome> rule =
        Precedence.governing(REGIMES.stream().map(Held::rule).toList(), election).orElseThrow();
    return REGIMES.stream().filter(held -> held.rule().equals(rule)).findFirst().orElseThrow();
  }

  private static Optional<CountResult> bothToReject(Division senate, Division house) {
    return Optional.of(
        senate == SUSTAINS && house == SUSTAINS ? CountResult.REJECTED : CountResult.COUNTED);
  }

  private static Held held(
      Regime regime,
      String id,
      String text,
      String citation,
      Rank rank,
      int from,
      int to,
      Confidence confidence,
      Outcome formula,
      List<Example<Outcome>> examples) {
    return new Held(
        regime,
        new Rule<>(id, text, citation, rank, from, to, COUNT, confidence, formula, examples));
  }

  static List<Rule<?>> rules() {
    return Rules.of(REGIMES.stream().map(Held::rule).toList(), EITHER_WAY);
  }

  private CountingRegimes() {}
}
