package org.ascertain.press;

/**
 * Goes through the text of a pattern: where it stands, what a group is, how often a thing stands.
 * What is made of it is for whoever reads.
 */
abstract class PatternReader {

  /** What a group is, by what stands behind its bracket. */
  enum Group {
    /** It takes what it matches. */
    TAKES,
    /** It looks at what has to come, and takes nothing. */
    AHEAD,
    /** It looks at what must not come, or at what stands before. */
    ASIDE,
    /** It only sets flags, and is closed already. */
    FLAGS
  }

  final String pattern;
  int at;

  /** Whether what was read last has a sign of how often it stands. */
  boolean repeats;

  PatternReader(String pattern) {
    this.pattern = pattern;
  }

  /** Whether one of several ways ends here. */
  boolean isEndOfWay() {
    return at >= pattern.length() || pattern.charAt(at) == '|' || pattern.charAt(at) == ')';
  }

  /** Skips what says how often; whether it is once at least. */
  boolean quantifier() {
    repeats = false;
    if (at >= pattern.length()) return true;
    char c = pattern.charAt(at);
    boolean isNeeded = true;
    if (c == '?' || c == '*') isNeeded = false;
    else if (c == '{') isNeeded = pattern.charAt(at + 1) != '0';
    else if (c != '+') return true;
    repeats = true;
    at = c == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) at++;
    return isNeeded;
  }

  /** Goes into a group whose bracket is open. */
  Group open() {
    if (pattern.charAt(at) != '?') return Group.TAKES;
    int sign = at;
    if (pattern.startsWith("?<", at) && "=!".indexOf(pattern.charAt(at + 2)) < 0) {
      at = pattern.indexOf('>', at) + 1;
      return Group.TAKES;
    }
    while (":=!)".indexOf(pattern.charAt(at)) < 0) at++;
    char last = pattern.charAt(at++);
    return switch (last) {
      case ':' -> Group.TAKES;
      case ')' -> Group.FLAGS;
      default -> pattern.startsWith("?=", sign) ? Group.AHEAD : Group.ASIDE;
    };
  }
}
