package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;

/**
 * What one caller has called of the units that appoint electors, as it stands at a moment.
 *
 * @param caller whose calls these are
 * @param called for whom, by unit; calls that were withdrawn are not there
 * @param mayLack units without a call of which the record may merely lack it
 */
public record UnitCalls(String caller, Map<String, String> called, List<String> mayLack) {

  public UnitCalls {
    mayLack = List.copyOf(mayLack);
  }

  /** Each caller's, in the order of the header; moment in nanoseconds since 1970-01-01T00:00Z. */
  public static List<UnitCalls> at(History history, long moment) {
    Tabulation now = history.stateAt(moment);
    return now.header().callers().stream().map(caller -> of(caller, now)).toList();
  }

  private static UnitCalls of(Caller caller, Tabulation now) {
    Map<String, String> called = new LinkedHashMap<>();
    List<String> mayLack = new ArrayList<>();
    Optional<String> whose = Optional.of(caller.id());
    for (Unit unit : now.register().law.units()) {
      Optional<String> candidate =
          now.call(unit.id(), caller.id()).map(call -> call.fact().candidate());
      candidate.ifPresent(who -> called.put(unit.id(), who));
      if (candidate.isEmpty()
          && !now.coverages().isComplete(Matter.CALLS, whose, unit.id(), now.now()))
        mayLack.add(unit.id());
    }
    return new UnitCalls(caller.id(), called, mayLack);
  }

  /** For whom a unit is called. */
  public Optional<String> of(String unit) {
    return Optional.ofNullable(called.get(unit));
  }
}
