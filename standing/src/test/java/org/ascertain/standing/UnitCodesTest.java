package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.KnownUnits.Listed;
import org.junit.jupiter.api.Test;

/** A unit below the states must be one that is known, and of one list. */
class UnitCodesTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";

  private static final KnownUnits KNOWN =
      KnownUnits.of(
          2020,
          2020,
          List.of(
              listed("PA", "42001", "counties"),
              listed("PA", "42003", "counties"),
              listed("PA", "42101", "regions")));

  private final SmallElection election = new SmallElection();

  private static Listed listed(String jurisdiction, String code, String vintage) {
    return new Listed(jurisdiction, code, "name", 2020, 2020, vintage, Optional.empty());
  }

  private Standing standing() {
    return History.of(election.entries(), SmallElection.LAW, KNOWN, History.ALL).standing();
  }

  private List<String> problems() {
    return standing().problems().stream().map(p -> p.check().code() + " " + p.index()).toList();
  }

  @Test
  void a_code_that_is_not_known_counts_nowhere_and_the_nearest_is_named() {
    election
        .add(returns("PA/42001", "first", NIGHT, 1, 2))
        .add(returns("PA/42009", "first", NIGHT, 100, 200));

    assertThat(problems()).containsExactly("R415 2");
    assertThat(standing().problems().getFirst().detail())
        .isEqualTo("PA/42009, the nearest is PA/42001 name");
    assertThat(row(standing(), "PA").votes()).isEqualTo(votes(1, 2));
  }

  @Test
  void units_of_two_lists_are_one_problem_at_the_later() {
    election
        .add(returns("PA/42001", "first", NIGHT, 1, 2))
        .add(returns("PA/42101", "first", NIGHT, 100, 200))
        .add(returns("PA/42003", "first", NIGHT, 3, 4));

    assertThat(problems()).containsExactly("R416 2");
    assertThat(row(standing(), "PA").votes()).isEqualTo(votes(4, 6));
  }

  @Test
  void below_the_counties_and_where_no_list_speaks_any_code_is_taken() {
    election
        .add(returns("PA/42001/any", "first", NIGHT, 1, 2))
        .add(returns("GA/any", "first", NIGHT, 1, 2));
    assertThat(problems()).isEmpty();
  }

  private static Fact retraction(long of) {
    return new Fact.Retraction(SmallElection.on("2020-11-04"), of, "the wrong list");
  }

  @Test
  void what_was_refused_beside_a_list_counts_once_nothing_of_that_list_is_in_force() {
    election
        .add(returns("PA/42101", "first", NIGHT, 100, 200))
        .add(returns("PA/42001", "first", NIGHT, 1, 2))
        .add(returns("PA/42003", "first", NIGHT, 3, 4));
    assertThat(problems()).containsExactly("R416 2", "R416 3");
    election.add(retraction(1));
    assertThat(problems()).isEmpty();
    assertThat(row(standing(), "PA").votes()).isEqualTo(votes(4, 6));
    election.add(returns("PA/42101", "first", NIGHT, 100, 200));
    assertThat(problems())
        .as("a unit that was known once is no exception")
        .containsExactly("R416 5");
    assertThat(row(standing(), "PA").votes()).isEqualTo(votes(4, 6));
  }

  @Test
  void a_fact_that_is_restored_is_refused_where_another_list_came_meanwhile() {
    election
        .add(returns("PA/42101", "first", NIGHT, 100, 200))
        .add(
            new Fact.Correction(
                SmallElection.on("2020-11-04"),
                1,
                "too many",
                returns("PA/42101", "first", NIGHT, 10, 20)));
    election.add(retraction(1)).add(returns("PA/42001", "first", NIGHT, 1, 2));
    assertThat(problems()).isEmpty();
    assertThat(row(standing(), "PA").votes()).isEqualTo(votes(1, 2));
  }

  @Test
  void a_fact_of_a_list_that_is_refused_for_another_reason_refuses_nobody() {
    Fact.Returns plain = returns("PA/42101", "first", NIGHT, 100, 200);
    election
        .add(
            new Fact.Returns(
                plain.attestation(),
                "PA/42101",
                plain.votes(),
                OptionalLong.empty(),
                OptionalLong.of(5),
                true,
                OptionalLong.empty(),
                Optional.empty(),
                false))
        .add(returns("PA/42001", "first", NIGHT, 1, 2));
    assertThat(problems()).containsExactly("R408 1");
  }

  @Test
  void told_entry_by_entry_it_is_the_same_as_told_at_once() {
    election
        .add(returns("PA/42101", "first", NIGHT, 100, 200))
        .add(returns("PA/42001", "first", NIGHT, 1, 2))
        .add(retraction(1))
        .add(returns("PA/42101", "first", "2020-11-03T23:00:00-05:00", 7, 7));
    Course course = Course.under(SmallElection.LAW, KNOWN);
    election.entries().forEach(course::add);
    History whole = History.of(election.entries(), SmallElection.LAW, KNOWN, History.ALL);
    assertThat(course.changes()).isEqualTo(whole.course().changes());
    assertThat(course.points()).isEqualTo(whole.course().points());
    assertThat(course.history().standing()).isEqualTo(whole.standing());
  }

  @Test
  void a_fact_that_is_admitted_late_is_told_from_its_own_moment_on() {
    election
        .add(returns("PA/42101", "first", NIGHT, 100, 200))
        .add(returns("GA", "first", "2020-11-03T21:30:00-05:00", 1, 2))
        .add(returns("PA/42001", "first", "2020-11-03T21:00:00-05:00", 1, 2))
        .add(retraction(1));
    Course course = Course.under(SmallElection.LAW, KNOWN);
    Told told = election.entries().stream().map(course::add).toList().getLast();
    assertThat(told.changesKept()).isZero();
    assertThat(told.changes()).isEqualTo(course.changes());
    assertThat(told.changes().getFirst().entry().index()).isEqualTo(3);
  }
}
