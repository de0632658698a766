package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.Confidence.NOT_ESTABLISHED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.COUNT;
import static org.ascertain.law.Rule.KeyedOn.TERM;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CHAMBER_RULE;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.example;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.ascertain.election.Fraction;
import org.ascertain.election.Votes;

/** Where the electors chose nobody: the House chooses a President, the Senate a Vice President. */
final class ContingentElection {

  /** Between whom a body chooses: one list, or one for each reading where that is unsettled. */
  interface Eligible extends Function<Map<String, Long>, List<List<String>>> {}

  /** How many must be present, and how many choose, of {@code whole}. */
  record Needed(int whole, int quorum, int majority) {
    static Needed of(int whole, Fraction present) {
      return new Needed(
          whole, Math.toIntExact(present.ofAtLeast(whole)), Base.of(whole).majority());
    }

    @Override
    public String toString() {
      return majority + " of " + whole + ", quorum " + quorum;
    }
  }

  private static final Fraction TWO_THIRDS = new Fraction(2, 3);

  /**
   * For a body without a rule of quorum in the Constitution: more than half, as in all business.
   */
  private static Needed ordinary(int whole) {
    int half = Base.of(whole).majority();
    return new Needed(whole, half, half);
  }

  static final Rule<BiFunction<Map<String, Long>, Integer, List<String>>> TIE =
      new Rule<>(
          "CONT.ART2.TIE",
          "where two or more lead equally with a majority, the House chooses between those only",
          "Art. II s. 1 cl. 3",
          CONSTITUTION,
          1788,
          1800,
          COUNT,
          CONFIRMED,
          (votes, majority) -> ElectorsVote.TWO_PRESIDENT.formula().apply(votes, majority),
          List.of(
              example(
                  "1801",
                  law -> law.apply(Map.of("jefferson", 73L, "burr", 73L, "adams", 65L), 70),
                  "[burr, jefferson]")));

  static final Rule<Eligible> TOP_FIVE =
      new Rule<>(
          "CONT.ART2.TOP5",
          "where nobody has a majority, the House chooses from the five highest; a tie for the fifth"
              + " place is unsettled",
          "Art. II s. 1 cl. 3",
          CONSTITUTION,
          1788,
          1800,
          COUNT,
          DISPUTED,
          votes -> Ranking.highest(votes, 5),
          List.of(
              example(
                  "hypothetical: six persons",
                  law -> law.apply(Map.of("a", 9L, "b", 8L, "c", 7L, "d", 6L, "e", 5L, "f", 4L)),
                  "[[a, b, c, d, e]]")));

  static final Rule<BiFunction<Map<String, Long>, String, List<String>>> TIE_FOR_SECOND =
      new Rule<>(
          "CONT.ART2.VP",
          "where two or more are equal after the President, the Senate chooses between them by"
              + " ballot; no quorum is set",
          "Art. II s. 1 cl. 3",
          CONSTITUTION,
          1788,
          1800,
          COUNT,
          SETTLED,
          (votes, president) -> ElectorsVote.TWO_VICE_PRESIDENT.formula().apply(votes, president),
          List.of(
              example(
                  "hypothetical",
                  law ->
                      law.apply(Map.of("washington", 69L, "adams", 34L, "jay", 34L), "washington"),
                  "[adams, jay]")));

  static final Rule<Eligible> TOP_THREE =
      new Rule<>(
          "CONT.XII.P",
          "where nobody has a majority for President, the House chooses from the highest numbers, not"
              + " exceeding three; a tie for the third place is unsettled",
          "12th Amendment",
          CONSTITUTION,
          1804,
          OPEN,
          COUNT,
          DISPUTED,
          votes -> Ranking.highest(votes, 3),
          List.of(
              example(
                  "1825: Clay is out",
                  law ->
                      law.apply(Map.of("jackson", 99L, "adams", 84L, "crawford", 41L, "clay", 37L)),
                  "[[jackson, adams, crawford]]"),
              example(
                  "269 to 268 to 1",
                  law -> law.apply(Map.of("a", 269L, "b", 268L, "c", 1L)),
                  "[[a, b, c]]"),
              example(
                  "260 to 200 to 39 to 39",
                  law -> law.apply(Map.of("a", 260L, "b", 200L, "c", 39L, "d", 39L)),
                  "[[a, b], [a, b, c, d], [a, b, c], [a, b, d]]")));

