package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.standing.KnownOrder;

/** Claims of who certified what, and when. */
final class CertificationForms {

  private static final String RESULT =
      "(?:its|their|the|a|official|final|presidential|election|statewide|state's|vote|of|for|president|[0-9]+| )*(?:results?|votes?|returns|election|count|canvass|tally|totals|victory|win|winner)";

  static final List<Form> ALL =
      List.of(
          Form.of("certified", Kind.CERTIFICATION)
              .reads(
                  "{Us:us}(?:'s)? (?:(?:election |state |elections )?(?:officials|canvassers|Board of (?:State )?Canvassers|secretary of state|Secretary of State|governor|State Board of Elections|Elections Canvassing Commission|canvassing commission|board) )?(?:(?:has|have|had) (?:both |all )?(?:not |yet to )?|did not |both |all )?(?:certified|certify|certifies)(?: {C:c}'s (?:victory|victories|wins?)| "
                      + RESULT
                      + ")?",
                  "(?:[Oo]fficials|[Cc]anvassers|[Ee]lection officials) in {Us:us} (?:(?:has|have|had) )?certified(?: "
                      + RESULT
                      + ")?",
                  "{Us:us} (?:was|were) certified",
                  "certification (?:of the (?:vote|results?) )?in {Us:us} (?:came|was completed|took place)")
              .example(SUPPORTED, "2020-12-15", "Georgia certified its results on Nov. 20.")
              .example(CONTRADICTED, "2020-12-15", "Georgia certified its results on Nov. 25.")
              .example(BEYOND, "2016-12-15", "Ohio certified its results.")
              .judges(CertificationForms::certified),
          Form.of("certified-for", Kind.CERTIFICATION)
              .reads(
                  "{U:u}(?:'s)? (?:(?:election |state )?(?:officials|canvassers|Secretary of State|secretary of state|Elections Canvassing Commission) )?(?:has |had |have )?certified {C:c}(?:'s victory| as| to be| the| winner|'s win|'s)*(?: {N:n}-vote (?:victory|win|margin|lead))?(?: winner)?(?: (?:by|with a (?:lead|margin) of) {N:m} votes)?",
                  "certified {C:c} (?:as )?(?:the )?winner (?:in|of) {U:u}(?: by {N:m} votes)?")
              .example(SUPPORTED, "2000-12-01", "Florida certified Bush the winner.")
              .example(CONTRADICTED, "2000-12-01", "Florida certified Gore the winner.")
              .judges(CertificationForms::certifiedFor),
          Form.of("certified-by-all", Kind.CERTIFICATION)
              .reads(
                  "(?<!of )(?:[Aa]ll|[Ee]very one of the|[Aa]ll of the) (?:{N:n} )?(?:states|jurisdictions)(?: and (?:the )?{U:dc})?..(?:had |have |has )?certified",
                  "[Ee]very state(?: and {U:dc})?..(?:had |have |has )?certified",
                  "certified by all (?:{N:n} )?states(?: and (?:the )?{U:dc})?")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "All 50 states and the District of Columbia have certified their results.")
              .example(CONTRADICTED, "2020-12-01", "All 50 states have certified their results.")
              .judges(CertificationForms::all),
          Form.of("certified-by-so-many", Kind.CERTIFICATION)
              .reads("{N:n} (?:states|jurisdictions)(?: and {U:dc})? (?:had |have |has )?certified")
              .example(CONTRADICTED, "2020-11-10", "Twenty states have certified their results.")
              .example(SUPPORTED, "2020-12-16", "Fifty states have certified their results.")
              .judges(CertificationForms::soMany),
          Form.of("certified-first-or-last", Kind.CERTIFICATION)
              .reads(
                  "{U:u} (?:was|became) the (?<which>first|last|final) (?:state |jurisdiction )?to certify",
                  "(?<which>[Ff]irst|[Ll]ast|[Ff]inal) (?:state )?to certify (?:was|its results was) {U:u}")
              .example(SUPPORTED, "2020-12-15", "Delaware was the first state to certify.")
              .example(CONTRADICTED, "2020-12-15", "Georgia was the first state to certify.")
              .judges(CertificationForms::order),
          Form.of("certifications-in", Kind.CERTIFICATION)
              .withDays()
              .ownsDays()
              .reads(
                  "(?:followed by )?state certifications? (?:(?:came|followed|were completed|took place|ended|in|by|were finished) )*{D:d}",
                  "[Ss]tates (?:had )?(?:all )?certified (?:their |the )?(?:results|votes|returns|tallies|totals)(?: in| by| during)? {D:d}")
              .example(
                  IMPRECISE, "2020-12-15", "It was followed by state certifications this month.")
              .example(
                  CONTRADICTED, "2021-02-01", "It was followed by state certifications in January.")
              .example(
                  SUPPORTED, "2020-12-20", "States had certified their results by December 12.")
              .judges(CertificationForms::during),
          Form.of("recount-did-not-change", Kind.CERTIFICATION)
              .reads(
                  "{U:u} (?:certified|recertified)(?: its results| the results?| the vote| {C:c}'s (?:victory|win))? (?:again|for a second time|a second time)",
                  "{U:u} recertified(?: its results| the results?| {C:c}'s (?:victory|win))?")
              .example(SUPPORTED, "2020-12-15", "Georgia recertified its results on Dec. 7.")
              .example(CONTRADICTED, "2020-12-15", "Georgia recertified its results on Dec. 3.")
              .judges(CertificationForms::again),
          Form.of("ascertained", Kind.CERTIFICATION)
              .reads(
                  "{U:u} (?:governor|Gov\\.|Governor)(?: [A-Z][a-z]+)*..signed (?:the |a |its |his |her )?[Cc]ertificate of [Aa]scertainment",
                  "{U:u}(?:'s)?..[Cc]ertificate of [Aa]scertainment (?:was )?(?:signed|issued|dated|submitted)")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "The Georgia governor signed the certificate of ascertainment.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "The Georgia governor signed the certificate of ascertainment on December 9.")
              .judges(
                  (s, e) ->
                      dated(
                          e,
                          e.all(
                              Fact.Ascertainment.class, f -> f.jurisdiction().equals(s.unit("u"))),
                          "Ascertained",
                          Matter.ASCERTAINMENTS,
                          s.unit("u"),
                          s.day())));

  private static Judged certified(Slots s, Evidence e) {
    List<String> units = s.units("us");
    Judged judged = certified(e, units, s.day());
    if (!s.has("c") || judged.verdict() != SUPPORTED) return judged;
    String winner = s.candidate("c");
    for (String unit : units) {
      Optional<Votes> votes = e.votes(unit).filter(v -> v.size() > 1);
      if (votes.isEmpty()) return Judged.beyond("Of whom that was the record does not tell.");
      if (!Ranking.first(votes.get()).filter(winner::equals).isPresent())
        return Judged.contradicted(
            "%s: %s.".formatted(Evidence.place(unit), e.figures(votes.get())), List.of());
    }
    return judged;
  }

  private static Judged certified(Evidence e, List<String> units, Optional<Mention.Days> day) {
    List<Judged> each = new ArrayList<>();
    for (String unit : units) {
      List<Entry> own = e.all(Fact.Certification.class, f -> f.unit().equals(unit));
      // of some old elections only the governor's certificate is on record
      if (own.isEmpty()) own = e.all(Fact.Ascertainment.class, f -> f.jurisdiction().equals(unit));
      each.add(
          dated(e, own, Evidence.place(unit) + " certified", Matter.CERTIFICATIONS, unit, day));
    }
    if (each.size() == 1) return each.getFirst();
    for (Judged one : each) if (one.verdict() != Verdict.SUPPORTED) return one;
    return new Judged(
        Verdict.SUPPORTED,
        String.join(" ", each.stream().map(Judged::why).toList()),
        each.stream().flatMap(j -> j.entries().stream()).toList(),
        each.getFirst().when(),
        true,
        each.getFirst().isAbout(),
        each.stream()
            .skip(1)
            .map(j -> new Judged.Time(j.when().orElseThrow(), j.isAbout()))
            .toList());
  }

  /** An act that may have been done again: that of the day that is asked for, else the first. */
  private static Judged dated(
      Evidence e,
      List<Entry> acts,
      String what,
      Matter matter,
      String unit,
      Optional<Mention.Days> day) {
    if (acts.isEmpty())
      return e.isComplete(matter, Optional.empty(), unit)
          ? Judged.contradicted("The record holds all of them, and none there by then.", List.of())
          : Judged.beyond("The record does not hold it.");
    Entry meant = acts.getFirst();
    for (Entry each : acts)
      if (day.isPresent()
          && Evidence.mayBeWithin(each.fact().attestation().at(), day.get().from(), day.get().to()))
        meant = each;
    return Judged.supported(what + " " + Evidence.time(meant) + ".", List.of(meant)).at(meant);
  }

  private static Judged certifiedFor(Slots s, Evidence e) {
    String unit = s.unit("u");
    Judged when =
        dated(
            e,
            e.all(Fact.Certification.class, f -> f.unit().equals(unit)),
            Evidence.place(unit) + " certified",
            Matter.CERTIFICATIONS,
            unit,
            s.day());
    if (when.verdict() != Verdict.SUPPORTED) return when;
    Fact.Certification certificate =
        (Fact.Certification)
            e.history()
                .entry(when.entries().getFirst())
                .map(Entry::fact)
                .filter(Fact.Certification.class::isInstance)
                .orElse(
                    e.last(Fact.Certification.class, f -> f.unit().equals(unit))
                        .orElseThrow()
                        .fact());
    long own = certificate.votes().count(s.candidate("c")).orElse(-1);
    if (own < 0) return Judged.beyond("The certificate has no figure for him.");
    long best = 0;
    for (String id : certificate.votes().ids())
      if (!id.equals(s.candidate("c")))
        best = Math.max(best, certificate.votes().count(id).orElse(0));
    String why = when.why() + " " + e.figures(certificate.votes()) + ".";
    if (own <= best) return when.as(Verdict.CONTRADICTED, why);
    for (String slot : List.of("n", "m"))
      if (s.has(slot)) {
        Quantity.Fit fit = s.number(slot).fits(own - best);
        if (fit == Quantity.Fit.WRONG) return when.as(Verdict.CONTRADICTED, why);
        if (fit == Quantity.Fit.ROUGH) return when.as(Verdict.IMPRECISE, why);
      }
    return when.as(Verdict.SUPPORTED, why);
  }

  private static List<String> notYet(Evidence e) {
    return e.jurisdictions().stream()
        .filter(j -> e.first(Fact.Certification.class, f -> f.unit().equals(j)).isEmpty())
        .toList();
  }

  private static Judged all(Slots s, Evidence e) {
    if (!e.isComplete(Matter.CERTIFICATIONS))
      return Judged.beyond("The record does not hold all certifications.");
    boolean isOfJurisdictions = s.all().contains("jurisdictions");
    long whole = isOfJurisdictions ? e.jurisdictions().size() : 50;
    if (s.has("n") && s.number("n").whole() != whole)
      return Judged.contradicted(
          "There are %d %s.".formatted(whole, isOfJurisdictions ? "jurisdictions" : "states"),
          List.of());
    List<String> open = notYet(e);
    if (!open.isEmpty())
      return Judged.contradicted(
          "By then %d had not certified, %s among them."
              .formatted(open.size(), Evidence.place(open.getFirst())),
          List.of());
    Entry last =
        e.jurisdictions().stream()
            .map(j -> e.first(Fact.Certification.class, f -> f.unit().equals(j)).orElseThrow())
            .max((a, b) -> Long.compare(a.effective(), b.effective()))
            .orElseThrow();
    return Judged.supported("The last certified " + Evidence.time(last) + ".", List.of(last))
        .at(last);
  }

  private static Judged soMany(Slots s, Evidence e) {
    if (!e.isComplete(Matter.CERTIFICATIONS))
      return Judged.beyond("The record does not hold all certifications.");
    long open = notYet(e).stream().filter(Evidence::isState).count();
    long done = 50 - open;
    Quantity.Fit fit = s.number("n").fits(done);
    String why = "%d states had certified by then.".formatted(done);
    boolean bounds =
        e.all(Fact.Certification.class, f -> true).stream()
            .anyMatch(c -> c.fact().attestation().at() instanceof When.Between);
    if (fit == Quantity.Fit.RIGHT) return Judged.supported(why, List.of());
    return Math.abs(s.number("n").whole() - done) <= 3 && bounds
        ? Judged.imprecise(why + " Of some only bounds of the day are known.", List.of())
        : Judged.contradicted(why, List.of());
  }

  private static Judged order(Slots s, Evidence e) {
    if (!e.isComplete(Matter.CERTIFICATIONS) || !notYet(e).isEmpty())
      return Judged.beyond("The record does not hold all certifications by then.");
    List<Entry> first =
        e.jurisdictions().stream()
            .map(j -> e.first(Fact.Certification.class, f -> f.unit().equals(j)).orElseThrow())
            .toList();
    boolean isFirst = s.words("which").equalsIgnoreCase("first");
    Optional<Entry> one = isFirst ? new KnownOrder(first).first() : new KnownOrder(first).last();
    if (one.isEmpty()) return Judged.beyond("Of several the day is not known exactly enough.");
    String where = ((Fact.Certification) one.get().fact()).unit();
    return UnitForms.came(s.unit("u"), where, "certified", isFirst, one.get());
  }

  private static Judged during(Slots s, Evidence e) {
    if (!e.isComplete(Matter.CERTIFICATIONS))
      return Judged.beyond("The record does not hold all certifications.");
    int within = 0;
    int outside = 0;
    int either = 0;
    List<Entry> by = new ArrayList<>();
    for (String each : e.jurisdictions()) {
      Optional<Entry> first = e.first(Fact.Certification.class, f -> f.unit().equals(each));
      if (first.isEmpty()) continue;
      by.add(first.get());
      When at = first.get().fact().attestation().at();
      Mention.Days said = s.days("d");
      LocalDate from = s.all().contains(" by ⟦") ? e.electionDay() : said.from();
      if (Evidence.within(at, from, said.to())) within++;
      else if (Evidence.mayBeWithin(at, from, said.to())) either++;
      else outside++;
    }
    String why =
        "Of %d certifications %d came then, %d did not%s."
            .formatted(
                by.size(),
                within,
                outside,
                either > 0 ? ", of " + either + " it is not known" : "");
    if (within == 0 && either == 0) return Judged.contradicted(why, by);
    if (outside == 0 && either == 0 && by.size() >= 50) return Judged.supported(why, by);
    return Judged.imprecise(why, by);
  }

  private static Judged again(Slots s, Evidence e) {
    List<Entry> all = e.all(Fact.Certification.class, f -> f.unit().equals(s.unit("u")));
    if (all.size() < 2)
      return e.isComplete(Matter.CERTIFICATIONS, Optional.empty(), s.unit("u"))
          ? Judged.contradicted("It had certified once by then.", all)
          : Judged.beyond("The record does not hold all certifications.");
    return Judged.supported(
            "It certified again " + Evidence.time(all.get(1)) + ".", List.of(all.get(1)))
        .at(all.get(1));
  }

  private CertificationForms() {}
}
