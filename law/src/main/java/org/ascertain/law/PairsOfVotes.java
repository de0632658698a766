package org.ascertain.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Choice.By;

/** Two persons from each elector without distinction, as Art. II s. 1 cl. 3 had it. */
record PairsOfVotes(int election) implements Voting {

  private static final List<String> FOR_PRESIDENT =
      List.of(ElectorsVote.TWO.id(), ElectorsVote.TWO_PRESIDENT.id());
  private static final List<String> FOR_VICE_PRESIDENT =
      List.of(ElectorsVote.TWO.id(), ElectorsVote.TWO_VICE_PRESIDENT.id());

  @Override
  public Optional<Office> canvassed(Office office) {
    return Optional.empty();
  }

  @Override
  public List<Outcome> outcomes(
      Office office, Canvass canvass, Base base, List<College.Ballot> ballots) {
    List<Outcome> president = president(canvass, base, ballots);
    if (office == Office.PRESIDENT) return president;
    List<Outcome> outcomes = new ArrayList<>();
    for (Outcome first : president)
      switch (first) {
        case Outcome.Chosen chosen -> outcomes.addAll(vicePresident(chosen, canvass, ballots));
        case Outcome.Open open ->
            outcomes.add(
                new Outcome.Open(
                    open.missing(), Optional.empty(), FOR_VICE_PRESIDENT, open.entries()));
      }
    return outcomes;
  }

  @Override
  public Optional<ContingentChoice> contingent(
      Office office, Canvass canvass, Base base, List<College.Ballot> ballots) {
    if (office == Office.PRESIDENT) return house(canvass, base);
    return president(canvass, base, ballots).stream()
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Outcome.Chosen chosen -> senate(chosen, canvass).stream();
                  case Outcome.Open open -> Stream.empty();
                })
        .findFirst();
  }

  private List<Outcome> president(Canvass canvass, Base base, List<College.Ballot> ballots) {
    List<String> leaders =
        ElectorsVote.TWO_PRESIDENT.formula().apply(canvass.votes(), base.majority());
    if (leaders.size() == 1 && cannotBeReached(leaders.getFirst(), canvass.votes(), canvass))
      return List.of(
          new Outcome.Chosen(
              new Choice(leaders.getFirst(), By.ELECTORS), "", FOR_PRESIDENT, canvass.entries()));
    return house(canvass, base)
        .map(choice -> choice.outcomes(ballots))
        .orElseGet(() -> List.of(canvass.open(FOR_PRESIDENT)));
  }

  /** The House chooses between those who lead equally with a majority, else among five. */
  private Optional<ContingentChoice> house(Canvass canvass, Base base) {
    if (!canvass.isComplete()) return Optional.empty();
    List<String> tied = ContingentElection.TIE.formula().apply(canvass.votes(), base.majority());
    if (tied.size() == 1) return Optional.empty();
    return Optional.of(
        tied.isEmpty()
            ? ContingentChoice.byStates(
                election,
                ContingentElection.TOP_FIVE.formula().apply(canvass.votes()),
                joined(FOR_PRESIDENT, ContingentElection.TOP_FIVE.id()))
            : ContingentChoice.byStates(
                election, List.of(tied), joined(FOR_PRESIDENT, ContingentElection.TIE.id())));
  }

  private List<Outcome> vicePresident(
      Outcome.Chosen president, Canvass canvass, List<College.Ballot> ballots) {
    List<String> next =
        ElectorsVote.TWO_VICE_PRESIDENT
            .formula()
            .apply(canvass.votes(), president.choice().candidate());
    Map<String, Long> others = Ranking.without(canvass.votes(), president.choice().candidate());
    if (next.size() == 1 && cannotBeReached(next.getFirst(), others, canvass))
      return List.of(
          new Outcome.Chosen(
              new Choice(next.getFirst(), By.RUNNER_UP),
              president.why(),
              joined(president.rules(), ElectorsVote.TWO_VICE_PRESIDENT.id()),
              canvass.entries()));
    return senate(president, canvass)
        .map(choice -> choice.outcomes(ballots))
        .orElseGet(() -> List.of(canvass.open(FOR_VICE_PRESIDENT)));
  }

  private Optional<ContingentChoice> senate(Outcome.Chosen president, Canvass canvass) {
    List<String> tied =
        ContingentElection.TIE_FOR_SECOND
            .formula()
            .apply(canvass.votes(), president.choice().candidate());
    return canvass.isComplete() && tied.size() > 1
        ? Optional.of(
            ContingentChoice.bySenators(
                election,
                List.of(tied),
                joined(FOR_VICE_PRESIDENT, ContingentElection.TIE_FOR_SECOND.id())))
        : Optional.empty();
  }

  /** Whether nobody could come level, were every outstanding elector to vote for the next. */
  private static boolean cannotBeReached(String leader, Map<String, Long> votes, Canvass canvass) {
    Map<String, Long> others = Ranking.without(votes, leader);
    long next = others.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return canvass.outstanding() == 0
        || votes.getOrDefault(leader, 0L) > next + canvass.outstanding();
  }

  private static List<String> joined(List<String> rules, String rule) {
    List<String> all = new ArrayList<>(rules);
    all.add(rule);
    return List.copyOf(all);
  }
}
