package org.ascertain.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence as a value: its form, and what fills the blanks of it. Whoever tells it in another
 * language finds the form there and fills it anew; nobody takes a sentence apart.
 *
 * <p>A blank of a form is a letter in braces, which says what stands in it: {@code {n}} a number or
 * a day, {@code {x}} a name, {@code {c}} the code of a unit, {@code {p}} the title of a place,
 * {@code {r}} a rung as electors have it, {@code {s}} one as a state has it, {@code {f}} a number
 * or a sentence, {@code {t}} a sentence of its own, or several, which follow each other.
 *
 * @param form in English
 * @param blanks what fills each blank in order: a text, a sentence or a list of sentences
 */
public record Sentence(String form, List<Object> blanks) {

  public Sentence {
    blanks = List.copyOf(blanks);
    if (kinds(form).size() != blanks.size())
      throw new IllegalArgumentException(blanks.size() + " blanks for '" + form + "'");
  }

  /** A sentence of this form; numbers stand as they are written without a formatter. */
  public static Sentence of(String form, Object... blanks) {
    List<Object> filling = new ArrayList<>();
    for (Object blank : blanks)
      filling.add(blank instanceof Sentence || blank instanceof List<?> ? blank : blank.toString());
    return new Sentence(form, filling);
  }

  /** What stands in each blank, by its letter. */
  public List<Character> kinds() {
    return kinds(form);
  }

  private static List<Character> kinds(String form) {
    List<Character> kinds = new ArrayList<>();
    for (int at = form.indexOf('{'); at >= 0; at = form.indexOf('{', at + 1))
      kinds.add(form.charAt(at + 1));
    return kinds;
  }

  /** The sentence in English. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (Object blank : blanks) {
      int at = form.indexOf('{', done);
      text.append(form, done, at).append(english(blank));
      done = form.indexOf('}', at) + 1;
    }
    return text.append(form, done, form.length()).toString();
  }

  private static String english(Object blank) {
    return blank instanceof List<?> several
        ? several.stream().map(Object::toString).collect(Collectors.joining(", "))
        : blank.toString();
  }
}
