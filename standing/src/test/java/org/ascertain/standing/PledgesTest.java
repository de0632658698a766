package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;

/**
 * Votes against the pledge that were accepted where the law of the state makes them void: Michigan
 * and Colorado do (table of the law, 2020), Pennsylvania does not.
 */
class PledgesTest {

  private final SmallElection election = new SmallElection();

  private static Fact voted(String place, long biden, long trump) {
    return new Fact.ElectorVotes(
        on("2020-12-14"),
        place,
        new Ballots.Distinct(Votes.of(List.of("biden", "trump"), biden, trump), Votes.NONE),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  private static Fact ascertained(String place, long... electors) {
    return SmallElection.ascertainment(place, "2020-11-24", electors);
  }

  private List<String> problems() {
    return election.standing().problems().stream().map(Problem::detail).toList();
  }

  @Test
  void a_vote_against_the_pledge_that_the_law_makes_void_is_told() {
    election.add(ascertained("MI", 16)).add(voted("MI", 15, 1));
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("a vote of MI for trump is against the pledge, and void by the law");
    assertThat(election.standing().problems().getFirst().index()).isEqualTo(2);
    assertThat(election.standing().problems().getFirst().path()).isEqualTo("president");
  }

  @Test
  void votes_that_follow_the_pledge_or_are_fewer_are_in_order() {
    election.add(ascertained("MI", 15, 1)).add(voted("MI", 15, 1));
    assertThat(problems()).isEmpty();
    election.add(ascertained("CO", 9)).add(voted("CO", 8, 0));
    assertThat(problems()).isEmpty();
  }

  @Test
  void where_the_law_lets_such_votes_count_nothing_is_said() {
    election.add(ascertained("PA", 20)).add(voted("PA", 19, 1));
    assertThat(problems()).isEmpty();
  }

  @Test
  void without_a_certificate_the_appointment_tells_the_pledge() {
    election.add(voted("MI", 15, 1));
    assertThat(problems()).as("nobody knows to whom they were pledged").isEmpty();
    election.add(new Fact.Appointment(on("2020-11-03"), "MI", 16, "by law", Votes.NONE));
    assertThat(problems()).isEmpty();
    election.add(new Fact.Appointment(on("2020-11-04"), "MI", 16, "by law", votes(16)));
    assertThat(problems()).hasSize(1);
  }

  @Test
  void where_somebody_died_to_whom_electors_were_pledged_nothing_is_said() {
    election.add(ascertained("MI", 16)).add(voted("MI", 15, 1));
    election.add(new Fact.Death(on("2020-12-01"), "trump"));
    assertThat(problems()).as("nobody was pledged to him").hasSize(1);
    election.add(new Fact.Death(on("2020-12-01"), "biden"));
    assertThat(problems()).isEmpty();
  }
}
