package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.KnownOrder;

/** Claims about the electors and the votes of one state or district. */
final class UnitForms {

  static final List<Form> ALL =
      List.of(
          Form.of("electors-of-a-unit", Kind.UNIT)
              .reads(
                  "{U:u}'s {N:n} (?:{electors}|votes)(?! (?:for|to|went|voted|cast|more|in)"
                      + " (?:⟦C|for|to)?)",
                  "{U:u},? with (?:its )?{N:n}(?: votes)?(?=[,.;])",
                  "{U:u},? (?:which has|which had|has|had|with|and its|casts|cast|holds|held|has a"
                      + " total of|appoints|worth|offers|offered) (?:its |a total of |a prize of"
                      + " |all )?{N:n} {electors}(?! (?:for|to) ⟦C)",
                  "{N:n} {electors} (?:in|from|of|at stake in) {U:u}(?! (?:went|to|for))",
                  "{U:u} \\({N:n}(?: {electors})?\\)")
              .example(SUPPORTED, "2020-12-15", "California's 55 electoral votes were cast.")
              .example(CONTRADICTED, "2020-12-15", "Hawaii, which has 5 electoral votes, was last.")
              .judges(
                  (s, e) -> {
                    int electors = e.electors(s.unit("u"));
                    if (electors == 0)
                      return Judged.contradicted(
                          Evidence.place(s.unit("u")) + " took no part in that election.",
                          List.of());
                    return s.number("n").whole() > 60
                        ? Judged.NO_CLAIM
                        : Judged.held(
                            s.number("n").fits(electors) == Quantity.Fit.RIGHT,
                            "By law %s had %d electors in %d."
                                .formatted(Evidence.place(s.unit("u")), electors, e.year()),
                            List.of());
                  }),
          Form.of("electors-of-a-unit-for", Kind.UNIT)
              .reads(
                  "{U:u}(?:'s)?,? (?:gave|cast|awarded|delivered|handed|gives|casts) (?:all )?(?:of"
                      + " )?(?:its |their |the state's )?{N:n}(?: {electors}| votes)? (?:for|to)"
                      + " {C:c}",
                  "{U:u}'s {N:n} (?:{electors}|votes) (?:went to|for|to|voted for|were cast"
                      + " for|cast (?:their )?(?:ballots|votes) for) {C:c}",
                  "{C:c} (?:{won}|received|got) (?:all )?(?:of )?{U:u}'s {N:n} {electors}",
                  "{C:c} (?:{won}|received|got) (?:all )?{N:n} {electors} (?:in|from) {U:u}",
                  "{N:n} (?:of {U:u}'s )?{electors} (?:in |from )?(?:{U:w} )?(?:voted|cast (?:their"
                      + " )?(?:ballots|votes)) for {C:c}")
              .example(SUPPORTED, "2020-12-15", "California cast its 55 electoral votes for Biden.")
              .example(CONTRADICTED, "2020-12-15", "Florida's 29 electoral votes went to Biden.")
              .judges(UnitForms::electorsFor),
          Form.of("carried", Kind.UNIT)
              .reads(
                  "{C:c}..{won} (?:the (?:swing |battleground |key )?states? of |both |all of"
                      + " )?{Us:us}(?!'s)(?! (?:by|with) )(?!,? ⟦N)",
                  "{C:c} (?:has )?(?:lost|lost out in) (?<lost>){Us:us}(?!'s)(?! (?:by|to) )",
                  "{Us:us} (?:went|voted|broke|fell) (?:for|to) {C:c}(?! (?:by) )",
                  "{C:c}'s (?:victory|win|victories|wins) in {Us:us}(?! (?:by) )",
                  "{Us:us} (?:was|were) (?:won|carried|taken) by {C:c}(?! by )")
              .example(SUPPORTED, "2020-12-15", "Biden won Arizona, Georgia and Wisconsin.")
              .example(CONTRADICTED, "2020-12-15", "Biden won Florida.")
              .example(SUPPORTED, "2016-12-30", "Clinton lost Pennsylvania and Michigan.")
              .judges(UnitForms::carried),
          Form.of("votes-of-a-unit-margin", Kind.MARGIN)
              .reads(
                  "{C:c}..(?:{won}|led|leads|leading|ahead)(?: in)? {U:u}..by (?:a margin of |a"
                      + " mere |a scant |just )?{N:n}(?: votes?| ballots)(?! out of)",
                  "[Ii]n {U:u},? {C:c}..(?:{won}|led|leads|leading|ahead)..by (?:a margin of"
                      + " )?{N:n}(?: votes?| ballots)?(?! (?:percent|points))",
                  "{C:c} {defeated} {C:l}..in {U:u}..by (?:a margin of )?{N:n} votes",
                  "{C:c} {defeated} {C:l}..by (?:a margin of )?{N:n} votes in {U:u}",
                  "{C:c}'s (?:{N:n}-vote|margin of {N:m}-vote) (?:victory|win|lead|margin) in"
                      + " {U:u}",
                  "{C:c}(?:'s)? (?:had |has |held |holds |with )?(?:a |his |the"
                      + " )?(?:lead|margin|victory|advantage) (?:in {U:u} )?of {N:n} votes(?: in"
                      + " {U:w})?",
                  "{C:c} (?:was |is )?(?:certified |declared )?(?:as )?(?:the )?winner (?:in|of)"
                      + " {U:u} by {N:n} votes",
                  "{U:u}..(?:for|to) {C:c} by (?:a margin of )?{N:n} votes")
              .example(SUPPORTED, "2020-12-15", "Biden won Georgia by 11,779 votes.")
              .example(CONTRADICTED, "2020-12-15", "Biden won Georgia by 11,799 votes.")
              .example(SUPPORTED, "2000-11-27", "Bush won Florida by 537 votes.")
              .judges(UnitForms::margin),
          Form.of("votes-of-a-unit", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c} {got} {N:n} votes (?:in|from) {U:u}",
                  "[Ii]n {U:u},? {C:c} {got} {N:n} votes(?! (?:more|fewer))")
              .example(SUPPORTED, "2020-12-30", "Biden received 2,473,633 votes in Georgia.")
              .example(CONTRADICTED, "2020-12-30", "Biden received 2,473,733 votes in Georgia.")
              .judges(UnitForms::votes),
          Form.of("share-of-a-unit", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c} {got} {S:n} (?:of the (?:popular )?vote )?in {U:u}",
                  "[Ii]n {U:u},? {C:c} {got} {S:n}(?: of the (?:popular )?vote)?")
              .example(SUPPORTED, "2020-12-30", "Biden won 49.5 percent of the vote in Georgia.")
              .example(CONTRADICTED, "2020-12-30", "Biden won 51.5 percent of the vote in Georgia.")
              .judges(UnitForms::share),
          Form.of("points-of-a-unit", Kind.MARGIN)
              .reads(
                  "{C:c}..{won} {U:u}..by (?:a margin of )?{S:n}",
                  "{U:u}..(?:for|to) {C:c} by {S:n}")
              .example(SUPPORTED, "2020-12-30", "Biden won Michigan by 2.8 percentage points.")
              .example(CONTRADICTED, "2020-12-30", "Biden won Michigan by 4.8 percentage points.")
              .judges(UnitForms::points),
          Form.of("last-to-vote", Kind.ELECTORS)
              .reads(
                  "{U:u} (?:was|were|became|being|is) (?:the )?(?:very )?(?<which>last|final|first)"
                      + " (?:state |jurisdiction |of the states )?(?:to (?:vote|cast|meet)|in the"
                      + " Electoral College|whose electors)",
                  "(?<which>[Ll]ast|[Ff]irst|[Ff]inal) (?:state |states )?to (?:vote|cast(?: its|"
                      + " their)?(?: {electors}| ballots| votes)?) (?:was|were) {U:u}",
                  "{U:u}'s (?:{N:n} )?electors (?:were|voted|cast their (?:votes|ballots)) (?:the"
                      + " )?(?<which>last|first)",
                  "{U:u} (?:voted|cast its (?:votes|ballots)) (?<which>last|first)")
              .example(SUPPORTED, "2020-12-15", "Hawaii was the final state to vote.")
              .example(CONTRADICTED, "2020-12-15", "California was the last state to vote.")
              .judges(UnitForms::order),
          Form.of("closest-unit", Kind.MARGIN)
              .reads("{U:u} (?:was|is) the (?<which>closest|tightest) (?:state|race|contest)")
              .example(SUPPORTED, "2020-12-30", "Georgia was the closest state.")
              .example(CONTRADICTED, "2020-12-30", "Arizona was the closest state.")
              .judges(UnitForms::closest));

  /** Who carried a jurisdiction or a district: by its electors' votes, else by those appointed. */
  static Optional<String> winner(Evidence e, String unit) {
    Optional<Votes> certified =
        e.row(unit).flatMap(row -> row.certifiedVotes()).filter(v -> v.size() > 1);
    if (certified.isPresent()) return ahead(certified.get());
    if (unit.indexOf('-') > 0) return Optional.empty();
    Optional<Votes> appointed =
        e.row(unit)
            .flatMap(row -> row.appointedFor())
            .or(
                () ->
                    e.electorVotes(unit)
                        .map(v -> ((Fact.ElectorVotes) v.fact()).ballots().of(Office.PRESIDENT)))
            .filter(v -> !v.isEmpty());
    if (appointed.isPresent() && appointed.get().size() == 1)
      return Optional.of(appointed.get().ids().getFirst());
    return e.isFinal(unit)
        ? e.votes(unit).filter(v -> v.size() > 1).flatMap(UnitForms::ahead)
        : Optional.empty();
  }

  private static Optional<String> ahead(Votes votes) {
    List<String> order = new ArrayList<>(votes.ids());
    order.sort(Comparator.comparingLong((String id) -> votes.count(id).orElse(0)).reversed());
    boolean tie =
        order.size() > 1
            && votes.count(order.get(0)).orElse(0) == votes.count(order.get(1)).orElse(0);
    return tie ? Optional.empty() : Optional.of(order.getFirst());
  }

  private static Judged electorsFor(Slots s, Evidence e) {
    if (!s.has("u") && !s.has("w")) return Judged.NO_CLAIM;
    String unit = s.has("u") ? s.unit("u") : s.unit("w");
    Optional<Entry> cast = e.electorVotes(unit);
    if (cast.isEmpty()) {
      int electors = e.electors(unit);
      if (s.number("n").whole() != electors && s.all().contains("its "))
        return Judged.contradicted("By law it had %d electors.".formatted(electors), List.of());
      return Judged.beyond(Evidence.place(unit) + "'s electors had not voted by then.");
    }
    Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT);
    long has = votes.count(s.candidate("c")).orElse(0);
    Judged judged =
        Judged.held(
            s.number("n").fits(has) == Quantity.Fit.RIGHT,
            "%s's electors cast %s.".formatted(Evidence.place(unit), e.figures(votes)),
            List.of(cast.get()));
    return judged.at(cast.get());
  }

  private static Judged carried(Slots s, Evidence e) {
    String candidate = s.candidate("c");
    if (!e.isPresidential(candidate)) return Judged.NO_CLAIM;
    boolean lost = s.has("lost");
    List<String> against = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<Entry> by = new ArrayList<>();
    for (String unit : s.units("us")) {
      if (!e.takesPart(Unit.jurisdictionOf(unit)))
        return Judged.contradicted(
            Evidence.place(unit) + " took no part in that election.", List.of());
      Optional<String> winner = winner(e, unit);
      e.row(unit).ifPresent(row -> by.addAll(e.of(row)));
      if (winner.isEmpty()) unknown.add(unit);
      else if (winner.get().equals(candidate) == lost)
        against.add(Evidence.place(unit) + " went to " + e.name(winner.get()));
    }
    if (!against.isEmpty()) return Judged.contradicted(String.join("; ", against) + ".", by);
    if (!unknown.isEmpty()) return called(e, unknown, candidate, lost);
    return Judged.supported(
        "%s %s %s."
            .formatted(
                e.name(candidate),
                lost ? "did not carry" : "carried",
                String.join(", ", s.units("us").stream().map(Evidence::place).toList())),
        by);
  }

  private static Judged called(Evidence e, List<String> units, String candidate, boolean lost) {
    List<Entry> calls = new ArrayList<>();
    for (String unit : units) {
      Optional<Entry> call =
          e.first(Fact.Call.class, f -> f.unit().equals(unit) && f.candidate().equals(candidate));
      if (call.isEmpty() || lost)
        return Judged.beyond(
            "Who won %s was not certified by then.".formatted(Evidence.place(unit)));
      calls.add(call.get());
    }
    return Judged.imprecise("Called by then, and not yet certified.", calls);
  }

  /** The lead of a candidate in a unit over the next one. */
  private static OptionalLong lead(Votes votes, String candidate) {
    OptionalLong own = votes.count(candidate);
    if (own.isEmpty() || votes.size() < 2) return OptionalLong.empty();
    long best = 0;
    for (String id : votes.ids())
      if (!id.equals(candidate)) best = Math.max(best, votes.count(id).orElse(0));
    return OptionalLong.of(own.getAsLong() - best);
  }

  private static Judged margin(Slots s, Evidence e) {
    if (!s.has("u") && !s.has("w")) return Judged.NO_CLAIM;
    String unit = s.has("u") ? s.unit("u") : s.unit("w");
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
          "%s, %s"
              .formatted(
                  org.ascertain.answers.Names.number(lead.getAsLong()), Evidence.time(entry)));
      Quantity.Fit fit = said.fits(lead.getAsLong());
      String why = "Certified: a lead of " + String.join("; ", figures) + ".";
      if (fit == Quantity.Fit.RIGHT)
        return by.size() == 1 || s.day().isPresent()
            ? Judged.supported(why, by)
            : Judged.imprecise(why + " It was amended since.", by);
      if (fit == Quantity.Fit.ROUGH)
        rough = rough.or(() -> Optional.of(Judged.imprecise(why, List.of(entry))));
    }
    if (rough.isPresent()) return rough.get();
    if (!by.isEmpty())
      return Judged.contradicted("Certified: a lead of " + String.join("; ", figures) + ".", by);
    Optional<Votes> tally = e.votes(unit);
    if (tally.isEmpty())
      return Judged.beyond("The record has no votes of " + Evidence.place(unit) + " by then.");
    OptionalLong lead = lead(tally.get(), candidate);
    if (lead.isEmpty())
      return Judged.beyond("The record has no votes for " + e.name(candidate) + " there.");
    String why = "%s: %s.".formatted(Evidence.place(unit), e.figures(tally.get()));
    List<Entry> rests = e.row(unit).map(e::of).orElse(List.of());
    Quantity.Fit fit = said.fits(lead.getAsLong());
    if (fit == Quantity.Fit.RIGHT) return Judged.supported(why, rests).undeniable();
    if (fit == Quantity.Fit.ROUGH) return Judged.imprecise(why, rests);
    if (!e.isFinal(unit) || e.row(unit).filter(r -> r.exact()).isEmpty())
      return Judged.beyond("The votes of that hour are not known so exactly. " + why);
    if (lead.getAsLong() > 0
        && said.isExact()
        && Math.abs(said.whole() - lead.getAsLong()) * 50 < lead.getAsLong())
      return Judged.imprecise(why + " Sources differ by so little.", rests);
    return Judged.contradicted(why, rests);
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
      String why =
          "Certified %s: %s."
              .formatted(Evidence.time(entry), org.ascertain.answers.Names.number(is));
      return fit == Quantity.Fit.RIGHT && entry.equals(certificates.getLast())
          ? Judged.supported(why, List.of(entry))
          : Judged.imprecise(why, List.of(entry));
    }
    if (!certificates.isEmpty())
      return Judged.contradicted(
          "Certified: "
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

  private static Judged order(Slots s, Evidence e) {
    if (!e.haveVoted()) return Judged.beyond("Not all electors had voted by then.");
    List<Entry> all = e.all(Fact.ElectorVotes.class, f -> true);
    KnownOrder order = new KnownOrder(all);
    boolean first = s.words("which").equalsIgnoreCase("first");
    Optional<Entry> one = first ? order.first() : order.last();
    Optional<Entry> own = e.electorVotes(s.unit("u"));
    if (one.isEmpty()) {
      if (own.isEmpty()) return Judged.beyond("The order is not on record.");
      boolean excluded =
          all.stream()
              .anyMatch(
                  o ->
                      first
                          ? o.effective() < own.get().fact().attestation().at().begins()
                          : o.fact().attestation().at().begins() > own.get().effective());
      return excluded
          ? Judged.contradicted(
              Evidence.place(s.unit("u")) + " voted " + Evidence.time(own.get()) + ".",
              List.of(own.get()))
          : Judged.beyond(
              "Who voted "
                  + (first ? "first" : "last")
                  + " is not on record: the hours of some are not known.");
    }
    String where = ((Fact.ElectorVotes) one.get().fact()).jurisdiction();
    return came(s.unit("u"), where, "voted", first, one.get());
  }

  /** A claim of which place did something first or last, where the record tells which did. */
  static Judged came(String said, String where, String did, boolean isFirst, Entry entry) {
    return Judged.held(
            where.equals(said),
            "%s %s %s, %s."
                .formatted(
                    Evidence.place(where), did, isFirst ? "first" : "last", Evidence.time(entry)),
            List.of(entry))
        .at(entry);
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
      Optional<String> winner = ahead(votes.get());
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
            .formatted(
                Evidence.place(best),
                org.ascertain.answers.Names.number(least),
                org.ascertain.answers.Names.number(of)),
        e.row(best).map(e::of).orElse(List.of()));
  }

  private UnitForms() {}
}
