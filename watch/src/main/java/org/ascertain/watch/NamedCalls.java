package org.ascertain.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.standing.History;

/**
 * The calls that a condition names, where they stand: that all three newsrooms have called it rests
 * on each of the three calls, not on the last alone.
 */
final class NamedCalls {

  /**
   * The calls for a candidate that are in force at the end of a history, by their place in the
   * record.
   *
   * @param history of what is known
   */
  static List<Entry> of(Condition condition, String candidate, History history) {
    TreeMap<Long, Entry> calls = new TreeMap<>();
    condition.eachAtom(
        atom -> {
          BiConsumer<String, List<String>> named =
              (unit, callers) -> {
                for (String caller : callers)
                  for (Entry call : standing(unit, caller, candidate, history))
                    calls.put(call.index(), call);
              };
          if (atom instanceof CalledBy(var unit, var callers))
            named.accept(unit.orElse(Unit.NATION), callers);
          if (atom instanceof SomeCall(var number, var callers, var unit))
            named.accept(unit.orElse(Unit.NATION), callers);
        });
    return List.copyOf(calls.values());
  }

  /** The last word of a caller on a unit, where it is a call for the candidate. */
  private static List<Entry> standing(
      String unit, String caller, String candidate, History history) {
    List<Entry> last = new ArrayList<>();
    for (Entry entry : history.besidesReturns())
      switch (entry.fact()) {
        case Fact.Call(var at, var of, var by, var whom)
            when of.equals(unit) && by.equals(caller) -> {
          last.clear();
          if (whom.equals(candidate)) last.add(entry);
        }
        case Fact.CallWithdrawn(var at, var of, var by, var whom)
            when of.equals(unit) && by.equals(caller) ->
            last.clear();
        default -> {} // no other kind is a caller's word
      }
    return last;
  }

  private NamedCalls() {}
}
