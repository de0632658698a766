package org.ascertain.desk;

import java.util.Collection;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.Law;
import org.ascertain.standing.History;

/**
 * The history of a record as every program here reads it: under the law that the record names, with
 * the units below the states that are known.
 */
final class ElectionHistory {

  /**
   * Everything in a record.
   *
   * @param entries the record, in any order
   * @throws IllegalArgumentException if it has no header, or one of a year without a law
   */
  public static History of(Collection<Entry> entries) {
    return of(entries, law(entries), History.ALL);
  }

  /**
   * A record as known by a moment, under a law.
   *
   * @param known nanoseconds since 1970-01-01T00:00Z, or {@link History#ALL}
   */
  public static History of(Collection<Entry> entries, Law law, long known) {
    return History.of(entries, law, Archive.knownUnits(), known);
  }

  private static Law law(Collection<Entry> entries) {
    Header header =
        History.header(entries)
            .orElseThrow(() -> new IllegalArgumentException("a record begins with its header"));
    return Law.of(header)
        .orElseThrow(() -> new IllegalArgumentException("no law of " + header.year()));
  }

  private ElectionHistory() {}
}
