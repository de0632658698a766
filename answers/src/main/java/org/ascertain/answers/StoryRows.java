package org.ascertain.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.election.Unit;
import org.ascertain.standing.Course;
import org.ascertain.standing.TurningPoint;
import org.ascertain.standing.UnitChange;

/**
 * The rows of a story: every change of an election of the usual size; of one with so many that no
 * page could draw them, of each unit's tallies the last one in each stretch of time. What changes
 * more than a tally, and a tally that falls, always has its row.
 */
final class StoryRows {

  /** Up to so many changes are told one by one; no election of the archive has as many. */
  static final int MOST = 20_000;

  /** So many rows are left of more, or as few as the coarsest stretch leaves. */
  static final int ENOUGH = 4_500;

  private static final long NANOS = 1_000_000_000;

  /** Stretches of time, each in seconds. */
  private static final int[] STRETCHES = {
    10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 10_800, 21_600, 86_400
  };

  private record Stretch(Unit unit, long number) {}

  static List<UnitChange> of(Course course) {
    List<UnitChange> rows = course.changes();
    if (rows.size() <= MOST) return rows;
    Set<Long> falls =
        course.points().stream()
            .filter(TurningPoint.Fall.class::isInstance)
            .map(fall -> fall.entry().index())
            .collect(Collectors.toSet());
    for (int i = 0; i < STRETCHES.length && rows.size() > ENOUGH; i++)
      rows = lastOfEach(STRETCHES[i] * NANOS, rows, falls);
    return rows;
  }

  private static List<UnitChange> lastOfEach(long nanos, List<UnitChange> rows, Set<Long> falls) {
    Set<Stretch> told = new HashSet<>();
    List<UnitChange> kept = new ArrayList<>();
    for (UnitChange row : rows.reversed())
      if (!isTallyAlone(row)
          || falls.contains(row.entry().index())
          || told.add(new Stretch(row.unit().orElseThrow(), Math.floorDiv(row.moment(), nanos))))
        kept.add(row);
    Collections.reverse(kept);
    return kept;
  }

  private static boolean isTallyAlone(UnitChange row) {
    return row.unit().isPresent() && row.stage().isEmpty() && row.electors().isEmpty();
  }

  private StoryRows() {}
}
