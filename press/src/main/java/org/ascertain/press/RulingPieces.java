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
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Fact.Side;
import org.ascertain.election.Jurisdiction;

/** Claims of what a court decided, in pieces of sentences. */
final class RulingPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("ruling-in-a-piece", Kind.SUIT)
              .knows(
                  "v vs suit lawsuit case request petition motion appeal appeals high u.s district federal circuit")
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
                  "On December 11 the justices turned down the suit of Texas.")
              .example(
                  CONTRADICTED,
                  "2020-12-16",
                  "The Supreme Court granted the suit of Texas on December 11.")
              .judges(RulingPieces::ruled));

  private static Judged ruled(Slots s, Evidence e) {
    if (s.hears(
        "congress|object|senat|⟦h|⟦k|certificates? was|the certificates|(?:refused|declined) to (?:dismiss|reject|throw|toss|reverse|lift|overturn|vacate|withdraw)"))
      return Judged.NO_CLAIM;
    if (e.whole().all(Ruling.class, f -> true).isEmpty()) return Judged.NO_CLAIM;
    if (s.hears("commission|it found for")) return CommissionPieces.decided(s, e);
    Court court = Court.of(s);
    Set<String> names = names(s, e);
    List<Entry> fitting = e.all(Ruling.class, f -> true);
    fitting = fitting.stream().filter(each -> court.mayHaveGiven(each, e)).toList();
    List<Entry> named =
        fitting.stream()
            .filter(each -> names.stream().anyMatch(Rulings.told(e, each)::contains))
            .toList();
    // a state has many suits: its name tells of which court, not of which suit
    boolean isSure =
        names.stream().anyMatch(name -> !Rulings.isPlace(name))
            || s.hears("(?:suit|case|petition|motion|complaint) (?:of|by|from|brought by) ⟦u")
            || s.hears("⟦u[0-9]+⟧'s? (?:suit|lawsuit|case|petition|motion|complaint)");
    if (s.has("bare") && named.isEmpty()) return Judged.NO_CLAIM;
    if (!names.isEmpty() && named.isEmpty() && s.hears("suit|petition|case|complaint|judge"))
      return Judged.beyond("The record holds no such suit by these names.");
    Optional<String> owner = owner(s, e);
    List<Entry> meant = ofParties(named.isEmpty() ? fitting : named, partyRefused(s), owner, e);
    if (owner.isPresent() && meant.isEmpty())
      return Judged.beyond("The record holds no such suit of theirs.");
    boolean hasDay = s.day().isPresent();
    if (hasDay) meant = meant.stream().filter(each -> s.fits(each, e)).toList();
    if (meant.isEmpty())
      return isSure
              && !named.isEmpty()
              && named.size() <= 3
              && hasDay
              && named.stream().anyMatch(each -> isAlike((Ruling) each.fact(), s))
          ? Judged.contradicted(toldWithTime(e, named.getLast()), named).undeniable()
          : Judged.beyond("The record holds no such ruling by then.");
    boolean identified =
        !named.isEmpty()
            || ((court.isSupreme() || court.isOfState()) && hasDay)
            || (s.hears("judge") && hasDay && court.where().isPresent());
    if (!identified && meant.size() > 1)
      return Judged.beyond(
          "Which ruling is meant is not clear: %d may be.".formatted(meant.size()));
    return decided(s, e, meant, identified, isSure && !named.isEmpty());
  }

  /** The names of parties and judges in the piece, else in the nearest before it that has some. */
  private static Set<String> names(Slots s, Evidence e) {
    Set<String> names = Rulings.names(s.piece().words());
    // "Ward v. Jackson: dismissed by Judge Warner": the parties stand before what became of it
    for (Piece each : s.piece().before()) if (names.isEmpty()) names = Rulings.names(each.words());
    // "Johnson v. Benson. Leave refused": the suit by which a line is headed
    if (Rulings.isTitle(s.scene().words()) && names.stream().allMatch(Rulings::isPlace)) {
      names = new LinkedHashSet<>(Rulings.names(s.scene().words()));
      e.candidates().stream().map(Candidate::shortName).forEach(names::remove);
    }
    // without a word of courts it is only the name of a judge or a party that tells of a ruling
    if (s.has("bare")) e.candidates().stream().map(Candidate::shortName).forEach(names::remove);
    return names;
  }

  /** The rulings in suits of a party that was refused, and of whose suit it is said to be. */
  private static List<Entry> ofParties(
      List<Entry> rulings, Optional<String> refused, Optional<String> owner, Evidence e) {
    return rulings.stream()
        .filter(
            each ->
                refused.isEmpty()
                    || Rulings.challenge(e, (Ruling) each.fact())
                        .filter(c -> c.name().contains(refused.get()))
                        .isPresent())
        .filter(each -> owner.isEmpty() || Rulings.told(e, each).contains(owner.get()))
        .toList();
  }

  private static String toldWithTime(Evidence e, Entry ruling) {
    return Rulings.sentence(e, ruling);
  }

  private static final String GRANTS =
      "granted?\\b|stayed|stopped|halt|ordered|reversed|ended|brought|\\bwon\\b|blocked|found";
  private static final String REFUSES =
      "rejected|dismissed|threw .{0,20}?out|thrown out|denied|affirmed|upheld|refused|turned .{0,10}?(?:down|away)|declined|tossed|lost";

  /** Whether a ruling went as the words say. */
  private static boolean isAlike(Ruling ruling, Slots s) {
    if (ruling.side().isEmpty()) return false;
    if (isSaid(ruling.outcome(), s.heard())) return true;
    boolean refuses = s.hears(REFUSES);
    return refuses
        ? ruling.side().get() == Side.RESPONDENT
        : s.hears(GRANTS) && ruling.side().get() != Side.RESPONDENT;
  }

  /**
   * What was decided, held against the words for it.
   *
   * @param meant the rulings that may be meant, one at least
   * @param identified whether the words leave no others
   * @param isNamed whether they name a party or a judge
   */
  private static Judged decided(
      Slots s, Evidence e, List<Entry> meant, boolean identified, boolean isNamed) {
    boolean refuses = s.hears(REFUSES);
    boolean grants = !refuses && s.hears(GRANTS);
    boolean hasDay = s.day().isPresent();
    boolean isDay = hasDay && identified && meant.size() == 1;
    if (!grants && !refuses && isDay && s.hears("\\bruled|decided|spoke|decision|finished")) {
      Entry ruling = meant.getFirst();
      return Judged.supported(toldWithTime(e, ruling), meant).at(ruling).undeniable();
    }
    if (!grants && !refuses) return Judged.beyond("What was decided is not clear from the words.");
    List<Entry> alike = new ArrayList<>();
    List<Entry> otherwise = new ArrayList<>();
    for (Entry each : meant) {
      Optional<Side> side = ((Ruling) each.fact()).side();
      if (side.isEmpty()) continue;
      if (isAlike((Ruling) each.fact(), s)) alike.add(each);
      else if (side.get() != Side.PART) otherwise.add(each);
    }
    Optional<Entry> opposite = alike.stream().filter(each -> isOpposite(each, s)).findFirst();
    alike.removeIf(each -> isOpposite(each, s));
    if (alike.isEmpty() && opposite.isPresent())
      return meant.size() == 1 && identified
          ? Judged.contradicted(toldWithTime(e, opposite.get()), meant).undeniable()
          : Judged.beyond("The record's words are others. " + Rulings.sentence(e, opposite.get()));
    Optional<Mention.Score> vote = s.one(Mention.Score.class).or(() -> voteAfter(s));
    if (!alike.isEmpty() && isOtherwiseFinal(s, Rulings.told(e, alike.getLast())))
      return Judged.contradicted(toldWithTime(e, alike.getLast()), alike);
    if (!alike.isEmpty()) return ofVote(vote, e, alike);
    boolean isOne = isNamed && (hasDay || otherwise.size() == 1);
    if (!otherwise.isEmpty() && otherwise.size() == meant.size() && isOne)
      return Judged.contradicted(toldWithTime(e, otherwise.getLast()), otherwise).undeniable();
    return Judged.beyond("The record's words are others. " + Rulings.sentence(e, meant.getLast()));
  }

  private static final String STOPS =
      "\\b(?:stop(?:s|ped)?|halt(?:s|ed)?|stay(?:s|ed)?|suspend(?:s|ed)?|ended)\\b";
  private static final String ORDERS = "\\b(?:order(?:s|ed)?|allow(?:s|ed)?|resumed?|restarted)\\b";

  /** "Stopped the recount", of a court that ordered one; and the other way round. */
  private static boolean isOpposite(Entry ruling, Slots s) {
    String outcome = ((Ruling) ruling.fact()).outcome();
    boolean isStop = Sought.has(outcome, STOPS);
    boolean isOrder = Sought.has(outcome, ORDERS);
    return isStop != isOrder
        && (isStop ? s.hears(ORDERS) && !s.hears(STOPS) : s.hears(STOPS) && !s.hears(ORDERS));
  }

  private static final Pattern PREJUDICE = Starts.compile("\\bwith(?:out)? prejudice\\b");

  /** Whether a suit was dismissed with prejudice and is said to have been without, or otherwise. */
  private static boolean isOtherwiseFinal(Slots s, String told) {
    Matcher said = PREJUDICE.matcher(s.piece().sentence().words());
    Matcher is = PREJUDICE.matcher(told);
    return said.find() && is.find() && !said.group().equals(is.group());
  }

  private static final Pattern VOTE = Starts.compile("(?<![0-9])([0-9])-([0-9])(?![0-9])");

  /** Of rulings that went as the text says, the vote of the judges, where it gives one. */
  private static Judged ofVote(Optional<Mention.Score> vote, Evidence e, List<Entry> alike) {
    String why = toldWithTime(e, alike.getLast());
    if (vote.isEmpty())
      return Judged.supported(why, List.of(alike.getLast())).at(alike.getLast()).undeniable();
    boolean any = false;
    for (Entry each : alike) {
      Matcher found = VOTE.matcher(Rulings.told(e, each));
      while (found.find()) {
        any = true;
        if (Long.parseLong(found.group(1)) == vote.get().one()
            && Long.parseLong(found.group(2)) == vote.get().other())
          return Judged.supported(why, List.of(each)).at(each).undeniable();
      }
    }
    return any && alike.size() == 1
        ? Judged.contradicted(why, alike)
        : Judged.beyond("How the judges voted is not on record. " + why);
  }

  /**
   * The court that a piece speaks of.
   *
   * @param where the place of which it speaks, or whose court it is
   */
  private record Court(boolean isSupreme, boolean isOfState, Optional<String> where) {

    private static final Pattern SUPREME =
        Starts.compile("(?i)supreme court|justices in washington|the justices");
    private static final Pattern OF_STATE =
        Starts.compile(
            "(?i)state's supreme court|(?:florida|georgia|pennsylvania|wisconsin|nevada|michigan|arizona|ohio)(?:'s)? (?:supreme court|bench|high court)|(?:florida|state)'s (?:highest|top) court|state supreme court");
    private static final String FEDERAL = "U.S. Supreme Court";

    static Court of(Slots s) {
      String words = s.piece().words();
      boolean ofState = OF_STATE.matcher(words).find();
      Optional<String> where = s.placeOfSentence();
      if (ofState && where.isEmpty()) {
        for (Jurisdiction each : Jurisdiction.values())
          if (words.contains(each.title())) where = Optional.of(each.name());
        if (where.isEmpty()) where = s.scene().unit();
      }
      return new Court(SUPREME.matcher(words).find(), ofState, where);
    }

    /** Whether a ruling may be of that court, and in a suit of that place. */
    boolean mayHaveGiven(Entry ruling, Evidence e) {
      String told = Rulings.told(e, ruling);
      if (isOfState && (!told.contains("Supreme Court") || told.contains("Court: " + FEDERAL)))
        return false;
      if (isSupreme && !isOfState) return told.contains(FEDERAL);
      List<String> units =
          Rulings.challenge(e, (Ruling) ruling.fact()).map(Challenge::units).orElse(List.of());
      return where.isEmpty() || units.isEmpty() || units.contains(where.get());
    }
  }

  /** "Refused her appeal, 3-2": the vote that stands right after the piece. */
  private static Optional<Mention.Score> voteAfter(Slots s) {
    int end = s.piece().end();
    return s.piece().sentence().mentions().stream()
        .filter(each -> each.start() >= end)
        .findFirst()
        .filter(each -> each.start() - end <= 5)
        .map(s::look)
        .filter(Mention.Score.class::isInstance)
        .map(Mention.Score.class::cast)
        .filter(score -> score.one() <= 15 && score.other() <= 15);
  }

  private static final Pattern DECIDED =
      Starts.compile(
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
      Starts.compile(
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
      Starts.compile("⟦c([0-9]+)⟧'s (?:contest|suit|lawsuit|petition|appeal|case|challenge)");

  /** Whose suit it is said to be, where that is one who stood. */
  private static Optional<String> owner(Slots s, Evidence e) {
    Matcher owner = OWNER.matcher(s.heard());
    if (!owner.find()) return Optional.empty();
    Mention mention =
        s.piece().sentence().mentions().get(Integer.parseInt(owner.group(1))).mention();
    return mention instanceof Mention.Person person ? s.in(person).map(e::name) : Optional.empty();
  }

  private RulingPieces() {}
}
