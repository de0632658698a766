package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ascertain.desk.Replay2020.Arrived;
import org.ascertain.desk.Replay2020.KeptAside;
import org.ascertain.desk.SecondReading.Relation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The returns of 2020 through the checks: what was wrong that night is caught, under its code. */
class ReturnsOf2020Test {

  private static Replay2020 flagged;
  private static Replay2020 aside;

  @BeforeAll
  static void play() {
    flagged = Replay2020.by(Policy.FLAG);
    aside = Replay2020.by(Policy.ASIDE);
  }

  @Test
  void the_counts_by_code_and_source_are_those_of_the_page() {
    assertThat(flagged.found().toString())
        .isEqualTo(
            "{D301={nyt-snichols=5}, D306={nyt-alex=70}, D307={nyt-alex=674, nyt-snichols=176},"
                + " D404={nyt-alex=162}, D601={nyt-alex=152, nyt-snichols=20},"
                + " D602={nyt-alex=4, nyt-snichols=8}, D603={nyt-snichols=8},"
                + " D604={nyt-alex=2, nyt-snichols=4}, D605={nyt-alex=38}, D606={nyt-snichols=7},"
                + " D607={nyt-alex=2, nyt-snichols=77}, D608={nyt-snichols=6},"
                + " D609={nyt-alex=3, nyt-snichols=72}, D702={tonmcg-counties=50},"
                + " D703={nyt-alex=42}}");
  }

  /** Page "Decreases in the 2020 returns": totals that fell by 5,000 or more, by their source. */
  @Test
  void every_great_fall_is_caught() {
    assertThat(found(VOTES_DISAPPEAR))
        .containsExactly(
            "PA 2020-11-04T02:14:32Z",
            "PA 2020-11-04T02:17:03Z",
            "PA 2020-11-04T02:22:45Z",
            "IL 2020-11-04T04:15:36Z",
            "MN 2020-11-04T04:38:43Z",
            "VA 2020-11-04T05:12:38Z",
            "VA 2020-11-04T05:30:56Z",
            "NH 2020-11-04T09:15:43Z",
            "NY 2020-11-08T16:18:39Z",
            "WV 2020-11-08T16:45:34Z",
            "SD 2020-11-12T02:57:03Z",
            "CO 2020-11-16T03:32:50Z");
    assertThat(found(TOTAL_FELL))
        .contains(
            "VA 2020-11-05T16:26:02Z",
            "VA 2020-11-06T17:32:20Z",
            "TX 2020-11-06T22:03:00Z",
            "TX 2020-11-06T22:14:55Z",
            "KY 2020-11-09T16:41:11Z",
            "KY 2020-11-09T17:17:21Z",
            "CA 2020-11-09T17:17:21Z",
            "OH 2020-11-09T20:27:00Z",
            "MI 2020-11-09T21:44:56Z",
            "TX 2020-11-09T21:44:56Z",
            "VA 2020-11-12T02:35:43Z",
            "VA 2020-11-12T03:12:23Z",
            "FL 2020-11-16T15:44:33Z",
            "OR 2020-11-26T13:16:14Z",
            "OH 2020-11-27T22:13:14Z");
  }

  @Test
  void what_rose_and_fell_again_within_half_an_hour_is_told_as_a_repair() {
    assertThat(flagged.places(WITHDRAWN_AGAIN))
        .containsExactly(
            "PA 2020-11-04T02:14:32Z",
            "PA 2020-11-04T02:17:03Z",
            "MN 2020-11-04T04:38:43Z",
            "MO 2020-11-04T04:47:25Z",
            "WI 2020-11-04T05:24:16Z",
            "VA 2020-11-04T05:30:56Z",
            "GA 2020-11-04T06:12:24Z",
            "MT 2020-11-04T11:56:04Z");
  }

  @Test
  void exchanged_columns_are_caught_in_exact_figures_and_in_rounded_shares() {
    assertThat(flagged.places(EXCHANGED))
        .containsExactly(
            "KS 2020-11-04T01:50:49Z",
            "KS 2020-11-04T03:08:24Z",
            "NJ 2020-11-04T03:25:44Z",
            "PA 2020-11-04T04:08:51Z",
            "IA 2020-11-04T21:45:13Z",
            "NE 2020-11-07T00:50:26Z");
    assertThat(said(flagged.row("NJ 2020-11-04T03:25:44Z")))
        .containsExactly(
            "Biden +79,568 and Trump -79,568 with a total that moved by +0: columns exchanged?");
  }

  /** Page "Decreases in the 2020 returns": a candidate fell while the total did not. */
  @Test
  void every_candidate_that_fell_while_the_total_did_not_is_caught() {
    assertThat(
            List.of(
                "AL 2020-11-04T20:28:27Z",
                "IA 2020-11-04T21:45:13Z",
                "SD 2020-11-05T15:02:13Z",
                "IL 2020-11-05T16:55:14Z",
                "VA 2020-11-06T04:01:39Z",
                "IA 2020-11-06T13:40:09Z",
                "NH 2020-11-06T15:27:32Z",
                "MN 2020-11-06T18:24:05Z",
                "CT 2020-11-06T20:17:51Z",
                "KY 2020-11-06T21:54:35Z",
                "NE 2020-11-07T00:47:07Z",
                "NE 2020-11-07T00:50:26Z",
                "FL 2020-11-09T17:17:21Z",
                "MI 2020-11-10T14:35:19Z",
                "NC 2020-11-15T15:50:30Z",
                "VA 2020-11-15T16:36:09Z",
                "IL 2020-11-16T15:11:31Z",
                "VT 2020-11-16T16:49:13Z",
                "VA 2020-11-17T20:40:39Z",
                "VA 2020-11-17T20:48:37Z",
                "VA 2020-11-17T20:55:57Z",
                "GA 2020-11-20T01:55:08Z",
                "MI 2020-11-20T18:53:21Z",
                "VA 2020-11-22T14:11:10Z",
                "ME 2020-11-25T00:31:12Z",
                "MN 2020-11-25T14:10:14Z",
                "MN 2020-11-25T14:47:14Z",
                "MN 2020-11-25T15:09:13Z",
                "MN 2020-11-25T15:26:13Z",
                "TX 2020-11-27T14:26:15Z",
                "TX 2020-11-27T15:26:14Z",
                "AK 2020-12-01T17:33:19Z",
                "IL 2020-12-04T17:26:45Z",
                "AL 2020-12-04T21:12:00Z"))
        .allSatisfy(
            place ->
                assertThat(flagged.row(place).told())
                    .as(place)
                    .extracting(Finding::check)
                    .containsAnyOf(TICKET_FELL, EXCHANGED));
  }

