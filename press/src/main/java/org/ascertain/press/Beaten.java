package org.ascertain.press;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Person;

/** Who is said in a sentence to have beaten whom, beside a score that does not say it itself. */
final class Beaten {

  private static final String ADVERBS = "(?:(?:had|has|was|were|only|[a-z]+ly) )*";

  /** Not "lost Arizona", "lost the popular vote". */
  private static final String NOT_OF_A_PART = "(?! (?:⟦U|the (?:popular|state|state's)\\b|[A-Z]))";

  private static final Pattern LOSER =
      Starts.compile(
          "⟦C(?<a>[0-9]+)⟧(?:'s)? "
              + ADVERBS
              + "(?:(?:lost|loses|losing)\\b"
              + NOT_OF_A_PART
              + "|beaten\\b|defeated by\\b|routed\\b|outpolled by\\b|defeat by\\b|loss\\b)"
              + "|\\b(?:voted|decided) against ⟦C(?<b>[0-9]+)⟧");

  private static final Pattern WINNER =
      Starts.compile(
          "⟦C(?<a>[0-9]+)⟧ "
              + ADVERBS
              + "(?:(?:won|wins)\\b"
              + NOT_OF_A_PART
              + "|beat\\b|beats\\b|prevailed\\b|triumphed\\b)"
              + "|\\b(?:lost to|beaten by|defeated by|defeat by|loss to) (?:[Pp]resident )?⟦C(?<b>[0-9]+)⟧");

  /** Whether one who had the most is said to have lost, or one who had less to have won. */
  static boolean isAgainst(Slots s, Predicate<String> isFirst) {
    return is(LOSER, s, isFirst) || is(WINNER, s, isFirst.negate());
  }

  private static boolean is(Pattern said, Slots s, Predicate<String> isSo) {
    Tagged sentence = s.piece().sentence();
    Matcher found = said.matcher(sentence.full().text());
    while (found.find()) {
      String mark = found.group("a") != null ? found.group("a") : found.group("b");
      if (sentence.mentions().get(Integer.parseInt(mark)).mention() instanceof Person who
          && !who.isPronoun()
          && s.in(who).filter(isSo).isPresent()) return true;
    }
    return false;
  }

  private Beaten() {}
}
