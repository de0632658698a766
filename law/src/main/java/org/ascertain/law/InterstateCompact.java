package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATE_LAW;
import static org.ascertain.law.Rule.example;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** The National Popular Vote Interstate Compact: in force nowhere, and dormant until it is. */
final class InterstateCompact {

  /** First election that a member's enactment precedes, members. */
  private static final String MEMBERS =
      """
      2024 | CA CO CT DE DC HI IL ME MD MA MN NJ NM NY OR RI VT WA
      2028 | VA
      """;

  /** Electors of the members on 20 July; whether the compact governs the election of that year. */
  static final Rule<IntPredicate> IN_FORCE =
      new Rule<>(
          "CAL.NPVIC",
          "the compact governs an election if, on 20 July, it is in force in states that together"
              + " have a majority of the electors; a withdrawal within six months of the end of the"
              + " term waits",
          "National Popular Vote compact, arts. III, IV",
          STATE_LAW,
          2024,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          electors -> electors >= Base.of(538).majority(),
          List.of(
              example("2024: 209 electors", law -> law.test(electorsOfMembers(2024)), "false"),
              example("2028, so far 222", law -> law.test(electorsOfMembers(2028)), "false"),
              example("269 electors", law -> law.test(269), "false"),
              example("270 electors", law -> law.test(270), "true")));

  /** Electors of the members by election, enactments known so far. */
  static final Rule<IntUnaryOperator> MEMBERSHIP =
      new Rule<>(
          "CAL.NPVIC.MEMBERS",
          "electors of the states that have enacted the compact: eighteen in 2024, and Virginia"
              + " (signed on 13 April 2026)",
          "acts of the states; Council of State Governments, page of the compact",
          STATE_LAW,
          2024,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          InterstateCompact::electorsOfMembers,
          List.of(
              example("2024", law -> law.applyAsInt(2024), "209"),
              example("2028, so far", law -> law.applyAsInt(2028), "222")));

  /** A member's own result, and the sum of all official statements. */
  record Statements(Map<String, Long> ownState, Map<String, Long> nation) {}

  /** Whose electors a member appoints. */
  static final Rule<Function<Statements, List<String>>> SLATE =
      new Rule<>(
          "MANNER.NPVIC",
          "a member appoints the electors of who has the most votes in the nation; in a tie, of who"
              + " has the most in the state",
          "National Popular Vote compact, art. III",
          STATE_LAW,
          2024,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          of -> {
            List<String> leaders = Ranking.leaders(of.nation());
            return leaders.size() == 1 ? leaders : Ranking.leaders(of.ownState());
          },
          List.of(
              example(
                  "hypothetical: the state for a, the nation for b",
                  law ->
                      law.apply(
                          new Statements(Map.of("a", 9L, "b", 8L), Map.of("a", 90L, "b", 91L))),
                  "[b]"),
              example(
                  "hypothetical: a tie in the nation",
                  law ->
                      law.apply(
                          new Statements(Map.of("a", 9L, "b", 8L), Map.of("a", 90L, "b", 90L))),
                  "[a]")));

  private static int electorsOfMembers(int election) {
    Map<String, Integer> entitled = Allotment.entitled(election);
    return Table.rows(MEMBERS).stream()
        .filter(row -> row.number(0) <= election)
        .flatMap(row -> row.words(1).stream())
        .mapToInt(state -> entitled.getOrDefault(state, 0))
        .sum();
  }

  static List<Rule<?>> rules() {
    return List.of(IN_FORCE, MEMBERSHIP, SLATE);
  }

  private InterstateCompact() {}
}
