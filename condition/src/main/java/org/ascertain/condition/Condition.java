package org.ascertain.condition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ascertain.standing.Rung;

/**
 * Somebody's own meaning of official. A condition is asked for each candidate apart and holds for
 * those for whom the whole of it holds; {@code toString} writes it in the language it is read from.
 */
public sealed interface Condition {

  /** Holds where one of them holds. */
  record Or(List<Condition> any) implements Condition {
    @Override
    public String toString() {
      return any.stream().map(Condition::toString).collect(Collectors.joining(" or "));
    }
  }

  /** Holds where all of them hold. */
  record And(List<Condition> all) implements Condition {
    @Override
    public String toString() {
      return all.stream().map(Condition::inside).collect(Collectors.joining(" and "));
    }
  }

  /** Holds for a candidate where the other does not. */
  record Not(Condition condition) implements Condition {
    @Override
    public String toString() {
      return "not " + inside(condition);
    }
  }

  /** Electors on a rung; without a number, the law's majority at that moment. */
  record AtLeast(Rung rung, OptionalInt electors) implements Condition {
    @Override
    public String toString() {
      return rung.word() + " >= " + (electors.isPresent() ? electors.getAsInt() : "majority");
    }
  }

  /** All of these callers have called a unit, or the nation. */
  record CalledBy(Optional<String> unit, List<String> callers) implements Condition {
    @Override
    public String toString() {
      return "called"
          + unit.map(u -> "(" + u + ")").orElse("")
          + " by "
          + String.join(" and ", callers);
    }
  }

  /** The state of the vote is announced, with a majority. */
  record Declared() implements Condition {
    @Override
    public String toString() {
      return "declared";
    }
  }

  /** The term has begun and the oath is taken. */
  record InOffice() implements Condition {
    @Override
    public String toString() {
      return "in-office";
    }
  }

  /** What is outstanding or disputed can no longer change it: of a unit, or of the nation. */
  record Settled(Optional<String> unit) implements Condition {
    @Override
    public String toString() {
      return "settled" + unit.map(u -> "(" + u + ")").orElse("");
    }
  }

  /** A unit has come to a stage; nobody's success, so it holds for all. */
  record Stage(String unit, Rung rung) implements Condition {
    @Override
    public String toString() {
      return "stage(" + unit + ") >= " + rung.word();
    }
  }

  /** A candidate leads the tally of a unit. */
  record Leads(String unit, Optional<String> candidate) implements Condition {
    @Override
    public String toString() {
      return "leads(" + unit + candidate.map(c -> "," + c).orElse("") + ")";
    }
  }

  private static String inside(Condition condition) {
    return condition instanceof Or || condition instanceof And
        ? "(" + condition + ")"
        : condition.toString();
  }
}
