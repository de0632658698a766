package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Fact.Statement;
import org.ascertain.election.Fact.Topic;

/** Claims of what those who stood conceded, took back or claimed for themselves. */
final class ConcessionForms {

  static final List<Form> ALL =
      List.of(
          Form.of("conceded", Kind.CONCESSION)
              .knows("televised")
              .reads(
                  "{C:c}..(?:(?:had |has |have )?(?:not |never )?conceded|did not concede|concedes|delivered (?:his|her) concession(?: speech)?|gave (?:his|her) concession speech|made (?:his|her) concession|refused to concede)(?: (?:the )?(?:election|race|defeat|presidency))?(?: to {C:w})?",
                  "{C:c}'s concession(?: speech)?(?: came| was| to {C:w})?",
                  "{C:c} (?:called|telephoned|phoned) {C:w} to concede",
                  "concession (?:by|of|from) {C:c}")
              .example(SUPPORTED, "2000-12-14", "Gore conceded on Wednesday.")
              .example(SUPPORTED, "2004-11-04", "Kerry called Bush to concede.")
              .example(CONTRADICTED, "2004-11-04", "Kerry conceded on Nov. 2.")
              .judges(ConcessionForms::conceded),
          Form.of("concession-taken-back", Kind.CONCESSION)
              .reads(
                  "{C:c} (?:called (?:him |{C:w} )?(?:back|again) to )?(?:retracted|retract|took back|withdrew|withdraw|take back|rescinded|take it back) (?:his|her|the) concession")
              .example(SUPPORTED, "2000-11-09", "Gore retracted his concession.")
              .example(CONTRADICTED, "2000-11-20", "Gore retracted his concession on November 15.")
              .judges(ConcessionForms::takenBack),
          Form.of("claimed-victory", Kind.STATEMENT)
              .ahead()
              .reads(
                  "{C:c} (?:had |has )?(?:falsely |prematurely |wrongly )?(?:claimed|declared|proclaimed) (?:victory|that he had won|himself the winner|he had won)")
              .example(SUPPORTED, "2020-11-05", "Trump claimed victory on Wednesday.")
              .example(CONTRADICTED, "2020-11-08", "Trump claimed victory on November 6.")
              .judges((s, e) -> stated(s, e, Topic.CLAIM_OF_VICTORY, "claimed victory")),
          Form.of("claimed-fraud", Kind.STATEMENT)
              .ahead()
              .reads(
                  "{C:c}..(?:began claiming|claimed|alleged|began alleging|insisted|complained|said)..(?:election|vote)..(?:was|were|had been|is|being) (?:\"(?:stolen|rigged)[,.]?\"|stolen|rigged|fraudulent)")
              .example(
                  SUPPORTED, "2020-12-15", "Trump began claiming that the election was stolen.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "Trump began claiming on November 2 that the election was stolen.")
              .example(
                  SUPPORTED, "2020-12-15", "Trump began claiming that the election was \"stolen.\"")
              .judges((s, e) -> stated(s, e, Topic.FRAUD, "spoke of theft or fraud")));

  /** What a candidate said or did himself. */
  static Predicate<String> isNamed(Evidence e, String candidate) {
    String surname =
        e.candidates().stream()
            .filter(c -> c.id().equals(candidate))
            .map(Candidate::shortName)
            .findFirst()
            .orElse(candidate);
    return actor -> actor.replaceAll(",.*", "").replaceAll(" Jr\\.$", "").endsWith(surname);
  }

  /** "Harris telephoned Trump and conceded": who is named last is not who did it. */
  private static final Pattern TO_WHOM =
      Starts.compile(
          "(?:call|called|telephone|telephoned|phoned|rang|wired|told|congratulated?|met|beat|lost|to|with|from|by|of|over|against) (?:up )?$");

  static Judged conceded(Slots s, Evidence e) {
    String candidate = s.candidate("c");
    if (!e.isPresidential(candidate) || TO_WHOM.matcher(s.before()).find()) return Judged.NO_CLAIM;
    Predicate<String> own = isNamed(e, candidate);
    List<Entry> all =
        e.all(
            Acknowledgement.class,
            f -> own.test(f.actor()) && f.stance().filter(Stance.CONCEDES::equals).isPresent());
    boolean refused = s.all().contains("refused");
    if (all.isEmpty())
      return e.chosen().filter(candidate::equals).isPresent() && !refused
          ? Judged.contradicted(e.name(candidate) + " was chosen.", List.of()).undeniable()
          : Judged.beyond(
              "The record holds no concession of %s by then, and may not hold all."
                  .formatted(e.name(candidate)));
    if (all.stream()
        .noneMatch(a -> Medium.fits(s.all() + s.after(), AcknowledgementForms.said(a).form())))
      return Judged.NO_CLAIM;
    if (s.has("w")
        && all.stream()
            .noneMatch(a -> AcknowledgementForms.said(a).toward().equals(s.candidate("w"))))
      return Judged.contradicted(
          "It was to " + e.name(AcknowledgementForms.said(all.getFirst()).toward()) + ".", all);
    Entry meant = all.getFirst();
    for (Entry each : all)
      if (s.day().isPresent()
          && Evidence.within(
              each.fact().attestation().at(), s.day().get().from(), s.day().get().to()))
        meant = each;
    for (Entry each : all)
      if (s.fits(each, e))
        return Judged.supported(AcknowledgementForms.told(each), List.of(each)).at(each);
    return Judged.supported(AcknowledgementForms.told(meant), List.of(meant)).at(meant);
  }

  private static Judged takenBack(Slots s, Evidence e) {
    Predicate<String> own = isNamed(e, s.candidate("c"));
    Optional<Entry> back =
        e.first(
            Acknowledgement.class,
            f ->
                own.test(f.actor())
                    && f.stance().filter(Stance.WITHHOLDS::equals).isPresent()
                    && f.toward().equals("none"));
    return back.isEmpty()
        ? Judged.beyond("The record does not hold it.")
        : Judged.supported(AcknowledgementForms.told(back.get()), List.of(back.get()))
            .at(back.get());
  }

  private static Judged stated(Slots s, Evidence e, Topic topic, String what) {
    Predicate<String> own = isNamed(e, s.candidate("c"));
    List<Entry> said = e.all(Statement.class, f -> own.test(f.actor()) && f.about() == topic);
    if (said.isEmpty()) return Judged.beyond("The record does not hold such a statement by then.");
    Entry meant = said.getFirst();
    for (Entry each : said)
      if (s.day().isPresent()
          && Evidence.within(
              each.fact().attestation().at(), s.day().get().from(), s.day().get().to()))
        meant = each;
    return Judged.supported(
            "%s %s, %s.".formatted(((Statement) meant.fact()).actor(), what, Evidence.time(meant)),
            List.of(meant))
        .at(meant)
        .undeniable();
  }

  private ConcessionForms() {}
}
