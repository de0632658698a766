package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ascertain.election.Fraction;
import org.ascertain.election.Unit;
import org.ascertain.law.RankedChoice;
import org.ascertain.law.Sentence;

/** Why somebody leads a unit or a reporting unit, and has the share of its votes that he has. */
final class UnitExplained {

  private final Tabulation now;
  private final Register register;
  private final NewestFigures newest;
  private final UnaryOperator<String> person;
  private final VotesExplained votes;

  /**
   * @param person the short name of a candidate by the id
   */
  UnitExplained(Tabulation now, NewestFigures newest, UnaryOperator<String> person) {
    this.now = now;
    this.register = now.register();
    this.newest = newest;
    this.person = person;
    this.votes = new VotesExplained(now);
  }

  /** Who leads: by the rounds where the law ranks candidates, else by the tally. */
  Explanation leads(String unit) {
    JurisdictionFacts facts = now.facts(Unit.jurisdictionOf(unit));
    UnitLeads.Lead lead = new UnitLeads(register, now.tallies()).of(unit, facts);
    Optional<RankedCount> ranked = RankedCount.of(unit, register, facts);
    String figure = lead.candidate() < 0 ? "" : register.candidates.get(lead.candidate());
    return new Explanation(
        ranked
            .map(count -> afterRounds(unit, lead.candidate(), count))
            .orElseGet(() -> byTally(unit, lead.candidate())),
        figure,
        List.of(),
        ranked.map(RankedCount::entries).orElse(List.of()),
        ranked.map(count -> rounds(count.rounds())).orElseGet(() -> figures(unit)));
  }

  private Sentence byTally(String unit, int leader) {
    Tallies.Node node = now.tallies().find(unit);
    String place = VotesExplained.place(unit);
    if (node == null) return Sentence.of("Nobody has reported votes of {p}", place);
    if (leader == Leader.NOT_KNOWN)
      return Sentence.of(
          "Who leads {p} this record does not tell: it lacks figures of others who may", place);
    if (leader < 0)
      return Sentence.of("Nobody leads {p}: several have the most votes, or none", place);
    long[] most =
        Arrays.stream(register.bySlate(now.tallies().tally(node)))
            .filter(n -> n >= 0)
            .sorted()
            .toArray();
    String name = person.apply(register.candidates.get(leader));
    if (most.length == 1)
      return Sentence.of("{x} leads {p}; nobody else has a figure", name, place);
    long ahead = most[most.length - 1] - most[most.length - 2];
    return ahead == 1
        ? Sentence.of("{x} leads {p} by 1 vote", name, place)
        : Sentence.of("{x} leads {p} by {n} votes", name, place, VotesExplained.grouped(ahead));
  }

  private static Sentence votes(String name, long n) {
    return n == 1
        ? Sentence.of("{x}: 1 vote", name)
        : Sentence.of("{x}: {n} votes", name, VotesExplained.grouped(n));
  }

  private Sentence afterRounds(String unit, int leader, RankedCount count) {
    String place = VotesExplained.place(unit);
    if (!count.missingParts().isEmpty())
      return Sentence.of(
          "Who leads {p} this record does not tell: it lacks parts of the ranked ballots", place);
    if (leader < 0) return Sentence.of("Nobody leads {p}: a lot has to decide", place);
    return Sentence.of(
        "{x} leads {p} after {n} rounds",
        person.apply(register.candidates.get(leader)),
        place,
        count.rounds().size());
  }

  private List<Explanation> figures(String unit) {
    Tallies.Node node = now.tallies().find(unit);
    if (node == null) return List.of();
    long[] tally = now.tallies().tally(node);
    return IntStream.range(0, tally.length)
        .filter(t -> tally[t] >= 0)
        .boxed()
        .sorted((a, b) -> Long.compare(tally[b], tally[a]))
        .map(t -> votes.of(unit, register.tickets.get(t)))
        .toList();
  }

  private List<Explanation> rounds(List<RankedChoice.Round> rounds) {
    List<Explanation> parts = new ArrayList<>();
    for (RankedChoice.Round round : rounds) {
      List<String> figures = new ArrayList<>();
      round.votes().forEach((ticket, n) -> figures.add(ticket + " " + VotesExplained.grouped(n)));
      parts.add(
          Explanation.leaf(
              Sentence.of(
                  "round {n}: {x}; {n} exhausted",
                  parts.size() + 1,
                  String.join(", ", figures),
                  VotesExplained.grouped(round.exhausted())),
              "",
              List.of(),
              List.of()));
    }
    return parts;
  }

  /**
   * The share of a ticket and the other lines of its slate in a unit's votes, by the same figures
   * that the popular vote is added up from.
   */
  Explanation shareOf(String unit, String ticket) {
    Optional<UnitVotes> found =
        unit.equals(Unit.jurisdictionOf(unit))
            ? UnitVotes.ofJurisdiction(unit, now, newest)
            : UnitVotes.of(unit, now, newest);
    String place = VotesExplained.place(unit);
    if (found.isEmpty())
      return Explanation.leaf(
          Sentence.of("Nobody has reported votes of {p}", place), "", List.of(), List.of());
    int[] lines = register.linesOf(ticket);
    UnitVotes of = found.get();
    String name = votes.name(ticket);
    if (IntStream.of(lines).allMatch(t -> of.columns()[t] < 0))
      return Explanation.leaf(
          Sentence.of("{x} has no figure in {p}", name, place), "", List.of(), List.of());
    boolean isAlone =
        of.total().isEmpty()
            && register.tickets.size() > lines.length
            && Arrays.stream(register.bySlate(of.figures())).filter(n -> n >= 0).count() == 1;
    if (isAlone)
      return new Explanation(
          Sentence.of(
              "{x} has no share in {p}: nobody else has a figure, and no total tells", name, place),
          "",
          List.of(),
          List.of(),
          List.of(votes.of(unit, ticket)));
    long own = IntStream.of(lines).mapToLong(t -> Math.max(0, of.columns()[t])).sum();
    long named = Arrays.stream(of.figures()).filter(n -> n >= 0).sum();
    boolean ofAll = of.total().isPresent();
    long whole = of.total().orElse(named);
    String percent = whole == 0 ? "0.0" : new Fraction(own, whole).percent(1);
    return new Explanation(
        Sentence.of(
            ofAll
                ? "{x} has {n}% of all {n} votes in {p}"
                : "{x} has {n}% of the {n} votes for the named candidates in {p}",
            name,
            percent,
            VotesExplained.grouped(whole),
            place),
        percent + "%",
        List.of(),
        List.of(),
        List.of(
            part(votes(name, own), own, of, lines),
            ofAll
                ? part(
                    Sentence.of("{n} votes in all", VotesExplained.grouped(whole)),
                    whole,
                    of,
                    register.tickets.size() + 1)
                : part(
                    Sentence.of(
                        "{n} votes for the named candidates", VotesExplained.grouped(named)),
                    named,
                    of,
                    IntStream.range(0, register.tickets.size()).toArray())));
  }

  private static Explanation part(Sentence text, long figure, UnitVotes votes, int... columns) {
    Set<Long> entries =
        IntStream.of(columns)
            .mapToLong(column -> votes.entries()[column])
            .filter(entry -> entry >= 0)
            .boxed()
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean isSum = votes.isSum() && columns[0] == votes.columns().length - 1;
    if (isSum) LongStream.of(votes.entries()).filter(entry -> entry >= 0).forEach(entries::add);
    return Explanation.leaf(text, Long.toString(figure), List.of(), List.copyOf(entries));
  }
}
