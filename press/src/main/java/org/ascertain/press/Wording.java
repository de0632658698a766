package org.ascertain.press;

import java.util.Collection;
import java.util.List;

/** How reasons are put in words: numbers with what they count, lists, and the time of an event. */
final class Wording {

  /** "No day", "1 day", "42 days", as it stands within a sentence. */
  static String counted(long number, String one, String many) {
    return number == 0 ? "no " + one : number == 1 ? "1 " + one : "%,d %s".formatted(number, many);
  }

  /** The same at the beginning of a sentence. */
  static String countedFirst(long number, String one, String many) {
    String words = counted(number, one, many);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** "Maine", "Maine and Ohio", "Maine, Ohio and Iowa". */
  static String listed(Collection<?> all) {
    List<String> words = all.stream().map(String::valueOf).toList();
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  /** With a capital at its beginning and one stop at its end. */
  static String sentence(String words) {
    String own = words.strip().replaceAll(" {2,}", " ");
    if (own.isEmpty()) return own;
    String first = Character.toUpperCase(own.charAt(0)) + own.substring(1);
    return ".!?".indexOf(first.charAt(first.length() - 1)) >= 0 ? first : first + ".";
  }

  /** A reason with the time of what it tells, unless it has that itself. */
  static String withTime(String why, String time) {
    return why.replace("about ", "").contains(time) ? why : "It was %s. %s".formatted(time, why);
  }

  private Wording() {}
}
