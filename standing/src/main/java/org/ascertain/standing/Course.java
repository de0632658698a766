package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;

/**
 * The course of an election: every change of its units and every turning point, in the order of
 * time, as they follow from the entries known so far. It grows with each entry; what an entry
 * changes of what was told before, as a correction does, {@link Told} says.
 *
 * <p>Not for use by several threads at once.
 */
public final class Course {

  private static final Comparator<TurningPoint> IN_TIME =
      Comparator.comparingLong(TurningPoint::moment)
          .thenComparingLong(point -> point.entry().index());

  private final Law law;
  private final KnownUnits known;
  private final List<Entry> record = new ArrayList<>();
  private final List<UnitChange> changes = new ArrayList<>();
  private final List<TurningPoint> points = new ArrayList<>();
  private Optional<Telling> telling = Optional.empty();

  private Course(Law law, KnownUnits known) {
    this.law = law;
    this.known = known;
  }

  /** A course of nothing yet; the first entry to add is the record's header. */
  public static Course under(Law law, KnownUnits known) {
    return new Course(law, known);
  }

  /** The course of all entries of a record known, in any order. */
  static Course of(Collection<Entry> record, History history) {
    Course course = new Course(history.law(), history.knownUnits());
    course.record.addAll(record);
    course.tell(history);
    return course;
  }

  /** Takes in the next entry of the record. */
  public Told add(Entry entry) {
    record.add(entry);
    if (entry.fact() instanceof Header && telling.isEmpty()) {
      History.header(record)
          .ifPresent(
              header ->
                  telling =
                      Optional.of(
                          new Telling(new Tabulation(header, law, known, References.NONE))));
      return new Told(0, List.of(), 0, List.of(), false);
    }
    List<UnitChange> changesBefore = List.copyOf(changes);
    List<TurningPoint> pointsBefore = List.copyOf(points);
    Optional<Telling> goesOn = telling.filter(each -> each.isNext(entry));
    if (goesOn.isPresent()) goesOn.get().take(entry);
    else tell(History.of(record, law, known, History.ALL));
    int changesKept = same(changesBefore, changes);
    int pointsKept = same(pointsBefore, points);
    return new Told(
        changesKept,
        changes.subList(changesKept, changes.size()),
        pointsKept,
        points.subList(pointsKept, points.size()),
        changesKept < changesBefore.size() || pointsKept < pointsBefore.size());
  }

  private static int same(List<?> before, List<?> after) {
    int same = 0;
    while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same)))
      same++;
    return same;
  }

  private void tell(History history) {
    changes.clear();
    points.clear();
    Telling fresh = new Telling(history.empty());
    for (Entry entry : history.entries()) fresh.take(entry);
    telling = Optional.of(fresh);
  }

  /** Every change, in the order of (effective moment, index). */
  public List<UnitChange> changes() {
    return List.copyOf(changes);
  }

  /** Every turning point, in the order of time. */
  public List<TurningPoint> points() {
    return List.copyOf(points);
  }

  /**
   * All changes up to and at a moment (nanoseconds since 1970-01-01T00:00Z), those of each unit in
   * one. Those of the nation are not among them.
   */
  public List<UnitChange> upTo(long moment) {
    Map<Unit, UnitChange> sums = new LinkedHashMap<>();
    for (UnitChange each : changes) {
      if (each.moment() > moment) break;
      each.unit().ifPresent(unit -> sums.merge(unit, each, UnitChange::then));
    }
    return List.copyOf(sums.values());
  }

  /** The pass over the facts in force in the order of time, which goes on as long as they come. */
  private final class Telling {
    private final Tabulation now;
    private final UnitChanges units = new UnitChanges();
    private final MajorityEdges majorities = new MajorityEdges();

    /** Points of moments that are over; those of the moment that goes on are told after them. */
    private final List<TurningPoint> over = new ArrayList<>();

    private final List<TurningPoint> ofMoment = new ArrayList<>();
    private Optional<Entry> last = Optional.empty();

    Telling(Tabulation empty) {
      this.now = empty;
    }

    boolean isNext(Entry entry) {
      return !(entry.fact() instanceof Fact.Correction)
          && !(entry.fact() instanceof Fact.Retraction)
          && !(entry.fact() instanceof Header)
          && !(entry.fact() instanceof Addition)
          && References.replaces(entry.fact()).isEmpty()
          && (last.isEmpty() || FactOrder.IN_TIME.compare(last.get(), entry) < 0);
    }

    void take(Entry entry) {
      long moment = entry.effective();
      if (last.isPresent() && last.get().effective() < moment) endMoment();
      last = Optional.of(entry);
      if (moment >= law.termBegins() && now.now() < law.termBegins()) {
        now.reach(law.termBegins());
        over.addAll(majorities.termBegins(now));
      }
      now.add(entry);
      changes.addAll(units.after(entry, now, ofMoment));
      if (isAct(entry.fact())) ofMoment.add(new TurningPoint.Act(entry));
      majorities.after(entry, now);
      points.subList(Math.min(points.size(), over.size()), points.size()).clear();
      points.addAll(over.subList(points.size(), over.size()));
      List<TurningPoint> open = new ArrayList<>(ofMoment);
      open.addAll(majorities.open(now));
      open.sort(IN_TIME);
      points.addAll(open);
      if (now.now() < law.termBegins()) points.addAll(MajorityEdges.whenTermBegins(now));
    }

    private void endMoment() {
      ofMoment.addAll(majorities.close(now));
      ofMoment.sort(IN_TIME);
      over.addAll(ofMoment);
      ofMoment.clear();
    }
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
