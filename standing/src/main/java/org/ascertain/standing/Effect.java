package org.ascertain.standing;

import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Problem;

/** What an entry does to those before it. */
sealed interface Effect {

  /** It is a fact of its own, in force from now on, at this place. */
  record Stands(int place) implements Effect {}

  /**
   * It amends an earlier entry.
   *
   * @param before what stood until then
   * @param now what stands in its place, if anything does
   */
  record Amended(Amendment amendment, Entry before, Optional<Entry> now) implements Effect {}

  /** It does not hold, and changes nothing. */
  record Refused(Problem problem) implements Effect {}
}
