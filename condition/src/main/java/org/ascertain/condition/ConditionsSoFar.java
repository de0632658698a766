package org.ascertain.condition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.KnownUnits;
import org.ascertain.law.Law;
import org.ascertain.standing.GrowingState;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;

/**
 * Conditions asked of a record while it grows, in the order in which its facts become known: after
 * each entry for whom each holds, as of the clock at which it was recorded. That is not the order
 * in which facts took effect, of which {@link Evaluation} tells: a certificate recorded on Friday
 * for Tuesday turns a condition on Friday. A fact asks only the conditions that it may change.
 */
public final class ConditionsSoFar {

  /** By what a condition turned. */
  public sealed interface Cause {
    /** An entry became known. */
    record Recorded(Entry entry) implements Cause {}

    /** The clock came to a moment; in nanoseconds since 1970-01-01T00:00Z. */
    record Clock(long moment) implements Cause {}
  }

  /**
   * A condition came true for a candidate, or ceased to hold for one.
   *
   * @param begins whether it came true
   * @param known the clock when that became known, in nanoseconds since 1970-01-01T00:00Z
   */
  public record Turned(OpenCondition of, String candidate, boolean begins, Cause by, long known) {}

  private final GrowingState state;
  private final Grounds grounds = new Grounds();
  private final AtomIndex atoms = new AtomIndex();
  private final Set<OpenCondition> open = new LinkedHashSet<>();
  private final TreeMap<Long, Set<OpenCondition>> alarms = new TreeMap<>();
  private final Map<String, Long> newestReturns = new HashMap<>();
  private final Set<String> voted = new LinkedHashSet<>();
  private List<Integer> running = List.of();
  private boolean termBegun;
  private long clock = Long.MIN_VALUE;
  private long asked;

  /** The conditions of which an atom changed since they were asked last, each with the cause. */
  private final Map<OpenCondition, Cause> changed = new LinkedHashMap<>();

  private ConditionsSoFar(GrowingState state) {
    this.state = state;
    grounds.ask(new Condition.Settled(Optional.empty()));
  }

  /**
   * Begins with the first entry of a record.
   *
   * @throws IllegalArgumentException if it is not the record's header
   */
  public static ConditionsSoFar beginning(Entry first, Law law, KnownUnits units) {
    return new ConditionsSoFar(GrowingState.beginning(first, law, units));
  }

  /**
   * Begins to tell the facts in force of a history once more; {@link #take} is given its entries.
   */
  public static ConditionsSoFar retelling(History history) {
    return new ConditionsSoFar(GrowingState.retelling(history));
  }

  /** Opens a condition as of now. */
  public OpenCondition open(Condition condition) {
    List<Long> moments = new ArrayList<>();
    OpenCondition[] opened = new OpenCondition[1];
    opened[0] =
        new OpenCondition(
            condition,
            atoms,
            moment -> {
              if (moment <= clock) return;
              if (opened[0] == null) moments.add(moment);
              else alarm(moment, opened[0]);
            });
    moments.forEach(moment -> alarm(moment, opened[0]));
    for (OpenAtom atom : opened[0].atoms()) {
      atom.conditions.add(opened[0]);
      atom.ask(truth(), candidates(), clock);
    }
    open.add(opened[0]);
    ask(opened[0]);
    return opened[0];
  }

  private void alarm(long moment, OpenCondition of) {
    alarms.computeIfAbsent(moment, each -> new LinkedHashSet<>()).add(of);
  }

  /** Asks a condition no more. */
  public void close(OpenCondition condition) {
    open.remove(condition);
    changed.remove(condition);
    condition.atoms().forEach(atom -> atom.conditions.remove(condition));
    alarms.values().forEach(each -> each.remove(condition));
  }

  /** The ids of the candidates for whom a condition holds. */
  public List<String> holds(OpenCondition condition) {
    return condition.holds().stream().mapToObj(c -> state.now().candidates().get(c)).toList();
  }

  /**
   * How often conditions were asked as wholes so far: what they cost, however many wait for each.
   */
  public long asked() {
    return asked;
  }

  private BitSet ask(OpenCondition condition) {
    asked++;
    return condition.ask(running, clock);
  }

  /** What is known so far, as far as it has taken effect by the clock. */
  public History history() {
    return state.history();
  }

  /** The clock; nanoseconds since 1970-01-01T00:00Z. */
  public long clock() {
    return clock;
  }

