package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;

/** The facts of a record with what is told of them so far; more can be taken in. */
final class GrowingCourse implements Course.Telling {

  private final KnownFacts facts;
  private final int known;
  private final ChangeLog changes;
  private final List<TurningPoint> points = new ArrayList<>();
  private final List<CoursePass.Mark> marks = new ArrayList<>();
  private CoursePass pass;

  /** What counts at the mark that was told from last: most facts that come late lie behind it. */
  private LatestRows latest;

  GrowingCourse(KnownFacts facts, int known) {
    this.facts = facts;
    this.known = known;
    this.changes = new ChangeLog(facts);
    this.pass = fromTheBeginning();
    this.latest = new LatestRows(facts.returns, known, Long.MIN_VALUE);
  }

  @Override
  public KnownFacts facts() {
    return facts;
  }

  @Override
  public ChangeLog.Kept changes() {
    return changes.kept();
  }

  @Override
  public List<TurningPoint> points() {
    return points;
  }

  @Override
  public Verdict<Base> base() {
    return state().base();
  }

  /** The state after all that was taken in. */
  Tabulation state() {
    return pass.now();
  }

  private CoursePass fromTheBeginning() {
    return new CoursePass(facts, facts.references(known), changes, points, marks);
  }

  Told add(Entry entry) {
    ChangeLog.Kept changesBefore = changes.kept();
    return switch (facts.add(entry)) {
      case Effect.Refused refused ->
          new Told(changes.size(), List.of(), points.size(), List.of(), false);
      case Effect.Stands(int place) ->
          pass.isNext(entry)
              ? takeNext(place, changesBefore)
              : tellAnew(entry.effective(), changesBefore);
      case Effect.Amended amended -> tellAnew(amended.from(), changesBefore);
    };
  }

  private Told takeNext(int place, ChangeLog.Kept changesBefore) {
    int over = pass.over();
    List<TurningPoint> open = List.copyOf(points.subList(over, points.size()));
    pass.take(place);
    pass.tellOpen();
    int same = same(open, 0, points.subList(over, points.size()));
    List<TurningPoint> told = points.subList(over + same, points.size());
    return new Told(
        changesBefore.size(),
        changes.kept().from(changesBefore.size()),
        over + same,
        told,
        same < open.size());
  }

  /** Tells everything anew from a moment on. */
  private Told tellAnew(long moment, ChangeLog.Kept changesBefore) {
    List<TurningPoint> pointsBefore = List.copyOf(points);
    int first = changesBefore.before(moment);
    tellFrom(moment, Long.MAX_VALUE);
    return told(changesBefore, first, pointsBefore, 0);
  }

  /** What is told now, against what was told before. */
  Told told(
      List<UnitChange> changesBefore,
      int firstChange,
      List<TurningPoint> pointsBefore,
      int firstPoint) {
    ChangeLog.Kept now = changes.kept();
    int changesKept = same(changesBefore, firstChange, now);
    int pointsKept = same(pointsBefore, firstPoint, points);
    return new Told(
        changesKept,
        now.from(changesKept),
        pointsKept,
        points.subList(pointsKept, points.size()),
        changesKept < changesBefore.size() || pointsKept < pointsBefore.size());
  }

  private static int same(List<?> before, int from, List<?> after) {
    int same = from;
    while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same)))
      same++;
    return same;
  }

  /** Forgets what was told from a moment on, and tells it from the last mark before. */
  void tellFrom(long moment, long until) {
    while (!marks.isEmpty() && marks.getLast().moment() >= moment) marks.removeLast();
    long after = Long.MIN_VALUE;
    if (marks.isEmpty()) {
      changes.cut(0);
      points.clear();
      pass = fromTheBeginning();
    } else {
      CoursePass.Mark mark = marks.getLast();
      changes.cut(mark.changes());
      points.subList(mark.points(), points.size()).clear();
      pass = CoursePass.from(mark, facts, known, latest(mark), changes, points, marks);
      after = mark.moment();
    }
    for (int place : facts.inTime.of(known, after, until)) pass.take(place);
    pass.tellOpen();
  }

  private LatestRows latest(CoursePass.Mark mark) {
    if (!latest.isStill(mark.moment()))
      latest = new LatestRows(facts.returns, known, mark.moment());
    return latest.lookOn();
  }
}
