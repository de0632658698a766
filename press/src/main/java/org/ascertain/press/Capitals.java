package org.ascertain.press;

import java.util.Locale;
import java.util.Set;

/**
 * Lines in capitals, of headlines and telegrams, as they would stand in a sentence: names are not
 * told from other words there, so every word but the smallest and the initials begins with a
 * capital. The length stays the same.
 */
final class Capitals {

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "and", "or", "but",
          "as", "is", "was", "were", "are", "has", "have", "had", "not", "no", "with", "after",
          "before", "all", "its", "his", "her", "their", "against", "over", "now", "yet", "than");

  private static final Set<String> INITIALS =
      Set.of(
          "AP", "CNN", "NBC", "CBS", "ABC", "MSNBC", "VNS", "DDHQ", "HQ", "US", "U.S.", "D.C.",
          "DC", "MR", "GOP", "UN", "NATO", "EU", "TV", "II", "III");

  /** Whether most of the letters of some words are capitals. */
  static boolean areIn(String words) {
    long upper = words.chars().filter(Character::isUpperCase).count();
    long letters = words.chars().filter(Character::isLetter).count();
    return letters >= 12 && upper * 10 >= letters * 8;
  }

  /** A line as it is read: the same, unless it stands in capitals. */
  static String read(String words) {
    if (!areIn(words)) return words;
    StringBuilder read = new StringBuilder(words.length());
    int at = 0;
    while (at < words.length()) {
      int end = at;
      while (end < words.length()
          && (Character.isLetter(words.charAt(end)) || words.charAt(end) == '.')) end++;
      if (end == at) {
        read.append(words.charAt(at++));
        continue;
      }
      String word = words.substring(at, end);
      if (INITIALS.contains(word) && !word.equals("MR")) read.append(word);
      else {
        String low = word.toLowerCase(Locale.ROOT);
        boolean small = SMALL.contains(low) && at > 0;
        read.append(small ? low : Character.toUpperCase(low.charAt(0)) + low.substring(1));
      }
      at = end;
    }
    return read.length() == words.length() ? read.toString() : words;
  }

  private Capitals() {}
}
