package org.ascertain.condition;

import java.util.HashMap;
import java.util.Map;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.standing.Tabulation;

/**
 * For whom each unit is settled, kept up as facts come: a fact about one place asks only its units
 * again.
 */
final class SettledUnits {

  private final Map<Unit, Truth[]> settled = new HashMap<>();
  private boolean asked;

  /** Has it kept from now on; what nobody asks for is not kept. */
  void ask() {
    asked = true;
  }

  void after(Entry entry, boolean all, Tabulation now) {
    if (!asked) return;
    String place =
        switch (entry.fact()) {
          case Fact.OfUnit f -> Unit.jurisdictionOf(f.unit());
          case Fact.OfJurisdiction f -> f.jurisdiction();
          case Fact.Acknowledgement f -> NOWHERE;
          case Fact.Statement f -> NOWHERE;
          default -> EVERYWHERE; // at worst a unit is asked again that did not change
        };
    for (Unit unit : now.law().units())
      if (all || place.equals(EVERYWHERE) || unit.jurisdiction().equals(place))
        settled.put(unit, ask(unit, now));
  }

  private static final String EVERYWHERE = "";
  private static final String NOWHERE = "-";

  private static Truth[] ask(Unit unit, Tabulation now) {
    Truth[] truths = new Truth[now.candidates().size()];
    int winner = now.settledFor(unit);
    for (int c = 0; c < truths.length; c++)
      truths[c] = Truth.of(c == winner, winner == Tabulation.NOT_KNOWN);
    return truths;
  }

  Truth of(String unit, int candidate) {
    return settled.entrySet().stream()
        .filter(each -> each.getKey().id().equals(unit))
        .map(each -> each.getValue()[candidate])
        .findFirst()
        .orElse(Truth.UNKNOWN);
  }

  /** How many electors of the units that are settled, or may be, for a candidate. */
  int electors(int candidate, Truth atLeast) {
    int electors = 0;
    for (var each : settled.entrySet())
      if (candidate < each.getValue().length && each.getValue()[candidate].compareTo(atLeast) >= 0)
        electors += each.getKey().electors();
    return electors;
  }
}
