package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.KnownUnits;

/** Hears what a course that grows tells of each entry, and keeps of it what still stands. */
final class Follower {

  final Course growing = Course.under(SmallElection.LAW, KnownUnits.ANY);
  private final List<UnitChange> changes = new ArrayList<>();
  private final List<TurningPoint> points = new ArrayList<>();

  void hear(Entry entry) {
    Told told = growing.add(entry);
    assertThat(told.rewrites())
        .isEqualTo(told.changesKept() < changes.size() || told.pointsKept() < points.size());
    changes.subList(told.changesKept(), changes.size()).clear();
    changes.addAll(told.changes());
    points.subList(told.pointsKept(), points.size()).clear();
    points.addAll(told.points());
  }

  /** What it has kept is the course of the record so far. */
  void knows(Course whole) {
    assertThat(changes).isEqualTo(whole.changes());
    assertThat(points).isEqualTo(withoutBounds(whole));
  }

  /** While a course grows, between what bounds a majority came is not known. */
  static List<TurningPoint> withoutBounds(Course course) {
    return course.points().stream()
        .map(
            point ->
                point instanceof TurningPoint.Majority of
                    ? of.at(new Turn.Edge(of.moment(), of.entry()))
                    : point)
        .toList();
  }
}
