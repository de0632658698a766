package org.ascertain.law;

import static org.ascertain.law.Decisions.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Fact.Lot;
import org.ascertain.election.Fact.Ranking;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

/** Rounds of ranked ballots, as Maine and Alaska tabulate them. */
class RankedChoiceTest {

  /** {@code "4 C B"}: four rank C, then B; {@code "A=B"} overvotes a rank, {@code "_"} skips it. */
  private static List<Ranking> ballots(String... groups) {
    List<Ranking> rankings = new ArrayList<>();
    for (String group : groups) {
      List<String> words = List.of(group.split(" ", -1));
      rankings.add(
          new Ranking(
              words.stream()
                  .skip(1)
                  .map(rank -> rank.equals("_") ? List.<String>of() : List.of(rank.split("=", -1)))
                  .toList(),
              Long.parseLong(words.getFirst())));
    }
    return rankings;
  }

  private static RankedChoice.Tabulation tabulate(String... groups) {
    return Law.of(2024).orElseThrow().tabulate("ME", ballots(groups), List.of()).orElseThrow();
  }

  private static List<String> rounds(RankedChoice.Tabulation tabulation) {
    return tabulation.rounds().stream()
        .map(
            round ->
                round.votes()
                    + "; exhausted "
                    + round.exhausted()
                    + (round.eliminated().isEmpty()
                        ? ""
                        : "; out " + String.join(", ", round.eliminated())))
        .toList();
  }

  @Test
  void b_wins_though_a_had_more_first_choices() {
    RankedChoice.Tabulation tabulation = tabulate("48 A", "46 B", "4 C B", "1 C A", "1 C");
    assertThat(rounds(tabulation))
        .containsExactly("A 48, B 46, C 6; exhausted 0; out C", "B 50, A 49; exhausted 1");
    assertThat(words(tabulation.winner())).isEqualTo("B");
  }

  @Test
  void a_majority_of_first_choices_needs_no_rounds() {
    RankedChoice.Tabulation tabulation = tabulate("51 A", "46 B", "3 C");
    assertThat(rounds(tabulation)).containsExactly("A 51, B 46, C 3; exhausted 0");
    assertThat(words(tabulation.winner())).isEqualTo("A");
  }

  @Test
  void exactly_half_is_no_majority() {
    RankedChoice.Tabulation tabulation = tabulate("50 A", "46 B", "4 C A");
    assertThat(rounds(tabulation)).hasSize(2);
    assertThat(words(tabulation.winner())).isEqualTo("A");
  }

  @Test
  void a_ballot_is_exhausted_by_an_overvote_among_those_who_continue() {
    assertThat(rounds(tabulate("40 A", "30 B", "20 C", "5 A=B A", "5 D A=B")))
        .containsExactly(
            "A 40, B 30, C 20, D 5; exhausted 5; out D",
            "A 40, B 30, C 20; exhausted 10; out C",
            "A 40, B 30; exhausted 30");
  }

  @Test
  void an_overvote_of_the_eliminated_is_passed_over() {
    assertThat(rounds(tabulate("40 A", "38 B", "1 C", "2 D", "9 E", "3 C=D E")))
        .last()
        .isEqualTo("A 40, B 38; exhausted 15");
    assertThat(rounds(tabulate("40 A", "38 B", "1 C", "2 D", "3 C=D B")))
        .last()
        .isEqualTo("B 41, A 40; exhausted 3");
  }

  @Test
  void one_skipped_rank_is_passed_over_and_two_in_a_row_exhaust_the_ballot() {
    assertThat(rounds(tabulate("40 A", "30 B", "20 C _ B", "9 C _ _ B")))
        .last()
        .isEqualTo("B 50, A 40; exhausted 9");
    assertThat(rounds(tabulate("40 A", "30 B", "20 _ C _ B", "2 _ _ C")).getFirst())
        .isEqualTo("A 40, B 30, C 20; exhausted 2; out C");
  }

  @Test
  void a_tie_for_the_last_place_is_for_the_lot_where_it_can_matter() {
    RankedChoice.Tabulation tabulation = tabulate("40 A", "20 B", "20 C");
    assertThat(words(tabulation.winner())).isEqualTo("not yet: a lot between B, C");
    tabulation = tabulate("40 A", "30 B", "20 C", "20 D");
    assertThat(words(tabulation.winner())).isEqualTo("not yet: a lot between C, D");
    assertThat(rounds(tabulation)).hasSize(1);
    tabulation = tabulate("40 A", "40 B", "20 C", "20 D");
    assertThat(words(tabulation.winner())).isEqualTo("not yet: a lot between C, D");
    tabulation = tabulate("40 A", "41 B", "20 C B", "20 D B");
    assertThat(rounds(tabulation).getFirst()).isEqualTo("B 41, A 40, C 20, D 20; exhausted 0");
  }

