package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.standing.TurningPoint.Lead;

/**
 * A pass over the facts in force in the order of time, which writes the changes and the turning
 * points and goes on as long as facts come in that order. From time to time it leaves a mark from
 * which another pass can start.
 */
final class CoursePass {

  private static final Comparator<TurningPoint> IN_TIME =
      Comparator.comparingLong(TurningPoint::moment)
          .thenComparingLong(point -> point.entry().index());

  /** So many changes lie between marks. */
  private static final int BETWEEN_MARKS = 4_096;

  /**
   * What a pass has to know to start after a moment, beside the state then.
   *
   * @param moment all facts that took effect at or before it are told
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only kept
  record Mark(long moment, int changes, int points, int[] leading, boolean[] held) {}

  private final KnownFacts facts;
  private final long termBegins;
  private final Tabulation now;
  private final ChangeLog changes;
  private final List<TurningPoint> points;
  private final List<Mark> marks;
  private final UnitChanges units;
  private final MajorityEdges majorities = new MajorityEdges();

  /** Points of the moment that goes on as its facts brought them, but for its majorities. */
  private final List<TurningPoint> ofMoment = new ArrayList<>();

  /** How many points are of moments that are over. */
  private int over;

  private long lastMoment = Long.MIN_VALUE;
  private long lastIndex = -1;

  /** A pass from the beginning. */
  CoursePass(
      KnownFacts facts,
      References references,
      ChangeLog changes,
      List<TurningPoint> points,
      List<Mark> marks) {
    this(facts, new Tabulation(facts, references), changes, points, marks);
  }

  private CoursePass(
      KnownFacts facts,
      Tabulation now,
      ChangeLog changes,
      List<TurningPoint> points,
      List<Mark> marks) {
    this.facts = facts;
    this.termBegins = facts.law.termBegins();
    this.now = now;
    this.changes = changes;
    this.points = points;
    this.marks = marks;
    this.units = new UnitChanges(facts, changes);
    this.over = points.size();
  }

  /**
   * A pass that starts at a mark, after which nothing may have been written.
   *
   * @param latest the rows that count at the mark's moment
   */
  static CoursePass from(
      Mark mark,
      KnownFacts facts,
      int known,
      LatestRows latest,
      ChangeLog changes,
      List<TurningPoint> points,
      List<Mark> marks) {
    Tabulation then = Tabulation.asOf(facts, known, mark.moment(), latest);
    CoursePass pass = new CoursePass(facts, then, changes, points, marks);
    pass.units.goOnFrom(then, mark.leading());
    pass.majorities.goOnFrom(mark.held(), then);
    pass.lastMoment = mark.moment();
    pass.lastIndex = Long.MAX_VALUE;
    return pass;
  }

  /** The state after all that was taken in. */
  Tabulation now() {
    return now;
  }

  /** Whether a fact comes after all that were taken in. */
  boolean isNext(Entry entry) {
    long moment = entry.effective();
    return moment > lastMoment || (moment == lastMoment && entry.index() > lastIndex);
  }

  /** How many points are of moments that are over, so that they do not change any more. */
  int over() {
    return over;
  }

  /** Takes in the fact at a place. */
  void take(int place) {
    long moment = facts.effective(place);
    if (moment > lastMoment) endMoment();
    lastMoment = moment;
    lastIndex = place >= 0 ? facts.returns.index(place) : facts.other(place).entry.index();
    if (moment >= termBegins && now.now() < termBegins) beginTerm();
    now.take(place);
    if (place >= 0) units.afterReturns(place, facts, now, ofMoment);
    else {
      Entry entry = facts.entryAt(place);
      if (now.hasNoEffect(entry)) return; // it is a problem, and no part of the course
      units.after(place, entry, now, ofMoment);
      if (isAct(entry.fact())) ofMoment.add(new TurningPoint.Act(entry));
    }
    if (majorities.isConcerned(now)) majorities.after(() -> facts.entryAt(place), now);
  }

  private void beginTerm() {
    now.reach(termBegins);
    points.addAll(majorities.termBegins(now));
    over = points.size();
  }

  private void endMoment() {
    forgetOpen();
    List<TurningPoint> told = Lead.settled(ofMoment);
    told.addAll(majorities.close(now));
    told.sort(IN_TIME);
    points.addAll(told);
    ofMoment.clear();
    over = points.size();
    int since = marks.isEmpty() ? 0 : marks.getLast().changes();
    if (changes.size() - since >= BETWEEN_MARKS)
      marks.add(new Mark(lastMoment, changes.size(), over, units.leading(), majorities.held()));
  }

  private void forgetOpen() {
    points.subList(over, points.size()).clear();
  }

  /** Writes the points of the moment that goes on as they are if nothing further comes. */
  void tellOpen() {
    forgetOpen();
    List<TurningPoint> open = Lead.settled(ofMoment);
    open.addAll(majorities.open(now));
    open.sort(IN_TIME);
    points.addAll(open);
    if (now.now() < termBegins) points.addAll(MajorityEdges.whenTermBegins(now));
  }

  private static boolean isAct(Fact fact) {
    return switch (fact) {
      case Fact.Objection f -> true;
      case Fact.Declared f -> true;
      case Fact.Oath f -> true;
      case Fact.Call f -> f.unit().equals(Unit.NATION);
      case Fact.CallWithdrawn f -> true;
      case Fact.Challenge f -> true;
      case Fact.Ruling f -> f.closing();
      case Fact.ContingentBallot f -> true;
      case Fact.Acknowledgement f -> true;
      case Fact.Death f -> true;
      case Fact.Withdrawal f -> true;
      case Fact.Statement f -> true;
      case Fact.Header f -> false;
      case Fact.Addition f -> false;
      case Fact.Coverage f -> false;
      case Fact.Lot f -> false;
      case Fact.AuditRound f -> false;
      case Fact.Returns f -> false;
      case Fact.RankedReturns f -> false;
      case Fact.Certification f -> false;
      case Fact.Appointment f -> false;
      case Fact.NotAppointed f -> false;
      case Fact.Ascertainment f -> false;
      case Fact.ElectorVotes f -> false;
      case Fact.CountOpened f -> false;
      case Fact.ChamberVote f -> false;
      case Fact.CommissionRuling f -> false;
      case Fact.Counted f -> false;
      case Fact.VotingExtended f -> false;
      case Fact.Correction f -> false;
      case Fact.Retraction f -> false;
    };
  }
}
