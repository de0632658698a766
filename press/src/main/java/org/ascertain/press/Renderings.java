package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Copies.Change;

/**
 * Words that two texts give of one message, and not alike: altered, in part or in another rendering
 * from another language.
 */
final class Renderings {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]{40,1200})\"");

  /** Fewer words are like many others. */
  private static final int LEAST_WORDS = 10;

  /** How much of the words of the one has to stand in the other, in their order. */
  private static final double ALIKE = 0.6;

  private static final int MOST = 20;

  /** What either text quotes, beside how the other has it, in quotation marks or without. */
  static List<Change> of(String one, String other) {
    List<Change> all = new ArrayList<>();
    List<String> ofOther = quoted(other);
    List<String> ofOne = quoted(one);
    for (String each : ofOne)
      likest(each, ofOther)
          .or(() -> likest(each, Copies.sentences(other)))
          .ifPresent(likest -> all.add(new Change(each, likest)));
    for (String each : ofOther)
      if (all.stream().noneMatch(change -> change.other().contains(each)))
        likest(each, ofOne)
            .or(() -> likest(each, Copies.sentences(one)))
            .ifPresent(likest -> all.add(new Change(likest, each)));
    all.removeIf(change -> isSame(change.one(), change.other()));
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static List<String> quoted(String plain) {
    List<String> all = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(plain);
    while (quoted.find()) {
      String words = quoted.group(1).replaceAll("\\s+", " ").strip();
      if (Copies.words(words).size() >= LEAST_WORDS) all.add(words);
    }
    return all;
  }

  private static Optional<String> likest(String words, List<String> among) {
    List<String> own = Copies.words(words);
    String likest = "";
    double best = ALIKE;
    for (String each : among) {
      List<String> others = Copies.words(each);
      // of two quotations the shorter may be a part of the longer
      boolean isShorter = others.size() < own.size();
      if (others.size() < LEAST_WORDS) continue;
      double alike =
          isShorter ? QuotationForms.alike(others, own) : QuotationForms.alike(own, others);
      if (alike < best) continue;
      best = alike;
      likest = each;
    }
    return likest.isEmpty() ? Optional.empty() : Optional.of(likest);
  }

  /** Whether one has the words of the other, whatever stands around them. */
  private static boolean isSame(String one, String other) {
    String a = String.join(" ", Copies.words(one));
    String b = String.join(" ", Copies.words(other));
    return a.contains(b) || b.contains(a);
  }

  private Renderings() {}
}
