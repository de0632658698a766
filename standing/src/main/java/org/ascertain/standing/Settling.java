package org.ascertain.standing;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.Settlement;
import org.ascertain.standing.Standing.Settlement.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Whether a unit's result is settled: the margin against what is outstanding or disputed, in whole
 * numbers that an official gave. An estimate is shown elsewhere and never decides here.
 */
final class Settling {

  private final Tabulation now;
  private final Challenges challenges;

  Settling(Tabulation now) {
    this.now = now;
    this.challenges = now.challenges();
  }

  Settlement of(Unit unit) {
    JurisdictionFacts facts = now.facts(unit.jurisdiction());
    var certificate = facts.certification(unit.id());
    if (certificate.isPresent())
      return disputed(unit, 0, margin(certificate.get().fact().votes()), "certified");
    if (facts.counted().isPresent() || facts.cast().isPresent())
      return new Settlement(
          Answer.YES, OptionalLong.of(0), OptionalLong.empty(), "the electors have voted");
    if (facts.ascertainment().isPresent())
      return disputed(unit, 0, OptionalLong.empty(), "the electors are ascertained");
    return reported(unit);
  }

  private Settlement reported(Unit unit) {
    Tallies.Node node = now.tallies().find(unit.id());
    if (node == null) return noBound(OptionalLong.empty(), "no returns");
    OptionalLong margin = margin(now.tallies().tally(node));
    Tallies.@Nullable Statement speaking = node.speaking();
    if (speaking == null) return noBound(margin, "no official says how many votes are outstanding");
    Returns returns = speaking.returns();
    boolean official = returns.expectedBy().filter(ExpectedBy.OFFICIAL::equals).isPresent();
    if (!official || returns.expected().isEmpty())
      return noBound(margin, "no official says how many votes are outstanding");
    long counted = returns.total().orElse(returns.votes().sum() + returns.other().orElse(0));
    return disputed(
        unit,
        Math.max(0, returns.expected().getAsLong() - counted),
        margin,
        "by the official's figure");
  }

  /**
   * Adds to what is outstanding what open challenges put at stake, and holds the margin against it.
   */
  private Settlement disputed(Unit unit, long outstanding, OptionalLong margin, String why) {
    long bound = outstanding;
    for (ChallengeRow row : challenges.open(unit)) {
      String id = row.challenge().id();
      if (row.challenge().atStake().isEmpty()) {
        if (row.challenge().kind() == ChallengeKind.RECOUNT)
          return noBound(margin, "a recount is open: " + id);
        continue;
      }
      switch (row.challenge().atStake().get()) {
        case Stake.Everything all -> {
          return new Settlement(
              Answer.NO, OptionalLong.empty(), margin, "all is at stake in " + id);
        }
        case Stake.Ballots(long ballots) -> bound += ballots;
      }
    }
    boolean settled = margin.isEmpty() ? bound == 0 : margin.getAsLong() > bound;
    return new Settlement(settled ? Answer.YES : Answer.NO, OptionalLong.of(bound), margin, why);
  }

  private static Settlement noBound(OptionalLong margin, String why) {
    return new Settlement(Answer.NO_BOUND, OptionalLong.empty(), margin, why);
  }

  /** For whom a unit is settled, by the candidate's place; -1 for nobody. */
  int settledFor(Unit unit) {
    if (of(unit).answer() != Answer.YES) return -1;
    List<Rung> rungs = List.of(Rung.CERTIFIED, Rung.VOTED, Rung.ASCERTAINED, Rung.REPORTED);
    for (Rung rung : rungs) {
      int[] electors = now.rungs(unit.jurisdiction()).on(rung).electors;
      if (Arrays.stream(electors).sum() > 0) return leader(electors);
    }
    return -1;
  }

  private static int leader(int[] electors) {
    return Leader.of(Arrays.stream(electors).asLongStream().toArray());
  }

  private static OptionalLong margin(Votes votes) {
    long[] counts = new long[votes.size()];
    for (int i = 0; i < counts.length; i++) counts[i] = votes.count(i);
    return margin(counts);
  }

  /** The most votes less the next most. */
  private static OptionalLong margin(long[] votes) {
    long[] sorted = Arrays.stream(votes).filter(n -> n >= 0).sorted().toArray();
    if (sorted.length == 0) return OptionalLong.empty();
    return OptionalLong.of(
        sorted[sorted.length - 1] - (sorted.length > 1 ? sorted[sorted.length - 2] : 0));
  }
}
