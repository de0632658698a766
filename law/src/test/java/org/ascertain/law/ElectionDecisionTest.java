package org.ascertain.law;

import static org.ascertain.law.Colleges.after;
import static org.ascertain.law.Colleges.college;
import static org.ascertain.law.Colleges.countedAs;
import static org.ascertain.law.Colleges.disputed;
import static org.ascertain.law.Colleges.distinct;
import static org.ascertain.law.Colleges.house;
import static org.ascertain.law.Colleges.notAppointed;
import static org.ascertain.law.Colleges.pairs;
import static org.ascertain.law.Colleges.senate;
import static org.ascertain.law.Colleges.struck;
import static org.ascertain.law.Colleges.unvoted;
import static org.ascertain.law.Colleges.voted;
import static org.ascertain.law.Colleges.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Choice.By;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;
import org.junit.jupiter.api.Test;

/** Who is chosen, by the votes of real elections and of a few that never were. */
class ElectionDecisionTest {

  static String president(int election, College college) {
    return words(Law.of(election).orElseThrow().decide(Office.PRESIDENT, college));
  }

  static String vicePresident(int election, College college) {
    return words(Law.of(election).orElseThrow().decide(Office.VICE_PRESIDENT, college));
  }

  static String base(int election, College college) {
    return words(Law.of(election).orElseThrow().base(college));
  }

  /** A verdict in a line: {@code bush by ELECTORS}; answers of alternatives with a bar between. */
  static String words(Verdict<?> verdict) {
    return switch (verdict) {
      case Determined<?>(var value, var grounds) -> value(value);
      case Alternatives<?>(var answers) ->
          String.join(" | ", answers.stream().map(of -> value(of.value())).toList());
      case NotYet<?>(var missing, var grounds) ->
          "not yet: " + String.join("; ", Missing.words(missing));
      case NoRule<?>(var why, var grounds) -> "no rule: " + why;
    };
  }

  private static String value(Object value) {
    return switch (value) {
      case Choice(var candidate, var by) -> candidate + " by " + by;
      case Base(var electors, var majority) -> majority + " of " + electors;
      default -> value.toString();
    };
  }

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

  private static final College COLLEGE_OF_1836 =
      college(
          voted("VA", 23, distinct("van-buren 23", "smith 23")),
          voted(
              "US",
              268,
              distinct(
                  "van-buren 144, harrison 73, white 26, webster 14, mangum 11",
                  "johnson 144, granger 77, tyler 47")),
          with(voted("MI", 3, distinct("van-buren 3", "johnson 3")), CountResult.EITHER_WAY));

  @Test
  void van_buren_is_elected_in_1837_with_michigan_or_without_and_johnson_is_not() {
    assertThat(base(1836, COLLEGE_OF_1836)).isEqualTo("148 of 294 | 146 of 291");
    assertThat(president(1836, COLLEGE_OF_1836))
        .isEqualTo("van-buren by ELECTORS | van-buren by ELECTORS");
    assertThat(vicePresident(1836, COLLEGE_OF_1836))
        .isEqualTo(
            "not yet: a choice by the Senate: 52 Senators, 27 needed, among johnson, granger");
  }

  @Test
  void the_senate_chooses_johnson_in_1837_in_either_way_of_counting() {
    College college = after(COLLEGE_OF_1836, senate(1, "johnson 33, granger 16"));
    assertThat(vicePresident(1836, college)).isEqualTo("johnson by SENATE | johnson by SENATE");
    if (Law.of(1836).orElseThrow().decide(Office.VICE_PRESIDENT, college)
        instanceof Alternatives<Choice>(var answers))
      assertThat(answers)
          .extracting(Verdict.Alternative::why)
          .containsExactly("with the votes of MI", "without the votes of MI");
    assertThat(vicePresident(1836, after(COLLEGE_OF_1836, senate(1, "johnson 26, granger 23"))))
        .startsWith("not yet");
    assertThat(vicePresident(1836, after(COLLEGE_OF_1836, senate(1, "johnson 30, granger 4"))))
        .as("34 Senators are no quorum of 52")
        .startsWith("not yet");
    assertThat(vicePresident(1836, after(COLLEGE_OF_1836, senate(1, "johnson 27, granger 8"))))
        .startsWith("johnson");
  }

  @Test
  void an_either_way_count_says_with_whose_votes_and_without() {
    Verdict<Base> verdict = Law.of(1836).orElseThrow().base(COLLEGE_OF_1836);
    assertThat(verdict).isInstanceOf(Alternatives.class);
    if (verdict instanceof Alternatives<Base>(var answers)) {
      assertThat(answers)
          .extracting(Verdict.Alternative::why)
          .containsExactly("with the votes of MI", "without the votes of MI");
      assertThat(answers.getFirst().grounds().rules())
          .containsExactly("BASE.APPOINTED", "CNT.EITHER.1836");
    }
  }

