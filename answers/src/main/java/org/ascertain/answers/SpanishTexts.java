package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In Spanish what others word: the rules, by their ids; and what the archive's records say in words
 * of their own, which are outcomes of challenges, reasons of corrections, statements. What a source
 * says itself, its title and its quotations, is left in its own language.
 */
final class SpanishTexts {

  private static final Map<String, String> PHRASES = read("record-phrases.es.tsv");
  private static final Map<String, String> RULES = read("rules.es.tsv");

  /** A text of a record in Spanish, where it is one of the archive's. */
  static Optional<String> phrase(String english) {
    return Optional.ofNullable(PHRASES.get(english));
  }

  /** What a rule says. */
  static Optional<String> rule(String id) {
    return Optional.ofNullable(RULES.get(id));
  }

  private static Map<String, String> read(String file) {
    try (InputStream in = SpanishTexts.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private SpanishTexts() {}
}
