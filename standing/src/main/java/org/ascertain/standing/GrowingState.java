package org.ascertain.standing;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.law.Law;

/**
 * The state of an election in the order in which its facts become known. After each entry it is
 * that of the facts in force which the record has so far, as of the clock: a fact whose time lies
 * ahead of the clock waits for it. A fact costs what it changes; a correction makes the state anew.
 */
public final class GrowingState {

  /** What came of taking something in. */
  public enum Took {
    /** The fact was taken in; {@link Tabulation#touched} says what it may have changed. */
    FACT,
    /** It does not hold, or its time is to come. */
    NOTHING,
    /** What was known before is known otherwise: anything may have changed. */
    ANEW
  }

  private KnownFacts facts;

  /** How many entries of a history that is told once more are known; empty for one that grows. */
  private final OptionalInt retold;

  private Tabulation now;
  private long clock = Long.MIN_VALUE;

  /** By the moment for which they wait, the places of facts. */
  private final TreeMap<Long, Queue<Integer>> ahead = new TreeMap<>();

  private GrowingState(KnownFacts facts, OptionalInt retold) {
    this.facts = facts;
    this.retold = retold;
    this.now = empty();
  }

  /**
   * Begins with the first entry of a record, before anything is known but who may be chosen.
   *
   * @throws IllegalArgumentException if it is not the record's header
   */
  public static GrowingState beginning(Entry first, Law law, KnownUnits units) {
    if (!(first.fact() instanceof Header header) || first.index() != 0)
      throw new IllegalArgumentException("a record begins with its header");
    KnownFacts facts = new KnownFacts(header, law, units);
    facts.add(first);
    return new GrowingState(facts, OptionalInt.empty());
  }

  /** Begins to tell the facts in force of a history once more: nothing is amended on the way. */
  public static GrowingState retelling(History history) {
    return new GrowingState(history.facts(), OptionalInt.of(history.size()));
  }

  private Tabulation empty() {
    return new Tabulation(facts, facts.references(Integer.MAX_VALUE));
  }

  /** The state as of the clock. */
  public Tabulation now() {
    return now;
  }

  /** What is known so far, as far as it has taken effect by the clock. */
  public History history() {
    return new History(facts, retold.orElse(facts.known()), clock, History.ALL, null);
  }

  /** The next moment for which a fact that is known waits; nanoseconds since 1970-01-01T00:00Z. */
  public OptionalLong next() {
    return ahead.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ahead.firstKey());
  }

  /** Lets the clock come to a moment; what waits for it is taken in by {@link #takeNext}. */
  public void reach(long moment) {
    clock = Math.max(clock, moment);
    now.reach(clock);
  }

  /** Takes in the fact that has waited longest for the clock, which has come to it. */
  public Entry takeNext() {
    Map.Entry<Long, Queue<Integer>> first = ahead.firstEntry();
    int place = first.getValue().remove();
    if (first.getValue().isEmpty()) ahead.remove(first.getKey());
    now.take(place);
    return facts.entryAt(place);
  }

  /** Takes in the next entry of the record, or of a history that is told once more. */
  public Took add(Entry entry) {
    if (retold.isPresent()) {
      now.add(entry);
      return Took.FACT;
    }
    if (entry.fact() instanceof Addition) {
      facts = Gathering.of(facts, entry);
      return anew();
    }
    return switch (facts.add(entry)) {
      case Effect.Refused refused -> Took.NOTHING;
      case Effect.Amended amended -> anew();
      case Effect.Stands(int place) -> take(place);
    };
  }

  private Took take(int place) {
    long effective = facts.effective(place);
    if (effective > clock) {
      await(place, effective);
      return Took.NOTHING;
    }
    now.take(place);
    return Took.FACT;
  }

  private void await(int place, long moment) {
    ahead.computeIfAbsent(moment, each -> new ArrayDeque<>()).add(place);
  }

  private Took anew() {
    now = Tabulation.asOf(facts, Integer.MAX_VALUE, clock);
    now.reach(clock);
    ahead.clear();
    for (int place : facts.inTime.of(Integer.MAX_VALUE, clock, Long.MAX_VALUE))
      await(place, facts.effective(place));
    return Took.ANEW;
  }
}
