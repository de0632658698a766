package org.ascertain.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.record.FactWord;

/**
 * What a token may hand in. A fact has to be within each part.
 *
 * @param elections ids of elections
 * @param facts kinds of facts, by the words that records have for them
 * @param callers whose calls it may hand in; empty means nobody's
 * @param units of appointment or of reporting, each with all that lies below it; empty means all
 * @param sources ids of sources that its facts may name; empty means any
 */
public record Scope(
    Set<String> elections,
    Set<String> facts,
    Set<String> callers,
    Set<String> units,
    Set<String> sources) {

  public Scope {
    elections = Set.copyOf(elections);
    facts = Set.copyOf(facts);
    callers = Set.copyOf(callers);
    units = Set.copyOf(units);
    sources = Set.copyOf(sources);
  }

  /** A part of a scope. */
  public enum Part {
    ELECTION,
    FACT,
    CALLER,
    UNIT
  }

  /**
   * What of a fact lies beyond the scope.
   *
   * @param asked the election, kind, caller or unit that the token may not hand in
   */
  public record Beyond(Part part, String asked) {}

  /** What of a fact, handed in to an election, lies beyond; nothing if it may be handed in. */
  public Optional<Beyond> beyond(String election, Fact fact) {
    if (!elections.contains(election)) return Optional.of(new Beyond(Part.ELECTION, election));
    return beyond(fact);
  }

  private Optional<Beyond> beyond(Fact fact) {
    String word = FactWord.of(fact);
    if (!facts.contains(word)) return Optional.of(new Beyond(Part.FACT, word));
    // what a correction puts in place has to be allowed by itself
    if (fact instanceof Fact.Correction correction) return beyond(correction.with());
    return caller(fact)
        .filter(caller -> !callers.contains(caller))
        .map(caller -> new Beyond(Part.CALLER, caller))
        .or(
            () ->
                units(fact).stream()
                    .filter(unit -> !has(unit))
                    .findFirst()
                    .map(unit -> new Beyond(Part.UNIT, unit)));
  }

  /** Whether a source, by its id, is one that facts of this token may name. */
  public boolean hasSource(String source) {
    return sources.isEmpty() || sources.contains(source);
  }

  private boolean has(String unit) {
    if (units.isEmpty() || units.contains(unit)) return true;
    int slash = unit.lastIndexOf('/');
    return slash > 0 && has(unit.substring(0, slash));
  }

  // Only these kinds name a caller.
  private static Optional<String> caller(Fact fact) {
    if (fact instanceof Fact.Call call) return Optional.of(call.caller());
    if (fact instanceof Fact.CallWithdrawn withdrawn) return Optional.of(withdrawn.caller());
    return Optional.empty();
  }

  /** The units that a fact is about; one that speaks of all is about {@code US}. */
  private static List<String> units(Fact fact) {
    return switch (fact) {
      case Fact.OfUnit f -> List.of(f.unit());
      case Fact.OfJurisdiction f -> List.of(f.jurisdiction());
      case Fact.Challenge f -> f.units().isEmpty() ? List.of(Unit.NATION) : f.units();
      case Fact.Statement f -> f.units();
      case Fact.Coverage f -> f.units().isEmpty() ? List.of(Unit.NATION) : f.units();
      case Fact.Correction f -> units(f.with());
      // of no unit, or of one that only the record knows
      case Fact.Header f -> List.of();
      case Fact.Addition f -> List.of();
      case Fact.Ruling f -> List.of();
      case Fact.CountOpened f -> List.of();
      case Fact.Declared f -> List.of();
      case Fact.ContingentBallot f -> List.of();
      case Fact.Oath f -> List.of();
      case Fact.Death f -> List.of();
      case Fact.Withdrawal f -> List.of();
      case Fact.Acknowledgement f -> List.of();
      case Fact.Retraction f -> List.of();
    };
  }
}
