package org.ascertain.press;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells English from other languages by its commonest words. */
final class English {

  private static final Map<String, Set<String>> COMMON = new LinkedHashMap<>();

  static {
    COMMON.put(
        "en",
        Set.of(
            "the", "of", "and", "to", "in", "that", "was", "for", "on", "with", "his", "by", "as",
            "at", "from", "had", "has", "it", "is", "were", "after", "their", "would", "who",
            "said"));
    COMMON.put(
        "es",
        Set.of(
            "el", "la", "de", "que", "los", "las", "y", "en", "del", "por", "con", "una", "un",
            "se", "para", "su", "al", "lo", "votos", "fue"));
    COMMON.put(
        "fr",
        Set.of(
            "le", "la", "les", "des", "et", "du", "une", "que", "dans", "pour", "est", "sur", "par",
            "au", "aux", "qui", "pas", "avec", "ses", "ont"));
    COMMON.put(
        "de",
        Set.of(
            "der", "die", "das", "und", "den", "von", "zu", "mit", "dem", "ist", "nicht", "ein",
            "eine", "auf", "hat", "sich", "im", "des", "als", "auch"));
    COMMON.put(
        "pt",
        Set.of(
            "o", "os", "da", "do", "das", "dos", "em", "um", "uma", "que", "para", "com", "foi",
            "na", "no", "pelo", "seu", "ao", "mais", "votos"));
    COMMON.put(
        "it",
        Set.of(
            "il", "di", "che", "e", "della", "del", "per", "con", "una", "nel", "alla", "gli",
            "sono", "ha", "non", "dei", "delle", "si", "lo", "anche"));
  }

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int ENOUGH = 20_000;

  /**
   * The code of a text's language as far as it can be told: {@code en}, or another, or {@code und}.
   */
  static String languageOf(String plain) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    int words = 0;
    int latin = 0;
    Matcher found = WORD.matcher(plain);
    while (found.find() && words < ENOUGH) {
      words++;
      String word = found.group().toLowerCase(Locale.ROOT);
      if (word.chars().allMatch(c -> c < 0x250)) latin++;
      COMMON.forEach(
          (code, common) -> {
            if (common.contains(word)) seen.merge(code, 1, Integer::sum);
          });
    }
    if (words == 0 || 2 * latin < words) return "und";
    int english = seen.getOrDefault("en", 0);
    String best = "en";
    int most = english;
    for (Map.Entry<String, Integer> each : seen.entrySet())
      if (each.getValue() > most) {
        best = each.getKey();
        most = each.getValue();
      }
    if (!best.equals("en")) return best;
    return 100 * english >= 8 * words || words < 12 ? "en" : "und";
  }

  private English() {}
}
