package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Washington;
import org.ascertain.law.DeadlineKind;
import org.ascertain.standing.KnownOrder;

/** Claims of certificates in pieces of sentences: of all, in which order, of one. */
final class CertificatePieces {

  static final List<Form> ALL =
      List.of(
          Form.of("certified-by-all-in-words", Kind.CERTIFICATION)
              .hears(
                  "(?<which>last|first) being {U:u}",
                  "(?:all|every|every last one of|the last of) (?:of )?(?:the )?(?:{N:n} )?(?:states|the states).{0,40}?(?:certified|signed off)",
                  "only {U:u} missed the safe.harbou?r")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "And every last one of the 50 states had signed off by then.")
              .example(
                  CONTRADICTED,
                  "2020-11-16",
                  "And every last one of the 50 states had signed off by then.")
              .judges(CertificatePieces::all),
          Form.of("none-certified", Kind.CERTIFICATION)
              .hears(
                  "no (?:other )?state (?:has |had )?(?:yet )?(?:certified|signed off)|(?:none|not one) of the (?:states|{N:n} states) (?:has |had )?(?:yet )?(?:certified|signed off)")
              .withDenial()
              .example(CONTRADICTED, "2020-11-07", "So far no state has yet certified its result.")
              .example(SUPPORTED, "2020-11-04", "So far no state has yet certified its result.")
              .judges(CertificatePieces::none),
          Form.of("certificate-order", Kind.CERTIFICATION)
              .hears(
                  "{U:u},? (?:as )?the (?<which>first|last)",
                  "{U:u} (?:had been|has been|was|were|became|is) (?:the )?(?:very )?(?<which>first|last)(?: state| of (?:all|them|the states))?(?: to (?:certify|sign|finish|do so))?",
                  "(?:as |the )?(?<which>first|last) (?:of all states |state )?(?:to certify(?: (?:was|had been))?|has certified|certified|being|was|had been|is) {U:u}",
                  "{U:u} (?:had )?(?:certified|signed off|finished) (?:the )?(?:very )?(?<which>first|last)(?! (?:week|month|night|year|[A-Za-z]*day))",
                  "{U:u},? (?:being|was|is|came) (?:the )?(?<which>earliest|latest)",
                  "{U:u} (?:was|is|came) (?:the )?(?<which>first|last) in the (?:nation|country)",
                  "^[-* ]*(?<which>first|last)(?: of all)?: {U:u}",
                  "from {U:a},? the first,? to {U:b}")
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "The certificate of Delaware, the first, came in November.")
              .example(
                  CONTRADICTED,
                  "2021-02-01",
                  "All had certified by then, Georgia being the earliest.")
              .judges(CertificatePieces::order),
          Form.of("certified-in-a-piece", Kind.CERTIFICATION)
              .hears(
                  "certif(?:ied|ies|y|ication|icate)\\b|signs? (?:the )?certificate|{U:u} signed (?:on|today|yesterday|it)|completed its canvass|signed off|canvass(?:ed|ing commission declared)",
                  "^[ ,]*(?:and )?{U:u} (?:did so|waited|followed|too|also|on ⟦d)",
                  "^[ ,]*as did {U:u}",
                  "{U:u}(?:'s (?:state )?(?:board|canvassers|board of (?:state )?canvassers|secretary of state|officials))? (?:had |has )?(?:signed|finished|came|was done|was through|completed)\\b.{0,20}?{D:day}",
                  "declared {C:c} the winner of (?:the state|{U:u})")
              .example(SUPPORTED, "2020-12-05", "Nevada completed its canvass on November 24.")
              .example(CONTRADICTED, "2020-12-05", "Nevada completed its canvass on November 25.")
              .judges(CertificatePieces::certified));

  private static Optional<Entry> first(Evidence e, String unit) {
    return e.first(Certification.class, f -> f.unit().equals(unit));
  }

  private static Judged none(Slots s, Evidence e) {
    if (s.hears("no other")) return Judged.NO_CLAIM;
    Optional<Entry> any = e.first(Certification.class, f -> true);
    if (any.isPresent())
      return Judged.contradicted(
          "%s certified %s."
              .formatted(
                  Evidence.place(((Certification) any.get().fact()).unit()),
                  Evidence.time(any.get())),
          List.of(any.get()));
    return e.isComplete(Matter.CERTIFICATIONS)
        ? Judged.supported("The record holds all certifications, and none by then.", List.of())
        : Judged.beyond("The record does not hold all certifications.");
  }

  private static Judged all(Slots s, Evidence e) {
    if (s.hears("safe.harbou?r")) return missed(s, e);
    if (s.has("which")) return order(s, e);
    if (s.hears("first of|as first|as the first|last of all") || s.placeHere().isPresent())
      return Judged.NO_CLAIM;
    if (!e.isComplete(Matter.CERTIFICATIONS)) return Judged.NO_CLAIM;
    if (s.has("n") && s.number("n").whole() != 50)
      return Judged.contradicted("There are 50 states.", List.of());
    List<String> open = e.jurisdictions().stream().filter(j -> first(e, j).isEmpty()).toList();
    if (!open.isEmpty())
      return Judged.contradicted(
          "By then %d had not certified, %s among them."
              .formatted(open.size(), Evidence.place(open.getFirst())),
          List.of());
    Entry last =
        e.jurisdictions().stream()
            .map(j -> first(e, j).orElseThrow())
            .max((a, b) -> Long.compare(a.effective(), b.effective()))
            .orElseThrow();
    Judged judged =
        Judged.supported("The last certified " + Evidence.time(last) + ".", List.of(last));
    return s.hears("by ⟦d") && s.day().isPresent()
        ? Judged.held(
            !Washington.day(last.effective()).isAfter(s.day().get().to()),
            judged.why(),
            List.of(last))
        : judged;
  }

  /** Which states had not certified by the day of the safe harbour. */
  private static Judged missed(Slots s, Evidence e) {
    Optional<LocalDate> day =
        e.history().law().deadline(DeadlineKind.SAFE_HARBOUR).map(d -> d.day());
    if (day.isEmpty() || !e.isComplete(Matter.CERTIFICATIONS)) return Judged.NO_CLAIM;
    List<String> late =
        e.jurisdictions().stream()
            .filter(
                j ->
                    first(e, j)
                        .filter(c -> !Washington.day(c.effective()).isAfter(day.get()))
                        .isEmpty())
            .toList();
    String why =
        "Not certified by %s: %s."
            .formatted(
                Calendar.words(day.get()),
                String.join(", ", late.stream().map(Evidence::place).toList()));
    return late.equals(List.of(s.unit("u")))
        ? Judged.supported(why, List.of())
        : Judged.beyond(why + " Contests that were open that day are another matter.");
  }

  private static final Pattern OF_SOME =
      Pattern.compile(
          "(?i)\\b(?:of|among) (?:the|those|these) (?!states\\b|fifty\\b|50\\b|union\\b)[^,;.]*\\b(?:states|ones|that)\\b");

  private static Judged order(Slots s, Evidence e) {
    String context = s.context();
    if (!context.contains("certif") || s.hears("⟦k|call")) return Judged.NO_CLAIM;
    // "of the six states in dispute Georgia is the first"
    if (OF_SOME.matcher(s.piece().sentence().words()).find()) return Judged.NO_CLAIM;
    if (!e.isComplete(Matter.CERTIFICATIONS)
        || e.jurisdictions().stream().anyMatch(j -> first(e, j).isEmpty())) {
      // who was first is known before all have certified
      boolean first = s.words("which").matches("(?i)first|earliest");
      if (!first || !e.isComplete(Matter.CERTIFICATIONS))
        return Judged.beyond("The record does not hold all certifications by then.");
    }
    boolean isFirst = s.has("a") || s.words("which").matches("(?i)first|earliest");
    List<Entry> all = e.jurisdictions().stream().flatMap(j -> first(e, j).stream()).toList();
    KnownOrder order = new KnownOrder(all);
    if (s.has("a")) {
      boolean holds =
          order
                  .first()
                  .filter(x -> ((Certification) x.fact()).unit().equals(s.unit("a")))
                  .isPresent()
              && order
                  .last()
                  .filter(x -> ((Certification) x.fact()).unit().equals(s.unit("b")))
                  .isPresent();
      return Judged.held(
          holds,
          order
              .first()
              .flatMap(
                  first ->
                      order
                          .last()
                          .map(
                              last ->
                                  "%s certified first, %s, and %s last, %s."
                                      .formatted(
                                          Evidence.place(((Certification) first.fact()).unit()),
                                          Evidence.time(first),
                                          Evidence.place(((Certification) last.fact()).unit()),
                                          Evidence.time(last))))
              .orElse("Which certified first and last is not known exactly enough."),
          List.of());
    }
    Optional<Entry> one = isFirst ? order.first() : order.last();
    if (one.isEmpty()) return Judged.beyond("Of several the day is not known exactly enough.");
    return UnitForms.came(
        s.unit("u"), ((Certification) one.get().fact()).unit(), "certified", isFirst, one.get());
  }

  private static Judged certified(Slots s, Evidence e) {
    String context = s.context();
    if (!Sought.has(context, "certif|canvass|signed off")) return Judged.NO_CLAIM;
    if (s.hears(
        "\\bsuits?\\b|lawsuit|dismiss|congress|electoral college|\\bno (?:other )?states?\\b|none of|\\bcourt|first\\b|\\blast\\b|without certificates|senat|⟦h|⟦x|all states|every|rejected|objection|recertif")) {
      if (s.hears("⟦x") && s.hears("board|votes|canvassers|unanimous")) return ofBoard(s, e);
      return Judged.NO_CLAIM;
    }
    List<String> units =
        new ArrayList<>(s.here(Mention.Place.class).stream().map(Mention.Place::unit).toList());
    if (units.isEmpty())
      e.placeOfOfficial(s.piece().words()).or(() -> ElectorPieces.place(s)).ifPresent(units::add);
    if (units.isEmpty()
        && s.hears(
            "certified again|certified on|secretary of state certified|the certification|the canvass was (?:signed|completed)"))
      s.place().ifPresent(units::add);
    boolean hasDay =
        s.piece().times().stream()
            .anyMatch(t -> !(t.mention() instanceof Mention.Days d && d.isYear()));
    if (units.size() != 1
        || (!hasDay
            && !s.hears(
                "did so|signs? (?:the )?certificate|signed (?:the )?certificate|certified|completed|as did|winner")))
      return Judged.NO_CLAIM;
    String unit = units.getFirst();
    List<Entry> acts = new ArrayList<>();
    if (!s.hears("ascertain|certificate (?:that|which) names|governor"))
      acts.addAll(e.all(Certification.class, f -> f.unit().equals(unit)));
    if (acts.isEmpty())
      acts.addAll(e.all(Fact.Ascertainment.class, f -> f.jurisdiction().equals(unit)));
    if (acts.isEmpty()) {
      if (e.isComplete(Matter.CERTIFICATIONS, Optional.empty(), unit))
        return Judged.contradicted(
            "The record holds all of them, and none there by then.", List.of());
      return e.whole().all(Certification.class, f -> f.unit().equals(unit)).isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("It had not certified by then.");
    }
    Optional<Quantity> lead = s.count().filter(q -> q.whole() > 60 && s.hears("by ⟦n|margin|lead"));
    Optional<String> person = s.standing().stream().filter(e::isPresidential).findFirst();
    Entry meant = acts.getFirst();
    for (Entry each : acts) if (s.fits(each, e)) meant = each;
    if (s.hears("again") && acts.size() > 1) meant = acts.get(1);
    String why = "%s certified %s.".formatted(Evidence.place(unit), Evidence.time(meant));
    Optional<Quantity> electors =
        s.count().filter(n -> n.whole() <= 60 && s.hears("elector|'s ⟦n|certificate (?:for|that)"));
    if (electors.isPresent() && !isAppointed(electors.get().whole(), meant, unit, e))
      return Judged.contradicted(
          why + " It had %d electors.".formatted(e.electors(unit)), List.of(meant));
    if (meant.fact() instanceof Certification c && (lead.isPresent() || person.isPresent())) {
      List<Long> order = Ranking.of(c.votes());
      if (order.size() > 1
          && lead.isPresent()
          && lead.get().fits(order.get(0) - order.get(1)) == Quantity.Fit.WRONG)
        return Judged.contradicted(why + " " + e.figures(c.votes()) + ".", List.of(meant));
      if (person.isPresent()
          && order.size() > 1
          && s.hears(
              "for ⟦c|⟦c[0-9]+⟧ (?:the )?winner|certified ⟦c|⟦c[0-9]+⟧ certified|declared ⟦c"))
        if (c.votes().count(person.get()).orElse(-1) != order.get(0))
          return Judged.contradicted(why + " " + e.figures(c.votes()) + ".", List.of(meant));
    }
    Optional<String> winner = UnitForms.winner(e, unit);
    boolean isOfLoser =
        person.isPresent()
            && s.standing().stream().filter(e::isPresidential).distinct().count() == 1
            && winner.isPresent()
            && !winner.equals(person)
            && !s.hears(
                "(?:over|against|beat|defeat of|than|behind) ⟦c|⟦c[0-9]+⟧(?:'s)? (?:lost|loss|defeat|had lost)");
    if (isOfLoser) return Judged.NO_CLAIM;
    if (s.hears("not on the day before|not on ⟦d") || isOfOtherFigure(s, meant))
      return Judged.NO_CLAIM;
    Judged judged = Judged.supported(why, List.of(meant)).at(meant);
    boolean fits = s.fits(judged, e);
    boolean isPlain =
        s.placeHere().isPresent()
            && s.hears("certif|canvass|signed off|(?:signed|followed|finished|did so|came) on ⟦d")
            && s.here(Mention.Days.class).size() == 1;
    return fits || isPlain ? judged : Judged.NO_CLAIM;
  }

  /** "12,284 is the one that was certified": a figure before the piece that is not its lead. */
  private static boolean isOfOtherFigure(Slots s, Entry certificate) {
    Optional<Quantity> figure =
        s.hears("\\b(?:the|that) (?:one|figure|number|tally|count|margin)\\b")
            ? s.earlier(Mention.Count.class).map(Mention.Count::quantity)
            : Optional.empty();
    if (figure.isEmpty() || !(certificate.fact() instanceof Certification c)) return false;
    List<Long> order = Ranking.of(c.votes());
    return order.size() < 2 || figure.get().fits(order.get(0) - order.get(1)) != Quantity.Fit.RIGHT;
  }

  /** Whether a place has so many electors, or a certificate named so many. */
  private static boolean isAppointed(long said, Entry certificate, String unit, Evidence e) {
    return said == e.electors(unit)
        || (certificate.fact() instanceof Fact.Ascertainment a
            && a.electors().ids().stream()
                .anyMatch(id -> a.electors().count(id).orElse(0) == said));
  }

  private static Judged ofBoard(Slots s, Evidence e) {
    Optional<String> unit = s.placeOfSentence();
    if (unit.isEmpty()) return Judged.NO_CLAIM;
    Optional<Entry> c = first(e, unit.get());
    if (c.isEmpty()) return Judged.NO_CLAIM;
    String told =
        ((Certification) c.get().fact()).authority()
            + " "
            + c.get().fact().attestation().note().orElse("");
    Matcher vote = Pattern.compile("([0-9]+)[-–]([0-9]+)").matcher(told);
    if (!vote.find()) return Judged.NO_CLAIM;
    Mention.Score score = s.one(Mention.Score.class).orElseThrow();
    boolean same =
        Long.parseLong(vote.group(1)) == score.one()
            && Long.parseLong(vote.group(2)) == score.other();
    return Judged.held(same, "The board voted " + vote.group() + ".", List.of(c.get()));
  }

  private CertificatePieces() {}
}
