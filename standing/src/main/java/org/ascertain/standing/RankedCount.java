package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ascertain.election.Fact.Lot;
import org.ascertain.election.Fact.RankedReturns;
import org.ascertain.law.RankedChoice;
import org.ascertain.law.Verdict;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;

/**
 * A unit's ranked ballots, counted in rounds by the law of the day.
 *
 * @param rounds every round; of the parts that are there, where some are missing
 * @param winner who has won, if it can be told
 * @param missingParts the parts that the source has announced and the record does not hold
 * @param entries what it rests on
 */
public record RankedCount(
    List<RankedChoice.Round> rounds,
    Verdict<String> winner,
    List<Integer> missingParts,
    List<Long> entries) {

  /** The count of a unit whose votes the law ranks, once ranked ballots of it are on record. */
  static Optional<RankedCount> of(String unit, Register register, JurisdictionFacts facts) {
    if (!facts.hasRankings(unit)) return Optional.empty();
    List<Found<RankedReturns>> parts = parts(unit, facts);
    List<Found<Lot>> lots =
        facts.all(Kind.LOT, Lot.class).stream()
            .filter(found -> found.fact().unit().equals(unit))
            .sorted(Comparator.comparing(Found::entry, FactOrder.IN_TIME.reversed()))
            .toList();
    List<Long> entries = new ArrayList<>();
    parts.forEach(found -> entries.add(found.entry().index()));
    lots.forEach(found -> entries.add(found.entry().index()));
    return register
        .law
        .tabulate(
            unit,
            parts.stream().flatMap(found -> found.fact().rankings().stream()).toList(),
            lots.stream().map(Found::fact).toList())
        .map(
            rounds ->
                new RankedCount(
                    rounds.rounds(), rounds.winner(), missing(parts), List.copyOf(entries)));
  }

  /** All parts of the source that spoke last. */
  private static List<Found<RankedReturns>> parts(String unit, JurisdictionFacts facts) {
    List<Found<RankedReturns>> all =
        facts.all(Kind.RANKED, RankedReturns.class).stream()
            .filter(each -> each.fact().unit().equals(unit))
            .toList();
    if (all.isEmpty()) return List.of();
    String source = all.getLast().fact().attestation().source().id();
    return all.stream()
        .filter(each -> each.fact().attestation().source().id().equals(source))
        .toList();
  }

  private static List<Integer> missing(List<Found<RankedReturns>> there) {
    int parts = there.stream().mapToInt(found -> found.fact().parts().orElse(1)).max().orElse(1);
    TreeSet<Integer> missing = new TreeSet<>();
    for (int part = 1; part <= parts; part++) missing.add(part);
    there.forEach(found -> missing.remove(found.fact().part().orElse(1)));
    return List.copyOf(missing);
  }

  /** The ticket that has won all rounds, once no part is missing and no lot has to be drawn. */
  public Optional<String> elected() {
    return missingParts.isEmpty()
            && winner instanceof Verdict.Determined<String>(var ticket, var by)
        ? Optional.of(ticket)
        : Optional.empty();
  }

  /**
   * Who leads, by the candidate's place: {@link Leader#NOBODY} while a lot has to decide, {@link
   * Leader#NOT_KNOWN} while a part is missing.
   */
  int leader(Register register) {
    if (!missingParts.isEmpty()) return Leader.NOT_KNOWN;
    return elected()
        .map(ticket -> register.presidentOf(register.ticket(ticket)))
        .orElse(Leader.NOBODY);
  }
}
