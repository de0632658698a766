package org.ascertain.server;

import java.util.Optional;
import org.ascertain.election.When;
import org.ascertain.standing.History;

/**
 * What a standing is asked of: a snapshot, a moment, and a part of the record.
 *
 * @param at absent for the end of that part
 */
record AsOf(Snapshot snapshot, Optional<When> at, Earlier earlier) {

  /** Whether it asks nothing but what the snapshot shows. */
  boolean isNewest() {
    return at.isEmpty() && earlier.isAll();
  }

  /** The part of the record. It may take a second to make. */
  History history() {
    return earlier.of(snapshot.history());
  }

  /** The moment that is meant, as it was asked, or the last of the history. */
  When moment(History history) {
    return at.orElseGet(() -> Snapshot.end(history));
  }
}
