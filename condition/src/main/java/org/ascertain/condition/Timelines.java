package org.ascertain.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Else;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Steady;
import org.ascertain.condition.Timeline.Place;
import org.ascertain.election.Washington;

/**
 * How conditions stood over time, for each candidate. Those of atoms were seen; what is made of
 * them by and, or, not, by lengths of time and by days is made here, once for each condition.
 */
final class Timelines {

  private final Observation seen;
  private final List<Integer> running;
  private final Map<Condition, Map<Integer, Timeline>> known = new LinkedHashMap<>();

  /**
   * @param seen how the atoms stood
   * @param running the places of the candidates for whom conditions are asked
   */
  Timelines(Observation seen, List<Integer> running) {
    this.seen = seen;
    this.running = running;
  }

  /** How a condition stood for a candidate, by its place, at the end of each moment. */
  Timeline of(Condition condition, int candidate) {
    return timeline(condition, candidate).byMoments();
  }

  private Timeline timeline(Condition condition, int candidate) {
    Map<Integer, Timeline> ofCondition =
        known.computeIfAbsent(condition, each -> new LinkedHashMap<>());
    Timeline timeline = ofCondition.get(candidate);
    if (timeline == null) {
      timeline = made(condition, candidate);
      ofCondition.put(candidate, timeline);
    }
    return timeline;
  }

  private Timeline made(Condition condition, int candidate) {
    return switch (condition) {
      case Or(var any) -> joined(any, candidate, Truth.NO, Truth::or);
      case And(var all) -> joined(all, candidate, Truth.YES, Truth::and);
      case Not(var other) -> timeline(other, candidate).each(Truth::not);
      case Steady(var inner, var length) -> timeline(inner, candidate).steady(length.toNanos());
      case Else otherwise -> otherwise(otherwise, candidate);
      case OnOrAfter(var day) -> from(Washington.endOf(day.minusDays(1)) + 1);
      case DeadlinePassed(var rule, var day) -> from(Washington.endOf(day) + 1);
      case Atom atom -> seen.timeline(atom, candidate);
    };
  }

  private Timeline joined(
      List<Condition> several,
      int candidate,
      Truth first,
      BiFunction<Truth, Truth, Truth> operator) {
    return Timeline.together(
        several.stream().map(each -> timeline(each, candidate)).toList(),
        truths -> {
          Truth all = first;
          for (Truth truth : truths) all = operator.apply(all, truth);
          return all;
        });
  }

  /** No before a moment, yes from it on. */
  private Timeline from(long moment) {
    Timeline.Builder builder = new Timeline.Builder();
    Place begins = seen.clock(moment);
    if (begins.compareTo(seen.first()) > 0) builder.add(seen.first(), Truth.NO);
    builder.add(begins, Truth.YES);
    return builder.built();
  }

  /**
   * Where the first holds for somebody at the end of the day, it goes on to decide; where it holds
   * for nobody, it stays as the other was at that moment.
   */
  private Timeline otherwise(Else condition, int candidate) {
    Timeline first = timeline(condition.first(), candidate);
    long day = Washington.endOf(condition.by());
    Truth anybody =
        running.stream()
            .map(c -> timeline(condition.first(), c).byMoments().at(day))
            .reduce(Truth.NO, Truth::or);
    if (anybody == Truth.YES) return first;
    Truth resolved = timeline(condition.otherwise(), candidate).byMoments().at(day);
    Truth own = first.byMoments().at(day);
    Truth then = anybody == Truth.NO || resolved == own ? resolved : Truth.UNKNOWN;
    return first.then(seen.clock(day + 1), then);
  }
}
