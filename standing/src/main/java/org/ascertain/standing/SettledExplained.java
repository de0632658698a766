package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Unit;
import org.ascertain.law.Sentence;
import org.ascertain.standing.Key.Kind;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.Settlement;
import org.ascertain.standing.Standing.UnitRow;

/**
 * Why a unit is settled or not: the verdict with its numbers, the facts that it rests on, every
 * challenge that is open, and what stands beside it. Calls are no part of it.
 */
final class SettledExplained {

  private final Tabulation now;
  private final UnaryOperator<String> name;

  /**
   * Explains as of a state.
   *
   * @param name what a candidate is called
   */
  SettledExplained(Tabulation now, UnaryOperator<String> name) {
    this.now = now;
    this.name = name;
  }

  Explanation of(UnitRow row) {
    Unit unit = row.unit();
    Settlement settled = row.settled();
    List<Explanation> parts = new ArrayList<>();
    for (ChallengeRow open : now.challenges().open(unit))
      parts.add(
          Explanation.leaf(
              Sentence.of("open: {x}", open.challenge().id() + ", " + open.challenge().name()),
              "",
              List.of(),
              List.of(open.entry())));
    settled.noted().forEach(each -> parts.add(Explanation.leaf(each, "", List.of(), List.of())));
    return new Explanation(
        text(unit, settled), settled.answer().name(), List.of(), evidence(unit), parts);
  }

  private Sentence text(Unit unit, Settlement settled) {
    Sentence why = withNumbers(settled);
    return switch (settled.answer()) {
      case YES -> forWhom(unit, now.settledFor(unit), why);
      case NO -> Sentence.of("{x} is not settled: {t}", unit.id(), why);
      case NO_BOUND ->
          Sentence.of(
              "{x} is not settled, nothing bounds what is outstanding: {t}", unit.id(), why);
    };
  }

  private Sentence forWhom(Unit unit, int candidate, Sentence why) {
    return candidate >= 0
        ? Sentence.of(
            "{x} is settled for {x}: {t}",
            unit.id(),
            name.apply(now.candidates().get(candidate)),
            why)
        : Sentence.of("{x} is settled, for whom this record does not tell: {t}", unit.id(), why);
  }

  private static Sentence withNumbers(Settlement settled) {
    String margin =
        settled.margin().stream().mapToObj(VotesExplained::grouped).findFirst().orElse("");
    String bound =
        settled.outstandingAtMost().stream()
            .mapToObj(VotesExplained::grouped)
            .findFirst()
            .orElse("");
    if (margin.isEmpty() && bound.isEmpty()) return settled.reason();
    if (bound.isEmpty()) return Sentence.of("{t}, margin {n}", settled.reason(), margin);
    return margin.isEmpty()
        ? Sentence.of("{t}, outstanding at most {n}", settled.reason(), bound)
        : Sentence.of("{t}, margin {n}, outstanding at most {n}", settled.reason(), margin, bound);
  }

  /**
   * The papers of the executive and of the electors, rivals too; the certificate, else the tally.
   */
  List<Long> evidence(Unit unit) {
    JurisdictionFacts facts = now.facts(unit.jurisdiction());
    Set<Long> entries = new LinkedHashSet<>();
    facts
        .certification(unit.id())
        .ifPresentOrElse(
            found -> entries.add(found.entry().index()),
            () -> {
              Tallies.Node node = now.tallies().find(unit.id());
              if (node != null) node.tallied().forEach(each -> entries.add(each.index()));
              RankedCount.of(unit.id(), now.register(), facts)
                  .ifPresent(count -> entries.addAll(count.entries()));
            });
    facts
        .all(Kind.ASCERTAINMENT, Ascertainment.class)
        .forEach(found -> entries.add(found.entry().index()));
    facts.returnsOfElectors().forEach(found -> entries.add(found.entry().index()));
    facts.counted().ifPresent(found -> entries.add(found.entry().index()));
    return List.copyOf(entries);
  }
}
