package org.ascertain.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NotYet;

/**
 * Tabulates ranked ballots. If nobody has a majority of the first choices, the last is eliminated
 * and each ballot counts for its highest choice among those who continue, until somebody has a
 * majority of the continuing ballots or two are left. A ballot is exhausted when it ranks nobody
 * who continues, when its highest continuing rank is overvoted, or after two skipped ranks in a row
 * (21-A M.R.S. s. 723-A; Alaska Stat. 15.15.350).
 */
public final class RankedChoice {

  /**
   * One round.
   *
   * @param votes of those who continue, the most first
   * @param exhausted ballots that count for nobody in this round
   * @param eliminated who falls out after it; nobody in the last round
   * @param byLot whether a lot decided who falls out, or in the last round who won
   */
  public record Round(Votes votes, long exhausted, List<String> eliminated, boolean byLot) {}

  /** All rounds, and who won; not yet where a tie has to be settled by a lot not on record. */
  public record Tabulation(List<Round> rounds, Verdict<String> winner) {}

  private static final int SKIPPED_IN_A_ROW = 2;

  private final Collection<Fact.Ranking> rankings;
  private final Collection<Fact.Lot> lots;
  private final Grounds grounds;
  private final Set<String> continuing = new TreeSet<>();
  private final List<Round> rounds = new ArrayList<>();

  private RankedChoice(Collection<Fact.Ranking> rankings, Collection<Fact.Lot> lots, String rule) {
    this.rankings = rankings;
    this.lots = lots;
    this.grounds = new Grounds(List.of(rule), List.of());
    for (Fact.Ranking ranking : rankings) ranking.order().forEach(continuing::addAll);
  }

  /**
   * @param rule the id of the rule under which the ballots are tabulated
   */
  static Tabulation tabulate(Collection<Fact.Ranking> rankings, String rule) {
    return tabulate(rankings, List.of(), rule);
  }

  /**
   * @param lots those that were drawn; each settles the tie between the very tickets it names
   */
  static Tabulation tabulate(
      Collection<Fact.Ranking> rankings, Collection<Fact.Lot> lots, String rule) {
    return new RankedChoice(rankings, lots, rule).tabulation();
  }

  private Tabulation tabulation() {
    while (true) {
      Map<String, Long> votes = votes();
      long counting = votes.values().stream().mapToLong(Long::longValue).sum();
      List<String> leaders = Ranking.leaders(votes);
      if (leaders.isEmpty())
        return done(votes, false, new NotYet<>(List.of(new Missing.RankedBallots()), grounds));
      if (leaders.size() == 1 && votes.getOrDefault(leaders.getFirst(), 0L) * 2 > counting)
        return done(votes, false, new Determined<>(leaders.getFirst(), grounds));
      List<String> last = last(votes);
      boolean isTie = continuing.size() == 2 || last.isEmpty();
      if (isTie) {
        List<String> tied = fewest(votes);
        Optional<String> out = drawnOut(tied);
        if (out.isEmpty())
          return done(votes, false, new NotYet<>(List.of(new Missing.LotBetween(tied)), grounds));
        last = List.of(out.get());
      }
      if (continuing.size() == 2) {
        continuing.removeAll(last);
        return done(votes, true, new Determined<>(continuing.iterator().next(), grounds));
      }
      rounds.add(round(votes, last, isTie));
      continuing.removeAll(last);
    }
  }

  private Map<String, Long> votes() {
    Map<String, Long> votes = new TreeMap<>();
    continuing.forEach(candidate -> votes.put(candidate, 0L));
    for (Fact.Ranking ranking : rankings)
      choice(ranking).ifPresent(of -> votes.merge(of, ranking.ballots(), Long::sum));
    return votes;
  }

  /** For whom a ballot counts, if it is not exhausted. */
  private Optional<String> choice(Fact.Ranking ranking) {
    int skipped = 0;
    for (List<String> rank : ranking.order()) {
      skipped = rank.isEmpty() ? skipped + 1 : 0;
      if (skipped == SKIPPED_IN_A_ROW) return Optional.empty();
      if (rank.stream().noneMatch(continuing::contains)) continue;
      return rank.size() == 1 ? Optional.of(rank.getFirst()) : Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * Who is eliminated: those with the fewest votes if it is one, or if all of them together have
   * fewer than the next, so that their order cannot matter; nobody where a lot has to decide.
   */
  private static List<String> last(Map<String, Long> votes) {
    long fewest = votes.values().stream().mapToLong(Long::longValue).min().orElse(0);
    List<String> last =
        votes.keySet().stream().filter(id -> votes.getOrDefault(id, 0L) == fewest).toList();
    long next =
        votes.values().stream().mapToLong(Long::longValue).filter(n -> n > fewest).min().orElse(0);
    return last.size() == 1 || fewest * last.size() < next ? last : List.of();
  }

  private static List<String> fewest(Map<String, Long> votes) {
    long fewest = votes.values().stream().mapToLong(Long::longValue).min().orElse(0);
    return votes.keySet().stream().filter(id -> votes.getOrDefault(id, 0L) == fewest).toList();
  }

  /** Whom a lot between the very tickets that are tied puts out. */
  private Optional<String> drawnOut(List<String> tied) {
    return lots.stream()
        .filter(lot -> Set.copyOf(lot.between()).equals(Set.copyOf(tied)))
        .flatMap(lot -> out(lot, tied).stream())
        .findFirst();
  }

  /** Of two, the one who did not win the last place; of more, such a lot puts nobody out. */
  private static Optional<String> out(Fact.Lot lot, List<String> tied) {
    return switch (lot.drawn()) {
      case Fact.Drawn.Out(String ticket) -> Optional.of(ticket).filter(tied::contains);
      case Fact.Drawn.Winner(String ticket) ->
          tied.size() == 2 && tied.contains(ticket)
              ? tied.stream().filter(other -> !other.equals(ticket)).findFirst()
              : Optional.empty();
    };
  }

  private Tabulation done(Map<String, Long> votes, boolean byLot, Verdict<String> winner) {
    rounds.add(round(votes, List.of(), byLot));
    return new Tabulation(List.copyOf(rounds), winner);
  }

  private Round round(Map<String, Long> votes, List<String> eliminated, boolean byLot) {
    Map<String, Long> ranked = new LinkedHashMap<>();
    votes.entrySet().stream()
        .sorted(Comparator.comparingLong(of -> -of.getValue()))
        .forEach(of -> ranked.put(of.getKey(), of.getValue()));
    long ballots = rankings.stream().mapToLong(Fact.Ranking::ballots).sum();
    Votes counted = Votes.of(ranked);
    return new Round(counted, ballots - counted.sum(), eliminated, byLot);
  }
}
