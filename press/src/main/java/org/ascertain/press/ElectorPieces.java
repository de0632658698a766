package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/** Claims of the electors of a place in pieces of sentences: how many, and for whom. */
final class ElectorPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("electors-by-place", Kind.UNIT)
              .hears(
                  "{U:u}(?:'s)? (?:gave|cast|handed|delivered|awarded|brought)(?: up)?(?: all)? (?:its |their )?{N:n}(?: {electors}| votes?)?(?! per)",
                  "{U:u}'s,? (?:with |all |own )*{N:n}(?: {electors}| votes?)?(?! per)",
                  "(?:\\bits|the state's|that state's|the commonwealth's|\\bour) (?:own |all )?{N:n}(?: {electors}| votes?)?(?= |[,.;]|$)(?! per)",
                  "{N:n} (?:of (?:the |its )?{N:m} )?(?:{electors}|votes?)\\b(?! in the (?:house|senate|country))",
                  "{N:n} (?:of|from|in|for) {U:u}",
                  "{U:u} \\((?:with |all )?{N:n}(?: votes| {electors})?$",
                  "^[ ,]*(?:and |big |all )?{U:u}(?:,? (?:with|has|had|all)|[,:])? {N:n}(?: of them)?[ .,]*$",
                  "(?:\\bit|the state|the district) (?:now )?(?:has|had|casts?|held) {N:n}",
                  "(?:, |^ ?)with (?:its )?{N:n}[ .,]*$",
                  "{U:u} now has {N:n}")
              .example(
                  SUPPORTED,
                  "2021-01-20",
                  "Georgia was carried, so the state's sixteen electors were his.")
              .example(
                  CONTRADICTED,
                  "2021-01-20",
                  "Georgia was carried, so the state's fifteen electors were his.")
              .example(BEYOND, "2016-11-09", "In Maine, Clinton took three of the four votes.")
              .example(SUPPORTED, "2017-01-20", "Maine gave three of its four votes to Clinton.")
              .example(CONTRADICTED, "2017-01-20", "Trump won two of Maine's four electoral votes.")
              .example(CONTRADICTED, "2016-11-09", "Maine gave three of its five votes to Clinton.")
              .judges(ElectorPieces::ofPlace),
          Form.of("place-of-a-party", Kind.UNIT)
              .hears(
                  "{U:u}.{0,12}?(?:went|voted|turned|stayed|flipped|gone) (?:to the )?(?:solidly |narrowly )?(?<colour>blue|red|democratic|republican|democrats|republicans)\\b")
              .example(SUPPORTED, "2021-02-01", "Georgia this time went blue.")
              .example(CONTRADICTED, "2021-02-01", "Florida this time went blue.")
              .judges(ElectorPieces::ofParty),
          Form.of("place-for", Kind.UNIT)
              .hears(
                  "{U:u}.{0,40}?(?:went|gone|fell|turned|swung|moved|changed sides,?|flipped|stayed|voted|opted|decided) (?:again )?(?:to|for|with) {C:c}",
                  "{U:u}.{0,30}?(?:chose|backed|picked|sided with|elected) {C:c}",
                  "{C:c} (?:narrowly |also )?(?:won|carried|took|flipped|held|captured) (?:his home,? |the state of )?{U:u}",
                  "{C:c} (?:won|carried|took|led|was ahead) (?<there>there)")
              .example(SUPPORTED, "2021-01-20", "Alaska in the end sided with Trump.")
              .example(CONTRADICTED, "2021-01-20", "Alaska in the end sided with Biden.")
              .judges(ElectorPieces::placeFor));

  /** What else is counted: then a small number is none of electors. */
  private static final String ELSE =
      "court|justice|senat|⟦h|commission|margin|per ?cent|points|\\blead\\b|ahead|objection|\\bboard\\b|counties|lawsuit|suits|ballots|million|thousand|recount|seats|states\\b|delegat|networks|⟦k|⟦v|days";

  /** What a place's electors did, or how many it has. */
  private static Judged ofPlace(Slots s, Evidence e) {
    Optional<Part> part = part(s);
    Quantity said = part.map(Part::some).orElseGet(() -> s.number("n"));
    if (said.whole() > 60 || said.whole() < 1 || said.step().scale() > 0) return Judged.NO_CLAIM;
    if (s.hears(ELSE) || s.hears("\\bthen[ .,]*$|\\bas did\\b")) return Judged.NO_CLAIM;
    // those of another slate voted too, and nobody counted them
    if (Sought.has(
        s.piece().sentence().words(),
        "(?i)\\b(?:rivals?|alternates?|unofficial|fake|bogus|self-styled|would-be|so-called|losing|shadow)\\b"))
      return Judged.NO_CLAIM;
    boolean elliptic = !s.has("u");
    Optional<String> unit = s.has("u") ? Optional.of(s.unit("u")) : place(s);
    if (unit.isEmpty()) return Judged.NO_CLAIM;
    boolean ofElectors =
        s.hears(ScorePieces.ELECTOR_WORDS)
            || s.piece()
                .sentence()
                .words()
                .toLowerCase(Locale.ROOT)
                .matches(".*(?:elector|college|delegation).*")
            || s.scene()
                .words()
                .toLowerCase(Locale.ROOT)
                .matches(".*(?:elector|college|delegation).*");
    ofElectors = ofElectors || isListOfElectors(s, e);
    boolean isInList =
        s.has("u")
            && s.all().matches("(?i)⟦N[0-9]+⟧ of ⟦U.*")
            && s.piece().sentence().words().contains("votes");
    if (!ofElectors
        && !isInList
        && !Sought.has(s.all(), "(?i)its|'s|gave|cast|with|votes?|handed|now has"))
      return Judged.NO_CLAIM;
    int at = s.piece().marked().indexOf("⟦U");
    if (elliptic && at >= 0 && at > s.piece().marked().indexOf("⟦N")) return Judged.NO_CLAIM;
    if (elliptic && !ofElectors && s.placeOfSentence().isEmpty()) return Judged.NO_CLAIM;
    String where = unit.get();
    int electors = e.electors(where);
    if (where.indexOf('-') > 0) return Judged.NO_CLAIM;
    if (electors == 0)
      return Judged.contradicted(
          Evidence.place(where) + " took no part in that election.", List.of());
    Optional<Entry> cast = e.electorVotes(where);
    Optional<String> who = s.standing().stream().filter(id -> !isSubjectOfElse(s)).findFirst();
    String law =
        "By law %s had %d electors in %d.".formatted(Evidence.place(where), electors, e.year());
    if (part.isPresent()) {
      if (part.get().all().fits(electors) != Quantity.Fit.RIGHT)
        return Judged.contradicted(law, List.of());
      if (who.isEmpty()) return Judged.NO_CLAIM;
    }
    if (who.isPresent()) {
      if (!e.isPresidential(who.get()) && ElectorResult.of(e).isEmpty()) return Judged.NO_CLAIM;
      if (cast.isEmpty())
        return part.isPresent() || said.fits(electors) == Quantity.Fit.RIGHT
            ? Judged.beyond(law + " They had not voted by then.")
            : Judged.contradicted(law, List.of());
      Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT);
      long has = votes.count(who.get()).orElse(0);
      boolean holds = said.fits(has) == Quantity.Fit.RIGHT;
      String why = "%s's electors cast %s.".formatted(Evidence.place(where), e.figures(votes));
      return Judged.held(holds, why, List.of(cast.get())).at(cast.get());
    }
    if (said.fits(electors) == Quantity.Fit.RIGHT)
      return Judged.supported(law, List.of()).undeniable();
    if (isInList && !ofElectors) return Judged.NO_CLAIM;
    // "two in Texas" of so many that did something
    if (s.all().matches("(?i)⟦N[0-9]+⟧ (?:in|from|of) .*") && said.whole() * 3 < electors)
      return Judged.NO_CLAIM;
    // a part of a state's votes: then it is not said of the whole
    for (Entry each : e.all(Fact.ElectorVotes.class, f -> f.jurisdiction().equals(where))) {
      Votes votes = ((Fact.ElectorVotes) each.fact()).ballots().of(Office.PRESIDENT);
      for (String id : votes.ids())
        if (votes.size() > 1 && said.fits(votes.count(id).orElse(0)) == Quantity.Fit.RIGHT)
          return Judged.NO_CLAIM;
    }
    return Judged.contradicted(law, List.of()).undeniable();
  }

  /** Some of all: "three of Maine's four". */
  private record Part(Quantity some, Quantity all) {}

  private static final Pattern PART =
      Starts.compile(
          "⟦N([0-9]+)⟧ of (?:the |its |their |all |those )*(?:⟦U[0-9]+⟧'s )?⟦N([0-9]+)⟧");

  /** The part of which the number is one, or the whole. */
  private static Optional<Part> part(Slots s) {
    Matcher of = PART.matcher(s.piece().sentence().full().text());
    while (of.find())
      if (of.group(1).equals(s.words("n")) || of.group(2).equals(s.words("n")))
        return Optional.of(new Part(count(s, of.group(1)), count(s, of.group(2))));
    return Optional.empty();
  }

  private static Quantity count(Slots s, String mark) {
    Mention.Placed placed = s.piece().sentence().mentions().get(Integer.parseInt(mark));
    return ((Mention.Count) s.look(placed)).quantity();
  }

  /** "California, 54; Texas, 40; Florida, 30": most are the electors of those places. */
  private static boolean isListOfElectors(Slots s, Evidence e) {
    List<Mention.Placed> all = s.piece().sentence().mentions();
    int pairs = 0;
    int right = 0;
    for (int i = 0; i + 1 < all.size(); i++)
      if (all.get(i).mention() instanceof Mention.Place place
          && all.get(i + 1).mention() instanceof Mention.Count count
          && all.get(i + 1).start() - all.get(i).end() <= 2) {
        pairs++;
        if (count.quantity().whole() == e.electors(place.unit())) right++;
      }
    return pairs >= 3 && right * 3 >= pairs * 2;
  }

  private static boolean isSubjectOfElse(Slots s) {
    return s.hears("belong|settled|beats?\\b");
  }

  /** The place of the piece or its sentence, or the one that "the state" or "there" stands for. */
  static Optional<String> place(Slots s) {
    Optional<String> own = s.placeOfSentence();
    if (own.isPresent()) return own;
    return s.hears(
            "\\b(?:its?|the state(?:'s)?|the commonwealth(?:'s)?|our|that state|there|the district)\\b")
        ? s.scene().unit()
        : Optional.empty();
  }

  /** "Went blue": for whose party a place voted. */
  private static Judged ofParty(Slots s, Evidence e) {
    if (s.hears(
        "⟦h|senat|governor|secretary|official|county|since|first|last|legislature|\\bby ⟦n"))
      return Judged.NO_CLAIM;
    String unit = s.unit("u");
    if (!e.takesPart(Unit.jurisdictionOf(unit))) return Judged.NO_CLAIM;
    String party =
        s.words("colour").toLowerCase(Locale.ROOT).matches("blue|democrat.*")
            ? "Democratic"
            : "Republican";
    Optional<String> winner = UnitForms.winner(e, unit).or(() -> called(e, unit));
    if (winner.isEmpty())
      return UnitForms.winner(e.whole(), unit).isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("Who carried it was not certain by then.");
    boolean holds = e.party(winner.get()).filter(party::equals).isPresent();
    if (holds && s.hears("flipped|turned"))
      holds =
          SincePieces.isOf(e, e.year() - 4, Optional.of(unit), party)
              .map(before -> !before)
              .orElse(true);
    return Judged.held(
        holds,
        "%s went to %s.".formatted(Evidence.place(unit), e.name(winner.get())),
        e.row(unit).map(e::of).orElse(List.of()));
  }

  private static Optional<String> called(Evidence e, String unit) {
    return e.last(Fact.Call.class, f -> f.unit().equals(unit))
        .map(call -> ((Fact.Call) call.fact()).candidate());
  }

  private static Judged placeFor(Slots s, Evidence e) {
    // "a Virginia elector voted for Hospers" is of one of them
    if (s.hears(
        "⟦u[0-9]+⟧(?:'s)? elector\\b|(?:\\ban?|one|⟦n[0-9]+⟧) (?:[a-z]+ )?(?:elector|voter)s? (?:of|from|in) ⟦u"))
      return Judged.NO_CLAIM;
    if (s.hears(
        "by|margin|per ?cent|points|⟦k|called|projected|congress|\\bcourt|first|last|since"))
      return Judged.NO_CLAIM;
    Optional<String> unit = s.has("u") ? Optional.of(s.unit("u")) : s.place();
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
    if (unit.isEmpty() || who.isEmpty() || !e.isPresidential(who.get())) return Judged.NO_CLAIM;
    if (!e.takesPart(Unit.jurisdictionOf(unit.get())))
      return Judged.contradicted(
          Evidence.place(unit.get()) + " took no part in that election.", List.of());
    Optional<String> winner = UnitForms.winner(e, unit.get());
    if (winner.isEmpty()) {
      Optional<String> later = UnitForms.winner(e.whole(), unit.get());
      return later.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("Who carried it was not certain by then.");
    }
    String why = "%s went to %s.".formatted(Evidence.place(unit.get()), e.name(winner.get()));
    List<Entry> by = e.row(unit.get()).map(e::of).orElse(List.of());
    if (!winner.get().equals(who.get())) return Judged.contradicted(why, by);
    if (!s.hears("changed|flipped|moved|swung|turned")) return Judged.supported(why, by);
    Optional<String> before =
        e.of(e.year() - 4).flatMap(b -> UnitForms.winner(b, unit.get()).flatMap(b::party));
    if (before.isEmpty()) return Judged.beyond(why);
    return Judged.held(
        !before.equals(e.party(winner.get())),
        why + " Four years before it was %s.".formatted(before.get()),
        by);
  }

  private ElectorPieces() {}
}
