package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Unit;
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
              "open: %s, %s".formatted(open.challenge().id(), open.challenge().name()),
              "",
              List.of(),
              List.of(open.entry())));
    settled.beside().forEach(each -> parts.add(Explanation.leaf(each, "", List.of(), List.of())));
    return new Explanation(
        text(unit, settled), settled.answer().name(), List.of(), evidence(unit), parts);
  }

  private String text(Unit unit, Settlement settled) {
    String answer =
        switch (settled.answer()) {
          case YES -> "is settled" + forWhom(now.settledFor(unit));
          case NO -> "is not settled";
          case NO_BOUND -> "is not settled, nothing bounds what is outstanding";
        };
    StringBuilder text = new StringBuilder("%s %s: %s".formatted(unit.id(), answer, settled.why()));
    settled
        .margin()
        .ifPresent(margin -> text.append(", margin ").append(VotesExplained.grouped(margin)));
    settled
        .outstandingAtMost()
        .ifPresent(
            bound -> text.append(", outstanding at most ").append(VotesExplained.grouped(bound)));
    return text.toString();
  }

  private String forWhom(int candidate) {
    return candidate >= 0
        ? " for " + name.apply(now.candidates().get(candidate))
        : ", for whom this record does not tell";
  }

  /**
   * The papers of the executive and of the electors, rivals too; the certificate, else the tally.
   */
  private List<Long> evidence(Unit unit) {
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
