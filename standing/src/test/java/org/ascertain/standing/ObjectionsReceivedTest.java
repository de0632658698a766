package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.election.Fact.Objection;
import org.ascertain.law.Electors.Struck;
import org.junit.jupiter.api.Test;

/** Objections to a state's votes that the chair received, and on what ground they were struck. */
class ObjectionsReceivedTest {

  private static final String ONE = "2021-01-06T13:00:00-05:00";
  private static final String TWO = "2021-01-06T14:00:00-05:00";
  private static final OptionalLong NONE = OptionalLong.empty();

  private final ObjectionsReceived objections = new ObjectionsReceived();
  private long next = 1;

  private void add(String at, Grounds grounds, OptionalLong electors, boolean received) {
    Objection fact =
        new Objection(on(at), "PA", grounds, electors, NONE, NONE, List.of(), received);
    objections.add(new Entry(next++, SmallElection.BEGUN, "7", fact), fact);
  }

  @Test
  void one_that_was_not_received_counts_for_nothing() {
    add(ONE, Grounds.OTHER, OptionalLong.of(3), false);
    assertThat(objections.all()).isEmpty();
    assertThat(objections.areToAllVotes()).isTrue();
    assertThat(objections.struck()).isEmpty();
  }

  @Test
  void votes_were_struck_as_the_last_that_was_received_has_it() {
    add(TWO, Grounds.OTHER, OptionalLong.of(3), true);
    add(ONE, Grounds.OTHER, OptionalLong.of(1), true);
    assertThat(objections.all()).hasSize(2);
    assertThat(objections.areToAllVotes()).isFalse();
    assertThat(objections.struck()).contains(new Struck(Grounds.OTHER, OptionalInt.of(3)));
    add(TWO, Grounds.OTHER, NONE, true);
    assertThat(objections.struck()).contains(new Struck(Grounds.OTHER, OptionalInt.empty()));
  }

  @Test
  void on_different_grounds_nobody_knows_on_which() {
    add(ONE, Grounds.OTHER, NONE, true);
    assertThat(objections.areToAllVotes()).isTrue();
    add(TWO, Grounds.NOT_REGULARLY_GIVEN, NONE, true);
    assertThat(objections.struck()).isEmpty();
  }
}
