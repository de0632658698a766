package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ascertain.answers.Names;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.PopularVote;

/** Claims of the people's votes in pieces of sentences: figures, leads, shares. */
final class VotePieces {

  private static final String LEAD =
      "(?:lead|leads|led|leading|margin|ahead|advance|gap|difference|majority|victory|won|win|behind|beat|beaten|lay between|fewer|more|edge|took|carried|lost|trailed|outpolled|plurality|separated|closer)";

  static final List<Form> ALL =
      List.of(
          Form.of("votes-against-votes", Kind.POPULAR_VOTE)
              .hears("{X:s}")
              .example(
                  SUPPORTED,
                  "2000-12-01",
                  "Florida gave him 2,912,790 votes to 2,912,253 for Al Gore.")
              .judges(VotePieces::pair),
          Form.of("lead-in-votes", Kind.MARGIN)
              .hears(
                  "\\b"
                      + LEAD
                      + "\\b.{0,60}?{N:n}(?! {electors})(?! (?:states|electors|points))(?! in ⟦n)",
                  "{N:n} (?:votes? |ballots )?(?:more|fewer|behind|ahead|separated|lay between|stood between|was the (?:margin|difference|gap))",
                  "by (?:a (?:mere |bare )?)?(?:about |some |just |only )?{N:n}(?! {electors})",
                  "(?:closest in votes|lead|margin|gap|difference)[:, ].{0,20}?{N:n}",
                  "{N:n} votes(?= |[,.;]|$)(?! for| in (?:all|favor)| cast| to )")
              .example(
                  SUPPORTED, "2021-02-01", "In Georgia fewer than 12,000 votes lay between them.")
              .example(CONTRADICTED, "2021-02-01", "In Georgia 15,000 votes lay between them.")
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "In the country Biden was ahead by roughly seven million.")
              .judges(VotePieces::lead),
          Form.of("votes-of-one", Kind.POPULAR_VOTE)
              .hears(
                  "^[-* ,]*(?:and )?{C:c}(?:: |,? (?:with|had|has|got|received|took|drew|gathered|won|polled) )(?:the most votes, )?{N:n}",
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
              .judges(VotePieces::share),
          Form.of("votes-of-all", Kind.POPULAR_VOTE)
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
              .judges(VotePieces::all),
          Form.of("most-votes", Kind.POPULAR_VOTE)
              .hears(
                  "{C:c}.{0,20}?(?:has|had|got|won|received|drew) (?:more|the most) (?<more>votes)",
                  "{C:c}.{0,20}?(?:come|came|was|finished) (?<second>second) in (?:the )?(?:popular )?votes?",
                  "{C:c}.{0,25}?(?:won|had|with|got|took) (?<half>more than half|an absolute majority|a majority) of (?:the|all) (?:people's |popular )?votes?",
                  "(?<neither>neither)(?: man| candidate| of them| of the two)? (?:had|won|got|reached) (?:a )?(?:half|majority)")
              .withDenial()
              .example(SUPPORTED, "2017-02-01", "Clinton had more votes in the country.")
              .example(CONTRADICTED, "2017-02-01", "Trump had more votes in the country.")
              .judges(VotePieces::most));

  private static final Pattern NATION =
      Pattern.compile(
          "nation|country|popular|people|nationwide|americans|in all|states together|national");

  private static boolean isOfElse(Slots s) {
    return s.hears(
        "elector|college|\\bcourt|justice|⟦h|senat|commission|objection|⟦v|states\\b|short of|above the|seats|lawsuit|dollars|270|majority was|points|miles|copies|years");
  }

  /** The place of a piece, its sentence, or the one that "there" or "the state" stands for. */
  private static Optional<String> place(Slots s) {
    Optional<String> own = s.placeOfSentence();
    if (own.isPresent() || s.hears(NATION.pattern())) return own;
    boolean told =
        s.hears("\\b(?:there|the state(?:'s)?|that state|its?)\\b")
            || s.scene()
                .words()
                .toLowerCase(java.util.Locale.ROOT)
                .matches(".*(?:recount|tally|audit|canvass|certif).*");
    return told ? s.scene().unit() : Optional.empty();
  }

