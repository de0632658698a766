package org.ascertain.record;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Up to 256 entries one after the other, each behind its length in two bytes, the greater first
 * (C2SP tlog-tiles).
 */
final class EntryBundle {

  /** The longest entry that a bundle can hold, in bytes; longer ones are refused on the way in. */
  static final int LONGEST = 65_535;

  static final int LARGEST = TilePath.FULL * (2 + LONGEST);

  /** Reads entries one by one, so that the first that is damaged can be named. */
  static final class Reader {
    private final byte[] bundle;
    private int at;

    Reader(byte[] bundle) {
      this.bundle = bundle;
    }

    /** The next entry; empty if what is left cannot be one. */
    Optional<byte[]> next() {
      if (at + 2 > bundle.length) return Optional.empty();
      int length = Byte.toUnsignedInt(bundle[at]) << 8 | Byte.toUnsignedInt(bundle[at + 1]);
      if (at + 2 + length > bundle.length) return Optional.empty();
      byte[] entry = new byte[length];
      System.arraycopy(bundle, at + 2, entry, 0, length);
      at += 2 + length;
      return Optional.of(entry);
    }

    boolean isAtEnd() {
      return at == bundle.length;
    }
  }

  /** The bundle of the first so many entries; of a damaged one, what there is of them. */
  static byte[] beginning(byte[] bundle, int entries) {
    Reader reader = new Reader(bundle);
    for (int i = 0; i < entries; i++) if (reader.next().isEmpty()) return bundle;
    return Arrays.copyOf(bundle, reader.at);
  }

  static void append(ByteArrayOutputStream bundle, byte[] entry) {
    if (entry.length > LONGEST)
      throw new IllegalArgumentException(
          "an entry has at most " + LONGEST + " bytes, not " + entry.length);
    bundle.write(entry.length >> 8);
    bundle.write(entry.length & 0xff);
    bundle.writeBytes(entry);
  }

  private EntryBundle() {}
}
