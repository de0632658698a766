package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.VOTE;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** How electors vote, and who is chosen by their votes. */
final class ElectorsVote {

  /** An elector's state, and the states that the two persons voted for inhabit. */
  record Named(String elector, String one, String other) {}

  static final Rule<Predicate<Named>> TWO =
      new Rule<>(
          "VOTE.TWO",
          "each elector names two persons without distinction, of whom one at least is no inhabitant"
              + " of the elector's state",
          "Art. II s. 1 cl. 3",
          CONSTITUTION,
          1788,
          1800,
          VOTE,
          CONFIRMED,
          ElectorsVote::oneIsOfAnotherState,
          List.of(
              example(
                  "a Virginian names a Virginian and a New Yorker",
                  law -> law.test(new Named("VA", "VA", "NY")),
                  "true"),
              example(
                  "a Virginian names two Virginians",
                  law -> law.test(new Named("VA", "VA", "VA")),
                  "false")));

  /** Votes by person and the majority of the electors; those who lead with a majority. */
  static final Rule<BiFunction<Map<String, Long>, Integer, List<String>>> TWO_PRESIDENT =
      new Rule<>(
          "VOTE.TWO.P",
          "President is who has the most votes, if that is a majority of the electors appointed (not"
              + " of their votes)",
          "Art. II s. 1 cl. 3",
          CONSTITUTION,
          1788,
          1800,
          VOTE,
          CONFIRMED,
          (votes, majority) ->
              Ranking.leaders(votes).stream()
                  .filter(leader -> votes.getOrDefault(leader, 0L) >= majority)
                  .toList(),
          List.of(
              example(
                  "1796: 138 electors, 276 votes, 70 needed",
                  law -> law.apply(Map.of("adams", 71L, "jefferson", 68L, "pinckney", 59L), 70),
                  "[adams]"),
              example(
                  "1800: two lead",
                  law -> law.apply(Map.of("jefferson", 73L, "burr", 73L, "adams", 65L), 70),
                  "[burr, jefferson]"),
              example(
                  "nobody has a majority",
                  law -> law.apply(Map.of("adams", 69L, "jefferson", 68L), 70),
                  "[]")));

  /** Votes by person and the President; those who lead among the others. */
  static final Rule<BiFunction<Map<String, Long>, String, List<String>>> TWO_VICE_PRESIDENT =
      new Rule<>(
          "VOTE.TWO.VP",
          "Vice President is who has the most votes after the President; no majority is needed",
          "Art. II s. 1 cl. 3",
          CONSTITUTION,
          1788,
          1800,
          VOTE,
          CONFIRMED,
          (votes, president) -> Ranking.leaders(Ranking.without(votes, president)),
          List.of(
              example(
                  "1789: 34 of 69",
                  law ->
                      law.apply(Map.of("washington", 69L, "adams", 34L, "jay", 9L), "washington"),
                  "[adams]"),
              example(
                  "1801, after the House chose Jefferson",
                  law ->
                      law.apply(Map.of("jefferson", 73L, "burr", 73L, "adams", 65L), "jefferson"),
                  "[burr]")));

  /** Votes for one office and the majority of the electors; who has it, or nobody. */
  static final Rule<BiFunction<Map<String, Long>, Integer, List<String>>> DISTINCT =
      new Rule<>(
          "VOTE.XII",
          "electors vote by distinct ballots for President and for Vice President; a majority of the"
              + " electors appointed elects to each office",
          "12th Amendment (declared ratified 25 September 1804)",
          CONSTITUTION,
          1804,
          OPEN,
          VOTE,
          CONFIRMED,
          (votes, majority) ->
              votes.entrySet().stream()
                  .filter(of -> of.getValue() >= majority)
                  .map(Map.Entry::getKey)
                  .toList(),
          List.of(
              example(
                  "1804",
                  law -> law.apply(Map.of("jefferson", 162L, "pinckney", 14L), 89),
                  "[jefferson]"),
              example("1824", law -> law.apply(Map.of("jackson", 99L, "adams", 84L), 131), "[]"),
              example(
                  "1896, Vice President: a ticket is no pair of votes",
                  law -> law.apply(Map.of("hobart", 271L, "sewall", 149L, "watson", 27L), 224),
                  "[hobart]"),
              example(
                  "2000", law -> law.apply(Map.of("bush", 271L, "gore", 266L), 270), "[bush]")));

  static final Rule<Predicate<Named>> INHABITANT =
      new Rule<>(
          "VOTE.HABIT",
          "an elector may not vote for two inhabitants of the elector's own state; it binds the pair"
              + " of votes and not the candidates; which of the two votes fails is unsettled",
          "Art. II s. 1 cl. 3; 12th Amendment; Jones v. Bush, 122 F. Supp. 2d 713 (2000)",
          CONSTITUTION,
          1804,
          OPEN,
          VOTE,
          DISPUTED,
          ElectorsVote::oneIsOfAnotherState,
          List.of(
              example(
                  "2000: a Texan votes for a Texan and an inhabitant of Wyoming",
                  law -> law.test(new Named("TX", "TX", "WY")),
                  "true"),
              example(
                  "hypothetical: both inhabit Texas",
                  law -> law.test(new Named("TX", "TX", "TX")),
                  "false"),
              example(
                  "1872: a Missourian votes for Brown of Missouri once",
                  law -> law.test(new Named("MO", "MO", "IN")),
                  "true")));

