package org.ascertain.standing;

import java.util.Comparator;
import org.ascertain.election.Entry;

/** The order of all facts: by effective moment, then by index. */
final class Latest {

  static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::effective).thenComparingLong(Entry::index);

  static Entry of(Entry one, Entry other) {
    return ORDER.compare(one, other) < 0 ? other : one;
  }

  static Entry earlier(Entry one, Entry other) {
    return ORDER.compare(one, other) <= 0 ? one : other;
  }

  private Latest() {}
}
