package org.ascertain.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * That something which waits could change who wins a unit, or the nation. It is raised in the step
 * in which a row is put aside, and cleared, with the reason, in the step that takes the danger
 * away.
 *
 * @param id its number in this election, from 1
 * @param cleared when it was cleared; empty while it stands
 * @param why why it was cleared, with the sum as it was then; empty while it stands
 * @param weighing the sum that raised it; while it stands, as it is now
 */
public record Alert(
    long id, Instant raised, Optional<Instant> cleared, Optional<String> why, Weighing weighing) {

  /** The unit that it is about, or {@code US}. */
  public String unit() {
    return weighing.unit();
  }

  /** Whether it stands. */
  public boolean isOpen() {
    return cleared.isEmpty();
  }

  /**
   * What becomes of the alert of a unit once what waits there was weighed anew.
   *
   * @param open the alert that stands for the unit
   * @param id the number that a new one would have
   * @param cause what happened, in a clause
   * @return the alert as it is to be kept; empty where there is none and none is raised
   */
  static Optional<Alert> next(
      Optional<Alert> open, Weighing now, long id, Instant at, String cause) {
    if (now.raises())
      return Optional.of(
          open.map(
                  alert ->
                      new Alert(
                          alert.id(), alert.raised(), Optional.empty(), Optional.empty(), now))
              .orElseGet(() -> new Alert(id, at, Optional.empty(), Optional.empty(), now)));
    return open.map(
        alert ->
            new Alert(
                alert.id(),
                alert.raised(),
                Optional.of(at),
                Optional.of(cause + ". " + now.says()),
                alert.weighing()));
  }
}
