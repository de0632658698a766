package org.ascertain.standing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.standing.TurningPoint.Majority;

/** When each rung's majority began and ceased, over a whole history. */
final class MajorityTurns {

  private final Map<Rung, List<Turn>> turns = new EnumMap<>(Rung.class);
  private final Map<Rung, List<Turn>> bounded = new EnumMap<>(Rung.class);

  /** Of points in the order of time. */
  static MajorityTurns of(List<? extends TurningPoint> points) {
    MajorityTurns turns = new MajorityTurns();
    for (TurningPoint point : points) if (point instanceof Majority majority) turns.add(majority);
    return turns;
  }

  private void add(Majority edge) {
    List<Turn> ofRung = turns.computeIfAbsent(edge.rung(), rung -> new ArrayList<>());
    if (edge.begins()) {
      ofRung.add(new Turn(edge.candidate(), edge.edge(), Optional.empty()));
      return;
    }
    for (int i = ofRung.size() - 1; i >= 0; i--) {
      Turn turn = ofRung.get(i);
      if (turn.until().isPresent() || !turn.candidate().equals(edge.candidate())) continue;
      ofRung.set(i, new Turn(turn.candidate(), turn.since(), Optional.of(edge.edge())));
      return;
    }
  }

  /**
   * Gives every turn its bounds.
   *
   * @param early the turns by the same history as early as it can have been
   */
  void boundBy(MajorityTurns early) {
    for (Rung rung : Rung.values())
      bounded.put(rung, Bounds.ofTurns(rung, turns(rung), early.turns(rung)));
  }

  List<Turn> turns(Rung rung) {
    List<Turn> known = bounded.get(rung);
    return known != null ? known : List.copyOf(turns.getOrDefault(rung, List.of()));
  }

  /** The turn that stood at a moment; nanoseconds since 1970-01-01T00:00Z. */
  Optional<Turn> standing(Rung rung, long moment) {
    return turns(rung).stream()
        .filter(turn -> turn.since().moment() <= moment)
        .filter(turn -> turn.until().filter(until -> until.moment() <= moment).isEmpty())
        .findFirst();
  }
}
