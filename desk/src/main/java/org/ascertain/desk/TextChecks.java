package org.ascertain.desk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ascertain.election.Fact;

/** What people wrote in a row, which the public log would keep for ever. */
final class TextChecks {

  private static final Pattern MAIL =
      Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(\\.[\\p{Alnum}-]{1,63})+");

  /** Ten digits as Americans group them; a figure with commas is none. */
  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?<![\\d,.])(\\+?1[-. ])?(\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d,])");

  static void of(Fact fact, Findings found) {
    fact.attestation().note().ifPresent(note -> text("note", note, found));
    switch (fact) {
      case Fact.Correction f -> text("reason", f.reason(), found);
      case Fact.Retraction f -> text("reason", f.reason(), found);
      case Fact.NotAppointed f -> text("reason", f.reason(), found);
      case Fact.Objection f -> f.signers().forEach(signer -> text("signers", signer, found));
      default -> {
        return; // the words of other kinds are of a public act, or of its source
      }
    }
  }

  private static void text(String field, String text, Findings found) {
    personal(text)
        .ifPresent(
            what ->
                found.add(
                    IntakeCheck.PERSONAL,
                    field,
                    Figure.text("what", what),
                    Figure.text("field", field)));
  }

  private static Optional<String> personal(String text) {
    if (text.indexOf('@') >= 0 && MAIL.matcher(text).find()) return Optional.of("a mail address");
    return TELEPHONE.matcher(text).find() ? Optional.of("a telephone number") : Optional.empty();
  }

  private TextChecks() {}
}