  @Test
  void a_majority_in_one_way_of_counting_only_waits_for_the_votes_that_are_missing() {
    College college =
        college(
            voted("NY", 146, "a 146"),
            with(voted("MI", 3, "a 3"), CountResult.EITHER_WAY),
            unvoted("PA", 145));
    assertThat(base(1836, college)).isEqualTo("148 of 294 | 146 of 291");
    assertThat(president(1836, college)).isEqualTo("a by ELECTORS | a by ELECTORS");
    college =
        college(
            voted("NY", 145, "a 145"),
            with(voted("MI", 3, "a 3"), CountResult.EITHER_WAY),
            unvoted("PA", 146));
    assertThat(president(1836, college)).isEqualTo("not yet: the votes of PA");
  }

  @Test
  void states_in_rebellion_are_in_no_base_and_their_votes_are_for_nobody() {
    College college =
        college(
            voted("NY", 231, "lincoln 210, mcclellan 21"),
            voted("NV", 3, "lincoln 2"),
            with(voted("LA", 7, "lincoln 7"), CountResult.REJECTED),
            voted("TN", 10, "lincoln 10"),
            unvoted("VA", 10));
    assertThat(base(1864, college)).isEqualTo("118 of 234");
    assertThat(president(1864, college)).isEqualTo("lincoln by ELECTORS");
    assertThat(president(1864, college(voted("NY", 20, "a 10, b 10"), voted("TN", 10, "a 10"))))
        .startsWith("not yet: a choice by the House: 25 states, 13 needed");
  }

  @Test
  void what_congress_counted_counts_even_against_the_rule_of_the_year() {
    College college =
        college(voted("NY", 20, "a 10, b 10"), with(voted("TN", 10, "a 10"), CountResult.COUNTED));
    assertThat(base(1864, college)).isEqualTo("16 of 30");
    assertThat(president(1864, college)).isEqualTo("a by ELECTORS");
  }

  @Test
  void rejected_states_stay_in_the_base_of_1873() {
    College college =
        college(
            voted("US", 341, distinct("grant 286, hendricks 42, brown 13", "wilson 286, brown 47")),
            with(voted("AR", 6, "grant 6"), CountResult.REJECTED),
            with(voted("LA", 8, "grant 8"), CountResult.REJECTED),
            countedAs(
                voted("GA", 11, distinct("brown 6, jenkins 2, greeley 3", "brown 5, colquitt 6")),
                CountResult.COUNTED,
                distinct("brown 6, jenkins 2", "brown 5, colquitt 6")));
    assertThat(base(1872, college)).isEqualTo("184 of 366");
    assertThat(president(1872, college)).isEqualTo("grant by ELECTORS");
  }

  @Test
  void rival_returns_are_for_nobody_until_somebody_decides() {
    Electors florida = disputed(voted("FL", 4, "hayes 4"));
    College before = college(voted("US", 365, "tilden 184, hayes 181"), florida);
    assertThat(president(1876, before))
        .isEqualTo("not yet: a decision between the rival returns of FL");
    College counted =
        college(
            voted("US", 365, "tilden 184, hayes 181"),
            countedAs(florida, CountResult.COUNTED, distinct("hayes 4", "hayes 4")));
    assertThat(base(1876, counted)).isEqualTo("185 of 369");
    assertThat(president(1876, counted)).isEqualTo("hayes by ELECTORS");
  }

  @Test
  void bush_wins_2000_with_270_needed_although_537_voted() {
    College college = college(voted("US", 535, "bush 271, gore 264"), voted("DC", 3, "gore 2"));
    assertThat(base(2000, college)).isEqualTo("270 of 538");
    assertThat(president(2000, college)).isEqualTo("bush by ELECTORS");
  }

  @Test
  void gore_would_have_won_2000_had_florida_appointed_nobody() {
    College college = college(voted("US", 513, "gore 267, bush 246"), notAppointed("FL", 25));
    assertThat(base(2000, college)).isEqualTo("257 of 513");
    assertThat(president(2000, college)).isEqualTo("gore by ELECTORS");
  }

  @Test
  void it_is_unsettled_whether_electors_rejected_under_the_act_of_1887_stay_in_the_base() {
    College college =
        college(
            voted("US", 513, "gore 267, bush 246"),
            with(voted("FL", 25, "bush 25"), CountResult.REJECTED));
    assertThat(base(2000, college)).isEqualTo("270 of 538 | 257 of 513");
    assertThat(president(2000, college)).isEqualTo("nobody by HOUSE | gore by ELECTORS");
  }

