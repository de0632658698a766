package org.ascertain.press;

import java.util.List;
import java.util.Optional;

/**
 * A claim of a text, and what the record says to it.
 *
 * @param start the first character of the claim, in Unicode code points of the text as it came
 * @param end the character after its last
 * @param election the id of the election of which it speaks
 * @param verdict by what the record holds at the text's day
 * @param form the id of the form by which it was read
 * @param claim its words, as they came
 * @param why the verdict, in a sentence
 * @param entries the indexes of the record's entries that the verdict rests on
 * @param today what the record says with everything in it, where that differs
 */
public record Finding(
    int start,
    int end,
    String election,
    Verdict verdict,
    Kind kind,
    String form,
    String claim,
    String why,
    List<Long> entries,
    Optional<Today> today) {

  public Finding {
    entries = List.copyOf(entries);
  }

  /** What the whole record says to a claim. */
  public record Today(Verdict verdict, String why, List<Long> entries) {
    public Today {
      entries = List.copyOf(entries);
    }
  }
}
