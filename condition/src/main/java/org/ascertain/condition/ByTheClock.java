package org.ascertain.condition;

import java.util.Optional;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.election.Washington;

/** Atoms that come true by the clock alone. */
final class ByTheClock {

  /**
   * From when an atom holds, in nanoseconds since 1970-01-01T00:00Z; empty for one that facts
   * decide.
   */
  static Optional<Long> begins(Atom atom) {
    return switch (atom) {
      case OnOrAfter(var day) -> Optional.of(Washington.endOf(day.minusDays(1)) + 1);
      case DeadlinePassed(var rule, var day) -> Optional.of(Washington.endOf(day) + 1);
      default -> Optional.empty(); // facts decide all others
    };
  }

  private ByTheClock() {}
}
