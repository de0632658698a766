package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Threshold.*;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** When a row is dated: against the clock, the polls, what came before it, and a certificate. */
final class TimeChecks {

  private static final Pattern WITHOUT_OFFSET =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

  /** The clocks of the places that appoint electors; a feed may also write UTC. */
  private static final List<ZoneId> AMERICAN =
      List.of(
          ZoneId.of("America/New_York"),
          ZoneId.of("America/Chicago"),
          ZoneId.of("America/Denver"),
          ZoneId.of("America/Phoenix"),
          ZoneId.of("America/Los_Angeles"),
          ZoneId.of("America/Anchorage"),
          ZoneId.of("America/Adak"),
          ZoneId.of("Pacific/Honolulu"));

  /**
   * New Hampshire's smallest towns vote at midnight and count at once (Dixville Notch, Hart's
   * Location, Millsfield; general knowledge). Together they have fewer voters than this.
   */
  private static final long MIDNIGHT_VOTERS = 150;

  private static final String MIDNIGHT_STATE = "NH";

  /** A time as it was written, which may lack its offset. */
  static void written(String path, String time, Findings found) {
    if (!WITHOUT_OFFSET.matcher(time).matches()) return;
    try {
      LocalDate day = LocalDateTime.parse(time.replace(' ', 'T')).toLocalDate();
      noOffset(path, time, "without an offset", day, found);
    } catch (DateTimeException noSuchDay) {
      // R207 tells that it is no time at all.
      return;
    }
  }

  /** Times that could not be read, of a row that is no table's. */
  static void unread(Row row, Findings found) {
    if (!row.cells().isEmpty()) return;
    for (Problem problem : row.problems())
      if (problem.check() == Check.NOT_A_TIME)
        written(problem.path(), problem.detail().replace("\"", ""), found);
  }

  /** Of a fact of any kind. */
  static void of(Fact fact, Context context, Findings found) {
    When at = fact.attestation().at();
    offset(at, found);
    long ahead = at.begins() - context.now();
    if (ahead > TimeUnit.SECONDS.toNanos(found.of(AHEAD_SECONDS)))
      found.add(
          IN_THE_FUTURE,
          "at",
          List.of(AHEAD_SECONDS),
          Figure.text("at", at.toString()),
          Figure.of("ahead", TimeUnit.NANOSECONDS.toSeconds(ahead)));
    long age = context.now() - at.effective();
    if (age > TimeUnit.HOURS.toNanos(found.of(LATE_HOURS)))
      found.add(
          LATE,
          "at",
          List.of(LATE_HOURS),
          Figure.text("at", at.toString()),
          Figure.of("hours", TimeUnit.NANOSECONDS.toHours(age)));
  }

  /** Of returns, before the record. */
  static void of(Returns now, Reported is, Before before, Context context, Findings found) {
    polls(now, is, context, found);
    certified(now, is, before, found);
    silence(now, is, before, found);
  }

  private static void polls(Returns now, Reported is, Context context, Findings found) {
    Optional<OffsetDateTime> closes = context.pollsClose(Unit.jurisdictionOf(now.unit()));
    if (closes.isEmpty() || is.effective() >= Washington.nanos(closes.get().toInstant())) return;
    if (now.unit().startsWith(MIDNIGHT_STATE) && is.counted() <= MIDNIGHT_VOTERS) return;
    if (is.counted() == 0) return;
    found.add(
        POLLS_OPEN,
        "at",
        Figure.text("unit", Unit.jurisdictionOf(now.unit())),
        Figure.text("closes", closes.get().toString()),
        Figure.text("at", now.attestation().at().toString()));
  }

  private static void certified(Returns now, Reported is, Before before, Findings found) {
    Optional<Before.Certified> certified = before.certified(now.unit());
    if (certified.isEmpty()) return;
    Certification certificate = certified.get().certificate();
    if (is.effective() <= certificate.attestation().at().effective()) return;
    if (certificate.votes().agreesWith(now.votes())) return;
    found.add(
        AFTER_CERTIFICATION,
        "",
        Figure.text("unit", now.unit()),
        Figure.text("day", certificate.attestation().at().toString()),
        Figure.text("authority", certificate.authority()),
        Figure.entry(certified.get().entry()));
  }

  private static void silence(Returns now, Reported is, Before before, Findings found) {
    Optional<Before.Pace> pace = before.pace(now.unit(), is.source());
    if (pace.isEmpty() || pace.get().gaps() < found.of(SILENCE_GAPS)) return;
    long silent = is.effective() - pace.get().last();
    if (silent <= pace.get().medianGap() * found.of(SILENCE_MEDIANS)) return;
    if (silent < TimeUnit.MINUTES.toNanos(found.of(SILENCE_MINUTES))) return;
    found.add(
        SILENCE_ENDED,
        "",
        List.of(SILENCE_MEDIANS, SILENCE_MINUTES, SILENCE_GAPS),
        Figure.text("source", is.source()),
        Figure.text("unit", now.unit()),
        Figure.text("since", Washington.at(pace.get().last()).toString()),
        Figure.of("median", TimeUnit.NANOSECONDS.toSeconds(pace.get().medianGap())));
  }

  private static void offset(When at, Findings found) {
    if (at instanceof When.Between(When from, When to)) {
      offset(from, found);
      return;
    }
    if (!(at instanceof When.AtMoment(OffsetDateTime moment))) return;
    ZoneOffset offset = moment.getOffset();
    if (offset.equals(ZoneOffset.UTC)) return;
    for (ZoneId zone : AMERICAN)
      if (zone.getRules().getOffset(moment.toInstant()).equals(offset)) return;
    noOffset(
        "at",
        moment.toString(),
        "with an offset that no American clock had",
        moment.toLocalDate(),
        found);
  }

  private static void noOffset(String path, String at, String what, LocalDate day, Findings found) {
    ZoneOffset washington = Washington.at(Washington.endOf(day)).getOffset();
    found.add(
        NO_OFFSET,
        path,
        Figure.text("at", at),
        Figure.text("what", what),
        Figure.text("offset", washington.getId()));
  }

  private TimeChecks() {}
}
