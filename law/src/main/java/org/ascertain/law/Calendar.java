package org.ascertain.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The days of an election, each from the rule that governs it. */
final class Calendar {

  private record Dated(DeadlineKind due, List<Rule<IntFunction<LocalDate>>> rules) {}

  private static final List<Dated> DATED =
      List.of(
          new Dated(DeadlineKind.SAFE_HARBOUR, List.of(ElectorsCertified.SAFE_HARBOUR)),
          new Dated(DeadlineKind.ASCERTAIN, ElectorsCertified.ASCERTAINED),
          new Dated(DeadlineKind.COURT, List.of(ElectorsCertified.COURT)),
          new Dated(DeadlineKind.MEET, ElectorsMeet.RULES),
          new Dated(DeadlineKind.DELIVER, VotesCounted.DELIVERED),
          new Dated(DeadlineKind.DEMAND, VotesCounted.DEMANDED),
          new Dated(DeadlineKind.COUNT, VotesCounted.COUNTED),
          new Dated(DeadlineKind.TERM, TermBegins.DAY));

  /**
   * The days in the order of {@link DeadlineKind}. Of a period, the last day of its customary
   * reading.
   */
  static List<Deadline> deadlines(int election) {
    List<Deadline> deadlines = new ArrayList<>();
    deadlines.add(
        new Deadline(
            DeadlineKind.APPOINT,
            ElectorsAppointed.days(election).getFirst().last(),
            ElectorsAppointed.rule(election)));
    for (Dated dated : DATED)
      Precedence.governing(dated.rules(), election)
          .map(rule -> new Deadline(dated.due(), rule.formula().apply(election), rule))
          .ifPresent(deadlines::add);
    return List.copyOf(deadlines);
  }

  private Calendar() {}
}
