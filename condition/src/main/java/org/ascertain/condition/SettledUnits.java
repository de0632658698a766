package org.ascertain.condition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.standing.Tabulation;

/**
 * For whom each unit is settled, kept up as facts come: a fact about one place asks only its units
 * again, and sums change only with a unit.
 */
final class SettledUnits {

  private static final String EVERYWHERE = "";
  private static final String NOWHERE = "-";

  /** By a unit's id, the place of the candidate for whom it is settled. */
  private final Map<String, Integer> winners = new HashMap<>();

  /** By the place of a candidate, the electors of the units that are settled for him. */
  private int[] electors = new int[0];

  /** The electors of the units of which the record does not tell for whom they are settled. */
  private int unknown;

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
        settle(unit, now.settledFor(unit));
  }

  private void settle(Unit unit, int winner) {
    Integer before = winners.put(unit.id(), winner);
    if (before != null) count(before, -unit.electors());
    count(winner, unit.electors());
  }

  private void count(int winner, int more) {
    if (winner == Tabulation.NOT_KNOWN) unknown += more;
    if (winner < 0) return;
    if (winner >= electors.length) electors = Arrays.copyOf(electors, winner + 1);
    electors[winner] += more;
  }

  Truth of(String unit, int candidate) {
    Integer winner = winners.get(unit);
    return winner == null
        ? Truth.UNKNOWN
        : Truth.of(winner == candidate, winner == Tabulation.NOT_KNOWN);
  }

  /** How many electors of the units that are settled, or may be, for a candidate. */
  int electors(int candidate, Truth atLeast) {
    int settled = candidate < electors.length ? electors[candidate] : 0;
    return atLeast == Truth.YES ? settled : settled + unknown;
  }
}
