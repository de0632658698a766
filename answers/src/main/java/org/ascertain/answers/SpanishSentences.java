package org.ascertain.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ascertain.law.Sentence;
import org.ascertain.standing.Rung;

/**
 * In Spanish the sentences with which a standing gives its reasons: by their forms, whose blanks
 * are filled anew. {@code $1} in the Spanish form stands for the first blank.
 */
final class SpanishSentences {

  private static final char BLANK = '$';

  /** A sentence in Spanish; empty if a part of it has no Spanish, such as what a law says. */
  static Optional<String> of(Sentence sentence) {
    Optional<String> form = SpanishTexts.sentence(sentence.form());
    Optional<List<String>> blanks = blanks(sentence);
    return form.isPresent() && blanks.isPresent()
        ? Optional.of(filled(form.get(), blanks.get()))
        : Optional.empty();
  }

  private static Optional<List<String>> blanks(Sentence sentence) {
    List<String> blanks = new ArrayList<>();
    for (int i = 0; i < sentence.blanks().size(); i++) {
      Optional<String> blank = blank(sentence.kinds().get(i), sentence.blanks().get(i));
      if (blank.isEmpty()) return Optional.empty();
      blanks.add(blank.get());
    }
    return Optional.of(blanks);
  }

  private static Optional<String> blank(char kind, Object blank) {
    if (blank instanceof Sentence part) return of(part);
    if (blank instanceof List<?> several) {
      List<String> parts = new ArrayList<>();
      for (Object each : several) blank(kind, Objects.requireNonNull(each)).ifPresent(parts::add);
      return parts.size() == several.size()
          ? Optional.of(String.join(", ", parts))
          : Optional.empty();
    }
    String text = blank.toString();
    return switch (kind) {
      case 'p' -> Optional.of(PlaceNames.inSpanish(text));
      case 'r' -> Rung.of(text).map(rung -> TurningPointText.ofElectors(rung, Language.SPANISH));
      case 's' -> Rung.of(text).map(rung -> TurningPointText.ofState(rung, Language.SPANISH));
      default -> Optional.of(text); // names, codes, numbers and days stay as they are
    };
  }

  private static String filled(String form, List<String> blanks) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      boolean isBlank =
          form.charAt(i) == BLANK && i + 1 < form.length() && Character.isDigit(form.charAt(i + 1));
      if (isBlank) text.append(blanks.get(form.charAt(++i) - '1'));
      else text.append(form.charAt(i));
    }
    return text.toString();
  }

  private SpanishSentences() {}
}
