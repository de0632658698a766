package org.ascertain.press;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headlines in which all words but the smallest begin with a capital, as they would stand in a
 * sentence: what is no name begins with a small letter. The length stays the same.
 */
final class Headlines {

  /** Words that headlines of elections write with a capital, and that are no names. */
  private static final Set<String> NO_NAMES = Vocabulary.of("headline");

  private static final Pattern WORD = Pattern.compile("(?<![\\w'.-])[A-Za-z][A-Za-z'-]*");

  /** Shorter words are small in most headlines. */
  private static final int LONG = 4;

  private static final int LEAST_WORDS = 3;

  /** Whether nearly all longer words begin with a capital, and no point ends the line. */
  static boolean isOne(String words) {
    if (words.stripTrailing().endsWith(".") || words.length() > 200) return false;
    int all = 0;
    int capital = 0;
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      if (word.group().length() < LONG) continue;
      all++;
      if (Character.isUpperCase(word.group().charAt(0))) capital++;
    }
    return all > LEAST_WORDS && capital * 10 >= all * 9;
  }

  /** A line as it is read: the same, unless it is such a headline. */
  static String read(String words) {
    if (!isOne(words)) return words;
    return WORD.matcher(words)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    isName(word, words) ? word.group() : word.group().toLowerCase(Locale.ROOT)));
  }

  private static boolean isName(MatchResult word, String words) {
    String small = word.group().toLowerCase(Locale.ROOT);
    boolean isOfCollege = small.equals("electoral") && words.startsWith(" College", word.end());
    return isOfCollege || !NO_NAMES.contains(small);
  }

  private Headlines() {}
}
