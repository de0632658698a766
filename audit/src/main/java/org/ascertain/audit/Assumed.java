package org.ascertain.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is taken besides the rounds of an audit by whoever asks: none of it is on record, and each
 * answer that rests on it shows it.
 *
 * @param counted ids of units taken as counted whole by hand, with the reported winner
 * @param published by the id of a unit, the p-value that an audit of it published, from a sample of
 *     its own
 */
public record Assumed(Set<String> counted, Map<String, Double> published) {

  /** Nothing but the rounds. */
  public static final Assumed NOTHING = new Assumed(Set.of(), Map.of());

  public Assumed {
    counted = new LinkedHashSet<>(counted);
    published = new LinkedHashMap<>(published);
  }

  public boolean isNothing() {
    return counted.isEmpty() && published.isEmpty();
  }

  /**
   * What a p-value is worth as evidence, 1 / (2 sqrt p): over all p-values that could have come, of
   * a unit that was not won, its mean is 1 at most. That of 1 / p is infinite.
   */
  public static double evidence(double p) {
    return 0.5 / Math.sqrt(p);
  }

  /** The rounds of an audit with what is taken besides, before the first of them. */
  public AuditRounds with(AuditRounds rounds) {
    List<AuditRound> all = new ArrayList<>();
    for (String unit : counted) all.add(new AuditRound.HandCount(unit, true));
    published.forEach((unit, p) -> all.add(new AuditRound.Published(unit, p)));
    all.addAll(rounds.rounds());
    return new AuditRounds(all, rounds.shared(), rounds.counted(), rounds.leftOut());
  }
}
