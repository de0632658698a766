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
    if (why instanceof NoSuchFileException) return "There is no file '%s'.".formatted(file);
    if (Files.isDirectory(file)) return "'%s' is a folder, and a file is meant.".formatted(file);
    return why instanceof CharacterCodingException
        ? "'%s' is no text in UTF-8.".formatted(file)
        : "'%s' cannot be read: %s.".formatted(file, why.getMessage());
  }

  private FileTrouble() {}
}
