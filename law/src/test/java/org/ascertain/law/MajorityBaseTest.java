package org.ascertain.law;

import static org.ascertain.law.Colleges.after;
import static org.ascertain.law.Colleges.college;
import static org.ascertain.law.Colleges.countedAs;
import static org.ascertain.law.Colleges.disputed;
import static org.ascertain.law.Colleges.distinct;
import static org.ascertain.law.Colleges.notAppointed;
import static org.ascertain.law.Colleges.senate;
import static org.ascertain.law.Colleges.struck;
import static org.ascertain.law.Colleges.unvoted;
import static org.ascertain.law.Colleges.voted;
import static org.ascertain.law.Colleges.with;
import static org.ascertain.law.Decisions.base;
import static org.ascertain.law.Decisions.president;
import static org.ascertain.law.Decisions.vicePresident;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Verdict.Alternatives;
import org.junit.jupiter.api.Test;

/** Of how many electors a majority is needed, and whose votes count toward it. */
class MajorityBaseTest {

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
}
