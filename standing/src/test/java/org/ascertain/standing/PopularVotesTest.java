package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.PopularVote;
import org.ascertain.standing.Standing.PopularVote.ShareOf;
import org.junit.jupiter.api.Test;

/** The votes of the nation: of what a share is taken, and what no statement erases. */
class PopularVotesTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private PopularVote vote() {
    return election.standing().popularVote();
  }

  private static Votes ranked(List<String> ids, long... votes) {
    return Votes.of(ids, votes);
  }

  /** Returns with a total; {@code other} below nought is none. */
  private static Returns of(
      String unit, String at, long other, long total, boolean complete, long... votes) {
    Returns plain = returns(unit, "first", at, votes);
    return new Returns(
        plain.attestation(),
        unit,
        plain.votes(),
        other < 0 ? OptionalLong.empty() : OptionalLong.of(other),
        total < 0 ? OptionalLong.empty() : OptionalLong.of(total),
        true,
        OptionalLong.empty(),
        Optional.empty(),
        complete);
  }

  @Test
  void where_no_total_stands_shares_are_of_the_named() {
    election.add(returns("PA", "first", EIGHT, 60, 40));
    assertThat(vote().shareOf()).isEqualTo(ShareOf.NAMED);
    assertThat(vote().total()).isEmpty();
    assertThat(vote().other()).isEmpty();
    assertThat(vote().whole()).isEqualTo(100);
  }

  @Test
  void where_every_state_has_a_total_shares_are_of_all() {
    election.add(of("PA", EIGHT, 5, 105, true, 60, 40)).add(of("GA", EIGHT, -1, 20, true, 5, 10));
    assertThat(vote().shareOf()).isEqualTo(ShareOf.ALL);
    assertThat(vote().total()).hasValue(125);
    assertThat(vote().other()).hasValue(10);
    assertThat(vote().exact()).isTrue();
  }

  @Test
  void one_state_without_a_total_leaves_the_nation_without_one() {
    election.add(of("PA", EIGHT, 5, 105, true, 60, 40)).add(returns("GA", "first", EIGHT, 5, 10));
    assertThat(vote().shareOf()).isEqualTo(ShareOf.NAMED);
    assertThat(vote().other()).hasValue(5);
  }

  @Test
  void a_ticket_that_nobody_names_has_no_figure() {
    election.add(returns("PA/1", "first", EIGHT, 60, 40)).add(returns("PA/2", "first", EIGHT, 1));
    assertThat(vote().votes().count("jorgensen")).isEmpty();
    assertThat(vote().votes()).isEqualTo(ranked(List.of("biden", "trump"), 61, 40));
  }

  @Test
  void sums_of_counties_keep_others_and_total_and_are_told_as_sums() {
    election
        .add(of("PA/1", EIGHT, 3, 103, true, 60, 40))
        .add(of("PA/2", EIGHT, 2, 32, true, 10, 20));
    assertThat(vote().total()).hasValue(135);
    assertThat(vote().other()).hasValue(5);
    assertThat(vote().sums()).isEqualTo(1);
    assertThat(vote().exact()).isFalse();
    election.add(returns("PA/3", "first", EIGHT, 1, 1));
    assertThat(vote().total()).as("one county has none").isEmpty();
  }

  @Test
  void a_total_that_nobody_printed_is_a_sum() {
    Returns plain = of("PA", EIGHT, 5, 105, true, 60, 40);
    election.add(
        new Returns(
            plain.attestation(),
            "PA",
            plain.votes(),
            plain.other(),
            plain.total(),
            true,
            OptionalLong.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            TotalBy.SUM));
    assertThat(vote().shareOf()).isEqualTo(ShareOf.ALL);
    assertThat(vote().exact()).isFalse();
    assertThat(vote().sums()).isEqualTo(1);
  }

  @Test
  void a_certificate_of_two_erases_nothing_of_the_third() {
    election
        .add(of("PA", EIGHT, 5, 115, true, 60, 40, 10))
        .add(certificate("PA", "2020-11-24", 62, 41));
    assertThat(vote().votes())
        .isEqualTo(ranked(List.of("biden", "trump", "jorgensen"), 62, 41, 10));
    assertThat(vote().total()).as("three more").hasValue(118);
    assertThat(vote().exact()).isFalse();
  }

  @Test
  void where_the_certificate_agrees_the_fuller_tally_is_exact() {
    election
        .add(of("PA", EIGHT, 5, 115, true, 60, 40, 10))
        .add(certificate("PA", "2020-11-24", 60, 40));
    assertThat(vote().total()).hasValue(115);
    assertThat(vote().exact()).isTrue();
    assertThat(vote().certified()).isEqualTo(1);
  }

  @Test
  void from_statement_to_statement_the_newest_figure_of_each_counts() {
    election
        .add(of("PA", EIGHT, -1, -1, false, 60, 40, 10))
        .add(of("PA", NINE, -1, -1, false, 70, 45));
    assertThat(vote().votes())
        .isEqualTo(ranked(List.of("biden", "trump", "jorgensen"), 70, 45, 10));
  }

  @Test
  void a_later_statement_that_is_complete_with_a_total_takes_the_place_of_the_whole() {
    election
        .add(of("PA", EIGHT, -1, -1, false, 60, 40, 10))
        .add(of("PA", NINE, -1, 120, true, 70, 45));
    assertThat(vote().votes()).isEqualTo(ranked(List.of("biden", "trump"), 70, 45));
    assertThat(vote().other()).hasValue(5);
  }

  @Test
  void districts_stand_for_a_state_that_has_no_row() {
    election
        .add(returns("ME-1", "first", EIGHT, 30, 10))
        .add(returns("ME-2", "first", EIGHT, 10, 25));
    assertThat(vote().votes()).isEqualTo(ranked(List.of("biden", "trump"), 40, 35));
    election.add(returns("ME", "first", EIGHT, 41, 36));
    assertThat(vote().votes()).isEqualTo(ranked(List.of("biden", "trump"), 41, 36));
  }

  @Test
  void the_most_votes_come_first() {
    election.add(returns("PA", "first", EIGHT, 10, 40, 20));
    assertThat(vote().votes().ids()).containsExactly("trump", "jorgensen", "biden");
  }

  @Test
  void a_statement_that_names_a_ticket_nobody_declared_gives_nobody_the_lead() {
    Returns unknown =
        Returns.of(SmallElection.on(EIGHT), "PA", ranked(List.of("biden", "nobody"), 500, 400));
    election.add(unknown).add(returns("GA", "first", NINE, 5, 10));
    PopularVoteLead lead = new PopularVoteLead();
    Tabulation end =
        election.history().walk(History.ALL, (entry, over, now) -> lead.after(entry, now));
    assertThat(end.candidates().get(lead.of(end))).isEqualTo("trump");
  }

  @Test
  void who_leads_is_not_known_while_a_state_credits_one_alone() {
    election.add(returns("PA", "first", EIGHT, 600, 400)).add(returns("GA", "first", EIGHT, 50));
    assertThat(leader()).as("Georgia may have any number for another").isEqualTo("not known");
    election.add(of("GA", NINE, -1, 200, false, 50));
    assertThat(leader()).as("150 of Georgia cannot make up for 250").isEqualTo("biden");
    election.add(of("GA", NINE, -1, 400, false, 50));
    assertThat(leader()).as("350 can").isEqualTo("not known");
    election.add(of("GA", NINE, 330, 400, false, 50));
    assertThat(leader()).as("330 of them are for others").isEqualTo("biden");
  }

  @Test
  void who_is_left_out_where_others_have_figures_does_not_hide_who_leads() {
    election
        .add(returns("PA", "first", EIGHT, 600, 400, 5))
        .add(returns("GA", "first", EIGHT, 50, 60));
    assertThat(leader()).isEqualTo("biden");
  }

  private String leader() {
    PopularVoteLead lead = new PopularVoteLead();
    Tabulation end =
        election.history().walk(History.ALL, (entry, over, now) -> lead.after(entry, now));
    int leader = lead.of(end);
    return leader == Tabulation.NOT_KNOWN ? "not known" : end.candidates().get(leader);
  }
}
