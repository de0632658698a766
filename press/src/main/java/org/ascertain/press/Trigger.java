package org.ascertain.press;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * The words without which a pattern cannot match, told from the pattern itself: of each set one has
 * to be in a line. Most lines have none of them and are not searched.
 */
final class Trigger {

  /** Shorter runs of letters are in most lines. */
  private static final int SHORTEST = 3;

  /** Words of which a line must hold one, by their runs of three letters. */
  private record Any(List<int[]> words, int shortest) {
    boolean isIn(long[] runs) {
      for (int[] word : words) if (holds(runs, word)) return true;
      return false;
    }

    private static boolean holds(long[] runs, int[] word) {
      for (int run : word) if ((runs[run >> 6] & (1L << run)) == 0) return false;
      return true;
    }
  }

  /** Which runs of three letters a line has, as far as their hashes tell. */
  static final class Runs {
    /** How many runs are told apart. */
    static final int SIZE = 1 << 13;

    private final long[] bits;

    private Runs(long[] bits) {
      this.bits = bits;
    }

    static Runs of(String line) {
      long[] bits = new long[SIZE >> 6];
      int two = 0;
      for (int i = 0; i < line.length(); i++) {
        int c = Character.toLowerCase(line.charAt(i));
        if (i >= 2) {
          int run = hash(two >> 16, two & 0xFFFF, c);
          bits[run >> 6] |= 1L << run;
        }
        two = (two << 16) | c;
      }
      return new Runs(bits);
    }

    void forEach(IntConsumer each) {
      for (int i = 0; i < bits.length; i++)
        for (long left = bits[i]; left != 0; left &= left - 1)
          each.accept((i << 6) + Long.numberOfTrailingZeros(left));
    }
  }

  private static int hash(int a, int b, int c) {
    return ((a * 31 + b) * 31 + c) & (Runs.SIZE - 1);
  }

  private final List<Any> all;

  private Trigger(List<Any> all) {
    this.all = all;
  }

  boolean mayMatch(Runs line) {
    for (Any each : all) if (!each.isIn(line.bits)) return false;
    return true;
  }

  /** The words that are rarest, each by its runs; empty where it needs none. */
  List<int[]> rarest() {
    return all.isEmpty() ? List.of() : all.getFirst().words();
  }

  static Trigger of(String pattern) {
    List<Any> all = new ArrayList<>(new Reader(pattern).alternatives());
    // the longest words are the rarest
    all.sort(Comparator.comparingInt(Any::shortest).reversed());
    return new Trigger(List.copyOf(all));
  }

  private static Any word(String letters) {
    int[] runs = new int[letters.length() - SHORTEST + 1];
    for (int i = 0; i < runs.length; i++)
      runs[i] = hash(letters.charAt(i), letters.charAt(i + 1), letters.charAt(i + 2));
    return new Any(List.of(runs), letters.length());
  }

  /** Reads what a pattern needs, as far as it is plain letters, groups and classes. */
  private static final class Reader extends PatternReader {

    Reader(String pattern) {
      super(pattern);
    }

    /** How many of the words that a way needs are put beside those of the other ways. */
    private static final int WAYS_DEEP = 3;

    /**
     * What all alternatives up to the end of the group need: of several the best of each, the next
     * of each, and so on, as one of them has to be there.
     */
    List<Any> alternatives() {
      List<List<Any>> ways = new ArrayList<>();
      ways.add(sequence());
      while (at < pattern.length() && pattern.charAt(at) == '|') {
        at++;
        ways.add(sequence());
      }
      if (ways.size() == 1) return ways.getFirst();
      if (ways.stream().anyMatch(List::isEmpty)) return List.of();
      int deepest = 0;
      for (List<Any> way : ways) {
        way.sort(Comparator.comparingInt(Any::shortest).reversed());
        deepest = Math.max(deepest, way.size());
      }
      List<Any> needs = new ArrayList<>();
      for (int i = 0; i < Math.min(deepest, WAYS_DEEP); i++) needs.add(each(ways, i));
      return needs;
    }

    private static Any each(List<List<Any>> ways, int depth) {
      List<int[]> words = new ArrayList<>();
      int shortest = Integer.MAX_VALUE;
      for (List<Any> way : ways) {
        Any any = way.get(Math.min(depth, way.size() - 1));
        words.addAll(any.words());
        shortest = Math.min(shortest, any.shortest());
      }
      return new Any(List.copyOf(words), shortest);
    }

    private List<Any> sequence() {
      List<Any> needs = new ArrayList<>();
      StringBuilder run = new StringBuilder();
      while (!isEndOfWay()) {
        char c = pattern.charAt(at++);
        boolean isLetter = false;
        List<Any> inner = List.of();
        switch (c) {
          case '(' -> inner = group();
          case '[' -> skipClass();
          case '\\' -> {
            char escaped = pattern.charAt(at++);
            if (escaped == 'b') continue;
            isLetter = !Character.isLetterOrDigit(escaped);
            c = escaped;
          }
          case '.', '^', '$' -> {}
          default -> isLetter = true;
        }
        boolean isNeeded = quantifier();
        if (isLetter && isNeeded) run.append(c);
        if (!isLetter || !isNeeded || repeats) {
          end(run, needs);
          if (isNeeded) needs.addAll(inner);
        }
      }
      end(run, needs);
      return needs;
    }

    /** A group whose bracket is open; what stands behind, or must not come, needs nothing. */
    private List<Any> group() {
      Group group = open();
      if (group == Group.FLAGS) return List.of();
      List<Any> needs = alternatives();
      at++;
      return group == Group.ASIDE ? List.of() : needs;
    }

    private void skipClass() {
      if (pattern.charAt(at) == '^') at++;
      if (pattern.charAt(at) == ']') at++;
      while (pattern.charAt(at) != ']') at += pattern.charAt(at) == '\\' ? 2 : 1;
      at++;
    }

    private static void end(StringBuilder run, List<Any> needs) {
      if (run.length() >= SHORTEST) needs.add(word(run.toString().toLowerCase(Locale.ROOT)));
      run.setLength(0);
    }
  }
}
