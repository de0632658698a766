package org.ascertain.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * Entries that somebody is looking into. To pull back is to be faster than to tell: a turn that
 * rests on one of them and was not told yet waits for a quarter of an hour at most.
 *
 * @param since when it began, of each entry by its index
 */
public record Held(Map<Long, Instant> since) {

  /** Nothing is looked into. */
  public static final Held NOTHING = new Held(Map.of());

  private static final Duration LONGEST = Duration.ofMinutes(15);

  public Held {
    since = Map.copyOf(since);
  }

  /**
   * Before when a turn is not told.
   *
   * @param entries on which it rests, by their indexes
   * @param now when it was made, or is looked at; the answer is no earlier
   */
  Instant until(Collection<Long> entries, Instant now) {
    return entries.stream()
        .map(since::get)
        .filter(Objects::nonNull)
        .map(at -> at.plus(LONGEST))
        .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
  }
}
