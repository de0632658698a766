package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * In Spanish what others word: the rules, by their ids; and what the archive's records say in words
 * of their own, which are outcomes of challenges, reasons of corrections, statements. What a source
 * says itself, its title and its quotations, is left in its own language.
 */
final class SpanishTexts {

  private static final Map<String, String> PHRASES = read("record-phrases.es.tsv");
  private static final Map<String, String> RULES = read("rules.es.tsv");
  private static final SequencedMap<String, String> SENTENCES = read("sentences.es.tsv");

  /** A text of a record in Spanish, where it is one of the archive's. */
  static Optional<String> phrase(String english) {
    return Optional.ofNullable(PHRASES.get(english));
  }

  /** What a rule says. */
  static Optional<String> rule(String id) {
    return Optional.ofNullable(RULES.get(id));
  }

  /** The form of a sentence, by its form in English. */
  static Optional<String> sentence(String form) {
    return Optional.ofNullable(SENTENCES.get(form));
  }

  /** The forms of all sentences, by those in English. */
  static SequencedMap<String, String> sentences() {
    return SENTENCES;
  }

  private static SequencedMap<String, String> read(String file) {
    try (InputStream in = SpanishTexts.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toMap(
                      pair -> pair[0],
                      pair -> pair[1],
                      (one, other) -> {
                        throw new IllegalStateException(file + " has two of " + one);
                      },
                      LinkedHashMap::new),
                  Collections::unmodifiableSequencedMap));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private SpanishTexts() {}
}
