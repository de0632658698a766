package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Objection;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Washington;

/** Claims of objections, and of how the Houses voted on them, in pieces of sentences. */
final class ObjectionPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("house-vote", Kind.OBJECTION)
              .knows(
                  "turned down threw thrown out voted objection objections challenge challenges rejected upper lower chamber no same favor favour against fell")
              .withDenial()
              .hears(
                  "{X:s} (?:against|on) the {N:that} (?:to|against|over|from) {U:u}",
                  "{X:s}",
                  "{N:a} (?:vote[ds]? )?(?:to sustain|for|in favor).{0,10}?{N:b} (?:against|to reject)",
                  "{N:b} against,? (?:and |to )?{N:a} (?:for\\b|in favou?r)",
                  "{N:a} vote to sustain")
              .example(SUPPORTED, "2021-02-01", "Of Arizona the senators said no, 93 to 6.")
              .example(CONTRADICTED, "2021-02-01", "Of Arizona the senators said no, 95 to 6.")
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "The Senate turned down the objection to Arizona and voted 92-7 against the one to Pennsylvania.")
              .example(
                  CONTRADICTED,
                  "2021-02-01",
                  "The Senate turned down the objection to Arizona and voted 90-7 against the one to Pennsylvania.")
              .judges(ObjectionPieces::houseVote),
          Form.of("who-objected", Kind.OBJECTION)
              .knows("@U any objected objects objection challenged")
              .hears(
                  "(?:took on|tried|went for|contested|attacked|moved against) (?:the (?:votes|electors) of )?{U:u}",
                  "{U:u}(?:'s)?,? (?:(?:one|that|the one) )?(?:had )?(?:come|came|was brought|was lodged|was raised|was moved) (?:from|by) [A-Z]",
                  "^[ ,]*{U:u}[, ]+by (?:rep|sen|congress)",
                  "{U:u}(?:, (?:by|moved by)|:|,|,? \\() ?(?:rep|congress(?:man|woman)|mr|ms|mrs)\\b",
                  "object(?:ed|s|ing|ions?)?\\b|challeng(?:ed|es)|moved by|sign(?:ed|ing)\\b|rose (?:against|over|to object)|on (?:his|her) feet|spoke against|without (?:a murmur|objection|challenge|debate)|{N:k} (?:house )?(?:members|representatives) (?:rose|stood)|(?:began|finished|started|ended) with {U:x}|(?:is|was|were) not (?:debated|entertained|received)|senator (?:signed|joined)|no senator|none (?:of (?:them|these|which) )?(?:had|with) a senator|a senator's (?:signature|name)")
              .withDenial()
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "Arizona was challenged by Representative Gosar and Senator Cruz.")
              .example(
                  CONTRADICTED,
                  "2021-02-01",
                  "Arizona was challenged by Representative Gosar and Senator Hawley.")
              .judges((s, e) -> wholly(s, objected(s, e))));

  /**
   * An objection is a member's and a senator's: where a sentence tells of a senator whom it does
   * not name beside the piece, "House members object; one senator signs", the piece is half of what
   * is said.
   */
  private static Judged wholly(Slots s, Judged judged) {
    String sentence = s.piece().sentence().words();
    String own = s.piece().words();
    boolean isHalf =
        SENATOR.matcher(sentence).results().count() > SENATOR.matcher(own).results().count();
    return judged.verdict() == SUPPORTED && isHalf ? Judged.NO_CLAIM : judged;
  }

  private static List<String> placesOf(Slots s) {
    return s.piece().sentence().mentions().stream()
        .map(Mention.Placed::mention)
        .filter(Mention.Place.class::isInstance)
        .map(each -> ((Mention.Place) each).unit())
        .distinct()
        .toList();
  }

  private static final Pattern SENATOR = Starts.compile("\\b[Ss]enators?\\b(?! [A-Z])");

  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?:Senators?|Sen\\.|Representatives?|Rep\\.|Congress(?:man|woman)|Mr\\.?|Ms\\.?|Mrs\\.?|Speaker) )?(?:[A-Z][a-z]+ )*(?<s>[A-Z][A-Za-z'-]+)");

  private static final Set<String> NO_NAME = Vocabulary.of("no-member");

  static Set<String> names(String words) {
    Set<String> all = new LinkedHashSet<>();
    Matcher found = NAME.matcher(words);
    while (found.find()) {
      String name = found.group("s").replaceAll("'s$", "");
      boolean place =
          Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
              .matcher(
                  Arrays.stream(Jurisdiction.values())
                      .map(j -> j.title())
                      .collect(Collectors.joining(" ")))
              .find();
      if (!NO_NAME.contains(name) && !place && name.length() > 2) all.add(name);
    }
    return all;
  }

  private static Judged houseVote(Slots s, Evidence e) {
    Optional<Mention.House> house = s.one(Mention.House.class);
    boolean senate =
        house.map(Mention.House::isSenate).orElse(s.hears("senat(?:e|ors)|upper house"));
    boolean lower =
        house.isPresent() ? !senate : s.hears("lower house|representatives|congressmen");
    if (!senate && !lower && s.has("s") && isOfVoters(s, e)) {
      senate = s.score("s").one() + s.score("s").other() <= 101;
      lower = !senate;
    }
    if (!senate && !lower) {
      Optional<Mention.House> earlier = s.earlier(Mention.House.class);
      boolean ofSenators = s.piece().sentence().words().contains("enators");
      if ((earlier.isEmpty() && !ofSenators) || s.standing().size() > 0) return Judged.NO_CLAIM;
      senate = earlier.map(Mention.House::isSenate).orElse(true);
    }
    Chamber chamber = senate ? Chamber.SENATE : Chamber.HOUSE;
    long one = s.has("s") ? s.score("s").one() : s.number("a").whole();
    long other = s.has("s") ? s.score("s").other() : s.has("b") ? s.number("b").whole() : -1;
    List<Entry> votes = e.all(ChamberVote.class, f -> f.chamber() == chamber);
    if (votes.isEmpty()) {
      return e.whole().all(ChamberVote.class, f -> true).isEmpty()
              || s.hears("bill|act\\b|commission")
          ? Judged.NO_CLAIM
          : Judged.beyond("No such vote is on record by then.");
    }
    if (s.hears("\\bbill\\b|\\bact\\b|passed|\\bby ⟦d")) return Judged.NO_CLAIM;
    Optional<String> unit =
        s.has("u") ? Optional.of(s.unit("u")) : s.placeOfSentence().or(() -> s.scene().unit());
    List<Entry> own =
        votes.stream()
            .filter(
                v -> unit.map(u -> ((ChamberVote) v.fact()).jurisdiction().equals(u)).orElse(true))
            .toList();
    // the last place that was named need not be the one that was voted on
    if (own.isEmpty() && s.placeHere().isEmpty()) own = votes;
    if (own.isEmpty() || s.hears("never")) return Judged.NO_CLAIM;
    String all = s.piece().sentence().words();
    if (Sought.has(all, "(?i)\\b(?:bill|act)\\b")) return Judged.NO_CLAIM;
    if (e.year() == 1876 && !s.standing().isEmpty())
      return Judged.beyond("On what the House voted is not clear.");
    boolean sustained = s.hears("to sustain");
    for (Entry each : own) {
      ChamberVote vote = (ChamberVote) each.fact();
      boolean same =
          other < 0
              ? vote.sustain() == one
              : sustained
                  ? vote.sustain() == one && vote.reject() == other
                  : Math.min(vote.sustain(), vote.reject()) == Math.min(one, other)
                      && Math.max(vote.sustain(), vote.reject()) == Math.max(one, other);
      String why = told(vote);
      if (!same) continue;
      boolean toReject = vote.reject() > vote.sustain();
      // "rejected the objection 58 to 33, the House 170 to 228": the second is the wrong way round
      if (e.year() != 1876
          && toReject
          && s.has("s")
          && one == vote.sustain()
          && Sought.has(s.heardWithBefore(), REJECTED))
        return Judged.contradicted(why, List.of(each));
      if (e.year() != 1876 && saysSustained(all))
        return toReject && s.named(Mention.House.class).size() == 1
            ? Judged.contradicted(why, List.of(each))
            : Judged.NO_CLAIM;
      // in 1877 each House was asked whether the decision of the Commission should stand
      boolean saysFell = Sought.has(s.heardWithBefore(), "\\blet .*\\bfall\\b");
      boolean saysStood = Sought.has(s.heardWithBefore(), "\\blet .*\\bstand\\b");
      if (e.year() == 1876 && (saysFell || saysStood))
        return each.fact().attestation().note().orElse("").contains("that the decision stand")
            ? Judged.held(
                saysStood == toReject,
                why + (toReject ? " The decision stood." : " The decision fell."),
                List.of(each))
            : Judged.beyond(why);
      return Judged.supported(why, List.of(each)).at(each);
    }
    ChamberVote vote = (ChamberVote) own.getFirst().fact();
    if (s.placeOfSentence().isEmpty() && own.size() > 1)
      return Judged.beyond("Which vote is meant is not clear.");
    if (e.year() == 1876) return Judged.beyond("On what the House voted is not clear.");
    // the place that was last named need not be the one that was voted on
    if (s.placeOfSentence().isEmpty() && votes.size() > 1)
      return Judged.beyond("Which vote is meant is not clear.");
    return e.isComplete(Matter.OBJECTIONS) || own.size() == 1
        ? Judged.contradicted(told(vote), own)
        : Judged.beyond("The record does not hold every vote of that House.");
  }

  private static final String REJECTED =
      "\\b(?:reject(?:ed|s)|defeat(?:ed|s)|overrul(?:ed|es)|dismiss(?:ed|es)|turn(?:ed|s) (?:it |them )?(?:down|back|aside))\\b";

  private static final Pattern SUSTAINED =
      Starts.compile(
          "(?i)\\b(?:sustain(?:ed|s)|upheld|upholds|accept(?:ed|s)|agree(?:d|s) (?:to|with)|backed|backs|support(?:ed|s)|adopt(?:ed|s)|approve[ds]|endorse[ds]|granted|allowed)\\b(?: [\\w']+){0,6}? (?:objections?|challenges?)\\b|\\b(?:objections?|challenges?)\\b(?: [\\w']+){0,8}? (?:(?:was|were) (?:\\w+ )?(?:sustained|upheld|accepted|agreed to|backed|adopted|approved)|won|succeeded|prevailed|carried|passed)\\b|\\b(?:struck out|struck down|threw out|rejected|refused|excluded|discarded|disallowed) (?:the )?(?:(?:electoral )?(?:votes|electors|slate) of|[A-Z]\\w+(?: [A-Z]\\w+)?'s (?:electoral )?(?:votes|electors|slate))\\b");

  /** Whether an objection is said to have been sustained, or the votes refused. */
  static boolean saysSustained(String sentence) {
    return SUSTAINED.matcher(sentence).find();
  }

  /**
   * Whether as many voted as one of the Houses has members, on a place whose votes were debated.
   */
  private static boolean isOfVoters(Slots s, Evidence e) {
    long all = s.score("s").one() + s.score("s").other();
    boolean mayBe = (all >= 60 && all <= 101) || (all >= 240 && all <= 440);
    Optional<String> unit = s.placeOfSentence().or(() -> s.scene().unit());
    return mayBe
        && s.standing().isEmpty()
        && all != e.standing().electors().entitled()
        && unit.isPresent()
        && !e.all(ChamberVote.class, v -> v.jurisdiction().equals(unit.get())).isEmpty();
  }

  private static String told(ChamberVote vote) {
    return "%s on %s: %d to sustain, %d to reject."
        .formatted(
            vote.chamber() == Chamber.SENATE ? "Senate" : "House",
            Evidence.place(vote.jurisdiction()),
            vote.sustain(),
            vote.reject());
  }

  private static Judged objected(Slots s, Evidence e) {
    if (s.hears(
        "\\bcourt|lawsuit|judge|recount|signatures? (?:match|verif|on ballots)|ballots were|election contest|suit\\b|⟦k|⟦x|certificate of"))
      return Judged.NO_CLAIM;
    if (s.hears("never")) return Judged.NO_CLAIM;
    // "No senator." of what was told before: more may be said of it than that
    if (s.hears("(?:^|[.:] ?)no senator[ .]*$")) return Judged.NO_CLAIM;
    // an hour beside it is that of the vote
    if (s.hears("⟦t") && s.hears("reject|turn(?:s|ed) |voted|fell|overrul|defeat|sustain"))
      return Judged.NO_CLAIM;
    boolean ofCount =
        s.hears("object|senator|entertained|debated")
            || isOfTheDay(s, e)
            || Sought.has(s.context(), "object|congress|joint session|senator");
    // certificates and bills are signed too, and of courts there are objections of their own
    if (s.all().toLowerCase(Locale.ROOT).startsWith("sign"))
      ofCount =
          s.hears("object|senator|\\bmembers?\\b|representative|challenge|congress(?:wo)?man");
    if (!ofCount) return Judged.NO_CLAIM;
    List<Entry> all = e.all(Objection.class, f -> true);
    boolean whole = e.isComplete(Matter.OBJECTIONS) && ElectorResult.declaration(e).isPresent();
    if (e.first(Fact.CountOpened.class, f -> true).isEmpty()) return Judged.NO_CLAIM;
    // "six senators voted to sustain it": who voted, and not who objected
    if (s.hears("\\bvot(?:ed|es|ing) (?:to|for|against|in favor)")) return Judged.NO_CLAIM;
    List<String> units = objectedTo(s);
    long named =
        s.piece().sentence().mentions().stream()
            .filter(m -> m.mention() instanceof Mention.Place)
            .count();
    Set<String> names = names(named == 1 ? s.piece().sentence().words() : s.piece().words());
    e.candidates().stream().map(Candidate::shortName).forEach(names::remove);
    s.read(names);
    if (s.hears(
        "(?:\\bno (?:member|lawmaker|one|objections?|state but)|not (?:one|a single) (?:member|objection|state|senator or)|nobody|there was no objection)"))
      return none(s, all, whole, units);
    if (s.hears("without (?:a murmur|objection|challenge|debate)"))
      return units.isEmpty() ? Judged.NO_CLAIM : none(s, all, whole, units);
    if (s.hears(
        "none (?:of (?:them|these|which|the objections|the challenges) )?(?:had|with|was signed by|were signed by|was backed by|was joined by) (?:a|any) senator")) {
      List<Entry> with = all.stream().filter(o -> ((Objection) o.fact()).received()).toList();
      List<Entry> without = all.stream().filter(o -> !((Objection) o.fact()).received()).toList();
      boolean isOfAll = s.hears("none of the (?:objections|challenges)");
      return without.isEmpty() || (isOfAll && !with.isEmpty())
          ? Judged.contradicted(
              Wording.countedFirst(with.size(), "objection was", "objections were")
                  + " signed by a Senator.",
              with)
          : Judged.supported(
              Wording.countedFirst(without.size(), "objection was", "objections were")
                  + " without a Senator.",
              without);
    }
    if (s.hears(
        "(?:only (?:one|⟦n[0-9]+⟧).*|(?:one|⟦n[0-9]+⟧) of (?:them|these) )(?:had|with|bore|carried) a senator's")) {
      long signed = all.stream().filter(o -> ((Objection) o.fact()).received()).count();
      long said = s.count().map(Quantity::whole).orElse(1L);
      return whole
          ? Judged.held(
              signed == said,
              Wording.countedFirst(signed, "objection was", "objections were")
                  + " signed by a Senator.",
              all)
          : Judged.NO_CLAIM;
    }
    if (s.hears("(?:one senator signed|(?:once )?a senator joined|a senator (?:had )?signed)")
        && !s.heard().contains("without"))
      return signedBySenator(
          units.isEmpty()
              ? s.placeOfSentence().map(unit -> of(all, List.of(unit))).orElse(all)
              : of(all, units),
          whole);
    if (s.hears("(?:no senator|without a senator|not (?:debated|entertained|received))")) {
      // "the objections to Georgia, Michigan and Nevada fell, as no senator joined": each of them
      List<String> several = named > 1 && units.isEmpty() ? placesOf(s) : List.of();
      if (several.stream()
          .anyMatch(
              u ->
                  of(all, List.of(u)).isEmpty()
                      || of(all, List.of(u)).stream()
                          .anyMatch(o -> ((Objection) o.fact()).received())))
        return Judged.NO_CLAIM;
      List<Entry> own =
          of(
              all,
              !several.isEmpty()
                  ? several
                  : units.isEmpty()
                      ? s
                          .placeOfSentence()
                          .or(() -> s.scene().unit().filter(u -> s.hears("it\\b|the objection")))
                          .stream()
                          .toList()
                      : units);
      if (whole && units.stream().anyMatch(u -> of(all, List.of(u)).isEmpty()))
        return Judged.contradicted("There was no objection to one of them.", all);
      if (own.isEmpty())
        own = all.stream().filter(o -> !((Objection) o.fact()).received()).toList();
      if (own.isEmpty())
        return whole
            ? Judged.contradicted("No such objection is on record.", all)
            : Judged.NO_CLAIM;
      boolean none = own.stream().noneMatch(o -> ((Objection) o.fact()).received());
      return Judged.held(
          none,
          none
              ? Wording.countedFirst(own.size(), "objection was", "objections were")
                  + " not received."
              : "It was received.",
          own);
    }
    Optional<Quantity> count = s.count();
    if (count.isPresent()
        && s.hears("⟦n[0-9]+⟧ (?:objections|times|house members|members|representatives)"))
      return counted(s, all, count.get(), whole);
    if (all.isEmpty())
      return whole
          ? Judged.contradicted("The record holds every objection, and there was none.", List.of())
          : Judged.beyond("The record holds no objection by then.");
    if (units.isEmpty() && names.isEmpty()) return Judged.NO_CLAIM;
    List<String> meant = new ArrayList<>(units);
    boolean isFromThere = units.isEmpty() && s.placeHere().isPresent();
    if (meant.isEmpty())
      (isFromThere ? s.scene().unit() : s.placeOfSentence()).ifPresent(meant::add);
    for (String unit : meant) {
      List<Entry> own = of(all, List.of(unit));
      if (own.isEmpty())
        return whole
            ? Judged.contradicted(
                "The record holds every objection, and none to %s.".formatted(Evidence.place(unit)),
                all)
            : Judged.beyond("The record holds no objection there.");
    }
    List<Entry> own = meant.isEmpty() ? all : of(all, meant);
    List<String> signers =
        own.stream().flatMap(o -> ((Objection) o.fact()).signers().stream()).toList();
    String noted =
        own.stream()
            .map(o -> o.fact().attestation().note().orElse(""))
            .collect(Collectors.joining(" "));
    String why =
        "There was an objection to %s%s."
            .formatted(
                Wording.listed(
                    own.stream()
                        .map(o -> Evidence.place(((Objection) o.fact()).jurisdiction()))
                        .distinct()
                        .toList()),
                signers.isEmpty() ? "" : ", signed by " + Wording.listed(signers));
    // who signed may have stood himself, in another year
    for (Mention.Placed each : s.placed(Mention.Person.class))
      if (each.start() >= s.piece().start()
          && each.end() <= s.piece().end()
          && signers.stream().anyMatch(sig -> sig.contains(surname(s, each)))) s.look(each);
    List<String> strange =
        names.stream()
            .filter(n -> signers.stream().noneMatch(sig -> sig.contains(n)) && !noted.contains(n))
            .toList();
    if (strange.isEmpty()) return Judged.supported(why, own).at(own.getFirst());
    Optional<Entry> elsewhere =
        all.stream()
            .filter(
                o ->
                    ((Objection) o.fact())
                        .signers().stream()
                            .anyMatch(sig -> strange.stream().anyMatch(sig::contains)))
            .findFirst();
    boolean senator =
        s.hears("senator")
            && own.stream()
                .anyMatch(
                    o ->
                        ((Objection) o.fact()).senators().orElse(-1)
                            == signers.stream().filter(x -> noted.contains("Senator")).count());
    if (elsewhere.isPresent() || senator) return Judged.contradicted(why, own);
    return Judged.beyond(why + " It may not name all who signed.");
  }

  private static String surname(Slots s, Mention.Placed person) {
    String name = s.words().substring(person.start(), person.end());
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static Judged signedBySenator(List<Entry> own, boolean whole) {
    if (own.isEmpty() && !whole) return Judged.NO_CLAIM;
    long signed = own.stream().mapToLong(o -> ((Objection) o.fact()).senators().orElse(0)).sum();
    return Judged.held(
        signed > 0, Wording.countedFirst(signed, "Senator", "Senators") + " signed.", own);
  }

  /** Whether the text is of the days in which Congress counted. */
  private static boolean isOfTheDay(Slots s, Evidence e) {
    return e.first(Fact.CountOpened.class, f -> true)
        .filter(
            o ->
                Math.abs(
                        ChronoUnit.DAYS.between(
                            Washington.day(o.fact().attestation().at().begins()), s.textDay()))
                    <= 2)
        .isPresent();
  }

  private static final Pattern MEMBER_FROM =
      Pattern.compile(
          "(?:Sen(?:ator|\\.)|Rep(?:resentative|\\.)|Congress(?:man|woman)|[A-Z][a-z]+) [A-Z][A-Za-z. '-]*(?: of|,) $");

  /** The places of the piece that are not those from which a member comes. */
  private static List<String> objectedTo(Slots s) {
    String words = s.piece().sentence().words();
    return s.piece().mentions().stream()
        .filter(each -> each.mention() instanceof Mention.Place)
        .filter(each -> !MEMBER_FROM.matcher(words.substring(0, each.start())).find())
        .map(each -> ((Mention.Place) each.mention()).unit())
        .toList();
  }

  private static List<Entry> of(List<Entry> all, List<String> units) {
    return all.stream().filter(o -> units.contains(((Objection) o.fact()).jurisdiction())).toList();
  }

  private static Judged none(Slots s, List<Entry> all, boolean whole, List<String> units) {
    boolean but = s.hears("no state but");
    List<Entry> against =
        but
            ? all.stream()
                .filter(o -> !units.contains(((Objection) o.fact()).jurisdiction()))
                .toList()
            : units.isEmpty() ? all : of(all, units);
    if (!against.isEmpty())
      return Judged.contradicted(
          "There was an objection to "
              + Evidence.place(((Objection) against.getFirst().fact()).jurisdiction())
              + ".",
          against);
    return whole
        ? Judged.supported("The record holds every objection, and no such one.", all)
        : Judged.beyond("The record does not hold every objection.");
  }

  private static Judged counted(Slots s, List<Entry> all, Quantity said, boolean whole) {
    long is =
        s.hears("received|heard|debated|entertained")
            ? all.stream().filter(o -> ((Objection) o.fact()).received()).count()
            : all.size();
    if (s.hears("members"))
      is =
          all.stream()
              .mapToLong(
                  o ->
                      ((Objection) o.fact())
                          .representatives()
                          .orElse(((Objection) o.fact()).signers().size()))
              .sum();
    String why =
        "The record has %s."
            .formatted(
                s.hears("members")
                    ? Wording.counted(is, "member who objected", "members who objected")
                    : Wording.counted(is, "such objection", "such objections"));
    if (said.fits(is) == Quantity.Fit.RIGHT || said.whole() == is)
      return Judged.supported(why, all).undeniable();
    if (s.hears("or so|dozen|about") && Math.abs(said.whole() - is) <= 2)
      return Judged.supported(why, all).undeniable();
    return whole ? Judged.contradicted(why, all) : Judged.beyond(why);
  }

  private ObjectionPieces() {}
}
