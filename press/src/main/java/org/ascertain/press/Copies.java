package org.ascertain.press;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether texts are copies of one: by how many runs of five words the shorter shares with the
 * other, marks and capitals aside.
 */
public final class Copies {

  private static final int RUN = 5;
  private static final double SAME = 0.5;
  private static final double SHARED = 0.05;

  /** How two texts are related. */
  public enum Relation {
    /** One text in two copies. */
    SAME("same"),
    /** They share a wire or a quotation. */
    SHARED("shared"),
    UNRELATED("unrelated");

    private final String word;

    Relation(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * Two texts held against each other.
   *
   * @param a the place of the one in the list that was given
   * @param b that of the other
   * @param shared of a hundredth part: how much of the shorter is in the other, from 0 to 1
   * @param changes of one text in two copies, the sentences of either that the other has otherwise
   *     or not at all; of two texts that share words of somebody, those that one of them has
   *     otherwise: at most twenty
   */
  public record Pair(int a, int b, Relation relation, double shared, List<Change> changes) {
    public Pair {
      changes = List.copyOf(changes);
    }
  }

  /** A sentence as one copy has it, and the likest one of the other; empty where there is none. */
  public record Change(String one, String other) {}

  /** Every pair of texts. */
  public static List<Pair> of(List<String> texts) {
    List<String> plain = texts.stream().map(text -> Text.of(text).plain()).toList();
    List<Set<String>> runs = plain.stream().map(Copies::runs).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < texts.size(); a++)
      for (int b = a + 1; b < texts.size(); b++) {
        double shared = shared(runs.get(a), runs.get(b));
        List<Change> changes =
            shared >= SAME
                ? changes(plain.get(a), plain.get(b))
                : Renderings.of(plain.get(a), plain.get(b));
        Relation relation =
            shared >= SAME
                ? Relation.SAME
                : shared >= SHARED || !changes.isEmpty() ? Relation.SHARED : Relation.UNRELATED;
        pairs.add(new Pair(a, b, relation, shared, changes));
      }
    return pairs;
  }

  private static double shared(Set<String> one, Set<String> other) {
    Set<String> shorter = one.size() <= other.size() ? one : other;
    Set<String> longer = one.size() <= other.size() ? other : one;
    if (shorter.isEmpty()) return 0;
    long both = shorter.stream().filter(longer::contains).count();
    return Math.round(1000.0 * both / shorter.size()) / 1000.0;
  }

  static List<String> words(String text) {
    return List.of(
        text.toLowerCase(Locale.ROOT)
            .replace("'", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .split(" ", -1));
  }

  private static Set<String> runs(String text) {
    List<String> words = words(text);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++)
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    return runs;
  }

  private static List<Change> changes(String one, String other) {
    List<String> a = sentences(one);
    List<String> b = sentences(other);
    Set<String> inOther = new HashSet<>(b.stream().map(Copies::key).toList());
    Set<String> inOne = new HashSet<>(a.stream().map(Copies::key).toList());
    List<String> newInOther = b.stream().filter(s -> !inOne.contains(key(s))).toList();
    Set<String> paired = new LinkedHashSet<>();
    List<Change> changes = new ArrayList<>();
    for (String sentence : a) {
      if (inOther.contains(key(sentence))) continue;
      String likest = "";
      double best = 0.4;
      for (String each : newInOther) {
        double alike = alike(sentence, each);
        if (alike <= best || paired.contains(each)) continue;
        best = alike;
        likest = each;
      }
      if (!likest.isEmpty()) paired.add(likest);
      changes.add(new Change(sentence, likest));
    }
    for (String each : newInOther) if (!paired.contains(each)) changes.add(new Change("", each));
    return changes.size() > 20 ? changes.subList(0, 20) : changes;
  }

  static List<String> sentences(String plain) {
    return Sentences.of(plain).stream()
        .map(place -> plain.substring(place.start(), place.end()).replaceAll("\\s+", " "))
        .toList();
  }

  private static String key(String sentence) {
    return String.join(" ", words(sentence));
  }

  private static double alike(String one, String other) {
    return alike(words(one), words(other));
  }

  /** How many of the words of two are the same, from 0 to 1. */
  static double alike(List<String> one, List<String> other) {
    Set<String> a = new HashSet<>(one);
    Set<String> b = new HashSet<>(other);
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return 2.0 * both.size() / (a.size() + b.size());
  }

  private Copies() {}
}
