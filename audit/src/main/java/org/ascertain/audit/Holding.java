package org.ascertain.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Unit;

/**
 * Electors that are one candidate's, as the votes fell.
 *
 * @param units of which unit they are; of several where the record does not tell of which of them
 * @param count the votes behind them; empty where the record has none that a margin can be taken of
 */
public record Holding(
    List<String> units,
    String jurisdiction,
    int electors,
    String candidate,
    Optional<Count> count) {

  /**
   * How the votes of a unit fell, in whole numbers.
   *
   * @param votes of who leads
   * @param second who comes next
   * @param votesOfSecond how many that one has
   * @param named all votes of those who are named
   * @param total all votes, where that is known
   * @param kind what is counted
   */
  public record Count(
      long votes, String second, long votesOfSecond, long named, OptionalLong total, Kind kind) {

    /** What a count is of. */
    public enum Kind {
      /** Each voter's one choice. */
      PLURALITY,
      /** The last of several rounds of a ranked vote. */
      LAST_ROUND,
      /**
       * First choices of a ranked vote, of which one candidate has more than half: all others stand
       * together as the second.
       */
      FIRST_CHOICES
    }

    /** How many votes who leads is ahead. */
    public long margin() {
      return votes - votesOfSecond;
    }

    /**
     * Whether cards can speak for or against it: not where it is tied, nor of further rounds of a
     * ranked vote, for which no assertions are at hand.
     */
    public boolean canBeSampled() {
      return margin() > 0 && kind != Kind.LAST_ROUND;
    }

    /** The same over so many cards, which no contest has more votes than. */
    Count over(long cards) {
      long second = kind == Kind.FIRST_CHOICES ? cards - votes : votesOfSecond;
      return new Count(votes, this.second, second, named, OptionalLong.of(cards), kind);
    }

    /** How many votes have to move from the first to the second so that the second leads. */
    public long toUndo() {
      return margin() / 2 + 1;
    }

    /** All votes; where their total is not known, those of who is named. */
    public long all() {
      return Math.max(named, total.orElse(named));
    }
  }

  /**
   * The count, if so many votes moved to the second as {@link Count#toUndo} says turn the unit: not
   * so where others' further choices might still elect the first.
   */
  public Optional<Count> turned() {
    return count.filter(each -> each.kind() != Count.Kind.FIRST_CHOICES);
  }

  /** Whether cards drawn there can be evidence. */
  public boolean canBeSampled() {
    return count.filter(Count::canBeSampled).isPresent();
  }

  /** All electors of a unit of which no count is on record. */
  static Holding withoutCount(Unit unit, String candidate) {
    return new Holding(
        List.of(unit.id()), unit.jurisdiction(), unit.electors(), candidate, Optional.empty());
  }

  /** The unit, or the units joined by "or". */
  public String id() {
    return String.join(" or ", units);
  }
}
