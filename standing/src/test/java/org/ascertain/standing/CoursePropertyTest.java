package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Unit;

/** The course of an election grows with each entry to what the record so far says. */
class CoursePropertyTest {

  @Provide
  Arbitrary<List<Entry>> records() {
    return AnyRecord.records();
  }

  @Property(tries = 200)
  void what_is_told_of_every_entry_adds_up_to_the_course_of_the_record_so_far(
      @ForAll("records") List<Entry> record) {
    Follower follower = new Follower();
    for (int i = 0; i < record.size(); i++) {
      follower.hear(record.get(i));
      follower.knows(History.of(record.subList(0, i + 1), SmallElection.LAW, History.ALL).course());
    }
  }

  /** A server that starts takes in at once what its record has, and goes on from there. */
  @Property(tries = 100)
  void a_course_that_begins_with_many_entries_at_once_goes_on_as_one_that_heard_them_one_by_one(
      @ForAll("records") List<Entry> record, @ForAll @IntRange(min = 1, max = 40) int first) {
    int begin = Math.min(first, record.size());
    Gathering gathering = History.gather(SmallElection.LAW, KnownUnits.ANY, History.ALL);
    record.subList(0, begin).forEach(gathering::add);
    Course atOnce = gathering.course();
    Course oneByOne = Course.under(SmallElection.LAW, KnownUnits.ANY);
    record.subList(0, begin).forEach(oneByOne::add);
    for (Entry entry : record.subList(begin, record.size())) {
      Told told = atOnce.add(entry);
      assertThat(told).isEqualTo(oneByOne.add(entry));
      assertThat(atOnce.changes()).isEqualTo(oneByOne.changes());
      assertThat(atOnce.points()).isEqualTo(oneByOne.points());
    }
  }

  @Property(tries = 100)
  void the_course_of_a_history_given_out_stays_as_it_was_when_the_record_goes_on(
      @ForAll("records") List<Entry> record) {
    Course growing = Course.under(SmallElection.LAW, KnownUnits.ANY);
    record.forEach(growing::add);
    Course given = growing.history().course();
    List<UnitChange> changes = List.copyOf(given.changes());
    Course whole = History.of(record, SmallElection.LAW, History.ALL).course();
    assertThat(changes).isEqualTo(whole.changes());
    assertThat(given.points()).isEqualTo(whole.points());
    assertThat(given.base()).isEqualTo(whole.base());
    Entry late = record.getLast();
    growing.add(
        new Entry(
            late.index() + 1,
            late.recorded(),
            late.recordedBy(),
            new Fact.Retraction(late.fact().attestation(), 1, "it was another record's")));
    assertThat(given.changes()).isEqualTo(changes);
    assertThat(given.points()).isEqualTo(whole.points());
  }

  @Property(tries = 100)
  void changes_up_to_a_moment_are_those_of_each_unit_one_after_the_other(
      @ForAll("records") List<Entry> record, @ForAll @IntRange(min = 0, max = 40) int cut) {
    Course course = History.of(record, SmallElection.LAW, History.ALL).course();
    List<UnitChange> changes = course.changes();
    long moment = changes.isEmpty() ? 0 : changes.get(cut % changes.size()).moment();
    Map<Unit, UnitChange> sums = new LinkedHashMap<>();
    for (UnitChange each : changes) {
      if (each.moment() > moment || each.unit().isEmpty()) continue;
      Unit unit = each.unit().get();
      sums.merge(unit, each.withoutElectors(), UnitChange::then);
      Unit home =
          SmallElection.LAW.units().stream()
              .filter(other -> other.jurisdiction().equals(unit.jurisdiction()))
              .findFirst()
              .orElseThrow();
      if (!each.electors().isEmpty()) sums.merge(home, each.electorsOf(home), UnitChange::then);
    }
    assertThat(course.upTo(moment))
        .isEqualTo(
            sums.values().stream()
                .sorted(Comparator.comparing(UnitChange::entry, FactOrder.IN_TIME))
                .toList());
  }

  @Property(tries = 100)
  void what_is_no_change_beyond_a_tally_is_returns_and_changes_a_tally_alone(
      @ForAll("records") List<Entry> record) {
    Course course = History.of(record, SmallElection.LAW, History.ALL).course();
    List<UnitChange> beyond = course.beyondTallies();
    assertThat(course.changes()).containsSubsequence(beyond);
    List<UnitChange> others = new ArrayList<>(course.changes());
    beyond.forEach(others::remove);
    assertThat(others)
        .allMatch(change -> change.entry().fact() instanceof Fact.Returns)
        .allMatch(change -> change.tally().isPresent() && change.stage().isEmpty())
        .allMatch(change -> change.electors().isEmpty());
  }

  @Property(tries = 100)
  void first_and_last_fact_and_those_that_are_no_returns_are_those_of_the_whole_list(
      @ForAll("records") List<Entry> record, @ForAll @IntRange(min = 0, max = 40) int cut) {
    History whole = History.of(record, SmallElection.LAW, History.ALL);
    List<Entry> all = whole.entries();
    long moment = all.isEmpty() ? 0 : all.get(cut % all.size()).effective();
    for (History history : List.of(whole, whole.until(moment), whole.early())) {
      List<Entry> entries = history.entries();
      assertThat(history.last())
          .isEqualTo(entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast()));
      assertThat(history.besidesReturns())
          .isEqualTo(
              entries.stream().filter(each -> !(each.fact() instanceof Fact.Returns)).toList());
    }
    if (!all.isEmpty()) assertThat(whole.begin()).isEqualTo(all.getFirst().effective());
  }

  @Property(tries = 100)
  void majorities_of_the_course_are_the_turns_of_the_history_with_their_bounds(
      @ForAll("records") List<Entry> record) {
    History history = History.of(record, SmallElection.LAW, History.ALL);
    List<TurningPoint> points = history.course().points();
    for (Rung rung : Rung.values()) {
      assertThat(edges(points, rung, true))
          .containsExactlyInAnyOrderElementsOf(
              history.majorities(rung).stream().map(Turn::since).toList());
      assertThat(edges(points, rung, false))
          .containsExactlyInAnyOrderElementsOf(
              history.majorities(rung).stream().flatMap(turn -> turn.until().stream()).toList());
    }
  }

  private static List<Turn.Edge> edges(List<TurningPoint> points, Rung rung, boolean begins) {
    return points.stream()
        .filter(TurningPoint.Majority.class::isInstance)
        .map(TurningPoint.Majority.class::cast)
        .filter(point -> point.rung() == rung && point.begins() == begins)
        .map(TurningPoint.Majority::edge)
        .toList();
  }
}
