package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.answers.Names;
import org.ascertain.election.Fact;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.PopularVote;

/** Claims of the people's votes in pieces of sentences: figures, shares, who had the most. */
final class VotePieces {

  static final List<Form> ALL =
      List.of(
          Form.of("votes-of-one", Kind.POPULAR_VOTE)
              .hears(
                  "^[-* ,]*(?:and )?{C:c}(?:: |,? (?:with|had|has|got|received|took|drew|gathered|won|polled) )(?:the most votes, )?{N:n}",
                  "{N:n} (?:votes )?for {C:c}",
                  "{N:n} (?:people |americans |voters |citizens )?(?:ticked|voted for|cast .* for|chose|marked) {C:c}",
                  "{C:c} (?:gathered|got|received|drew|polled|took|had|won|has|finished with|collected).{0,25}?{N:n}",
                  "(?:, |^)with {N:n}")
              .example(SUPPORTED, "2021-02-01", "- Biden: 81.3 million, and that was much.")
              .example(CONTRADICTED, "2021-02-01", "- Trump: 81.3 million, and that was much.")
              .judges(VotePieces::ofOne),
          Form.of("share-of-one", Kind.POPULAR_VOTE)
              .hears("{S:n}")
              .example(SUPPORTED, "2021-02-01", "Biden stood in the end at 51.3 percent.")
              .example(CONTRADICTED, "2021-02-01", "Trump stood in the end at 48.6 percent.")
              .example(CONTRADICTED, "2013-02-01", "Obama stood in the end at about 55 percent.")
              .judges(VotePieces::share),
          Form.of("votes-of-all", Kind.POPULAR_VOTE)
              .whole()
              .hears(
                  "(?:people|americans|voters|they|citizens|votes|ballots).{0,30}?(?:cast|voted|turned out|took part).{0,15}?{N:n}",
                  "{N:n} (?:votes |ballots )?(?:were cast|had been cast|in all|took part)",
                  "votes in {N:n}",
                  "^[ ,]*in {N:n}[ .,]*$",
                  "^a: {N:n}[ .,]*$")
              .example(
                  SUPPORTED,
                  "1961-02-01",
                  "Kennedy led by about 113,000 votes in nearly 69 million.")
              .example(SUPPORTED, "2021-02-01", "In Georgia about 5 million ballots were cast.")
              .example(CONTRADICTED, "2021-02-01", "In Georgia about 6 million ballots were cast.")
              .judges(VotePieces::all),
          Form.of("out-of-so-many", Kind.POPULAR_VOTE)
              .whole()
              .hears("\\bout of (?:a total of |the )?{N:n}(?: votes| ballots)?(?: cast| counted)?")
              .example(
                  SUPPORTED, "2021-02-01", "In Georgia he led by 11,779 out of nearly 5 million.")
              .example(CONTRADICTED, "2021-02-01", "In Georgia he led by 11,779 out of 6 million.")
              .judges(VotePieces::outOf),
          Form.of("most-votes", Kind.POPULAR_VOTE)
              .hears(
                  "{C:c}.{0,20}?(?:has|had|got|won|received|drew) (?:more|the most) (?<more>votes)",
                  "{C:c}.{0,20}?(?:come|came|was|finished) (?<second>second) in (?:the )?(?:popular )?votes?",
                  "{C:c}.{0,25}?(?:won|had|with|got|took) (?<half>more than half|an absolute majority|a majority) of (?:the|all) (?:people's |popular )?votes?",
                  "(?<neither>neither|no candidate|nobody)(?: man| candidate| of them| of the two)? (?:had|won|got|reached) (?:an? )?(?:absolute |outright )?(?:half|majority)")
              .withDenial()
              .example(SUPPORTED, "2017-02-01", "Clinton had more votes in the country.")
              .example(CONTRADICTED, "2017-02-01", "Trump had more votes in the country.")
              .judges(VotePieces::most));

  static final Pattern NATION =
      Pattern.compile(
          "nation|country|popular|people|nationwide|americans|in all|states together|national");

  static boolean isOfElse(Slots s) {
    return s.hears(
        "elector|college|\\bcourt|justice|⟦h|senat|commission|objection|⟦v|states\\b|short of|above the|seats|lawsuit|dollars|270|majority was|points|miles|copies|years");
  }

