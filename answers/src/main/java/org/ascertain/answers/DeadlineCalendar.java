package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.law.Deadline;
import org.ascertain.standing.Standing.DeadlineRow;

/** The days that the law sets for an election, as a calendar (RFC 5545), and how they were kept. */
final class DeadlineCalendar {

  private static final int LONGEST_LINE = 75; // bytes; RFC 5545, 3.1
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder lines = new StringBuilder();

  /** Writes the days of an election as they stand at its moment. */
  static void write(ElectionAt election, OutputStream out) throws IOException {
    DeadlineCalendar calendar = new DeadlineCalendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Ascertain//Deadlines//EN");
    for (DeadlineRow row : election.standing().deadlines())
      calendar.day(election.id(), row, election.moment());
    calendar.line("END:VCALENDAR");
    out.write(calendar.lines.toString().getBytes(UTF_8));
  }

  private void day(String election, DeadlineRow row, Instant now) {
    Deadline deadline = row.deadline();
    line("BEGIN:VEVENT");
    line("UID:%s-%s@ascertain".formatted(election, deadline.rule().id()));
    line("DTSTAMP:" + STAMP.format(now));
    // one more for each day that a later act of Congress sets: none is known to have moved twice
    line("SEQUENCE:" + (deadline.mayBeMoved() ? 0 : 1));
    line("DTSTART;VALUE=DATE:" + DAY.format(deadline.day()));
    line("SUMMARY:" + escaped(deadline.words()));
    line("DESCRIPTION:" + escaped(kept(row)));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
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

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** Folds what is longer than a line may be; what goes on begins with a space. */
  private void line(String text) {
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int bytes = Character.toString(character).getBytes(UTF_8).length;
      if (used + bytes > LONGEST_LINE) {
        lines.append("\r\n ");
        used = 1;
      }
      lines.appendCodePoint(character);
      used += bytes;
      at += Character.charCount(character);
    }
    lines.append("\r\n");
  }

  private DeadlineCalendar() {}
}
