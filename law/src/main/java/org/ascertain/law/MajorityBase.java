package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ascertain.election.Fact.CountResult;

/**
 * Of what number a majority elects: the whole number of electors appointed. An elector who died or
 * stayed away is appointed all the same.
 */
final class MajorityBase {

  /**
   * Electors in the nation.
   *
   * @param appointed all that were appointed
   * @param rejected of these, whose votes Congress rejected, for whatever reason
   * @param notCertified of these, rejected because they were not lawfully certified
   * @param unexplained of these, rejected on a ground that is not known
   */
  record Appointed(int appointed, int rejected, int notCertified, int unexplained) {}

  /** The base, or several where that is unsettled, what is usual first. */
  static final List<Rule<Function<Appointed, List<Integer>>>> RULES =
      List.of(
          new Rule<>(
              "BASE.APPOINTED",
              "a majority is one of the whole number of electors appointed; electors who do not"
                  + " vote stay in it, and so do those whose votes are rejected",
              "Art. II s. 1 cl. 3; 12th Amendment; announced so in 1873",
              CONSTITUTION,
              1788,
              OPEN,
              COUNT,
              CONFIRMED,
              of -> List.of(of.appointed()),
              List.of(
                  example("1789: 72 appointed", law -> law.apply(all(72)), "[72]"),
                  example(
                      "1873: 366 appointed, 14 rejected",
                      law -> law.apply(new Appointed(366, 14, 0, 14)),
                      "[366]"),
                  example("2001: 538 appointed, 537 voted", law -> law.apply(all(538)), "[538]"))),
          new Rule<Function<Appointed, List<Integer>>>(
                  "BASE.ECA",
                  "whether electors whose votes both Houses reject stay in the whole number is"
                      + " unsettled; it never happened",
                  "24 Stat. 373 s. 4; 3 U.S.C. s. 15 (1948)",
                  STATUTE,
                  1888,
                  2020,
                  COUNT,
                  DISPUTED,
                  of -> distinct(of.appointed(), of.appointed() - of.rejected()),
                  List.of(
                      example("2001: none rejected", law -> law.apply(all(538)), "[538]"),
                      example(
                          "hypothetical: 25 of 538 rejected",
                          law -> law.apply(new Appointed(538, 25, 0, 25)),
                          "[538, 513]")))
              .displacing("BASE.APPOINTED"),
          new Rule<Function<Appointed, List<Integer>>>(
                  "ECRA.BASE",
                  "the whole number of electors appointed leaves out those whom a state failed to"
                      + " appoint and those struck as not lawfully certified, but not those whose"
                      + " votes were struck as not regularly given",
                  "3 U.S.C. s. 15(e)(2) (2022)",
                  STATUTE,
                  2024,
                  OPEN,
                  COUNT,
                  CONFIRMED,
                  of ->
                      distinct(
                          of.appointed() - of.notCertified(),
                          of.appointed() - of.notCertified() - of.unexplained()),
                  List.of(
                      example("16 of 538 never appointed", law -> law.apply(all(522)), "[522]"),
                      example(
                          "19 struck as not lawfully certified",
                          law -> law.apply(new Appointed(538, 19, 19, 0)),
                          "[519]"),
                      example(
                          "16 struck as not regularly given",
                          law -> law.apply(new Appointed(538, 16, 0, 0)),
                          "[538]"),
                      example(
                          "16 struck on a ground not known",
                          law -> law.apply(new Appointed(538, 16, 0, 16)),
                          "[538, 522]")))
              .displacing("BASE.APPOINTED"));

  static final Rule<Function<Integer, Integer>> MAJORITY =
      new Rule<>(
          "BASE.MAJORITY",
          "a majority is more than half: the half, fractions dropped, and one more",
          "Art. II s. 1 cl. 3; 12th Amendment",
          CONSTITUTION,
          1788,
          OPEN,
          COUNT,
          CONFIRMED,
          base -> Base.of(base).majority(),
          List.of(
              example("1789: of 72", law -> law.apply(72), "37"),
              example("1797 and 1801: of 138", law -> law.apply(138), "70"),
              example("1821: of 235", law -> law.apply(235), "118"),
              example("1821: of 232", law -> law.apply(232), "117"),
              example("1825: of 261", law -> law.apply(261), "131"),
              example("1837: of 294", law -> law.apply(294), "148"),
              example("1837: of 291", law -> law.apply(291), "146"),
              example("1865: of 234", law -> law.apply(234), "118"),
              example("1869: of 285", law -> law.apply(285), "143"),
              example("1873: of 366", law -> law.apply(366), "184"),
              example("1877: of 369", law -> law.apply(369), "185"),
              example("1881: of 358", law -> law.apply(358), "180"),
              example("1961: of 537", law -> law.apply(537), "269"),
              example("2001: of 538", law -> law.apply(538), "270")));

  static Rule<Function<Appointed, List<Integer>>> rule(int election) {
    return Precedence.governing(RULES, election).orElseThrow();
  }

  /** The base of these electors, or several where it is unsettled. */
  static List<Integer> bases(int election, List<Electors> electors) {
    int appointed = 0;
    int rejected = 0;
    int notCertified = 0;
    int unexplained = 0;
    for (Electors of : electors) {
      int number = appointed(election, of);
      appointed += number;
      if (!isRejected(of)) continue;
      int struck =
          of.struck().map(Electors.Struck::electors).orElse(OptionalInt.empty()).orElse(number);
      rejected += struck;
      if (of.struck().isEmpty()) unexplained += struck;
      else if (ElectoralCountReformAct.GROUND_ONE.formula().test(of.struck().get().grounds()))
        notCertified += struck;
    }
    return rule(election)
        .formula()
        .apply(new Appointed(appointed, rejected, notCertified, unexplained));
  }

  /**
   * How many electors a jurisdiction appointed; where that is not known yet, all to whom it is
   * entitled; where a rule for the election excludes it, none, unless Congress counted its votes.
   */
  static int appointed(int election, Electors electors) {
    return isExcluded(election, electors) ? 0 : electors.appointed().orElse(electors.entitled());
  }

  static boolean isExcluded(int election, Electors electors) {
    return Allotment.excluded(election).contains(electors.jurisdiction())
        && !electors.result().filter(CountResult.COUNTED::equals).isPresent();
  }

  static boolean isRejected(Electors electors) {
    return electors.result().filter(CountResult.REJECTED::equals).isPresent();
  }

  private static Appointed all(int appointed) {
    return new Appointed(appointed, 0, 0, 0);
  }

  private static List<Integer> distinct(int one, int other) {
    return IntStream.of(one, other).distinct().boxed().toList();
  }

  static List<Rule<?>> rules() {
    return Rules.of(RULES, List.of(MAJORITY));
  }

  private MajorityBase() {}
}
