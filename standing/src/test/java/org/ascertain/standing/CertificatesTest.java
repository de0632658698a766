package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Side;
import org.ascertain.election.Problem;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;

/**
 * Which of several certificates of the executive stands: since 2022 the first, or the last under a
 * court's relief granted before the electors meet (3 U.S.C. s. 5(c)(1)); before, the last that no
 * other supersedes. Facts of 2020 are held under the law of 2024 on the same days of that year.
 */
class CertificatesTest {

  private static final Law SINCE_2022 = Law.of(2024).orElseThrow();

  private final SmallElection election = new SmallElection(SINCE_2022);

  private static Fact slate(String slate, String at, long biden, long trump, long... supersedes) {
    return new Fact.Ascertainment(
        on(at),
        "PA",
        SmallElection.votes(biden, trump),
        "governor",
        Optional.of(slate),
        supersedes.length == 0 ? OptionalLong.empty() : OptionalLong.of(supersedes[0]));
  }

  private static Fact votes(String slate, long biden, long trump) {
    return new Fact.ElectorVotes(
        on("2020-12-17"),
        "PA",
        SmallElection.ballots(biden, trump),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.of(slate));
  }

  private static Fact ruling(String at, Side... side) {
    return new Fact.Ruling(on(at), "C1", "granted", Arrays.stream(side).findFirst(), true);
  }

  private String ascertained(SmallElection of) {
    return SmallElection.rung(of.standing(), Rung.ASCERTAINED).electors().toString();
  }

  private SmallElection contested() {
    return election
        .add(slate("A", "2020-11-25", 19, 0))
        .add(SmallElection.challenge("C1", ChallengeKind.ELECTION_CONTEST, "2020-11-26", "PA"))
        .add(slate("B", "2020-12-08", 0, 19, 1));
  }

  @Test
  void a_later_certificate_without_a_courts_relief_replaces_nothing() {
    contested();
    assertThat(ascertained(election)).isEqualTo("biden 19");
    assertThat(election.standing().problems()).isEmpty();
  }

  @Test
  void before_2022_a_later_certificate_that_supersedes_stands() {
    SmallElection before =
        new SmallElection()
            .add(slate("A", "2020-11-25", 19, 0))
            .add(slate("B", "2020-12-08", 0, 19, 1));
    assertThat(ascertained(before)).isEqualTo("trump 19");
  }

  @Test
  void a_certificate_under_a_courts_relief_replaces_the_first() {
    contested().add(ruling("2020-12-07", Side.PETITIONER));
    assertThat(ascertained(election)).isEqualTo("trump 19");
  }

  @Test
  void relief_in_part_is_relief() {
    contested().add(ruling("2020-12-07", Side.PART));
    assertThat(ascertained(election)).isEqualTo("trump 19");
  }

  @Test
  void a_ruling_for_the_respondent_or_for_nobody_known_orders_none() {
    contested().add(ruling("2020-12-07", Side.RESPONDENT));
    assertThat(ascertained(election)).isEqualTo("biden 19");
    SmallElection silent = new CertificatesTest().contested();
    silent.add(ruling("2020-12-07"));
    assertThat(ascertained(silent)).isEqualTo("biden 19");
  }

  @Test
  void a_ruling_before_the_first_certificate_or_after_the_second_orders_none() {
    SmallElection early =
        new SmallElection(SINCE_2022)
            .add(SmallElection.challenge("C1", ChallengeKind.LAWSUIT, "2020-11-05", "PA"))
            .add(ruling("2020-11-10", Side.PETITIONER))
            .add(slate("A", "2020-11-25", 19, 0))
            .add(slate("B", "2020-12-08", 0, 19, 3));
    assertThat(ascertained(early)).isEqualTo("biden 19");
    contested().add(ruling("2020-12-09", Side.PETITIONER));
    assertThat(ascertained(election)).isEqualTo("biden 19");
  }

  @Test
  void a_court_in_another_state_orders_none_here() {
    election
        .add(slate("A", "2020-11-25", 19, 0))
        .add(SmallElection.challenge("C1", ChallengeKind.LAWSUIT, "2020-11-26", "GA"))
        .add(slate("B", "2020-12-08", 0, 19, 1))
        .add(ruling("2020-12-07", Side.PETITIONER));
    assertThat(ascertained(election)).isEqualTo("biden 19");
  }

