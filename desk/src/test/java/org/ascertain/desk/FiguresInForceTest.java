package org.ascertain.desk;

import static org.ascertain.desk.Said.pa;
import static org.ascertain.desk.Situation.attested;
import static org.ascertain.desk.Situation.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.junit.jupiter.api.Test;

/** What the record holds as a row arrives. */
class FiguresInForceTest {

  private final FiguresInForce figures = new FiguresInForce();
  private long entries;

  private void take(Fact fact) {
    figures.take(new Entry(++entries, Instant.EPOCH, "1", fact));
  }

  private void take(Said said) {
    take(said.fact());
  }

  private List<Long> recent() {
    return figures.recent("PA", "state").stream().map(Reported::counted).toList();
  }

  @Test
  void the_newest_by_its_own_time_is_first_whenever_it_came() {
    take(pa(2, 0).at("21:10"));
    take(pa(3, 0).at("21:20"));
    take(pa(1, 0).at("21:00"));

    assertThat(recent()).containsExactly(3L, 2L, 1L);
    assertThat(figures.newest("PA", "state").orElseThrow().entry()).isEqualTo(2);
    assertThat(figures.newest("PA", "wire")).isEmpty();
    assertThat(figures.byOthers("PA", "wire")).extracting(Reported::counted).containsExactly(3L);
  }

  @Test
  void of_one_moment_the_one_recorded_later_is_newer() {
    take(pa(2, 0));
    take(pa(1, 0));

    assertThat(recent()).containsExactly(1L, 2L);
  }

  @Test
  void half_an_hour_is_kept_and_what_came_before_it() {
    for (int minute = 0; minute < 60; minute += 10)
      take(pa(minute, 0).at("21:%02d".formatted(minute)));

    assertThat(recent()).containsExactly(50L, 40L, 30L, 20L, 10L);
  }

  @Test
  void parts_and_districts_add_up_as_they_change() {
    take(pa(10, 0).of("PA/42001"));
    take(pa(20, 0).of("PA/42003"));
    take(pa(15, 0).of("PA/42001").at("22:01"));
    take(pa(7, 0).of("ME-1"));
    take(pa(8, 0).of("ME-2"));

    assertThat(figures.below("PA", "state")).isEqualTo(new Before.Below(2, 35));
    assertThat(figures.below("PA", "wire")).isEqualTo(Before.Below.NOTHING);
    assertThat(figures.districts("ME", "state")).isEqualTo(new Before.Below(2, 15));
  }

  @Test
  void a_correction_of_what_is_kept_takes_its_place() {
    take(pa(10, 0).of("PA/42001"));
    take(new Fact.Correction(attested("2020-11-04"), 1, "a slip", pa(12, 0).of("PA/42001").fact()));

    assertThat(figures.newest("PA/42001", "state").orElseThrow().counted()).isEqualTo(12);
    assertThat(figures.below("PA", "state")).isEqualTo(new Before.Below(1, 12));
    assertThat(figures.isStale()).isFalse();
  }

  @Test
  void a_retraction_lets_what_came_before_stand_again() {
    take(pa(10, 0).at("21:00"));
    take(pa(12, 0));
    take(new Fact.Retraction(attested("2020-11-04"), 2, "a slip"));

    assertThat(recent()).containsExactly(10L);
    assertThat(figures.isStale()).isFalse();
  }

  @Test
  void what_reaches_behind_what_is_kept_is_told() {
    take(pa(10, 0));
    take(new Fact.Retraction(attested("2020-11-04"), 1, "a slip"));

    assertThat(figures.isStale()).isTrue();
  }

  @Test
  void a_call_that_was_taken_back_is_not_in_force() {
    String at = "2020-11-03T22:00:00-05:00";
    take(call("AP", "PA", "biden", at));
    take(call("NBC", "PA", "biden", at));
    take(new Fact.CallWithdrawn(attested(at), "PA", "AP", "biden"));

    assertThat(figures.calls("PA")).extracting(Before.Called::caller).containsExactly("NBC");
    assertThat(figures.calls("OH")).isEmpty();
  }
}