  /** The place of a piece, its sentence, or the one that "there" or "the state" stands for. */
  static Optional<String> place(Slots s) {
    if (s.hears(NATION.pattern()) && !s.hears("\\b(?:the|its|that) (?:state|country's)\\b"))
      return s.placeHere();
    Optional<String> own = s.placeOfSentence();
    if (own.isPresent()) return own;
    boolean told =
        s.hears("certif|recount|canvass|secretary of state|governor")
            || s.hears("\\b(?:there|the state(?:'s)?|the commonwealth(?:'s)?|that state|its?)\\b")
            || s.scene()
                .words()
                .toLowerCase(Locale.ROOT)
                .matches(".*(?:recount|tally|audit|canvass|certif).*");
    return told ? s.scene().unit() : Optional.empty();
  }

  /** The votes of the two who have most, and of others of whom is spoken. */
  static String top(Evidence e, Votes votes, String... others) {
    List<Map.Entry<String, Long>> order =
        ScorePieces.map(votes).entrySet().stream()
            .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
            .toList();
    return order.stream()
        .filter(v -> order.indexOf(v) < 2 || List.of(others).contains(v.getKey()))
        .map(v -> e.name(v.getKey()) + " " + Names.number(v.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Judged ofOne(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 2000
        || isOfElse(s)
        || s.hears("\\bby (?:about |some |just |only |nearly |almost )?⟦n")
        || s.hears(
            "more than ⟦c|\\blead|margin|ahead|behind|fewer than ⟦c|more votes than|million more|⟦n[0-9]+⟧ (?:votes )?more"))
      return Judged.NO_CLAIM;
    Optional<String> who = s.has("c") ? s.in((Mention.Person) s.mention("c")) : before(s);
    Optional<String> place = place(s).or(() -> e.placeOfOfficial(s.piece().sentence().words()));
    if (place.isEmpty() && said.isExact() && said.whole() < 5_000_000) place = s.scene().unit();
    if (who.isPresent() && !e.isPresidential(who.get())) who = ofTicket(e, who.get());
    if (who.isEmpty()) return Judged.NO_CLAIM;
    Judged judged = ofOne(said, who.get(), place, e);
    return place.isEmpty() || s.placeHere().isPresent()
        ? judged
        : guessed(s, judged, ofOne(said, who.get(), Optional.empty(), e));
  }

  /** "With 77 million votes to 75 million for Harris": the first figure is his before it. */
  private static Optional<String> before(Slots s) {
    return s.lastBefore("n")
        .or(() -> s.earlier(Mention.Person.class).flatMap(s::in))
        .or(() -> s.standing().isEmpty() ? s.who() : Optional.empty());
  }

  /**
   * What names no place may be of the place before it or of the nation: it is right if it is right
   * of one of them, and where the place stands in another sentence it is wrong of neither for sure.
   */
  static Judged guessed(Slots s, Judged ofPlace, Judged ofNation) {
    if (ofPlace.verdict() == SUPPORTED) return ofPlace;
    if (ofNation.verdict() == SUPPORTED || ofNation.verdict() == IMPRECISE) return ofNation;
    boolean isFar = s.placeOfSentence().isEmpty();
    return isFar && ofPlace.verdict() == CONTRADICTED ? Judged.NO_CLAIM : ofPlace;
  }

  private static Judged ofOne(Quantity said, String who, Optional<String> place, Evidence e) {
    Optional<Votes> votes =
        place.isPresent() ? e.votes(place.get()) : PopularForms.vote(e).map(PopularVote::votes);
    Optional<Votes> whole =
        place.isPresent()
            ? e.whole().votes(place.get())
            : PopularForms.vote(e.whole()).map(PopularVote::votes);
    if (whole.isEmpty() || whole.get().count(who).isEmpty()) return Judged.NO_CLAIM;
    if (votes.isEmpty() || votes.get().count(who).isEmpty())
      return Judged.beyond("The record has not these votes by then.");
    long is = votes.get().count(who).getAsLong();
    long later = whole.get().count(who).getAsLong();
    String why = "%s: %s votes.".formatted(e.name(who), Names.number(is));
    return switch (said.fits(is)) {
      case RIGHT -> Judged.supported(why, List.of());
      case ROUGH -> Judged.imprecise(why, List.of());
      case WRONG ->
          said.fits(later) == Quantity.Fit.RIGHT
              ? Judged.supported(why + " Later " + Names.number(later) + ".", List.of())
              : said.isExact() && Math.abs(said.whole() - is) * 2000 <= is && !isCertified(e, place)
                  ? Judged.imprecise(why + " Sources differ by so little.", List.of())
                  : Judged.contradicted(why, List.of());
    };
  }

  private static Optional<String> ofTicket(Evidence e, String mate) {
    return e.tickets().stream()
        .filter(t -> t.vicePresident().filter(mate::equals).isPresent())
        .map(Ticket::president)
        .findFirst();
  }

  /** Whether a certificate gives the figures of a place: they are exact. */
  private static boolean isCertified(Evidence e, Optional<String> place) {
    return place
        .filter(
            unit ->
                !e.all(Fact.Certification.class, f -> f.unit().equals(unit) && f.votes().size() > 1)
                    .isEmpty())
        .isPresent();
  }

  /** Where a text was just of a place, a share that names none may be of that place. */
  private static Judged share(Slots s, Evidence e) {
    Judged judged = shareOf(s, e);
    boolean isOpen =
        s.placeHere().isEmpty()
            && (s.scene().unit().isPresent() || s.hears("\\bstate\\b"))
            && !NATION.matcher(s.piece().sentence().words().toLowerCase(Locale.ROOT)).find()
            && s.named(Mention.Count.class).stream()
                .noneMatch(n -> n.quantity().whole() >= 900_000);
    return isOpen && judged.verdict() == CONTRADICTED ? Judged.NO_CLAIM : judged;
  }

  private static final Pattern POINTS = Pattern.compile("(?i)\\bpoints?\\b");

  private static Judged shareOf(Slots s, Evidence e) {
    // of the nation or of the place that the sentence names is open
    boolean isOfPlace =
        s.piece().sentence().mentions().stream()
            .anyMatch(m -> m.mention() instanceof Mention.Place);
    if (s.placeHere().isEmpty() && isOfPlace) return Judged.NO_CLAIM;
    if (s.hears(
        "turnout|eligible|entitled|counted|reporting|poll|precinct|of the (?:men|women|adults)|returns|fraud|districts|expected|rise|fell by|⟦v"))
      return Judged.NO_CLAIM;
    Quantity said = s.number("n");
    Optional<String> place = s.placeHere();
    Optional<String> who = s.standing().stream().findFirst().or(() -> s.who());
    boolean isMargin =
        said.value().compareTo(new BigDecimal(25)) < 0
            && (s.hears("margin|\\blead|by ⟦s|ahead|points?\\b|difference|gap|separated|\\bor ⟦s")
                || POINTS.matcher(s.piece().words()).find()
                || who.isEmpty()
                || (place.isPresent() && s.hears("about|less than|under|gave|within")));
    Optional<Votes> votes =
        place.isPresent()
            ? e.votes(place.get()).filter(v -> e.isFinal(place.get()))
            : PopularForms.vote(e).map(PopularVote::votes);
    OptionalLong total =
        place.isPresent()
            ? e.total(place.get())
            : PopularForms.vote(e).map(PopularVote::total).orElse(OptionalLong.empty());
    boolean known =
        place.isPresent()
            ? e.whole().votes(place.get()).isPresent()
            : PopularForms.vote(e.whole()).isPresent();
    if (!known) return Judged.NO_CLAIM;
    if (votes.isEmpty() || total.isEmpty())
      return Judged.beyond("The record has not all votes by then.");
    List<Long> order = Ranking.of(votes.get());
    if (isMargin) {
      if (order.size() < 2) return Judged.NO_CLAIM;
      return PopularForms.share(
          said, order.get(0) - order.get(1), total.getAsLong(), true, List.of());
    }
    List<String> persons = s.standing();
    if (who.isEmpty()) {
      // "the first" and "the second" of two
      int at = s.hears("the second|the other") ? 1 : s.hears("the first|the winner") ? 0 : -1;
      if (at < 0 || order.size() <= at) return Judged.NO_CLAIM;
      return PopularForms.share(said, order.get(at), total.getAsLong(), false, List.of());
    }
    if (persons.isEmpty() && s.earlier(Mention.Person.class).isEmpty()) return Judged.NO_CLAIM;
    OptionalLong part = votes.get().count(who.get());
    if (part.isEmpty()) return Judged.NO_CLAIM;
    if (s.hears("the second|the other") && order.size() > 1 && persons.isEmpty())
      return PopularForms.share(said, order.get(1), total.getAsLong(), false, List.of());
    return PopularForms.share(said, part.getAsLong(), total.getAsLong(), false, List.of());
  }

  static Judged all(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 100_000) return Judged.NO_CLAIM;
    boolean asked = s.scene().words().toLowerCase(Locale.ROOT).contains("votes did the people");
    if (s.all().toLowerCase(Locale.ROOT).startsWith("a:") && !asked) return Judged.NO_CLAIM;
    Optional<String> place = place(s);
    if (place.isPresent()) return allOf(said, place.get(), s, e);
    Optional<PopularVote> vote = PopularForms.vote(e);
    if (vote.isEmpty() || vote.get().total().isEmpty())
      return Judged.beyond("The record has not the votes of every state by then.");
    long all = vote.get().total().getAsLong();
    Judged judged = held(said, all, "Votes of the nation in all: " + Names.number(all) + ".");
    // where a place was just spoken of, they may be its
    return judged.verdict() != SUPPORTED && s.scene().unit().isPresent() ? Judged.NO_CLAIM : judged;
  }

  private static Judged allOf(Quantity said, String place, Slots s, Evidence e) {
    OptionalLong total = e.total(place);
    if (total.isEmpty() || !e.isFinal(place)) return Judged.NO_CLAIM;
    String votes = Names.number(total.getAsLong());
    Judged judged =
        held(
            said,
            total.getAsLong(),
            "Votes of %s in all: %s.".formatted(Evidence.place(place), votes));
    return judged.verdict() == CONTRADICTED && s.placeHere().isEmpty() ? Judged.NO_CLAIM : judged;
  }

  private static Judged held(Quantity said, long is, String why) {
    return switch (said.fits(is)) {
      case RIGHT -> Judged.supported(why, List.of());
      case ROUGH -> Judged.imprecise(why, List.of());
      case WRONG -> Judged.contradicted(why, List.of());
    };
  }

  /** Of how many votes a lead or a share is. */
  private static Judged outOf(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 100_000 || isOfElse(s)) return Judged.NO_CLAIM;
    Optional<String> place = place(s);
    if (place.isEmpty() && !NATION.matcher(s.heard()).find()) place = s.scene().unit();
    OptionalLong is =
        place.isPresent()
            ? e.total(place.get())
            : PopularForms.vote(e).map(PopularVote::total).orElse(OptionalLong.empty());
    if (is.isEmpty()) return Judged.NO_CLAIM;
    String why = "Votes in all: %s.".formatted(Names.number(is.getAsLong()));
    return switch (said.fits(is.getAsLong())) {
      case RIGHT -> Judged.supported(why, List.of()).undeniable();
      case ROUGH -> Judged.imprecise(why, List.of());
      case WRONG ->
          place.isEmpty() || s.placeOfSentence().isPresent()
              ? Judged.contradicted(why, List.of()).undeniable()
              : Judged.NO_CLAIM;
    };
  }

