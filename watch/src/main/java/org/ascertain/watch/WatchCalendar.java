package org.ascertain.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ascertain.answers.Calendar;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Condition.Acknowledged;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Conceded;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.Exactly;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.PopularVoteLeads;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.law.Deadline;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Law;
import org.ascertain.standing.Rung;

/**
 * The days that a condition still waits for, as a calendar: those that the law sets for what it is
 * made of, and those that it names itself.
 */
public final class WatchCalendar {

  /**
   * Writes it.
   *
   * @param from days before are left out: they are waited for no more
   * @param now when this is written
   */
  public static String of(String watch, Condition condition, Law law, LocalDate from, Instant now) {
    Calendar calendar = new Calendar("Watches", now);
    days(condition, law)
        .forEach(
            (day, what) -> {
              if (!day.isBefore(from))
                calendar.day(
                    TurnId.of("day", watch, day.toString()),
                    OptionalInt.empty(),
                    day,
                    String.join("; ", what),
                    "waited for by: " + condition);
            });
    return calendar.end();
  }

  private static SortedMap<LocalDate, Set<String>> days(Condition condition, Law law) {
    SortedMap<LocalDate, Set<String>> days = new TreeMap<>();
    Set<DeadlineKind> waits = EnumSet.noneOf(DeadlineKind.class);
    condition.eachAtom(atom -> waits.addAll(waits(atom)));
    for (Deadline deadline : law.deadlines())
      if (waits.contains(deadline.due())) put(days, deadline.day(), deadline.words());
    condition.eachAtom(
        atom -> {
          if (atom instanceof OnOrAfter(var day)) put(days, day, "the condition names this day");
        });
    each(condition, days);
    return days;
  }

  private static void each(Condition condition, SortedMap<LocalDate, Set<String>> days) {
    switch (condition) {
      case Condition.Else(var first, var otherwise, var by) -> {
        put(days, by, "from the end of this day: " + otherwise);
        each(first, days);
        each(otherwise, days);
      }
      case Condition.Or(var any) -> any.forEach(one -> each(one, days));
      case Condition.And(var all) -> all.forEach(one -> each(one, days));
      case Condition.Not(var other) -> each(other, days);
      case Condition.Steady(var inner, var length) -> each(inner, days);
      case Atom atom -> {} // names no day but one that was put
    }
  }

  private static void put(SortedMap<LocalDate, Set<String>> days, LocalDate day, String what) {
    days.computeIfAbsent(day, each -> new LinkedHashSet<>()).add(what);
  }

  /** The days of the calendar by which what an atom asks for is due. */
  private static Set<DeadlineKind> waits(Atom atom) {
    return switch (atom) {
      case AtLeast(var rung, var electors) -> waits(rung);
      case Exactly(var rung, var electors) -> waits(rung);
      case Stage(var unit, var rung) -> waits(rung);
      case Settled a -> EnumSet.of(DeadlineKind.SAFE_HARBOUR, DeadlineKind.COURT);
      case Declared a -> EnumSet.of(DeadlineKind.COUNT);
      case InOffice a -> EnumSet.of(DeadlineKind.TERM);
      case CalledBy a -> EnumSet.of(DeadlineKind.APPOINT);
      case SomeCall a -> EnumSet.of(DeadlineKind.APPOINT);
      case Leads a -> EnumSet.of(DeadlineKind.APPOINT);
      case PopularVoteLeads a -> EnumSet.of(DeadlineKind.APPOINT);
      case DeadlinePassed a -> EnumSet.allOf(DeadlineKind.class);
      case OnOrAfter a -> EnumSet.noneOf(DeadlineKind.class);
      case Acknowledged a -> EnumSet.noneOf(DeadlineKind.class);
      case Conceded a -> EnumSet.noneOf(DeadlineKind.class);
    };
  }

  private static Set<DeadlineKind> waits(Rung rung) {
    return switch (rung) {
      case REPORTED, CALLED -> EnumSet.of(DeadlineKind.APPOINT);
      case CERTIFIED -> EnumSet.of(DeadlineKind.CERTIFY, DeadlineKind.SAFE_HARBOUR);
      case ASCERTAINED -> EnumSet.of(DeadlineKind.ASCERTAIN, DeadlineKind.SAFE_HARBOUR);
      case VOTED -> EnumSet.of(DeadlineKind.MEET);
      case COUNTED, DECLARED -> EnumSet.of(DeadlineKind.COUNT);
      case IN_OFFICE -> EnumSet.of(DeadlineKind.TERM);
    };
  }

  private WatchCalendar() {}
}
