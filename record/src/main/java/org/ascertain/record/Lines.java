package org.ascertain.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

  /**
   * Writes the first entries, each with the line feed after it.
   *
   * @param entries how many; fewer where the record ends before
   */
  default void writeTo(OutputStream out, long entries) throws IOException {
    try {
      read(0, entries, (line, index) -> write(out, line));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static void write(OutputStream out, byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Entries that are in memory. */
  static Lines of(List<byte[]> entries) {
    return (from, to, each) -> {
      for (long i = from; i < Math.min(to, entries.size()); i++)
        each.accept(entries.get((int) i), i);
    };
  }
}
