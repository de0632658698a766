package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.NOT_ESTABLISHED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATE_LAW;
import static org.ascertain.law.Rule.example;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ascertain.election.Fact;
import org.ascertain.law.Manner.Method;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NotYet;

/** How the popular vote of a state appoints its electors. */
final class ElectorsChosen {

  /** Votes for each elector of a general ticket, and how many are appointed. */
  record Individuals(Map<String, Long> votes, int places) {}

  /** The individuals appointed, or each reading where a tie straddles the last place. */
  static final Rule<Function<Individuals, List<List<String>>>> TICKET =
      new Rule<>(
          "MANNER.TICKET",
          "on a general ticket the electors themselves are the candidates: those with the most votes"
              + " are appointed, so that a state can split",
          "laws of the states",
          STATE_LAW,
          1788,
          OPEN,
          APPOINTMENT,
          SETTLED,
          of -> Ranking.highest(of.votes(), of.places()),
          List.of(
              example(
                  "hypothetical: three of four, one of another ticket",
                  law ->
                      law.apply(
                          new Individuals(Map.of("a1", 90L, "b1", 89L, "a2", 88L, "b2", 80L), 3)),
                  "[[a1, b1, a2]]")));

  /** Who wins a plurality: of a ticket, all its electors. */
  interface Plurality extends Function<Map<String, Long>, Verdict<String>> {}

  static final Rule<Plurality> SHORT_BALLOT =
      new Rule<>(
          "MANNER.SHORT",
          "on a short ballot a vote for a ticket is a vote for all its electors, and the plurality"
              + " wins",
          "laws of the states, from about 1917, each at its own date",
          STATE_LAW,
          1920,
          OPEN,
          APPOINTMENT,
          SETTLED,
          votes -> plurality(votes, "MANNER.SHORT"),
          List.of(
              example(
                  "Pennsylvania 2020",
                  law -> winner(law.apply(Map.of("biden", 3458229L, "trump", 3377674L))),
                  "biden")));

  static final Rule<Plurality> TIE =
      new Rule<>(
          "MANNER.TIE",
          "a tie for the appointment is settled by the law of the state: by lot in at least fifteen,"
              + " by the legislature, the governor or a further vote in others; until then nobody is"
              + " appointed",
          "laws of the states",
          STATE_LAW,
          1788,
          OPEN,
          APPOINTMENT,
          SETTLED,
          votes -> plurality(votes, "MANNER.TIE"),
          List.of(
              example(
                  "hypothetical: an exact tie",
                  law -> winner(law.apply(Map.of("a", 100L, "b", 100L))),
                  "not yet: what the law of the state provides for a tie of a and b")));

  /** Who won the state, and who won each district; electors by candidate. */
  record Contests(String state, List<String> districts) {}

  static final Rule<Function<Contests, Map<String, Integer>>> MAINE =
      new Rule<>(
          "MANNER.DISTRICT.ME",
          "two electors go with the vote of the state, one with that of each congressional district",
          "21-A M.R.S. ss. 801-805",
          STATE_LAW,
          1972,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          ElectorsChosen::byContests,
          List.of(
              example(
                  "2016, 2020 and 2024: the second district apart",
                  law -> law.apply(new Contests("a", List.of("a", "b"))),
                  "{a=3, b=1}"),
              example(
                  "2000",
                  law -> law.apply(new Contests("gore", List.of("gore", "gore"))),
                  "{gore=4}")));

  static final Rule<Function<Contests, Map<String, Integer>>> NEBRASKA =
      new Rule<>(
          "MANNER.DISTRICT.NE",
          "two electors go with the vote of the state, one with that of each congressional district"
              + " (LB 3, for one ticket, had 31 of the 33 votes for cloture on 8 April 2025; no later act"
              + " was found)",
          "Neb. Rev. Stat. s. 32-714; KSCJ, 8 April 2025",
          STATE_LAW,
          1992,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          ElectorsChosen::byContests,
          List.of(
              example(
                  "2008",
                  law -> law.apply(new Contests("mccain", List.of("mccain", "obama", "mccain"))),
                  "{mccain=4, obama=1}")));

  /** Tabulates ranked ballots. */
  interface Ranked extends Function<Collection<Fact.Ranking>, RankedChoice.Tabulation> {}

  static final Rule<Ranked> RANKED_MAINE =
      new Rule<>(
          "MANNER.RCV.ME",
          "each contest, of the state and of each district, is tabulated in rounds only if nobody has"
              + " a majority of the first choices",
          "21-A M.R.S. ss. 723-A, 801-805; P.L. 2019 ch. 539",
          STATE_LAW,
          2020,
          OPEN,
          APPOINTMENT,
          SETTLED,
          ballots -> RankedChoice.tabulate(ballots, "MANNER.RCV.ME"),
          List.of(
              example(
                  "48, 46 and 6: of the six, four rank B next, one A, one nobody",
                  law -> rounds(law.apply(ranked("48 A", "46 B", "4 C B", "1 C A", "1 C"))),
                  "A 48, B 46, C 6; B 50, A 49: B"),
              example(
                  "exactly half of the first choices is no majority",
                  law -> rounds(law.apply(ranked("50 A", "46 B", "4 C B"))),
                  "A 50, B 46, C 4; A 50, B 50: not yet: a lot between A, B"),
              example(
                  "a majority of the first choices needs no rounds",
                  law -> rounds(law.apply(ranked("51 A", "46 B", "3 C B"))),
                  "A 51, B 46, C 3: A")));