  private static Judged most(Slots s, Evidence e) {
    Optional<PopularVote> vote = PopularForms.vote(e);
    if (vote.isEmpty())
      return PopularForms.vote(e.whole()).isEmpty() || s.placeOfSentence().isPresent()
          ? Judged.NO_CLAIM
          : Judged.beyond("The record has not the votes of every state by then.");
    if (s.placeOfSentence().isPresent() || s.hears("elector|college|⟦n")) return Judged.NO_CLAIM;
    Votes votes = vote.get().votes();
    List<Long> order = Ranking.of(votes);
    OptionalLong total = vote.get().total();
    Optional<String> who = s.has("c") ? s.in((Mention.Person) s.mention("c")) : Optional.empty();
    String why = "Votes of the nation: " + top(e, votes, who.stream().toArray(String[]::new)) + ".";
    if (s.has("neither"))
      return total.isEmpty()
          ? Judged.beyond("Not all votes are on record.")
          : Judged.held(2 * order.get(0) <= total.getAsLong(), why, List.of());
    if (who.isEmpty() || votes.count(who.get()).isEmpty()) return Judged.NO_CLAIM;
    long own = votes.count(who.get()).getAsLong();
    boolean denied = s.hears("\\bnot\\b|never|n't");
    boolean holds =
        s.has("more")
            ? own == order.get(0)
            : s.has("second")
                ? own == order.get(1)
                : total.isPresent() && 2 * own > total.getAsLong();
    return Judged.held(holds != denied, why, List.of());
  }

  private VotePieces() {}
}
