package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.rung;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;

/**
 * Who has electors on rungs that only a later fact implies: by their pledge, never by deviation.
 */
class PledgedRungsTest {

  private final SmallElection election = new SmallElection();

  /** Votes of Texas' electors for President, name and number by turns. */
  private static Fact texas(Object... votes) {
    Map<String, Long> president = new LinkedHashMap<>();
    for (int i = 0; i < votes.length; i += 2)
      president.put((String) votes[i], ((Integer) votes[i + 1]).longValue());
    return new Fact.ElectorVotes(
        on("2020-12-14"),
        "TX",
        new Ballots.Distinct(Votes.of(president), Votes.NONE),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  private static Fact appointed(long number, long... electors) {
    return new Fact.Appointment(
        on("2020-11-03"), "TX", number, "popular vote", SmallElection.votes(electors));
  }

  private Map<String, Long> electors(Rung rung) {
    Map<String, Long> electors = new LinkedHashMap<>();
    rung(election.standing(), rung).electors().forEach(electors::put);
    return electors;
  }

  @Test
  void a_vote_against_the_pledge_is_on_no_earlier_rung() {
    election.add(appointed(38, 0, 38)).add(texas("trump", 36, "pence", 2));
    assertThat(electors(Rung.VOTED)).isEqualTo(Map.of("trump", 36L, "pence", 2L));
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo(Map.of("trump", 38L));
    assertThat(electors(Rung.CERTIFIED)).isEqualTo(Map.of("trump", 38L));
    assertThat(rung(election.standing(), Rung.ASCERTAINED).implied()).containsExactly("TX");
  }

  @Test
  void an_elector_whose_pledge_the_record_does_not_tell_is_unknown() {
    election.add(texas("trump", 36, "pence", 2));
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo(Map.of("trump", 36L));
    assertThat(election.end().unknownElectors(Rung.ASCERTAINED)).isEqualTo(538 - 36);
    assertThat(rung(election.standing(), Rung.VOTED).unknown()).isEqualTo(500);
  }

  @Test
  void the_executives_own_certificate_goes_before_the_appointment() {
    election.add(appointed(38, 0, 38)).add(ascertainment("TX", "2020-12-01", 38));
    assertThat(electors(Rung.ASCERTAINED)).isEqualTo(Map.of("biden", 38L));
    assertThat(electors(Rung.VOTED)).isEmpty();
  }

  @Test
  void an_appointment_alone_is_on_no_rung() {
    election.add(appointed(38, 0, 38));
    assertThat(electors(Rung.CERTIFIED)).isEmpty();
    assertThat(electors(Rung.ASCERTAINED)).isEmpty();
    assertThat(SmallElection.row(election.standing(), "TX").appointedFor())
        .contains(SmallElection.votes(0, 38));
  }
}
