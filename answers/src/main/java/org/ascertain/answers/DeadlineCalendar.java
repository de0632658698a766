package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.law.Deadline;
import org.ascertain.standing.Standing.DeadlineRow;

/** The days that the law sets for an election, as a calendar, and how they were kept. */
final class DeadlineCalendar {

  /** Writes the days of an election as they stand at its moment. */
  static void write(ElectionAt election, OutputStream out) throws IOException {
    Calendar calendar = new Calendar("Deadlines", election.moment());
    for (DeadlineRow row : election.standing().deadlines()) {
      Deadline deadline = row.deadline();
      calendar.day(
          election.id() + "-" + deadline.rule().id(),
          // one more for each day that a later act of Congress sets: none is known to have moved
          // twice
          OptionalInt.of(deadline.mayBeMoved() ? 0 : 1),
          deadline.day(),
          deadline.words(),
          kept(row));
    }
    out.write(calendar.end().getBytes(UTF_8));
  }

  private static String kept(DeadlineRow row) {
    return "%s (%s). Met by %d, missed by %d, not known of %d, open for %d."
        .formatted(
            row.deadline().rule().citation(),
            row.deadline().rule().id(),
            row.met().size(),
            row.missed().size(),
            row.unknown().size(),
            row.open().size());
  }

  private DeadlineCalendar() {}
}
