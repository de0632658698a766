package org.ascertain.press;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that are looked for in sentences, the longer before the shorter. */
final class Lexicon {

  /** A name in a sentence. */
  record Found(int start, int end, String name) {}

  private final Map<String, List<String>> byFirstWord = new HashMap<>();

  Lexicon(Collection<String> names) {
    names.stream()
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(
            name ->
                byFirstWord
                    .computeIfAbsent(name.substring(0, wordEnd(name, 0)), w -> new ArrayList<>())
                    .add(name));
  }

  /** The names in a sentence, from its beginning; none lies over another. */
  List<Found> in(String sentence) {
    List<Found> all = new ArrayList<>();
    int at = 0;
    while (at < sentence.length()) {
      int end = wordEnd(sentence, at);
      boolean begins = end > at && (at == 0 || sentence.charAt(at - 1) != '-');
      String name = begins ? longest(sentence, at, end) : "";
      if (!name.isEmpty()) {
        all.add(new Found(at, at + name.length(), name));
        end = at + name.length();
      }
      at = Math.max(end, at + 1);
    }
    return all;
  }

  private String longest(String sentence, int from, int to) {
    for (String name : byFirstWord.getOrDefault(sentence.substring(from, to), List.of())) {
      int end = from + name.length();
      if (sentence.startsWith(name, from)
          && (end == sentence.length()
              || (!isOfWord(sentence.charAt(end)) && sentence.charAt(end) != '-'))) return name;
    }
    return "";
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isOfWord(text.charAt(end))) end++;
    return end;
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
