package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.press.Mention.Person;
import org.ascertain.press.Mention.Placed;

/** Claims of whose candidate somebody was. */
final class PartyPieces {

  private static final String PARTY =
      "(?<party>democrat(?:ic)?|republican|libertarian|green|reform|constitution|socialist|progressive|independent)";

  static final List<Form> ALL =
      List.of(
          Form.of("candidate-of-a-party", Kind.OFFICE)
              .knows("libertarian green independent recount asked")
              .hears(
                  "(?<said>"
                      + PARTY
                      + "(?: party)?(?:'s)? (?:presidential )?(?:candidate|nominee),? )?{C:c}",
                  "{C:c},? (?:of )?the "
                      + PARTY
                      + "(?: party)?(?:'s)? (?:presidential )?(?:candidate|nominee|standard)")
              .ahead()
              .example(
                  CONTRADICTED,
                  "2016-12-16",
                  "A recount was asked for by Libertarian candidate Jill Stein.")
              .example(
                  SUPPORTED, "2016-12-16", "It was Jill Stein, the Green candidate, who asked.")
              .judges(PartyPieces::party));

  private static final Sought BEFORE =
      Sought.of(
          "(?i)\\b" + PARTY + "(?: party)?(?:'s)? (?:presidential )?(?:candidate|nominee),? $");

  private static Judged party(Slots s, Evidence e) {
    Optional<String> who = s.in((Person) s.mention("c"));
    String said = s.words("party").isEmpty() ? before(s) : s.words("party");
    if (who.isEmpty() || said.isEmpty() || !e.isPresidential(who.get())) return Judged.NO_CLAIM;
    Optional<String> party = e.party(who.get());
    if (party.isEmpty()) return Judged.NO_CLAIM;
    String own = party.get().toLowerCase(Locale.ROOT);
    String word = said.toLowerCase(Locale.ROOT);
    return Judged.held(
        own.startsWith(word) || word.startsWith(own),
        "The party of %s was %s.".formatted(e.name(who.get()), party.get()),
        List.of());
  }

  /** Words before a name are of its mention, or stand before that. */
  private static String before(Slots s) {
    for (Placed each : s.piece().mentions()) {
      if (!(each.mention() instanceof Person person) || person.isPronoun()) continue;
      if (!each.mention().equals(s.mention("c"))) continue;
      String words = s.piece().sentence().words().substring(0, each.end());
      int name = words.lastIndexOf(' ');
      for (int i = 0; i < 3 && name > 0; i++) {
        var found = BEFORE.in(Sought.Line.of(words.substring(0, name + 1)));
        if (found.find()) return found.group("party");
        name = words.lastIndexOf(' ', name - 1);
      }
    }
    return "";
  }

  private PartyPieces() {}
}
