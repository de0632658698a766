package org.ascertain.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a file from the beginning, unpacked where they are packed by gzip. */
final class Unpacked extends BufferedInputStream {

  private static final int SIZE = 1 << 16;

  private final Optional<Gunzip> packed;

  private Unpacked(InputStream in, Optional<Gunzip> packed) {
    super(in, SIZE);
    this.packed = packed;
  }

  static Unpacked of(Content content) throws IOException {
    InputStream in = new BufferedInputStream(content.open(), SIZE);
    try {
      in.mark(2);
      boolean isPacked = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      if (!isPacked) return new Unpacked(in, Optional.empty());
      Gunzip packed = new Gunzip(in);
      return new Unpacked(packed, Optional.of(packed));
    } catch (IOException broken) {
      in.close();
      throw broken;
    }
  }

  /**
   * Whether it is JSON in UTF-16: that is to be written in UTF-8 (RFC 8259, section 8.1), and its
   * reader takes either without a word.
   */
  boolean isWideJson() throws IOException {
    mark(4);
    byte[] start = readNBytes(4);
    reset();
    boolean isWide = false;
    boolean isJson = false;
    for (byte each : start) {
      isWide |= each == 0;
      isJson |= each == '{' || each == '[';
    }
    return isWide && isJson;
  }

  /** What stands behind all that is packed and is no part of it, once that was read to its end. */
  Optional<Fault> behind() {
    return packed.flatMap(Gunzip::behind);
  }
}
