package org.ascertain.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionsSoFar;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.condition.ConditionsSoFar.Turned;
import org.ascertain.condition.Evaluation;
import org.ascertain.condition.OpenCondition;
import org.ascertain.election.Entry;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import org.ascertain.watch.Turn.Edge;

/**
 * The watches of one election while its record grows. A condition that many wait for is asked once:
 * conditions are the same when they are written the same after they were understood. A turn is made
 * for each watch, in the order in which it became known.
 */
public final class WatchedElection {

  /** A watch in this election, with the number of its last turn. */
  private static final class Waiting {
    private final String watch;
    private int seq;

    private Waiting(String watch) {
      this.watch = watch;
    }
  }

  private final ConditionsSoFar conditions;
  private final Map<OpenCondition, Set<Waiting>> waiting = new LinkedHashMap<>();

  /** Conditions whose answer is the same for all who wait for it, by what is understood. */
  private final Map<String, OpenCondition> shared = new HashMap<>();

  private final Map<String, Waiting> byId = new HashMap<>();
  private final Map<String, OpenCondition> conditionOf = new HashMap<>();

  private WatchedElection(ConditionsSoFar conditions) {
    this.conditions = conditions;
  }

  /**
   * Begins with the first entry of a record.
   *
   * @throws IllegalArgumentException if it is not the record's header
   */
  public static WatchedElection beginning(Entry first, Law law, KnownUnits units) {
    return new WatchedElection(ConditionsSoFar.beginning(first, law, units));
  }

  /** Begins to tell the facts of a history once more, in the order in which they took effect. */
  public static WatchedElection retelling(History history) {
    return new WatchedElection(ConditionsSoFar.retelling(history));
  }

  /**
   * Adds a watch as of now.
   *
   * @param watch its id
   * @return a turn for each candidate for whom the condition holds already
   */
  public List<Turn> add(String watch, Condition condition) {
    Waiting added = put(watch, condition);
    OpenCondition open = Optional.ofNullable(conditionOf.get(watch)).orElseThrow();
    List<Turn> turns = new ArrayList<>();
    for (String candidate : conditions.holds(open)) {
      Turned turned =
          new Turned(
              open, candidate, true, new Cause.Clock(conditions.clock()), conditions.clock());
      Told told = told(open.condition(), candidate, true, turned.by());
      turns.add(turn(added, turned, told, true));
    }
    return turns;
  }

  /** Adds a watch of which turns were made before, as of now; {@link #told} says how many. */
  void addAgain(String watch, Condition condition) {
    put(watch, condition);
  }

  private Waiting put(String watch, Condition condition) {
    OpenCondition open =
        dependsOnItsBeginning(condition)
            ? conditions.open(condition)
            : shared.computeIfAbsent(condition.toString(), text -> conditions.open(condition));
    Waiting added = new Waiting(watch);
    waiting.computeIfAbsent(open, each -> new LinkedHashSet<>()).add(added);
    byId.put(watch, added);
    conditionOf.put(watch, open);
    return added;
  }

  /**
   * A length of time is counted from when its watch was made; what stood at the end of a day is
   * known to those that were made before it.
   */
  private boolean dependsOnItsBeginning(Condition condition) {
    return switch (condition) {
      case Condition.Steady steady -> true;
      case Condition.Else(var first, var otherwise, var by) ->
          Washington.endOf(by) <= conditions.clock()
              || dependsOnItsBeginning(first)
              || dependsOnItsBeginning(otherwise);
      case Condition.Or(var any) -> any.stream().anyMatch(this::dependsOnItsBeginning);
      case Condition.And(var all) -> all.stream().anyMatch(this::dependsOnItsBeginning);
      case Condition.Not(var other) -> dependsOnItsBeginning(other);
      case Condition.Atom atom -> false;
    };
  }

  /** How often conditions were asked so far. */
  long asked() {
    return conditions.asked();
  }

  /** Makes no more turns for a watch. */
  public void remove(String watch) {
    Waiting removed = byId.remove(watch);
    OpenCondition open = conditionOf.remove(watch);
    if (removed == null || open == null) return;
    Set<Waiting> others = waiting.getOrDefault(open, Set.of());
    others.remove(removed);
    if (!others.isEmpty()) return;
    waiting.remove(open);
    shared.remove(open.condition().toString(), open);
    conditions.close(open);
  }

  /** The ids of the candidates for whom a watch's condition holds. */
  public List<String> holds(String watch) {
    OpenCondition open = conditionOf.get(watch);
    return open == null ? List.of() : conditions.holds(open);
  }

