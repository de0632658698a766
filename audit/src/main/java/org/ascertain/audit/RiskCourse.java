package org.ascertain.audit;

import java.util.ArrayList;
import java.util.List;

/** How the risk of an audit went, round by round. */
public final class RiskCourse {

  /** More than so many rounds are told in steps of several. */
  private static final int MOST = 60;

  /**
   * After a round.
   *
   * @param cards that were drawn so far; a count by hand draws none
   * @param unit where the round was held
   */
  public record Point(long cards, double risk, String unit) {}

  /**
   * The course of rounds that are evidence, the last with what is reported now. Where there are
   * many rounds, not each of them is a point of it.
   */
  public static List<Point> of(Holdings holdings, AuditRounds rounds) {
    RunningAudit audit = new RunningAudit(holdings);
    List<Point> course = new ArrayList<>();
    int step = Math.ceilDiv(Math.max(1, rounds.counted().size()), MOST);
    int seen = 0;
    long cards = 0;
    String unit = "";
    for (AuditRound round : rounds.rounds()) {
      audit.add(round);
      if (round instanceof AuditRound.Reported) continue;
      cards += cards(round);
      unit = round.unit();
      if (++seen % step == 0) course.add(point(audit, rounds, cards, unit));
    }
    if (seen == 0) return List.of();
    if (seen % step == 0) course.removeLast();
    course.add(point(audit, rounds, cards, unit));
    return course;
  }

  private static Point point(RunningAudit audit, AuditRounds rounds, long cards, String unit) {
    return new Point(cards, audit.weakest(rounds.shared()).risk(), unit);
  }

  private static long cards(AuditRound round) {
    return switch (round) {
      case AuditRound.Comparison of -> of.cards();
      case AuditRound.Polling of -> of.cards();
      case AuditRound.HandCount of -> 0;
      case AuditRound.Published of -> 0;
      case AuditRound.Reported of -> 0;
    };
  }

  private RiskCourse() {}
}
