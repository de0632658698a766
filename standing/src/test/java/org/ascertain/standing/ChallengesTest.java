package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.challenge;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Problem;
import org.ascertain.standing.Standing.Settlement.Answer;
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
  void a_ruling_at_the_moment_of_its_challenge_counts() {
    election.add(ruling("C1", "2020-11-05", true));
    assertThat(election.standing().problems()).isEmpty();
    assertThat(election.standing().challenges().getFirst().open()).isFalse();
  }

  @Test
  void of_two_with_one_id_the_one_recorded_first_counts_whichever_came_first() {
    election.add(challenge("C1", ChallengeKind.RECOUNT, "2020-11-04", "GA"));
    assertThat(election.standing().problems())
        .containsExactly(new Problem(Check.CHALLENGE_TWICE, 2, "id", "C1"));
    assertThat(row(election.standing(), "PA").challenges()).containsExactly("C1");
    assertThat(row(election.standing(), "GA").challenges()).isEmpty();
  }

  @Test
  void what_concerns_a_state_unsettles_its_districts_and_what_concerns_a_district_only_that() {
    for (String unit : new String[] {"ME", "ME-1", "ME-2"})
      election.add(certificate(unit, "2020-11-24", 2, 1));
    election.add(challenge("R1", ChallengeKind.RECOUNT, "2020-11-25", "ME-2"));
    assertThat(answers()).containsExactly(Answer.YES, Answer.YES, Answer.NO_BOUND);
    election.add(challenge("R2", ChallengeKind.RECOUNT, "2020-11-26", "ME"));
    assertThat(answers()).containsExactly(Answer.NO_BOUND, Answer.NO_BOUND, Answer.NO_BOUND);
    election.add(ruling("R1", "2020-11-27", true));
    assertThat(answers()).containsExactly(Answer.NO_BOUND, Answer.NO_BOUND, Answer.NO_BOUND);
    election.add(ruling("R2", "2020-11-28", true));
    assertThat(answers()).containsExactly(Answer.YES, Answer.YES, Answer.YES);
  }

  private List<Answer> answers() {
    return Stream.of("ME", "ME-1", "ME-2")
        .map(unit -> row(election.standing(), unit).settled().answer())
        .toList();
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