  /** Whether a person may be President; and so Vice President. */
  static final Rule<Predicate<Boolean>> VICE_PRESIDENT_ELIGIBLE =
      new Rule<>(
          "VOTE.VPELIG",
          "nobody who may not be President may be Vice President; what the limit of the 22nd"
              + " Amendment means here is unsettled",
          "12th Amendment, last sentence; 22nd Amendment",
          CONSTITUTION,
          1804,
          OPEN,
          VOTE,
          DISPUTED,
          mayBePresident -> mayBePresident,
          List.of(
              example("a person of 35, natural born", law -> law.test(true), "true"),
              example("a person of 30", law -> law.test(false), "false")));

  /** The day of the meeting, and the day on which a vote was given; whether that was regular. */
  static final Rule<BiPredicate<LocalDate, LocalDate>> DAY =
      new Rule<>(
          "VOTE.DAY",
          "electors vote on the day of the law, in every state the same; a vote of another day is"
              + " irregular, and what follows is for Congress",
          "Art. II s. 1 cl. 4",
          CONSTITUTION,
          1788,
          OPEN,
          VOTE,
          CONFIRMED,
          LocalDate::equals,
          List.of(
              example(
                  "Wisconsin 1856, by snow on the next day",
                  law -> law.test(ElectorsMeet.day(1856), LocalDate.of(1856, 12, 4)),
                  "false"),
              example(
                  "Georgia 1880, a week late",
                  law -> law.test(ElectorsMeet.day(1880), LocalDate.of(1880, 12, 8)),
                  "false"),
              example(
                  "Hawaii 2020",
                  law -> law.test(ElectorsMeet.day(2020), LocalDate.of(2020, 12, 14)),
                  "true")));

  static final Rule<Predicate<Boolean>> BALLOT =
      new Rule<>(
          "VOTE.BALLOT",
          "electors vote by ballot; a state may ask for secret or for open ballots",
          "12th Amendment; Ray v. Blair, 343 U.S. 214 (1952)",
          CONSTITUTION,
          1788,
          OPEN,
          VOTE,
          SETTLED,
          open -> true,
          List.of(
              example("open ballots", law -> law.test(true), "true"),
              example("secret ballots, Minnesota 2004", law -> law.test(false), "true")));

  /** Electors appointed, and places empty; whether a law of the state fills them: votes cast. */
  record Places(int appointed, int empty, boolean lawFills) {}

  static final List<Rule<Function<Places, Integer>>> VACANCY =
      List.of(
          new Rule<>(
              "VOTE.VACANCY.1788",
              "no law of Congress speaks of an elector who dies or stays away: the state's law fills"
                  + " the place or the vote is lost, and the electors appointed remain as many",
              "Art. II s. 1 cl. 2",
              CONSTITUTION,
              1788,
              1844,
              VOTE,
              SETTLED,
              ElectorsVote::cast,
              List.of(
                  example("Kentucky 1808", law -> law.apply(new Places(8, 1, false)), "7"),
                  example("Maryland 1832", law -> law.apply(new Places(10, 2, false)), "8"))),
          new Rule<>(
              "VOTE.VACANCY",
              "a state may by law fill the places of electors who die or stay away (since 2022 by a"
                  + " law enacted before election day); without one the vote is lost, and the"
                  + " electors appointed remain as many",
              "5 Stat. 721; 3 U.S.C. s. 4",
              STATUTE,
              1848,
              OPEN,
              VOTE,
              CONFIRMED,
              ElectorsVote::cast,
              List.of(
                  example("Nevada 1864: snowbound", law -> law.apply(new Places(3, 1, false)), "2"),
                  example(
                      "Oregon 1876: the others chose",
                      law -> law.apply(new Places(3, 1, true)),
                      "3"))));

  private static boolean oneIsOfAnotherState(Named named) {
    return !named.one().equals(named.elector()) || !named.other().equals(named.elector());
  }

  private static int cast(Places places) {
    return places.lawFills() ? places.appointed() : places.appointed() - places.empty();
  }

  static List<Rule<?>> rules() {
    return Rules.of(
        List.of(
            TWO,
            TWO_PRESIDENT,
            TWO_VICE_PRESIDENT,
            DISTINCT,
            INHABITANT,
            VICE_PRESIDENT_ELIGIBLE,
            DAY,
            BALLOT),
        VACANCY);
  }

  private ElectorsVote() {}
}
