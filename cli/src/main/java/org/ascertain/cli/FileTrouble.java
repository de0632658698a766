package org.ascertain.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file that was named cannot be read. */
final class FileTrouble {

  /** The sentence. */
  static String of(Path file, IOException why) {
    if (why instanceof NoSuchFileException || Files.isDirectory(file)) return noFile(file);
    return why instanceof CharacterCodingException
        ? "'%s' is no text in UTF-8.".formatted(file)
        : "'%s' cannot be read: %s.".formatted(file, why.getMessage());
  }

  /** The sentence about what is no file: nothing, or a folder. */
  static String noFile(Path file) {
    return Files.isDirectory(file)
        ? "'%s' is a folder, and a file is meant.".formatted(file)
        : "There is no file '%s'.".formatted(file);
  }

  private FileTrouble() {}
}
