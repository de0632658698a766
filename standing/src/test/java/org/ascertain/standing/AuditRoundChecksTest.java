package org.ascertain.standing;

import static org.ascertain.election.Check.MORE_THAN_THERE_ARE;
import static org.ascertain.election.Check.NO_EVIDENCE;
import static org.ascertain.election.Check.ROUND_STAYS;
import static org.ascertain.election.Check.SEED_TOO_EARLY;
import static org.ascertain.election.Check.UNKNOWN_TICKET;
import static org.ascertain.election.Check.UNKNOWN_UNIT;
import static org.ascertain.standing.SmallElection.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.AuditKind;
import org.ascertain.election.Fact.Discrepancies;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRoundChecksTest {

  /** A round that has all it needs, until something of it is changed. */
  private static final class Round {
    private String unit = "PA";
    private AuditKind kind = AuditKind.COMPARISON;
    private long cards = 100;
    private OptionalLong manifest = OptionalLong.of(5000);
    private Optional<String> seed = Optional.of("20201120");
    private String seedAt = "2020-11-20T10:00:00Z";
    private Optional<String> committed = Optional.of("ab".repeat(32));
    private String committedAt = "2020-11-20T09:59:59Z";
    private Optional<String> rule = Optional.of("weakest first");
    private Optional<Boolean> replacement = Optional.of(true);
    private List<String> sharedWith = List.of();
    private Optional<Discrepancies> discrepancies = Optional.of(new Discrepancies(1, 0, 0, 0));
    private Votes votes = Votes.NONE;
    private boolean complete;
    private Optional<String> custody = Optional.empty();

    static Round byHand() {
      Round round = new Round();
      round.kind = AuditKind.HAND_COUNT;
      round.manifest = OptionalLong.empty();
      round.seed = Optional.empty();
      round.seedAt = "";
      round.committed = Optional.empty();
      round.committedAt = "";
      round.rule = Optional.empty();
      round.replacement = Optional.empty();
      round.discrepancies = Optional.empty();
      round.votes = Votes.of(List.of("biden", "trump"), 60, 40);
      round.complete = true;
      round.custody = Optional.of("the board");
      return round;
    }

    static Round polled() {
      Round round = new Round();
      round.kind = AuditKind.POLLING;
      round.discrepancies = Optional.empty();
      round.votes = Votes.of(List.of("biden", "trump"), 60, 40);
      return round;
    }

    Fact.AuditRound fact() {
      return new Fact.AuditRound(
          on("2020-11-20"),
          unit,
          kind,
          cards,
          manifest,
          seed,
          when(seedAt),
          committed,
          when(committedAt),
          rule,
          replacement,
          sharedWith,
          discrepancies,
          votes,
          complete,
          custody);
    }

    private static Optional<When> when(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(When.parse(text));
    }
  }

  private static List<Problem> problems(Fact fact) {
    return new SmallElection().add(fact).standing().problems();
  }

  private static Arguments without(String field, Round round, Runnable change) {
    change.run();
    return Arguments.of(field, round.fact());
  }

  static Stream<Arguments> lacking() {
    Round card = new Round();
    Round seed = new Round();
    Round time = new Round();
    Round published = new Round();
    Round then = new Round();
    Round rule = new Round();
    Round again = new Round();
    Round all = new Round();
    Round found = new Round();
    Round votes = Round.polled();
    Round part = Round.byHand();
    Round kept = Round.byHand();
    Round counted = Round.byHand();
    return Stream.of(
        without("cards", card, () -> card.cards = 0),
        without("seed", seed, () -> seed.seed = Optional.empty()),
        without("seedAt", time, () -> time.seedAt = ""),
        without("committed", published, () -> published.committed = Optional.empty()),
        without("committedAt", then, () -> then.committedAt = ""),
        without("rule", rule, () -> rule.rule = Optional.empty()),
        without("replacement", again, () -> again.replacement = Optional.empty()),
        without("manifest", all, () -> all.manifest = OptionalLong.empty()),
        without("discrepancies", found, () -> found.discrepancies = Optional.empty()),
        without("votes", votes, () -> votes.votes = Votes.NONE),
        without("complete", part, () -> part.complete = false),
        without("custody", kept, () -> kept.custody = Optional.empty()),
        without("votes", counted, () -> counted.votes = Votes.NONE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lacking")
  void a_round_without_what_makes_it_evidence_is_refused(String field, Fact fact) {
    assertThat(problems(fact))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo(NO_EVIDENCE);
              assertThat(problem.path()).isEqualTo(field);
            });
  }

  @Test
  void a_round_that_has_all_is_none() {
    assertThat(problems(new Round().fact())).isEmpty();
    assertThat(problems(Round.polled().fact())).isEmpty();
    assertThat(problems(Round.byHand().fact())).isEmpty();
  }

  /** A day may be any moment of it, so a seed of the day of the publication may be too early. */
  @ParameterizedTest
  @ValueSource(strings = {"2020-11-20T09:59:59Z", "2020-11-20", "2020-11-19"})
  void a_seed_that_may_be_no_later_than_the_publication_is_refused(String seedAt) {
    Round round = new Round();
    round.seedAt = seedAt;
    assertThat(problems(round.fact())).map(Problem::check).containsExactly(SEED_TOO_EARLY);
  }

  @Test
  void more_is_not_found_than_was_looked_at() {
    Round differences = new Round();
    differences.discrepancies = Optional.of(new Discrepancies(50, 30, 20, 1));
    expect(differences, MORE_THAN_THERE_ARE);
    differences.cards = 101;
    assertThat(problems(differences.fact())).isEmpty();
    Round votes = Round.polled();
    votes.cards = 99;
    expect(votes, MORE_THAN_THERE_ARE);
    Round once = new Round();
    once.replacement = Optional.of(false);
    once.cards = 5001;
    expect(once, MORE_THAN_THERE_ARE);
    once.cards = 5000;
    assertThat(problems(once.fact())).isEmpty();
  }

  /** A county is a stratum of its state, and no unit of its own. */
  @Test
  void only_units_that_appoint_electors_are_audited() {
    Round county = new Round();
    county.unit = "PA/1";
    expect(county, UNKNOWN_UNIT);
    Round shared = new Round();
    shared.sharedWith = List.of("PA/1");
    expect(shared, UNKNOWN_UNIT);
    Round nobody = Round.byHand();
    nobody.votes = Votes.of(List.of("nobody"), 1);
    expect(nobody, UNKNOWN_TICKET);
  }

  private static void expect(Round round, Check check) {
    assertThat(problems(round.fact())).map(Problem::check).containsExactly(check);
  }

  @Test
  void a_round_is_corrected_and_never_taken_back() {
    SmallElection election = new SmallElection().add(new Round().fact());
    election.add(new Fact.Retraction(on("2020-11-21"), 1, "it looks bad"));
    assertThat(election.standing().problems()).map(Problem::check).containsExactly(ROUND_STAYS);
    Round right = new Round();
    right.discrepancies = Optional.of(new Discrepancies(2, 0, 0, 0));
    election.add(new Fact.Correction(on("2020-11-22"), 1, "misread", right.fact()));
    election.add(new Fact.Retraction(on("2020-11-23"), 3, "it was read rightly"));
    assertThat(election.standing().problems()).hasSize(1);
  }
}
