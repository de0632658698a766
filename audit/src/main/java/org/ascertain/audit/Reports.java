package org.ascertain.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.audit.Holding.Count;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.standing.History;

/** What had been reported of a winner's units when cards of theirs were looked at. */
final class Reports {

  private final History history;
  private final String winner;
  private final List<Entry> entries;

  /** From this place on all entries have been looked at, the last first. */
  private int lookedAt;

  /** By jurisdiction, when a count of it was stated last, among those. */
  private final Map<String, Long> last = new HashMap<>();

  /** What was held, by the last moment before which anything was stated. */
  private final Map<Long, Holdings> asOf = new HashMap<>();

  /** When anything was stated, in order; made when it is first asked for. */
  private long[] moments = {};

  /**
   * @param moment up to when is asked, nanoseconds since 1970-01-01T00:00Z
   */
  Reports(History history, String winner, long moment) {
    this.history = history;
    this.winner = winner;
    this.entries = history.until(moment).entries();
    this.lookedAt = entries.size();
  }

  /** Looks at what was stated after a moment: cards are looked at late, and then it is little. */
  private void lookBackTo(long moment) {
    while (lookedAt > 0) {
      Entry entry = entries.get(lookedAt - 1);
      if (entry.effective() <= moment) return;
      lookedAt--;
      place(entry.fact()).ifPresent(place -> last.putIfAbsent(place, entry.effective()));
    }
  }

  private static Optional<String> place(Fact fact) {
    return switch (fact) {
      case Fact.Returns f -> Optional.of(Unit.jurisdictionOf(f.unit()));
      case Fact.RankedReturns f -> Optional.of(Unit.jurisdictionOf(f.unit()));
      case Fact.Certification f -> Optional.of(Unit.jurisdictionOf(f.unit()));
      case Fact f -> Optional.empty(); // no other kind states a count
    };
  }

  /** The count of a unit at a moment, if the winner led it then. */
  Optional<Count> at(Holding holding, long moment) {
    lookBackTo(moment);
    boolean isLatest = last.getOrDefault(holding.jurisdiction(), Long.MIN_VALUE) <= moment;
    return isLatest
        ? holding.count()
        : asOf
            .computeIfAbsent(changed(moment), each -> Holdings.at(history, moment))
            .of(winner)
            .stream()
            .filter(each -> each.id().equals(holding.id()))
            .findFirst()
            .flatMap(Holding::count);
  }

  /** Nothing is otherwise from that moment to this one: rounds held between have one report. */
  private long changed(long moment) {
    if (moments.length == 0)
      moments = history.entries().stream().mapToLong(Entry::effective).sorted().toArray();
    int place = Arrays.binarySearch(moments, moment);
    int before = place >= 0 ? place : -place - 2;
    return before < 0 ? Long.MIN_VALUE : moments[before];
  }
}
