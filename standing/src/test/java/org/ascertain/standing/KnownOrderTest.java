package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.election.Entry;
import org.junit.jupiter.api.Test;

/** What is known of the order of facts, where of some only a day or bounds are known. */
class KnownOrderTest {

  private static final String NOON = "2020-12-14T12:00:00-05:00";
  private static final String EVENING = "2020-12-14T19:00:00-05:00";

  private static KnownOrder of(String... times) {
    SmallElection election = new SmallElection();
    List<String> states = List.of("AL", "AZ", "CA", "DE");
    for (int i = 0; i < times.length; i++)
      election.add(SmallElection.certificate(states.get(i), times[i], 2, 1));
    List<Entry> entries = election.entries();
    return new KnownOrder(entries.subList(1, entries.size()));
  }

  private static long index(java.util.Optional<Entry> entry) {
    return entry.map(Entry::index).orElse(-1L);
  }

  private static final long NOBODY = -1;

  @Test
  void first_and_last_are_those_at_the_ends_of_known_moments() {
    KnownOrder order = of(EVENING, NOON, "2020-12-13");
    assertThat(index(order.first())).isEqualTo(3);
    assertThat(index(order.last())).isEqualTo(1);
  }

  @Test
  void a_fact_of_the_same_day_without_an_hour_may_have_come_before_and_after() {
    KnownOrder order = of(NOON, EVENING, "2020-12-14");
    assertThat(index(order.first())).isEqualTo(NOBODY);
    assertThat(index(order.last())).isEqualTo(NOBODY);
    assertThat(index(of(NOON, "2020-12-15", "2020-12-15").first())).isEqualTo(1);
  }

  @Test
  void bounds_that_reach_over_another_fact_leave_neither_first_nor_last() {
    KnownOrder order = of("2020-12-02", "2020-11-23/2020-12-09");
    assertThat(index(order.first())).isEqualTo(NOBODY);
    assertThat(index(order.last())).isEqualTo(NOBODY);
  }

  @Test
  void of_two_at_one_moment_neither_is_first() {
    assertThat(index(of(NOON, NOON, EVENING).first())).isEqualTo(NOBODY);
    assertThat(index(of(NOON, NOON, EVENING).last())).isEqualTo(3);
  }

  @Test
  void the_order_is_known_of_a_moment_and_of_a_day_without_another() {
    KnownOrder order = of(NOON, "2020-12-13", "2020-12-14", "2020-12-01/2020-12-12");
    assertThat(order.alike().stream().filter(order::isKnown).map(Entry::index))
        .containsExactly(1L, 2L, 4L);
    assertThat(of("2020-12-13", "2020-12-13").alike())
        .noneMatch(of("2020-12-13", "2020-12-13")::isKnown);
    KnownOrder over = of("2020-12-13", "2020-12-12/2020-12-14");
    assertThat(over.alike()).noneMatch(over::isKnown);
  }
}
