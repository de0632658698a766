package org.ascertain.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Turn;

/**
 * The moments of which a published copy keeps the whole standing: wherever a majority was passed or
 * lost, and the end of each day on which something happened. Of others the page shows what the
 * story tells, and nothing that would need a standing.
 */
final class PublishedStandings {

  private static final long MILLISECOND = 1_000_000L;

  /**
   * A moment as an address of the page names it.
   *
   * @param ms milliseconds since 1970-01-01T00:00Z, by which its file is called
   */
  record Moment(long ms, When when) {
    String file() {
      return ms + ".json";
    }
  }

  /** The moments of a history, in order. */
  static List<Moment> moments(History history) {
    SortedMap<Long, Moment> moments = new TreeMap<>();
    for (Entry entry : history.entries()) {
      When endOfDay = new When.OnDay(Washington.day(entry.effective()));
      add(moments, endOfDay.effective());
    }
    for (Rung rung : Rung.values())
      for (Turn turn : history.majorities(rung)) {
        add(moments, turn.since().moment());
        turn.until().ifPresent(until -> add(moments, until.moment()));
      }
    return new ArrayList<>(moments.values());
  }

  private static void add(SortedMap<Long, Moment> moments, long effective) {
    long ms = Math.floorDiv(effective, MILLISECOND);
    moments.computeIfAbsent(ms, key -> new Moment(ms, asNamed(effective, ms)));
  }

  /** A day where the moment is its end, as addresses have it; else the moment to the second. */
  private static When asNamed(long effective, long ms) {
    When.OnDay day = new When.OnDay(Washington.day(effective));
    return Math.floorDiv(day.effective(), MILLISECOND) == ms
        ? day
        : When.parse(Instant.ofEpochSecond(Math.floorDiv(ms, 1000L)).toString());
  }

  private PublishedStandings() {}
}
