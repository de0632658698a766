package org.ascertain.standing;

import java.util.List;

/**
 * What one entry of a record changes of a {@link Course}: how much of what was told before still
 * stands, and what follows after that. Whoever keeps the first {@code changesKept} changes and
 * {@code pointsKept} points and appends the new ones has the course of the record so far.
 *
 * @param changesKept how many of the changes told before still stand, from the first
 * @param changes those that follow
 * @param pointsKept how many of the turning points told before still stand, from the first
 * @param points those that follow
 * @param rewrites whether something told before falls: by a correction or a retraction, by a fact
 *     that took effect before others already told, or within one moment
 */
public record Told(
    int changesKept,
    List<UnitChange> changes,
    int pointsKept,
    List<TurningPoint> points,
    boolean rewrites) {

  public Told {
    changes = List.copyOf(changes);
    points = List.copyOf(points);
  }
}
