package org.ascertain.condition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.Else;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Steady;
import org.ascertain.election.Washington;

/**
 * A part of an open condition. What lengths of time and days make of it is kept here, by the clock
 * that recorded.
 */
sealed interface OpenPart {

  /**
   * How it stands for a candidate, by its place, as of the clock; asked once at each moment, for
   * each candidate in their order.
   *
   * @param running the places of the candidates for whom conditions are asked
   */
  Truth of(int candidate, List<Integer> running, long clock);

  /**
   * Takes a condition apart.
   *
   * @param alarm is given each moment at which it has to be asked again
   */
  static OpenPart of(Condition condition, AtomIndex atoms, LongConsumer alarm) {
    return switch (condition) {
      case Or(var any) -> new AnyOf(any.stream().map(each -> of(each, atoms, alarm)).toList());
      case And(var all) -> new AllOf(all.stream().map(each -> of(each, atoms, alarm)).toList());
      case Not(var other) -> new NotSo(of(other, atoms, alarm));
      case Steady(var inner, var length) ->
          new Lasting(of(inner, atoms, alarm), length.toNanos(), alarm);
      case Else(var first, var otherwise, var by) ->
          new ByDay(
              of(first, atoms, alarm),
              of(otherwise, atoms, alarm),
              Washington.endOf(by) + 1,
              alarm);
      case Atom atom -> {
        ByTheClock.begins(atom).ifPresent(alarm::accept);
        yield new Single(atoms.of(atom));
      }
    };
  }

  record Single(OpenAtom atom) implements OpenPart {
    @Override
    public Truth of(int candidate, List<Integer> running, long clock) {
      return atom.of(candidate);
    }
  }

  record AnyOf(List<OpenPart> any) implements OpenPart {
    @Override
    public Truth of(int candidate, List<Integer> running, long clock) {
      Truth truth = Truth.NO;
      for (OpenPart each : any) truth = truth.or(each.of(candidate, running, clock));
      return truth;
    }
  }

  record AllOf(List<OpenPart> all) implements OpenPart {
    @Override
    public Truth of(int candidate, List<Integer> running, long clock) {
      Truth truth = Truth.YES;
      for (OpenPart each : all) truth = truth.and(each.of(candidate, running, clock));
      return truth;
    }
  }

  record NotSo(OpenPart other) implements OpenPart {
    @Override
    public Truth of(int candidate, List<Integer> running, long clock) {
      return other.of(candidate, running, clock).not();
    }
  }

  /** Since when something has been yes, and since when yes or unknown, for each candidate. */
  final class Lasting implements OpenPart {
    private static final long NEVER = Long.MIN_VALUE;
    private final OpenPart inner;
    private final long nanos;
    private final LongConsumer alarm;
    private long[] yes = new long[0];
    private long[] perhaps = new long[0];

    Lasting(OpenPart inner, long nanos, LongConsumer alarm) {
      this.inner = inner;
      this.nanos = nanos;
      this.alarm = alarm;
    }

    @Override
    public Truth of(int candidate, List<Integer> running, long clock) {
      yes = withRoom(yes, candidate);
      perhaps = withRoom(perhaps, candidate);
      Truth now = inner.of(candidate, running, clock);
      return Truth.of(
          hasLasted(yes, candidate, now == Truth.YES, clock),
          hasLasted(perhaps, candidate, now != Truth.NO, clock));
    }

    private static long[] withRoom(long[] since, int candidate) {
      if (candidate < since.length) return since;
      long[] more = Arrays.copyOf(since, candidate + 1);
      Arrays.fill(more, since.length, more.length, NEVER);
      return more;
    }

    private boolean hasLasted(long[] since, int candidate, boolean holds, long clock) {
      if (!holds) since[candidate] = NEVER;
      else if (since[candidate] == NEVER) {
        since[candidate] = clock;
        alarm.accept(Math.addExact(clock, nanos));
      }
      return holds && clock - since[candidate] >= nanos;
    }
  }

  /** The first until a day is over; then, where it holds for nobody, as the other stood. */
  final class ByDay implements OpenPart {
    private final OpenPart first;
    private final OpenPart otherwise;
    private final long over;

    /** By candidate, how both stood when they were asked last before the day was over. */
    private final Map<Integer, Truth> firstThen = new HashMap<>();

    private final Map<Integer, Truth> otherwiseThen = new HashMap<>();

    ByDay(OpenPart first, OpenPart otherwise, long over, LongConsumer alarm) {
      this.first = first;
      this.otherwise = otherwise;
      this.over = over;
      alarm.accept(over - 1);
      alarm.accept(over);
    }

    @Override
    public Truth of(int candidate, List<Integer> running, long clock) {
      Truth now = first.of(candidate, running, clock);
      Truth other = otherwise.of(candidate, running, clock);
      if (clock < over) {
        firstThen.put(candidate, now);
        otherwiseThen.put(candidate, other);
        return now;
      }
      for (int c : running) {
        firstThen.computeIfAbsent(c, each -> first.of(c, running, clock));
        otherwiseThen.computeIfAbsent(c, each -> otherwise.of(c, running, clock));
      }
      return decided(candidate, now);
    }

    private Truth decided(int candidate, Truth now) {
      Truth anybody = firstThen.values().stream().reduce(Truth.NO, Truth::or);
      if (anybody == Truth.YES) return now;
      Truth resolved = otherwiseThen.getOrDefault(candidate, Truth.NO);
      boolean same = anybody == Truth.NO || resolved == firstThen.get(candidate);
      return same ? resolved : Truth.UNKNOWN;
    }
  }
}
