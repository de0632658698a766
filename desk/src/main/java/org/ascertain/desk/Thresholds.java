package org.ascertain.desk;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the checks of one election go by: the figures from which on they speak, and what is known of
 * its places besides.
 */
public final class Thresholds {

  private static final Thresholds DEFAULTS = new Thresholds(1, Map.of(), Map.of(), Map.of());

  private final int version;
  private final Map<Threshold, Long> set = new EnumMap<>(Threshold.class);
  private final Map<String, Set<String>> ballots;
  private final Map<String, Long> population;

  /**
   * The defaults, but for those that are named.
   *
   * @param version of the election's file; it grows with each change
   * @param ballots by jurisdiction, the tickets on its ballot; others are taken as on all
   * @param population by unit, its people of voting age as the census counted them
   */
  public Thresholds(
      int version,
      Map<Threshold, Long> set,
      Map<String, Set<String>> ballots,
      Map<String, Long> population) {
    this.version = version;
    this.set.putAll(set);
    this.ballots = Map.copyOf(ballots);
    this.population = Map.copyOf(population);
  }

  /** Those that hold where an election has no file of its own. */
  public static Thresholds defaults() {
    return DEFAULTS;
  }

  public int version() {
    return version;
  }

  public long of(Threshold threshold) {
    return set.getOrDefault(threshold, threshold.otherwise());
  }

  /** The tickets on a jurisdiction's ballot; empty where nobody said. */
  Set<String> ballot(String jurisdiction) {
    return ballots.getOrDefault(jurisdiction, Set.of());
  }

  /** The people of voting age in a unit, where somebody said. */
  OptionalLong population(String unit) {
    Long people = population.get(unit);
    return people == null ? OptionalLong.empty() : OptionalLong.of(people);
  }

  /** A threshold as a finding keeps it. */
  Figure figure(Threshold threshold) {
    return Figure.of(threshold.key(), of(threshold));
  }
}