  private static Judged pair(Slots s, Evidence e) {
    Mention.Score score = s.score("s");
    if (score.one() < 1500 || score.other() < 1000) return Judged.NO_CLAIM;
    Optional<String> place = place(s).or(() -> s.scene().unit());
    Optional<Votes> votes = place.flatMap(e::votes).or(() -> place.flatMap(e.whole()::votes));
    if (place.isEmpty()) votes = PopularForms.vote(e).map(PopularVote::votes);
    if (votes.isEmpty()) return Judged.beyond("The record has no such votes by then.");
    List<String> who = s.standing();
    List<Long> order = ordered(votes.get());
    String why = e.figures(votes.get()) + ".";
    List<Entry> by = place.flatMap(e::row).map(e::of).orElse(List.of());
    boolean same =
        order.size() >= 2
            && order.get(0) == Math.max(score.one(), score.other())
            && order.get(1) == Math.min(score.one(), score.other());
    if (same && who.size() == 1) {
      long own = votes.get().count(who.getFirst()).orElse(-1);
      boolean last = s.piece().marked().indexOf("⟦X") < s.piece().marked().lastIndexOf("⟦C");
      same =
          own == (last ? score.other() : score.one())
              || own == (last ? score.one() : score.other());
      if (last) same = own == score.other();
    }
    if (same) return Judged.supported(why, by);
    return isNoted(e, place, score.one()).isPresent()
            && isNoted(e, place, score.other()).isPresent()
        ? Judged.supported(
            "Noted beside an entry.", isNoted(e, place, score.one()).stream().toList())
        : Judged.beyond("Other figures are on record, of which day is meant is not clear. " + why);
  }

  /** An entry about a place whose note, outcome or text has a number. */
  static Optional<Entry> isNoted(Evidence e, Optional<String> place, long number) {
    if (number < 100) return Optional.empty();
    String written = "%,d".formatted(number);
    Pattern exact =
        Pattern.compile("(?<![0-9,])(?:" + written + "|" + number + ")(?![0-9]|,[0-9])");
    return e
        .all(
            Fact.class,
            f ->
                !(f instanceof Fact.Returns)
                    && place.map(p -> speaksOf(f, p)).orElse(true)
                    && exact.matcher(told(f)).find())
        .stream()
        .findFirst();
  }

  private static String told(Fact fact) {
    String note = fact.attestation().note().orElse("");
    if (fact instanceof Fact.Ruling ruling) return note + " " + ruling.outcome();
    if (fact instanceof Fact.Statement said) return note + " " + said.text().orElse("");
    return note;
  }

  private static boolean speaksOf(Fact fact, String place) {
    if (fact instanceof Fact.OfUnit of) return of.unit().equals(place);
    if (fact instanceof Fact.OfJurisdiction of) return of.jurisdiction().equals(place);
    if (fact instanceof Fact.Statement said) return said.units().contains(place);
    return fact instanceof Fact.Ruling || fact instanceof Fact.Challenge;
  }

