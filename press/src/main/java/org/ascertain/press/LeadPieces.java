package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.standing.Standing.PopularVote;

/** Claims of leads in the people's votes in pieces of sentences: of the nation, of a place. */
final class LeadPieces {

  private static final String LEAD =
      "(?:lead|leads|led|leading|margin|ahead|advance|gap|difference|majority|victory|won|win|behind|beat|beaten|lay between|fewer|more|edge|up by|took|carried|lost|trailed|outpolled|plurality|separated|closer)";

  static final List<Form> ALL =
      List.of(
          Form.of("votes-against-votes", Kind.POPULAR_VOTE)
              .hears("{X:s}")
              .example(
                  SUPPORTED,
                  "2000-12-01",
                  "Florida gave him 2,912,790 votes to 2,912,253 for Al Gore.")
              .example(
                  CONTRADICTED,
                  "2000-12-01",
                  "Florida gave him 2,912,790 votes to 2,912,253 for George W. Bush.")
              .judges(LeadPieces::pair),
          Form.of("lead-in-votes", Kind.MARGIN)
              .knows("now")
              .hears(
                  "\\b"
                      + LEAD
                      + "\\b.{0,60}?{N:n}(?! {electors})(?! (?:states|electors|points))(?! in ⟦n)",
                  "^[ ,]*(?:and )?in (?<list>{U:u}),? {N:n}[ .,]*$",
                  "{N:n} (?:votes? |ballots )?(?:more|fewer|behind|ahead|separated|lay between|stood between|was the (?:margin|difference|gap))",
                  "by (?:a (?:mere |bare )?)?(?:about |some |just |only )?{N:n}(?! {electors})",
                  "(?:closest in votes|lead|margin|gap|difference)[:, ].{0,20}?{N:n}",
                  "{N:n} votes(?= |[,.;]|$)(?! for| in (?:VotePieces.all|favor)| cast| to )")
              .example(
                  SUPPORTED, "2021-02-01", "In Georgia fewer than 12,000 votes lay between them.")
              .example(CONTRADICTED, "2021-02-01", "In Georgia 15,000 votes lay between them.")
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "In the country Biden was ahead by roughly seven million.")
              .judges(LeadPieces::lead));

  private static Judged pair(Slots s, Evidence e) {
    Mention.Score score = s.score("s");
    if (score.one() < 1500 || score.other() < 1000) return Judged.NO_CLAIM;
    Optional<String> place = VotePieces.place(s).or(() -> s.scene().unit());
    Optional<Votes> votes = place.flatMap(e::votes).or(() -> place.flatMap(e.whole()::votes));
    if (place.isEmpty()) votes = PopularForms.vote(e).map(PopularVote::votes);
    if (votes.isEmpty()) return Judged.beyond("The record has no such votes by then.");
    Votes of = votes.get();
    List<String> who = s.standing();
    List<Long> order = Ranking.of(of);
    String why = e.figures(of) + ".";
    List<Entry> by = place.flatMap(e::row).map(e::of).orElse(List.of());
    boolean same =
        order.size() >= 2
            && order.get(0) == Math.max(score.one(), score.other())
            && order.get(1) == Math.min(score.one(), score.other());
    if (same && who.size() == 1) {
      long own = votes.get().count(who.getFirst()).orElse(-1);
      boolean last = s.piece().marked().indexOf("⟦X") < s.piece().marked().lastIndexOf("⟦C");
      same = own == (last ? score.other() : score.one());
    } else if (same && who.size() > 1)
      same =
          votes.get().count(who.get(0)).orElse(-1) == score.one()
              && votes.get().count(who.get(1)).orElse(-1) == score.other();
    else if (same) {
      // the first figure is his of whom the sentence speaks, else of him who had more
      long own = s.who().map(id -> of.count(id).orElse(-1)).orElse(order.get(0));
      same = own == score.one();
    }
    if (same) return Judged.supported(why, by);
    boolean areThese =
        order.size() >= 2
            && order.get(0) == Math.max(score.one(), score.other())
            && order.get(1) == Math.min(score.one(), score.other());
    if (areThese && who.size() == 1 && s.hears("⟦x[0-9]+⟧ for ⟦c|⟦c[0-9]+⟧ ⟦x"))
      return Judged.contradicted(why, by);
    return isNoted(e, place, score.one()).isPresent()
            && isNoted(e, place, score.other()).isPresent()
        ? Judged.supported(
            "So it is noted beside an entry of the record.",
            isNoted(e, place, score.one()).stream().toList())
        : Judged.beyond("Other figures are on record; which day is meant is not clear. " + why);
  }

  /** An entry about a place whose note, outcome or text has a number. */
  static Optional<Entry> isNoted(Evidence e, Optional<String> place, long number) {
    if (number < 100) return Optional.empty();
    String written = "%,d".formatted(number);
    String bare = Long.toString(number);
    Pattern exact =
        Pattern.compile("(?<![0-9,])(?:" + written + "|" + number + ")(?![0-9]|,[0-9])");
    return e
        .all(
            Fact.class,
            f ->
                !(f instanceof Fact.Returns)
                    && place.map(p -> speaksOf(f, p)).orElse(true)
                    && isIn(told(f), written, bare, exact))
        .stream()
        .findFirst()
        .or(
            () ->
                place.flatMap(e::row).map(e::of).stream()
                    .flatMap(List::stream)
                    .filter(entry -> isIn(told(entry.fact()), written, bare, exact))
                    .findFirst());
  }

  private static boolean isIn(String told, String written, String bare, Pattern exact) {
    return (told.contains(written) || told.contains(bare)) && exact.matcher(told).find();
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
    if (s.has("list")
        && !Sought.has(
            s.piece().sentence().words(),
            "(?i)lay between|margin|\\blead|ahead|won by|closer|difference"))
      return Judged.NO_CLAIM;
    // "Wilson won 435, Roosevelt won 88": electors, and no lead
    if (s.hears("(?:won|took|carried) (?:only |just |about |some )?⟦n[0-9]+⟧")
        && !s.hears("\\bby\\b|votes|ballots|lead|margin")) return Judged.NO_CLAIM;
    if (said.whole() < 60 || VotePieces.isOfElse(s)) return Judged.NO_CLAIM;
    // "shrank from N to M": which of two counts each is of is not said
    if (s.hears("from ⟦n[0-9]+⟧ to ⟦n")) return Judged.NO_CLAIM;
    if (s.all().matches("(?i)by .*|.* votes?") && !s.hears("\\b" + LEAD + "\\b|fell|by ⟦n|went"))
      return Judged.NO_CLAIM;
    Optional<String> official = e.placeOfOfficial(s.piece().sentence().words());
    Optional<String> place =
        official.filter(x -> s.placeHere().isEmpty()).or(() -> VotePieces.place(s));
    if (place.isEmpty() && said.isExact() && s.scene().unit().isPresent()) {
      Optional<Entry> noted =
          isNoted(e, s.scene().unit(), said.whole())
              .or(() -> isNoted(e.whole(), s.scene().unit(), said.whole()));
      if (noted.isPresent()) return noted(noted.get());
    }
    // "two million more than Trump": of the two the one who has fewer
    boolean isMore = s.hears("(?:more|fewer|less) (?:votes |ballots )?than ⟦c");
    if (isMore && s.here(Mention.Person.class).size() > 2) return Judged.NO_CLAIM;
    // "one more than the 270 needed"
    if (s.hears(
        "(?:more|fewer|less|short) (?:than|of) (?:the )?⟦n[0-9]+⟧ (?:needed|required|necessary)"))
      return Judged.NO_CLAIM;
    // of "beat Kerry by" the one that is named is he who was beaten
    Optional<String> named = s.who();
    Optional<String> who =
        owner(s).or(() -> named).filter(e::isPresidential).filter(one -> !isOver(s));
    if (place.isEmpty()) return ofNation(s, e, said, who);
    if (place.get().indexOf('-') > 0) return Judged.NO_CLAIM;
    Judged judged = ofPlace(s, e, said, place.get(), who);
    return s.placeHere().isPresent() || official.isPresent() || said.whole() < 100_000
        ? judged
        : VotePieces.guessed(s, judged, ofNation(s, e, said, who));
  }

  /** "He leads by six million": of the day of the text, and of no later one. */
  static boolean isOfThatDay(Slots s, Evidence e) {
    return Sought.has(
            s.piece().heard().words(),
            "\\b(?:leads?|led|trails?|trailed|(?:is|was) (?:now )?(?:ahead|behind|leading|trailing)|so far)\\b")
        && e.moment() > Washington.endOf(s.textDay().plusDays(2))
        && Event.MEETING.day(e).filter(met -> s.textDay().isBefore(met)).isPresent();
  }

  private static Judged ofNation(Slots s, Evidence e, Quantity said, Optional<String> who) {
    if (isOfThatDay(s, e)) return Judged.NO_CLAIM;
    if (said.whole() < 2000 && said.step().signum() > 0 && e.year() > 1830) return Judged.NO_CLAIM;
    if (who.isEmpty() && !isOver(s) && !s.hears("lead|gap|difference|margin|between|majority"))
      return Judged.NO_CLAIM;
    if (s.hears("votes(?: for|:)|received|⟦c[0-9]+⟧: ") && !s.hears("more|lead|margin|than"))
      return Judged.NO_CLAIM;
    Optional<PopularVote> vote = PopularForms.vote(e);
    if (vote.isEmpty())
      return PopularForms.vote(e.whole()).isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("The record has not the votes of every state by then.");
    List<Long> order = Ranking.of(vote.get().votes());
    if (order.size() < 2) return Judged.NO_CLAIM;
    long lead = order.get(0) - order.get(1);
    String why = "Votes of the nation: " + VotePieces.top(e, vote.get().votes()) + ".";
    if (isOverWinner(s, vote.get().votes())) return Judged.contradicted(why, List.of());
    if (isFewerThan(s))
      return s.who().filter(id -> isMost(vote.get().votes(), id)).isPresent()
          ? figure(e, said, lead, why, List.of())
          : Judged.contradicted(why, List.of());
    boolean isOfNation =
        VotePieces.NATION.matcher(s.piece().sentence().words().toLowerCase(Locale.ROOT)).find();
    boolean isFar = said.whole() * 3 < lead || said.whole() > lead * 3;
    if (isFar && !isOfNation) return Judged.NO_CLAIM;
    if (said.fits(lead) == Quantity.Fit.WRONG
        && !isOfNation
        && (said.whole() < 100_000 || said.isExact())) return Judged.NO_CLAIM;
    boolean isTail = TAIL.matcher(s.piece().words()).lookingAt();
    boolean behind =
        s.hears("behind|lost|fewer|trailed|\\bshort\\b")
            || (isTail && LOST.matcher(s.heardWithBefore()).find());
    // "he lost the popular vote, by two million": whose lead it is stands before
    Optional<String> before =
        isTail ? s.earlier(Mention.Person.class).flatMap(s::in) : Optional.empty();
    if (who.isEmpty()
        && before.isPresent()
        && behind == (vote.get().votes().count(before.get()).orElse(-1) == order.get(0)))
      return Judged.NO_CLAIM;
    if (who.isPresent()) {
      boolean first = vote.get().votes().count(who.get()).orElse(-1) == order.get(0);
      boolean holds = behind != first;
      if (!holds && !s.standing().isEmpty()) return Judged.contradicted(why, List.of());
      if (!holds && isTail) return Judged.NO_CLAIM;
      // "Hayes won by one and led in the popular vote": whose lead it is stands before
      if (!holds && s.hears("\\b(?:led|leads|leading|ahead|won|outpolled|had)\\b"))
        return Judged.NO_CLAIM;
    }
    return figure(e, said, lead, why, List.of());
  }

  private static final Pattern TAIL = Pattern.compile("[ ,]*by ");

  private static final Pattern LOST =
      Pattern.compile("\\b(?:lost|loses|losing|lose|trailed|behind)\\b");

  private static final Pattern OVER =
      Pattern.compile(
          "(?:beat|defeated|over|outpolled|ahead of|more (?:votes |ballots )?than) ⟦c([0-9]+)⟧");

  private static boolean isOver(Slots s) {
    return OVER.matcher(s.heard()).find();
  }

  /** "Seven million fewer than Biden": who is named is the other, and had more. */
  private static boolean isFewerThan(Slots s) {
    return s.here(Mention.Person.class).size() == 1
        && s.hears("(?:fewer|less) (?:votes |ballots )?than ⟦c");
  }

  private static boolean isMost(Votes votes, String id) {
    return votes.count(id).orElse(-1) == Ranking.of(votes).getFirst();
  }

  /** Whether the one who had the most votes is said to be beaten. */
  private static boolean isOverWinner(Slots s, Votes votes) {
    Matcher over = OVER.matcher(s.heard());
    if (!over.find() || Ranking.of(votes).isEmpty()) return false;
    Mention mention =
        s.piece().sentence().mentions().get(Integer.parseInt(over.group(1))).mention();
    return mention instanceof Mention.Person person
        && s.in(person)
            .filter(id -> votes.count(id).orElse(-1) == Ranking.of(votes).getFirst())
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
            ? near(said, is, why, by)
            : Judged.contradicted(why, by);
      }
    };
  }

  /**
   * An exact figure that is not that of the record, but near: the same digits in another order are
   * an error, others may be those of another source.
   */
  static Judged near(Quantity said, long is, String why, List<Entry> by) {
    int[] own = Long.toString(said.whole()).chars().sorted().toArray();
    return Arrays.equals(own, Long.toString(is).chars().sorted().toArray())
        ? Judged.contradicted(why, by)
        : Judged.beyond(why + " Sources differ by so little.");
  }

  private static long later(Evidence e) {
    return PopularForms.vote(e.whole())
        .map(v -> Ranking.of(v.votes()))
        .filter(o -> o.size() > 1)
        .map(o -> o.get(0) - o.get(1))
        .orElse(-1L);
  }

  private static Judged ofPlace(
      Slots s, Evidence e, Quantity said, String place, Optional<String> who) {
    if (isOfThatDay(s, e)) return Judged.NO_CLAIM;
    Optional<Judged> rough = Optional.empty();
    List<Votes> known = new ArrayList<>();
    List<Entry> by = new ArrayList<>();
    for (Entry each : e.all(Fact.Certification.class, f -> f.unit().equals(place)).reversed()) {
      known.add(((Fact.Certification) each.fact()).votes());
      by.add(each);
    }
    e.votes(place).ifPresent(known::add);
    boolean isTail = TAIL.matcher(s.piece().words()).lookingAt();
    boolean behind =
        s.hears("behind|lost|fewer than ⟦c|trailed|\\bshort\\b")
            || (isTail && LOST.matcher(s.heardWithBefore()).find());
    for (Votes votes : known) {
      List<Long> order = Ranking.of(votes);
      if (order.size() < 2) continue;
      long lead = order.get(0) - order.get(1);
      String why = "%s: %s.".formatted(Evidence.place(place), VotePieces.top(e, votes));
      Quantity.Fit fit = said.fits(lead);
      if (fit == Quantity.Fit.WRONG) continue;
      if (isOverWinner(s, votes)) return Judged.contradicted(why, by);
      if (who.isPresent() && votes.count(who.get()).isPresent()) {
        boolean first = votes.count(who.get()).getAsLong() == order.get(0);
        // who is named before the piece need not be he who leads
        boolean isOfHim = s.here(Mention.Person.class).size() == 1 || behind;
        if (first == behind && isOfHim) return Judged.contradicted(why, by);
        if (!first && !behind && (isSubject(s) || owner(s).isPresent()))
          return Judged.contradicted(why, by);
      }
      if (fit == Quantity.Fit.RIGHT) return Judged.supported(why, by).undeniable();
      rough = rough.or(() -> Optional.of(Judged.imprecise(why, by)));
    }
    if (said.isExact()) {
      // a figure that a note has is more than one that lies near
      Optional<Entry> noted =
          isNoted(e, Optional.of(place), said.whole())
              .or(() -> isNoted(e.whole(), Optional.of(place), said.whole()));
      if (noted.isPresent()) return noted(noted.get());
    }
    if (rough.isPresent()) return rough.get();
    if (known.isEmpty() || e.votes(place).isEmpty())
      return e.whole().votes(place).isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("The record has no votes of " + Evidence.place(place) + " by then.");
    String why = "%s: %s.".formatted(Evidence.place(place), VotePieces.top(e, known.getLast()));
    List<Long> order = Ranking.of(known.getLast());
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
        && said.whole() > 2000) return near(said, lead, why, by);
    boolean isOfResult =
        s.hears(
                "\\bwon\\b|\\bwin\\b|carried|took|victory|final|margin|closest|lay between|beat|lost|fell")
            && !(s.heard() + s.scene().words().toLowerCase(Locale.ROOT))
                .matches(
                    "(?s).*(?:recount|first (?:count|report|canvass)|at one point|earl(?:y|ier)|initial|overseas|hand (?:count|tally)|shr[aiu]nk|grew|narrow|count(?:y|ies)|machine|by then|had put|had given|that night|morning).*");
    return final_ && isOfResult
        ? Judged.contradicted(why, by)
        : Judged.beyond("The votes of that hour are not known so exactly. " + why);
  }

  private static Judged noted(Entry entry) {
    return Judged.supported(
            "So it is noted beside an entry of %s.".formatted(Evidence.time(entry)), List.of(entry))
        .undeniable();
  }

  private static final Pattern OWNER =
      Pattern.compile(
          "⟦C([0-9]+)⟧(?:'s?|\u2019s?) (?:[a-z-]+ ){0,2}(?:lead|margin|advantage|victory|win|majority|edge|plurality)\\b");

  /** "Harris's victory in Wisconsin, by 29,397": whose it is stands in the piece or before it. */
  private static Optional<String> owner(Slots s) {
    Matcher own = OWNER.matcher(s.heardWithMarksBefore());
    return own.find() && s.at(Integer.parseInt(own.group(1))) instanceof Mention.Person of
        ? s.in(of)
        : Optional.empty();
  }

  /** Whether a person stands before the figure: then it is said of him. */
  private static boolean isSubject(Slots s) {
    String marked = s.piece().marked();
    return marked.indexOf("⟦C") >= 0
        && marked.indexOf("⟦C") < marked.indexOf("⟦N")
        && !s.hears("(?:to|for|over|against) (?:the )?⟦c");
  }

  private LeadPieces() {}
}