  @Test
  void those_who_together_have_fewer_than_the_next_are_eliminated_together() {
    assertThat(rounds(tabulate("41 A", "40 B", "10 C B", "10 D A")))
        .containsExactly(
            "A 41, B 40, C 10, D 10; exhausted 0; out C, D", "A 51, B 50; exhausted 0");
  }

  @Test
  void a_candidate_whom_nobody_ranks_first_is_the_first_to_fall_out() {
    assertThat(rounds(tabulate("40 A", "35 B C", "20 D B")).getFirst())
        .isEqualTo("A 40, B 35, D 20, C 0; exhausted 0; out C");
  }

  @Test
  void two_who_are_left_with_equal_votes_are_for_the_lot() {
    assertThat(words(tabulate("50 A", "50 B").winner())).isEqualTo("not yet: a lot between A, B");
  }

  @Test
  void without_ballots_nobody_wins() {
    assertThat(words(tabulate().winner())).isEqualTo("not yet: ballots");
    assertThat(words(tabulate("3 A=B").winner())).isEqualTo("not yet: ballots");
  }

  @Test
  void maine_ranks_from_2020_and_alaska_in_2024() {
    assertThat(words(Law.of(2016).orElseThrow().ranks("ME"))).isEqualTo("false");
    assertThat(words(Law.of(2020).orElseThrow().ranks("ME"))).isEqualTo("true");
    assertThat(words(Law.of(2020).orElseThrow().ranks("AK"))).isEqualTo("false");
    assertThat(words(Law.of(2024).orElseThrow().ranks("AK"))).isEqualTo("true");
    assertThat(words(Law.of(2028).orElseThrow().ranks("AK"))).startsWith("no rule");
    assertThat(words(Law.of(2028).orElseThrow().ranks("ME"))).isEqualTo("true");
    assertThat(Law.of(2024).orElseThrow().tabulate("ME-2", ballots("1 A"), List.of())).isPresent();
    assertThat(Law.of(2024).orElseThrow().tabulate("AK", ballots("1 A"), List.of())).isPresent();
    assertThat(Law.of(2024).orElseThrow().tabulate("NY", ballots("1 A"), List.of())).isEmpty();
  }

  private static Lot lot(Drawn drawn, String... between) {
    Source desk = Source.of("desk", "A desk");
    return new Lot(Attestation.of(When.parse("2024-11-20"), desk), "ME", List.of(between), drawn);
  }

  private static RankedChoice.Tabulation tabulate(Lot lot, String... groups) {
    return Law.of(2024).orElseThrow().tabulate("ME", ballots(groups), List.of(lot)).orElseThrow();
  }

  @Test
  void a_lot_between_the_two_who_are_left_elects_and_gives_nobody_a_vote_more() {
    RankedChoice.Tabulation won = tabulate(lot(new Drawn.Winner("B"), "A", "B"), "2 A", "2 B");
    assertThat(words(won.winner())).isEqualTo("B");
    assertThat(rounds(won)).containsExactly("A 2, B 2; exhausted 0");
    RankedChoice.Tabulation out = tabulate(lot(new Drawn.Out("B"), "B", "A"), "2 A", "2 B");
    assertThat(words(out.winner())).isEqualTo("A");
  }

  @Test
  void a_lot_for_the_last_place_puts_out_the_one_it_names_or_the_other_of_two() {
    String[] tie = {"5 A", "4 B C", "4 C B"};
    assertThat(words(tabulate(lot(new Drawn.Out("C"), "B", "C"), tie).winner())).isEqualTo("B");
    assertThat(words(tabulate(lot(new Drawn.Winner("C"), "B", "C"), tie).winner())).isEqualTo("C");
  }

  @Test
  void a_lot_between_others_than_those_who_tie_decides_nothing() {
    String[] tie = {"5 A", "4 B C", "4 C B"};
    for (Lot lot :
        List.of(
            lot(new Drawn.Out("C"), "A", "C"),
            lot(new Drawn.Out("A"), "B", "C"),
            lot(new Drawn.Winner("A"), "B", "C")))
      assertThat(words(tabulate(lot, tie).winner())).isEqualTo("not yet: a lot between B, C");
  }

  @Test
  void of_three_who_tie_a_lot_that_names_the_winner_puts_nobody_out() {
    String[] tie = {"9 A", "4 B C", "4 C B", "4 D C"};
    assertThat(words(tabulate(lot(new Drawn.Winner("B"), "B", "C", "D"), tie).winner()))
        .isEqualTo("not yet: a lot between B, C, D");
  }
}
