package org.ascertain.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ascertain.condition.Condition;
import org.ascertain.election.Entry;
import org.ascertain.standing.History;

/**
 * The turns of watches in an election that happens again: its facts become known in the order in
 * which they took effect, each at that moment.
 */
public final class Replayed {

  /**
   * Tells an election once more, to watches that were made before it.
   *
   * @param watches the condition of each watch, by its id
   * @param until up to which moment the clock comes, in nanoseconds since 1970-01-01T00:00Z
   * @param told gets each turn when it comes
   */
  public static void tell(
      History history, Map<String, Condition> watches, long until, Consumer<Turn> told) {
    WatchedElection election = WatchedElection.retelling(history);
    watches.forEach((watch, condition) -> election.add(watch, condition).forEach(told));
    List<Entry> together = new ArrayList<>();
    for (Entry entry : history.entries()) {
      if (entry.effective() > until) break;
      if (!together.isEmpty() && together.getFirst().effective() != entry.effective())
        take(election, together, told);
      together.add(entry);
    }
    take(election, together, told);
    if (until != History.ALL) election.reach(until).forEach(told);
  }

  private static void take(WatchedElection election, List<Entry> together, Consumer<Turn> told) {
    if (together.isEmpty()) return;
    election.take(List.copyOf(together), together.getFirst().effective()).forEach(told);
    together.clear();
  }

  private Replayed() {}
}
