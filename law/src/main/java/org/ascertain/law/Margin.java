package org.ascertain.law;

import java.util.OptionalLong;

/**
 * By how much somebody leads.
 *
 * @param first votes of who has the most
 * @param second votes of the next
 * @param cast all votes cast for the office, where they are known
 */
public record Margin(long first, long second, OptionalLong cast) {

  public Margin {
    if (second < 0 || first < second)
      throw new IllegalArgumentException("first %d, second %d".formatted(first, second));
  }

  /** In votes. */
  public long votes() {
    return first - second;
  }
}
