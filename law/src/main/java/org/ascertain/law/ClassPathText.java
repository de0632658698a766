package org.ascertain.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Text that lies beside the classes. The only place of this module that reads anything. */
final class ClassPathText {

  /** The text of a file of this package, which is part of the program: its absence is a fault. */
  static String of(String name) {
    try (InputStream file = ClassPathText.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClassPathText() {}
}
