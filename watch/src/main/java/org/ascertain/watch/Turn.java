package org.ascertain.watch;

import java.util.List;
import java.util.Optional;
import org.ascertain.answers.FactText;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.election.Entry;
import org.ascertain.election.Washington;
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

  /** The same turn of another watch for the same, or as another of its turns. */
  Turn as(String other, int number) {
    return new Turn(
        TurnId.of(other, number, edge, candidate, by),
        other,
        number,
        edge,
        candidate,
        by,
        known,
        since,
        rests,
        alreadyTrue);
  }

  /**
   * When it became known, no more precisely than that is: an election that is told once more knows
   * each fact when it took effect, which may be a day, or about an hour.
   */
  public When knownAs() {
    if (by instanceof Cause.Recorded(var entry)) {
      When at = entry.fact().attestation().at();
      if (at.effective() == known) return at;
    }
    return new When.AtMoment(Washington.at(known));
  }

  /** Whether the time when it became known is approximate. */
  public boolean isKnownAbout() {
    return by instanceof Cause.Recorded(var entry) && FactText.isAbout(knownAs(), entry);
  }

  /** Whether the time since when it held is approximate. */
  public boolean isSinceAbout() {
    return since
        .filter(at -> rests.stream().anyMatch(entry -> FactText.isAbout(at, entry)))
        .isPresent();
  }
}
