package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ascertain.election.Washington;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.law.Deadline;
import org.ascertain.law.DeadlineKind;
import org.ascertain.standing.Standing.DeadlineRow;

/** The days that the law sets for an election, as a calendar, and how they were kept. */
final class DeadlineCalendar {

  /** Writes the days of an election as they stand at its moment. */
  static void write(ElectionAt election, OutputStream out) throws IOException {
    Calendar calendar = new Calendar("Deadlines", written(election.moment()));
    for (DeadlineRow row : election.standing().deadlines()) {
      Deadline deadline = row.deadline();
      calendar.day(
          // by what happens on it: an act that moves the day is another rule, and the day the same
          election.id() + "-" + deadline.due().name().toLowerCase(Locale.ROOT),
          OptionalInt.of(revision(election, deadline)),
          deadline.day(),
          deadline.words(),
          kept(row));
    }
    out.write(calendar.end().getBytes(UTF_8));
  }

  /**
   * When it is written: the moment as of which it is, so that one of the past has the same bytes
   * again. Of what is to come that would lie in the future, and today begins the day.
   */
  private static Instant written(Instant asOf) {
    Instant now = InstantSource.system().instant();
    return asOf.isAfter(now) ? now.truncatedTo(ChronoUnit.DAYS) : asOf;
  }

  /**
   * Rises with whatever can change what is written of a day (RFC 5545, 3.8.7.4): an act of Congress
   * that moves it (none is known to have been moved twice), an entry about how it was kept, and its
   * end.
   */
  private static int revision(ElectionAt election, Deadline deadline) {
    int moved = deadline.mayBeMoved() ? 0 : 1;
    int over = election.at().effective() >= Washington.endOf(deadline.day()) ? 1 : 0;
    Set<String> kinds = kinds(deadline.due());
    return moved + over + (kinds.isEmpty() ? 0 : election.known(kinds));
  }

  /** The record's words for the facts that tell how any day was kept. */
  static Set<String> kinds() {
    Set<String> all = new TreeSet<>(Set.of("election"));
    Arrays.asList(DeadlineKind.values()).forEach(due -> all.addAll(kinds(due)));
    return all;
  }

  private static Set<String> kinds(DeadlineKind due) {
    return switch (due) {
      case SAFE_HARBOUR ->
          Set.of("certification", "ascertainment", "challenge", "ruling", "not-appointed");
      case ASCERTAIN -> Set.of("ascertainment", "not-appointed");
      case MEET -> Set.of("elector-votes", "not-appointed");
      case DEMAND -> Set.of("elector-votes", "counted", "not-appointed");
      case COUNT -> Set.of("count-opened");
      case APPOINT, CERTIFY, COURT, DELIVER, TERM -> Set.of();
    };
  }

  private static String kept(DeadlineRow row) {
    boolean isAnybodys =
        Stream.of(row.met(), row.missed(), row.unknown(), row.open())
            .anyMatch(each -> !each.isEmpty());
    if (!isAnybodys) // a day on which no jurisdiction has anything to do
    return "%s (%s).".formatted(row.deadline().rule().citation(), row.deadline().rule().id());
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