  @Test
  void a_certificate_that_does_not_say_what_it_supersedes_is_under_no_relief() {
    election
        .add(slate("A", "2020-11-25", 19, 0))
        .add(SmallElection.challenge("C1", ChallengeKind.LAWSUIT, "2020-11-26", "PA"))
        .add(slate("B", "2020-12-08", 0, 19))
        .add(ruling("2020-12-07", Side.PETITIONER));
    assertThat(ascertained(election)).isEqualTo("biden 19");
  }

  /** Electors met on 17 December 2024: relief of that day is too late. */
  @Test
  void relief_granted_on_the_day_of_the_meeting_is_too_late() {
    election
        .add(slate("A", "2020-11-25", 19, 0))
        .add(SmallElection.challenge("C1", ChallengeKind.LAWSUIT, "2020-11-26", "PA"))
        .add(ruling("2020-12-17", Side.PETITIONER))
        .add(slate("B", "2020-12-18", 0, 19, 1));
    assertThat(ascertained(election)).isEqualTo("biden 19");
  }

  @Test
  void the_conclusive_certificate_speaks_for_one_of_rival_returns() {
    contested().add(votes("A", 19, 0)).add(votes("B", 0, 19));
    assertThat(SmallElection.rung(election.standing(), Rung.VOTED).electors())
        .hasToString("biden 19");
  }

  @Test
  void a_count_of_another_slate_is_against_the_law_and_stands() {
    contested()
        .add(votes("A", 19, 0))
        .add(votes("B", 0, 19))
        .add(
            new Fact.Counted(
                on("2021-01-06"),
                "PA",
                Fact.CountResult.COUNTED,
                Optional.of("B"),
                Optional.empty()));
    assertThat(election.standing().problems())
        .extracting(Problem::check, Problem::path)
        .containsExactly(tuple(Check.AGAINST_THE_LAW, "slate"));
    assertThat(SmallElection.rung(election.standing(), Rung.COUNTED).electors())
        .hasToString("trump 19");
  }

  @Test
  void a_ruling_decides_whenever_it_is_taken_in() {
    contested().add(votes("A", 19, 0)).add(votes("B", 0, 19));
    Tabulation now = election.end();
    assertThat(now.electors(Rung.VOTED, 0)).isEqualTo(19);
    assertThat(now.college().electors().toString()).contains("biden 19");
    election.add(ruling("2020-12-07", Side.PETITIONER));
    now.add(election.entries().getLast());
    assertThat(now.touched()).containsExactly("PA");
    assertThat(now.electors(Rung.ASCERTAINED, 1)).isEqualTo(19);
    assertThat(now.electors(Rung.VOTED, 0)).isZero();
    assertThat(now.electors(Rung.VOTED, 1)).isEqualTo(19);
    assertThat(now.college().electors().toString()).doesNotContain("biden 19");
  }

  private static Fact unnamed(String at, long... electors) {
    return SmallElection.ascertainment("PA", at, electors);
  }

  @Test
  void of_certificates_that_name_no_slate_the_later_does_not_replace_the_first_in_silence() {
    election.add(unnamed("2020-11-25", 19)).add(unnamed("2020-12-08", 0, 19));
    assertThat(ascertained(election)).as("since 2022 the first").isEqualTo("biden 19");
    assertThat(election.standing().remarks())
        .extracting(Problem::check, Problem::index, Problem::path)
        .containsExactly(tuple(Check.CERTIFICATES_DIFFER, 2L, "electors"));
    SmallElection before =
        new SmallElection().add(unnamed("2020-11-25", 20)).add(unnamed("2020-12-08", 0, 20));
    assertThat(ascertained(before)).as("before 2022 neither").isEmpty();
    assertThat(before.standing().remarks()).hasSize(1);
    SmallElection agreed =
        new SmallElection().add(unnamed("2020-11-25", 20)).add(unnamed("2020-12-08", 20));
    assertThat(ascertained(agreed)).isEqualTo("biden 20");
    assertThat(agreed.standing().remarks()).isEmpty();
  }
}
