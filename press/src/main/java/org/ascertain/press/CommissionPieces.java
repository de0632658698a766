package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.CommissionRuling;

/** Claims of what the Electoral Commission of 1877 decided, in pieces of sentences. */
final class CommissionPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("award-of-the-commission", Kind.SUIT)
              .hears(
                  "(?:gave|awarded|assigned) (?<every>every|all(?: the)?|each) (?:disputed )?(?:return|state|vote)s?.{0,20}? to (?:mr\\.? )?{C:c}",
                  "{N:all} .{0,20}?(?<joined>reject)",
                  "{U:u},? {D:d}")
              .example(
                  SUPPORTED,
                  "1877-03-02",
                  "The Commission gave every disputed return to Mr. Hayes.")
              .example(
                  CONTRADICTED,
                  "1877-03-02",
                  "The Commission gave every disputed return to Mr. Tilden.")
              .judges(CommissionPieces::award));

  private static Judged award(Slots s, Evidence e) {
    List<Entry> all = e.all(CommissionRuling.class, f -> true);
    if (all.isEmpty() || !s.context().contains("commission")) return Judged.NO_CLAIM;
    if (s.has("every")) {
      boolean ofHayes = e.chosen().equals(s.in((Mention.Person) s.mention("c")));
      return Judged.held(ofHayes, "The Commission decided each for the Hayes electors.", all);
    }
    if (s.has("joined")) {
      Optional<String> unit = s.placeOfSentence();
      if (unit.isEmpty()) return Judged.NO_CLAIM;
      long said = s.number("all").whole();
      List<Entry> refused =
          all.stream()
              .filter(r -> of(r).jurisdiction().equals(unit.get()) && of(r).inFavour() == 0)
              .toList();
      return refused.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.held(
              said == of(refused.getFirst()).against(),
              "Against it were %d.".formatted(of(refused.getFirst()).against()),
              refused);
    }
    if (!s.piece().sentence().words().contains("ommission")
        || s.hears("certif|object|elector|met\\b|counted|open")) return Judged.NO_CLAIM;
    List<Entry> own =
        all.stream()
            .filter(r -> of(r).jurisdiction().equals(s.unit("u")) && of(r).inFavour() > 0)
            .toList();
    return own.isEmpty()
        ? Judged.NO_CLAIM
        : Judged.supported(
                "The Commission decided it %s.".formatted(Evidence.time(own.getFirst())),
                List.of(own.getFirst()))
            .at(own.getFirst())
            .undeniable();
  }

  private static CommissionRuling of(Entry entry) {
    return (CommissionRuling) entry.fact();
  }

  /** How the Commission decided, where the words are those of a court. */
  static Judged decided(Slots s, Evidence e) {
    List<Entry> all = e.all(CommissionRuling.class, f -> true);
    if (all.isEmpty()) return Judged.NO_CLAIM;
    Optional<String> unit = s.placeOfSentence();
    List<Entry> own =
        unit.isEmpty()
            ? all
            : all.stream().filter(r -> of(r).jurisdiction().equals(unit.get())).toList();
    Optional<Mention.Score> score = s.one(Mention.Score.class);
    if (score.isEmpty()) return Judged.NO_CLAIM;
    boolean each =
        own.stream()
            .map(CommissionPieces::of)
            .filter(r -> r.inFavour() > 0)
            .allMatch(r -> r.inFavour() == score.get().one() && r.against() == score.get().other());
    boolean republican =
        s.standing().isEmpty()
            || e.party(s.standing().getFirst()).filter("Republican"::equals).isPresent();
    return Judged.held(
        each && republican && !own.isEmpty(),
        "The Commission decided each by 8 to 7 for the Hayes electors.",
        own);
  }

  private CommissionPieces() {}
}