  static final Rule<Eligible> TOP_TWO =
      new Rule<>(
          "CONT.XII.VP2",
          "where nobody has a majority for Vice President, the Senate chooses from the two highest; a"
              + " tie for the second place is unsettled",
          "12th Amendment",
          CONSTITUTION,
          1804,
          OPEN,
          COUNT,
          DISPUTED,
          votes -> Ranking.highest(votes, 2),
          List.of(
              example(
                  "1837",
                  law ->
                      law.apply(
                          Map.of("johnson", 147L, "granger", 77L, "tyler", 47L, "smith", 23L)),
                  "[[johnson, granger]]")));

  static final List<Rule<IntFunction<Needed>>> BY_STATES =
      List.of(
          new Rule<>(
              "CONT.ART2.VOTE",
              "the House votes by states, each with one vote; members from two thirds of the states"
                  + " are a quorum, and a majority of all the states chooses",
              "Art. II s. 1 cl. 3",
              CONSTITUTION,
              1788,
              1800,
              COUNT,
              CONFIRMED,
              ContingentElection::byStates,
              List.of(example("1801: 16 states", law -> law.apply(16), "9 of 16, quorum 11"))),
          new Rule<>(
              "CONT.XII.VOTE",
              "the House votes by states, each with one vote; members from two thirds of the states"
                  + " are a quorum, and a majority of all the states chooses; divided and absent"
                  + " delegations still count among all",
              "12th Amendment",
              CONSTITUTION,
              1804,
              OPEN,
              COUNT,
              CONFIRMED,
              ContingentElection::byStates,
              List.of(
                  example("1825: 24 states", law -> law.apply(24), "13 of 24, quorum 16"),
                  example("48 states", law -> law.apply(48), "25 of 48, quorum 32"),
                  example("50 states", law -> law.apply(50), "26 of 50, quorum 34"))));

  static final List<Rule<IntFunction<Needed>>> BY_SENATORS =
      List.of(
          new Rule<>(
              "CONT.ART2.SENATE",
              "the Senate chooses by ballot under its ordinary quorum",
              "Art. II s. 1 cl. 3; Art. I s. 5",
              CONSTITUTION,
              1788,
              1800,
              COUNT,
              SETTLED,
              ContingentElection::ordinary,
              List.of(example("1801: 32 Senators", law -> law.apply(32), "17 of 32, quorum 17"))),
          new Rule<>(
              "CONT.XII.VP",
              "two thirds of the whole number of Senators are a quorum, and a majority of the whole"
                  + " number chooses; whether the sitting Vice President has a casting vote is"
                  + " unsettled, and as a majority of Senators is asked for, the usual reading is no",
              "12th Amendment",
              CONSTITUTION,
              1804,
              OPEN,
              COUNT,
              DISPUTED,
              senators -> Needed.of(senators, TWO_THIRDS),
              List.of(
                  example("1837: 52 Senators", law -> law.apply(52), "27 of 52, quorum 35"),
                  example("100 Senators", law -> law.apply(100), "51 of 100, quorum 67"))));

