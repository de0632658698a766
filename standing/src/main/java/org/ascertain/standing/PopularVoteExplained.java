package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ascertain.election.Fraction;
import org.ascertain.election.Unit;
import org.ascertain.law.Sentence;
import org.ascertain.standing.Standing.PopularVote;
import org.ascertain.standing.Standing.PopularVote.ShareOf;

/**
 * What the popular vote is added up from: of each jurisdiction the figure, whether it is certified,
 * reported or a sum, and the entry that gives it; and of which jurisdictions there is none.
 */
final class PopularVoteExplained {

  private final Tabulation now;
  private final Register register;
  private final NewestFigures newest;
  private final PopularVote vote;
  private final Map<String, UnitVotes> states;

  PopularVoteExplained(Tabulation now, NewestFigures newest) {
    this.now = now;
    this.register = now.register();
    this.newest = newest;
    PopularVotes sums = new PopularVotes(now, newest);
    this.vote = sums.sum();
    this.states = sums.byState();
  }

  /** The votes for a ticket and for the other lines of its slate. */
  Explanation ofTicket(String ticket) {
    String name = new VotesExplained(now).name(ticket);
    int[] lines = register.linesOf(ticket);
    List<Explanation> parts = new ArrayList<>();
    states.forEach(
        (state, votes) -> {
          long n = sum(votes.columns(), lines);
          if (n >= 0) parts.add(part(state, votes, n, lines));
        });
    int from = parts.size();
    missing(
        places -> Sentence.of("not in it: the record does not name {x} in {x}", name, places),
        votes -> sum(votes.columns(), lines) >= 0,
        parts);
    OptionalLong all = total(lines);
    if (all.isEmpty())
      return new Explanation(
          Sentence.of("The record has no votes for {x}", name), "", List.of(), List.of(), parts);
    return new Explanation(
        Sentence.of(
            "{x} has {n} of the people's votes, {t}; the sum of {t}",
            name,
            VotesExplained.grouped(all.getAsLong()),
            share("", all.getAsLong()),
            places(from)),
        Long.toString(all.getAsLong()),
        List.of(),
        List.of(),
        parts);
  }

  /** The share of a ticket, of all votes or of those for the named. */
  Explanation shareOf(String ticket) {
    String name = new VotesExplained(now).name(ticket);
    Explanation votes = ofTicket(ticket);
    if (votes.figure().isEmpty()) return votes;
    long n = Long.parseLong(votes.figure());
    List<Explanation> parts = new ArrayList<>(List.of(votes));
    parts.add(vote.shareOf() == ShareOf.ALL ? inAll() : named());
    return new Explanation(
        share("{x} has ", n, name), percent(n) + "%", List.of(), List.of(), parts);
  }

  /**
   * A share of all votes, or of those for the named.
   *
   * @param whose what stands before it, with a blank for each of {@code names}
   */
  private Sentence share(String whose, long n, Object... names) {
    String form =
        vote.shareOf() == ShareOf.ALL
            ? "{n}% of all {n} votes"
            : "{n}% of the {n} votes for the named candidates";
    Object[] numbers = {percent(n), VotesExplained.grouped(vote.whole())};
    return Sentence.of(whose + form, Stream.concat(Stream.of(names), Stream.of(numbers)).toArray());
  }

  private String percent(long n) {
    return vote.whole() == 0 ? "0.0" : new Fraction(n, vote.whole()).percent(1);
  }

  /** All votes, or why the record does not tell how many. */
  Explanation inAll() {
    int column = register.tickets.size() + 1;
    List<Explanation> parts = of(column);
    int from = parts.size();
    missing(
        places -> Sentence.of("not in it: the record has no total in {x}", places),
        votes -> votes.total().isPresent(),
        parts);
    if (vote.total().isPresent())
      return new Explanation(
          vote.sums() == 0
              ? Sentence.of(
                  "{n} votes in all, the sum of the totals of {t}",
                  VotesExplained.grouped(vote.total().getAsLong()),
                  places(from))
              : Sentence.of(
                  "{n} votes in all, the sum of the totals of {t}; in {n} of them nobody printed the total, it is a sum of figures in this record",
                  VotesExplained.grouped(vote.total().getAsLong()),
                  places(from),
                  vote.sums()),
          Long.toString(vote.total().getAsLong()),
          List.of(),
          List.of(),
          parts);
    return new Explanation(
        Sentence.of(
            "How many votes there are in all the record does not tell: it has the totals of {n} of {t} whose votes it has",
            from,
            places(states.size())),
        "",
        List.of(),
        List.of(),
        parts);
  }

