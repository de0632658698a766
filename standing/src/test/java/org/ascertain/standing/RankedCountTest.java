package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.row;
import static org.ascertain.standing.SmallElection.rung;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Ranking;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Votes;
import org.ascertain.standing.Standing.Settlement;
import org.ascertain.standing.Standing.Settlement.Answer;
import org.junit.jupiter.api.Test;

/** Ranked ballots of Maine, where the law of 2020 ranks candidates: one answer everywhere. */
class RankedCountTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";
  private static final String LATER = "2020-11-12";

  private final SmallElection election = new SmallElection();

  /** Such as {@code 40 biden}, {@code 10 jorgensen trump}. */
  private static Fact ballots(OptionalInt part, OptionalInt parts, String... groups) {
    List<Ranking> rankings =
        Arrays.stream(groups)
            .map(group -> List.of(group.split(" ", -1)))
            .map(
                words ->
                    new Ranking(
                        words.stream().skip(1).map(List::of).toList(),
                        Long.parseLong(words.getFirst())))
            .toList();
    return new Fact.RankedReturns(on(LATER), "ME-2", rankings, part, parts);
  }

  private static Fact ballots(String... groups) {
    return ballots(OptionalInt.empty(), OptionalInt.empty(), groups);
  }

  private static Fact lot(Drawn drawn, String... between) {
    return new Fact.Lot(on("2020-11-13"), "ME-2", List.of(between), drawn);
  }

  private RankedCount count() {
    return row(election.standing(), "ME-2").ranked().orElseThrow();
  }

  private Votes reported() {
    return rung(election.standing(), Rung.REPORTED).electors();
  }

  private static Votes one(String candidate) {
    return Votes.of(Map.of(candidate, 1L));
  }

  @Test
  void the_rounds_and_not_the_first_choices_tell_who_leads() {
    election.add(returns("ME-2", "first", NIGHT, 44, 40, 16));
    assertThat(reported()).isEqualTo(one("biden"));
    election.add(ballots("44 biden", "40 trump", "10 jorgensen trump", "6 jorgensen"));
    assertThat(reported()).isEqualTo(one("trump"));
    assertThat(election.end().leads("ME-2", 1)).isTrue();
    assertThat(election.end().leads("ME-2", 0)).isFalse();
    assertThat(count().elected()).contains("trump");
    assertThat(count().rounds()).hasSize(2);
    assertThat(count().rounds().getLast().exhausted()).isEqualTo(6);
    assertThat(row(election.standing(), "ME-2").entries()).contains(2L);
  }

  @Test
  void while_a_part_is_missing_nobody_is_known_to_lead() {
    election.add(ballots(OptionalInt.of(1), OptionalInt.of(2), "44 biden", "40 trump"));
    assertThat(count().missingParts()).containsExactly(2);
    assertThat(count().elected()).isEmpty();
    assertThat(reported().isEmpty()).isTrue();
    assertThat(rung(election.standing(), Rung.REPORTED).unknown()).isEqualTo(538);
    election.add(ballots(OptionalInt.of(2), OptionalInt.of(2), "30 trump"));
    assertThat(count().elected()).contains("trump");
  }

  @Test
  void a_lot_breaks_a_tie_for_the_last_place_and_is_no_vote_more() {
    election.add(ballots("40 biden", "30 trump", "30 jorgensen trump"));
    assertThat(reported().isEmpty()).isTrue();
    assertThat(count().elected()).isEmpty();
    election.add(lot(new Drawn.Out("jorgensen"), "trump", "jorgensen"));
    assertThat(count().elected()).contains("trump");
    assertThat(count().rounds().getFirst().byLot()).isTrue();
    assertThat(count().rounds().getFirst().votes().count("trump")).hasValue(30);
    assertThat(reported()).isEqualTo(one("trump"));
  }

  @Test
  void a_lot_decides_between_the_last_two() {
    election
        .add(ballots("40 biden", "40 trump"))
        .add(lot(new Drawn.Winner("biden"), "biden", "trump"));
    assertThat(count().elected()).contains("biden");
    assertThat(count().rounds().getLast().byLot()).isTrue();
  }

  @Test
  void a_lot_between_others_decides_nothing() {
    election
        .add(ballots("40 biden", "30 trump", "30 jorgensen"))
        .add(lot(new Drawn.Out("biden"), "biden", "trump"));
    assertThat(count().elected()).isEmpty();
  }

  @Test
  void a_certificate_of_first_choices_elects_nobody_and_settles_nothing() {
    election.add(certificate("ME-2", "2020-11-24", 44, 40, 16));
    assertThat(rung(election.standing(), Rung.CERTIFIED).electors().isEmpty()).isTrue();
    assertThat(row(election.standing(), "ME-2").settled().answer()).isEqualTo(Answer.NO_BOUND);
    election.add(ballots("44 biden", "40 trump", "16 jorgensen trump"));
    assertThat(rung(election.standing(), Rung.CERTIFIED).electors()).isEqualTo(one("trump"));
  }

  @Test
  void a_majority_of_first_choices_is_certified_like_any_other() {
    election.add(certificate("ME-2", "2020-11-24", 60, 40));
    assertThat(rung(election.standing(), Rung.CERTIFIED).electors()).isEqualTo(one("biden"));
    assertThat(row(election.standing(), "ME-2").settled().answer()).isEqualTo(Answer.YES);
  }

  @Test
  void where_the_law_does_not_rank_rankings_are_nothing() {
    Fact.RankedReturns maine = (Fact.RankedReturns) ballots("44 biden", "40 trump");
    election.add(
        new Fact.RankedReturns(
            maine.attestation(), "PA", maine.rankings(), maine.part(), maine.parts()));
    assertThat(row(election.standing(), "PA").ranked()).isEmpty();
  }

  private static Fact of(Fact ballots, String unit, String source) {
    Fact.RankedReturns of = (Fact.RankedReturns) ballots;
    return new Fact.RankedReturns(
        Attestation.of(of.attestation().at(), SmallElection.source(source)),
        unit,
        of.rankings(),
        of.part(),
        of.parts());
  }

  @Test
  void each_unit_is_counted_from_its_own_ballots_and_lots() {
    election
        .add(of(ballots("60 trump", "40 biden"), "ME-1", "desk"))
        .add(ballots("40 biden", "40 trump"))
        .add(new Fact.Lot(on(LATER), "ME-1", List.of("biden", "trump"), new Drawn.Winner("biden")));
    assertThat(count().entries()).containsExactly(2L);
    assertThat(count().elected()).isEmpty();
    election.add(lot(new Drawn.Winner("biden"), "biden", "trump"));
    assertThat(count().entries()).containsExactly(2L, 4L);
    assertThat(count().elected()).contains("biden");
  }

  @Test
  void ballots_of_the_source_that_spoke_last_count_alone() {
    election
        .add(of(ballots("60 biden", "40 trump"), "ME-2", "first"))
        .add(of(ballots("45 biden", "55 trump"), "ME-2", "second"));
    assertThat(count().elected()).contains("trump");
    assertThat(count().entries()).containsExactly(2L);
    assertThat(reported()).isEqualTo(one("trump"));
  }

  @Test
  void parts_that_the_other_source_lacks_are_not_missing() {
    OptionalInt two = OptionalInt.of(2);
    election
        .add(of(ballots(OptionalInt.of(1), two, "60 biden"), "ME-2", "first"))
        .add(of(ballots("45 biden", "55 trump"), "ME-2", "second"));
    assertThat(reported()).isEqualTo(one("trump"));
    election.add(of(ballots(two, two, "40 trump"), "ME-2", "first"));
    assertThat(count().missingParts()).isEmpty();
    assertThat(count().elected()).contains("biden");
  }

  private Answer certified(OptionalLong other, OptionalLong total, long... votes) {
    SmallElection of = new SmallElection();
    of.add(
        new Fact.Certification(
            on("2020-11-24"),
            "ME-2",
            SmallElection.votes(votes),
            other,
            total,
            "board",
            OptionalLong.empty()));
    return row(of.standing(), "ME-2").settled().answer();
  }

  @Test
  void more_than_half_of_all_that_are_certified_is_a_majority_of_first_choices() {
    OptionalLong none = OptionalLong.empty();
    assertThat(certified(none, none, 50, 30, 20)).as("half").isEqualTo(Answer.NO_BOUND);
    assertThat(certified(none, none, 51, 30, 20)).isEqualTo(Answer.YES);
    assertThat(certified(none, none, 50, 50)).as("half, of two").isEqualTo(Answer.NO_BOUND);
    assertThat(certified(OptionalLong.of(25), none, 50, 30))
        .as("others")
        .isEqualTo(Answer.NO_BOUND);
    assertThat(certified(OptionalLong.of(19), none, 50, 30)).isEqualTo(Answer.YES);
    assertThat(certified(none, OptionalLong.of(100), 50, 50)).isEqualTo(Answer.NO_BOUND);
    assertThat(certified(none, OptionalLong.of(81), 50, 30)).isEqualTo(Answer.YES);
  }

  @Test
  void where_votes_are_ranked_first_choices_bound_nothing_without_most_of_all() {
    assertThat(maine(50, 40, 100).answer()).isEqualTo(Answer.NO_BOUND);
    assertThat(maine(50, 40, 100).why()).isEqualTo("nobody has most of the first choices");
    assertThat(maine(51, 40, 100).answer()).isEqualTo(Answer.YES);
    assertThat(maine(51, 40, 102).answer()).isEqualTo(Answer.NO_BOUND);
  }

  private static Settlement maine(long biden, long trump, long expected) {
    Returns plain = returns("ME-2", "first", NIGHT, biden, trump);
    Returns returns =
        new Returns(
            plain.attestation(),
            "ME-2",
            plain.votes(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            true,
            OptionalLong.of(expected),
            Optional.of(ExpectedBy.OFFICIAL),
            false);
    return row(new SmallElection().add(returns).standing(), "ME-2").settled();
  }

  /** Of 100 ballots 6 name nobody who is left, so that half of them win. */
  private static final String[] EXHAUSTED = {
    "44 biden", "40 trump", "10 jorgensen trump", "6 jorgensen"
  };

  private Answer certifiedAfterRounds(long biden, long trump, String... ballots) {
    SmallElection of = new SmallElection();
    of.add(ballots(ballots))
        .add(
            new Fact.Certification(
                on("2020-11-24"),
                "ME-2",
                SmallElection.votes(biden, trump),
                OptionalLong.of(6),
                OptionalLong.of(100),
                "board",
                OptionalLong.empty()));
    return row(of.standing(), "ME-2").settled().answer();
  }

  @Test
  void a_certificate_of_the_last_round_settles_whatever_was_exhausted() {
    assertThat(certifiedAfterRounds(44, 50, EXHAUSTED)).isEqualTo(Answer.YES);
    assertThat(certifiedAfterRounds(45, 49, EXHAUSTED))
        .as("it is not that of the round on record")
        .isEqualTo(Answer.NO_BOUND);
    assertThat(certifiedAfterRounds(44, 50, "44 biden", "50 trump"))
        .as("there was one round, of first choices")
        .isEqualTo(Answer.NO_BOUND);
  }
}
