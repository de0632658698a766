package org.ascertain.standing;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which corrections stand in whose place, and until which entry. */
final class Corrections {

  /** A correction that stands in an entry's place until it is itself taken back. */
  private static final class Link {
    final long correction;
    private volatile long until = Long.MAX_VALUE;

    Link(long correction) {
      this.correction = correction;
    }
  }

  /** By the index of a correction, the place of the fact that it replaced. */
  private final Map<Long, Integer> replaced = new ConcurrentHashMap<>();

  /** By the index of what was corrected. */
  private final Map<Long, List<Link>> links = new ConcurrentHashMap<>();

  /**
   * A correction stands from now on in the place of an entry.
   *
   * @param before the place of the fact that stood until then
   */
  void put(long corrected, long correction, int before) {
    replaced.put(correction, before);
    links
        .computeIfAbsent(corrected, each -> new CopyOnWriteArrayList<>())
        .add(new Link(correction));
  }

  /** A correction of an entry was taken back by the entry with index {@code until}. */
  void takeBack(long corrected, long correction, long until) {
    for (Link link : links.getOrDefault(corrected, List.of()))
      if (link.correction == correction) link.until = until;
  }

  boolean isCorrection(long index) {
    return replaced.containsKey(index);
  }

  /** The place of the fact that a correction replaced; empty for an entry that is none. */
  OptionalInt replaced(long correction) {
    Integer place = replaced.get(correction);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** What an entry has become for those who know the first entries; its own index if nothing. */
  long present(long index, int known) {
    long present = index;
    for (OptionalLong next = correctedBy(present, known);
        next.isPresent();
        next = correctedBy(present, known)) present = next.getAsLong();
    return present;
  }

  private OptionalLong correctedBy(long index, int known) {
    for (Link link : links.getOrDefault(index, List.of()))
      if (link.correction < known && link.until >= known) return OptionalLong.of(link.correction);
    return OptionalLong.empty();
  }
}
