package org.ascertain.press;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** By what somebody spoke: a text that says by a letter is not right of a telegram. */
final class Medium {

  /** Words of a text, and of the record's name for the same. */
  private static final Map<Pattern, Pattern> SAME =
      Map.of(
          Pattern.compile("\\bletters?\\b"), Pattern.compile("letter|written|message"),
          Pattern.compile("\\b(?:telegram(?:me)?s?|cables?|cabled|wired)\\b"),
              Pattern.compile("telegram|cable|wire"),
          Pattern.compile("\\b(?:telephoned?|phoned?|phone call|rang|by phone)\\b"),
              Pattern.compile("call|phone"),
          Pattern.compile("\\btweet(?:s|ed)?\\b"), Pattern.compile("tweet|twitter|social"));

  /** Whether words name no way of speaking, or one that the record's name for it has, too. */
  static boolean fits(String words, String form) {
    String said = words.toLowerCase(Locale.ROOT);
    String known = form.toLowerCase(Locale.ROOT);
    return SAME.entrySet().stream()
        .filter(each -> each.getKey().matcher(said).find())
        .allMatch(each -> each.getValue().matcher(known).find());
  }

  private Medium() {}
}
