package org.ascertain.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Washington;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import org.ascertain.watch.WatchStore.Watch;

/** Which watches would turn if something were recorded: nothing of it is kept, or sent. */
public final class WouldTurn {

  /**
   * The ids of the watches that would turn at once; one that waits for a length of time might turn
   * later.
   *
   * @param recorded all entries of the record
   * @param would those that might follow, all recorded at one moment
   * @throws IllegalArgumentException if the record has no header, or one of a year without a law
   */
  public static Set<String> of(
      List<Entry> recorded, List<Entry> would, List<Watch> watches, KnownUnits units) {
    Entry first = recorded.getFirst();
    Header header =
        History.header(List.of(first))
            .orElseThrow(() -> new IllegalArgumentException("a record begins with its header"));
    Law law =
        Law.of(header)
            .orElseThrow(() -> new IllegalArgumentException("no law of " + header.year()));
    WatchedElection election = WatchedElection.beginning(first, law, units);
    for (List<Entry> together : together(recorded.subList(1, recorded.size())))
      election.passOver(together, Washington.nanos(together.getFirst().recorded()));
    long now = Washington.nanos(would.getFirst().recorded());
    election.passTo(now - 1);
    Map<String, Optional<Condition>> understood = new HashMap<>();
    for (Watch each : watches)
      understood
          .computeIfAbsent(each.condition(), text -> condition(text, header, law))
          .ifPresent(condition -> election.addAgain(each.id(), condition));
    Set<String> turned = new HashSet<>();
    for (Turn turn : election.take(would, now)) turned.add(turn.watch());
    return turned;
  }

  /** Entries that were recorded at one moment, which count together. */
  static List<List<Entry>> together(List<Entry> entries) {
    List<List<Entry>> groups = new ArrayList<>();
    for (Entry entry : entries) {
      if (groups.isEmpty() || !groups.getLast().getFirst().recorded().equals(entry.recorded()))
        groups.add(new ArrayList<>());
      groups.getLast().add(entry);
    }
    return groups;
  }

  private static Optional<Condition> condition(String text, Header header, Law law) {
    return ConditionParser.parse(text, header, law) instanceof Parsed.Understood(var condition)
        ? Optional.of(condition)
        : Optional.empty();
  }

  private WouldTurn() {}
}
