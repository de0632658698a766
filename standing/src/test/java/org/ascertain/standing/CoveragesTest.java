package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

/** What a record says that it holds, unit by unit and caller by caller. */
class CoveragesTest {

  private static final Source DESK = Source.of("desk", "The desk");
  private static final long LATE = When.parse("2021-01-31").effective();

  private final Coverages coverages = new Coverages();
  private int index;

  private void says(String at, Matter of, Extent extent, String caller, String... units) {
    add(
        new Fact.Coverage(
            on(at),
            of,
            extent,
            caller.isEmpty() ? Optional.empty() : Optional.of(caller),
            List.of(units),
            Optional.empty()));
  }

  private void add(Fact fact) {
    coverages.add(new Entry(++index, Instant.parse("2020-11-03T00:00:00Z"), "7", fact));
  }

  private static Attestation on(String at) {
    return Attestation.of(When.parse(at), DESK);
  }

  private Extent calls(String caller, String unit) {
    return coverages.extent(Matter.CALLS, Optional.of(caller), unit, LATE);
  }

  @Test
  void what_a_record_never_speaks_of_is_partial_where_it_holds_some_and_lacking_where_none() {
    assertThat(calls("AP", "PA")).isEqualTo(Extent.NONE);
    add(new Fact.Call(on("2020-11-07"), "PA", "AP", "biden"));
    assertThat(calls("AP", "PA")).isEqualTo(Extent.PARTIAL);
    assertThat(coverages.extent(Matter.OATHS, Optional.empty(), "US", LATE)).isEqualTo(Extent.NONE);
  }

  @Test
  void what_is_said_of_all_callers_holds_for_each_until_one_is_spoken_of() {
    says("2020-11-03", Matter.CALLS, Extent.COMPLETE, "");
    says("2020-11-04", Matter.CALLS, Extent.NONE, "Fox");
    assertThat(calls("AP", "PA")).isEqualTo(Extent.COMPLETE);
    assertThat(calls("Fox", "PA")).isEqualTo(Extent.NONE);
  }

  @Test
  void what_is_said_of_one_unit_says_nothing_of_another() {
    says("2020-11-03", Matter.CALLS, Extent.COMPLETE, "AP", "OH", "FL");
    assertThat(calls("AP", "OH")).isEqualTo(Extent.COMPLETE);
    assertThat(calls("AP", "PA")).isEqualTo(Extent.NONE);
  }

  @Test
  void returns_of_a_state_are_not_those_of_its_counties_or_districts() {
    says("2020-11-03", Matter.RETURNS, Extent.COMPLETE, "", "ME");
    assertThat(coverages.isComplete(Matter.RETURNS, Optional.empty(), "ME", LATE)).isTrue();
    assertThat(coverages.isComplete(Matter.RETURNS, Optional.empty(), "ME-2", LATE)).isFalse();
    says("2020-11-03", Matter.RETURNS, Extent.COMPLETE, "");
    assertThat(coverages.isComplete(Matter.RETURNS, Optional.empty(), "ME-2", LATE)).isTrue();
    assertThat(coverages.isComplete(Matter.RETURNS, Optional.empty(), "ME/23001", LATE)).isFalse();
  }

  @Test
  void what_concerns_a_jurisdictions_electors_concerns_those_of_its_districts() {
    says("2020-12-14", Matter.ELECTOR_VOTES, Extent.COMPLETE, "", "ME");
    assertThat(coverages.isComplete(Matter.ELECTOR_VOTES, Optional.empty(), "ME-2", LATE)).isTrue();
  }

  @Test
  void the_later_of_two_counts() {
    says("2020-11-05", Matter.CALLS, Extent.PARTIAL, "");
    says("2020-11-03", Matter.CALLS, Extent.COMPLETE, "");
    assertThat(calls("AP", "PA")).isEqualTo(Extent.PARTIAL);
  }

  @Test
  void after_the_day_up_to_which_a_record_is_complete_it_is_partial() {
    add(
        new Fact.Coverage(
            on("2020-11-03"),
            Matter.CALLS,
            Extent.COMPLETE,
            Optional.empty(),
            List.of(),
            Optional.of(LocalDate.of(2020, 11, 8))));
    assertThat(
            coverages.isComplete(
                Matter.CALLS,
                Optional.of("AP"),
                "PA",
                When.parse("2020-11-08T23:59:59-05:00").effective()))
        .isTrue();
    assertThat(calls("AP", "PA")).isEqualTo(Extent.PARTIAL);
  }
}
