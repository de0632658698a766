package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/**
 * A moment worth marking in the course of an election. What counts as one is decided here and
 * nowhere else; how it is told is decided where words are made.
 */
public sealed interface TurningPoint {

  /** The fact that brought it. */
  Entry entry();

  /** When it came, in nanoseconds since 1970-01-01T00:00Z. */
  default long moment() {
    return entry().effective();
  }

  /**
   * A candidate begins to have the majority on a rung, or has it no longer.
   *
   * @param edge when, and by which fact; who takes office does so when the term begins, by an oath
   *     that may come before
   * @param begins whether it begins or ends
   * @param implied whether the fact only implies it, being further up the chain itself: then it may
   *     have come before, and is told as "at the latest"
   */
  record Majority(Rung rung, String candidate, Turn.Edge edge, boolean begins, boolean implied)
      implements TurningPoint {
    /** The same with an edge whose bounds are known. */
    Majority at(Turn.Edge bounded) {
      return new Majority(rung, candidate, bounded, begins, implied);
    }

    @Override
    public Entry entry() {
      return edge.entry();
    }

    @Override
    public long moment() {
      return edge.moment();
    }
  }

  /** A unit comes to a further stage. */
  record Stage(Entry entry, Unit unit, Rung rung) implements TurningPoint {}

  /**
   * The lead of a unit's tally passes from one candidate to another from one moment to the next,
   * both times by exact figures. The first to lead takes the lead from nobody, and a tie takes it
   * from nobody either.
   */
  record Lead(Entry entry, Unit unit, String from, String to) implements TurningPoint {

    /**
     * The points of one moment with the leads that stand when it is over: who led for a part of it
     * never led at a moment, and in what order its facts came nobody knows.
     */
    static List<TurningPoint> settled(List<TurningPoint> ofMoment) {
      Map<Unit, Lead> ofUnits = new LinkedHashMap<>();
      List<TurningPoint> settled = new ArrayList<>();
      for (TurningPoint point : ofMoment) {
        if (point instanceof Lead lead) ofUnits.merge(lead.unit, lead, Lead::then);
        else settled.add(point);
      }
      for (Lead lead : ofUnits.values()) if (!lead.from.equals(lead.to)) settled.add(lead);
      return settled;
    }

    private Lead then(Lead later) {
      return new Lead(later.entry, unit, from, later.to);
    }
  }

  /**
   * Returns of a source that replace its own earlier ones make a unit's tally go down for somebody,
   * both times by exact figures.
   *
   * @param before the tally before, by ticket
   * @param after the tally since
   */
  record Fall(Entry entry, Unit unit, Votes before, Votes after) implements TurningPoint {}

  /**
   * A fact that is worth marking by itself: what Congress, courts and callers of the presidency do,
   * and what happens to persons.
   */
  record Act(Entry entry) implements TurningPoint {}

  /** The unit it is about, where it is about one. */
  default Optional<Unit> ofUnit() {
    return switch (this) {
      case Majority point -> Optional.empty();
      case Stage point -> Optional.of(point.unit());
      case Lead point -> Optional.of(point.unit());
      case Fall point -> Optional.of(point.unit());
      case Act point -> Optional.empty();
    };
  }
}
