package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.When;
import org.ascertain.standing.GrowingState.Took;
import org.junit.jupiter.api.Test;

/** The state of an election in the order in which its facts become known. */
class GrowingStateTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";
  private static final String TEN = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();
  private final GrowingState state =
      GrowingState.beginning(election.entries().getFirst(), SmallElection.LAW, KnownUnits.ANY);

  private static long at(String when) {
    return When.parse(when).effective();
  }

  private Took add(Fact fact) {
    election.add(fact);
    return state.add(election.entries().getLast());
  }

  private List<Long> tally() {
    return state.now().tally("PA").map(all -> List.of(all[0], all[1])).orElse(List.of());
  }

  @Test
  void a_record_begins_with_its_header() {
    Entry header = election.entries().getFirst();
    Entry returns = new Entry(0, header.recorded(), "7", returns("PA", "first", EIGHT, 1, 2));
    Entry late = new Entry(1, header.recorded(), "7", SmallElection.HEADER);
    for (Entry wrong : List.of(returns, late))
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GrowingState.beginning(wrong, SmallElection.LAW, KnownUnits.ANY));
    assertThat(state.now().candidates()).contains("biden");
    assertThat(state.history().size()).isEqualTo(1);
    assertThat(state.next()).isEmpty();
  }

  @Test
  void a_fact_counts_at_once_when_the_clock_has_come_to_it() {
    state.reach(at(EIGHT));
    assertThat(add(returns("PA", "first", EIGHT, 1, 2))).isEqualTo(Took.FACT);
    assertThat(tally()).containsExactly(1L, 2L);
    assertThat(state.next()).isEmpty();
    assertThat(state.history().entries()).extracting(Entry::index).containsExactly(1L);
    assertThat(state.now().now()).isEqualTo(at(EIGHT));
  }

  @Test
  void a_fact_whose_time_is_to_come_waits_for_the_clock() {
    state.reach(at(EIGHT));
    assertThat(add(returns("PA", "first", TEN, 9, 9))).isEqualTo(Took.NOTHING);
    assertThat(add(returns("PA", "first", NINE, 3, 4))).isEqualTo(Took.NOTHING);
    assertThat(add(certificate("GA", NINE, 2, 1))).isEqualTo(Took.NOTHING);
    assertThat(tally()).isEmpty();
    assertThat(state.history().entries()).isEmpty();
    assertThat(state.next()).hasValue(at(NINE));
    state.reach(at(NINE));
    assertThat(state.now().now()).isEqualTo(at(NINE));
    assertThat(state.takeNext().index()).as("of one moment the first first").isEqualTo(2);
    assertThat(tally()).containsExactly(3L, 4L);
    assertThat(state.next()).hasValue(at(NINE));
    assertThat(state.takeNext().index()).isEqualTo(3);
    assertThat(state.now().stage("GA")).contains(Rung.CERTIFIED);
    assertThat(state.next()).hasValue(at(TEN));
    assertThat(state.history().entries()).extracting(Entry::index).containsExactly(2L, 3L);
    state.reach(at(EIGHT));
    assertThat(state.now().now()).as("the clock never goes back").isEqualTo(at(NINE));
  }

  @Test
  void an_amendment_makes_the_state_anew_and_one_that_does_not_hold_nothing() {
    state.reach(at(NINE));
    add(returns("PA", "first", EIGHT, 1, 2));
    add(returns("PA", "first", TEN, 9, 9));
    election.retract(7);
    assertThat(state.add(election.entries().getLast())).isEqualTo(Took.NOTHING);
    election.correct(1, returns("PA", "first", EIGHT, 5, 2));
    assertThat(state.add(election.entries().getLast())).isEqualTo(Took.ANEW);
    assertThat(tally()).containsExactly(5L, 2L);
    assertThat(state.now().now()).isEqualTo(at(NINE));
    assertThat(state.next()).as("what waited waits on").hasValue(at(TEN));
    election.retract(2);
    assertThat(state.add(election.entries().getLast())).isEqualTo(Took.ANEW);
    assertThat(state.next()).isEmpty();
  }

  @Test
  void names_that_come_late_are_known_from_then_on() {
    state.reach(at(EIGHT));
    add(returns("PA", "first", EIGHT, 1, 2));
    Fact.Addition poe =
        new Fact.Addition(
            on("2020-11-05"),
            List.of(new Candidate("poe", "Ed Poe", Optional.empty())),
            List.of(),
            List.of(),
            List.of());
    assertThat(add(poe)).isEqualTo(Took.ANEW);
    assertThat(state.now().candidates()).contains("poe");
    assertThat(tally()).containsExactly(1L, 2L);
  }

  @Test
  void a_history_is_told_once_more_without_what_was_amended() {
    add(returns("PA", "first", EIGHT, 1, 2));
    election.correct(1, returns("PA", "first", NINE, 5, 2));
    History history = election.history();
    GrowingState again = GrowingState.retelling(history);
    assertThat(again.now().tally("PA")).isEmpty();
    again.reach(at(TEN));
    for (Entry entry : history.entries()) assertThat(again.add(entry)).isEqualTo(Took.FACT);
    assertThat(again.now().tally("PA").orElseThrow()).startsWith(5, 2);
    assertThat(again.history().size()).isEqualTo(3);
    assertThat(again.history().entries()).isEqualTo(history.entries());
  }
}
