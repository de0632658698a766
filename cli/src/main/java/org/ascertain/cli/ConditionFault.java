package org.ascertain.cli;

import org.ascertain.condition.ConditionParser.Parsed.NotUnderstood;

/** Where a condition is not understood, with what stands around that place and a mark below it. */
final class ConditionFault {

  /** Characters that are shown before the place, and from it on: together they fit a terminal. */
  private static final int AROUND = 30;

  /** A problem quotes what it is about, which may be long. */
  private static final int LONGEST_PROBLEM = 400;

  /**
   * Words it.
   *
   * @param text the condition as it was written
   */
  static String words(String text, NotUnderstood fault) {
    int from = fault.place() <= AROUND * 2 ? 0 : fault.place() - AROUND;
    int to = Math.min(text.length(), fault.place() + AROUND);
    if (text.length() <= AROUND * 2) {
      from = 0;
      to = text.length();
    }
    String before = from > 0 ? "..." : "";
    String shown = before + text.substring(from, to) + (to < text.length() ? "..." : "");
    String problem = fault.problem();
    if (problem.length() > LONGEST_PROBLEM) problem = problem.substring(0, LONGEST_PROBLEM) + "...";
    String where = from > 0 ? " (at character " + (fault.place() + 1) + ")" : "";
    return "The condition is not understood: %s%s.%n  %s%n  %s^"
        .formatted(problem, where, shown, " ".repeat(before.length() + fault.place() - from));
  }

  private ConditionFault() {}
}
