package org.ascertain.law;

import static org.ascertain.law.Colleges.after;
import static org.ascertain.law.Colleges.college;
import static org.ascertain.law.Colleges.disputed;
import static org.ascertain.law.Colleges.distinct;
import static org.ascertain.law.Colleges.house;
import static org.ascertain.law.Colleges.notAppointed;
import static org.ascertain.law.Colleges.pairs;
import static org.ascertain.law.Colleges.senate;
import static org.ascertain.law.Colleges.unvoted;
import static org.ascertain.law.Colleges.voted;
import static org.ascertain.law.Decisions.base;
import static org.ascertain.law.Decisions.president;
import static org.ascertain.law.Decisions.vicePresident;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Choice.By;
import org.ascertain.law.Verdict.Determined;
import org.junit.jupiter.api.Test;

/** Who is chosen where each elector names two persons: the elections of 1788 to 1800. */
class PairsOfVotesTest {

  @Test
  void washington_is_elected_in_1789_with_37_needed_and_adams_with_34_is_second() {
    College college =
        college(
            voted("VA", 11, pairs("washington 10, adams 5, jay 5")),
            voted("MD", 8, pairs("washington 6, harrison 6")),
            voted("PA", 53, pairs("washington 53, adams 29, hancock 24")),
            notAppointed("NY", 8));
    assertThat(base(1788, college)).isEqualTo("37 of 72");
    assertThat(president(1788, college)).isEqualTo("washington by ELECTORS");
    assertThat(vicePresident(1788, college)).isEqualTo("adams by RUNNER_UP");
  }

  @Test
  void seventy_of_138_electors_elect_in_1796_though_they_have_276_votes() {
    College college = college(voted("US", 138, pairs("adams 71, jefferson 68, pinckney 59")));
    assertThat(base(1796, college)).isEqualTo("70 of 138");
    assertThat(president(1796, college)).isEqualTo("adams by ELECTORS");
    assertThat(vicePresident(1796, college)).isEqualTo("jefferson by RUNNER_UP");
  }

  private static final College TIE_OF_1800 =
      college(voted("US", 138, pairs("jefferson 73, burr 73, adams 65, pinckney 64, jay 1")));

  @Test
  void two_lead_with_a_majority_in_1801_and_the_house_chooses_between_them() {
    assertThat(president(1800, TIE_OF_1800))
        .isEqualTo("not yet: a choice by the House: 16 states, 9 needed, among burr, jefferson");
    assertThat(vicePresident(1800, TIE_OF_1800))
        .isEqualTo("not yet: a choice by the House: 16 states, 9 needed, among burr, jefferson");
    assertThat(Law.of(1800).orElseThrow().eligible(Office.PRESIDENT, TIE_OF_1800))
        .containsExactly(List.of("burr", "jefferson"));
  }

  @Test
  void eight_of_sixteen_states_choose_nobody_and_ten_choose_jefferson_on_the_36th_ballot() {
    College college = after(TIE_OF_1800, house(1, "jefferson 8, burr 6, divided 2"));
    assertThat(president(1800, college)).startsWith("not yet");
    college =
        after(
            TIE_OF_1800,
            house(36, "jefferson 10, burr 4, blank 2"),
            house(1, "jefferson 8, burr 6, divided 2"));
    assertThat(president(1800, college)).isEqualTo("jefferson by HOUSE");
    assertThat(vicePresident(1800, college)).isEqualTo("burr by RUNNER_UP");
  }

  @Test
  void the_house_may_choose_nobody_but_those_who_are_eligible() {
    assertThat(president(1800, after(TIE_OF_1800, house(1, "adams 16")))).startsWith("not yet");
  }

  @Test
  void the_house_needs_members_from_two_thirds_of_the_states() {
    assertThat(president(1800, after(TIE_OF_1800, house(1, "jefferson 10")))).startsWith("not yet");
    assertThat(president(1800, after(TIE_OF_1800, house(1, "jefferson 9, burr 2"))))
        .isEqualTo("jefferson by HOUSE");
    assertThat(president(1800, after(TIE_OF_1800, house(1, "jefferson 8, burr 8"))))
        .startsWith("not yet");
  }

