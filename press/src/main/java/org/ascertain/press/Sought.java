package org.ascertain.press;

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

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  static Sought of(String pattern) {
    return new Sought(Pattern.compile(pattern), Trigger.of(pattern));
  }

  /** Its places in a line. */
  Matcher in(Line line) {
    return trigger.mayMatch(line.runs()) ? pattern.matcher(line.words()) : NOTHING.matcher("");
  }

  boolean isIn(Line line) {
    return trigger.mayMatch(line.runs()) && pattern.matcher(line.words()).find();
  }

  boolean isIn(String words) {
    return isIn(Line.of(words));
  }
}
