package org.ascertain.standing;

import java.util.List;
import org.ascertain.law.Sentence;

/**
 * Why a figure is what it is: a sentence, the rules and entries it rests on, and what it is made
 * of.
 *
 * @param sentence in words
 * @param figure the figure itself, as text
 * @param rules ids of rules of law
 * @param entries indexes of the record
 */
public record Explanation(
    Sentence sentence,
    String figure,
    List<String> rules,
    List<Long> entries,
    List<Explanation> parts) {

  public Explanation {
    rules = List.copyOf(rules);
    entries = List.copyOf(entries);
    parts = List.copyOf(parts);
  }

  /** The sentence in English. */
  public String text() {
    return sentence.toString();
  }

  /** A part that is made of nothing further. */
  static Explanation leaf(Sentence text, String figure, List<String> rules, List<Long> entries) {
    return new Explanation(text, figure, rules, entries, List.of());
  }
}
