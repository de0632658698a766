package org.ascertain.press;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Placed;

/** Whether a piece of a sentence tells of whom it speaks only by words that stand for a name. */
final class Guesses {

  /** Before a piece or at its beginning. */
  private static final Pattern RELATIVE_PRONOUN =
      Starts.compile(",? ?(?:who|which|whose) ?$|^(?:who|which|whose) ");

  /** "Hastert, who had", "the president, who had". */
  private static final Pattern NAME_LAST = Starts.compile("(?:⟧|\\b[A-Z][\\w'-]+)[, ]*$");

  /** Whom "he" or "who" stands for is a guess: too little to contradict a text. */
  static boolean isOfPronounOnly(Piece piece) {
    String before = piece.sentence().full().text().substring(0, piece.from());
    String antecedent = RELATIVE_PRONOUN.matcher(before).replaceFirst("");
    boolean isRelative =
        antecedent.length() < before.length()
            || RELATIVE_PRONOUN.matcher(piece.marked()).lookingAt();
    boolean pronoun =
        isRelative && (!NAME_LAST.matcher(antecedent).find() || isPronounBefore(piece));
    boolean isOfSomebody = false;
    for (Placed each : piece.mentions())
      if (each.mention() instanceof Mention.Person) {
        if (!isPronoun(each)) return false;
        isOfSomebody = true;
      }
    return pronoun || isOfSomebody || isOfPossessor(piece);
  }

  /** The same of a whole sentence: whether of those whom a form took none is told by name. */
  static boolean isOfPronounOnly(Tagged sentence, Set<Integer> taken) {
    List<Placed> persons =
        taken.stream()
            .map(sentence.mentions()::get)
            .filter(each -> each.mention() instanceof Mention.Person)
            .toList();
    return !persons.isEmpty() && persons.stream().allMatch(Guesses::isPronoun);
  }

  /** "He", and not "the Democrat". */
  private static boolean isPronoun(Placed each) {
    return each.mention() instanceof Mention.Person person
        && person.isPronoun()
        && each.end() - each.start() <= LONGEST_PRONOUN;
  }

  private static final int LONGEST_PRONOUN = 3;

  /** "His lead", where the sentence names nobody. */
  private static boolean isOfPossessor(Piece piece) {
    return POSSESSIVE.matcher(piece.marked()).find()
        && piece.sentence().mentions().stream()
            .noneMatch(
                each ->
                    each.mention() instanceof Mention.Person
                        || each.mention() instanceof Mention.Actor);
  }

  private static final Pattern POSSESSIVE = Starts.compile("\\b(?:[Hh]is|[Hh]er) ");

  /** Whether what is named last before a piece is somebody, and not by name: "the president". */
  private static boolean isPronounBefore(Piece piece) {
    return piece.sentence().mentions().stream()
        .filter(each -> each.end() <= piece.start())
        .reduce((earlier, later) -> later)
        .filter(each -> each.mention() instanceof Mention.Person person && person.isPronoun())
        .isPresent();
  }

  private Guesses() {}
}
