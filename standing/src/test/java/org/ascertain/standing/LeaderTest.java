package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ascertain.election.KnownUnits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who leads a list of votes. */
class LeaderTest {

  @ParameterizedTest
  @CsvSource({
    "1 2 3, 2",
    "3 2 1, 0",
    "2 3 1, 1",
    "3 3 1, -1",
    "1 3 3, -1",
    "3 1 3, -1",
    "3 3 4, 2",
    "0 0 0, -1",
    "0 1 0, 1",
    "-1 -1 -1, -1",
    "5 -1 -1, 0",
    "5, 0"
  })
  void the_most_votes_lead_and_a_tie_leads_for_nobody(String votes, int leader) {
    assertThat(Leader.of(numbers(votes))).isEqualTo(leader);
  }

  private static long[] numbers(String votes) {
    return Arrays.stream(votes.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  /** Of biden, trump and jorgensen; -2: somebody may whom the record gives no figure. */
  @ParameterizedTest
  @CsvSource({
    "5 4 3, -1, 0",
    "5 4 -1, -1, 0",
    "5 -1 -1, -1, -2",
    "-1 5 -1, -1, -2",
    "5 -1 -1, 4, 0",
    "5 -1 -1, 5, -2",
    "5 4 -1, 5, -2",
    "5 4 -1, 4, 0",
    "5 4 3, 100, 0",
    "5 5 -1, 0, -1",
    "-1 -1 -1, -1, -1",
    "0 -1 -1, -1, -1"
  })
  void who_is_silent_on_some_tells_only_who_leads_for_certain(
      String votes, long uncredited, int leader) {
    Register register = new Register(SmallElection.HEADER, SmallElection.LAW, KnownUnits.ANY);
    assertThat(Leader.of(numbers(votes), register, uncredited)).isEqualTo(leader);
  }
}