  @Test
  void no_correction_is_without_a_code() {
    assertThat(flagged.corrections())
        .hasSizeGreaterThan(30)
        .noneMatch(correction -> correction.codes().isEmpty());
  }

  @Test
  void new_hampshires_fall_to_nothing_is_one_finding() {
    Arrived fall = flagged.row("NH 2020-11-04T09:15:43Z");

    assertThat(Situation.checks(fall.told())).contains(BACK_TO_ZERO).doesNotContain(TOTAL_FELL);
    assertThat(fall.told().getFirst().says())
        .isEqualTo("NH had 606,350 votes at entry 6299, and has 0 here.");
  }

  /** Antrim County taken out: the figures fall by what its first report had. */
  @Test
  void antrim_asks_and_is_no_exchange() {
    Arrived fall =
        flagged.rows.stream()
            .filter(row -> row.place().equals("MI 2020-11-04T18:30:33Z"))
            .findFirst()
            .orElseThrow();

    assertThat(Situation.checks(fall.told()))
        .contains(TOTAL_FELL)
        .doesNotContain(VOTES_DISAPPEAR, EXCHANGED, TICKET_FELL);
    assertThat(fall.decision()).isEqualTo(Decision.FLAGGED);
  }

  @Test
  void georgias_later_counts_ask_after_its_certificate_and_no_votes_disappear() {
    assertThat(flagged.places(AFTER_CERTIFICATION))
        .contains("GA 2020-12-05T00:26:57Z", "GA 2020-12-07T20:17:22Z")
        .doesNotContain("GA 2020-11-19T18:47:41Z");
    assertThat(found(VOTES_DISAPPEAR)).noneMatch(place -> place.startsWith("GA"));
  }

  @Test
  void a_true_count_that_looks_odd_asks_and_is_not_put_aside() {
    assertThat(flagged.places(ONE_SIDED))
        .containsExactly(
            "PA 2020-11-04T01:15:31Z",
            "PA 2020-11-04T01:31:11Z",
            "MD 2020-11-04T04:14:18Z",
            "NY 2020-11-04T04:30:54Z",
            "MI 2020-11-04T08:50:10Z",
            "PA 2020-11-04T10:54:40Z",
            "MI 2020-11-04T11:31:53Z");
    assertThat(ONE_SIDED.severity()).isEqualTo(Severity.ASK);
  }

  /**
   * At 00:47 Biden had too few by 29,737 and Trump as many too many; at 00:50 it was put right. The
   * first row asks by itself; what was wrong with it shows in the row after.
   */
  @Test
  void nebraskas_three_minutes_never_reach_a_reader() {
    KeptAside exchanged =
        aside.overtaken.stream()
            .filter(kept -> kept.row().place().equals("NE 2020-11-07T00:47:07Z"))
            .findFirst()
            .orElseThrow();
    Arrived after = aside.row("NE 2020-11-07T00:50:26Z");

    assertThat(Situation.checks(exchanged.row().told())).containsExactly(TICKET_FELL);
    assertThat(exchanged.row().decision()).isEqualTo(Decision.KEPT);
    assertThat(exchanged.byTheRowAfter()).extracting(Finding::check).containsExactly(EXCHANGED);
    assertThat(exchanged.byTheRowAfter().getFirst().says())
        .contains("Biden +29,737", "Trump -29,737");
    assertThat(after.decision()).isEqualTo(Decision.RECORDED);
  }

  @Test
  void rows_that_only_follow_an_undecided_one_are_told_apart() {
    List<KeptAside> iowa = aside.open.getOrDefault("IA nyt-alex", List.of());

    assertThat(iowa.getFirst().row().has(EXCHANGED)).isTrue();
    assertThat(iowa).filteredOn(kept -> kept.relation() == Relation.FOLLOWS).hasSize(68);
    assertThat(iowa).filteredOn(kept -> kept.relation() == Relation.APART).hasSize(5);
  }

  @Test
  void false_alarms_are_counted() {
    assertThat(flagged.falseAlarms())
        .isEqualTo(
            Map.of(
                "D301", 0, "D306", 39, "D601", 0, "D602", 0, "D603", 0, "D604", 0, "D605", 0,
                "D606", 7, "D608", 0, "D702", 50));
  }

  private static List<String> found(IntakeCheck check) {
    return flagged.rows.stream()
        .filter(row -> row.found().stream().anyMatch(finding -> finding.check() == check))
        .map(Arrived::place)
        .toList();
  }

  private static List<String> said(Arrived row) {
    return row.told().stream()
        .filter(finding -> Decision.waits(finding))
        .map(Finding::says)
        .toList();
  }
}
