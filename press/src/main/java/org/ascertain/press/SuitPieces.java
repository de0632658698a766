package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Fact.Side;
import org.ascertain.election.Jurisdiction;

/** Claims of suits and recounts in pieces of sentences. */
final class SuitPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("ruling-in-a-piece", Kind.SUIT)
              .hears(
                  "(?:\\bcourt|justices?|judge|bench|commission)\\b.{0,80}?(?:rejected|dismissed|threw out|denied|refused|turned (?:down|away)|stopped|halt(?:ed|s)|stayed|ordered|ended|brought|granted?|grant|reversed|ruled|found|let|upheld|declined|blocked|tossed)",
                  "(?:rejected|dismissed|thrown out|denied|refused|stopped|halted|stayed|ordered|granted|turned (?:down|away)|tossed(?: out)?|lifted).{0,60}?(?:\\bcourt|justices?|judge|bench)",
                  "(?:suits?|petition|complaint|appeal|case|lawsuit).{0,40}?(?:was|were|been) (?:dismissed|rejected|denied|refused|won|granted|thrown out|withdrawn|lost)",
                  "(?:justices|bench|it) .{0,30}?(?:stopped|stayed|ordered) (?:it|the count|the recount)",
                  "it found for {C:c}",
                  "(?:was|were) (?:rejected|dismissed|refused) by",
                  "(?<bare>[A-Z][a-z]{3,}.{0,20}?(?:rejected|dismissed|denied|affirmed|upheld|reversed|threw (?:it|them|the .{0,20}?) out|turned (?:it|him|her|them) (?:down|away)))",
                  "(?<bare>^[ ,]*(?:and )?(?:dismissed|rejected|denied|affirmed|upheld|reversed|refused|withdrawn).{0,20}?)")
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "On December 11 the justices in Washington turned down the suit of Texas.")
              .example(
                  CONTRADICTED,
                  "2020-12-16",
                  "The Supreme Court granted the suit of Texas on December 11.")
              .judges(SuitPieces::ruled),
          Form.of("filed", Kind.SUIT)
              .hears(
                  "\\b(?:filed|went to court|asked for|requested|sued|petitioned|contest(?:ed)?).{0,60}?(?:suit|recounts?|court|contest|petition|count|result|{D:d})",
                  "(?:recount|counting|hand tally|machine recount|tally|it|work).{0,30}?(?:began|started|got under way|announced|finished|was stopped|ended|asked)")
              .example(
                  SUPPORTED,
                  "2016-12-16",
                  "Jill Stein asked for recounts in Wisconsin on November 25.")
              .judges(SuitPieces::filed),
          Form.of("no-court", Kind.SUIT)
              .hears(
                  "no (?:court|judge).{0,40}?(?:given|granted|accepted|sided|found|ruled)",
                  "(?:lost|lost or withdrew|withdrew) (?:nearly |almost )?(?:every|all) (?:case|suit|of them)")
              .withDenial()
              .example(
                  CONTRADICTED, "2020-11-24", "So far no court has given the campaign any right.")
              .judges(SuitPieces::none));

  private static final Pattern CAPITAL = Pattern.compile("(?<![A-Za-z])[A-Z][a-zA-Z'-]{3,}");

  private static final Set<String> NO_PARTY = Vocabulary.of("no-party");

  /** Names in a piece that may be those of a party or a judge. */
  private static Set<String> names(String words) {
    Set<String> all = new LinkedHashSet<>();
    Matcher found = CAPITAL.matcher(words);
    while (found.find()) {
      String name = found.group().replaceAll("'s$", "");
      if (!NO_PARTY.contains(name)) all.add(name);
    }
    return all;
  }

  private static Optional<Challenge> challenge(Evidence e, Ruling ruling) {
    return e.first(Challenge.class, c -> c.id().equals(ruling.challenge()))
        .map(c -> (Challenge) c.fact());
  }

  /** The rulings in the suits whose names the sentence has, else the sentence before it. */
  static List<Entry> named(Slots s, Evidence e) {
    for (String words : List.of(s.piece().sentence().words(), s.scene().words())) {
      Set<String> names = names(words);
      for (Jurisdiction each : Jurisdiction.values())
        if (words.contains(each.title() + " ")) names.add(each.title());
      e.candidates().stream().map(Candidate::shortName).forEach(names::remove);
      long most = 0;
      List<Entry> best = new ArrayList<>();
      for (Entry each : e.all(Ruling.class, f -> true)) {
        String of = challenge(e, (Ruling) each.fact()).map(Challenge::name).orElse("");
        long same = names.stream().filter(of::contains).count();
        if (same > most) best.clear();
        if (same > 0 && same >= most) best.add(each);
        most = Math.max(most, same);
      }
      if (!best.isEmpty()) return best;
    }
    return List.of();
  }

  /** What the record tells of a ruling. */
  static String told(Evidence e, Entry entry) {
    Ruling ruling = (Ruling) entry.fact();
    String of = challenge(e, ruling).map(c -> c.name() + " " + c.venue() + " ").orElse("");
    String stake =
        e.first(Challenge.class, c -> c.id().equals(ruling.challenge()))
            .map(c -> c.fact().attestation().note().orElse(""))
            .orElse("");
    return of + stake + " " + ruling.outcome() + " " + entry.fact().attestation().note().orElse("");
  }

  private static Judged ruled(Slots s, Evidence e) {
    if (s.hears("congress|object|senat|⟦h|⟦k|certificates? was|the certificates"))
      return Judged.NO_CLAIM;
    List<Entry> rulings = e.all(Ruling.class, f -> true);
    List<Entry> whole = e.whole().all(Ruling.class, f -> true);
    if (whole.isEmpty()) return Judged.NO_CLAIM;
    if (s.hears("commission|it found for")) return ofCommission(s, e);
    String words = s.piece().words();
    boolean supreme =
        words.matches("(?is).*(?:supreme court|justices in washington|the justices).*");
    Optional<String> unit = s.placeOfSentence();
    boolean ofState =
        words.matches(
            "(?is).*(?:state's supreme court|(?:florida|georgia|pennsylvania|wisconsin|nevada|michigan|arizona|ohio)(?:'s)? (?:supreme court|bench|high court)|(?:florida|state)'s (?:highest|top) court|state supreme court).*");
    if (ofState && unit.isEmpty()) {
      for (Jurisdiction j : Jurisdiction.values())
        if (words.contains(j.title())) unit = Optional.of(j.name());
      if (unit.isEmpty()) unit = s.scene().unit();
    }
    Set<String> names = names(words);
    // "Ward v. Jackson: dismissed by Judge Warner": the parties stand before what became of it
    for (Piece each : s.piece().before()) if (names.isEmpty()) names = names(each.words());
    // without a word of courts it is only the name of a judge or a party that tells of a ruling
    if (s.has("bare")) e.candidates().stream().map(Candidate::shortName).forEach(names::remove);
    Set<String> meantNames = names;
    Optional<Mention.Days> day = s.day();
    List<Entry> fitting = new ArrayList<>();
    Optional<String> where = unit;
    for (Entry each : rulings) {
      String told = told(e, each);
      Optional<Challenge> of = challenge(e, (Ruling) each.fact());
      String venue =
          of.map(Challenge::venue).orElse("") + " " + each.fact().attestation().note().orElse("");
      if (supreme
          && !ofState
          && !venue.contains("U.S. Supreme Court")
          && !told.contains("U.S. Supreme Court")) continue;
      if (ofState && !told.matches("(?s).*(?:Supreme Court).*")) continue;
      if (ofState && told.contains("Court: U.S. Supreme Court")) continue;
      if (where.isPresent()
          && !(supreme && !ofState)
          && of.isPresent()
          && !of.get().units().isEmpty()
          && !of.get().units().contains(where.get())) continue;
      fitting.add(each);
    }
    List<Entry> named =
        names.isEmpty()
            ? List.of()
            : fitting.stream()
                .filter(r -> meantNames.stream().anyMatch(n -> told(e, r).contains(n)))
                .toList();
    if (s.has("bare") && named.isEmpty()) return Judged.NO_CLAIM;
    if (!names.isEmpty() && named.isEmpty() && s.hears("suit|petition|case|complaint|judge"))
      return Judged.beyond("The record holds no such suit by these names.");
    if (!named.isEmpty()) fitting = new ArrayList<>(named);
    Optional<String> refused = partyRefused(s);
    if (refused.isPresent())
      fitting.removeIf(
          r ->
              challenge(e, (Ruling) r.fact())
                  .filter(c -> c.name().contains(refused.get()))
                  .isEmpty());
    Optional<String> owner = owner(s, e);
    if (owner.isPresent()) fitting.removeIf(r -> !told(e, r).contains(owner.get()));
    if (owner.isPresent() && fitting.isEmpty())
      return Judged.beyond("The record holds no such suit of theirs.");
    if (day.isPresent())
      fitting = new ArrayList<>(fitting.stream().filter(r -> s.fits(r, e)).toList());
    boolean identified =
        !named.isEmpty()
            || ((supreme || ofState) && day.isPresent())
            || (s.hears("judge") && day.isPresent() && where.isPresent());
    if (fitting.isEmpty())
      return !named.isEmpty() && named.size() <= 3 && day.isPresent()
          ? Judged.contradicted(
                  told(e, named.getLast()).strip() + " " + Evidence.time(named.getLast()) + ".",
                  named)
              .undeniable()
          : Judged.beyond("The record holds no such ruling by then.");
    if (!identified && fitting.size() > 1)
      return Judged.beyond(
          "Which ruling is meant is not clear: %d may be.".formatted(fitting.size()));
    boolean grants =
        s.hears(
            "granted?\\b|stayed|stopped|halt|ordered|reversed|ended|brought|\\bwon\\b|blocked|found");
    boolean refuses =
        s.hears(
            "rejected|dismissed|threw .{0,20}?out|thrown out|denied|affirmed|upheld|refused|turned .{0,10}?(?:down|away)|declined|tossed|lost");
    if (grants && refuses) grants = false;
    boolean isDay = day.isPresent() && identified && fitting.size() == 1;
    if (!grants && !refuses && isDay && s.hears("\\bruled|decided|spoke|decision|finished")) {
      Entry meant = fitting.getFirst();
      return Judged.supported(
              "%s %s.".formatted(told(e, meant).strip(), Evidence.time(meant)), fitting)
          .at(meant)
          .undeniable();
    }
    if (!grants && !refuses) return Judged.beyond("What was decided is not clear from the words.");
    List<Entry> alike = new ArrayList<>();
    List<Entry> otherwise = new ArrayList<>();
    for (Entry each : fitting) {
      Optional<Side> side = ((Ruling) each.fact()).side();
      if (side.isEmpty()) continue;
      if (isSaid(((Ruling) each.fact()).outcome(), s.heard())) {
        alike.add(each);
        continue;
      }
      boolean petitioner = side.get() != Side.RESPONDENT;
      if ((refuses && side.get() == Side.RESPONDENT) || (grants && petitioner)) alike.add(each);
      else if (side.get() != Side.PART) otherwise.add(each);
    }
    Optional<Mention.Score> vote = s.one(Mention.Score.class).or(() -> voteAfter(s));
    if (!alike.isEmpty()) {
      Entry meant = alike.getLast();
      String why = "%s %s.".formatted(told(e, meant).strip(), Evidence.time(meant));
      if (vote.isPresent()) {
        Entry of = meant;
        boolean any = false;
        for (Entry each : alike) {
          Matcher found =
              Pattern.compile("(?<![0-9])([0-9])-([0-9])(?![0-9])").matcher(told(e, each));
          while (found.find()) {
            any = true;
            if (Long.parseLong(found.group(1)) == vote.get().one()
                && Long.parseLong(found.group(2)) == vote.get().other())
              return Judged.supported(why, List.of(each)).at(each).undeniable();
          }
        }
        return any && alike.size() == 1
            ? Judged.contradicted(why, List.of(of))
            : Judged.beyond("How the judges voted is not on record. " + why);
      }
      return Judged.supported(why, List.of(meant)).at(meant).undeniable();
    }
    if (!otherwise.isEmpty()
        && otherwise.size() == fitting.size()
        && !named.isEmpty()
        && (day.isPresent() || otherwise.size() == 1))
      return Judged.contradicted(
              told(e, otherwise.getLast()).strip() + " " + Evidence.time(otherwise.getLast()) + ".",
              otherwise)
          .undeniable();
    return Judged.beyond("The record's words are others. " + told(e, fitting.getLast()).strip());
  }

  /** "Refused her appeal, 3-2": the vote that stands right after the piece. */
  private static Optional<Mention.Score> voteAfter(Slots s) {
    int end = s.piece().end();
    return s.piece().sentence().mentions().stream()
        .filter(each -> each.start() >= end)
        .findFirst()
        .filter(each -> each.start() - end <= 5)
        .map(Mention.Placed::mention)
        .filter(Mention.Score.class::isInstance)
        .map(Mention.Score.class::cast)
        .filter(score -> score.one() <= 15 && score.other() <= 15);
  }

  private static final Pattern DECIDED =
      Pattern.compile(
          "\\b(?:stopped|stayed|halted|dismissed|denied|granted|affirmed|reversed|rejected|upheld|withdrawn|vacated|refused)\\b");

  /** Whether a text says what was decided with the word of the record, and no other such word. */
  private static boolean isSaid(String outcome, String heard) {
    List<String> own =
        DECIDED
            .matcher(outcome.toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    List<String> said =
        DECIDED.matcher(heard).results().map(MatchResult::group).distinct().toList();
    return said.size() == 1 && own.contains(said.getFirst()) && !heard.contains("never");
  }

  private static final Pattern PARTY_REFUSED =
      Pattern.compile(
          "⟦u([0-9]+)⟧ (?:was|were|had been|has been) (?:turned (?:away|down)|refused|rejected|denied|rebuffed)");

  /** "Texas was turned away": the state that brought the suit. */
  private static Optional<String> partyRefused(Slots s) {
    Matcher party = PARTY_REFUSED.matcher(s.heard());
    if (!party.find()) return Optional.empty();
    Mention mention =
        s.piece().sentence().mentions().get(Integer.parseInt(party.group(1))).mention();
    return mention instanceof Mention.Place place
        ? Optional.of(Evidence.place(place.unit()))
        : Optional.empty();
  }

  private static final Pattern OWNER =
      Pattern.compile("⟦c([0-9]+)⟧'s (?:contest|suit|lawsuit|petition|appeal|case|challenge)");

  /** Whose suit it is said to be, where that is one who stood. */
  private static Optional<String> owner(Slots s, Evidence e) {
    Matcher owner = OWNER.matcher(s.heard());
    if (!owner.find()) return Optional.empty();
    Mention mention =
        s.piece().sentence().mentions().get(Integer.parseInt(owner.group(1))).mention();
    return mention instanceof Mention.Person person ? s.in(person).map(e::name) : Optional.empty();
  }

  private static Judged ofCommission(Slots s, Evidence e) {
    List<Entry> all = e.all(Fact.CommissionRuling.class, f -> true);
    if (all.isEmpty()) return Judged.NO_CLAIM;
    Optional<String> unit = s.placeOfSentence();
    List<Entry> own =
        unit.isEmpty()
            ? all
            : all.stream()
                .filter(r -> ((Fact.CommissionRuling) r.fact()).jurisdiction().equals(unit.get()))
                .toList();
    Optional<Mention.Score> score = s.one(Mention.Score.class);
    if (score.isEmpty()) return Judged.NO_CLAIM;
    boolean each =
        own.stream()
            .map(r -> (Fact.CommissionRuling) r.fact())
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

  private static Judged filed(Slots s, Evidence e) {
    if (s.hears("⟦k|object|poll|⟦h|senat|counting of votes in all")) return Judged.NO_CLAIM;
    List<Entry> all = new ArrayList<>(e.all(Challenge.class, f -> true));
    if (all.isEmpty()) return Judged.NO_CLAIM;
    boolean recount =
        s.hears("recount|tally|counting|hand|count\\b")
            || (s.hears("\\bwork\\b") && s.context().contains("recount"))
            || (s.hears("^[ ,]*it\\b") && s.scene().words().matches("(?is).*(?:recount|tally).*"));
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
    Set<String> names = names(s.piece().words());
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
              n.get().whole() == states, "On record they are for %d.".formatted(states), List.of())
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
      Judged judged =
          Judged.supported("On record %s.".formatted(Evidence.time(each)), List.of(each)).at(each);
      if (s.fits(judged, e)) return judged.undeniable();
    }
    if (s.hears("began|started|under way"))
      return Judged.beyond("When that began is not on record, but when it was asked for.");
    return own.size() == 1 && events.size() == 1
        ? Judged.supported("On record %s.".formatted(Evidence.time(events.getFirst())), events)
            .at(events.getFirst())
        : Judged.beyond("The record has other days for it.");
  }

  private static Judged none(Slots s, Evidence e) {
    if (s.hears("\\bnot\\b|fraud|overturn|evidence|revers|chang|merit")) return Judged.NO_CLAIM;
    if (s.hears("no (?:court|judge)")) {
      List<Entry> won =
          e.all(Ruling.class, r -> r.side().filter(Side.PETITIONER::equals).isPresent());
      if (won.isEmpty()) return Judged.beyond("The record does not hold every suit.");
      return Judged.contradicted(
          "%s %s.".formatted(told(e, won.getLast()).strip(), Evidence.time(won.getLast())),
          won.subList(won.size() - 1, won.size()));
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
