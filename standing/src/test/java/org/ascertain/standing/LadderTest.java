package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.rung;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.standing.Standing.RungFigures;
import org.junit.jupiter.api.Test;

/** What the ladder says of electors that nobody has: open, or not known. */
class LadderTest {

  private static final String NIGHT = "2020-11-04T02:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private RungFigures called() {
    return rung(election.standing(), Rung.CALLED);
  }

  private static Fact call(String unit) {
    return new Fact.Call(on(NIGHT), unit, "AP", "biden");
  }

  private static Fact complete(Optional<String> caller) {
    return new Fact.Coverage(
        on("2020-11-03"), Matter.CALLS, Extent.COMPLETE, caller, List.of(), Optional.empty());
  }

  @Test
  void a_record_without_a_call_says_nothing_of_calls() {
    assertThat(called().held().extent()).isEqualTo(Extent.NONE);
    assertThat(called().unknown()).isEqualTo(538);
    assertThat(called().open()).isZero();
  }

  @Test
  void some_calls_leave_the_others_unknown_and_the_call_of_the_presidency_is_shown() {
    election.add(call("PA")).add(call("US"));
    assertThat(called().held())
        .isEqualTo(new Standing.Held(Extent.PARTIAL, 1, 56, Optional.empty()));
    assertThat(called().unknown()).isEqualTo(518);
    var own = Objects.requireNonNull(called().callers().get("AP"));
    assertThat(own.units()).isEqualTo(1);
    assertThat(own.presidency()).map(Standing.Presidency::candidate).contains("biden");
    assertThat(Objects.requireNonNull(called().callers().get("Fox")).presidency()).isEmpty();
  }

  @Test
  void where_the_record_is_complete_the_others_are_open() {
    election.add(complete(Optional.of("AP"))).add(call("PA"));
    assertThat(called().open()).isEqualTo(518);
    assertThat(called().unknown()).isZero();
    assertThat(called().held().extent()).isEqualTo(Extent.COMPLETE);
    assertThat(called().unassigned()).as("the sum of both").isEqualTo(518);
  }

  @Test
  void electors_that_were_never_appointed_are_neither() {
    election
        .add(complete(Optional.empty()))
        .add(new Fact.NotAppointed(on("2020-11-03"), "PA", 20, "no election was held"));
    assertThat(called().open()).isEqualTo(518);
    assertThat(called().unassigned()).isEqualTo(538);
  }

  @Test
  void somebody_who_spoke_later_spoke_at_the_stage_of_that_moment() {
    election.add(
        new Fact.Statement(
            on(NIGHT),
            "A director",
            Optional.empty(),
            Fact.Topic.SECURITY,
            List.of(),
            Optional.empty(),
            Optional.of("It was secure.")));
    assertThat(election.standing().statements())
        .singleElement()
        .satisfies(row -> assertThat(row.stage()).isEmpty());
  }
}
