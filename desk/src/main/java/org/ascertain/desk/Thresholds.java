package org.ascertain.desk;

import java.util.EnumMap;
import java.util.Map;

/** The figures from which on the checks of one election speak. */
public final class Thresholds {

  private static final Thresholds DEFAULTS = new Thresholds(1, Map.of());

  private final int version;
  private final Map<Threshold, Long> set = new EnumMap<>(Threshold.class);

  /**
   * The defaults, but for those that are named.
   *
   * @param version of the election's file; it grows with each change
   */
  public Thresholds(int version, Map<Threshold, Long> set) {
    this.version = version;
    this.set.putAll(set);
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

  /** A threshold as a finding keeps it. */
  Figure figure(Threshold threshold) {
    return Figure.of(threshold.key(), of(threshold));
  }
}
