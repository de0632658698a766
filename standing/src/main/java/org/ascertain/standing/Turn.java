package org.ascertain.standing;

import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/**
 * From when something held for a candidate, and until when if it ceased. What comes and goes within
 * one moment was never true at a moment, and is no turn.
 */
public record Turn(String candidate, Edge since, Optional<Edge> until) {

  /**
   * A beginning or an end.
   *
   * @param moment the latest at which it came, in nanoseconds since 1970-01-01T00:00Z
   * @param entry the entry that brought it then
   * @param earliest when it came if every fact took effect at the earliest that its source allows;
   *     absent where that was not asked
   */
  public record Edge(long moment, Entry entry, Optional<When> earliest) {

    /** One of which the bounds were not asked. */
    public Edge(long moment, Entry entry) {
      this(moment, entry, Optional.empty());
    }

    /**
     * When it came, as the sources give it: between the earliest and the latest, where they differ;
     * the clock's moment where it came without an entry of its own.
     */
    public When given() {
      When given = entry.fact().attestation().at();
      When told = given.effective() == moment ? given : new When.AtMoment(Washington.at(moment));
      return earliest.map(from -> When.between(from, latest())).orElse(told);
    }

    /** The latest at which it came, as the source gives it. */
    When latest() {
      When given = entry.fact().attestation().at();
      return given.effective() == moment
          ? given.latest()
          : new When.AtMoment(Washington.at(moment));
    }

    /** The earliest at which it came, in a history that runs as early as it can. */
    When early() {
      When given = entry.fact().attestation().at().earliest();
      return given.effective() == moment ? given : new When.AtMoment(Washington.at(moment));
    }
  }
}
