package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATE_LAW;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NoRule;

/** The National Popular Vote Interstate Compact: in force nowhere, and dormant until it is. */
final class InterstateCompact {

  /**
   * Member, day of enactment. The years are those of the page of the Council of State Governments;
   * the days are general knowledge but for Virginia's, which was read.
   */
  private static final String MEMBERS =
      """
      MD | 2007-04-10
      NJ | 2008-01-13
      IL | 2008-04-07
      HI | 2008-05-01
      WA | 2009-04-28
      MA | 2010-08-04
      DC | 2010-12-07
      VT | 2011-04-22
      CA | 2011-08-08
      RI | 2013-07-12
      NY | 2014-04-15
      CT | 2018-05-24
      CO | 2019-03-15
      DE | 2019-03-28
      NM | 2019-04-03
      OR | 2019-06-12
      MN | 2023-05-24
      ME | 2024-04-15
      VA | 2026-04-13
      """;

  static final List<Table.Row> ROWS = Table.rows(MEMBERS);

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
          "electors of the states that have enacted the compact by 20 July of the year: eighteen in"
              + " 2024, and Virginia (signed on 13 April 2026); Maine's bill to withdraw (LD 252) died"
              + " on 17 June 2025",
          "acts of the states; Council of State Governments, page of the compact; News From The"
              + " States, June 2025",
          STATE_LAW,
          2008,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          InterstateCompact::electorsOfMembers,
          List.of(
              example("2008", law -> law.applyAsInt(2008), "50"),
              example("2012", law -> law.applyAsInt(2012), "132"),
              example("2020", law -> law.applyAsInt(2020), "196"),
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
    return entitled.entrySet().stream()
        .filter(of -> isMember(of.getKey(), election))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Whether a jurisdiction had enacted the compact by 20 July of the year of the election. */
  static boolean isMember(String jurisdiction, int election) {
    return joined(jurisdiction)
        .filter(day -> !day.isAfter(LocalDate.of(election, Month.JULY, 20)))
        .isPresent();
  }

  private static Optional<LocalDate> joined(String jurisdiction) {
    return ROWS.stream()
        .filter(row -> row.text(0).equals(jurisdiction))
        .map(row -> LocalDate.parse(row.text(1)))
        .findFirst();
  }

  static Verdict<Provision> provision(String jurisdiction, int election) {
    Grounds grounds = new Grounds(List.of("CAL.NPVIC.MEMBERS"), List.of());
    if (!isMember(jurisdiction, election)) return new NoRule<>("no member", grounds);
    boolean read = jurisdiction.equals("VA");
    return new Determined<>(
        new Provision(
            Field.COMPACT,
            "enacted in " + joined(jurisdiction).orElseThrow().getYear() + "; not in force",
            read ? joined(jurisdiction) : Optional.empty(),
            HowKnown.B,
            StateLawTable.sources(List.of(read ? "VA-NPV" : "NPV")),
            Field.COMPACT.rule()),
        grounds);
  }

  static List<Rule<?>> rules() {
    return List.of(IN_FORCE, MEMBERSHIP, SLATE);
  }

  private InterstateCompact() {}
}
