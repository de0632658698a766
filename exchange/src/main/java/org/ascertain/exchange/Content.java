package org.ascertain.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

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
    return Unpacked.of(this);
  }
}