  private static College of2028(Electors nineteen) {
    return college(voted("US", 519, "a 262, b 257"), nineteen);
  }

  @Test
  void electors_struck_as_not_certified_leave_the_base_of_2022_and_irregular_votes_do_not() {
    Electors state = voted("GA", 19, "b 19");
    College certified =
        of2028(
            struck(
                state, new Electors.Struck(Grounds.NOT_LAWFULLY_CERTIFIED, OptionalInt.empty())));
    assertThat(base(2028, certified)).isEqualTo("260 of 519");
    assertThat(president(2028, certified)).isEqualTo("a by ELECTORS");
    College irregular =
        of2028(
            struck(state, new Electors.Struck(Grounds.NOT_REGULARLY_GIVEN, OptionalInt.empty())));
    assertThat(base(2028, irregular)).isEqualTo("270 of 538");
    assertThat(president(2028, irregular))
        .isEqualTo("not yet: a choice by the House: 50 states, 26 needed, among a, b");
    College unexplained = of2028(with(state, CountResult.REJECTED));
    assertThat(base(2028, unexplained)).isEqualTo("270 of 538 | 260 of 519");
    assertThat(president(2028, of2028(notAppointed("GA", 19)))).isEqualTo("a by ELECTORS");
  }

  @Test
  void of_electors_struck_in_part_only_the_struck_leave_the_base() {
    College college =
        of2028(
            struck(
                voted("GA", 19, "b 19"),
                new Electors.Struck(Grounds.NOT_LAWFULLY_CERTIFIED, OptionalInt.of(4))));
    assertThat(base(2028, college)).isEqualTo("268 of 534");
  }

  @Test
  void a_majority_reached_stands_though_others_have_still_to_vote() {
    College college = college(voted("CA", 270, "biden 270"), unvoted("HI", 4), unvoted("TX", 264));
    assertThat(president(2020, college)).isEqualTo("biden by ELECTORS");
  }

  @Test
  void one_vote_short_of_the_majority_is_not_yet_and_names_whose_votes_are_missing() {
    assertThat(president(2020, college(voted("CA", 269, "biden 269"), unvoted("TX", 269))))
        .isEqualTo("not yet: the votes of TX");
    assertThat(
            president(
                2020, college(voted("CA", 269, "biden 269"), unvoted("HI", 4), unvoted("TX", 265))))
        .isEqualTo("not yet: the votes of TX and HI");
    assertThat(
            president(
                2020,
                college(unvoted("HI", 4), unvoted("TX", 38), unvoted("DE", 3), unvoted("FL", 29))))
        .isEqualTo("not yet: the votes of TX, FL and 2 more");
    assertThat(president(2020, college(unvoted("HI", 4), unvoted("TX", 38), unvoted("DE", 3))))
        .isEqualTo("not yet: the votes of TX, HI and DE");
  }

  @Test
  void votes_missing_and_returns_in_rivalry_are_named_apart() {
    assertThat(
            president(
                1876,
                college(
                    voted("NY", 184, "tilden 184"),
                    unvoted("HI", 180),
                    disputed(voted("FL", 5, "hayes 5")))))
        .isEqualTo("not yet: the votes of HI; a decision between the rival returns of FL");
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

  @Test
  void what_is_not_yet_names_its_rules_and_entries_too() {
    College college = college(voted("CA", 269, "biden 269"), unvoted("TX", 269));
    assertThat(Law.of(2020).orElseThrow().decide(Office.PRESIDENT, college))
        .isEqualTo(
            new NotYet<>(
                List.of(new Missing.ElectorsVotes(List.of("TX"))),
                new Verdict.Grounds(
                    List.of("BASE.ECA", "VOTE.XII"), college.electors().getFirst().entries())));
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
  void a_state_that_congress_counted_without_votes_known_is_still_missing() {
    assertThat(president(2020, college(with(unvoted("TX", 38), CountResult.COUNTED))))
        .isEqualTo("not yet: the votes of TX");
  }

  @Test
  void nothing_known_is_not_yet() {
    assertThat(president(2020, college())).isEqualTo("not yet: the electors' votes");
  }

  @Test
  void a_verdict_names_its_rules_and_the_entries_it_rests_on() {
    College college = college(voted("CA", 270, "biden 270"), unvoted("TX", 268));
    Verdict<Choice> verdict = Law.of(2020).orElseThrow().decide(Office.PRESIDENT, college);
    assertThat(verdict)
        .isEqualTo(
            new Determined<>(
                new Choice("biden", By.ELECTORS),
                new Verdict.Grounds(
                    List.of("BASE.ECA", "VOTE.XII"), college.electors().getFirst().entries())));
  }
}
