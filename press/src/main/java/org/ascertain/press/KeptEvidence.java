package org.ascertain.press;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.standing.History;

/**
 * What records hold as of the days that texts are of. It depends on nothing of a text, and is kept:
 * that of whole records, and that of the last few days.
 */
final class KeptEvidence {

  /** A day of an election's record; a few hundred kilobytes for the larger ones. */
  private record Day(int year, LocalDate day) {}

  private static final int MOST_DAYS = 24;

  private final Records records;
  private final Map<Integer, Optional<Evidence>> whole = new ConcurrentHashMap<>();
  private final Map<Day, Evidence> byDay = new LinkedHashMap<>();

  KeptEvidence(Records records) {
    this.records = records;
  }

  /** All that the record of an election holds, by its year. */
  Optional<Evidence> whole(int year) {
    Optional<Evidence> kept = whole.get(year);
    if (kept != null) return kept;
    Optional<Evidence> made = Optional.empty();
    for (Header header : records.headers())
      if (header.year() == year)
        made = records.of(year).map(history -> new Evidence(history, history.end(), this::whole));
    Optional<Evidence> before = whole.putIfAbsent(year, made);
    return before != null ? before : made;
  }

  /** What it holds at the end of a day. */
  Optional<Evidence> at(int year, LocalDate day) {
    long end = Washington.endOf(day);
    return whole(year).map(all -> all.moment() <= end ? all : at(new Day(year, day), all, end));
  }

  private synchronized Evidence at(Day day, Evidence whole, long end) {
    History history = whole.history();
    Evidence kept = byDay.remove(day);
    Evidence now = kept != null ? kept : new Evidence(history, end, this::whole);
    byDay.put(day, now);
    if (byDay.size() > MOST_DAYS) byDay.remove(byDay.keySet().iterator().next());
    return now;
  }
}