  /**
   * A turn that is said to have come now, by something, whichever watch it is of.
   *
   * @return empty if the condition does not stand so for the candidate
   */
  Optional<Turn> turn(
      String watch,
      int seq,
      Condition condition,
      Edge edge,
      String candidate,
      Cause by,
      boolean alreadyTrue) {
    boolean begins = edge == Edge.ON;
    Told told = told(condition, candidate, begins, by);
    if (told.stands() != begins) return Optional.empty();
    return Optional.of(
        new Turn(
            TurnId.of(watch, seq, edge, candidate, by),
            watch,
            seq,
            edge,
            candidate,
            by,
            clock(),
            told.turn().<When>map(each -> each.since().given()),
            told.rests(),
            alreadyTrue));
  }

  /** What is known so far, as far as it has taken effect by the clock. */
  public History history() {
    return conditions.history();
  }

  /** The clock, in nanoseconds since 1970-01-01T00:00Z. */
  public long clock() {
    return conditions.clock();
  }

  /** Says how many turns of a watch were made before; the next one follows them. */
  void told(String watch, int turns) {
    Waiting known = byId.get(watch);
    if (known != null) known.seq = turns;
  }

  /** Takes in entries of which the turns were made before. */
  void passOver(List<Entry> together, long known) {
    conditions.take(together, known);
  }

  /** Lets the clock come to a moment up to which turns were made before. */
  void passTo(long moment) {
    conditions.reach(moment);
  }

  /** The next moment at which a turn may come though nothing is recorded. */
  public OptionalLong next() {
    return conditions.next();
  }

  /** Lets the clock come to a moment; gives the turns on the way, in their order. */
  public List<Turn> reach(long moment) {
    List<Turn> turns = new ArrayList<>();
    for (OptionalLong next = next(); next.isPresent() && next.getAsLong() <= moment; next = next())
      turns.addAll(turns(conditions.reach(next.getAsLong())));
    conditions.reach(moment);
    return turns;
  }

  /**
   * Takes in entries that became known together.
   *
   * @param known the clock at which they became known, in nanoseconds since 1970-01-01T00:00Z
   */
  public List<Turn> take(List<Entry> together, long known) {
    List<Turn> turns = reach(known - 1);
    turns.addAll(turns(conditions.take(together, known)));
    return turns;
  }

  private List<Turn> turns(List<Turned> turned) {
    List<Turn> turns = new ArrayList<>();
    for (Turned each : turned) {
      Set<Waiting> all = waiting.getOrDefault(each.of(), Set.of());
      if (all.isEmpty()) continue;
      Told told = told(each.of().condition(), each.candidate(), each.begins(), each.by());
      // made once for all who wait
      for (Waiting one : all) turns.add(turn(one, each, told, false));
    }
    return turns;
  }

  private static Turn turn(Waiting of, Turned turned, Told told, boolean alreadyTrue) {
    of.seq++;
    Edge edge = turned.begins() ? Edge.ON : Edge.OFF;
    return new Turn(
        TurnId.of(of.watch, of.seq, edge, turned.candidate(), turned.by()),
        of.watch,
        of.seq,
        edge,
        turned.candidate(),
        turned.by(),
        turned.known(),
        told.turn().<When>map(each -> each.since().given()),
        told.rests(),
        alreadyTrue);
  }

  /**
   * The same turn as the facts tell it.
   *
   * @param turn the last one for the candidate, in the order in which facts took effect; a
   *     correction may leave none of one that is undone
   * @param stands whether it holds for the candidate
   * @param rests as {@link Turn} has them
   */
  private record Told(Optional<Evaluation.Turn> turn, boolean stands, List<Entry> rests) {}

  private Told told(Condition condition, String candidate, boolean begins, Cause by) {
    History history = conditions.history();
    List<Evaluation> answers = Evaluation.of(RestsOn.asked(condition), history, conditions.clock());
    Optional<Evaluation.Turn> last =
        answers.getFirst().turns().stream()
            .filter(turn -> turn.candidate().equals(candidate))
            .filter(turn -> turn.until().isEmpty() == begins)
            .reduce((earlier, later) -> later);
    // A fact that a correction gives stands under the correction's index: once, whoever names it.
    Map<Long, Entry> rests = new LinkedHashMap<>();
    if (by instanceof Cause.Recorded(var entry)) rests.put(entry.index(), entry);
    last.map(turn -> turn.since().entry())
        .ifPresent(entry -> rests.putIfAbsent(entry.index(), entry));
    if (begins)
      for (Entry entry : RestsOn.of(answers, candidate, history, conditions.clock()))
        rests.putIfAbsent(entry.index(), entry);
    boolean stands =
        answers.getFirst().turns().stream()
            .anyMatch(turn -> turn.candidate().equals(candidate) && turn.until().isEmpty());
    return new Told(last, stands, List.copyOf(rests.values()));
  }
}
