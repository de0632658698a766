package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.audit.AuditRound.Comparison;
import org.ascertain.audit.AuditRound.HandCount;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;

class NextStepTest {

  private static final History HISTORY = ArchivedElection.of(2020);
  private static final Holdings OF_2020 = Holdings.at(HISTORY, HISTORY.end());

  private static Optional<NextStep> after(AuditRound... rounds) {
    List<Evidence> evidence = Evidence.of(OF_2020, Arrays.asList(rounds));
    return NextStep.of(evidence, Evidence.weakest(OF_2020, evidence, List.of()));
  }

  @Test
  void of_the_weakest_set_the_unit_is_drawn_from_in_which_a_card_adds_most() {
    List<Evidence> none = Evidence.of(OF_2020, List.of());
    List<String> set =
        Evidence.weakest(OF_2020, none, List.of()).units().stream().map(Holding::id).toList();
    assertThat(after().map(NextStep::unit)).get().isIn(set);
  }

  /** The outcome is right, Wisconsin alone is tied: sampling there does not go on for ever. */
  @Test
  void a_tied_unit_is_to_be_counted_by_hand_and_not_to_be_drawn_from_for_ever() {
    HandCount[] others =
        OF_2020.of("biden").stream()
            .map(Holding::id)
            .filter(id -> !List.of("WI", "GA", "AZ").contains(id))
            .map(id -> new HandCount(id, true))
            .toArray(HandCount[]::new);
    AuditRound[] rounds = Arrays.copyOf(others, others.length + 1, AuditRound[].class);
    rounds[others.length] = new Comparison("WI", 1000, 0, 4, 0, 0);
    assertThat(after(rounds)).contains(new NextStep.Count("WI"));
  }

  @Test
  void where_no_set_is_left_nothing_is_asked_for() {
    HandCount[] all =
        OF_2020.of("biden").stream()
            .map(each -> new HandCount(each.id(), true))
            .toArray(HandCount[]::new);
    assertThat(after(all)).isEmpty();
  }

  /**
   * Its whole input is what was published; cards that are still to come are in no type it takes.
   */
  @Test
  void whoever_chooses_where_to_look_sees_evidence_and_nothing_that_is_still_to_come() {
    assertThat(NextStep.class.getDeclaredMethods())
        .filteredOn(method -> method.getName().equals("of"))
        .singleElement()
        .satisfies(
            of ->
                assertThat(of.getGenericParameterTypes())
                    .extracting(Object::toString)
                    .containsExactly(
                        "java.util.List<org.ascertain.audit.Evidence>",
                        Evidence.Weakest.class.toString()));
  }

  @Test
  void a_rule_says_how_many_cards_are_drawn_at_a_time() {
    assertThat(NextStep.cards("weakest 20")).isEqualTo(OptionalLong.of(20));
    for (String other : List.of("weakest", "weakest 0", "weakest 20 ", "by lot"))
      assertThat(NextStep.cards(other)).isEmpty();
  }
}
