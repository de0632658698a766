package org.ascertain.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.audit.Holding.Count;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import org.ascertain.standing.UnitResult;

/**
 * Whose the electors of an election are as the votes fell: not as they were cast, so that an
 * elector who broke a pledge counts for whom he was appointed. Who was appointed goes before who
 * leads a count; where neither is known the electors are nobody's.
 *
 * @param majority how many electors decide
 * @param electors of how many
 * @param all what each candidate holds, unit by unit in the law's order
 * @param open units that are nobody's
 */
public record Holdings(int majority, int electors, List<Holding> all, List<Unit> open) {

  public Holdings {
    all = List.copyOf(all);
    open = List.copyOf(open);
  }

  /** As they stand at a moment, nanoseconds since 1970-01-01T00:00Z. */
  public static Holdings at(History history, long moment) {
    return of(UnitResult.at(history, moment), history.law());
  }

  static Holdings of(UnitResult.OfNation results, Law law) {
    List<Holding> all = new ArrayList<>();
    List<Unit> open = new ArrayList<>();
    for (UnitResult.OfJurisdiction of : results.jurisdictions())
      new OfJurisdiction(of, all, open).add();
    Majority base = Majority.of(results.base(), law);
    return new Holdings(base.majority(), base.electors(), all, open);
  }

  /** Electors by candidate, the most first. */
  public Map<String, Integer> byCandidate() {
    return sums().mostFirst();
  }

  /** Who has a majority. */
  public Optional<String> winner() {
    return sums().whoHas(majority);
  }

  private ElectorSums sums() {
    ElectorSums sums = new ElectorSums();
    for (Holding holding : all) sums.add(holding.candidate(), holding.electors());
    return sums;
  }

  /** What one candidate holds. */
  public List<Holding> of(String candidate) {
    return all.stream().filter(holding -> holding.candidate().equals(candidate)).toList();
  }

  /**
   * How many electors a candidate with a majority has to lose to have none: of those in units that
   * he did not win, if the majority is wrong.
   */
  public int toOverturn(String candidate) {
    return byCandidate().getOrDefault(candidate, 0) - majority + 1;
  }

  /** One jurisdiction's electors, laid to its units. */
  private static final class OfJurisdiction {
    private final UnitResult.OfJurisdiction of;
    private final List<Holding> all;
    private final List<Unit> open;
    private final Map<String, Integer> left = new LinkedHashMap<>();
    private final List<UnitResult> without = new ArrayList<>();

    OfJurisdiction(UnitResult.OfJurisdiction of, List<Holding> all, List<Unit> open) {
      this.of = of;
      this.all = all;
      this.open = open;
      of.electors().forEach((candidate, n) -> left.put(candidate, (int) n));
    }

    void add() {
      if (of.appointed().orElse(-1) == 0) return;
      for (UnitResult unit : of.units())
        if (left.isEmpty()) addByCount(unit);
        else if (!addAsAppointed(unit)) without.add(unit);
      if (!without.isEmpty()) addRest();
    }

    private void addByCount(UnitResult unit) {
      leader(unit)
          .ifPresentOrElse(
              who ->
                  all.add(
                      holding(List.of(unit.unit().id()), electors(unit), who, count(unit, who))),
              () -> open.add(unit.unit()));
    }

    /** Where the electors appointed allow that who leads has all electors of a unit. */
    private boolean addAsAppointed(UnitResult unit) {
      Optional<String> leader = leader(unit);
      int electors = electors(unit);
      if (leader.isEmpty() || left.getOrDefault(leader.get(), 0) < electors) return false;
      if (of.units().size() == 1 && left.size() > 1) return false;
      left.merge(leader.get(), -electors, Integer::sum);
      left.values().removeIf(n -> n == 0);
      all.add(
          holding(List.of(unit.unit().id()), electors, leader.get(), count(unit, leader.get())));
      return true;
    }

    /** Electors of units of which no count tells whose they are. */
    private void addRest() {
      if (left.size() == 1) {
        String who = left.keySet().iterator().next();
        int rest = left.getOrDefault(who, 0);
        for (UnitResult unit : without) {
          int electors = without.size() == 1 ? rest : Math.min(rest, electors(unit));
          rest -= electors;
          all.add(holding(List.of(unit.unit().id()), electors, who, Optional.empty()));
        }
        return;
      }
      List<String> units = without.stream().map(unit -> unit.unit().id()).toList();
      left.forEach((who, n) -> all.add(holding(units, n, who, Optional.empty())));
    }

    private Holding holding(List<String> units, int electors, String who, Optional<Count> count) {
      return new Holding(units, of.jurisdiction(), electors, who, count);
    }

    /** A jurisdiction that appoints fewer than it is entitled to. */
    private int electors(UnitResult unit) {
      return of.units().size() == 1
          ? of.appointed().orElse(unit.unit().electors())
          : unit.unit().electors();
    }

    private static Optional<String> leader(UnitResult unit) {
      return unit.certified().or(unit::reported);
    }

    private static Optional<Count> count(UnitResult unit, String who) {
      if (!unit.isRanked()) return count(unit, unit.votes(), who, Count.Kind.PLURALITY);
      return count(unit, unit.votes(), who, Count.Kind.LAST_ROUND)
          .or(
              () ->
                  count(unit, unit.people(), who, Count.Kind.FIRST_CHOICES)
                      .flatMap(OfJurisdiction::ofAll));
    }

    private static Optional<Count> count(
        UnitResult unit, Votes votes, String who, Count.Kind kind) {
      if (votes.size() < 2 || votes.count(who).isEmpty()) return Optional.empty();
      int second = -1;
      for (int i = 0; i < votes.size(); i++)
        if (!votes.ids().get(i).equals(who) && (second < 0 || votes.count(i) > votes.count(second)))
          second = i;
      long first = votes.count(who).orElseThrow();
      if (votes.count(second) > first) return Optional.empty();
      return Optional.of(
          new Count(
              first,
              votes.ids().get(second),
              votes.count(second),
              votes.sum(),
              unit.total(),
              kind));
    }

    /** First choices against those of all others together; empty unless they are more than half. */
    private static Optional<Count> ofAll(Count count) {
      long others = count.all() - count.votes();
      return count.votes() > others
          ? Optional.of(
              new Count(
                  count.votes(),
                  count.second(),
                  others,
                  count.named(),
                  count.total(),
                  count.kind()))
          : Optional.empty();
    }
  }
}
