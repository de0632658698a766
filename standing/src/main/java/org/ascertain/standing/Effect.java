package org.ascertain.standing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
   * @param admitted what could not stand beside it, and can now
   */
  record Amended(Amendment amendment, Entry before, Optional<Entry> now, List<Entry> admitted)
      implements Effect {

    public Amended {
      admitted = List.copyOf(admitted);
    }

    /** When the first of the facts takes effect that it touches. */
    long from() {
      return Stream.concat(Stream.concat(Stream.of(before), now.stream()), admitted.stream())
          .mapToLong(Entry::effective)
          .min()
          .orElseThrow();
    }
  }

  /** It does not hold, and changes nothing. */
  record Refused(Problem problem) implements Effect {}
}
