package org.ascertain.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;

/**
 * What a record holds as the next row arrives, kept small: it is told each entry once, in the order
 * of the record, at a cost in proportion to the entry.
 */
public final class FiguresInForce implements Before {

  private final Map<String, Map<String, Deque<Reported>>> byUnit = new LinkedHashMap<>();

  /** Takes the next entry of the record. */
  public void take(Entry entry) {
    if (entry.fact() instanceof Returns returns) {
      byUnit
          .computeIfAbsent(returns.unit(), unit -> new LinkedHashMap<>())
          .computeIfAbsent(returns.attestation().source().id(), source -> new ArrayDeque<>())
          .addFirst(Reported.of(entry, returns));
    }
  }

  /**
   * Whether a correction or retraction reached behind what is kept: then a new one must be made
   * from the facts in force.
   */
  public boolean isStale() {
    return false;
  }

  @Override
  public List<Reported> recent(String unit, String source) {
    return List.copyOf(
        byUnit.getOrDefault(unit, Map.of()).getOrDefault(source, new ArrayDeque<>()));
  }

  @Override
  public List<Reported> byOthers(String unit, String source) {
    return byUnit.getOrDefault(unit, Map.of()).entrySet().stream()
        .filter(each -> !each.getKey().equals(source))
        .flatMap(each -> Optional.ofNullable(each.getValue().peekFirst()).stream())
        .toList();
  }

  @Override
  public Below below(String unit, String source) {
    return Below.NOTHING;
  }

  @Override
  public Below districts(String state, String source) {
    return Below.NOTHING;
  }

  @Override
  public Optional<Pace> pace(String unit, String source) {
    return Optional.empty();
  }

  @Override
  public Optional<Certified> certified(String unit) {
    return Optional.empty();
  }

  @Override
  public List<Called> calls(String unit) {
    return List.of();
  }

  @Override
  public Optional<Long> ascertained(String jurisdiction, String slate) {
    return Optional.empty();
  }
}