  /** The votes for everybody who is not named. */
  Explanation forOthers() {
    if (vote.total().isPresent()) {
      long others = vote.other().orElse(0);
      return new Explanation(
          Sentence.of(
              "{n} votes for others: all that are not for a named candidate",
              VotesExplained.grouped(others)),
          Long.toString(others),
          List.of(),
          List.of(),
          List.of(inAll(), named()));
    }
    List<Explanation> parts = of(register.tickets.size());
    int from = parts.size();
    missing(
        places -> Sentence.of("not in it: the record does not tell of others in {x}", places),
        votes -> votes.other().isPresent(),
        parts);
    String figure = vote.other().isPresent() ? Long.toString(vote.other().getAsLong()) : "";
    return new Explanation(
        figure.isEmpty()
            ? Sentence.of("The record does not tell of votes for others")
            : Sentence.of(
                "{n} votes for others, as far as they are known: the sum of {t}",
                VotesExplained.grouped(vote.other().getAsLong()),
                places(from)),
        figure,
        List.of(),
        List.of(),
        parts);
  }

  private Explanation named() {
    List<Explanation> parts = new ArrayList<>();
    vote.votes()
        .forEach(
            (ticket, n) ->
                parts.add(
                    Explanation.leaf(
                        Sentence.of("{c} {n}", ticket, VotesExplained.grouped(n)),
                        Long.toString(n),
                        List.of(),
                        List.of())));
    return new Explanation(
        Sentence.of(
            "{n} votes for the named candidates", VotesExplained.grouped(vote.votes().sum())),
        Long.toString(vote.votes().sum()),
        List.of(),
        List.of(),
        parts);
  }

  private List<Explanation> of(int column) {
    List<Explanation> parts = new ArrayList<>();
    states.forEach(
        (state, votes) -> {
          if (votes.columns()[column] >= 0)
            parts.add(part(state, votes, votes.columns()[column], column));
        });
    return parts;
  }

  /** "PA 3,458,229 certified", by the entries that say so. */
  private Explanation part(String state, UnitVotes votes, long n, int... columns) {
    boolean isTotal = columns[0] == register.tickets.size() + 1;
    Set<Long> entries = new LinkedHashSet<>();
    for (int column : columns)
      if (votes.columns()[column] >= 0 && votes.entries()[column] >= 0)
        entries.add(votes.entries()[column]);
    if (isTotal && votes.isSum())
      LongStream.of(votes.entries()).filter(entry -> entry >= 0).forEach(entries::add);
    String figure = VotesExplained.grouped(n);
    Sentence how;
    if (entries.isEmpty()) how = summed(state, figure, entries);
    else if (isTotal && votes.isSum()) how = Sentence.of("{c} {n} summed", state, figure);
    else if (isCertified(state, entries)) how = Sentence.of("{c} {n} certified", state, figure);
    else how = Sentence.of("{c} {n} reported", state, figure);
    return Explanation.leaf(how, Long.toString(n), List.of(), List.copyOf(entries));
  }

  private boolean isCertified(String state, Set<Long> entries) {
    return now.facts(state)
        .certification(state)
        .filter(found -> entries.contains(found.entry().index()))
        .isPresent();
  }

  /** Of how many units below a figure is the sum; puts their entries into {@code entries}. */
  private Sentence summed(String state, String figure, Set<Long> entries) {
    Tallies.Node node = now.tallies().find(state);
    if (node != null) {
      node.tallied().forEach(statement -> entries.add(statement.index()));
      return Sentence.of("{c} {n} summed of {n} below", state, figure, node.reportingBelow());
    }
    for (Unit district : register.units(state)) {
      if (district.atLarge()) continue;
      UnitVotes.of(district.id(), now, newest)
          .ifPresent(
              votes ->
                  LongStream.of(votes.entries()).filter(entry -> entry >= 0).forEach(entries::add));
      Tallies.Node part = now.tallies().find(district.id());
      if (part != null) part.tallied().forEach(statement -> entries.add(statement.index()));
    }
    return Sentence.of("{c} {n} summed of its districts", state, figure);
  }

  /** Which jurisdictions are not in a sum, and why. */
  private void missing(
      Function<String, Sentence> lacking, Predicate<UnitVotes> has, List<Explanation> parts) {
    List<String> without =
        states.entrySet().stream()
            .filter(each -> !has.test(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    List<String> silent =
        register.jurisdictions.stream().filter(state -> !states.containsKey(state)).toList();
    if (!without.isEmpty()) parts.add(none(lacking, without));
    if (!silent.isEmpty())
      parts.add(
          none(places -> Sentence.of("not in it: the record has no votes of {x}", places), silent));
  }

  private static Explanation none(Function<String, Sentence> why, List<String> places) {
    return Explanation.leaf(why.apply(String.join(", ", places)), "", List.of(), List.of());
  }

  private OptionalLong total(int[] lines) {
    long[] figures =
        states.values().stream()
            .mapToLong(votes -> sum(votes.columns(), lines))
            .filter(n -> n >= 0)
            .toArray();
    return figures.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Arrays.stream(figures).sum());
  }

  /** What some columns add up to; -1 where none of them has a figure. */
  private static long sum(long[] columns, int[] some) {
    return IntStream.of(some).allMatch(c -> columns[c] < 0)
        ? Tallies.NO_FIGURE
        : IntStream.of(some).mapToLong(c -> Math.max(0, columns[c])).sum();
  }

  private static Sentence places(int n) {
    return n == 1 ? Sentence.of("1 jurisdiction") : Sentence.of("{n} jurisdictions", n);
  }
}