  static final Rule<Ranked> RANKED_ALASKA =
      new Rule<>(
          "MANNER.RCV.AK",
          "the three electors together are tabulated in rounds if nobody has a majority of the first"
              + " choices (repeal failed narrowly in 2024; for later elections see MANNER.RCV.AK2)",
          "Alaska Stat. 15.15.350-370 (measure 2 of 2020)",
          STATE_LAW,
          2024,
          2024,
          APPOINTMENT,
          SETTLED,
          ballots -> RankedChoice.tabulate(ballots, "MANNER.RCV.AK"),
          List.of(
              example(
                  "a majority of the first choices needs no rounds",
                  law -> rounds(law.apply(ranked("55 A", "41 B", "4 C"))),
                  "A 55, B 41, C 4: A")));

  static final Rule<Function<String, String>> RANKED_ALASKA_LATER =
      new Rule<>(
          "MANNER.RCV.AK2",
          "whether Alaska still ranks after the vote of 2026 on repeal is not established here",
          "measure on the ballot of 3 November 2026 (Ballotpedia, January 2026); no page with its result"
              + " was read",
          STATE_LAW,
          2028,
          OPEN,
          APPOINTMENT,
          NOT_ESTABLISHED,
          state -> "the result of the vote of 2026 on repeal is not established",
          List.of(
              example(
                  "2028",
                  law -> law.apply("AK"),
                  "the result of the vote of 2026 on repeal is not established")));

  /** The method of Maine or Nebraska where one elector goes with each congressional district. */
  static Optional<Manner> byCongressionalDistrict(String jurisdiction, int election) {
    return Optional.ofNullable(Map.of("ME", MAINE, "NE", NEBRASKA).get(jurisdiction))
        .filter(rule -> rule.holdsFor(election))
        .map(
            rule ->
                new Manner(
                    Method.DISTRICT, "congressional districts, and two at large", rule.citation()));
  }

  /** Whether the electors of the congressional districts are units of their own. */
  static boolean byDistrict(String jurisdiction, int election) {
    return byCongressionalDistrict(jurisdiction, election).isPresent();
  }

  /** The rule by which a jurisdiction ranks, if it does. */
  static Optional<Rule<Ranked>> ranked(String jurisdiction, int election) {
    return Optional.ofNullable(Map.of("ME", RANKED_MAINE, "AK", RANKED_ALASKA).get(jurisdiction))
        .filter(rule -> rule.holdsFor(election));
  }

  static Verdict<String> plurality(Map<String, Long> votes, String rule) {
    List<String> leaders = Ranking.leaders(votes);
    Grounds grounds = new Grounds(List.of(rule), List.of());
    if (leaders.isEmpty()) return new NotYet<>(List.of(new Missing.PopularVotes()), grounds);
    return leaders.size() == 1
        ? new Determined<>(leaders.getFirst(), grounds)
        : new NotYet<>(List.of(new Missing.ProvisionForTie(leaders)), grounds);
  }

  private static Map<String, Integer> byContests(Contests contests) {
    Map<String, Integer> electors = new TreeMap<>();
    electors.put(contests.state(), 2);
    contests.districts().forEach(winner -> electors.merge(winner, 1, Integer::sum));
    return electors;
  }

  /** For the examples: the winner, or what is missing. */
  private static String winner(Verdict<String> verdict) {
    return switch (verdict) {
      case Determined<String>(var winner, var grounds) -> winner;
      case NotYet<String>(var missing, var grounds) ->
          "not yet: " + String.join(", ", Missing.words(missing));
      default -> verdict.toString();
    };
  }

  private static String rounds(RankedChoice.Tabulation tabulation) {
    return String.join(
            "; ", tabulation.rounds().stream().map(round -> round.votes().toString()).toList())
        + ": "
        + winner(tabulation.winner());
  }

  /** Ballots such as {@code 4 C B}: four that rank C first and B second. */
  private static List<Fact.Ranking> ranked(String... groups) {
    List<Fact.Ranking> rankings = new ArrayList<>();
    for (String group : groups) {
      List<String> words = List.of(group.split(" ", -1));
      rankings.add(
          new Fact.Ranking(
              words.stream().skip(1).map(List::of).toList(), Long.parseLong(words.getFirst())));
    }
    return rankings;
  }

  static List<Rule<?>> rules() {
    return List.of(
        TICKET,
        SHORT_BALLOT,
        TIE,
        MAINE,
        NEBRASKA,
        RANKED_MAINE,
        RANKED_ALASKA,
        RANKED_ALASKA_LATER);
  }

  private ElectorsChosen() {}
}
