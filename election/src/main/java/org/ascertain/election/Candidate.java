package org.ascertain.election;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person for whom votes are cast. The id is the surname in lower-case ASCII, or given name and
 * surname.
 */
public record Candidate(String id, String name, Optional<String> party) {

  /** The name that the id stands for: {@code van-buren} is "Van Buren". */
  public String shortName() {
    return shortName(id, name);
  }

  /**
   * The part of a full name that an id stands for; where it has no such part, the id's own words.
   */
  public static String shortName(String id, String fullName) {
    String words = id.replace('-', ' ');
    int place = plain(fullName).indexOf(words);
    if (place >= 0) return fullName.substring(place, place + words.length());
    return Arrays.stream(words.split(" ", -1))
        .map(
            word ->
                word.isEmpty()
                    ? word
                    : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** A name as its id is written, but for the hyphens: without accents and capitals. */
  public static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replace('-', ' ')
        .toLowerCase(Locale.ROOT);
  }
}
