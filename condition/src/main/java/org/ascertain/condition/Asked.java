package org.ascertain.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Else;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.Steady;
import org.ascertain.condition.Evaluation.Answer;
import org.ascertain.condition.Evaluation.Turn;
import org.ascertain.condition.Timeline.Change;
import org.ascertain.condition.Timeline.Place;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Ticket;
import org.ascertain.election.Washington;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;
import org.ascertain.standing.Turn.Edge;

/**
 * Conditions asked of one history. The facts are taken in once, for all atoms; what is made of them
 * by and, or, not, by lengths of time and by days is made from the atoms' timelines.
 */
final class Asked {

  private final Observation seen;
  private final Tabulation end;
  private final List<Integer> running;
  private final Map<Condition, Map<Integer, Timeline>> known = new LinkedHashMap<>();

  private Asked(Observation seen, Tabulation end, List<Integer> running) {
    this.seen = seen;
    this.end = end;
    this.running = running;
  }

  static Asked of(List<Condition> conditions, History history) {
    Set<Atom> atoms = new LinkedHashSet<>();
    conditions.forEach(condition -> collect(condition, atoms));
    Observation seen = new Observation(atoms);
    if (atoms.stream().anyMatch(Settled.class::isInstance)) seen.settled().ask();
    Tabulation end = history.walk(History.ALL, seen);
    Set<String> asked = running(history);
    return new Asked(
        seen,
        end,
        IntStream.range(0, end.candidates().size())
            .filter(c -> asked.contains(end.candidates().get(c)))
            .boxed()
            .toList());
  }

  private static void collect(Condition condition, Set<Atom> atoms) {
    switch (condition) {
      case Or(var any) -> any.forEach(each -> collect(each, atoms));
      case And(var all) -> all.forEach(each -> collect(each, atoms));
      case Not(var other) -> collect(other, atoms);
      case Steady(var inner, var length) -> collect(inner, atoms);
      case Else(var first, var otherwise, var by) -> {
        collect(first, atoms);
        collect(otherwise, atoms);
      }
      case Atom atom -> atoms.add(atom);
    }
  }

  /**
   * Those a condition is asked for: candidates for President on a ticket, or whom an elector named.
   */
  private static Set<String> running(History history) {
    Set<String> running = new LinkedHashSet<>();
    history.header().tickets().stream().map(Ticket::president).forEach(running::add);
    for (Entry entry : history.entries())
      if (entry.fact() instanceof ElectorVotes votes)
        switch (votes.ballots()) {
          case Ballots.Distinct(var president, var vicePresident) ->
              running.addAll(president.ids());
          case Ballots.Pairs(var both) -> running.addAll(both.ids());
        }
    return running;
  }

  Evaluation answer(Condition condition, long until) {
    List<Turn> turns = new ArrayList<>();
    boolean unknown = false;
    if (!seen.isEmpty())
      for (int c : running) {
        Timeline timeline = upTo(until, timeline(condition, c).byMoments());
        turns(condition, end.candidates().get(c), timeline, turns);
        unknown |= timeline.changes().stream().anyMatch(each -> each.truth() == Truth.UNKNOWN);
      }
    turns.sort(
        java.util.Comparator.<Turn>comparingLong(turn -> turn.since().moment())
            .thenComparingLong(turn -> turn.since().entry().index()));
    boolean stands = turns.stream().anyMatch(turn -> turn.until().isEmpty());
    return new Evaluation(
        condition,
        List.copyOf(turns),
        !turns.isEmpty() ? Answer.HELD : unknown ? Answer.UNKNOWN : Answer.NEVER,
        stands ? List.of() : new Lacking(end, seen.settled(), running).of(condition));
  }

  private static Timeline upTo(long until, Timeline timeline) {
    return new Timeline(
        timeline.changes().stream().filter(change -> change.at().moment() <= until).toList());
  }

  private static void turns(
      Condition condition, String candidate, Timeline timeline, List<Turn> turns) {
    List<Change> changes = timeline.changes();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).truth() != Truth.YES) continue;
      boolean late = i > 0 && changes.get(i - 1).truth() == Truth.UNKNOWN;
      Edge since = edge(changes.get(i).at());
      Optional<Edge> until =
          i + 1 < changes.size() ? Optional.of(edge(changes.get(i + 1).at())) : Optional.empty();
      turns.add(
          new Turn(
              candidate,
              since,
              until,
              late || Evaluation.isImplied(condition, since.entry().fact()),
              until.isPresent() && changes.get(i + 1).truth() == Truth.UNKNOWN));
    }
  }

  private static Edge edge(Place at) {
    return new Edge(at.moment(), at.entry());
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
