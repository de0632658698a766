package org.ascertain.standing;

import java.util.Comparator;
import org.ascertain.election.Entry;

/** The order of all facts: by effective moment, then by index. */
final class FactOrder {

  static final Comparator<Entry> IN_TIME =
      Comparator.comparingLong(Entry::effective).thenComparingLong(Entry::index);

  private FactOrder() {}
}
