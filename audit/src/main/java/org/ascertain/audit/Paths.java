package org.ascertain.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fraction;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.UnitResult;

/**
 * What can still change a national outcome, and what would undo it: the ways that are open by one
 * rung of the ladder, and the electors as the votes fell so far.
 *
 * @param rung by which units are open or not: the caller's calls, or certificates
 * @param ways between the two candidates with most electors so far
 * @param others electors of anybody else on that rung
 * @param holdings whose the electors are if each unit falls as its count stands; a unit that is not
 *     open as the rung has it
 * @param tipping the unit whose loss takes the majority from who has it, if units are lost in the
 *     order of their margins as shares of all votes; those without a count are never lost
 * @param fewest the fewest votes that undo that majority; of open units while any is open
 * @param noMargin what its winner holds without a count that a margin can be taken of
 */
public record Paths(
    Rung rung,
    Ways ways,
    Map<String, Integer> others,
    Holdings holdings,
    Optional<Holding> tipping,
    Optional<Reversal> fewest,
    List<Holding> noMargin) {

  /** As of a moment, nanoseconds since 1970-01-01T00:00Z. */
  public static Paths at(History history, long moment) {
    UnitResult.OfNation nation = UnitResult.at(history, moment);
    List<UnitResult.OfJurisdiction> results = nation.jurisdictions();
    Holdings counted = Holdings.of(nation, history.law());
    return isByCalls(results)
        ? of(Rung.CALLED, asCalled(counted, results), openToCalls(results), history)
        : of(Rung.CERTIFIED, counted, openToCertificates(results), history);
  }

  private static Paths of(Rung rung, Holdings holdings, List<Unit> open, History history) {
    List<String> ids = open.stream().map(Unit::id).toList();
    Map<String, Integer> decided = new LinkedHashMap<>();
    holdings.byCandidate().keySet().forEach(candidate -> decided.put(candidate, 0));
    for (Holding holding : holdings.all())
      if (!ids.containsAll(holding.units()))
        decided.merge(holding.candidate(), holding.electors(), Integer::sum);
    List<String> two = two(history, decided);
    Ways ways =
        new Ways(
            two.getFirst(),
            two.getLast(),
            holdings.majority(),
            decided.getOrDefault(two.getFirst(), 0),
            decided.getOrDefault(two.getLast(), 0),
            open);
    decided.keySet().removeAll(two);
    decided.values().removeIf(n -> n == 0);
    Optional<String> winner = holdings.winner();
    List<Holding> held = winner.map(holdings::of).orElse(List.of());
    List<Holding> movable =
        open.isEmpty()
            ? held
            : held.stream().filter(holding -> ids.containsAll(holding.units())).toList();
    return new Paths(
        rung,
        ways,
        decided,
        holdings,
        winner.flatMap(who -> tipping(holdings, who)),
        winner.flatMap(who -> Reversal.fewest(holdings, who, movable)),
        movable.stream().filter(holding -> holding.turned().isEmpty()).toList());
  }

  /**
   * Of calls and certificates what has gone further; of two that have gone as far, certificates.
   */
  private static boolean isByCalls(List<UnitResult.OfJurisdiction> results) {
    int units = results.stream().mapToInt(of -> of.units().size()).sum();
    return openToCalls(results).size() < Math.min(units, openToCertificates(results).size());
  }

  private static List<Unit> openToCalls(List<UnitResult.OfJurisdiction> results) {
    return results.stream()
        .flatMap(of -> of.units().stream())
        .filter(unit -> unit.called().isEmpty())
        .map(UnitResult::unit)
        .toList();
  }

  private static List<Unit> openToCertificates(List<UnitResult.OfJurisdiction> results) {
    List<Unit> open = new ArrayList<>();
    for (UnitResult.OfJurisdiction of : results)
      if (of.electors().isEmpty() && of.appointed().orElse(-1) != 0)
        for (UnitResult unit : of.units()) if (unit.certified().isEmpty()) open.add(unit.unit());
    return open;
  }

  /** Units that are called are for whom they are called, whoever leads the count so far. */
  private static Holdings asCalled(Holdings counted, List<UnitResult.OfJurisdiction> results) {
    List<Holding> all = new ArrayList<>();
    for (UnitResult.OfJurisdiction of : results)
      for (UnitResult unit : of.units()) {
        String id = unit.unit().id();
        Optional<Holding> count =
            counted.all().stream().filter(each -> each.units().equals(List.of(id))).findFirst();
        unit.called()
            .filter(who -> count.filter(each -> each.candidate().equals(who)).isEmpty())
            .map(who -> Holding.withoutCount(unit.unit(), who))
            .or(() -> count)
            .ifPresent(all::add);
      }
    return new Holdings(counted.majority(), counted.electors(), all, counted.open());
  }

  /**
   * Who has most electors on the rung, and who comes next; before anybody has, the first tickets.
   */
  private static List<String> two(History history, Map<String, Integer> decided) {
    List<String> order = new ArrayList<>(decided.keySet());
    order.sort(Comparator.comparing(decided::get, Comparator.reverseOrder()));
    history.header().tickets().stream().map(Ticket::president).forEach(order::add);
    return order.stream().distinct().limit(2).toList();
  }

  private static Optional<Holding> tipping(Holdings holdings, String winner) {
    int electors = holdings.byCandidate().getOrDefault(winner, 0);
    List<Holding> byMargin =
        holdings.of(winner).stream()
            .filter(holding -> holding.turned().isPresent())
            .sorted(Comparator.comparing(Paths::share))
            .toList();
    for (Holding holding : byMargin) {
      electors -= holding.electors();
      if (electors < holdings.majority()) return Optional.of(holding);
    }
    return Optional.empty();
  }

  private static Fraction share(Holding holding) {
    return holding
        .turned()
        .map(count -> new Fraction(count.margin(), Math.max(1, count.all())))
        .orElseThrow();
  }
}
