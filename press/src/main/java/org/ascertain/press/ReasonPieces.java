package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Fact.Side;

/** Claims of why a court decided as it did. */
final class ReasonPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("reason-of-a-ruling", Kind.SUIT)
              .knows("@U away down")
              .hears(
                  "(?<standing>(?:want|lack) of (?:legal )?standing|no (?:legal )?standing|(?:lacked|had no|without|for|on|not have) (?:legal )?standing)",
                  "(?<laches>laches|(?:filed|came|brought|sued) (?:far )?too late|undue delay)",
                  "(?<moot>\\bmoot(?:ness)?\\b)",
                  "(?:because|on the ground|for|found|had|as) .{0,30}?(?<proof>(?:weak|no|lack of|want of|insufficient|too little|without) (?:case|evidence|proof)(?: (?:of|on|for) .{0,20}?fraud)?)")
              .withDenial()
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "Texas was turned down by the Supreme Court for want of standing.")
              .example(
                  CONTRADICTED, "2020-12-16", "Texas was turned down by the Supreme Court as moot.")
              .judges(ReasonPieces::reason));

  private static final Pattern OF_SUPREME = Pattern.compile("(?i)supreme court|justices");

  private static Judged reason(Slots s, Evidence e) {
    String context = s.piece().sentence().words() + " " + s.scene().words();
    if (!Sought.has(context, "(?i)court|suit|justices|judge|petition| v\\. "))
      return Judged.NO_CLAIM;
    List<Entry> named = Rulings.named(s, e);
    if (named.isEmpty() || named.size() > 3) return Judged.NO_CLAIM;
    if (named.size() > 1 && OF_SUPREME.matcher(context).find())
      named = named.stream().filter(r -> Rulings.told(e, r).contains("Supreme Court")).toList();
    List<Entry> refused =
        named.stream()
            .filter(r -> ((Ruling) r.fact()).side().filter(Side.RESPONDENT::equals).isPresent())
            .toList();
    if (refused.size() != 1) return Judged.NO_CLAIM;
    Entry meant = refused.getFirst();
    String told = Rulings.told(e, meant).toLowerCase(Locale.ROOT);
    Optional<String> is = Optional.empty();
    for (String each : List.of("standing", "laches", "moot", "evidence"))
      if (told.contains(each)) is = is.or(() -> Optional.of(each));
    if (is.isEmpty())
      return Judged.beyond("Why it was decided so is not on record. " + Rulings.sentence(e, meant));
    String said =
        s.has("standing")
            ? "standing"
            : s.has("laches") ? "laches" : s.has("moot") ? "moot" : "evidence";
    String why = Rulings.sentence(e, meant);
    return told.contains(said)
        ? Judged.supported(why, List.of(meant)).undeniable()
        : Judged.contradicted(why, List.of(meant)).undeniable();
  }

  private ReasonPieces() {}
}
