package org.ascertain.law;

import static org.ascertain.law.Colleges.after;
import static org.ascertain.law.Colleges.college;
import static org.ascertain.law.Colleges.distinct;
import static org.ascertain.law.Colleges.house;
import static org.ascertain.law.Colleges.senate;
import static org.ascertain.law.Colleges.voted;
import static org.ascertain.law.Decisions.president;
import static org.ascertain.law.Decisions.vicePresident;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Verdict.Alternatives;
import org.junit.jupiter.api.Test;

/** Who is chosen where no majority of the electors is, by the House and by the Senate. */
class ContingentElectionTest {

  @Test
  void the_house_chooses_among_three_in_1825_and_clay_is_out() {
    College college =
        college(
            voted(
                "US",
                261,
                distinct(
                    "jackson 99, adams 84, crawford 41, clay 37",
                    "calhoun 182, sanford 30, macon 24")));
    assertThat(president(1824, college))
        .isEqualTo(
            "not yet: a choice by the House: 24 states, 13 needed, among jackson, adams, crawford");
    assertThat(vicePresident(1824, college)).isEqualTo("calhoun by ELECTORS");
    assertThat(president(1824, after(college, house(1, "adams 13, jackson 7, crawford 4"))))
        .isEqualTo("adams by HOUSE");
    assertThat(president(1824, after(college, house(1, "clay 13, jackson 7, crawford 4"))))
        .startsWith("not yet");
    assertThat(Law.of(1824).orElseThrow().eligible(Office.VICE_PRESIDENT, college)).isEmpty();
  }

  @Test
  void a_tie_of_269_is_for_the_house_and_the_senate_and_the_two_need_not_agree() {
    College college = college(voted("US", 538, distinct("a 269, b 269", "c 269, d 269")));
    assertThat(president(2024, college))
        .isEqualTo("not yet: a choice by the House: 50 states, 26 needed, among a, b");
    assertThat(vicePresident(2024, college))
        .isEqualTo("not yet: a choice by the Senate: 100 Senators, 51 needed, among c, d");
    College chosen = after(college, house(1, "a 26, b 24"), senate(1, "d 51, c 49"));
    assertThat(president(2024, chosen)).isEqualTo("a by HOUSE");
    assertThat(vicePresident(2024, chosen)).isEqualTo("d by SENATE");
  }

  @Test
  void twenty_five_of_fifty_states_and_fifty_senators_choose_nobody() {
    College college = college(voted("US", 538, distinct("a 269, b 269", "c 269, d 269")));
    assertThat(president(2024, after(college, house(1, "a 25, b 25")))).startsWith("not yet");
    assertThat(president(2024, after(college, house(1, "a 25, b 24, divided 1"))))
        .startsWith("not yet");
    assertThat(vicePresident(2024, after(college, senate(1, "c 50, d 50")))).startsWith("not yet");
  }

  @Test
  void one_vote_makes_a_third_eligible_in_the_house_but_not_in_the_senate() {
    College college = college(voted("US", 538, distinct("a 269, b 268, c 1", "d 269, e 268, f 1")));
    Law law = Law.of(2024).orElseThrow();
    assertThat(law.eligible(Office.PRESIDENT, college)).containsExactly(List.of("a", "b", "c"));
    assertThat(law.eligible(Office.VICE_PRESIDENT, college)).containsExactly(List.of("d", "e"));
    assertThat(president(2024, after(college, house(1, "c 26, a 24")))).isEqualTo("c by HOUSE");
  }

  @Test
  void a_tie_for_the_third_place_leaves_open_who_is_eligible_until_one_of_two_is_chosen() {
    College college = college(voted("US", 538, "a 260, b 200, c 39, d 39"));
    assertThat(Law.of(2024).orElseThrow().eligible(Office.PRESIDENT, college))
        .containsExactly(
            List.of("a", "b"),
            List.of("a", "b", "c", "d"),
            List.of("a", "b", "c"),
            List.of("a", "b", "d"));
    assertThat(president(2024, after(college, house(1, "a 26, c 24")))).isEqualTo("a by HOUSE");
    assertThat(president(2024, after(college, house(1, "c 26, a 24"))))
        .isEqualTo("c by HOUSE | nobody by HOUSE");
  }

  @Test
  void alternatives_say_in_which_reading_somebody_is_chosen_and_in_which_nobody() {
    College college =
        after(college(voted("US", 538, "a 260, b 200, c 39, d 39")), house(1, "c 26, a 24"));
    Verdict<Choice> verdict = Law.of(2024).orElseThrow().decide(Office.PRESIDENT, college);
    assertThat(verdict).isInstanceOf(Alternatives.class);
    if (verdict instanceof Alternatives<Choice>(var answers))
      assertThat(answers)
          .extracting(Verdict.Alternative::why)
          .containsExactly(
              "c is among those to choose from",
              "a choice by the House: 50 states, 26 needed, among a, b; or a, b, d");
  }

  @Test
  void a_ballot_of_one_house_chooses_nobody_for_the_other() {
    College college = college(voted("US", 538, distinct("a 269, b 269", "a 269, b 269")));
    assertThat(president(2024, after(college, senate(1, "a 51, b 49")))).startsWith("not yet");
    assertThat(vicePresident(2024, after(college, house(1, "a 26, b 24")))).startsWith("not yet");
  }

  @Test
  void the_first_ballot_that_chooses_somebody_eligible_is_final() {
    College college = college(voted("US", 538, "a 269, b 269"));
    assertThat(president(2024, after(college, house(2, "b 30, a 20"), house(1, "a 30, b 20"))))
        .isEqualTo("a by HOUSE");
    assertThat(
            president(2024, after(college, house(1, "divided 30, a 20"), house(2, "b 30, a 20"))))
        .isEqualTo("b by HOUSE");
    assertThat(president(2024, after(college, house(1, "a 25, b 25"), house(2, "b 30, a 20"))))
        .isEqualTo("b by HOUSE");
  }
}
