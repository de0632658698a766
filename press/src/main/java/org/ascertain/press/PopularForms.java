package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ascertain.answers.Names;
import org.ascertain.election.Entry;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.PopularVote;
import org.ascertain.standing.Standing.UnitRow;

/** Claims about the votes of the whole nation. */
final class PopularForms {

  private static final String NATION = "(?! (?:in|from|of) ⟦U)(?! out of)";

  static final List<Form> ALL =
      List.of(
          Form.of("popular-vote-margin", Kind.MARGIN)
              .reads(
                  "{C:c}..(?:{won}|led|lead|leads|leading|took)..(?:national )?popular vote..by (?:a margin of )?{N:n}(?: votes| ballots)?"
                      + NATION,
                  "{C:c} {defeated} {C:l}..by (?:a margin of )?{N:n} (?:popular )?votes(?: nationwide| nationally| in the popular vote)"
                      + NATION,
                  "{N:n} more (?:popular )?votes than {C:l}..{C:c}",
                  "{C:c} (?:won|received|got|drew) {N:n} more (?:popular )?votes than {C:l}"
                      + NATION,
                  "{C:c}'s (?:popular[- ]vote )?(?:lead|margin) of {N:n}(?: votes)?(?: in the popular vote| nationwide)",
                  "{C:c} (?<lost>lost) the popular vote(?: to {C:l})? by (?:a margin of )?{N:n}(?: votes)?")
              .example(
                  SUPPORTED, "2021-01-30", "Biden won the popular vote by about 7 million votes.")
              .example(
                  CONTRADICTED,
                  "2021-01-30",
                  "Biden won the popular vote by about 5 million votes.")
              .judges(PopularForms::margin),
          Form.of("popular-vote-of-one", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c}(?:,? who)? {got} {N:n} (?:popular )?votes(?! (?:more|fewer|in the [Ee]lectoral|to ⟦N))"
                      + NATION,
                  "{C:c}'s {N:n} (?:popular )?votes" + NATION,
                  "{N:n} (?:Americans|people|voters) (?:voted|cast ballots) for {C:c}" + NATION)
              .example(SUPPORTED, "2021-01-30", "Biden received more than 81 million votes.")
              .example(CONTRADICTED, "2021-01-30", "Trump received more than 81 million votes.")
              .judges(PopularForms::votes),
          Form.of("popular-vote-of-both", Kind.POPULAR_VOTE)
              .reads(
                  "{C:a} {got} {N:n} (?:popular )?votes?,? (?:to|and|against|compared (?:with|to)|versus) {C:b}(?:'s| {got})? {N:m}",
                  "{C:a} {got} {N:n} (?:popular )?votes?,? (?:to|and|against) {N:m} for {C:b}")
              .example(
                  SUPPORTED,
                  "2021-01-30",
                  "Biden received 81.3 million votes to Trump's 74.2 million.")
              .example(
                  CONTRADICTED,
                  "2021-01-30",
                  "Biden received 74.2 million votes to Trump's 81.3 million.")
              .judges(PopularForms::both),
          Form.of("popular-share", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c}(?:,? who)? {got} {S:n} of (?:the|all) (?:national |popular |nationwide |total )?(?:vote|votes|ballots)"
                      + NATION,
                  "{C:c} {got} {S:n}(?: nationally| nationwide)")
              .example(SUPPORTED, "2021-01-30", "Biden won 51.3 percent of the vote.")
              .example(CONTRADICTED, "2021-01-30", "Biden won 53.1 percent of the vote.")
              .judges((s, e) -> shareOf(s, e, false)),
          Form.of("popular-shares", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c}(?:,? who)? {got} {S:n}(?: of the (?:popular |national )?votes?)?,? (?:to|and|against|compared with|versus) {C:d}(?:'s| {got})? {S:m}"
                      + NATION,
                  "{C:c} {got} {S:n}(?: of the (?:popular |national )?votes?)?,? (?:to|against) {S:m} for {C:d}"
                      + NATION,
                  "{C:c} {won} the (?:national )?popular vote,?(?: with| by)? {S:n},? (?:to|against) (?:{C:d}'s )?{S:m}"
                      + NATION)
              .example(
                  SUPPORTED,
                  "2016-12-31",
                  "Clinton won the popular vote, 48.2 percent to 46.1 percent.")
              .example(
                  CONTRADICTED,
                  "2016-12-31",
                  "Clinton won the popular vote, 48.2 percent to 47.1 percent.")
              .example(
                  SUPPORTED,
                  "2025-01-31",
                  "Trump won the popular vote with 49.8 percent to Harris's 48.3 percent.")
              .example(
                  SUPPORTED,
                  "2021-01-30",
                  "Biden took 51.3 percent of the vote to Trump's 46.8 percent.")
              .example(
                  CONTRADICTED,
                  "2021-01-30",
                  "Biden took 49.3 percent of the vote to Trump's 48.8 percent.")
              .judges(PopularForms::shares),
          Form.of("popular-points", Kind.MARGIN)
              .reads("{C:c} (?:{won}|led) the (?:national )?popular vote by (?:a margin of )?{S:n}")
              .example(
                  SUPPORTED, "2021-01-30", "Biden won the popular vote by 4.5 percentage points.")
              .example(
                  CONTRADICTED,
                  "2021-01-30",
                  "Biden won the popular vote by 6.5 percentage points.")
              .judges((s, e) -> shareOf(s, e, true)),
          Form.of("popular-vote-winner", Kind.POPULAR_VOTE)
              .reads(
                  "{C:c}..{won} (?:the|a) (?:national |nationwide )?(?<most>popular vote|majority of the popular vote|plurality of the popular vote|most votes)(?! by)",
                  "{C:c}..(?<lost>lost|trailed in) the (?:national |nationwide )?popular vote(?! by)")
              .example(SUPPORTED, "2017-01-30", "Clinton won the popular vote.")
              .example(CONTRADICTED, "2017-01-30", "Trump won the popular vote.")
              .judges(PopularForms::winner),
          Form.of("votes-in-all", Kind.POPULAR_VOTE)
              .reads(
                  "{N:n} (?:Americans|people|voters|citizens) (?:voted|cast (?:a )?(?:ballots?|votes?)|went to the polls|turned out)(?! for)"
                      + NATION,
                  "{N:n} (?:votes|ballots) (?:were )?cast(?: nationwide| nationally| in all)(?! for)"
                      + NATION)
              .example(SUPPORTED, "2021-01-30", "More than 158 million Americans voted.")
              .example(CONTRADICTED, "2021-01-30", "More than 175 million Americans voted.")
              .judges(PopularForms::total));

  /** The nation's votes, where they are all known. */
  private record Nation(Optional<PopularVote> vote) {}

  static Optional<PopularVote> vote(Evidence e) {
    return e.once(Nation.class, of -> new Nation(count(of))).vote();
  }

  private static Optional<PopularVote> count(Evidence e) {
    PopularVote vote = e.standing().popularVote();
    boolean whole =
        e.standing().units().stream()
            .filter(row -> row.unit().atLarge())
            .allMatch(
                row ->
                    e.isFinal(row.unit().id())
                        || isWithoutVote(e, row)
                        || e.isWithoutElectors(row));
    return vote.votes().isEmpty() || !whole ? Optional.empty() : Optional.of(vote);
  }

  /** A unit whose legislature or executive appointed the electors: of it no votes will come. */
  private static boolean isWithoutVote(Evidence e, UnitRow row) {
    return row.appointedFor().isPresent() && e.whole().votes(row.unit().id()).isEmpty();
  }

  private static Judged unknown() {
    return Judged.beyond("The record has not the votes of every state by then.");
  }

  private static String figures(Evidence e, PopularVote vote, String... of) {
    return "Votes of the nation: " + VotePieces.top(e, vote.votes(), of) + ".";
  }

  /**
   * A rounded or exact figure against one that certificates give; sources differ by a few votes.
   */
  private static Judged held(Quantity said, long is, String why, boolean mayDiffer) {
    return switch (said.fits(is)) {
      case RIGHT -> Judged.supported(why, List.of());
      case ROUGH -> Judged.imprecise(why, List.of());
      case WRONG ->
          mayDiffer && Math.abs(said.whole() - is) * 200 <= Math.abs(is)
              ? Judged.imprecise(why + " Sources differ by so little.", List.of())
              : Judged.contradicted(why, List.of());
    };
  }

  private static Judged margin(Slots s, Evidence e) {
    Optional<PopularVote> vote = vote(e);
    if (vote.isEmpty()) return unknown();
    Votes votes = vote.get().votes();
    String candidate = s.candidate("c");
    if (votes.count(candidate).isEmpty())
      return Judged.beyond("The record has no votes for " + e.name(candidate) + ".");
    String other = "";
    for (String id : votes.ids())
      if (!id.equals(candidate)
          && (other.isEmpty() || votes.count(id).orElse(0) > votes.count(other).orElse(0)))
        other = id;
    if (s.has("l")) other = s.candidate("l");
    long lead = votes.count(candidate).orElse(0) - votes.count(other).orElse(0);
    if (s.has("lost")) lead = -lead;
    return held(s.number("n"), lead, figures(e, vote.get()), true);
  }

  private static Judged votes(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 2000) return Judged.NO_CLAIM;
    Optional<PopularVote> vote = vote(e);
    if (vote.isEmpty()) return unknown();
    String candidate = s.candidate("c");
    if (vote.get().votes().count(candidate).isEmpty())
      return Judged.beyond("The record has no votes for " + e.name(candidate) + ".");
    if (said.isExact() && isLater(e, v -> v.count(candidate).orElse(-1) == said.whole()))
      return Judged.supported(figures(e, vote.get(), candidate), List.of());
    long is = vote.get().votes().count(candidate).orElse(0);
    // so few are those of a place
    return said.whole() * 20 < is
        ? Judged.NO_CLAIM
        : held(said, is, figures(e, vote.get(), candidate), true);
  }

  private static Judged both(Slots s, Evidence e) {
    if (s.number("n").whole() < 2000) return Judged.NO_CLAIM;
    if (s.candidate("a").equals(s.candidate("b"))) return Judged.NO_CLAIM;
    Map<String, Quantity> said =
        Map.of(s.candidate("a"), s.number("n"), s.candidate("b"), s.number("m"));
    if (isOfPlace(said, e)) return ofScene(said, s, e);
    Optional<PopularVote> vote = vote(e);
    if (vote.isEmpty()) return unknown();
    String why = figures(e, vote.get(), s.candidate("a"), s.candidate("b"));
    Judged one =
        held(s.number("n"), vote.get().votes().count(s.candidate("a")).orElse(0), why, true);
    Judged other =
        held(s.number("m"), vote.get().votes().count(s.candidate("b")).orElse(0), why, true);
    return worse(one, other);
  }

  /** So many times fewer than the nation's are those of a place. */
  private static final int OF_PLACE = 5;

  private static boolean isOfPlace(Map<String, Quantity> said, Evidence e) {
    return vote(e.whole())
        .filter(
            nation ->
                said.entrySet().stream()
                    .allMatch(
                        each ->
                            each.getValue().whole() * OF_PLACE
                                < nation.votes().count(each.getKey()).orElse(0)))
        .isPresent();
  }

  /** Votes of the place that the sentences before spoke of, where they are right. */
  private static Judged ofScene(Map<String, Quantity> said, Slots s, Evidence e) {
    Optional<String> unit = s.scene().unit();
    Optional<Votes> votes = unit.flatMap(e::votes);
    if (unit.isEmpty() || votes.isEmpty()) return Judged.NO_CLAIM;
    boolean isSo =
        said.entrySet().stream()
            .allMatch(
                each ->
                    each.getValue().fits(votes.get().count(each.getKey()).orElse(0))
                        == Quantity.Fit.RIGHT);
    return isSo
        ? Judged.supported(
            "%s: %s.".formatted(Evidence.place(unit.get()), e.figures(votes.get())),
            e.row(unit.get()).map(e::of).orElse(List.of()))
        : Judged.NO_CLAIM;
  }

  /** Whether the whole record has exactly such votes: they were corrected later. */
  private static boolean isLater(Evidence e, Predicate<Votes> which) {
    return vote(e.whole()).filter(v -> which.test(v.votes())).isPresent();
  }

  private static Judged worse(Judged one, Judged other) {
    for (Verdict verdict : List.of(Verdict.CONTRADICTED, Verdict.BEYOND, Verdict.IMPRECISE)) {
      if (one.verdict() == verdict) return one;
      if (other.verdict() == verdict) return other;
    }
    return one;
  }

  private static Judged shareOf(Slots s, Evidence e, boolean isMargin) {
    Optional<PopularVote> vote = vote(e);
    if (vote.isEmpty()) return unknown();
    return shareOf(s.number("n"), s.candidate("c"), vote.get(), isMargin);
  }

  private static Judged shares(Slots s, Evidence e) {
    Optional<PopularVote> vote = vote(e);
    if (vote.isEmpty()) return unknown();
    String first = s.candidate("c");
    Optional<String> second = s.has("d") ? Optional.of(s.candidate("d")) : rival(e, first);
    if (second.isEmpty()) return Judged.NO_CLAIM;
    return worse(
        shareOf(s.number("n"), first, vote.get(), false),
        shareOf(s.number("m"), second.get(), vote.get(), false));
  }

  /** Of the two first tickets the other. */
  private static Optional<String> rival(Evidence e, String one) {
    return e.tickets().stream()
        .limit(2)
        .map(Ticket::president)
        .filter(id -> !id.equals(one))
        .findFirst();
  }

  private static Judged shareOf(
      Quantity said, String candidate, PopularVote vote, boolean isMargin) {
    if (vote.votes().count(candidate).isEmpty() || vote.total().isEmpty())
      return Judged.beyond("Not all votes are on record, so that no share can be told.");
    long part = vote.votes().count(candidate).orElse(0);
    if (isMargin) {
      long best = 0;
      for (String id : vote.votes().ids())
        if (!id.equals(candidate)) best = Math.max(best, vote.votes().count(id).orElse(0));
      part -= best;
    }
    return share(said, part, vote.total().getAsLong(), isMargin, List.of());
  }

  /**
   * A share of a hundred. One that is off by less than half a point may come from another source or
   * another whole.
   */
  static Judged share(Quantity said, long part, long whole, boolean isMargin, List<Entry> by) {
    BigDecimal share =
        BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    String why =
        "%s of %s votes: %s %s percent."
            .formatted(
                Names.number(part),
                Names.number(whole),
                isMargin ? "a lead of" : "a share of",
                share.setScale(2, RoundingMode.HALF_UP));
    BigDecimal off = share.subtract(said.value()).abs();
    Quantity.Fit fit = fitOfShare(said, share, off);
    BigDecimal near = isMargin ? new BigDecimal("0.11") : new BigDecimal("0.5");
    if (fit == Quantity.Fit.RIGHT) return Judged.supported(why, by);
    if (isBeyondBound(said, share)) return Judged.contradicted(why, by);
    if (fit == Quantity.Fit.ROUGH || off.compareTo(near) <= 0) return Judged.imprecise(why, by);
    return Judged.contradicted(why, by);
  }

  /** "More than half" of 49.8: by another source it may be a tenth more, and no more than that. */
  private static boolean isBeyondBound(Quantity said, BigDecimal share) {
    BigDecimal open = new BigDecimal("0.1");
    return switch (said.sense()) {
      case MORE_THAN, AT_LEAST, JUST_OVER -> share.add(open).compareTo(said.value()) < 0;
      case LESS_THAN -> share.subtract(open).compareTo(said.value()) > 0;
      default -> false;
    };
  }

  /** Beyond two points off nobody would say "about". */
  private static final BigDecimal LONGEST_ABOUT = BigDecimal.TWO;

  private static Quantity.Fit fitOfShare(Quantity said, BigDecimal share, BigDecimal off) {
    boolean isRounded = off.multiply(BigDecimal.TWO).compareTo(said.step()) <= 0;
    if (said.sense() == Quantity.Sense.ABOUT && isRounded) return Quantity.Fit.RIGHT;
    if (said.sense() == Quantity.Sense.ABOUT && off.compareTo(LONGEST_ABOUT) > 0)
      return Quantity.Fit.WRONG;
    if (said.sense() != Quantity.Sense.PLAIN) return said.fits(share);
    return off.multiply(BigDecimal.TWO).compareTo(said.step()) <= 0
        ? Quantity.Fit.RIGHT
        : Quantity.Fit.WRONG;
  }

  private static Judged winner(Slots s, Evidence e) {
    Optional<PopularVote> vote = vote(e);
    if (vote.isEmpty()) return unknown();
    if (!e.isPresidential(s.candidate("c"))) return Judged.NO_CLAIM;
    boolean first = vote.get().votes().ids().getFirst().equals(s.candidate("c"));
    boolean majority =
        !s.words("most").startsWith("majority")
            || 2 * vote.get().votes().count(s.candidate("c")).orElse(0)
                > vote.get().total().orElse(Long.MAX_VALUE);
    boolean holds = s.has("lost") ? !first : first && majority;
    // "won the Electoral College and lost the popular vote": both have to be so
    Optional<String> chosen = e.chosen();
    boolean isOfBoth = s.all().matches(".*(?:[Ee]lectoral|presidency|White House|election).*");
    if (isOfBoth && chosen.isEmpty()) return Judged.NO_CLAIM;
    if (isOfBoth) {
      boolean saysLost =
          s.all().matches(".*\\blost (?:the )?(?:[Ee]lectoral|presidency|White House|election).*");
      holds &= saysLost != chosen.get().equals(s.candidate("c"));
    }
    return Judged.held(holds, figures(e, vote.get(), s.candidate("c")), List.of());
  }

  private static Judged total(Slots s, Evidence e) {
    if (s.number("n").whole() < 2000) return Judged.NO_CLAIM;
    Optional<PopularVote> vote = vote(e);
    if (vote.isEmpty() || vote.get().total().isEmpty()) return unknown();
    long all = vote.get().total().getAsLong();
    Judged judged =
        held(s.number("n"), all, "Votes of the nation in all: " + Names.number(all) + ".", false);
    return judged.verdict() == Verdict.CONTRADICTED
            && Math.abs(s.number("n").whole() - all) * 20 < all
        ? Judged.beyond(judged.why() + " Ballots without a vote for President are not in it.")
        : judged;
  }

  private PopularForms() {}
}
