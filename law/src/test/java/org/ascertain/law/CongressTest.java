package org.ascertain.law;

import static org.ascertain.law.Colleges.SOMEWHEN;
import static org.ascertain.law.Decisions.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.election.Fact.Objection;
import org.junit.jupiter.api.Test;

/** What Congress does with a return, under each regime. */
class CongressTest {

  private static Law law(int election) {
    return Law.of(election).orElseThrow();
  }

  private static Objection objection(long senators, long representatives, Grounds grounds) {
    return new Objection(
        SOMEWHEN,
        "GA",
        grounds,
        OptionalLong.empty(),
        OptionalLong.of(senators),
        OptionalLong.of(representatives),
        List.of(),
        true);
  }

  private static String afterVotes(
      int election, String jurisdiction, long senate, long against, long house, long houseAgainst) {
    return words(
        law(election)
            .afterVotes(
                jurisdiction,
                Optional.of(
                    new ChamberVote(SOMEWHEN, jurisdiction, Chamber.SENATE, senate, against)),
                Optional.of(
                    new ChamberVote(SOMEWHEN, jurisdiction, Chamber.HOUSE, house, houseAgainst))));
  }

  @Test
  void each_count_has_its_regime() {
    assertThat(
            List.of(
                law(1860).regime(),
                law(1864).regime(),
                law(1876).regime(),
                law(1880).regime(),
                law(2020).regime(),
                law(2024).regime()))
        .containsExactly(Regime.values());
  }

  @Test
  void the_same_division_of_the_houses_rejects_in_1873_and_counts_in_2029() {
    assertThat(afterVotes(1872, "AR", 28, 24, 30, 99)).isEqualTo("REJECTED");
    assertThat(afterVotes(1876, "AR", 28, 24, 30, 99)).isEqualTo("COUNTED");
    assertThat(afterVotes(2000, "AR", 28, 24, 30, 99)).isEqualTo("COUNTED");
    assertThat(afterVotes(2028, "AR", 49, 51, 220, 210)).isEqualTo("COUNTED");
    assertThat(afterVotes(2028, "AR", 51, 49, 220, 210)).isEqualTo("REJECTED");
    assertThat(afterVotes(1856, "WI", 28, 24, 30, 99)).startsWith("no rule");
    assertThat(afterVotes(1884, "NY", 28, 24, 30, 99)).startsWith("no rule");
  }

  @Test
  void an_equal_division_sustains_nothing_and_under_the_joint_rule_counts_nothing() {
    assertThat(afterVotes(2028, "AR", 50, 50, 220, 210)).isEqualTo("COUNTED");
    assertThat(afterVotes(1872, "AR", 26, 26, 30, 99)).isEqualTo("REJECTED");
    assertThat(afterVotes(1872, "TX", 24, 28, 30, 99)).isEqualTo("COUNTED");
  }

  @Test
  void georgia_is_announced_either_way_in_1869_and_1881_whatever_the_houses_voted() {
    assertThat(afterVotes(1868, "GA", 25, 34, 150, 41)).isEqualTo("EITHER_WAY");
    assertThat(afterVotes(1880, "GA", 0, 0, 0, 0)).isEqualTo("EITHER_WAY");
    assertThat(afterVotes(1868, "LA", 1, 50, 62, 137)).isEqualTo("COUNTED");
  }

  @Test
  void before_both_houses_have_voted_nothing_is_decided() {
    assertThat(words(law(2020).afterVotes("AZ", Optional.empty(), Optional.empty())))
        .isEqualTo("not yet: the Senate's vote on AZ; the House's vote on AZ");
    assertThat(
            words(
                law(2020)
                    .afterVotes(
                        "AZ",
                        Optional.of(new ChamberVote(SOMEWHEN, "AZ", Chamber.SENATE, 6, 93)),
                        Optional.empty())))
        .isEqualTo("not yet: the House's vote on AZ");
  }

