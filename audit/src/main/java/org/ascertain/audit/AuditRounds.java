package org.ascertain.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Holding.Count;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.AuditKind;
import org.ascertain.election.Fact.Discrepancies;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.law.Sentence;
import org.ascertain.standing.History;

/**
 * Which rounds of an audit are evidence for a reported majority, in the order in which they were
 * held. That a round has what makes it one is seen when it is recorded; here it is seen against the
 * other rounds and what was reported when it was held.
 *
 * @param rounds what counts, with what was reported of a unit before its rounds
 * @param shared units whose cards are one draw
 * @param counted those of the rounds given that count
 * @param leftOut those that do not
 */
public record AuditRounds(
    List<AuditRound> rounds,
    List<List<String>> shared,
    List<Entry> counted,
    List<LeftOut> leftOut) {

  public AuditRounds {
    rounds = List.copyOf(rounds);
    shared = List.copyOf(shared);
    counted = List.copyOf(counted);
    leftOut = List.copyOf(leftOut);
  }

  /** A round that is no evidence, and why. */
  public record LeftOut(Entry entry, Sentence why) {}

  /** The rounds on record that had been held by a moment, nanoseconds since 1970-01-01T00:00Z. */
  public static List<Entry> onRecord(History history, long moment) {
    return history.until(moment).besidesReturns().stream()
        .filter(entry -> entry.fact() instanceof Fact.AuditRound)
        .toList();
  }

  /**
   * What of some rounds is evidence.
   *
   * @param holdings with a majority, as they stand at the moment that is asked about
   * @param moment that moment, nanoseconds since 1970-01-01T00:00Z
   * @param entries rounds that make sense by themselves, in the order in which they were held
   */
  public static AuditRounds of(
      History history, Holdings holdings, long moment, List<Entry> entries) {
    Reading reading = new Reading(history, holdings, moment);
    for (Entry entry : entries)
      if (entry.fact() instanceof Fact.AuditRound round) reading.add(entry, round);
    return reading.rounds();
  }

  /** Rounds taken in one by one. */
  private static final class Reading {
    private final Header header;
    private final String winner;
    private final Map<String, Holding> holdings = new LinkedHashMap<>();
    private final Reports reports;
    private final RunningAudit running;
    private final List<AuditRound> rounds = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<List<String>> shared = new LinkedHashSet<>();
    private final Map<String, String> unitOfSeed = new HashMap<>();
    private final Map<String, Fact.AuditRound> firsts = new HashMap<>();
    private final Map<String, Long> drawn = new HashMap<>();
    private Optional<String> rule = Optional.empty();
    private final List<Entry> counted = new ArrayList<>();

    Reading(History history, Holdings holdings, long moment) {
      this.header = history.header();
      this.winner = holdings.winner().orElseThrow();
      for (Holding holding : holdings.of(winner)) this.holdings.put(holding.id(), holding);
      this.reports = new Reports(history, winner, moment);
      this.running = new RunningAudit(holdings);
    }

    void add(Entry entry, Fact.AuditRound round) {
      Optional<Sentence> why = fault(entry, round);
      if (why.isPresent()) {
        leftOut.add(new LeftOut(entry, why.get()));
        return;
      }
      counted.add(entry);
      if (round.kind() == AuditKind.HAND_COUNT) {
        take(new AuditRound.HandCount(round.unit(), lead(round) > 0));
        return;
      }
      firsts.putIfAbsent(round.unit(), round);
      drawn.merge(round.unit(), round.cards(), Long::sum);
      if (rule.isEmpty()) rule = round.rule();
      round.seed().ifPresent(seed -> unitOfSeed.putIfAbsent(seed, round.unit()));
      if (!round.sharedWith().isEmpty()) {
        Set<String> together = new TreeSet<>(round.sharedWith());
        together.add(round.unit());
        shared.add(List.copyOf(together));
      }
      count(entry, round).ifPresent(count -> take(new AuditRound.Reported(round.unit(), count)));
      take(seen(round));
    }

    private Optional<Holding> holding(String unit) {
      return Optional.ofNullable(holdings.get(unit));
    }

    private void take(AuditRound round) {
      rounds.add(round);
      running.add(round);
    }

    private AuditRound seen(Fact.AuditRound round) {
      boolean again = round.replacement().orElse(false);
      Votes votes = byCandidate(round.votes());
      if (round.kind() == AuditKind.POLLING)
        return new AuditRound.Polling(
            round.unit(), round.cards(), votes.count(winner).orElse(0), without(votes), again);
      Discrepancies of = round.discrepancies().orElseThrow();
      return new AuditRound.Comparison(
          round.unit(),
          round.cards(),
          of.oneTooMany(),
          of.twoTooMany(),
          of.oneTooFew(),
          of.twoTooFew(),
          again);
    }

    /** Why a round is no evidence here, if it is none. */
    private Optional<Sentence> fault(Entry entry, Fact.AuditRound round) {
      String unit = round.unit();
      Optional<Holding> holding = holding(unit);
      if (holding.isEmpty())
        return why("{c} is no unit that {x} holds, and no other needs an audit", unit, winner);
      if (round.kind() == AuditKind.HAND_COUNT) return ofAll(round, holding.get());
      if (isDone(unit))
        return why(
            "{c} was counted whole by then, or had to be: more of its cards are no evidence", unit);
      Optional<Count> reported = reports.at(holding.get(), entry.effective());
      if (reported.filter(Count::canBeSampled).isEmpty())
        return why("the record has no margin of {c} that could be sampled for", unit);
      long manifest = round.manifest().orElseThrow();
      if (manifest < reported.get().all())
        return why(
            "the manifest of {c} has {n} cards, fewer than votes were counted", unit, manifest);
      return changed(round)
          .or(() -> drawnAgain(round, manifest))
          .or(
              () ->
                  isByRule(round)
                      ? Optional.empty()
                      : why(
                          "it is not the round that its rule, {x}, asks for",
                          round.rule().orElseThrow()));
    }

    /** What was published before the first round and is otherwise now. */
    private Optional<Sentence> changed(Fact.AuditRound round) {
      String unit = round.unit();
      if (!rule.equals(round.rule()) && rule.isPresent())
        return why("the rule of sampling was changed after the first round");
      String first = unitOfSeed.getOrDefault(round.seed().orElseThrow(), unit);
      if (!first.equals(unit) && !isShared(first, round))
        return why(
            "its seed is that of {c}; each unit needs one of its own, unless their cards are marked"
                + " as one draw",
            first);
      Fact.AuditRound before = firsts.getOrDefault(unit, round);
      if (!before.manifest().equals(round.manifest()))
        return why("the manifest of {c} was changed after the first round", unit);
      return before.replacement().equals(round.replacement())
          ? Optional.empty()
          : why("cards of {c} were drawn with replacement and without", unit);
    }

    /** What is wrong with cards none of which may be drawn twice. */
    private Optional<Sentence> drawnAgain(Fact.AuditRound round, long manifest) {
      if (round.replacement().orElse(false)) return Optional.empty();
      long all = drawn.getOrDefault(round.unit(), 0L) + round.cards();
      if (all > manifest)
        return why(
            "{n} cards of {c} would have been drawn without replacement, more than the manifest has",
            all,
            round.unit());
      return DrawnOnce.takes(kinds(round))
          ? Optional.empty()
          : why("a round without replacement is too large to be gone through in every order");
    }

    /** Whether sampling in a unit has stopped. */
    private boolean isDone(String unit) {
      return running.evidence().stream()
          .filter(each -> each.holding().id().equals(unit))
          .map(Evidence::state)
          .anyMatch(state -> state != State.NONE && state != State.DRAWN);
    }

    /** A count by hand may miss cards, as long as those could not turn it. */
    private Optional<Sentence> ofAll(Fact.AuditRound round, Holding holding) {
      long missing = holding.count().map(Count::all).orElse(0L) - round.cards();
      return missing > 0 && Math.abs(lead(round)) <= missing
          ? why(
              "the count by hand of {c} has {n} cards fewer than votes were counted, and those"
                  + " could turn it",
              round.unit(),
              missing)
          : Optional.empty();
    }

    /** How many votes the winner is ahead by a count. */
    private long lead(Fact.AuditRound round) {
      Votes votes = byCandidate(round.votes());
      return votes.count(winner).orElse(0) - most(without(votes));
    }

    /**
     * Whether a round is the next one by a rule that this program knows; of others nobody can say.
     */
    private boolean isByRule(Fact.AuditRound round) {
      OptionalLong cards = NextStep.cards(round.rule().orElseThrow());
      if (cards.isEmpty()) return true;
      Optional<NextStep> next =
          NextStep.of(running.evidence(), running.weakest(List.copyOf(shared)));
      return next.equals(Optional.of(new NextStep.Draw(round.unit())))
          && round.cards() == cards.getAsLong();
    }

    private boolean isShared(String first, Fact.AuditRound round) {
      boolean isNamedThere =
          Optional.ofNullable(firsts.get(first))
              .filter(before -> before.sharedWith().contains(round.unit()))
              .isPresent();
      return isNamedThere || round.sharedWith().contains(first);
    }

    private long[] kinds(Fact.AuditRound round) {
      return switch (seen(round)) {
        case AuditRound.Comparison of ->
            new long[] {
              of.clean(), of.oneTooMany(), of.twoTooMany(), of.oneTooFew(), of.twoTooFew()
            };
        case AuditRound.Polling of ->
            new long[] {of.winner(), of.losers().sum(), of.cards() - of.winner()};
        case AuditRound.HandCount of -> new long[0];
        case AuditRound.Published of -> new long[0];
        case AuditRound.Reported of -> new long[0];
      };
    }

    private static Optional<Sentence> why(String form, Object... blanks) {
      return Optional.of(Sentence.of(form, blanks));
    }

    /** What was reported then, over all cards of the manifest. */
    private Optional<Count> count(Entry entry, Fact.AuditRound round) {
      long cards = round.manifest().orElseThrow();
      return holding(round.unit())
          .flatMap(holding -> reports.at(holding, entry.effective()))
          .map(count -> count.over(cards));
    }

    private Votes byCandidate(Votes votes) {
      Map<String, Long> sums = new LinkedHashMap<>();
      Map<String, String> presidents = new HashMap<>();
      for (Ticket ticket : header.tickets()) presidents.put(ticket.id(), ticket.president());
      votes.forEach(
          (ticket, n) -> sums.merge(presidents.getOrDefault(ticket, ticket), n, Long::sum));
      return Votes.of(sums);
    }

    private Votes without(Votes votes) {
      Map<String, Long> losers = new LinkedHashMap<>();
      votes.forEach(
          (candidate, n) -> {
            if (!candidate.equals(winner)) losers.put(candidate, n);
          });
      return Votes.of(losers);
    }

    private static long most(Votes votes) {
      long most = 0;
      for (int i = 0; i < votes.size(); i++) most = Math.max(most, votes.count(i));
      return most;
    }

    AuditRounds rounds() {
      firsts.forEach(
          (unit, first) ->
              holding(unit)
                  .flatMap(Holding::count)
                  .map(count -> count.over(first.manifest().orElseThrow()))
                  .ifPresent(count -> rounds.add(new AuditRound.Reported(unit, count))));
      return new AuditRounds(rounds, List.copyOf(shared), counted, leftOut);
    }
  }
}