  /** The next moment at which a condition may turn though nothing is recorded. */
  public OptionalLong next() {
    long next = termBegun ? Long.MAX_VALUE : state.now().law().termBegins();
    next = Math.min(next, state.next().orElse(Long.MAX_VALUE));
    next = Math.min(next, grounds.next().orElse(Long.MAX_VALUE));
    if (!alarms.isEmpty()) next = Math.min(next, alarms.firstKey());
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** Lets the clock come to a moment; gives the turns on the way, in their order. */
  public List<Turned> reach(long moment) {
    List<Turned> turned = new ArrayList<>();
    comeTo(moment, turned);
    return turned;
  }

  private void comeTo(long moment, List<Turned> turned) {
    for (OptionalLong next = next();
        next.isPresent() && next.getAsLong() <= moment;
        next = next()) {
      setClock(Math.max(clock, next.getAsLong()));
      strike();
      turn(turned);
    }
    setClock(Math.max(clock, moment));
  }

  private void setClock(long moment) {
    clock = moment;
    state.reach(moment);
  }

  /**
   * Takes in entries that became known together: a state that existed only between them is no turn.
   *
   * @param known the clock at which they became known
   * @return the turns that the clock brought before, and those that the entries brought
   */
  public List<Turned> take(List<Entry> together, long known) {
    List<Turned> turned = new ArrayList<>();
    if (known > clock) comeTo(known - 1, turned);
    setClock(Math.max(clock, known));
    for (Entry entry : together) take(entry);
    strike();
    turn(turned);
    return turned;
  }

  private void take(Entry entry) {
    switch (state.add(entry)) {
      case NOTHING -> {}
      case FACT -> after(entry);
      case ANEW -> {
        grounds.anew(entry, state.now(), state.history());
        running = running();
        askAll(new Cause.Recorded(entry));
      }
    }
  }

  /** A fact was taken in. */
  private void after(Entry entry) {
    Tabulation now = state.now();
    boolean all = grounds.after(entry, now);
    if (entry.fact() instanceof Fact.Returns returns && isLate(returns.unit(), entry.effective()))
      grounds.rereadVotes(state.history());
    if (entry.fact() instanceof ElectorVotes votes) names(votes);
    List<Integer> before = running;
    running = running();
    Cause by = new Cause.Recorded(entry);
    if (all || !running.equals(before)) {
      askAll(by);
      return;
    }
    AtomTruth truth = truth();
    atoms.changedBy(
        entry.fact(),
        now.touched(),
        grounds.isSettledAnew(),
        now,
        truth,
        atom -> ask(atom, truth, by));
  }

  /** Whether returns of a unit come after others of it that took effect later. */
  private boolean isLate(String unit, long effective) {
    long newest = newestReturns.merge(unit, effective, Math::max);
    return newest > effective;
  }

  private void names(ElectorVotes votes) {
    switch (votes.ballots()) {
      case Ballots.Distinct(var president, var vicePresident) -> voted.addAll(president.ids());
      case Ballots.Pairs(var both) -> voted.addAll(both.ids());
    }
  }

  /** Those on a ticket for President, or whom an elector has named. */
  private List<Integer> running() {
    Set<String> asked = new LinkedHashSet<>(voted);
    state.now().header().tickets().forEach(ticket -> asked.add(ticket.president()));
    List<Integer> places = new ArrayList<>();
    List<String> candidates = state.now().candidates();
    for (int c = 0; c < candidates.size(); c++)
      if (asked.contains(candidates.get(c))) places.add(c);
    return places.equals(running) ? running : List.copyOf(places);
  }

  private int candidates() {
    return state.now().candidates().size();
  }

  private AtomTruth truth() {
    return grounds.atoms(state.now());
  }

  private void askAll(Cause by) {
    AtomTruth truth = truth();
    atoms.all(atom -> ask(atom, truth, by));
    open.forEach(each -> changed.putIfAbsent(each, by));
  }

  private void ask(OpenAtom atom, AtomTruth truth, Cause by) {
    if (atom.conditions.isEmpty() || !atom.ask(truth, candidates(), clock)) return;
    atom.conditions.forEach(each -> changed.put(each, by));
  }

  /** Does what is due by the clock. */
  private void strike() {
    Cause by = new Cause.Clock(clock);
    while (state.next().isPresent() && state.next().getAsLong() <= clock) after(state.takeNext());
    boolean all = !termBegun && clock >= state.now().law().termBegins();
    termBegun |= all;
    while (grounds.next().isPresent() && grounds.next().getAsLong() <= clock) {
      grounds.clock(state.now());
      all = true;
    }
    if (all) askAll(by);
    while (!alarms.isEmpty() && alarms.firstKey() <= clock)
      for (OpenCondition due : alarms.pollFirstEntry().getValue()) {
        AtomTruth truth = truth();
        for (OpenAtom atom : due.atoms())
          if (ByTheClock.begins(atom.atom).isPresent()) ask(atom, truth, by);
        changed.putIfAbsent(due, by);
      }
  }

  /** Asks the conditions again that may have turned; ends go before beginnings. */
  private void turn(List<Turned> turned) {
    List<String> candidates = state.now().candidates();
    // An alarm may be set while they are asked, which is for later.
    Map<OpenCondition, Cause> asked = new LinkedHashMap<>(changed);
    changed.clear();
    asked.forEach(
        (of, by) -> {
          BitSet before = of.holds();
          BitSet now = ask(of);
          BitSet ended = (BitSet) before.clone();
          ended.andNot(now);
          ended.stream()
              .forEach(c -> turned.add(new Turned(of, candidates.get(c), false, by, clock)));
          now.andNot(before);
          now.stream().forEach(c -> turned.add(new Turned(of, candidates.get(c), true, by, clock)));
        });
  }
}
