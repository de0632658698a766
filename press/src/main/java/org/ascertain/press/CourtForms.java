package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Fact.Side;

/**
 * Claims about suits. A ruling is of one suit: what is said of all of them the record can only
 * speak to as far as it holds them.
 */
final class CourtForms {

  /** Of how many suits it is told. */
  private static final String SOME =
      "(?:[Aa]ll|[Ee]very|[Oo]ne by one, |[Nn]early all|[Aa]lmost all|[Vv]irtually all|[Dd]ozens of|[Mm]ost|[Mm]any)? ?(?:of )?(?:the |his |her |their |its |these |those |such )?";

  private static final String SUITS =
      "(?:legal |court |election |campaign's )*(?:(?:law)?suits|challenges|complaints|claims|petitions)";

  static final List<Form> ALL =
      List.of(
          Form.of("supreme-court-ruled", Kind.SUIT)
              .reads(
                  "(?<![A-Z][a-z]{3,12} )(?<![A-Z][a-z]{3,12}'s )(?<!state's )(?<!state )(?:U\\.S\\. |the |[Tt]he )*(?<![A-Z][a-z]{3,12} )(?<![A-Z][a-z]{3,12}'s )(?<!state's )(?<!state )Supreme Court (?:has |had )?(?:also )?(?<how>rejected|dismissed|threw out|denied|refused|declined|turned away|turned down|stopped|halted|blocked|stayed|reversed|ended|ordered (?:a halt|an end)|ruled|upheld)(?:(?! (?:New|Pennsylvania'?s?|Georgia'?s?)).){0,60}?(?=[,.;]| on ⟦D|$)")
              .withDenial()
              .example(SUPPORTED, "2000-12-14", "The Supreme Court stopped the recount on Dec. 9.")
              .example(BEYOND, "2000-12-14", "The Supreme Court stopped the recount on Dec. 5.")
              .judges(CourtForms::supremeCourt),
          Form.of("suits-failed", Kind.SUIT)
              .knows(
                  "lawsuits persuade one by or fraud wrongdoing process across several both courts judges investigators election officials his her their its the those allies repeatedly consistently roundly resoundingly overwhelmingly uniformly soundly nearly almost virtually many most baseless unfounded team legal")
              .reads(
                  SOME
                      + SUITS
                      + " (?:have |had |were |all )*(?:failed|been rejected|been dismissed|dismissed|rejected|thrown out|been thrown out)",
                  "(?:[Tt]he |[Bb]oth )*(?:[Ss]tate and federal )?(?:[Cc]ourts|[Jj]udges)(?: and [a-z]+)? (?:have |had |all )*(?:[a-z]+ly )?(?:rejected|dismissed|threw out|thrown out|turned (?:down|away)|tossed(?: out)?|refused) "
                      + SOME
                      + SUITS,
                  SOME
                      + SUITS
                      + " (?:have |had |has )?(?<won>succeeded|prevailed|(?:been |were )(?:granted|upheld|won))",
                  "(?:[Tt]he |[Bb]oth )*(?:[Ss]tate and federal )?(?:[Cc]ourts|[Jj]udges) (?:have |had |all )*(?:[a-z]+ly )?(?<granted>granted|upheld|accepted|sided with) "
                      + SOME
                      + SUITS)
              .withDenial()
              .example(IMPRECISE, "2020-12-15", "Lawsuits have failed in the courts.")
              .example(
                  IMPRECISE,
                  "2020-12-18",
                  "Judges and officials have roundly dismissed his complaints and those of his party.")
              .example(IMPRECISE, "2020-12-18", "The courts threw out all of his challenges.")
              .example(CONTRADICTED, "2020-12-18", "Most of the lawsuits have succeeded.")
              .example(CONTRADICTED, "2020-12-18", "The courts upheld most of his challenges.")
              .judges(CourtForms::failed),
          Form.of("suits-number", Kind.SUIT)
              .reads(
                  "{N:n} (?:election |post-election |legal |separate )*(?:lawsuits|suits|court challenges|legal challenges|cases)(?! (?:of|in) ⟦U)")
              .example(IMPRECISE, "2020-12-15", "More than 50 lawsuits were filed.")
              .example(SUPPORTED, "2020-12-15", "At least 40 lawsuits were filed.")
              .example(CONTRADICTED, "2020-12-15", "Fewer than 20 lawsuits were filed.")
              .judges(CourtForms::number));

