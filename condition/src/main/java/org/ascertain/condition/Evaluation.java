package org.ascertain.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.standing.History;
import org.ascertain.standing.Turn.Edge;

/**
 * When a condition held, for whom, and what is missing where it does not hold now.
 *
 * @param turns every turn, in the order of their beginnings
 * @param answer whether it ever held for anybody, and if not, whether the record can tell
 * @param missing what would have to come, or to be in the record, where the condition stands for
 *     nobody
 */
public record Evaluation(
    Condition condition, List<Turn> turns, Answer answer, List<Missing> missing) {

  /** What a record can say of whether a condition ever held. */
  public enum Answer {
    HELD,
    /** It may have held for somebody: the record lacks what would tell. */
    UNKNOWN,
    NEVER
  }

  /**
   * For whom it held, from when, and until when if it ceased.
   *
   * @param atLatest whether it may have begun before: by what the record lacks, or since the fact
   *     that brought it only implies what is asked for
   * @param atEarliest whether it may have gone on after its end, by what the record lacks
   */
  public record Turn(
      String candidate, Edge since, Optional<Edge> until, boolean atLatest, boolean atEarliest) {}

  /** Asks a condition of a history, as far as it goes. */
  public static Evaluation of(Condition condition, History history) {
    return of(List.of(condition), history).getFirst();
  }

  /** Asks several conditions of a history, in one pass, as far as it goes. */
  public static List<Evaluation> of(List<Condition> conditions, History history) {
    return of(conditions, history, History.ALL);
  }

  /**
   * Asks several conditions of a history in one pass.
   *
   * @param until the moment up to which the clock has come, in nanoseconds since 1970-01-01T00:00Z:
   *     what a day or a length of time brings later has not come. It has come to every fact of the
   *     record, those of a rehearsal or a supposition included.
   */
  public static List<Evaluation> of(List<Condition> conditions, History history, long until) {
    Asked asked = Asked.of(conditions, history);
    List<Evaluation> answers = new ArrayList<>();
    for (Condition condition : conditions)
      answers.add(asked.answer(condition, Math.max(until, history.end())));
    return List.copyOf(answers);
  }

  /** Whether it ever held. */
  public boolean everHeld() {
    return answer == Answer.HELD;
  }

  /** Whether a condition came true by a fact that only implies what is asked for. */
  static boolean isImplied(Condition condition, Fact by) {
    return switch (condition) {
      case Condition.AtLeast(var rung, var electors) -> rung.isImpliedBy(by);
      case Condition.Exactly(var rung, var electors) -> rung.isImpliedBy(by);
      case Condition.Stage(var unit, var rung) -> rung.isImpliedBy(by);
      case Condition.And(var all) -> all.stream().anyMatch(each -> isImplied(each, by));
      case Condition.Or(var any) -> any.stream().anyMatch(each -> isImplied(each, by));
      case Condition.Steady(var inner, var length) -> isImplied(inner, by);
      case Condition.Else(var first, var otherwise, var day) ->
          isImplied(first, by) || isImplied(otherwise, by);
      case Condition.Not not -> false;
      case Condition.Atom atom -> false;
    };
  }

  /** Whether a condition holds now for a candidate, by its place; of days and lengths nothing. */
  static Truth now(Condition condition, AtomTruth atoms, int candidate) {
    return switch (condition) {
      case Condition.Or(var any) ->
          any.stream().map(each -> now(each, atoms, candidate)).reduce(Truth.NO, Truth::or);
      case Condition.And(var all) ->
          all.stream().map(each -> now(each, atoms, candidate)).reduce(Truth.YES, Truth::and);
      case Condition.Not(var other) -> now(other, atoms, candidate).not();
      case Condition.Steady(var inner, var length) -> now(inner, atoms, candidate);
      case Condition.Else(var first, var otherwise, var by) -> now(first, atoms, candidate);
      case Condition.Atom atom -> atoms.of(atom, candidate);
    };
  }
}
