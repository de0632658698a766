package org.ascertain.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.standing.TurningPoint;
import org.ascertain.standing.TurningPoint.Majority;

/** A majority on a rung from its beginning to its end, if it ended. */
record MajorityTurn(Majority begins, Optional<Majority> ends) {

  /** Those of a course, by rung, in the order of their beginnings. */
  static List<MajorityTurn> of(List<TurningPoint> points) {
    List<Majority> all =
        points.stream()
            .filter(Majority.class::isInstance)
            .map(Majority.class::cast)
            .sorted((a, b) -> a.rung().compareTo(b.rung()))
            .toList();
    List<MajorityTurn> turns = new ArrayList<>();
    for (int i = 0; i < all.size(); i++)
      if (all.get(i).begins())
        turns.add(new MajorityTurn(all.get(i), end(all.get(i), all.subList(i + 1, all.size()))));
    return turns;
  }

  private static Optional<Majority> end(Majority begun, List<Majority> later) {
    return later.stream()
        .filter(other -> other.rung() == begun.rung())
        .filter(other -> !other.begins() && other.candidate().equals(begun.candidate()))
        .findFirst();
  }
}
