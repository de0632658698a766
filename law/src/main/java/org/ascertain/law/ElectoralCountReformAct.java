package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.law.Rule.Confidence;
import org.ascertain.law.Rule.Example;

/** What Congress has before it under the act of 2022: one certificate, and two grounds. */
final class ElectoralCountReformAct {

  /** The certificates of a state and the day of the meeting; the slate that is conclusive. */
  interface Conclusive extends BiFunction<List<Certificate>, LocalDate, Optional<String>> {}

  static final Rule<Conclusive> ONE_SLATE =
      rule(
          "ECRA.ONESLATE",
          "only electors named in the executive's certificate are before Congress, or those who fill"
              + " their vacancies; a certificate under judicial relief granted before the day of the"
              + " meeting replaces an earlier one; other papers have no standing",
          "3 U.S.C. ss. 5(c)(1), 15(e)(1) (2022)",
          CONFIRMED,
          ElectoralCountReformAct::conclusive,
          List.of(
              example(
                  "certified A; papers of a legislature are no certificate",
                  law -> law.apply(List.of(certificate("A", 11)), day(17)),
                  "Optional[A]"),
              example(
                  "certified A, a court orders B the day before the meeting",
                  law -> law.apply(List.of(certificate("A", 11), ordered("B", 16, 16)), day(17)),
                  "Optional[B]"),
              example(
                  "certified A, a court orders B on the day of the meeting",
                  law -> law.apply(List.of(certificate("A", 11), ordered("B", 17, 17)), day(17)),
                  "Optional[A]"),
              example(
                  "certified A, then B without a court's order",
                  law -> law.apply(List.of(certificate("A", 11), certificate("B", 16)), day(17)),
                  "Optional[A]"),
              example("no certificate", law -> law.apply(List.of(), day(17)), "Optional.empty")));

  /** Whether the President of the Senate may decide a question about votes. */
  static final Rule<Predicate<String>> MINISTERIAL =
      rule(
          "ECRA.MINISTERIAL",
          "the President of the Senate has no power to determine, accept, reject or resolve disputes"
              + " over electors or their votes",
          "3 U.S.C. s. 15(b) (2022)",
          CONFIRMED,
          question -> false,
          List.of(example("rival papers", law -> law.test("rival papers"), "false")));

  /** Whether a ground is the first of the act. */
  static final Rule<Predicate<Grounds>> GROUND_ONE =
      rule(
          "ECRA.GROUND.I",
          "the electors of the state were not lawfully certified under a certificate of the executive"
              + " (these leave the whole number of electors)",
          "3 U.S.C. s. 15(d)(2)(B)(ii)(I) (2022)",
          CONFIRMED,
          Grounds.NOT_LAWFULLY_CERTIFIED::equals,
          List.of(
              example(
                  "not lawfully certified",
                  law -> law.test(Grounds.NOT_LAWFULLY_CERTIFIED),
                  "true"),
              example("fraud in counties", law -> law.test(Grounds.OTHER), "false")));

  /** Whether a ground is the second of the act. */
  static final Rule<Predicate<Grounds>> GROUND_TWO =
      rule(
          "ECRA.GROUND.II",
          "the vote of one or more electors was not regularly given (these stay in the whole number of"
              + " electors)",
          "3 U.S.C. s. 15(d)(2)(B)(ii)(II) (2022)",
          CONFIRMED,
          Grounds.NOT_REGULARLY_GIVEN::equals,
          List.of(
              example("not regularly given", law -> law.test(Grounds.NOT_REGULARLY_GIVEN), "true"),
              example("fraud in counties", law -> law.test(Grounds.OTHER), "false")));

  /** Whether a finding binds Congress: one of a court on a question of federal law. */
  static final Rule<Predicate<Boolean>> FINDINGS =
      rule(
          "ECRA.FINDINGS",
          "a federal court's determination of a question of federal law about a certificate is"
              + " conclusive in Congress",
          "3 U.S.C. s. 5(c)(2) (2022)",
          CONFIRMED,
          ofAFederalCourt -> ofAFederalCourt,
          List.of(
              example("a federal court's", law -> law.test(true), "true"),
              example("a committee's", law -> law.test(false), "false")));

  /** Hours of debate in each House on the objections to so many states. */
  static final Rule<ToIntFunction<List<String>>> DEBATE =
      rule(
          "ECRA.DEBATE",
          "all objections to one state are debated together, two hours in each House, five minutes a"
              + " member",
          "3 U.S.C. s. 17 (2022)",
          SETTLED,
          objectedTo -> 2 * Math.toIntExact(objectedTo.stream().distinct().count()),
          List.of(
              example(
                  "three objections to two states",
                  law -> law.applyAsInt(List.of("AZ", "PA", "AZ")),
                  "4")));

  /** The last under relief granted in time; without one, the first that the executive issued. */
  private static Optional<String> conclusive(List<Certificate> certificates, LocalDate meeting) {
    Comparator<Certificate> byIssue = Comparator.comparing(Certificate::issued);
    return certificates.stream()
        .filter(of -> of.ordered().filter(day -> day.isBefore(meeting)).isPresent())
        .max(byIssue)
        .or(() -> certificates.stream().filter(of -> of.ordered().isEmpty()).min(byIssue))
        .map(Certificate::slate);
  }

  private static Certificate certificate(String slate, int issued) {
    return new Certificate(slate, day(issued), Optional.empty());
  }

  private static Certificate ordered(String slate, int issued, int granted) {
    return new Certificate(slate, day(issued), Optional.of(day(granted)));
  }

  private static LocalDate day(int dayOfDecember) {
    return LocalDate.of(2024, 12, dayOfDecember);
  }

  private static <F> Rule<F> rule(
      String id,
      String text,
      String citation,
      Confidence confidence,
      F formula,
      List<Example<F>> examples) {
    return new Rule<>(
        id, text, citation, STATUTE, 2024, OPEN, COUNT, confidence, formula, examples);
  }

  static List<Rule<?>> rules() {
    return List.of(ONE_SLATE, MINISTERIAL, GROUND_ONE, GROUND_TWO, FINDINGS, DEBATE);
  }

  private ElectoralCountReformAct() {}
}
