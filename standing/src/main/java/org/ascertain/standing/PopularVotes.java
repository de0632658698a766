package org.ascertain.standing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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

  /** Who has the most, by the candidate's place; {@link Leader#NOBODY} for a tie. */
  int leader() {
    long[] figures = figures(byState().values());
    long[] votes = new long[register.candidates.size()];
    for (int t = 0; t < figures.length; t++)
      votes[register.presidentOf(t)] += Math.max(0, figures[t]);
    return Leader.of(votes);
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
