package org.ascertain.press;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Texts of this project whose claims were marked by hand; {@link AnnotatedTextsTest} says by whom.
 */
final class AnnotatedTexts {

  /** A claim as it was marked: the words, what it is about, what the record must say to it. */
  record Claim(String quote, String kind, String verdict, int start, int end) {}

  record Annotated(String name, String text, List<Claim> claims) {}

  static List<Annotated> all() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".claims.tsv"))
          .sorted()
          .map(AnnotatedTexts::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(String name) {
    try {
      return Files.readString(folder().resolve(name + ".txt"), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(AnnotatedTexts.class.getResource("texts")).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Annotated read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".claims.tsv", "");
      String text = text(name);
      List<Claim> claims = new ArrayList<>();
      List<String> lines = Files.readAllLines(file, UTF_8);
      for (String line : lines.subList(1, lines.size())) {
        if (line.isBlank()) continue;
        String[] cells = line.split("\t", -1);
        int at = text.indexOf(cells[0]);
        if (at < 0) throw new IllegalStateException(name + " does not hold: " + cells[0]);
        int start = text.codePointCount(0, at);
        int end = start + cells[0].codePointCount(0, cells[0].length());
        claims.add(new Claim(cells[0], cells[1], cells[2], start, end));
      }
      return new Annotated(name, text, claims);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private AnnotatedTexts() {}
}
