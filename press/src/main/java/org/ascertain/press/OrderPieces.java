package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.standing.KnownOrder;
import org.ascertain.standing.Standing;

/**
 * Claims of what was the most, the first or the last, and of states that split their votes, in
 * pieces of sentences.
 */
final class OrderPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("most-of-all", Kind.UNIT)
              .hears(
                  "(?<!'s |his |her |their )(?:largest|biggest) (?:prize|delegation|state)(?::| was| is|,)? (?:{U:u})?",
                  "{U:u}.{0,12}?{C:c}'s (?<own>largest|biggest)(?: single)? (?:prize|state|haul|delegation)",
                  "{U:u}.{0,30}?(?:, |had |with |the )(?:the )?(?<most>most|largest|biggest)\\b",
                  "(?<close3>thinnest|slimmest|narrowest|smallest|closest|tightest)(?: margin| lead)? of (?:any|all)(?: the)?(?: states?)?(?: that)? (?:⟦C[0-9]+⟧ )(?:carried|won|took)",
                  "closest in (?<share>percent|votes): {U:u}",
                  "{U:u}.{0,20}?(?<close>closest|smallest margin|narrowest|tightest)",
                  "(?<close2>smallest margin|closest state|narrowest)",
                  "(?<ever>no candidate ever|third largest figure|largest figure|beat every earlier candidate|more (?:votes )?than any(?:one| candidate)? (?:before|ever))")
              .withDenial()
              .example(SUPPORTED, "2021-02-01", "- Largest prize: California")
              .example(CONTRADICTED, "2021-02-01", "- Closest in percent: Wisconsin")
              .judges(OrderPieces::most),
          Form.of("order-of-voting", Kind.ELECTORS)
              .hears(
                  "{U:u}.{0,25}?(?<which>first|second|last|final)(?: state| one)?(?: to (?:report|vote|meet)| of the day| of the .{0,20}?meetings|[ .,]*$)",
                  "{U:u}.{0,25}?(?<closed>closed the roll)",
                  "{U:u}.{0,25}?(?<ended>(?:closed|finished|ended|completed|rounded off|wound up) (?:out )?the (?:day|voting|night|evening|meetings))",
                  "{U:u}.{0,25}?(?<began>(?:opened|began|started|led off) the (?:day|voting|meetings))",
                  "{N:n} states were done by {T:t}",
                  "{U:u} is read (?<read>first)")
              .example(
                  SUPPORTED, "2020-12-15", "In the morning Vermont had been the first to report.")
              .example(
                  CONTRADICTED, "2020-12-15", "In the morning Texas had been the first to report.")
              .judges(OrderPieces::order),
          Form.of("split-state", Kind.UNIT)
              .hears(
                  "(?:votes )?(?:were|was|did) {0,1}(?:\\w+ )?split|split (?:its|their) (?:votes|electors)|{X:s}")
              .example(SUPPORTED, "2021-02-01", "In Maine and Nebraska the votes were split.")
              .example(CONTRADICTED, "2021-02-01", "In Maine and Ohio the votes were split.")
              .judges(OrderPieces::split));

  private static Judged most(Slots s, Evidence e) {
    if (s.has("ever")) return ever(s, e);
    // "New Mexico, not Florida, was the closest"
    boolean isOther = s.hears("\\bnot ⟦u");
    Optional<String> unit =
        isOther
            ? s.earlier(Mention.Place.class).map(Mention.Place::unit)
            : s.has("u") ? Optional.of(s.unit("u")) : s.placeHere().or(s::place);
    if (unit.isEmpty()) return Judged.NO_CLAIM;
    if (s.hears(
        "⟦k|first|recount|of th(?:em|ese|ose)\\b|of the ⟦n|among|battleground|swing|suits|crowd"))
      return Judged.NO_CLAIM;
    boolean close = s.has("share") || s.has("close") || s.has("close2") || s.has("close3");
    if (s.has("own")) return largestOf(s, e, unit.get());
    if (!close) {
      if (!s.hears("largest|biggest|electors|delegation|⟦n|prize")) return Judged.NO_CLAIM;
      int own = e.electors(unit.get());
      int best = e.jurisdictions().stream().mapToInt(e::electors).max().orElse(0);
      Optional<Quantity> n = s.count();
      boolean fits = n.isEmpty() || n.get().whole() == own || n.get().whole() > 60;
      return Judged.held(
          own == best && fits,
          "%s had %d electors; the most were %d.".formatted(Evidence.place(unit.get()), own, best),
          List.of());
    }
    boolean byVotes = s.hears("\\b(?:in|by) (?:raw )?votes\\b|number of votes");
    boolean byShare =
        !byVotes && Sought.has(s.piece().sentence().words(), "(?i)per ?cent|percent|share|points");
    String best = "";
    double least = Double.MAX_VALUE;
    Optional<String> carrier = s.has("close3") ? s.who() : Optional.empty();
    for (String each : e.jurisdictions()) {
      if (carrier.isPresent() && !UnitForms.winner(e.whole(), each).equals(carrier)) continue;
      Optional<Votes> votes = e.votes(each).or(() -> e.whole().votes(each));
      if (votes.isEmpty() || votes.get().size() < 2)
        return Judged.beyond("The record has not all votes of " + Evidence.place(each) + ".");
      List<Long> order = Ranking.of(votes.get());
      double lead = (double) (order.get(0) - order.get(1));
      if (byShare)
        lead /= (double) e.total(each).orElse(order.stream().mapToLong(Long::longValue).sum());
      if (lead < least) {
        least = lead;
        best = each;
      }
    }
    Judged judged =
        Judged.held(
            best.equals(unit.get()),
            "The closest %s was %s."
                .formatted(byShare ? "by share" : "in votes", Evidence.place(best)),
            List.of());
    return !isOther && s.piece().denials() > 0 ? judged.denied() : judged;
  }

  /** The place with the most electors of those that somebody carried. */
  private static Judged largestOf(Slots s, Evidence e, String unit) {
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
    if (who.isEmpty() || !e.isPresidential(who.get())) return Judged.NO_CLAIM;
    List<String> won =
        e.jurisdictions().stream()
            .filter(each -> UnitForms.winner(e.whole(), each).equals(who))
            .toList();
    int most = won.stream().mapToInt(e::electors).max().orElse(0);
    Optional<Quantity> n = s.count();
    boolean fits = n.isEmpty() || n.get().whole() == e.electors(unit);
    return Judged.held(
            won.contains(unit) && e.electors(unit) == most && fits,
            "%s had %d electors; the largest place that %s carried had %d."
                .formatted(Evidence.place(unit), e.electors(unit), e.name(who.get()), most),
            List.of())
        .undeniable();
  }

  private static Judged ever(Slots s, Evidence e) {
    Optional<String> who = s.who();
    Optional<Standing.PopularVote> vote = PopularForms.vote(e);
    if (vote.isEmpty())
      return Judged.beyond("The record has not the votes of every state by then.");
    String of = who.or(e::chosen).orElse("");
    if (vote.get().votes().count(of).isEmpty()) return Judged.NO_CLAIM;
    long own = vote.get().votes().count(of).getAsLong();
    long better = 0;
    for (int year = e.year() - 4; year >= Math.max(1824, e.year() - 40); year -= 4) {
      Optional<Votes> votes = e.of(year).flatMap(PopularForms::vote).map(v -> v.votes());
      if (votes.isEmpty()) return Judged.beyond("The record has not the votes of " + year + ".");
      for (String id : votes.get().ids()) if (votes.get().count(id).orElse(0) > own) better++;
    }
    String why =
        "In the forty years before %s had more than %,d votes."
            .formatted(Wording.counted(better, "candidate", "candidates"), own);
    if (s.hears("third largest")) return Judged.held(better == 2, why, List.of());
    return Judged.held(
        better == 0
            && (s.hears("earlier|before")
                || vote.get().votes().ids().stream()
                    .allMatch(id -> vote.get().votes().count(id).orElse(0) <= own)),
        why,
        List.of());
  }

  private static Judged order(Slots s, Evidence e) {
    if (s.hears("certif|call|network|⟦k|object|democrat|republican|ballot|recount|count of"))
      return Judged.NO_CLAIM;
    List<Entry> all = e.all(Fact.ElectorVotes.class, f -> true);
    String context = s.context();
    if (s.has("n")) {
      long n = s.number("n").whole();
      Mention.Clock until = (Mention.Clock) s.mention("t");
      if (n > 51 || all.isEmpty() || !until.isOfWashington()) return Judged.NO_CLAIM;
      long done =
          all.stream()
              .filter(x -> !Washington.at(x.effective()).toLocalTime().isAfter(until.time()))
              .count();
      return done == n
          ? Judged.supported("By then so many had voted.", all.subList(0, (int) done)).undeniable()
          : Judged.beyond(
              "By the record %d had voted by then; of some only bounds are known.".formatted(done));
    }
    String unit = s.unit("u");
    boolean ofCount =
        s.has("read")
            || s.has("closed")
            || (Sought.has(context, "congress|roll|joint session") && !context.contains("elector"));
    if (ofCount) {
      List<Entry> counted = e.all(Fact.Counted.class, f -> true);
      if (counted.size() < 10) return Judged.NO_CLAIM;
      if (s.words("which").equalsIgnoreCase("second")) return Judged.NO_CLAIM;
      boolean last = s.has("closed") || s.words("which").matches("(?i)last|final");
      String is =
          ((Fact.Counted) (last ? counted.getLast() : counted.getFirst()).fact()).jurisdiction();
      return Judged.held(
          is.equals(unit),
          "%s was counted %s.".formatted(Evidence.place(is), last ? "last" : "first"),
          List.of(last ? counted.getLast() : counted.getFirst()));
    }
    boolean ofDay = s.has("ended") && e.haveVoted();
    if (all.size() < 10 || (!ofDay && !Sought.has(context, "elector|meeting|vote|report")))
      return Judged.NO_CLAIM;
    String which =
        s.has("ended")
            ? "last"
            : s.has("began") ? "first" : s.words("which").toLowerCase(Locale.ROOT);
    boolean last = which.equals("last") || which.equals("final");
    Optional<Entry> one = Optional.empty();
    if (which.equals("first")) {
      Optional<Entry> noted =
          all.stream()
              .filter(v -> v.fact().attestation().note().orElse("").contains("the first to vote"))
              .findFirst();
      if (noted.isPresent())
        return Judged.held(
            ((Fact.ElectorVotes) noted.get().fact()).jurisdiction().equals(unit),
            "%s was the first to vote, %s."
                .formatted(
                    Evidence.place(((Fact.ElectorVotes) noted.get().fact()).jurisdiction()),
                    Evidence.time(noted.get())),
            List.of(noted.get()));
    }
    if (which.equals("second")) {
      boolean known =
          KnownOrder.isKnown(e.history(), all.get(1))
              && all.get(1).effective() < all.get(2).effective();
      if (known) one = Optional.of(all.get(1));
    } else one = last ? new KnownOrder(all).last() : new KnownOrder(all).first();
    if (!ofDay && !s.hears("elector|meet|vote|report|state")) return Judged.NO_CLAIM;
    if (one.isEmpty()) return Judged.beyond("Of some the hour is not known exactly enough.");
    String is = ((Fact.ElectorVotes) one.get().fact()).jurisdiction();
    return Judged.held(
        is.equals(unit),
        "%s voted %s, %s.".formatted(Evidence.place(is), which, Evidence.time(one.get())),
        List.of(one.get()));
  }

  private static Judged split(Slots s, Evidence e) {
    List<String> units = s.here(Mention.Place.class).stream().map(Mention.Place::unit).toList();
    if (s.has("s")) {
      Mention.Score score = s.score("s");
      boolean asked = Sought.has(s.scene().words(), "(?i)split");
      Optional<String> unit = s.placeHere().or(() -> asked ? s.scene().unit() : Optional.empty());
      if (unit.isEmpty()
          || !List.of("ME", "NE").contains(unit.get())
          || score.one() + score.other() > 6) return Judged.NO_CLAIM;
      Optional<Entry> cast = e.electorVotes(unit.get());
      if (cast.isEmpty()) return Judged.NO_CLAIM;
      Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT);
      List<Long> is = Ranking.of(votes);
      return Judged.held(
          is.size() == 2 && is.get(0) == score.one() && is.get(1) == score.other(),
          e.figures(votes) + ".",
          List.of(cast.get()));
    }
    List<String> meant = units.isEmpty() ? s.placeOfSentence().stream().toList() : units;
    for (Piece each : s.piece().before())
      if (units.isEmpty())
        meant =
            each.mentions().stream()
                .filter(m -> m.mention() instanceof Mention.Place)
                .map(m -> ((Mention.Place) m.mention()).unit())
                .toList();
    if (meant.isEmpty() || s.hears("\\bcourt|commission|party|panel")) return Judged.NO_CLAIM;
    // "was split, eight for Adams and seven for Jefferson" says more than that
    if (s.piece().sentence().mentions().stream()
        .anyMatch(each -> each.mention() instanceof Mention.Count)) return Judged.NO_CLAIM;
    List<Entry> by = new ArrayList<>();
    for (String unit : meant) {
      Optional<Entry> cast = e.electorVotes(unit);
      if (cast.isEmpty()) return Judged.NO_CLAIM;
      by.add(cast.get());
      if (((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT).size() < 2)
        return Judged.contradicted(
            "All votes of %s were for one.".formatted(Evidence.place(unit)), by);
    }
    return Judged.supported("Their votes were divided.", by);
  }

  private OrderPieces() {}
}
