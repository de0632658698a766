package org.ascertain.standing;

import java.util.Comparator;
import org.ascertain.election.Entry;

/** The order of all facts: by effective moment, then by index. */
final class FactOrder {

  static final Comparator<Entry> IN_TIME =
      Comparator.comparingLong(Entry::effective).thenComparingLong(Entry::index);

  static Entry later(Entry one, Entry other) {
    return IN_TIME.compare(one, other) < 0 ? other : one;
  }

  static Entry earlier(Entry one, Entry other) {
    return IN_TIME.compare(one, other) <= 0 ? one : other;
  }

  private FactOrder() {}
}
