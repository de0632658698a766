package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalInt;

/** A calendar of whole days as others read it (RFC 5545), being written. */
public final class Calendar {

  private static final int LONGEST_LINE = 75; // bytes; RFC 5545, 3.1
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder lines = new StringBuilder();
  private final String stamp;
  private boolean isEmpty = true;

  /**
   * Begins it.
   *
   * @param product what it is of, as its maker calls it
   * @param now when it is written
   */
  public Calendar(String product, Instant now) {
    this.stamp = STAMP.format(now);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Ascertain//" + product + "//EN");
  }

  /**
   * Adds a day.
   *
   * @param id the same whenever the same is written again
   * @param sequence how often it was moved, where that is known
   * @param about more of it than its name
   */
  public void day(String id, OptionalInt sequence, LocalDate day, String name, String about) {
    isEmpty = false;
    line("BEGIN:VEVENT");
    line("UID:" + id + "@ascertain");
    line("DTSTAMP:" + stamp);
    sequence.ifPresent(n -> line("SEQUENCE:" + n));
    line("DTSTART;VALUE=DATE:" + DAY.format(day));
    line("SUMMARY:" + escaped(name));
    line("DESCRIPTION:" + escaped(about));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  /**
   * Ends it; the whole of it. RFC 5545 (3.6) wants a component: one without days bears a time zone,
   * which shows nothing, so that whoever subscribed to it stays subscribed.
   */
  public String end() {
    if (isEmpty)
      List.of(
              "BEGIN:VTIMEZONE",
              "TZID:Etc/UTC",
              "BEGIN:STANDARD",
              "DTSTART:19700101T000000",
              "TZOFFSETFROM:+0000",
              "TZOFFSETTO:+0000",
              "END:STANDARD",
              "END:VTIMEZONE")
          .forEach(this::line);
    line("END:VCALENDAR");
    return lines.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** Ends a line, and folds one that is long: what follows begins with a space. */
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
}