  private static Judged supremeCourt(Slots s, Evidence e) {
    List<Entry> rulings = e.all(Ruling.class, f -> isOfTheSupremeCourt(e, f));
    if (rulings.isEmpty())
      return Judged.beyond("The record holds no ruling of that court by then.");
    if (s.day().isEmpty())
      return Judged.beyond(
          "The record holds rulings of that court; which is meant is not clear without a day.");
    List<Entry> onDay =
        rulings.stream()
            .filter(
                r ->
                    Evidence.within(
                        r.fact().attestation().at(), s.day().get().from(), s.day().get().to()))
            .toList();
    if (onDay.size() != 1)
      return Judged.beyond(
          "Which ruling is meant is not clear: on that day the record holds " + onDay.size() + ".");
    Ruling ruling = (Ruling) onDay.getFirst().fact();
    boolean refuses = ruling.side().filter(Side.RESPONDENT::equals).isPresent();
    boolean saysRefused =
        s.words("how")
            .matches(
                "rejected|dismissed|threw out|denied|refused|declined|turned away|turned down");
    String why =
        "%s: %s, %s."
            .formatted(
                challenge(e, ruling).map(Fact.Challenge::name).orElse("The ruling"),
                ruling.outcome(),
                Evidence.time(onDay.getFirst()));
    if (ruling.side().isEmpty() || refuses != saysRefused)
      return Judged.beyond(why + " The record's words are others.");
    return Judged.supported(why, onDay).at(onDay.getFirst()).undeniable();
  }

  private static Optional<Fact.Challenge> challenge(Evidence e, Ruling ruling) {
    return e.first(Fact.Challenge.class, c -> c.id().equals(ruling.challenge()))
        .map(c -> (Fact.Challenge) c.fact());
  }

  private static boolean isOfTheSupremeCourt(Evidence e, Ruling ruling) {
    return challenge(e, ruling).filter(c -> c.venue().startsWith("U.S. Supreme Court")).isPresent();
  }

  private static Judged failed(Slots s, Evidence e) {
    if (Sought.has(s.all(), "not|never"))
      return Judged.beyond("The record does not hold every suit.");
    long closed = 0;
    long failed = 0;
    long won = 0;
    List<Entry> first = new ArrayList<>();
    for (Entry suit : e.all(Fact.Challenge.class, c -> c.kind() == ChallengeKind.LAWSUIT)) {
      String id = ((Fact.Challenge) suit.fact()).id();
      Optional<Entry> last = e.last(Ruling.class, r -> r.challenge().equals(id));
      if (last.isEmpty()) continue;
      closed++;
      Optional<Side> side = ((Ruling) last.get().fact()).side();
      if (side.filter(Side.RESPONDENT::equals).isPresent()) failed++;
      if (side.filter(Side.PETITIONER::equals).isPresent()) won++;
      if (first.size() < 5 && side.filter(Side.RESPONDENT::equals).isPresent())
        first.add(last.get());
    }
    if (closed == 0) return Judged.beyond("The record holds no suit that was decided by then.");
    String why =
        "Of %d suits on record with a ruling %d failed%s; the record does not hold every suit."
            .formatted(
                closed, failed, won > 0 ? " and " + won + " had success, at least in part" : "");
    if (s.has("won") || s.has("granted"))
      return 2 * failed > closed ? Judged.contradicted(why, first) : Judged.beyond(why);
    return 2 * failed > closed ? Judged.imprecise(why, first) : Judged.beyond(why);
  }

  private static Judged number(Slots s, Evidence e) {
    long suits = e.all(Fact.Challenge.class, c -> c.kind() == ChallengeKind.LAWSUIT).size();
    if (suits == 0) return Judged.beyond("The record holds no suits by then.");
    if (Sought.has(s.words(), "(?i)\\b(?:grant(?:ed|s)|upheld|won|succeeded|sustained|allowed)\\b"))
      return Judged.NO_CLAIM;
    String why = "The record holds %d by then, and not all there were.".formatted(suits);
    Quantity said = s.number("n");
    if (said.sense() == Quantity.Sense.LESS_THAN && suits > said.whole())
      return Judged.contradicted(why, List.of());
    if (said.sense() == Quantity.Sense.AT_LEAST && suits >= said.whole())
      return Judged.supported(why, List.of()).undeniable();
    return said.sense() == Quantity.Sense.MORE_THAN && suits > said.whole()
        ? Judged.imprecise(why, List.of())
        : Judged.beyond(why);
  }

  private CourtForms() {}
}
