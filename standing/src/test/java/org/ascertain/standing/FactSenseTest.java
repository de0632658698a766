package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.challenge;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.election.Problem;
import org.junit.jupiter.api.Test;

/** Whether a fact that is about to be recorded makes sense after what the record holds. */
class FactSenseTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";
  private static final KnownUnits TWO_LISTS =
      KnownUnits.of(2020, 2020, List.of(listed("42001", "counties"), listed("42101", "regions")));

  private final FactSense sense = new FactSense(SmallElection.HEADER, SmallElection.LAW, TWO_LISTS);
  private long next = 1;

  private static Listed listed(String code, String vintage) {
    return new Listed("PA", code, "name", 2020, 2020, vintage, Optional.empty());
  }

  private Entry entry(Fact fact) {
    return new Entry(next, SmallElection.BEGUN.plusSeconds(next), "7", fact);
  }

  private FactSenseTest take(Fact fact) {
    sense.take(entry(fact));
    next++;
    return this;
  }

  /** Check and place of what is wrong with a fact, told at its own index; else {@code sound}. */
  private String asked(Fact fact) {
    Optional<Problem> problem = sense.problem(entry(fact));
    problem.ifPresent(found -> assertThat(found.index()).isEqualTo(next));
    return problem.map(found -> found.check() + " " + found.path()).orElse("sound");
  }

  private static Fact suit(String at) {
    return challenge("C1", ChallengeKind.LAWSUIT, at, "PA");
  }

  private static Fact call(String caller, String candidate) {
    return new Fact.Call(on(NIGHT), "PA", caller, candidate);
  }

  private static Fact withdrawn(String caller, String candidate) {
    return new Fact.CallWithdrawn(on(NIGHT), "PA", caller, candidate);
  }

  private static Fact adds(String candidate, String caller) {
    return new Fact.Addition(
        on("2020-11-04"),
        List.of(new Candidate(candidate, candidate, Optional.empty())),
        List.of(),
        List.of(new Caller(caller, caller)),
        List.of());
  }

  @Test
  void a_fact_that_makes_no_sense_by_itself_is_refused_first() {
    assertThat(asked(call("Nobody", "biden"))).isEqualTo(Check.UNKNOWN_CALLER + " caller");
    assertThat(asked(call("AP", "biden"))).isEqualTo("sound");
  }

  @Test
  void a_challenge_is_filed_once() {
    assertThat(asked(suit("2020-11-09"))).isEqualTo("sound");
    take(suit("2020-11-09"));
    assertThat(asked(suit("2020-11-10"))).isEqualTo(Check.CHALLENGE_TWICE + " id");
    assertThat(asked(challenge("C2", ChallengeKind.LAWSUIT, "2020-11-09", "PA")))
        .isEqualTo("sound");
  }

  @Test
  void a_ruling_is_of_a_challenge_that_was_filed_and_not_before_it() {
    assertThat(asked(ruling("C1", "2020-11-12", true)))
        .isEqualTo(Check.UNKNOWN_CHALLENGE + " challenge");
    take(suit("2020-11-12"));
    assertThat(asked(ruling("C1", "2020-11-12", true))).as("on the same day").isEqualTo("sound");
    assertThat(asked(ruling("C1", "2020-11-13", false))).isEqualTo("sound");
    assertThat(asked(ruling("C1", "2020-11-11", true))).isEqualTo(Check.RULING_TOO_EARLY + " at");
    take(suit("2020-11-30"));
    assertThat(asked(ruling("C1", "2020-11-13", true)))
        .as("who files it again moves nothing")
        .isEqualTo("sound");
  }

  @Test
  void what_is_withdrawn_is_the_call_that_stands() {
    assertThat(asked(withdrawn("AP", "biden"))).isEqualTo(Check.NOT_CALLED + " for");
    take(call("AP", "biden"));
    assertThat(asked(withdrawn("AP", "biden"))).isEqualTo("sound");
    assertThat(asked(withdrawn("AP", "trump"))).isEqualTo(Check.NOT_CALLED + " for");
    assertThat(asked(withdrawn("Fox", "biden"))).isEqualTo(Check.NOT_CALLED + " for");
    take(withdrawn("AP", "biden"));
    assertThat(asked(withdrawn("AP", "biden"))).isEqualTo(Check.NOT_CALLED + " for");
  }

  @Test
  void names_that_came_late_are_known_from_then_on_and_declared_once() {
    assertThat(asked(call("NBC", "poe"))).isNotEqualTo("sound");
    assertThat(sense.header().candidates()).extracting(Candidate::id).doesNotContain("poe");
    assertThat(asked(adds("poe", "NBC"))).isEqualTo("sound");
    assertThat(asked(adds("biden", "NBC"))).isEqualTo(Check.DECLARED_TWICE + " candidates");
    take(adds("poe", "NBC"));
    assertThat(sense.header().candidates()).extracting(Candidate::id).contains("poe");
    assertThat(asked(call("NBC", "biden"))).isEqualTo("sound");
    assertThat(asked(adds("poe", "CBS"))).isEqualTo(Check.DECLARED_TWICE + " candidates");
    assertThat(asked(adds("lee", "NBC"))).isEqualTo(Check.DECLARED_TWICE + " callers");
  }

  @Test
  void units_of_one_list_keep_those_of_another_out_until_they_are_taken_back() {
    Fact ofCounty = returns("PA/42001", "first", NIGHT, 1, 2);
    Fact ofRegion = returns("PA/42101", "first", NIGHT, 1, 2);
    assertThat(asked(ofRegion)).isEqualTo("sound");
    take(ofCounty);
    assertThat(asked(ofRegion)).startsWith(Check.TWO_VINTAGES.toString());
    assertThat(asked(ofCounty)).isEqualTo("sound");
    take(new Fact.Retraction(on("2020-11-04"), 1, "the wrong list"));
    assertThat(asked(ofRegion)).isEqualTo("sound");
  }
}
