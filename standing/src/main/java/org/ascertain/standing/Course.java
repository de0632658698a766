package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Correction;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Unit;
import org.ascertain.law.Base;
import org.ascertain.law.Law;
import org.ascertain.law.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The course of an election: every change of its units and every turning point, in the order of
 * time, as they follow from the entries known so far. It grows with each entry, at the cost of what
 * that changes; what an entry changes of what was told before, as a correction does, {@link Told}
 * says. While it grows its majorities come when their facts do; between what bounds they came is
 * known of a whole history and told by {@link History#course}.
 *
 * <p>Only one thread may add entries and ask for what is told; a {@link #history} that was given
 * out stays as it is, for any thread.
 */
public final class Course {

  private static final Told NOTHING_YET = new Told(0, List.of(), 0, List.of(), false);

  private final Law law;
  private final KnownUnits units;

  /** Entries that came before the header. */
  private final List<Entry> waiting = new ArrayList<>();

  private Optional<Telling> grown = Optional.empty();

  /** What is told of the facts of a record. */
  sealed interface Telling permits GrowingCourse, Kept {
    KnownFacts facts();

    ChangeLog.Kept changes();

    List<TurningPoint> points();

    Verdict<Base> base();
  }

  /** What was told at some time, as it stays. */
  record Kept(
      KnownFacts facts, ChangeLog.Kept changes, List<TurningPoint> points, Verdict<Base> base)
      implements Telling {

    Kept {
      points = List.copyOf(points);
    }

    Kept with(UnaryOperator<TurningPoint> told) {
      return new Kept(facts, changes, points.stream().map(told).toList(), base);
    }
  }

  private Course(Law law, KnownUnits units) {
    this.law = law;
    this.units = units;
  }

  /** A course of nothing yet; the first entry to add is the record's header. */
  public static Course under(Law law, KnownUnits units) {
    return new Course(law, units);
  }

  /**
   * The course of all facts in force by the first entries, up to and at a moment.
   *
   * @param told what becomes of each turning point before it is told
   */
  static Course of(KnownFacts facts, int known, long until, UnaryOperator<TurningPoint> told) {
    Course course = new Course(facts.law, facts.units);
    GrowingCourse grown = new GrowingCourse(facts, known);
    grown.tellFrom(Long.MIN_VALUE, until);
    grown.points().replaceAll(told);
    course.grown = Optional.of(grown);
    return course;
  }

  /** The course of facts of which everything is told already; no entry can be added to it. */
  static Course of(Kept told) {
    Course course = new Course(told.facts.law, told.facts.units);
    course.grown = Optional.of(told);
    return course;
  }

  /** The course of all entries taken in so far; it goes on with those that are added. */
  static Course of(KnownFacts facts) {
    Course course = new Course(facts.law, facts.units);
    GrowingCourse grown = new GrowingCourse(facts, Integer.MAX_VALUE);
    grown.tellFrom(Long.MIN_VALUE, Long.MAX_VALUE);
    course.grown = Optional.of(grown);
    return course;
  }

  /**
   * Takes in the next entry of the record.
   *
   * @throws IllegalArgumentException if it comes before one that was taken in
   */
  public Told add(Entry entry) {
    if (grown.isEmpty()) {
      if (!(entry.fact() instanceof Header header) || entry.index() != 0) {
        waiting.add(entry);
        return NOTHING_YET;
      }
      GrowingCourse begun =
          new GrowingCourse(new KnownFacts(header, law, units), Integer.MAX_VALUE);
      begun.facts().add(entry);
      grown = Optional.of(begun);
      waiting.forEach(this::add);
      return NOTHING_YET;
    }
    GrowingCourse now = growing();
    if (!declares(entry, now.facts())) return now.add(entry);
    ChangeLog.Kept changes = now.changes();
    List<TurningPoint> points = List.copyOf(now.points());
    GrowingCourse anew = new GrowingCourse(Gathering.of(now.facts(), entry), Integer.MAX_VALUE);
    anew.tellFrom(Long.MIN_VALUE, Long.MAX_VALUE);
    grown = Optional.of(anew);
    return anew.told(changes, 0, points, 0);
  }

  /** Whether an entry may change which names the record declares. */
  private static boolean declares(Entry entry, KnownFacts facts) {
    return switch (entry.fact()) {
      case Addition addition -> true;
      case Correction(var by, long corrects, var why, var with) -> with instanceof Addition;
      case Retraction(var by, long retracts, var why) ->
          facts
              .references(Integer.MAX_VALUE)
              .recorded(retracts)
              .filter(named -> named.fact() instanceof Addition)
              .isPresent();
      default -> false; // only additions declare names
    };
  }

  private Telling told() {
    return grown.orElseThrow(() -> new IllegalStateException("no header was taken in yet"));
  }

  private GrowingCourse growing() {
    if (told() instanceof GrowingCourse growing) return growing;
    throw new IllegalStateException("this course was kept as it was, and does not go on");
  }

  /**
   * The history of the entries taken in so far; it stays as it is when more come.
   *
   * @throws IllegalStateException before the header
   */
  public History history() {
    Telling now = told();
    Kept kept = new Kept(now.facts(), now.changes(), now.points(), now.base());
    return new History(kept.facts, kept.facts.known(), Long.MAX_VALUE, History.ALL, kept);
  }

  /**
   * Whether an entry counts that was taken in: one that makes no sense, or amends what is not in
   * force, counts nowhere.
   */
  public boolean counts(Entry entry) {
    GrowingCourse now = growing();
    return !now.state().hasNoEffect(entry)
        && now.facts().problems(Integer.MAX_VALUE).stream()
            .noneMatch(problem -> problem.index() == entry.index());
  }

  /** Whether the header has been taken in. */
  public boolean isBegun() {
    return grown.isPresent();
  }

  /**
   * What the election is, with the names that came late.
   *
   * @throws IllegalStateException before the header
   */
  public Header header() {
    return told().facts().header;
  }

  /** The law that is applied. */
  public Law law() {
    return law;
  }

  /** The ids of the candidates, in whose order the election tells them; none before the header. */
  public List<String> candidates() {
    return grown.map(now -> now.facts().register.candidates).orElse(List.of());
  }

  /**
   * Figures in the order of the tickets with those of one slate added up, at the place of the
   * slate's first ticket; its other tickets have none (-1).
   */
  public long[] bySlate(long[] figures) {
    return grown.map(now -> now.facts().register.bySlate(figures)).orElse(figures);
  }

  /** The ids of the tickets, in whose order the election tells them; none before the header. */
  public List<String> tickets() {
    return grown.map(now -> now.facts().register.tickets).orElse(List.of());
  }

  /**
   * The base of the majority and the majority, as the law has them after all that is known.
   *
   * @throws IllegalStateException before the header
   */
  public Verdict<Base> base() {
    return told().base();
  }

  /** Every change, in the order of (effective moment, index). */
  public List<UnitChange> changes() {
    return grown.<List<UnitChange>>map(Telling::changes).orElse(List.of());
  }

  /** Those of the changes that are of more than a unit's tally, in the same order. */
  public List<UnitChange> beyondTallies() {
    return grown.map(now -> now.changes().beyondTallies()).orElse(List.of());
  }

  /** Every turning point, in the order of time. */
  public List<TurningPoint> points() {
    return grown.map(now -> List.copyOf(now.points())).orElse(List.of());
  }

  /**
   * All changes up to and at a moment (nanoseconds since 1970-01-01T00:00Z), those of each unit in
   * one. Those of the nation are not among them. The electors of a jurisdiction stand in the row of
   * its first unit alone, as they were changed last. In the order of time.
   */
  public List<UnitChange> upTo(long moment) {
    if (grown.isEmpty()) return List.of();
    ChangeLog.Kept changes = grown.get().changes();
    Map<Unit, UnitChange> sums = new LinkedHashMap<>();
    // Of tallies of a unit that follow each other the last one says all.
    Map<Unit, Integer> tallied = new HashMap<>();
    for (int i = 0; i < changes.size() && changes.moment(i) <= moment; i++) {
      Unit alone = changes.tallied(i);
      if (alone != null && sums.containsKey(alone)) {
        tallied.put(alone, i);
        continue;
      }
      UnitChange each = changes.get(i);
      if (each.unit().isEmpty()) continue;
      Unit unit = each.unit().get();
      add(sums, unit, each.withoutElectors(), tallied.remove(unit), changes);
      if (each.electors().isEmpty()) continue;
      Unit home = home(unit);
      add(sums, home, each.electorsOf(home), tallied.remove(home), changes);
    }
    tallied.forEach((unit, last) -> sums.merge(unit, changes.get(last), UnitChange::then));
    return sums.values().stream()
        .sorted(Comparator.comparing(UnitChange::entry, FactOrder.IN_TIME))
        .toList();
  }

  private static void add(
      Map<Unit, UnitChange> sums,
      Unit unit,
      UnitChange change,
      @Nullable Integer tallied,
      ChangeLog.Kept changes) {
    if (tallied != null) sums.merge(unit, changes.get(tallied), UnitChange::then);
    sums.merge(unit, change, UnitChange::then);
  }

  private Unit home(Unit unit) {
    return law.units().stream()
        .filter(other -> other.jurisdiction().equals(unit.jurisdiction()))
        .findFirst()
        .orElseThrow();
  }
}
