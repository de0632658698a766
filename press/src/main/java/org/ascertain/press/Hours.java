package org.ascertain.press;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.press.Mention.Clock;

/** Holds the hour that a text gives against the time of an entry, by the clock that it names. */
final class Hours {

  private static final long MINUTE = 60_000_000_000L;

  /** What becomes of a verdict by an hour. */
  static Judged held(Judged judged, Clock said) {
    if (judged.verdict() == Verdict.CONTRADICTED || judged.verdict() == Verdict.BEYOND)
      return judged;
    if (said.zone().isPresent() && said.zone().get().id().isEmpty())
      return judged.as(Verdict.BEYOND, "By whose clock is not said. " + judged.why());
    if (judged.when().isPresent() && judged.when().get() instanceof When.Between span)
      return ofSpan(judged, said, span);
    if (judged.when().isEmpty() || !(judged.when().get() instanceof When.AtMoment moment))
      return judged.as(Verdict.BEYOND, "The record does not tell the hour. " + judged.why());
    LocalTime exact = clock(said, moment.effective());
    LocalTime is = exact.truncatedTo(ChronoUnit.MINUTES);
    long off = Duration.between(is, said.time()).abs().toMinutes();
    // 19:49:40 is 7:49 for one clock and 7:50 for another
    LocalTime rounded = exact.plusSeconds(29);
    LocalTime next = said.isOfHalf() ? is : rounded.truncatedTo(ChronoUnit.MINUTES);
    off = Math.min(off, Duration.between(next, said.time()).abs().toMinutes());
    // the clocks of Washington before there were zones
    LocalTime own = moment.moment().toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    if (said.zone().isEmpty() && moment.moment().getOffset().getTotalSeconds() % 3600 != 0)
      off = Math.min(off, Duration.between(own, said.time()).abs().toMinutes() % 720);
    if (!said.isOfHalf())
      for (LocalTime each : List.of(is, next))
        off = Math.min(off, Duration.between(each, said.time().plusHours(12)).abs().toMinutes());
    String why = Wording.withTime(judged.why(), Evidence.time(moment));
    // "about" in the text or in the record leaves some minutes open
    boolean round = said.time().getMinute() % 5 == 0;
    if (off <= (round ? (said.rough() ? leeway(said.time()) : judged.isAbout() ? 3 : 0) : 0))
      return judged;
    boolean isRounded =
        Duration.between(rounded.truncatedTo(ChronoUnit.MINUTES), said.time()).isZero();
    boolean near = isRounded || off <= (said.rough() ? 19 : judged.isAbout() ? 5 : 0);
    return judged.as(near ? Verdict.IMPRECISE : Verdict.CONTRADICTED, why);
  }

  /** By how many minutes "about" a time may be off: the rounder the time, the more. */
  private static int leeway(LocalTime said) {
    if (said.getMinute() % 30 == 0) return 19;
    return said.getMinute() % 15 == 0 ? 12 : 7;
  }

  /** An hour of what the record has between two moments of one night. */
  private static Judged ofSpan(Judged judged, Clock said, When.Between span) {
    long first = span.begins() / MINUTE;
    long last = span.effective() / MINUTE;
    if (last - first > 6 * 60)
      return judged.as(Verdict.BEYOND, "The record does not tell the hour. " + judged.why());
    int open = said.rough() ? 20 : 0;
    for (int half = 0; half < (said.isOfHalf() ? 1 : 2); half++) {
      LocalTime time = said.time().plusHours(12L * half);
      for (long minute = first - open; minute <= last + open; minute++)
        if (clock(said, minute * MINUTE).truncatedTo(ChronoUnit.MINUTES).equals(time))
          return judged;
    }
    return judged.as(Verdict.CONTRADICTED, Wording.withTime(judged.why(), Evidence.time(span)));
  }

  /** What the clock of a text shows at a moment. */
  private static LocalTime clock(Clock said, long moment) {
    return said.zone()
        .flatMap(zone -> zone.at(moment))
        .map(at -> at.toLocalTime())
        .orElseGet(() -> Washington.at(moment).toLocalTime());
  }

  /** Whether a moment lies between two days by another clock than that of Washington. */
  static boolean isOfDay(When when, LocalDate from, LocalDate to, Optional<Zone> zone) {
    if (zone.isEmpty() || !(when instanceof When.AtMoment at)) return false;
    LocalDate day = zone.get().day(at.effective());
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private Hours() {}
}
