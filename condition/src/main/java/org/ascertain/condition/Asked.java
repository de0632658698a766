package org.ascertain.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Evaluation.Answer;
import org.ascertain.condition.Evaluation.Turn;
import org.ascertain.condition.Timeline.Change;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Ticket;
import org.ascertain.standing.Bounds;
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
  private final Timelines timelines;

  /** The same with every fact at its lower bound, where an answer may rest on bounds. */
  private final Optional<Timelines> early;

  private Asked(
      Observation seen, Tabulation end, List<Integer> running, Optional<Observation> early) {
    this.seen = seen;
    this.end = end;
    this.running = running;
    this.timelines = new Timelines(seen, running);
    this.early = early.map(each -> new Timelines(each, running));
  }

  static Asked of(List<Condition> conditions, History history) {
    Set<Atom> atoms = new LinkedHashSet<>();
    conditions.forEach(condition -> condition.eachAtom(atoms::add));
    Observation seen = new Observation(atoms);
    Tabulation end = history.walk(History.ALL, seen);
    Set<String> asked = running(history);
    return new Asked(
        seen,
        end,
        IntStream.range(0, end.candidates().size())
            .filter(c -> asked.contains(end.candidates().get(c)))
            .boxed()
            .toList(),
        early(atoms, history));
  }

  /** Where a fact of which only bounds are known may change an atom, all are seen early too. */
  private static Optional<Observation> early(Set<Atom> atoms, History history) {
    if (history.bounded().stream()
        .map(Entry::fact)
        .noneMatch(fact -> atoms.stream().anyMatch(atom -> Observation.mayChange(atom, fact))))
      return Optional.empty();
    Observation early = new Observation(atoms);
    history.early().walk(History.ALL, early);
    return Optional.of(early);
  }

  /**
   * Those a condition is asked for: candidates for President on a ticket, or whom an elector named.
   */
  private static Set<String> running(History history) {
    Set<String> running = new LinkedHashSet<>();
    history.header().tickets().stream().map(Ticket::president).forEach(running::add);
    for (Entry entry : history.besidesReturns())
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
    boolean unknown = seen.isEmpty(); // a record without a fact says nothing of anything
    if (!seen.isEmpty())
      for (int c : running) {
        Timeline timeline = upTo(until, timelines.of(condition, c));
        turns.addAll(turns(condition, c, timeline));
        unknown |= timeline.changes().stream().anyMatch(each -> each.truth() == Truth.UNKNOWN);
        unknown |= mayHaveHeld(condition, c, until);
      }
    turns.sort(
        Comparator.<Turn>comparingLong(turn -> turn.since().moment())
            .thenComparingLong(turn -> turn.since().entry().index()));
    boolean stands = turns.stream().anyMatch(turn -> turn.until().isEmpty());
    return new Evaluation(
        condition,
        List.copyOf(turns),
        !turns.isEmpty() ? Answer.HELD : unknown ? Answer.UNKNOWN : Answer.NEVER,
        stands ? List.of() : new Lacking(end, seen.atoms(end), running).of(condition));
  }

  /** Whether it holds at some moment with every fact at the earliest that its source allows. */
  private boolean mayHaveHeld(Condition condition, int candidate, long until) {
    return early
        .map(each -> upTo(until, each.of(condition, candidate)).changes().stream())
        .orElse(Stream.empty())
        .anyMatch(change -> change.truth() == Truth.YES);
  }

  private static Timeline upTo(long until, Timeline timeline) {
    return new Timeline(
        timeline.changes().stream().filter(change -> change.at().moment() <= until).toList());
  }

  private List<Turn> turns(Condition condition, int candidate, Timeline timeline) {
    List<Change> changes = timeline.changes();
    List<Edge> edges = edges(timeline);
    List<Edge> bounded =
        early.map(each -> Bounds.of(edges, edges(each.of(condition, candidate)))).orElse(edges);
    List<Turn> turns = new ArrayList<>();
    int edge = 0;
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).truth() != Truth.YES) continue;
      boolean late = i > 0 && changes.get(i - 1).truth() == Truth.UNKNOWN;
      boolean ends = i + 1 < changes.size();
      boolean implied = Evaluation.isImplied(condition, edges.get(edge).entry().fact());
      turns.add(
          new Turn(
              end.candidates().get(candidate),
              (implied ? edges : bounded).get(edge),
              ends ? Optional.of(bounded.get(edge + 1)) : Optional.empty(),
              late || implied,
              ends && changes.get(i + 1).truth() == Truth.UNKNOWN));
      edge += 2;
    }
    return turns;
  }

  /** Beginnings and ends by turns: where it becomes true, and where it ceases to be. */
  private static List<Edge> edges(Timeline timeline) {
    List<Edge> edges = new ArrayList<>();
    for (Change change : timeline.changes())
      if ((change.truth() == Truth.YES) == (edges.size() % 2 == 0))
        edges.add(new Edge(change.at().moment(), change.at().entry()));
    return edges;
  }
}
