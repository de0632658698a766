package org.ascertain.condition;

/** What can be said of a condition: the three values of Kleene's logic, from least to most. */
public enum Truth {
  NO,
  /** What the record lacks could decide it. */
  UNKNOWN,
  YES;

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Yes where it holds; else unknown where it might, and no where it cannot. */
  static Truth of(boolean holds, boolean mightHold) {
    return holds ? YES : mightHold ? UNKNOWN : NO;
  }

  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Truth not() {
    return switch (this) {
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
      case YES -> NO;
    };
  }
}
