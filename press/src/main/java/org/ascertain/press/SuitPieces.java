package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Fact.Side;

/** Claims of when suits and recounts were asked for or began, and of how all of them ended. */
final class SuitPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("filed", Kind.SUIT)
              .hears(
                  "\\b(?:filed|went to court|asked for|requested|sued|petitioned|contest(?:ed)?).{0,60}?(?:suit|recounts?|court|contest|petition|count|result|{D:d})",
                  "(?:recount|counting|hand tally|machine recount|tally|it|work).{0,30}?(?:began|started|got under way|announced|finished|was stopped|ended|asked)")
              .example(
                  SUPPORTED, "2016-12-16", "She asked for recounts in Wisconsin on November 25.")
              .example(
                  CONTRADICTED, "2016-12-16", "She asked for recounts in Wisconsin on November 15.")
              .judges(SuitPieces::filed),
          Form.of("no-court", Kind.SUIT)
              .knows("any")
              .hears(
                  "no (?:court|judge).{0,40}?(?:given|granted|accepted|sided|found|ruled)",
                  "(?:lost|lost or withdrew|withdrew) (?:nearly |almost )?(?:every|all) (?:case|suit|of them)")
              .withDenial()
              .example(
                  CONTRADICTED, "2020-11-24", "So far no court has given the campaign any right.")
              .example(BEYOND, "2020-11-04", "So far no court has given the campaign any right.")
              .judges(SuitPieces::none));

  private static Judged filed(Slots s, Evidence e) {
    if (s.hears(
        "contests? (?:ha[sd]|have|that) |settled?\\b|⟦k|object|poll|⟦h|senat|counting of votes in all"))
      return Judged.NO_CLAIM;
    List<Entry> all = new ArrayList<>(e.all(Challenge.class, f -> true));
    if (all.isEmpty()) return Judged.NO_CLAIM;
    boolean recount =
        s.hears("recount|tally|counting|hand|count\\b")
            || (s.hears("\\bwork\\b") && s.context().contains("recount"))
            || (s.hears("^[ ,]*it\\b") && Sought.has(s.scene().words(), "(?i)recount|tally"));
    Optional<String> unit = s.place();
    List<Entry> own =
        all.stream()
            .filter(
                c ->
                    unit.isEmpty()
                        || ((Challenge) c.fact()).units().isEmpty()
                        || ((Challenge) c.fact()).units().contains(unit.get()))
            .filter(
                c ->
                    recount
                        == (((Challenge) c.fact()).kind() == Fact.ChallengeKind.RECOUNT
                            || ((Challenge) c.fact()).kind() == Fact.ChallengeKind.AUDIT))
            .toList();
    if (Rulings.namesSuit(s.words()))
      own =
          all.stream()
              .filter(c -> Rulings.isNamed(((Challenge) c.fact()).name(), s.words()))
              .toList();
    Set<String> names = Rulings.names(s.piece().words());
    if (s.hears("in (?:⟦n[0-9]+⟧|three) states") && recount) {
      long states =
          all.stream()
              .map(c -> (Challenge) c.fact())
              .filter(c -> names.stream().anyMatch(n -> c.name().contains(n)))
              .flatMap(c -> c.units().stream())
              .distinct()
              .count();
      Optional<Quantity> n = s.count();
      return n.isPresent() && states > 0
          ? Judged.held(
              n.get().whole() == states,
              "The record has them for %s.".formatted(Wording.counted(states, "state", "states")),
              List.of())
          : Judged.NO_CLAIM;
    }
    boolean hasDay = s.day().isPresent();
    if (!hasDay || own.isEmpty()) return Judged.NO_CLAIM;
    List<Entry> events = new ArrayList<>();
    boolean ends = s.hears("finish|stopped|ended|completed");
    for (Entry each : own) {
      if (!ends) events.add(each);
      String id = ((Challenge) each.fact()).id();
      if (ends || s.hears("began|started|counting"))
        events.addAll(e.all(Ruling.class, r -> r.challenge().equals(id)));
    }
    for (Entry each : events) {
      Judged judged = Judged.supported(told(each), List.of(each)).at(each);
      if (s.fits(judged, e)) return judged.undeniable();
    }
    if (s.hears("began|started|under way"))
      return Judged.beyond("When that began is not on record, but when it was asked for.");
    return own.size() == 1 && events.size() == 1
        ? Judged.supported(told(events.getFirst()), events).at(events.getFirst())
        : Judged.beyond("The record has other days for it.");
  }

  /** "Recount in Wisconsin, asked by Stein: on record 1 Dec 2016." */
  private static String told(Entry event) {
    String what =
        event.fact() instanceof Challenge suit
            ? suit.name()
            : "The ruling: " + ((Ruling) event.fact()).outcome();
    return Wording.sentence("%s, on record %s".formatted(what, Evidence.time(event)));
  }

  private static Judged none(Slots s, Evidence e) {
    if (s.hears("\\bnot\\b|fraud|overturn|evidence|revers|chang|merit")) return Judged.NO_CLAIM;
    if (s.hears("no (?:court|judge)")) {
      List<Entry> won =
          e.all(Ruling.class, r -> r.side().filter(Side.PETITIONER::equals).isPresent());
      if (won.isEmpty()) return Judged.beyond("The record does not hold every suit.");
      return Judged.contradicted(
          Rulings.sentence(e, won.getLast()), won.subList(won.size() - 1, won.size()));
    }
    long closed = 0;
    long failed = 0;
    for (Entry each : e.all(Ruling.class, r -> r.closing() && r.side().isPresent())) {
      closed++;
      if (((Ruling) each.fact()).side().get() == Side.RESPONDENT) failed++;
    }
    if (closed < 10) return Judged.NO_CLAIM;
    String why = "Of %d suits on record that are closed %d failed.".formatted(closed, failed);
    boolean nearly = s.hears("nearly|almost");
    if (nearly)
      return 10 * failed >= 9 * closed
          ? Judged.supported(why, List.of()).undeniable()
          : Judged.imprecise(why, List.of());
    return failed < closed ? Judged.contradicted(why, List.of()) : Judged.beyond(why);
  }

  private SuitPieces() {}
}
