package org.ascertain.watch;

import java.util.List;
import java.util.Optional;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.election.Entry;
import org.ascertain.election.When;

/**
 * A watch's condition came true for a candidate, or was undone: told once, under one id.
 *
 * @param id follows from the watch and the record alone, so that the same turn made twice is one
 * @param seq the how-manyth turn of its watch, from 1 on
 * @param by the entry or the moment that brought it
 * @param known the clock when it became known, in nanoseconds since 1970-01-01T00:00Z
 * @param since when it came true as the facts tell, which may be long before it became known; of
 *     one that was undone, when it had
 * @param rests the entry that brought it, the one at which it came true as the facts tell, and of
 *     one that came true all others that it rests on, in the order of the record
 * @param alreadyTrue whether it held when the watch was made
 */
public record Turn(
    String id,
    String watch,
    int seq,
    Edge edge,
    String candidate,
    Cause by,
    long known,
    Optional<When> since,
    List<Entry> rests,
    boolean alreadyTrue) {

  /** Whether a condition came true or was undone. */
  public enum Edge {
    ON,
    OFF;

    /** As it is written in notices. */
    public String word() {
      return this == ON ? "on" : "off";
    }
  }

  public Turn {
    rests = List.copyOf(rests);
  }
}