  @Test
  void one_of_each_house_may_object_to_2021_and_a_fifth_from_2025_on() {
    assertThat(words(law(2020).objection(objection(1, 1, Grounds.OTHER)))).isEqualTo("true");
    assertThat(words(law(2020).objection(objection(0, 9, Grounds.OTHER)))).isEqualTo("false");
    assertThat(words(law(2020).objection(objection(9, 0, Grounds.OTHER)))).isEqualTo("false");
    assertThat(words(law(2024).objection(objection(19, 140, Grounds.NOT_REGULARLY_GIVEN))))
        .isEqualTo("false");
    assertThat(words(law(2024).objection(objection(20, 87, Grounds.NOT_REGULARLY_GIVEN))))
        .isEqualTo("true");
    assertThat(words(law(2024).objection(objection(20, 86, Grounds.NOT_REGULARLY_GIVEN))))
        .isEqualTo("false");
    assertThat(words(law(2024).objection(objection(20, 87, Grounds.OTHER)))).isEqualTo("false");
    assertThat(words(law(2024).objection(objection(19, 87, Grounds.NOT_REGULARLY_GIVEN), 95, 435)))
        .isEqualTo("true");
  }

  @Test
  void anybody_may_object_under_the_joint_rule_and_before_it_no_rule_says_who() {
    assertThat(words(law(1868).objection(objection(0, 1, Grounds.OTHER)))).isEqualTo("true");
    assertThat(words(law(1868).objection(objection(1, 0, Grounds.OTHER)))).isEqualTo("true");
    assertThat(words(law(1868).objection(objection(0, 0, Grounds.OTHER)))).isEqualTo("false");
    assertThat(words(law(1816).objection(objection(0, 1, Grounds.OTHER)))).startsWith("no rule");
  }

  @Test
  void where_no_rule_decides_the_verdict_says_what_there_is_instead() {
    assertThat(afterVotes(1856, "WI", 28, 24, 30, 99))
        .isEqualTo("no rule: " + Regime.PRESIDENT_OF_THE_SENATE.words());
    assertThat(Regime.values())
        .extracting(Regime::words)
        .doesNotHaveDuplicates()
        .doesNotContain("");
    Verdict<Boolean> verdict = law(1816).objection(objection(0, 1, Grounds.OTHER));
    assertThat(verdict)
        .isEqualTo(
            new Verdict.NoRule<>(
                "no rule says who may object",
                new Verdict.Grounds(List.of("CNT.PRES"), List.of())));
  }

  private static final RivalReturns HAWAII =
      new RivalReturns(List.of(), List.of("1", "2"), Optional.of("2"), Optional.of("2"));

  @Test
  void the_slate_on_which_both_houses_agree_is_counted_in_1961() {
    assertThat(words(law(1960).counted(HAWAII))).isEqualTo("2");
    assertThat(words(law(1956).counted(HAWAII))).isEqualTo("2");
    assertThat(words(law(2024).counted(HAWAII))).startsWith("no rule");
  }

  @Test
  void where_the_houses_differ_the_executives_certificate_decides_unless_the_state_determined() {
    assertThat(
            words(
                law(2000)
                    .counted(
                        new RivalReturns(
                            List.of(), List.of("A"), Optional.of("A"), Optional.of("B")))))
        .isEqualTo("A");
    assertThat(
            words(
                law(2000)
                    .counted(
                        new RivalReturns(
                            List.of("B"), List.of("A"), Optional.of("A"), Optional.of("B")))))
        .isEqualTo("B | A");
    assertThat(
            words(
                law(2000)
                    .counted(
                        new RivalReturns(
                            List.of("B"), List.of(), Optional.of("A"), Optional.of("B")))))
        .isEqualTo("B");
    assertThat(
            words(
                law(2000)
                    .counted(
                        new RivalReturns(
                            List.of(), List.of(), Optional.empty(), Optional.empty()))))
        .isEqualTo("none");
  }

  @Test
  void hawaiis_first_certificate_would_be_conclusive_today_unless_a_court_ordered_in_time() {
    Certificate nixon = new Certificate("nixon", LocalDate.of(2028, 11, 28), Optional.empty());
    LocalDate january = LocalDate.of(2029, 1, 4);
    assertThat(
            words(
                law(2028)
                    .conclusive(
                        List.of(nixon, new Certificate("kennedy", january, Optional.of(january))))))
        .isEqualTo("nixon");
    assertThat(
            words(
                law(2028)
                    .conclusive(
                        List.of(
                            nixon,
                            new Certificate(
                                "kennedy", january, Optional.of(LocalDate.of(2028, 12, 18)))))))
        .isEqualTo("kennedy");
    assertThat(words(law(2028).conclusive(List.of()))).isEqualTo("not yet: a certificate");
    assertThat(words(law(1960).conclusive(List.of(nixon)))).startsWith("no rule");
  }
}
