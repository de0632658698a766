package org.ascertain.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.standing.Rung;

/**
 * In Spanish the sentences with which a standing gives its reasons. Their blanks are marked by what
 * stands in them: {@code {n}} a number or a day and {@code {x}} a name stay as they are, {@code
 * {c}} is the code of a unit, {@code {p}} a place, {@code {r}} a rung as electors have it, {@code
 * {s}} one as a state has it, {@code {f}} a number or a sentence, and {@code {t}} a sentence of its
 * own.
 */
final class SpanishSentences {

  private record Form(Pattern english, List<Character> blanks, String spanish) {}

  private static final Pattern BLANK = Pattern.compile("\\{([a-z])}");
  private static final Pattern FILLED = Pattern.compile("\\$(\\d)");

  private static final Map<Character, String> WHAT_FITS =
      Map.of(
          'n', "([\\d.,:−+-]*\\d)",
          'c', "([\\p{L}\\d/-]+)",
          'x', "(.+?)",
          'p', "(.+?)",
          'r', "([a-z-]+)",
          's', "([a-z-]+)",
          'f', "(.+?)",
          't', "(.+?)");

  private static final Map<Character, Function<String, Optional<String>>> FILLING =
      Map.of(
          'p', title -> Optional.of(PlaceNames.inSpanish(title)),
          'r',
              word ->
                  Rung.of(word).map(rung -> TurningPointText.ofElectors(rung, Language.SPANISH)),
          's', word -> Rung.of(word).map(rung -> TurningPointText.ofState(rung, Language.SPANISH)),
          'f', figure -> of(figure).or(() -> Optional.of(figure)),
          't', SpanishSentences::of);

  private static final List<Form> FORMS = forms();

  /** A sentence in Spanish; empty if a part of it has no Spanish, such as what a law says. */
  static Optional<String> of(String english) {
    Optional<String> whole = SpanishTexts.sentence(english);
    return whole.isPresent()
        ? whole
        : FORMS.stream().flatMap(form -> filled(form, english).stream()).findFirst();
  }

  private static Optional<String> filled(Form form, String english) {
    Matcher matcher = form.english.matcher(english);
    if (!matcher.matches()) return Optional.empty();
    List<String> blanks = new ArrayList<>();
    for (int i = 0; i < form.blanks.size(); i++) {
      Optional<String> blank =
          FILLING.getOrDefault(form.blanks.get(i), Optional::of).apply(matcher.group(i + 1));
      if (blank.isEmpty()) return Optional.empty();
      blanks.add(blank.get());
    }
    return Optional.of(
        FILLED
            .matcher(form.spanish)
            .replaceAll(
                at -> Matcher.quoteReplacement(blanks.get(Integer.parseInt(at.group(1)) - 1))));
  }

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    SpanishTexts.sentences()
        .forEach(
            (english, spanish) -> {
              List<Character> blanks =
                  BLANK.matcher(english).results().map(SpanishSentences::kind).toList();
              if (!blanks.isEmpty()) forms.add(new Form(pattern(english), blanks, spanish));
            });
    return List.copyOf(forms);
  }

  private static Pattern pattern(String english) {
    StringBuilder pattern = new StringBuilder();
    int done = 0;
    for (MatchResult blank : BLANK.matcher(english).results().toList()) {
      pattern.append(Pattern.quote(english.substring(done, blank.start())));
      pattern.append(WHAT_FITS.get(kind(blank)));
      done = blank.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(english.substring(done))).toString());
  }

  private static char kind(MatchResult blank) {
    return blank.group(1).charAt(0);
  }

  private SpanishSentences() {}
}
