package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

/** What reasons say of what was undone, of what is lacking, and of what stands beside. */
class ReasonsTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final List<String> MOST =
      List.of("CA", "FL", "NY", "IL", "PA", "OH", "GA", "MI", "NC", "NJ", "VA", "NH", "AZ", "WA");

  private final SmallElection election = new SmallElection();

  private Explanation explain(String figure) {
    return explain(figure, election.history().law().termBegins());
  }

  private Explanation explain(String figure, long moment) {
    History history = election.history();
    Figure asked = ((Figure.Reading.Understood) Figure.read(figure, history)).figure();
    return new Explainer(history, moment).explain(asked);
  }

  private static List<String> texts(Explanation of) {
    return of.parts().stream().map(Explanation::text).toList();
  }

  private static Fact whole(String unit, long other, long total, long... votes) {
    Fact.Returns plain = returns(unit, "first", EIGHT, votes);
    return new Fact.Returns(
        plain.attestation(),
        unit,
        plain.votes(),
        OptionalLong.of(other),
        OptionalLong.of(total),
        true,
        OptionalLong.empty(),
        Optional.empty(),
        true);
  }

  @Test
  void a_majority_that_was_undone_is_told_with_both_its_ends() {
    int hour = 10;
    for (String state : MOST)
      election.add(new Fact.Call(on("2020-11-05T" + hour++ + ":00:00Z"), state, "AP", "biden"));
    election.add(new Fact.CallWithdrawn(on("2020-11-06T00:00:00Z"), "CA", "AP", "biden"));
    long before = When.parse("2020-11-05T23:30:00Z").effective();
    assertThat(explain("majority(called)", before).text())
        .isEqualTo("biden has a majority of the electors called since 2020-11-05T23:00:00Z");
    assertThat(texts(explain("majority(called)", before)).getFirst())
        .startsWith("biden: at the latest by entry 14 of 2020-11-05T23:00:00Z; by then");
    long end = When.parse("2020-11-06T00:00:00Z").effective();
    for (long after : new long[] {end, end + 1}) {
      Explanation undone = explain("majority(called)", after);
      assertThat(undone.text()).isEqualTo("Nobody has a majority of the electors called");
      assertThat(undone.figure()).isEmpty();
      assertThat(texts(undone))
          .containsExactly("biden had one from 2020-11-05T23:00:00Z until 2020-11-06T00:00:00Z");
      assertThat(undone.parts().getFirst().entries()).containsExactly(14L, 15L);
    }
    long sooner = When.parse("2020-11-05T22:59:59Z").effective();
    assertThat(explain("majority(called)", sooner).parts()).isEmpty();
  }

  @Test
  void what_a_sum_lacks_is_told_by_place() {
    election
        .add(whole("PA", 5, 105, 60, 40))
        .add(returns("GA", "first", EIGHT, 5, 10))
        .add(returns("GA", "second", EIGHT, 4, 10));
    assertThat(texts(explain("popularVote(total)")).subList(0, 2))
        .containsExactly("PA 105 reported", "not in it: the record has no total in GA");
    assertThat(texts(explain("popularVote(total)")).get(2))
        .startsWith("not in it: the record has no votes of AK, AL, ")
        .doesNotContain("GA", "PA");
    assertThat(texts(explain("popularVote(other)")))
        .contains("not in it: the record does not tell of others in GA");
    Explanation named = explain("share(biden)").parts().get(1);
    assertThat(named.text()).isEqualTo("115 votes for the named candidates");
    assertThat(texts(named)).containsExactly("biden 65", "trump 50");
    assertThat(named.parts()).extracting(Explanation::figure).containsExactly("65", "50");
  }

  @Test
  void a_sum_of_districts_rests_on_the_figures_of_each() {
    election
        .add(returns("ME-1", "first", EIGHT, 30, 40))
        .add(returns("ME-2", "first", EIGHT, 50, 20))
        .add(certificate("ME-2", "2020-11-23", 51, 21));
    Explanation biden = explain("popularVote(biden)");
    assertThat(texts(biden).getFirst()).isEqualTo("ME 81 summed of its districts");
    assertThat(biden.parts().getFirst().entries()).contains(1L, 3L);
  }

  @Test
  void no_votes_are_a_figure() {
    election.add(returns("NH", "first", EIGHT, 0, 9));
    Explanation none = explain("votes(NH,biden)");
    assertThat(none.text()).isEqualTo("biden has 0 votes in New Hampshire");
    assertThat(none.figure()).isEqualTo("0");
    assertThat(explain("popularVote(biden)").figure()).isEqualTo("0");
    assertThat(texts(explain("popularVote(biden)")).getFirst()).isEqualTo("NH 0 reported");
  }

  @Test
  void a_unit_rests_on_its_tally_until_there_are_papers() {
    election.add(returns("PA", "first", EIGHT, 60, 40)).add(returns("PA", "second", EIGHT, 6, 4));
    assertThat(explain("settled(PA)").entries()).contains(1L);
    election
        .add(certificate("PA", "2020-11-24", 60, 40))
        .add(ascertainment("PA", "2020-11-25", 20))
        .add(electors("PA", "2020-12-14", 20, 0))
        .add(
            new Fact.Challenge(
                on("2020-11-30"),
                "R1",
                Fact.ChallengeKind.RECOUNT,
                "the recount",
                "board",
                List.of("PA"),
                Optional.empty(),
                List.of()))
        .add(
            new Fact.Counted(
                on("2021-01-06"),
                "PA",
                Fact.CountResult.COUNTED,
                Optional.empty(),
                Optional.of(ballots(20, 0))));
    Explanation settled = explain("settled(PA)");
    assertThat(settled.text()).startsWith("PA is settled for biden: certified, margin 20");
    assertThat(settled.entries()).containsExactly(3L, 4L, 5L, 7L);
    assertThat(texts(settled))
        .containsExactly(
            "open: R1, the recount", "the record does not say how the recount R1 ended");
  }

  @Test
  void units_that_are_settled_may_give_a_majority() {
    MOST.subList(1, MOST.size())
        .forEach(state -> election.add(certificate(state, "2020-11-24", 60, 40)));
    assertThat(explain("settled").text())
        .isEqualTo("No candidate has a majority of electors from units that are settled");
    assertThat(explain("settled").figure()).isEmpty();
    election.add(certificate("CA", "2020-11-24", 60, 40));
    assertThat(explain("settled").text()).isEqualTo("Units that are settled give biden a majority");
    assertThat(explain("settled").figure()).isEqualTo("biden");
  }

  @Test
  void votes_that_were_cast_and_not_counted_are_told_and_no_others() {
    election
        .add(electors("PA", "2020-12-14", 20, 0))
        .add(electors("GA", "2020-12-14", 16, 0))
        .add(new Fact.Death(on("2020-12-20"), "trump"))
        .add(
            new Fact.Objection(
                on("2021-01-06"),
                "PA",
                Fact.Grounds.OTHER,
                OptionalLong.empty(),
                OptionalLong.of(1),
                OptionalLong.of(1),
                List.of(),
                true))
        .add(counted("PA", 19))
        .add(counted("GA", 16));
    Explanation biden = explain("counted(biden)");
    assertThat(texts(biden)).containsExactly("GA 16", "PA 19", "PA: 20 cast and only 19 counted");
    Explanation fewer = biden.parts().getLast();
    assertThat(fewer.rules()).as("it was another who died").isEmpty();
    assertThat(fewer.entries()).containsExactly(4L, 1L, 5L);
  }

  private static Fact counted(String state, long biden) {
    return new Fact.Counted(
        on("2021-01-06"),
        state,
        Fact.CountResult.COUNTED,
        Optional.empty(),
        Optional.of(ballots(biden, 0)));
  }

  @Test
  void rules_that_a_reason_names_are_in_force_and_found_by_their_ids() {
    election.add(ascertainment("PA", "2020-11-25", 20));
    assertThat(explain("called(biden)").rules()).isEmpty();
    assertThat(explain("ascertained(biden)").rules())
        .isNotEmpty()
        .allMatch(rule -> rule.startsWith("CAL.ASCERTAIN"));
    Explainer explainer = new Explainer(election.history(), History.ALL);
    for (String rule : explain("ascertained(biden)").rules())
      assertThat(explainer.rule(rule))
          .hasValueSatisfying(of -> assertThat(of.id()).isEqualTo(rule));
    assertThat(explainer.rule("CAL.NEVER")).isEmpty();
  }
}
