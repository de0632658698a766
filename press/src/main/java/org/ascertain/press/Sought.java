package org.ascertain.press;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern that is only looked for in lines that have what it cannot match without. */
record Sought(Pattern pattern, Trigger trigger) {

  /** A line in which something is looked for. */
  record Line(String words, Trigger.Runs runs) {
    static Line of(String words) {
      return new Line(words, Trigger.Runs.of(words));
    }
  }

  /** Those that judges listen for: their patterns are constants, each is compiled once. */
  private static final Map<String, Sought> KEPT = new ConcurrentHashMap<>();

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  static Sought of(String pattern) {
    return new Sought(Starts.compile(pattern), Trigger.of(pattern));
  }

  /** The same each time that it is asked for. */
  static Sought kept(String pattern) {
    Sought kept = KEPT.get(pattern);
    return kept != null ? kept : KEPT.computeIfAbsent(pattern, Sought::of);
  }

  /** Whether some words have a constant pattern in them. */
  static boolean has(String words, String pattern) {
    return kept(pattern).isIn(words);
  }

  /** Its places in a line. */
  Matcher in(Line line) {
    return trigger.mayMatch(line.runs()) ? pattern.matcher(line.words()) : NOTHING.matcher("");
  }

  /** Whether a line has what it cannot match without. */
  boolean mayBeIn(Line line) {
    return trigger.mayMatch(line.runs());
  }

  boolean isIn(Line line) {
    return trigger.mayMatch(line.runs()) && pattern.matcher(line.words()).find();
  }

  /** Whether it is in words that are asked for little else: it is looked for at once. */
  boolean isIn(String words) {
    return pattern.matcher(words).find();
  }
}