  static final Rule<Function<Votes, String>> DELEGATION =
      new Rule<>(
          "CONT.XII.DELEG",
          "the House settles how a delegation decides: in 1801 and 1825 by the majority of its"
              + " members who voted, else it was divided; the rule has to be adopted anew each time",
          "rules of the House of 9 February 1801 and 7 February 1825",
          CHAMBER_RULE,
          1800,
          OPEN,
          COUNT,
          SETTLED,
          ContingentElection::delegation,
          List.of(
              example(
                  "Maryland 1801",
                  law -> law.apply(Votes.of(List.of("jefferson", "burr"), 4, 4)),
                  "divided"),
              example(
                  "New Jersey 1801",
                  law -> law.apply(Votes.of(List.of("jefferson", "burr"), 3, 2)),
                  "jefferson"),
              example(
                  "hypothetical: a plurality is no majority",
                  law -> law.apply(Votes.of(List.of("a", "b", "c"), 4, 3, 1)),
                  "divided")));

  static final Rule<IntUnaryOperator> DISTRICT_OF_COLUMBIA =
      new Rule<>(
          "CONT.DC",
          "the District of Columbia has electors but neither a vote in the House nor Senators"
              + " (votes of jurisdictions less those of the District)",
          "23rd Amendment gives electors only",
          CONSTITUTION,
          1964,
          OPEN,
          COUNT,
          CONFIRMED,
          jurisdictions -> jurisdictions - 1,
          List.of(example("51 jurisdictions", law -> law.applyAsInt(51), "50")));

  static final Rule<IntFunction<String>> IMMEDIATELY =
      new Rule<>(
          "CONT.IMMEDIATE",
          "the House and the Senate choose immediately, and may go on until the term begins; after"
              + " that until somebody qualifies",
          "12th Amendment; 20th Amendment s. 3",
          CONSTITUTION,
          1804,
          OPEN,
          TERM,
          SETTLED,
          election -> "until " + TermBegins.day(election),
          Rule.years(1824, "until 1825-03-04", 2024, "until 2025-01-20"));

  static final Rule<IntFunction<TermBegins.Congress>> WHO =
      new Rule<>(
          "CONT.WHO",
          "the newly elected Congress chooses",
          "20th Amendment ss. 1, 2",
          CONSTITUTION,
          1936,
          OPEN,
          TERM,
          CONFIRMED,
          election -> TermBegins.Congress.INCOMING,
          Rule.years(2024, "INCOMING"));

  static final Rule<Function<String, Verdict<String>>> DEATH =
      new Rule<>(
          "CONT.DEATH",
          "Congress may by law provide for the death of a person from among whom a House has to"
              + " choose; it has not",
          "20th Amendment s. 4",
          CONSTITUTION,
          1932,
          OPEN,
          COUNT,
          NOT_ESTABLISHED,
          person ->
              new Verdict.NoRule<>(
                  Sentence.of(
                      "no law says what follows from the death of {x} before the choice", person),
                  new Verdict.Grounds(List.of("CONT.DEATH"), List.of())),
          List.of(
              example(
                  "a candidate dies", law -> law.apply("x").getClass().getSimpleName(), "NoRule")));

  /** How many states vote in the House. */
  static int states(int election) {
    int jurisdictions = Allotment.entitled(election).size() - Allotment.excluded(election).size();
    return DISTRICT_OF_COLUMBIA.holdsFor(election)
        ? DISTRICT_OF_COLUMBIA.formula().applyAsInt(jurisdictions)
        : jurisdictions;
  }

  private static Needed byStates(int states) {
    return Needed.of(states, TWO_THIRDS);
  }

  private static String delegation(Votes members) {
    for (int i = 0; i < members.size(); i++)
      if (members.count(i) * 2 > members.sum()) return members.ids().get(i);
    return "divided";
  }

  static List<Rule<?>> rules() {
    return Rules.of(
        List.of(TIE, TOP_FIVE, TIE_FOR_SECOND, TOP_THREE, TOP_TWO),
        BY_STATES,
        BY_SENATORS,
        List.of(DELEGATION, DISTRICT_OF_COLUMBIA, IMMEDIATELY, WHO, DEATH));
  }

  private ContingentElection() {}
}
