package org.ascertain.condition;

import java.util.List;
import java.util.Optional;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.election.Fact.Matter;
import org.ascertain.standing.Rung;

/** What would have to come before a condition holds, or what the record would have to hold. */
public sealed interface Missing {

  /**
   * Electors on a rung.
   *
   * @param nearest the candidate with the most; empty where nobody has any
   * @param electors how many that is
   */
  record Electors(Atom asked, Rung rung, Optional<String> nearest, int electors)
      implements Missing {}

  /** A call of a unit, or of the nation, by a caller. */
  record Call(Optional<String> unit, String caller) implements Missing {}

  /** A part of the condition. */
  record Part(Condition condition) implements Missing {}

  /**
   * Facts that the record does not say it holds in full, so that it cannot tell.
   *
   * @param of the kind of facts
   * @param caller of calls: whose
   * @param units where they are lacking; empty where they are lacking altogether
   */
  record NotInRecord(Matter of, Optional<String> caller, List<String> units) implements Missing {}
}
