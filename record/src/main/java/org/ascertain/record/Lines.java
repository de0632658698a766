package org.ascertain.record;

import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * The entries of a record as their exact bytes, without the line feed: what is stored, hashed and
 * exported.
 */
@FunctionalInterface
public interface Lines {

  /**
   * Hands over the entries from {@code from} up to, not including, {@code to}, in order, each with
   * its index. Ends early where the record ends.
   */
  void read(long from, long to, ObjLongConsumer<byte[]> each);

  /** Entries that are in memory. */
  static Lines of(List<byte[]> entries) {
    return (from, to, each) -> {
      for (long i = from; i < Math.min(to, entries.size()); i++)
        each.accept(entries.get((int) i), i);
    };
  }
}
