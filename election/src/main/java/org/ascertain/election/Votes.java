package org.ascertain.election;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

/**
 * Figures by ticket or by candidate, in the order in which they were given. Someone who is not
 * named has no figure, which is not the same as nought.
 */
public final class Votes {

  public static final Votes NONE = new Votes(List.of(), new long[0]);

  private final List<String> ids;
  private final long[] counts;

  private Votes(List<String> ids, long[] counts) {
    this.ids = ids;
    this.counts = counts;
  }

  /**
   * Figures in the order of {@code ids}. Facts that name the same tickets should share one list:
   * the fold recognises it and need not look the names up again.
   *
   * @throws IllegalArgumentException if there are not as many counts as ids, or a count is negative
   */
  public static Votes of(List<String> ids, long... counts) {
    if (ids.size() != counts.length)
      throw new IllegalArgumentException(ids + " have " + counts.length + " counts");
    for (long count : counts)
      if (count < 0) throw new IllegalArgumentException("negative votes: " + count);
    return new Votes(List.copyOf(ids), counts.clone());
  }

  /** Figures in the order of the map. */
  public static Votes of(Map<String, Long> counts) {
    return of(
        List.copyOf(counts.keySet()),
        counts.values().stream().mapToLong(Long::longValue).toArray());
  }

  public List<String> ids() {
    return ids;
  }

  public int size() {
    return counts.length;
  }

  public boolean isEmpty() {
    return counts.length == 0;
  }

  /** The figure at a place of {@link #ids}. */
  public long count(int place) {
    return counts[place];
  }

  /** The figure of one ticket or candidate, if it has one. */
  public OptionalLong count(String id) {
    int place = ids.indexOf(id);
    return place < 0 ? OptionalLong.empty() : OptionalLong.of(counts[place]);
  }

  /** All figures added up; {@link Long#MAX_VALUE} where they come to more than that. */
  public long sum() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
      if (sum < 0) return Long.MAX_VALUE;
    }
    return sum;
  }

  /**
   * Whether no ticket or candidate has one figure here and another there. Who is named in one of
   * the two only is no disagreement.
   */
  public boolean agreesWith(Votes other) {
    for (int i = 0; i < counts.length; i++) {
      OptionalLong figure = other.count(ids.get(i));
      if (figure.isPresent() && figure.getAsLong() != counts[i]) return false;
    }
    return true;
  }

  public void forEach(ObjLongConsumer<String> each) {
    for (int i = 0; i < counts.length; i++) each.accept(ids.get(i), counts[i]);
  }

  /** The same figures for the same tickets or candidates, in whatever order they were given. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Votes votes) || votes.counts.length != counts.length) return false;
    if (ids.equals(votes.ids)) return Arrays.equals(counts, votes.counts);
    for (int i = 0; i < counts.length; i++) {
      OptionalLong figure = votes.count(ids.get(i));
      if (figure.isEmpty() || figure.getAsLong() != counts[i]) return false;
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < counts.length; i++)
      hash += ids.get(i).hashCode() * 31 + Long.hashCode(counts[i]);
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((id, n) -> text.append(text.isEmpty() ? "" : ", ").append(id).append(' ').append(n));
    return text.toString();
  }
}
