package org.ascertain.standing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.PopularVote;
import org.ascertain.standing.Standing.PopularVote.ShareOf;

/** Adds the people's votes of all jurisdictions up. */
final class PopularVotes {

  private final Tabulation now;
  private final Register register;
  private final NewestFigures newest;

  PopularVotes(Tabulation now, NewestFigures newest) {
    this.now = now;
    this.register = now.register();
    this.newest = newest;
  }

  PopularVote sum() {
    Collection<UnitVotes> states = byState().values();
    long[] figures = figures(states);
    Votes votes = ranked(register.bySlate(figures));
    boolean whole = !states.isEmpty() && states.stream().allMatch(s -> s.total().isPresent());
    OptionalLong total =
        whole
            ? OptionalLong.of(states.stream().mapToLong(s -> s.total().orElseThrow()).sum())
            : OptionalLong.empty();
    int sums = (int) states.stream().filter(s -> s.isSum() && s.total().isPresent()).count();
    int certified = (int) states.stream().filter(UnitVotes::isCertified).count();
    return new PopularVote(
        votes,
        whole ? OptionalLong.of(total.orElseThrow() - votes.sum()) : others(states),
        total,
        whole ? ShareOf.ALL : ShareOf.NAMED,
        sums == 0 && states.stream().allMatch(UnitVotes::isExact),
        certified,
        states.size() - certified,
        sums);
  }

  /**
   * Who has the most, by the candidate's place; {@link Leader#NOBODY} for a tie, {@link
   * Leader#NOT_KNOWN} where another may have more by votes that the record credits to nobody.
   */
  int leader() {
    Map<String, UnitVotes> states = byState();
    long[] figures = figures(states.values());
    long[] votes = new long[register.candidates.size()];
    for (int t = 0; t < figures.length; t++)
      votes[register.presidentOf(t)] += Math.max(0, figures[t]);
    int leader = Leader.of(votes);
    if (leader < 0) return leader;
    long[] mayHave = votes.clone();
    states.forEach((state, of) -> addUncredited(state, of, mayHave));
    for (int c = 0; c < mayHave.length; c++)
      if (c != leader && mayHave[c] >= votes[leader]) return Leader.NOT_KNOWN;
    return leader;
  }

  /**
   * Adds for each candidate who has no figure in a state what he may have there: by its total the
   * votes that nobody is credited with; without a total, where one alone has a figure, any number.
   * Where several have one, as {@link Leader} has it, those who are left out did not matter.
   */
  private void addUncredited(String state, UnitVotes of, long[] mayHave) {
    if (now.coverages().isComplete(Matter.VOTES, Optional.empty(), state, now.now())) return;
    long[] figures = of.figures();
    long named = Arrays.stream(figures).filter(n -> n >= 0).count();
    OptionalLong credited = UnitLeads.uncredited(figures, of.other(), of.total());
    long uncredited = credited.orElse(named > 1 ? 0 : FactChecks.MOST_VOTES);
    Set<Integer> lacking = new HashSet<>();
    for (int t = 0; t < figures.length; t++)
      if (figures[t] < 0) lacking.add(register.presidentOf(t));
    lacking.forEach(c -> mayHave[c] += uncredited);
  }

  /** What is added up: the votes of each jurisdiction of which the record has any. */
  Map<String, UnitVotes> byState() {
    Map<String, UnitVotes> states = new LinkedHashMap<>();
    for (String jurisdiction : register.jurisdictions)
      UnitVotes.ofJurisdiction(jurisdiction, now, newest)
          .ifPresent(votes -> states.put(jurisdiction, votes));
    return states;
  }

  /** By ticket, the figures of all states; -1 where none has one. */
  private long[] figures(Collection<UnitVotes> states) {
    long[] figures = new long[register.tickets.size()];
    Arrays.fill(figures, Tallies.NO_FIGURE);
    for (UnitVotes state : states)
      for (int t = 0; t < figures.length; t++)
        if (state.figures()[t] >= 0) figures[t] = Math.max(0, figures[t]) + state.figures()[t];
    return figures;
  }

  private static OptionalLong others(Collection<UnitVotes> states) {
    return states.stream().anyMatch(state -> state.other().isPresent())
        ? OptionalLong.of(states.stream().mapToLong(state -> state.other().orElse(0)).sum())
        : OptionalLong.empty();
  }

  /** The most votes first; lines of one slate under its first ticket. */
  private Votes ranked(long[] slates) {
    Map<String, Long> ranked = new LinkedHashMap<>();
    IntStream.range(0, slates.length)
        .filter(t -> slates[t] >= 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer t) -> -slates[t]))
        .forEach(t -> ranked.put(register.tickets.get(t), slates[t]));
    return Votes.of(ranked);
  }
}
