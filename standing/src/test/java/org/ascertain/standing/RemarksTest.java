package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Ticket;
import org.junit.jupiter.api.Test;

/** Facts that stand and that somebody should look at. */
class RemarksTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private List<String> remarks() {
    return election.standing().remarks().stream()
        .map(remark -> remark.check().code() + " at " + remark.index())
        .toList();
  }

  @Test
  void a_record_in_which_all_fits_has_none() {
    election
        .add(returns("PA", "first", NIGHT, 300, 200))
        .add(returns("PA/1", "first", NIGHT, 200, 150))
        .add(returns("PA/2", "first", NIGHT, 100, 50));
    assertThat(remarks()).isEmpty();
  }

  @Test
  void returns_and_calls_before_election_day_are_remarked() {
    election
        .add(returns("PA", "first", "2020-11-02T22:00:00-05:00", 3, 2))
        .add(new Fact.Call(on("2020-10-30"), "PA", "AP", "biden"))
        .add(new Fact.Call(on(NIGHT), "GA", "AP", "biden"));
    assertThat(remarks()).containsExactly("R601 at 1", "R601 at 2");
    assertThat(election.standing().problems()).isEmpty();
  }

  @Test
  void figures_below_the_total_are_remarked() {
    Returns plain = returns("PA", "first", NIGHT, 60, 40);
    election.add(
        new Returns(
            plain.attestation(),
            "PA",
            plain.votes(),
            OptionalLong.of(5),
            OptionalLong.of(110),
            true,
            OptionalLong.empty(),
            Optional.empty(),
            true));
    assertThat(remarks()).containsExactly("R602 at 1");
  }

  @Test
  void two_levels_and_two_sources_that_differ_are_remarked() {
    election
        .add(returns("PA", "first", NIGHT, 300, 200))
        .add(returns("PA/1", "first", NIGHT, 299, 200))
        .add(returns("PA", "second", NIGHT, 300, 201));
    assertThat(remarks()).containsExactly("R603 at 1", "R604 at 3");
  }

  @Test
  void districts_that_do_not_make_up_their_state_are_remarked() {
    election
        .add(returns("ME", "first", NIGHT, 300, 200))
        .add(returns("ME-1", "first", NIGHT, 200, 100))
        .add(returns("ME-2", "first", NIGHT, 110, 100));
    assertThat(remarks()).containsExactly("R603 at 1");
  }

  @Test
  void the_same_figures_twice_and_the_sum_of_siblings_are_remarked() {
    election
        .add(returns("PA/1", "first", NIGHT, 200, 150))
        .add(returns("PA/2", "first", NIGHT, 200, 150))
        .add(returns("PA/3", "first", NIGHT, 400, 300));
    assertThat(remarks()).containsExactly("R605 at 2", "R607 at 3");
  }

  @Test
  void tickets_of_the_same_persons_without_a_slate_are_remarked() {
    election.add(
        new Fact.Addition(
            on("2020-11-03"),
            List.of(),
            List.of(
                new Ticket("biden-labor", "biden", Optional.of("harris")),
                new Ticket("trump-green", "trump", Optional.of("harris"))),
            List.of(),
            List.of()));
    assertThat(remarks()).containsExactly("R606 at 1");
  }
}
