package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.junit.jupiter.api.Test;

/** Why somebody leads a unit, and has the share of its votes that he has. */
class UnitExplainedTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private Explanation explain(String figure) {
    History history = election.history();
    return new Explainer(history, history.law().termBegins())
        .explain(((Figure.Reading.Understood) Figure.read(figure, history)).figure());
  }

  private static List<String> texts(Explanation of) {
    return of.parts().stream().map(Explanation::text).toList();
  }

  private static Fact counted(String unit, OptionalLong total, long... votes) {
    Fact.Returns plain = returns(unit, "first", NIGHT, votes);
    return new Fact.Returns(
        plain.attestation(),
        unit,
        plain.votes(),
        OptionalLong.empty(),
        total,
        true,
        OptionalLong.empty(),
        Optional.empty(),
        false);
  }

  /** Ranked ballots of Maine's 2nd district, such as {@code 10 jorgensen trump}. */
  private static Fact ballots(OptionalInt part, String... groups) {
    return new Fact.RankedReturns(
        on("2020-11-12"),
        "ME-2",
        Arrays.stream(groups)
            .map(group -> List.of(group.split(" ", -1)))
            .map(
                words ->
                    new Fact.Ranking(
                        words.stream().skip(1).map(List::of).toList(),
                        Long.parseLong(words.getFirst())))
            .toList(),
        part,
        part.isPresent() ? OptionalInt.of(2) : OptionalInt.empty());
  }

  @Test
  void who_leads_after_rounds_is_told_with_each_of_them() {
    election.add(
        ballots(
            OptionalInt.empty(), "44 biden", "1040 trump", "1010 jorgensen trump", "6 jorgensen"));
    Explanation leads = explain("leads(ME-2)");
    assertThat(leads.figure()).isEqualTo("trump");
    assertThat(leads.entries()).containsExactly(1L);
    assertThat(leads.text()).startsWith("trump leads ").endsWith(" after 2 rounds");
    assertThat(leads.parts()).hasSize(2);
    assertThat(texts(leads).get(0))
        .startsWith("round 1: ")
        .contains("biden 44", "trump 1,040", "jorgensen 1,016")
        .endsWith("; 0 exhausted");
    assertThat(texts(leads).get(1)).startsWith("round 2: ").endsWith("; 44 exhausted");
  }

  @Test
  void nobody_leads_while_ballots_are_missing_or_a_lot_has_to_decide() {
    election.add(ballots(OptionalInt.of(1), "44 biden", "40 trump"));
    assertThat(explain("leads(ME-2)").text()).endsWith("it lacks parts of the ranked ballots");
    assertThat(explain("leads(ME-2)").figure()).isEmpty();
    SmallElection tied = new SmallElection();
    tied.add(ballots(OptionalInt.empty(), "40 biden", "40 trump"));
    History history = tied.history();
    Explanation leads =
        new Explainer(history, history.law().termBegins())
            .explain(((Figure.Reading.Understood) Figure.read("leads(ME-2)", history)).figure());
    assertThat(leads.text()).startsWith("Nobody leads ").endsWith(": a lot has to decide");
  }

  @Test
  void of_a_tally_it_is_told_by_how_much() {
    assertThat(explain("leads(PA)").text()).startsWith("Nobody has reported votes of ");
    assertThat(explain("leads(PA)").parts()).isEmpty();
    election
        .add(returns("PA", "first", NIGHT, 1_300, 100))
        .add(returns("GA", "first", NIGHT, 6, 7));
    assertThat(explain("leads(PA)").text()).startsWith("biden leads ").endsWith(" by 1,200 votes");
    assertThat(explain("leads(PA)").parts()).extracting(Explanation::figure).hasSize(2);
    assertThat(explain("leads(GA)").text()).startsWith("trump leads ").endsWith(" by 1 vote");
    election.add(returns("AZ", "first", NIGHT, 5, 5)).add(returns("NV", "first", NIGHT, 5));
    assertThat(explain("leads(AZ)").text()).endsWith("several have the most votes, or none");
    assertThat(explain("leads(NV)").text()).endsWith("it lacks figures of others who may");
    election.add(counted("NV", OptionalLong.of(5), 5));
    assertThat(explain("leads(NV)").text())
        .startsWith("biden leads ")
        .endsWith("; nobody else has a figure");
  }

  @Test
  void a_share_is_of_all_votes_where_there_is_a_total_and_else_of_those_for_the_named() {
    election
        .add(counted("PA", OptionalLong.of(50), 30, 10))
        .add(counted("GA", OptionalLong.empty(), 1, 3));
    Explanation ofAll = explain("share(PA,biden)");
    assertThat(ofAll.text()).startsWith("biden has 60.0% of all 50 votes in ");
    assertThat(ofAll.figure()).isEqualTo("60.0%");
    assertThat(texts(ofAll)).containsExactly("biden: 30 votes", "50 votes in all");
    assertThat(ofAll.parts()).extracting(Explanation::entries).containsOnly(List.of(1L));
    Explanation ofNamed = explain("share(GA,biden)");
    assertThat(ofNamed.text())
        .startsWith("biden has 25.0% of the 4 votes for the named candidates in ");
    assertThat(texts(ofNamed)).containsExactly("biden: 1 vote", "4 votes for the named candidates");
    assertThat(ofNamed.parts()).extracting(Explanation::entries).containsOnly(List.of(2L));
  }

  @Test
  void where_there_is_no_share_it_is_told_why() {
    assertThat(explain("share(PA,biden)").text()).startsWith("Nobody has reported votes of ");
    election.add(counted("PA", OptionalLong.empty(), 30));
    assertThat(explain("share(PA,trump)").text()).startsWith("trump has no figure in ");
    Explanation alone = explain("share(PA,biden)");
    assertThat(alone.text())
        .startsWith("biden has no share in ")
        .endsWith(": nobody else has a figure, and no total tells");
    assertThat(alone.parts()).hasSize(1);
    election.add(counted("GA", OptionalLong.empty(), 0, 0));
    assertThat(explain("share(GA,biden)").figure()).isEqualTo("0.0%");
    election.add(counted("AZ", OptionalLong.of(40), 30));
    assertThat(explain("share(AZ,biden)").figure()).as("alone, with a total").isEqualTo("75.0%");
  }

  @Test
  void a_share_of_a_sum_rests_on_the_returns_that_are_added_up() {
    election
        .add(counted("PA/1", OptionalLong.of(50), 30, 10))
        .add(counted("PA/2", OptionalLong.of(30), 10, 10));
    Explanation share = explain("share(PA,biden)");
    assertThat(share.text()).startsWith("biden has 50.0% of all 80 votes in ");
    assertThat(share.parts().getLast().figure()).isEqualTo("80");
  }
}
