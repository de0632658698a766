package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.When;
import org.ascertain.standing.Turn.Edge;

/**
 * Between what bounds something began or ended that rests on facts of which only bounds are known:
 * from when it came with every fact at its lower bound, to when it came with every fact at its
 * upper bound.
 */
public final class Bounds {

  /**
   * The edges of one candidate, beginnings and ends by turns, each with the earliest at which it
   * can have come.
   *
   * @param edges by the history as it is told
   * @param early the same by {@link History#early}
   */
  public static List<Edge> of(List<Edge> edges, List<Edge> early) {
    List<Edge> bounded = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      Optional<When> earliest =
          edges.size() == early.size()
              ? Optional.of(early.get(i))
                  .filter(each -> each.moment() <= edge.moment())
                  .map(Edge::early)
              : latestBefore(edge, early, i % 2);
      bounded.add(
          new Edge(edge.moment(), edge.entry(), Optional.of(earliest.orElse(edge.latest()))));
    }
    return bounded;
  }

  /** Where facts at their lower bounds give other turns: the last alike that is not later. */
  private static Optional<When> latestBefore(Edge edge, List<Edge> early, int parity) {
    Optional<When> last = Optional.empty();
    for (int i = parity; i < early.size() && early.get(i).moment() <= edge.moment(); i += 2)
      last = Optional.of(early.get(i).early());
    return last;
  }

  /**
   * Turns of a majority with their bounds. What a fact only implies came at the latest then, and
   * has no lower bound.
   */
  static List<Turn> ofTurns(Rung rung, List<Turn> turns, List<Turn> early) {
    List<Turn> bounded = new ArrayList<>();
    for (Turn turn : turns) {
      if (rung.isImpliedBy(turn.since().entry().fact())) {
        bounded.add(turn);
        continue;
      }
      List<Edge> own = edges(turns, turn.candidate());
      List<Edge> edges = of(own, edges(early, turn.candidate()));
      bounded.add(
          new Turn(
              turn.candidate(),
              edges.get(own.indexOf(turn.since())),
              turn.until().map(until -> edges.get(own.indexOf(until)))));
    }
    return bounded;
  }

  private static List<Edge> edges(List<Turn> turns, String candidate) {
    List<Edge> edges = new ArrayList<>();
    for (Turn turn : turns) {
      if (!turn.candidate().equals(candidate)) continue;
      edges.add(turn.since());
      turn.until().ifPresent(edges::add);
    }
    return edges;
  }

  private Bounds() {}
}
