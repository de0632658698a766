package org.ascertain.condition;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ascertain.standing.Rung;

/**
 * Somebody's own meaning of official. A condition is asked for each candidate apart and holds for
 * those for whom the whole of it holds; {@code toString} writes it in the language it is read from.
 */
public sealed interface Condition {

  /** A condition that is made of no other. */
  sealed interface Atom extends Condition {}

  /** Holds where one of them holds. */
  record Or(List<Condition> any) implements Condition {
    @Override
    public String toString() {
      return any.stream()
          .map(each -> each instanceof Or || each instanceof Else ? "(" + each + ")" : "" + each)
          .collect(Collectors.joining(" or "));
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

  /** Holds once the other has held without a break for so long. */
  record Steady(Condition condition, Duration length) implements Condition {
    @Override
    public String toString() {
      boolean plain = condition instanceof And || condition instanceof Not;
      return (plain ? condition.toString() : inside(condition))
          + " steady for "
          + (length.equals(Duration.ofDays(length.toDays()))
              ? "P" + length.toDays() + "D"
              : length);
    }
  }

  /**
   * The first; and where it holds for nobody at the end of a day in Washington, from then on for
   * whom the other held at that moment.
   */
  record Else(Condition first, Condition otherwise, LocalDate by) implements Condition {
    @Override
    public String toString() {
      boolean wrapped = otherwise instanceof Or || otherwise instanceof Else;
      return (first instanceof Else ? "(" + first + ")" : first.toString())
          + " else "
          + (wrapped ? "(" + otherwise + ")" : otherwise.toString())
          + " by "
          + by;
    }
  }

  /** Electors on a rung; without a number, the law's majority at that moment. */
  record AtLeast(Rung rung, OptionalInt electors) implements Atom {
    @Override
    public String toString() {
      return rung.word() + " >= " + (electors.isPresent() ? electors.getAsInt() : "majority");
    }
  }

  /** So many electors on a rung, no more and no fewer. */
  record Exactly(Rung rung, int electors) implements Atom {
    @Override
    public String toString() {
      return rung.word() + " = " + electors;
    }
  }

  /** All of these callers have called a unit, or the nation. */
  record CalledBy(Optional<String> unit, List<String> callers) implements Atom {
    @Override
    public String toString() {
      return "called" + inParentheses(unit) + " by " + String.join(" and ", callers);
    }
  }

  /** At least so many of these callers have called a unit, or the nation. */
  record SomeCall(int number, List<String> callers, Optional<String> unit) implements Atom {
    @Override
    public String toString() {
      return number + " of (" + String.join(", ", callers) + ") call" + inParentheses(unit);
    }
  }

  /** The state of the vote is announced, with a majority. */
  record Declared() implements Atom {
    @Override
    public String toString() {
      return "declared";
    }
  }

  /** The term has begun and the oath is taken. */
  record InOffice() implements Atom {
    @Override
    public String toString() {
      return "in-office";
    }
  }

  /** What is outstanding or disputed can no longer change it: of a unit, or of the nation. */
  record Settled(Optional<String> unit) implements Atom {
    @Override
    public String toString() {
      return "settled" + inParentheses(unit);
    }
  }

  /** A unit has come to a stage; nobody's success, so it holds for all. */
  record Stage(String unit, Rung rung) implements Atom {
    @Override
    public String toString() {
      return "stage(" + unit + ") >= " + rung.word();
    }
  }

  /** A candidate leads the tally of a unit. */
  record Leads(String unit, Optional<String> candidate) implements Atom {
    @Override
    public String toString() {
      return "leads(" + unit + candidate.map(c -> "," + c).orElse("") + ")";
    }
  }

  /** A candidate has the most of the votes counted in the nation so far. */
  record PopularVoteLeads() implements Atom {
    @Override
    public String toString() {
      return "popular vote leads";
    }
  }

  /** An actor, or somebody of a country, has acknowledged a candidate. */
  record Acknowledged(String by) implements Atom {
    @Override
    public String toString() {
      return "acknowledged by \"" + by + "\"";
    }
  }

  /** The candidate for President on another ticket has conceded, and has not taken it back. */
  record Conceded() implements Atom {
    @Override
    public String toString() {
      return "conceded";
    }
  }

  /** The day of a rule of the calendar is over; nobody's success, so it holds for all. */
  record DeadlinePassed(String rule, LocalDate day) implements Atom {
    @Override
    public String toString() {
      return "deadline " + rule + " passed";
    }
  }

  /** A day has begun in Washington; nobody's success, so it holds for all. */
  record OnOrAfter(LocalDate day) implements Atom {
    @Override
    public String toString() {
      return "on or after " + day;
    }
  }

  /** Gives each atom that it is made of, in the order in which they are written. */
  default void eachAtom(Consumer<Atom> each) {
    switch (this) {
      case Or(var any) -> any.forEach(part -> part.eachAtom(each));
      case And(var all) -> all.forEach(part -> part.eachAtom(each));
      case Not(var other) -> other.eachAtom(each);
      case Steady(var inner, var length) -> inner.eachAtom(each);
      case Else(var first, var otherwise, var by) -> {
        first.eachAtom(each);
        otherwise.eachAtom(each);
      }
      case Atom atom -> each.accept(atom);
    }
  }

  private static String inParentheses(Optional<String> unit) {
    return unit.map(u -> "(" + u + ")").orElse("");
  }

  private static String inside(Condition condition) {
    return condition instanceof Atom || condition instanceof Not
        ? condition.toString()
        : "(" + condition + ")";
  }
}
