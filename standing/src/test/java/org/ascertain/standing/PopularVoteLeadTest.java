package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.junit.jupiter.api.Test;

/** Who has the most of the people's votes while facts are taken in. */
class PopularVoteLeadTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";
  private static final int TRUMP = 1;
  private static final int JORGENSEN = 2;

  private final SmallElection election = new SmallElection();

  /** By place of the candidate, told fact by fact and at once. */
  private int leader() {
    PopularVoteLead oneByOne = new PopularVoteLead();
    Tabulation end =
        election.history().walk(History.ALL, (entry, over, now) -> oneByOne.after(entry, now));
    assertThat(PopularVoteLead.of(election.history()).of(end)).isEqualTo(oneByOne.of(end));
    return oneByOne.of(end);
  }

  @Test
  void nobody_leads_without_votes_or_at_a_tie() {
    assertThat(leader()).isEqualTo(Tabulation.NOBODY);
    election.add(returns("PA", "first", EIGHT, 10, 10, 1));
    assertThat(leader()).isEqualTo(Tabulation.NOBODY);
  }

  @Test
  void a_figure_that_a_later_statement_leaves_out_is_carried_over() {
    election
        .add(returns("PA", "first", EIGHT, 10, 20, 50))
        .add(returns("PA", "first", NINE, 11, 21));
    assertThat(leader()).isEqualTo(JORGENSEN);
  }

  @Test
  void of_what_makes_no_sense_and_of_counties_of_a_state_that_reports_nothing_is_carried_over() {
    Fact.Returns plain = returns("PA", "first", EIGHT, 10, 20, 50);
    election
        .add(
            new Fact.Returns(
                plain.attestation(),
                "PA",
                plain.votes(),
                OptionalLong.empty(),
                OptionalLong.of(5),
                true,
                OptionalLong.empty(),
                Optional.empty(),
                false))
        .add(returns("PA/1", "first", EIGHT, 1, 1, 90))
        .add(returns("PA", "first", NINE, 11, 21, 0));
    assertThat(leader()).isEqualTo(TRUMP);
  }
}
