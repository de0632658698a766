package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ascertain.election.Fact.Correction;
import org.ascertain.law.Sentence;

/**
 * Since when somebody has a majority on a rung: the facts that added up to it, in the order of
 * time, with the sum after each; and majorities that were undone before.
 */
final class MajorityExplained {

  private final History history;
  private final long moment;
  private final Rung rung;
  private final UnaryOperator<String> name;

  /**
   * A majority as of a moment, in nanoseconds since 1970-01-01T00:00Z.
   *
   * @param name what a candidate is called
   */
  MajorityExplained(History history, long moment, Rung rung, UnaryOperator<String> name) {
    this.history = history;
    this.moment = moment;
    this.rung = rung;
    this.name = name;
  }

  Explanation explain() {
    List<Turn> turns =
        history.majorities(rung).stream().filter(turn -> turn.since().moment() <= moment).toList();
    List<Explanation> parts = new ArrayList<>();
    List<Turn> standing = turns.stream().filter(turn -> !isOver(turn)).toList();
    turns.stream().filter(this::isOver).forEach(turn -> parts.add(over(turn)));
    standing.forEach(turn -> parts.add(since(turn)));
    String figure =
        String.join(", ", standing.stream().map(turn -> turn.since().given().toString()).toList());
    return new Explanation(
        standing.isEmpty()
            ? nobody()
            : standing(standing.stream().map(t -> name.apply(t.candidate())).toList(), figure),
        figure,
        List.of(),
        List.of(),
        parts);
  }

  /** Who has it; where each elector votes for two persons, two may have it. */
  private Sentence standing(List<String> names, String since) {
    if (rung == Rung.IN_OFFICE)
      return Sentence.of(
          "{x} has a majority of the electors in-office since {x}",
          String.join(" and ", names),
          since);
    return names.size() == 1
        ? Sentence.of(
            "{x} has a majority of the electors {r} since {x}",
            names.getFirst(),
            rung.word(),
            since)
        : Sentence.of(
            "{x} and {x} has a majority of the electors {r} since {x}",
            String.join(" and ", names.subList(0, names.size() - 1)),
            names.getLast(),
            rung.word(),
            since);
  }

  private Sentence nobody() {
    return rung == Rung.IN_OFFICE
        ? Sentence.of("Nobody has a majority of the electors in-office")
        : Sentence.of("Nobody has a majority of the electors {r}", rung.word());
  }

  private boolean isOver(Turn turn) {
    return turn.until().filter(end -> end.moment() <= moment).isPresent();
  }

  private Explanation over(Turn turn) {
    Turn.Edge end = turn.until().orElseThrow();
    return Explanation.leaf(
        Sentence.of(
            "{x} had one from {x} until {x}",
            name.apply(turn.candidate()),
            turn.since().given(),
            end.given()),
        turn.since().given().toString(),
        List.of(),
        List.of(turn.since().entry().index(), end.entry().index()));
  }

  /** What had come by then, the latest last. */
  private Explanation since(Turn turn) {
    Tabulation then = history.stateAt(turn.since().moment());
    int candidate = then.register().candidate(turn.candidate());
    List<Added> added = new ArrayList<>();
    if (rung.byJurisdiction())
      for (String jurisdiction : then.register().jurisdictions) {
        JurisdictionRungs.OnRung on = then.rungs(jurisdiction).on(rung);
        if (on.electors[candidate] > 0)
          added.add(
              new Added(jurisdiction, on.electors[candidate], latest(on.entries), on.entries));
      }
    added.sort(Comparator.comparingLong(Added::moment));
    List<Explanation> parts = new ArrayList<>();
    int sum = 0;
    for (Added each : added) {
      sum += each.electors();
      parts.add(
          Explanation.leaf(
              Sentence.of("{c} +{n} = {n}", each.jurisdiction(), each.electors(), sum),
              Integer.toString(sum),
              List.of(),
              each.entries()));
    }
    boolean isImplied = rung.isImpliedBy(turn.since().entry().fact());
    return new Explanation(
        Sentence.of(
            isImplied
                ? "{x}: at the latest by entry {n} of {x}, a later fact that implies it; by then, in the order of time"
                : "{x}: at the latest by entry {n} of {x}; by then, in the order of time",
            name.apply(turn.candidate()),
            turn.since().entry().index(),
            turn.since().entry().fact().attestation().at()),
        turn.since().given().toString(),
        List.of(),
        List.of(turn.since().entry().index()),
        parts);
  }

  /** Electors of a jurisdiction, and when the last of the facts took effect that gave them. */
  private record Added(String jurisdiction, int electors, long moment, List<Long> entries) {}

  private long latest(List<Long> entries) {
    return entries.stream()
        .flatMap(index -> history.entry(index).stream())
        .map(entry -> entry.fact() instanceof Correction by ? by.with() : entry.fact())
        .mapToLong(fact -> fact.attestation().at().effective())
        .max()
        .orElse(Long.MIN_VALUE);
  }
}
