package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.junit.jupiter.api.Test;

/**
 * A course of so many changes that it is told anew from a mark on the way, and not from its
 * beginning: it is the course of the whole record all the same.
 */
class LongCourseTest {

  /** Returns of counties, three at a moment, so that a mark lies within a block of changes. */
  private static final int FACTS = 4_500;

  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");

  /** Where electors are certified at the end, so that not only tallies change there. */
  private static final List<String> CERTIFIED = List.of("GA", "AZ", "WI", "MI", "NV", "NC");

  private final SmallElection election = new SmallElection();
  private final Follower follower = new Follower();

  private void hear(Fact fact) {
    election.add(fact);
    follower.hear(election.entries().getLast());
  }

  private static String second(int second) {
    return POLLS_CLOSE.plusSeconds(second).toString();
  }

  /** Every state reports once, then counties of Pennsylvania, and at the end six certify. */
  private void tellAll() {
    follower.hear(election.entries().getFirst());
    SmallElection.LAW.entitled().keySet().forEach(each -> hear(reported(each)));
    for (int i = 0; i < FACTS; i++)
      hear(returns("PA/" + i % 67, "first", second(1 + i / 3), 100 + i, 99 + i));
    for (String state : CERTIFIED) hear(certificate(state, second(FACTS / 3 + 1), 60, 40));
    for (int i = 0; i < 30; i++)
      hear(returns("PA/" + i, "first", second(FACTS / 3 + 2 + i), 10_000 + i, 9_000 + i));
  }

  private static Fact reported(String state) {
    return returns(state.equals("PA") ? "PA/0" : state, "first", second(0), 60, 40);
  }

  private void knowsTheWhole() {
    follower.knows(election.history().course());
  }

  @Test
  void what_comes_late_is_told_from_a_mark_as_it_would_be_from_the_beginning() {
    tellAll();
    knowsTheWhole();
    Course given = follower.growing.history().course();
    List<UnitChange> changes = List.copyOf(given.changes());
    List<UnitChange> beyond = given.beyondTallies();
    List<TurningPoint> points = given.points();
    hear(returns("PA/3", "first", second(FACTS / 3 - 1), 5, 4_000_000));
    knowsTheWhole();
    assertThat(follower.growing.points())
        .extracting(TurningPoint::entry)
        .as("the lead of a state passes, and with it the majority of those reported")
        .contains(election.entries().getLast());
    election.retract(election.entries().getLast().index());
    follower.hear(election.entries().getLast());
    knowsTheWhole();
    assertThat(given.changes()).as("what was given out stays as it was").isEqualTo(changes);
    assertThat(given.beyondTallies()).isEqualTo(beyond);
    assertThat(given.points()).isEqualTo(points);
  }

  @Test
  void what_comes_before_every_mark_is_told_too() {
    tellAll();
    hear(returns("PA/3", "first", second(2), 5, 4_000_000));
    knowsTheWhole();
    assertThat(follower.growing.history().course().upTo(History.ALL))
        .isEqualTo(sums(election.history().course().changes(), History.ALL));
  }

  @Test
  void up_to_any_moment_the_changes_of_each_unit_are_one() {
    tellAll();
    Course course = follower.growing;
    for (int at : new int[] {0, 1, 700, 1_365, 1_366, FACTS / 3 + 1, FACTS / 3 + 9}) {
      long moment = POLLS_CLOSE.plusSeconds(at).toEpochSecond() * 1_000_000_000L;
      assertThat(course.upTo(moment))
          .as("after %d seconds", at)
          .isEqualTo(sums(course.changes(), moment));
    }
  }

  /** The rule alone: each change of a unit put after the ones before it. */
  private static List<UnitChange> sums(List<UnitChange> changes, long moment) {
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
    List<UnitChange> all = new ArrayList<>(sums.values());
    all.sort(Comparator.comparing(UnitChange::entry, FactOrder.IN_TIME));
    return all;
  }

  @Test
  void an_entry_that_comes_again_under_its_moment_is_the_next_only_after_all_of_it() {
    tellAll();
    Entry last = election.entries().getLast();
    hear(returns("PA/3", "first", last.fact().attestation().at().toString(), 20_000, 9_100));
    knowsTheWhole();
    assertThat(follower.growing.changes().getLast().entry())
        .isEqualTo(election.entries().getLast());
  }
}