  private static Judged lead(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 60 || isOfElse(s)) return Judged.NO_CLAIM;
    if (s.all().matches("(?i)by .*|.* votes?") && !s.hears("\\b" + LEAD + "\\b|fell|by ⟦n|went"))
      return Judged.NO_CLAIM;
    Optional<String> place = place(s);
    Optional<String> who = s.who().filter(e::isPresidential);
    if (place.isEmpty()) return ofNation(s, e, said, who);
    if (place.get().indexOf('-') > 0) return Judged.NO_CLAIM;
    return ofPlace(s, e, said, place.get(), who);
  }

  private static Judged ofNation(Slots s, Evidence e, Quantity said, Optional<String> who) {
    if (said.whole() < 2000 && said.step().signum() > 0 && e.year() > 1830) return Judged.NO_CLAIM;
    if (who.isEmpty() && !s.hears("lead|gap|difference|margin|between|majority"))
      return Judged.NO_CLAIM;
    if (s.hears("votes(?: for|:)|received|⟦c[0-9]+⟧: ") && !s.hears("more|lead|margin|than"))
      return Judged.NO_CLAIM;
    Optional<PopularVote> vote = PopularForms.vote(e);
    if (vote.isEmpty())
      return PopularForms.vote(e.whole()).isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("The record has not the votes of every state by then.");
    List<Long> order = ordered(vote.get().votes());
    if (order.size() < 2) return Judged.NO_CLAIM;
    long lead = order.get(0) - order.get(1);
    String why = "Votes of the nation: " + top(e, vote.get().votes()) + ".";
    if (isOverWinner(s, vote.get().votes())) return Judged.contradicted(why, List.of());
    if (said.fits(lead) == Quantity.Fit.WRONG
        && !NATION.matcher(s.piece().sentence().words().toLowerCase(java.util.Locale.ROOT)).find()
        && said.whole() < 100_000) return Judged.NO_CLAIM;
    boolean behind = s.hears("behind|lost|fewer|trailed");
    if (who.isPresent()) {
      boolean first = vote.get().votes().count(who.get()).orElse(-1) == order.get(0);
      boolean holds = behind != first;
      if (!holds) return Judged.contradicted(why, List.of());
    }
    return figure(e, said, lead, why, List.of());
  }

  private static final Pattern OVER =
      Pattern.compile("(?:beat|defeated|over|outpolled|ahead of) ⟦c([0-9]+)⟧");

  /** Whether the one who had the most votes is said to be beaten. */
  private static boolean isOverWinner(Slots s, Votes votes) {
    java.util.regex.Matcher over = OVER.matcher(s.heard());
    if (!over.find() || ordered(votes).isEmpty()) return false;
    Mention mention =
        s.piece().sentence().mentions().get(Integer.parseInt(over.group(1))).mention();
    return mention instanceof Mention.Person person
        && s.in(person)
            .filter(id -> votes.count(id).orElse(-1) == ordered(votes).getFirst())
            .isPresent();
  }

  /** A figure of the whole nation: sources and later corrections differ by a few votes. */
  private static Judged figure(Evidence e, Quantity said, long is, String why, List<Entry> by) {
    return switch (said.fits(is)) {
      case RIGHT -> Judged.supported(why, by);
      case ROUGH -> Judged.imprecise(why, by);
      case WRONG -> {
        long later = later(e);
        if (later >= 0 && said.fits(later) == Quantity.Fit.RIGHT) yield Judged.supported(why, by);
        yield said.isExact() && Math.abs(said.whole() - is) * 200 <= is
            ? Judged.imprecise(why + " Sources differ by so little.", by)
            : Judged.contradicted(why, by);
      }
    };
  }

  private static long later(Evidence e) {
    return PopularForms.vote(e.whole())
        .map(v -> ordered(v.votes()))
        .filter(o -> o.size() > 1)
        .map(o -> o.get(0) - o.get(1))
        .orElse(-1L);
  }

  private static List<Long> ordered(Votes votes) {
    List<Long> all = new ArrayList<>();
    for (String id : votes.ids()) all.add(votes.count(id).orElse(0));
    all.sort(Comparator.reverseOrder());
    return all;
  }

  private static String top(Evidence e, Votes votes) {
    return ElectorPieces.map(votes).entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .limit(2)
        .map(v -> e.name(v.getKey()) + " " + Names.number(v.getValue()))
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static Judged ofPlace(
      Slots s, Evidence e, Quantity said, String place, Optional<String> who) {
    Optional<Judged> rough = Optional.empty();
    List<Votes> known = new ArrayList<>();
    List<Entry> by = new ArrayList<>();
    for (Entry each : e.all(Fact.Certification.class, f -> f.unit().equals(place)).reversed()) {
      known.add(((Fact.Certification) each.fact()).votes());
      by.add(each);
    }
    e.votes(place).ifPresent(known::add);
    boolean behind = s.hears("behind|lost|fewer than ⟦c|trailed");
    for (Votes votes : known) {
      List<Long> order = ordered(votes);
      if (order.size() < 2) continue;
      long lead = order.get(0) - order.get(1);
      String why = "%s: %s.".formatted(Evidence.place(place), top(e, votes));
      Quantity.Fit fit = said.fits(lead);
      if (fit == Quantity.Fit.WRONG) continue;
      if (isOverWinner(s, votes)) return Judged.contradicted(why, by);
      if (who.isPresent() && votes.count(who.get()).isPresent()) {
        boolean first = votes.count(who.get()).getAsLong() == order.get(0);
        if (first == behind && s.here(Mention.Person.class).size() < 2)
          return Judged.contradicted(why, by);
        if (!first && !behind && isSubject(s)) return Judged.contradicted(why, by);
      }
      if (fit == Quantity.Fit.RIGHT) return Judged.supported(why, by).undeniable();
      rough = rough.or(() -> Optional.of(Judged.imprecise(why, by)));
    }
    if (rough.isPresent()) return rough.get();
    if (said.isExact()) {
      Optional<Entry> noted =
          isNoted(e, Optional.of(place), said.whole())
              .or(() -> isNoted(e.whole(), Optional.of(place), said.whole()));
      if (noted.isPresent())
        return Judged.supported(
                "So it is noted beside an entry, %s.".formatted(Evidence.time(noted.get())),
                List.of(noted.get()))
            .undeniable();
    }
    if (known.isEmpty() || e.votes(place).isEmpty())
      return e.whole().votes(place).isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("The record has no votes of " + Evidence.place(place) + " by then.");
    String why = "%s: %s.".formatted(Evidence.place(place), top(e, known.getLast()));
    List<Long> order = ordered(known.getLast());
    // a figure of one candidate, and no lead
    if (order.stream().anyMatch(v -> said.fits(v) != Quantity.Fit.WRONG)) return Judged.NO_CLAIM;
    boolean final_ = e.isFinal(place);
    if (e.year() < 1900
        && order.size() > 1
        && Math.abs(said.whole() - (order.get(0) - order.get(1))) * 100 <= said.whole())
      return Judged.beyond("Old sources differ by so little. " + why);
    long lead = order.size() > 1 ? order.get(0) - order.get(1) : -1;
    if (final_
        && lead > 0
        && said.isExact()
        && Math.abs(said.whole() - lead) * 50 < lead
        && said.whole() > 2000) return Judged.imprecise(why + " Sources differ by so little.", by);
    boolean isOfResult =
        s.hears(
                "\\bwon\\b|\\bwin\\b|carried|took|victory|final|margin|closest|lay between|beat|lost|fell")
            && !(s.heard() + s.scene().words().toLowerCase(java.util.Locale.ROOT))
                .matches(
                    "(?s).*(?:recount|first (?:count|report|canvass)|at one point|earl(?:y|ier)|initial|overseas|hand (?:count|tally)|shr[aiu]nk|grew|narrow|count(?:y|ies)|machine|by then|had put|had given|that night|morning).*");
    return final_ && isOfResult
        ? Judged.contradicted(why, by)
        : Judged.beyond("The votes of that hour are not known so exactly. " + why);
  }

  /** Whether a person stands before the figure: then it is said of him. */
  private static boolean isSubject(Slots s) {
    String marked = s.piece().marked();
    return marked.indexOf("⟦C") >= 0
        && marked.indexOf("⟦C") < marked.indexOf("⟦N")
        && !s.hears("(?:to|for|over|against) (?:the )?⟦c");
  }

  private static Judged ofOne(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 2000
        || isOfElse(s)
        || s.hears(
            "more than ⟦c|\\blead|margin|ahead|behind|fewer than ⟦c|more votes than|million more|⟦n[0-9]+⟧ (?:votes )?more"))
      return Judged.NO_CLAIM;
    Optional<String> who = s.has("c") ? s.in((Mention.Person) s.mention("c")) : s.who();
    Optional<String> place = place(s);
    if (who.isEmpty()) return Judged.NO_CLAIM;
    Optional<Votes> votes =
        place.isPresent() ? e.votes(place.get()) : PopularForms.vote(e).map(PopularVote::votes);
    Optional<Votes> whole =
        place.isPresent()
            ? e.whole().votes(place.get())
            : PopularForms.vote(e.whole()).map(PopularVote::votes);
    if (whole.isEmpty() || whole.get().count(who.get()).isEmpty()) return Judged.NO_CLAIM;
    if (votes.isEmpty() || votes.get().count(who.get()).isEmpty())
      return Judged.beyond("The record has not these votes by then.");
    long is = votes.get().count(who.get()).getAsLong();
    long later = whole.get().count(who.get()).getAsLong();
    String why = "%s: %s votes.".formatted(e.name(who.get()), Names.number(is));
    return switch (said.fits(is)) {
      case RIGHT -> Judged.supported(why, List.of());
      case ROUGH -> Judged.imprecise(why, List.of());
      case WRONG ->
          said.fits(later) == Quantity.Fit.RIGHT
              ? Judged.supported(why + " Later " + Names.number(later) + ".", List.of())
              : said.isExact() && Math.abs(said.whole() - is) * 2000 <= is
                  ? Judged.imprecise(why + " Sources differ by so little.", List.of())
                  : Judged.contradicted(why, List.of());
    };
  }

  private static Judged share(Slots s, Evidence e) {
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
        said.value().compareTo(new java.math.BigDecimal(25)) < 0
            && (s.hears("margin|\\blead|by ⟦s|ahead|points?\\b|difference|gap|separated")
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
    List<Long> order = ordered(votes.get());
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

  private static Judged all(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 100_000) return Judged.NO_CLAIM;
    boolean asked =
        s.scene().words().toLowerCase(java.util.Locale.ROOT).contains("votes did the people");
    if (s.all().toLowerCase(java.util.Locale.ROOT).startsWith("a:") && !asked)
      return Judged.NO_CLAIM;
    Optional<PopularVote> vote = PopularForms.vote(e);
    if (vote.isEmpty() || vote.get().total().isEmpty())
      return Judged.beyond("The record has not the votes of every state by then.");
    long all = vote.get().total().getAsLong();
    String why = "Votes of the nation in all: " + Names.number(all) + ".";
    return switch (said.fits(all)) {
      case RIGHT -> Judged.supported(why, List.of());
      case ROUGH -> Judged.imprecise(why, List.of());
      case WRONG -> Judged.contradicted(why, List.of());
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
    List<Long> order = ordered(votes);
    OptionalLong total = vote.get().total();
    String why = "Votes of the nation: " + top(e, votes) + ".";
    if (s.has("neither"))
      return total.isEmpty()
          ? Judged.beyond("Not all votes are on record.")
          : Judged.held(2 * order.get(0) <= total.getAsLong(), why, List.of());
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
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
