package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.answers.Names;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;

/** Claims about the people's votes of one state or district. */
final class UnitVoteForms {

  static final List<Form> ALL =
      List.of(
          Form.of("votes-of-a-unit-margin", Kind.MARGIN)
              .reads(
                  "{C:c}..(?:{won}|led|leads|leading|ahead)(?: in)? {U:u}..by (?:a margin of |a mere |a scant |just )?{N:n}(?: votes?| ballots)(?! out of)",
                  "{C:c} {won} {U:u},? (?:with|and) (?:its )?{N:electors} {electors},? by (?:a margin of |only |just )?{N:n}(?: votes?| ballots)?(?! out of)",
                  "[Ii]n {U:u},? {C:c}..(?:{won}|led|leads|leading|ahead)..by (?:a margin of )?{N:n}(?: votes?| ballots)?(?! (?:percent|points))",
                  "{C:c} {defeated} {C:l}..in {U:u}..by (?:a margin of )?{N:n} votes",
                  "{C:c} {defeated} {C:l}..by (?:a margin of )?{N:n} votes in {U:u}",
                  "{C:c}'s (?:{N:n}-vote|margin of {N:m}-vote) (?:victory|win|lead|margin) in {U:u}",
                  "{C:c}(?:'s)? (?:had |has |held |holds |with )?(?:a |his |the )?(?:lead|margin|victory|advantage) (?:in {U:u} )?of {N:n} votes(?: in {U:w})?",
                  "{C:c} (?:was |is )?(?:certified |declared )?(?:as )?(?:the )?winner (?:in|of) {U:u} by {N:n} votes",
                  "{U:u}..(?:for|to) {C:c} by (?:a margin of )?{N:n} votes")
              .example(SUPPORTED, "2020-12-15", "Biden won Georgia by 11,779 votes.")
              .example(CONTRADICTED, "2020-12-15", "Biden won Georgia by 11,799 votes.")
              .example(
                  SUPPORTED,
                  "1961-01-10",
                  "Kennedy carried Illinois with 27 electoral votes by 8,858 votes.")
              .example(
                  CONTRADICTED,
                  "1961-01-10",
                  "Kennedy carried Illinois with 28 electoral votes by 8,858 votes.")
              .example(SUPPORTED, "2000-11-27", "Bush won Florida by 537 votes.")
              .judges(UnitVoteForms::margin),
          Form.of("votes-of-a-unit", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c} {got} {N:n} votes (?:in|from) {U:u}",
                  "[Ii]n {U:u},? {C:c} {got} {N:n} votes(?! (?:more|fewer))")
              .example(SUPPORTED, "2020-12-30", "Biden received 2,473,633 votes in Georgia.")
              .example(CONTRADICTED, "2020-12-30", "Biden received 2,473,733 votes in Georgia.")
              .judges(UnitVoteForms::votes),
          Form.of("share-of-a-unit", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c} {got} {S:n} (?:of the (?:popular )?vote )?in {U:u}",
                  "[Ii]n {U:u},? {C:c} {got} {S:n}(?: of the (?:popular )?vote)?")
              .example(SUPPORTED, "2020-12-30", "Biden won 49.5 percent of the vote in Georgia.")
              .example(CONTRADICTED, "2020-12-30", "Biden won 51.5 percent of the vote in Georgia.")
              .judges(UnitVoteForms::share),
          Form.of("points-of-a-unit", Kind.MARGIN)
              .reads(
                  "{C:c}..{won} {U:u}..by (?:a margin of )?{S:n}",
                  "{U:u}..(?:for|to) {C:c} by {S:n}")
              .example(SUPPORTED, "2020-12-30", "Biden won Michigan by 2.8 percentage points.")
              .example(CONTRADICTED, "2020-12-30", "Biden won Michigan by 4.8 percentage points.")
              .judges(UnitVoteForms::points),
          Form.of("closest-unit", Kind.MARGIN)
              .reads("{U:u} (?:was|is) the (?<which>closest|tightest) (?:state|race|contest)")
              .example(SUPPORTED, "2020-12-30", "Georgia was the closest state.")
              .example(CONTRADICTED, "2020-12-30", "Arizona was the closest state.")
              .judges(UnitVoteForms::closest));

  /** The lead of a candidate in a unit over the next one. */
  private static OptionalLong lead(Votes votes, String candidate) {
    OptionalLong own = votes.count(candidate);
    if (own.isEmpty() || votes.size() < 2) return OptionalLong.empty();
    long best = 0;
    for (String id : votes.ids())
      if (!id.equals(candidate)) best = Math.max(best, votes.count(id).orElse(0));
    return OptionalLong.of(own.getAsLong() - best);
  }

  /** Who is behind has no lead of "fewer than 9,000". */
  private static Quantity.Fit fit(Quantity said, long lead) {
    return lead < 0 ? Quantity.Fit.WRONG : said.fits(lead);
  }

  /** "In Ohio Bush led by 136,000": while the votes are counted, of the day of the text. */
  private static boolean isOfThatDay(Slots s, Evidence e) {
    return Sought.has(s.all(), "\\b(?:led|leads|leading|ahead)\\b")
        && e.moment() > Washington.endOf(s.textDay().plusDays(2))
        && Event.MEETING.day(e).filter(met -> s.textDay().isBefore(met)).isPresent();
  }

  private static Judged margin(Slots s, Evidence e) {
    if (!s.has("u") && !s.has("w")) return Judged.NO_CLAIM;
    if (isOfThatDay(s, e)) return Judged.NO_CLAIM;
    String unit = s.has("u") ? s.unit("u") : s.unit("w");
    if (s.has("electors") && s.number("electors").whole() != e.electors(unit))
      return Judged.contradicted(
          "%s had %d electors.".formatted(Evidence.place(unit), e.electors(unit)), List.of());
    String candidate = s.candidate("c");
    Quantity said = s.has("n") ? s.number("n") : s.number("m");
    List<Entry> by = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    Optional<Judged> rough = Optional.empty();
    List<Entry> certificates = e.all(Fact.Certification.class, f -> f.unit().equals(unit));
    for (Entry entry : certificates.reversed()) {
      OptionalLong lead = lead(((Fact.Certification) entry.fact()).votes(), candidate);
      if (lead.isEmpty()) continue;
      by.add(entry);
      figures.add(
          "%s of %s, %s"
              .formatted(
                  lead.getAsLong() < 0 ? "a deficit" : "a lead",
                  Names.number(Math.abs(lead.getAsLong())),
                  Evidence.time(entry)));
      Quantity.Fit fit = fit(said, lead.getAsLong());
      String why = "Certified was " + String.join("; ", figures) + ".";
      if (fit == Quantity.Fit.RIGHT)
        return by.size() == 1 || s.day().isPresent()
            ? Judged.supported(why, by)
            : Judged.imprecise(why + " It was amended since.", by);
      if (fit == Quantity.Fit.ROUGH)
        rough = rough.or(() -> Optional.of(Judged.imprecise(why, List.of(entry))));
    }
    if (rough.isPresent()) return rough.get();
    if (!by.isEmpty())
      return Judged.contradicted("Certified was " + String.join("; ", figures) + ".", by);
    Optional<Votes> tally = e.votes(unit);
    if (tally.isEmpty())
      return Judged.beyond("The record has no votes of " + Evidence.place(unit) + " by then.");
    OptionalLong lead = lead(tally.get(), candidate);
    if (lead.isEmpty())
      return Judged.beyond("The record has no votes for " + e.name(candidate) + " there.");
    String why = "%s: %s.".formatted(Evidence.place(unit), e.figures(tally.get()));
    List<Entry> rests = e.row(unit).map(e::of).orElse(List.of());
    Quantity.Fit fit = fit(said, lead.getAsLong());
    if (fit == Quantity.Fit.RIGHT) return Judged.supported(why, rests).undeniable();
    if (fit == Quantity.Fit.ROUGH) return Judged.imprecise(why, rests);
    if (!e.isFinal(unit) || e.row(unit).filter(r -> r.exact()).isEmpty())
      return Judged.beyond("The votes of that hour are not known so exactly. " + why);
    if (lead.getAsLong() > 0
        && said.isExact()
        && Math.abs(said.whole() - lead.getAsLong()) * 50 < lead.getAsLong())
      return Judged.imprecise(why + " Sources differ by so little.", rests);
    // of the old elections each history has its own figures: 1,047 or 1,149 in New York in 1884
    if (e.year() < FIGURES_AGREE
        && lead.getAsLong() > 0
        && tally
            .filter(v -> Math.abs(said.whole() - lead.getAsLong()) * 1000 <= total(v))
            .isPresent()) return Judged.beyond(why + " Old sources differ by so little.");
    return Judged.contradicted(why, rests);
  }

  private static final int FIGURES_AGREE = 1900;

  private static long total(Votes votes) {
    return Ranking.of(votes).stream().mapToLong(Long::longValue).sum();
  }

  private static Judged votes(Slots s, Evidence e) {
    String unit = s.unit("u");
    String candidate = s.candidate("c");
    List<Entry> certificates =
        e.all(
            Fact.Certification.class,
            f -> f.unit().equals(unit) && f.votes().count(candidate).isPresent());
    for (Entry entry : certificates.reversed()) {
      long is = ((Fact.Certification) entry.fact()).votes().count(candidate).orElse(0);
      Quantity.Fit fit = s.number("n").fits(is);
      if (fit == Quantity.Fit.WRONG) continue;
      String why = "Certified %s were %s votes.".formatted(Evidence.time(entry), Names.number(is));
      return fit == Quantity.Fit.RIGHT && entry.equals(certificates.getLast())
          ? Judged.supported(why, List.of(entry))
          : Judged.imprecise(why, List.of(entry));
    }
    if (!certificates.isEmpty())
      return Judged.contradicted(
          "Certified was "
              + e.figures(((Fact.Certification) certificates.getLast().fact()).votes())
              + ".",
          certificates);
    Optional<Votes> tally = e.votes(unit);
    if (tally.isEmpty() || tally.get().count(candidate).isEmpty())
      return Judged.beyond("The record has no such votes by then.");
    long is = tally.get().count(candidate).getAsLong();
    List<Entry> rests = e.row(unit).map(e::of).orElse(List.of());
    String why = "%s: %s.".formatted(Evidence.place(unit), e.figures(tally.get()));
    return switch (s.number("n").fits(is)) {
      case RIGHT -> Judged.supported(why, rests).undeniable();
      case ROUGH -> Judged.imprecise(why, rests);
      case WRONG ->
          e.isFinal(unit) && Math.abs(s.number("n").whole() - is) * 100 > is
              ? Judged.contradicted(why, rests)
              : Judged.beyond("The votes of that hour are not known so exactly. " + why);
    };
  }

  private static Judged share(Slots s, Evidence e) {
    return ofWhole(s, e, s.unit("u"), false);
  }

  private static Judged points(Slots s, Evidence e) {
    return ofWhole(s, e, s.unit("u"), true);
  }

  private static Judged ofWhole(Slots s, Evidence e, String unit, boolean isMargin) {
    Optional<Votes> votes = e.votes(unit);
    OptionalLong total = e.total(unit);
    String candidate = s.candidate("c");
    if (votes.isEmpty()
        || votes.get().count(candidate).isEmpty()
        || total.isEmpty()
        || !e.isFinal(unit))
      return Judged.beyond("The record has not all votes of " + Evidence.place(unit) + " by then.");
    OptionalLong part = isMargin ? lead(votes.get(), candidate) : votes.get().count(candidate);
    List<Entry> rests = e.row(unit).map(e::of).orElse(List.of());
    return PopularForms.share(s.number("n"), part.orElse(0), total.getAsLong(), isMargin, rests);
  }

  private static Judged closest(Slots s, Evidence e) {
    if (!e.haveVoted()) return Judged.beyond("Not all votes were known by then.");
    String best = "";
    long least = 1;
    long of = 0;
    for (String each : e.jurisdictions()) {
      Optional<Votes> votes = e.votes(each);
      OptionalLong total = e.total(each);
      if (votes.isEmpty() || total.isEmpty() || votes.get().size() < 2)
        return Judged.beyond("The record has not all votes of " + Evidence.place(each) + ".");
      Optional<String> winner = Ranking.first(votes.get());
      long lead = winner.map(w -> lead(votes.get(), w).orElse(0)).orElse(0L);
      if (of == 0 || lead * of < least * total.getAsLong()) {
        least = lead;
        of = total.getAsLong();
        best = each;
      }
    }
    return Judged.held(
        best.equals(s.unit("u")),
        "The closest by share was %s, by %s of %s votes."
            .formatted(Evidence.place(best), Names.number(least), Names.number(of)),
        e.row(best).map(e::of).orElse(List.of()));
  }

  private UnitVoteForms() {}
}
