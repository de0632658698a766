package org.ascertain.law;

import static org.ascertain.law.Colleges.college;
import static org.ascertain.law.Colleges.disputed;
import static org.ascertain.law.Colleges.unvoted;
import static org.ascertain.law.Colleges.voted;
import static org.ascertain.law.Colleges.with;
import static org.ascertain.law.Decisions.president;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Choice.By;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NotYet;
import org.junit.jupiter.api.Test;

/** When a majority is one, and what a verdict rests on. */
class ElectionDecisionTest {

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
