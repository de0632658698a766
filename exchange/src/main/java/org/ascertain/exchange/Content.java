package org.ascertain.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a file of others; they may be read more than once, and are never held whole. */
@FunctionalInterface
public interface Content {

  /** The bytes from the beginning, as they lie there. */
  InputStream open() throws IOException;

  /** A file. */
  static Content of(Path file) {
    return () -> Files.newInputStream(file);
  }

  /** The bytes from the beginning, unpacked where they are packed by gzip. */
  default InputStream unpacked() throws IOException {
    BufferedInputStream in = new BufferedInputStream(open(), 1 << 16);
    try {
      in.mark(2);
      boolean isPacked = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return isPacked ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    } catch (IOException broken) {
      in.close();
      throw broken;
    }
  }
}