  @Test
  void among_pairs_a_leader_is_elected_only_once_nobody_can_come_level() {
    College college =
        college(voted("VA", 100, pairs("adams 90, jefferson 60, pinckney 50")), unvoted("NY", 38));
    assertThat(president(1796, college)).isEqualTo("not yet: the votes of NY");
    assertThat(vicePresident(1796, college)).isEqualTo("not yet: the votes of NY");
    college =
        college(voted("VA", 100, pairs("adams 99, jefferson 60, pinckney 41")), unvoted("NY", 38));
    assertThat(president(1796, college)).isEqualTo("adams by ELECTORS");
    assertThat(vicePresident(1796, college)).isEqualTo("not yet: the votes of NY");
    college =
        college(voted("VA", 100, pairs("adams 99, jefferson 60, pinckney 21")), unvoted("NY", 38));
    assertThat(vicePresident(1796, college)).isEqualTo("jefferson by RUNNER_UP");
  }

  @Test
  void a_tie_after_the_president_goes_to_the_senate() {
    College college = college(voted("US", 138, pairs("adams 138, jay 69, clinton 69")));
    assertThat(president(1796, college)).isEqualTo("adams by ELECTORS");
    assertThat(vicePresident(1796, college))
        .isEqualTo("not yet: a choice by the Senate: 32 Senators, 17 needed, among clinton, jay");
    assertThat(Law.of(1796).orElseThrow().eligible(Office.VICE_PRESIDENT, college))
        .containsExactly(List.of("clinton", "jay"));
    assertThat(vicePresident(1796, after(college, senate(1, "jay 17, clinton 15"))))
        .isEqualTo("jay by SENATE");
    assertThat(vicePresident(1796, after(college, senate(1, "jay 16, clinton 16"))))
        .startsWith("not yet");
  }

  @Test
  void without_a_majority_of_pairs_the_house_chooses_from_five() {
    College college = college(voted("US", 138, pairs("a 60, b 59, c 58, d 57, e 30, f 12")));
    assertThat(president(1796, college))
        .isEqualTo("not yet: a choice by the House: 16 states, 9 needed, among a, b, c, d, e");
    assertThat(president(1796, after(college, house(1, "e 9, a 7")))).isEqualTo("e by HOUSE");
    assertThat(vicePresident(1796, after(college, house(1, "e 9, a 7"))))
        .isEqualTo("a by RUNNER_UP");
  }

  @Test
  void votes_missing_and_returns_in_rivalry_both_keep_a_leader_of_pairs_within_reach() {
    assertThat(
            president(
                1796,
                college(
                    voted("VA", 118, pairs("adams 110, jefferson 96, pinckney 30")),
                    unvoted("NY", 10),
                    disputed(voted("PA", 10, pairs("jefferson 10, adams 10"))))))
        .isEqualTo("not yet: the votes of NY; a decision between the rival returns of PA");
    assertThat(
            president(
                1796,
                college(
                    voted("VA", 128, pairs("adams 110, jefferson 100, pinckney 46")),
                    unvoted("NY", 10))))
        .as("jefferson can still come level")
        .isEqualTo("not yet: the votes of NY");
    assertThat(
            president(
                1796,
                college(
                    voted("VA", 128, pairs("adams 110, jefferson 99, pinckney 47")),
                    unvoted("NY", 10))))
        .isEqualTo("adams by ELECTORS");
  }

  @Test
  void votes_for_pairs_elect_nobody_where_electors_vote_by_office() {
    assertThat(president(1804, college(voted("US", 138, pairs("jefferson 73, burr 73")))))
        .startsWith("no rule");
  }

  @Test
  void votes_by_office_are_two_names_each_where_electors_name_two_persons() {
    College college = college(voted("US", 138, distinct("a 80, b 58", "c 80, b 58")));
    assertThat(president(1800, college)).isEqualTo("b by ELECTORS");
  }

  @Test
  void the_rules_of_a_contingent_choice_stand_with_those_of_the_vote() {
    College college = after(TIE_OF_1800, house(36, "jefferson 10, burr 4, blank 2"));
    Verdict<Choice> verdict = Law.of(1800).orElseThrow().decide(Office.PRESIDENT, college);
    assertThat(verdict)
        .isEqualTo(
            new Determined<>(
                new Choice("jefferson", By.HOUSE),
                new Verdict.Grounds(
                    List.of(
                        "BASE.APPOINTED",
                        "VOTE.TWO",
                        "VOTE.TWO.P",
                        "CONT.ART2.TIE",
                        "CONT.ART2.VOTE"),
                    List.of(864L))));
  }
}
