package org.ascertain.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Votes;
import org.ascertain.law.Choice.By;
import org.ascertain.law.ContingentElection.Needed;

/**
 * One contingent election: between whom, by which body, under which rules.
 *
 * @param readings between whom: one list, or one for each reading of the law
 */
record ContingentChoice(By by, Needed needed, List<List<String>> readings, List<String> rules) {

  static ContingentChoice byStates(int election, List<List<String>> readings, List<String> rules) {
    Rule<IntFunction<Needed>> rule =
        Precedence.governing(ContingentElection.BY_STATES, election).orElseThrow();
    return of(By.HOUSE, rule, ContingentElection.states(election), readings, rules);
  }

  static ContingentChoice bySenators(
      int election, List<List<String>> readings, List<String> rules) {
    Rule<IntFunction<Needed>> rule =
        Precedence.governing(ContingentElection.BY_SENATORS, election).orElseThrow();
    return of(By.SENATE, rule, 2 * ContingentElection.states(election), readings, rules);
  }

  private static ContingentChoice of(
      By by,
      Rule<IntFunction<Needed>> rule,
      int whole,
      List<List<String>> readings,
      List<String> rules) {
    List<String> all = new ArrayList<>(rules);
    all.add(rule.id());
    return new ContingentChoice(by, rule.formula().apply(whole), readings, List.copyOf(all));
  }

  /** What comes of the ballots held so far: one outcome, or several by the readings of the law. */
  List<Outcome> outcomes(List<College.Ballot> ballots) {
    Optional<Won> won =
        ballots.stream()
            .filter(ballot -> ballot.ballot().chamber() == chamber())
            .sorted(
                Comparator.comparingInt((College.Ballot ballot) -> ballot.ballot().ballot())
                    .thenComparingLong(College.Ballot::entry))
            .flatMap(ballot -> winner(ballot).stream())
            .findFirst();
    if (won.isEmpty()) return List.of(open(readings, List.of()));
    String winner = won.get().candidate();
    List<Long> entries = List.of(won.get().entry());
    List<List<String>> without =
        readings.stream().filter(reading -> !reading.contains(winner)).toList();
    Outcome chosen =
        new Outcome.Chosen(
            new Choice(winner, by),
            without.isEmpty() ? "" : winner + " is among those to choose from",
            rules,
            entries);
    return without.isEmpty() ? List.of(chosen) : List.of(chosen, open(without, entries));
  }

  private Chamber chamber() {
    return by == By.HOUSE ? Chamber.HOUSE : Chamber.SENATE;
  }

  private Outcome open(List<List<String>> among, List<Long> entries) {
    Missing choice = new Missing.ContingentVote(by, needed.whole(), needed.majority(), among);
    return new Outcome.Open(List.of(choice), Optional.of(by), rules, entries);
  }

  private record Won(String candidate, long entry) {}

  /**
   * Whom a ballot chose, if a quorum took part and a majority of the whole voted for one person.
   */
  private Optional<Won> winner(College.Ballot ballot) {
    return switch (ballot.ballot().votes()) {
      case ContingentVotes.ByState(var states, var members) -> {
        Map<String, Long> votes = new HashMap<>();
        states.values().forEach(candidate -> votes.merge(candidate, 1L, Long::sum));
        yield winner(votes, states.size(), ballot.entry());
      }
      case ContingentVotes.BySenator(Votes senators) -> {
        Map<String, Long> votes = new HashMap<>();
        senators.forEach((candidate, n) -> votes.merge(candidate, n, Long::sum));
        yield winner(votes, senators.sum(), ballot.entry());
      }
    };
  }

  private Optional<Won> winner(Map<String, Long> votes, long present, long entry) {
    if (present < needed.quorum()) return Optional.empty();
    return votes.entrySet().stream()
        .filter(of -> of.getValue() >= needed.majority())
        .filter(of -> readings.stream().anyMatch(reading -> reading.contains(of.getKey())))
        .map(of -> new Won(of.getKey(), entry))
        .findFirst();
  }
}
