package org.ascertain.press;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Patterns that are only tried where they can begin. The characters with which a pattern can begin
 * are told from the pattern itself, and are looked for before it: what it finds is the same.
 */
final class Starts {

  /** With more characters than so it could begin nearly anywhere. */
  private static final int MOST = 60;

  /** A pattern, tried only where it can begin. */
  static Pattern compile(String pattern) {
    First first = new Reader(pattern).alternatives();
    if (first.mayBeEmpty || first.isAny || first.all.cardinality() > MOST)
      return Pattern.compile(pattern);
    StringBuilder written = new StringBuilder("(?=[");
    first.all.stream()
        .forEach(c -> written.append("\\x{").append(Integer.toHexString(c)).append('}'));
    return Pattern.compile(written + "])(?:" + pattern + ")");
  }

  /** With what something can begin; whether it may be empty, and with anything. */
  private static final class First {
    private final BitSet all = new BitSet();
    private boolean mayBeEmpty;
    private boolean isAny;

    void or(First other) {
      all.or(other.all);
      isAny |= other.isAny;
    }

    void add(char from, char to, boolean isOfAnyCase) {
      all.set(from, to + 1);
      if (!isOfAnyCase) return;
      for (char c = from; c <= to && c < 128; c++) {
        all.set(Character.toLowerCase(c));
        all.set(Character.toUpperCase(c));
      }
    }

    static First nothing() {
      First first = new First();
      first.mayBeEmpty = true;
      return first;
    }

    static First anything() {
      First first = new First();
      first.isAny = true;
      return first;
    }
  }

  /** Reads a pattern as far as it is plain letters, groups, classes and how often each stands. */
  private static final class Reader extends PatternReader {
    private final boolean isOfAnyCase;

    Reader(String pattern) {
      super(pattern);
      this.isOfAnyCase = pattern.contains("(?i");
    }

    First alternatives() {
      First first = new First();
      while (true) {
        First way = sequence();
        first.or(way);
        first.mayBeEmpty |= way.mayBeEmpty;
        if (at >= pattern.length() || pattern.charAt(at) != '|') return first;
        at++;
      }
    }

    private First sequence() {
      First first = First.nothing();
      while (!isEndOfWay()) {
        First next = element();
        boolean isNeeded = quantifier();
        if (!first.mayBeEmpty) continue;
        first.or(next);
        first.mayBeEmpty = next.mayBeEmpty || !isNeeded;
      }
      return first;
    }

    private First element() {
      char c = pattern.charAt(at++);
      return switch (c) {
        case '(' -> group();
        case '[' -> ofClass();
        case '\\' -> escaped();
        case '.' -> First.anything();
        case '^', '$' -> First.nothing();
        default -> one(c);
      };
    }

    private First one(char c) {
      First first = new First();
      first.add(c, c, isOfAnyCase);
      return first;
    }

    private First escaped() {
      char c = pattern.charAt(at++);
      return switch (c) {
        case 'b', 'B' -> First.nothing();
        case 'd' -> digits();
        case 'n' -> one('\n');
        case 't' -> one('\t');
        default -> Character.isLetterOrDigit(c) ? First.anything() : one(c);
      };
    }

    private static First digits() {
      First first = new First();
      first.add('0', '9', false);
      return first;
    }

    /** A class whose bracket is open; of one that excludes anything may be in it. */
    private First ofClass() {
      First first = new First();
      if (pattern.charAt(at) == '^') {
        first.isAny = true;
        at++;
      }
      boolean isFirst = true;
      while (isFirst || pattern.charAt(at) != ']') {
        isFirst = false;
        char from = pattern.charAt(at++);
        if (from == '[' || from == '&') first.isAny = true;
        if (from == '\\') {
          first.or(escaped());
          continue;
        }
        boolean isRange = pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
        if (isRange) {
          first.add(from, pattern.charAt(at + 1), isOfAnyCase);
          at += 2;
        } else first.add(from, from, isOfAnyCase);
      }
      at++;
      return first;
    }

    /** A group whose bracket is open; what stands ahead or behind takes nothing. */
    private First group() {
      Group group = open();
      if (group == Group.FLAGS) return First.nothing();
      First first = alternatives();
      at++;
      return group == Group.TAKES ? first : First.nothing();
    }
  }

  private Starts() {}
}
