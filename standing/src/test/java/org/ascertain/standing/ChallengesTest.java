package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.challenge;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import org.ascertain.election.Check;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Problem;
import org.junit.jupiter.api.Test;

/** Challenges, and what came of them. */
class ChallengesTest {

  private final SmallElection election =
      new SmallElection().add(challenge("C1", ChallengeKind.LAWSUIT, "2020-11-05", "PA"));

  @Test
  void a_challenge_is_open_until_its_last_ruling() {
    assertThat(election.standing().challenges().getFirst().open()).isTrue();
    election.add(ruling("C1", "2020-11-06", false));
    assertThat(election.standing().challenges().getFirst().open()).isTrue();
    election.add(ruling("C1", "2020-11-07", true));
    assertThat(election.standing().challenges().getFirst().open()).isFalse();
    assertThat(election.standing().challenges().getFirst().rulings()).hasSize(2);
    assertThat(election.at("2020-11-06").challenges().getFirst().open()).isTrue();
    assertThat(election.at("2020-11-04").challenges()).isEmpty();
  }

  @Test
  void it_stands_on_the_row_of_its_jurisdiction() {
    election.add(challenge("C2", ChallengeKind.RECOUNT, "2020-11-06", "ME-2"));
    assertThat(row(election.standing(), "PA").challenges()).containsExactly("C1");
    assertThat(row(election.standing(), "ME").challenges()).containsExactly("C2");
    assertThat(row(election.standing(), "ME-2").challenges()).isEmpty();
    assertThat(row(election.standing(), "GA").challenges()).isEmpty();
  }

  @Test
  void a_ruling_before_its_challenge_counts_nowhere_and_is_told() {
    election.add(ruling("C1", "2020-11-04", true));
    assertThat(election.standing().challenges().getFirst().open()).isTrue();
    assertThat(election.standing().challenges().getFirst().rulings()).isEmpty();
    assertThat(election.standing().problems())
        .containsExactly(new Problem(Check.RULING_TOO_EARLY, 2, "at", "C1"));
  }

  @Test
  void a_ruling_of_no_challenge_is_told() {
    election.add(ruling("C9", "2020-11-09", true));
    assertThat(election.standing().problems())
        .containsExactly(new Problem(Check.UNKNOWN_CHALLENGE, 2, "challenge", "C9"));
  }

  @Test
  void a_challenge_recorded_after_its_ruling_is_no_mistake() {
    SmallElection late = new SmallElection();
    late.add(ruling("C1", "2020-11-09", true));
    late.add(challenge("C1", ChallengeKind.LAWSUIT, "2020-11-05", "PA"));
    assertThat(late.standing().problems()).isEmpty();
    assertThat(late.standing().challenges().getFirst().open()).isFalse();
  }

  @Test
  void a_challenge_changes_no_figure() {
    SmallElection without = new SmallElection().add(certificate("PA", "2020-11-24", 2, 1));
    election.add(certificate("PA", "2020-11-24", 2, 1));
    for (Rung rung : Rung.values())
      assertThat(SmallElection.rung(election.standing(), rung).electors())
          .isEqualTo(SmallElection.rung(without.standing(), rung).electors());
  }
}
