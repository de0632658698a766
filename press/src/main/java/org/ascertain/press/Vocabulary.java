package org.ascertain.press;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words, in {@code vocabulary.tsv}. */
final class Vocabulary {

  private static final Map<String, Set<String>> LISTS =
      table("vocabulary.tsv").stream()
          .collect(Collectors.toMap(cells -> cells[0], cells -> Set.of(cells[1].split(" ", -1))));

  /** The words of a list. */
  static Set<String> of(String list) {
    Set<String> words = LISTS.get(list);
    if (words == null) throw new IllegalArgumentException(list);
    return words;
  }

  /** The rows of a table of this package, without remarks and its head. */
  static List<String[]> table(String name) {
    InputStream table = Vocabulary.class.getResourceAsStream(name);
    if (table == null) throw new UncheckedIOException(new IOException("no resource " + name));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Vocabulary() {}
}
