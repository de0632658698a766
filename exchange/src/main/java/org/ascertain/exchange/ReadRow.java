package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact;

/**
 * One thing that a file of others says: what one unit's figures are, or a call.
 *
 * @param raw what was written, as far as it is short
 * @param unit of which it speaks, where that is known
 * @param fact what it says, unless something keeps it aside
 */
public record ReadRow(String raw, Optional<String> unit, Optional<Fact> fact, List<Fault> faults) {

  /** The longest piece of a file that is shown with a row. */
  static final int LONGEST = 4_000;

  public ReadRow {
    if (raw.length() > LONGEST) raw = raw.substring(0, LONGEST) + "…";
    faults = List.copyOf(faults);
  }

  /** A sound one. */
  static ReadRow of(String raw, Fact fact) {
    return new ReadRow(raw, unit(fact), Optional.of(fact), List.of());
  }

  private static Optional<String> unit(Fact fact) {
    return switch (fact) {
      case Fact.Returns f -> Optional.of(f.unit());
      case Fact.Call f -> Optional.of(f.unit());
      default -> Optional.empty(); // no other fact is asked for by its unit
    };
  }

  /** One that says nothing that could be recorded. */
  static ReadRow aside(String raw, Fault fault) {
    return new ReadRow(raw, Optional.empty(), Optional.empty(), List.of(fault));
  }

  /** The same with what else was found. */
  ReadRow with(List<Fault> more) {
    if (more.isEmpty()) return this;
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(more);
    return new ReadRow(raw, unit, fact, all);
  }
}
