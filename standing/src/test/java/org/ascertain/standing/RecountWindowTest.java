package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.Standing.Settlement;
import org.ascertain.standing.Standing.Settlement.Answer;
import org.junit.jupiter.api.Test;

/** How long a recount that may be asked for, or that the law orders, leaves a unit unsettled. */
class RecountWindowTest {

  private static Fact certified(String unit, String at, Votes votes, long other, long total) {
    return new Fact.Certification(
        SmallElection.on(at),
        unit,
        votes,
        other < 0 ? OptionalLong.empty() : OptionalLong.of(other),
        total < 0 ? OptionalLong.empty() : OptionalLong.of(total),
        "board",
        OptionalLong.empty());
  }

  private static Settlement underTheLawOf2028(String unit, String moment, Fact... facts) {
    SmallElection election = new SmallElection(Law.of(2028).orElseThrow());
    for (Fact fact : facts) election.add(fact);
    return row(election.at(moment), unit).settled();
  }

  /**
   * Georgia, 2028: on request where the margin is 0.5 % or less of the votes cast, until two
   * business days after certification, here a Friday (the table of laws names the source).
   */
  @Test
  void a_recount_that_may_be_asked_for_leaves_no_bound_until_its_window_closes() {
    Fact close = certified("GA", "2020-11-20", SmallElection.votes(5_010, 4_990), 0, 10_000);
    Settlement open = underTheLawOf2028("GA", "2020-11-24", close);
    assertThat(open.answer()).isEqualTo(Answer.NO_BOUND);
    assertThat(open.why()).isEqualTo("a recount may be asked for until 2020-11-24");
    assertThat(open.margin()).hasValue(20);
    Settlement over = underTheLawOf2028("GA", "2020-11-25", close);
    assertThat(over.answer()).isEqualTo(Answer.YES);
    assertThat(over.why()).isEqualTo("certified");
    assertThat(over.beside()).containsExactly("the result may be contested until 2020-11-25");
    assertThat(underTheLawOf2028("GA", "2020-11-26", close).beside()).isEmpty();
  }

  @Test
  void a_margin_above_the_threshold_leaves_no_window() {
    Fact clear = certified("GA", "2020-11-20", SmallElection.votes(5_026, 4_974), 0, 10_000);
    assertThat(underTheLawOf2028("GA", "2020-11-20", clear).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void where_all_votes_are_not_known_nobody_knows_whether_a_recount_may_be_asked_for() {
    Settlement settled =
        underTheLawOf2028("GA", "2020-11-20", certificate("GA", "2020-11-20", 5_100, 4_900));
    assertThat(settled.answer()).isEqualTo(Answer.YES);
    assertThat(settled.beside())
        .anyMatch(each -> each.contains("the votes cast for the office are not known"));
  }

  /** Colorado, 2028: ordered at 0.5 % of the leader's votes, to end 31 days after the election. */
  @Test
  void a_recount_that_the_law_orders_leaves_no_bound_until_it_has_to_end() {
    Fact close = certified("CO", "2020-11-20", SmallElection.votes(10_000, 9_950), 0, 19_950);
    Settlement open = underTheLawOf2028("CO", "2020-11-20", close);
    assertThat(open.answer()).isEqualTo(Answer.NO_BOUND);
    assertThat(open.why()).startsWith("the law orders a recount until 2028-12-08");
    Fact clear = certified("CO", "2020-11-20", SmallElection.votes(10_000, 9_949), 0, 19_949);
    assertThat(underTheLawOf2028("CO", "2020-11-20", clear).answer()).isEqualTo(Answer.YES);
  }

  private static long end(String day) {
    return When.parse(day).effective();
  }

  /** The clock alone closes a window; nothing needs to happen then. */
  @Test
  void the_moment_at_which_a_window_closes_can_be_asked() {
    SmallElection election = new SmallElection(Law.of(2028).orElseThrow());
    election.add(certified("GA", "2020-11-20", SmallElection.votes(5_010, 4_990), 0, 10_000));
    Unit georgia = election.end().register().unit("GA").orElseThrow();
    assertThat(election.history().stateAt(end("2020-11-24")).windowCloses(georgia))
        .hasValue(end("2020-11-24") + 1);
    assertThat(election.history().stateAt(end("2020-11-25")).windowCloses(georgia)).isEmpty();
  }

  /** Alabama, 2028: 0.5 % or less, and no day by which it ends: nothing says that it has ended. */
  @Test
  void a_recount_of_which_no_law_says_when_it_ends_leaves_no_bound() {
    Settlement settled =
        underTheLawOf2028(
            "AL",
            "2020-11-20",
            certified("AL", "2020-11-20", SmallElection.votes(5_010, 4_990), 0, 10_000));
    assertThat(settled.answer()).isEqualTo(Answer.NO_BOUND);
    assertThat(settled.why()).startsWith("the law orders a recount; until when is not known");
  }

  @Test
  void one_ticket_alone_has_no_margin_to_recount() {
    Fact alone = certified("GA", "2020-11-20", Votes.of(List.of("biden"), 5_000), -1, 5_000);
    Settlement settled = underTheLawOf2028("GA", "2020-11-20", alone);
    assertThat(settled.answer()).isEqualTo(Answer.YES);
    assertThat(settled.margin()).hasValue(5_000);
  }
}
