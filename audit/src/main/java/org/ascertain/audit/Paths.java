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
import org.ascertain.standing.UnitCalls;
import org.ascertain.standing.UnitResult;

/**
 * What can still change a national outcome, and what would undo it: the ways that are open by one
 * rung of the ladder, and the electors as the votes fell so far.
 *
 * @param rung by which units are open or not: a caller's calls, or certificates
 * @param calls on the rung of calls, whose they are
 * @param callers who has called a unit so far
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
    Optional<UnitCalls> calls,
    List<String> callers,
    Ways ways,
    Map<String, Integer> others,
    Holdings holdings,
    Optional<Holding> tipping,
    Optional<Reversal> fewest,
    List<Holding> noMargin) {

  /**
   * As of a moment, nanoseconds since 1970-01-01T00:00Z: by the reference caller's calls, or by
   * certificates where those have gone further.
   */
  public static Paths at(History history, long moment) {
    return new OfMoment(history, moment).byWhatHasGoneFurther();
  }

  /**
   * By the calls of one caller.
   *
   * @return empty where the record knows no such caller
   */
  public static Optional<Paths> at(History history, long moment, String caller) {
    OfMoment of = new OfMoment(history, moment);
    return of.callsOf(caller).map(of::byCalls);
  }

  /** What is asked of a record at one moment. */
  private static final class OfMoment {
    private final History history;
    private final List<UnitCalls> calls;
    private final List<UnitResult.OfJurisdiction> results;
    private final Holdings counted;

    OfMoment(History history, long moment) {
      UnitResult.OfNation nation = UnitResult.at(history, moment);
      this.history = history;
      this.calls = UnitCalls.at(history, moment);
      this.results = nation.jurisdictions();
      this.counted = Holdings.of(nation, history.law());
    }

    Optional<UnitCalls> callsOf(String caller) {
      return calls.stream().filter(each -> each.caller().equals(caller)).findFirst();
    }

    /**
     * Of calls and certificates what has gone further; of two that have gone as far, certificates.
     */
    Paths byWhatHasGoneFurther() {
      List<Unit> open = openToCertificates();
      long units = results.stream().mapToLong(of -> of.units().size()).sum();
      return history
          .header()
          .caller()
          .flatMap(this::callsOf)
          .filter(each -> open(each).size() < Math.min(units, open.size()))
          .map(this::byCalls)
          .orElseGet(() -> of(Rung.CERTIFIED, Optional.empty(), counted, open));
    }

    Paths byCalls(UnitCalls of) {
      return of(Rung.CALLED, Optional.of(of), asCalled(of), open(of));
    }

    private List<Unit> open(UnitCalls of) {
      return results.stream()
          .flatMap(each -> each.units().stream())
          .map(UnitResult::unit)
          .filter(unit -> of.of(unit.id()).isEmpty())
          .toList();
    }

    private List<Unit> openToCertificates() {
      List<Unit> open = new ArrayList<>();
      for (UnitResult.OfJurisdiction of : results)
        if (of.electors().isEmpty() && of.appointed().orElse(-1) != 0)
          for (UnitResult unit : of.units()) if (unit.certified().isEmpty()) open.add(unit.unit());
      return open;
    }

    /** Units that are called are for whom they are called, whoever leads the count so far. */
    private Holdings asCalled(UnitCalls of) {
      List<Holding> all = new ArrayList<>();
      for (UnitResult.OfJurisdiction jurisdiction : results)
        for (UnitResult unit : jurisdiction.units()) {
          String id = unit.unit().id();
          Optional<Holding> count =
              counted.all().stream().filter(each -> each.units().equals(List.of(id))).findFirst();
          of.of(id)
              .filter(who -> count.filter(each -> each.candidate().equals(who)).isEmpty())
              .map(who -> Holding.withoutCount(unit.unit(), who))
              .or(() -> count)
              .ifPresent(all::add);
        }
      return new Holdings(counted.majority(), counted.electors(), all, counted.open());
    }

    private Paths of(Rung rung, Optional<UnitCalls> by, Holdings holdings, List<Unit> open) {
      List<String> callers =
          calls.stream().filter(each -> !each.called().isEmpty()).map(UnitCalls::caller).toList();
      return Paths.of(rung, by, callers, holdings, open, history);
    }
  }

  private static Paths of(
      Rung rung,
      Optional<UnitCalls> calls,
      List<String> callers,
      Holdings holdings,
      List<Unit> open,
      History history) {
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
        calls,
        callers,
        ways,
        decided,
        holdings,
        winner.flatMap(who -> tipping(holdings, who)),
        winner.flatMap(who -> Reversal.fewest(holdings, who, movable)),
        movable.stream().filter(holding -> holding.turned().isEmpty()).toList());
  }

  /** Open units of which the record may merely lack the call. */
  public List<Unit> mayLack() {
    List<String> lacking = calls.map(UnitCalls::mayLack).orElse(List.of());
    return ways.open().stream().filter(unit -> lacking.contains(unit.id())).toList();
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
