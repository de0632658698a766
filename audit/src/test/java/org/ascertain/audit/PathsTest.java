package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

  private static Paths of(int year) {
    History history = ArchivedElection.of(year);
    return Paths.at(history, history.end());
  }

  private static String units(Reversal reversal) {
    return String.join(" ", reversal.units().stream().map(Holding::id).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "1960, kennedy, 303, 6883, HI IL NM NV, MO",
    "1976, carter, 297, 9246, HI OH, WI",
    "2000, bush, 271, 269, FL, FL",
    "2004, bush, 286, 18776, IA NM NV, OH",
    "2008, obama, 365, 495316, FL IA IN NC NH OH VA, IA",
    "2012, obama, 332, 214764, FL NH OH VA, CO",
    "2016, trump, 306, 38875, MI PA WI, WI",
    "2020, biden, 306, 21461, AZ GA WI, WI",
    "2024, trump, 312, 114885, MI PA WI, PA"
  })
  void the_fewest_votes_that_undo_a_majority(
      int year, String winner, int electors, long votes, String where, String tipping) {
    Paths paths = of(year);
    assertThat(paths.ways().open()).isEmpty();
    assertThat(paths.holdings().winner()).contains(winner);
    assertThat(paths.holdings().byCandidate()).containsEntry(winner, electors);
    Reversal fewest = paths.fewest().orElseThrow();
    assertThat(fewest.votes()).isEqualTo(votes);
    assertThat(units(fewest)).isEqualTo(where);
    assertThat(paths.tipping().map(Holding::id)).contains(tipping);
  }

  @ParameterizedTest
  @CsvSource({"2000, 2", "2004, 17", "2008, 96", "2012, 63", "2016, 37", "2020, 37", "2024, 43"})
  void a_majority_is_lost_with_so_many_electors(int year, int electors) {
    Holdings holdings = of(year).holdings();
    assertThat(holdings.toOverturn(holdings.winner().orElseThrow())).isEqualTo(electors);
  }

  @Test
  void in_2020_it_would_have_left_269_each() {
    Reversal fewest = of(2020).fewest().orElseThrow();
    assertThat(fewest.electors()).containsEntry("biden", 269).containsEntry("trump", 269);
    assertThat(fewest.winner(270)).isEmpty();
  }

  @Test
  void units_whose_margin_is_not_known_are_named() {
    assertThat(of(2016).noMargin().stream().map(Holding::id))
        .containsExactly("ME-1 or ME-2", "NE-1", "NE-2", "NE-3");
    assertThat(of(2000).noMargin().stream().map(Holding::id))
        .containsExactly("NE-1", "NE-2", "NE-3");
    assertThat(of(2020).noMargin().stream().map(Holding::id)).containsExactly("ME", "ME-1");
  }

  /** Votes of Nebraska's 2nd district of 2016, from general knowledge. */
  @Test
  void with_the_votes_of_a_district_fewer_votes_are_enough_in_2016() {
    Source source = ArchivedElection.of(2016).sources().getFirst();
    Fact district =
        new Fact.Returns(
            Attestation.of(When.parse("2016-12-19"), source),
            "NE-2",
            Votes.of(List.of("trump", "clinton"), 137_564, 131_030),
            OptionalLong.empty(),
            OptionalLong.empty(),
            true,
            OptionalLong.empty(),
            Optional.empty(),
            true);
    History history = ArchivedElection.of(2016, List.of(district));
    Reversal fewest = Paths.at(history, history.end()).fewest().orElseThrow();
    assertThat(fewest.votes()).isEqualTo(30_768);
    assertThat(units(fewest)).isEqualTo("MI NE-2 PA");
  }

  @Test
  void electors_are_counted_as_the_votes_fell_and_not_as_they_were_cast() {
    assertThat(of(2016).holdings().byCandidate()).containsEntry("clinton", 232);
    assertThat(of(2000).holdings().byCandidate()).containsEntry("gore", 267);
    assertThat(of(1972).holdings().byCandidate()).containsEntry("nixon", 521);
    assertThat(of(1988).holdings().byCandidate()).containsEntry("dukakis", 112);
  }

  @Test
  void on_6_november_2020_by_ap_30_of_32_ways_led_to_biden() {
    Paths paths =
        Paths.at(ArchivedElection.of(2020), When.parse("2020-11-06T20:00:00-05:00").effective());
    Ways ways = paths.ways();
    assertThat(paths.rung()).isEqualTo(Rung.CALLED);
    assertThat(ways.electorsOfFirst()).isEqualTo(264);
    assertThat(ways.electorsOfSecond()).isEqualTo(214);
    assertThat(ways.open().stream().map(Unit::id)).containsExactly("PA", "GA", "NC", "NV", "AK");
    assertThat(ways.to("biden")).isEqualTo(30);
    assertThat(ways.to("trump")).isEqualTo(2);
    assertThat(ways.toNobody()).isZero();
    assertThat(ways.smallest("biden").sets().stream().map(set -> set.getFirst().id()))
        .containsExactly("PA", "GA", "NC", "NV");
    assertThat(ways.smallest("trump").size()).isEqualTo(4);
    assertThat(ways.open().stream().map(ways::decided)).containsExactly(2L, 2L, 2L, 2L, 0L);
    Reversal fewest = paths.fewest().orElseThrow();
    assertThat(fewest.votes()).isEqualTo(23_134);
    assertThat(units(fewest)).isEqualTo("GA NV PA");
    assertThat(fewest.electors()).containsEntry("trump", 274);
  }

  /** Fox had called Arizona; of all else the record has its calls of Nevada and Pennsylvania. */
  @Test
  void by_another_callers_calls_all_else_is_open_and_what_the_record_may_lack_is_told() {
    long evening = When.parse("2020-11-06T20:00:00-05:00").effective();
    Paths fox = Paths.at(ArchivedElection.of(2020), evening, "Fox").orElseThrow();
    assertThat(fox.calls().orElseThrow().called()).containsExactly(Map.entry("AZ", "biden"));
    assertThat(fox.ways().electorsOfFirst()).isEqualTo(11);
    assertThat(fox.ways().open()).hasSize(55);
    assertThat(fox.mayLack()).hasSize(53);
    assertThat(fox.mayLack().stream().map(Unit::id)).doesNotContain("NV", "PA", "AZ");
    Paths ap = Paths.at(ArchivedElection.of(2020), evening);
    assertThat(ap.mayLack()).isEmpty();
    assertThat(ap.callers()).contains("AP", "Fox").doesNotContain("NBC");
    assertThat(Paths.at(ArchivedElection.of(2020), evening, "AP")).contains(ap);
    assertThat(Paths.at(ArchivedElection.of(2020), evening, "BBC")).isEmpty();
  }

  @Test
  void a_call_that_was_withdrawn_leaves_a_unit_open() {
    History history = ArchivedElection.of(2000);
    assertThat(openByNbc(history, "2000-11-07T21:00:00-05:00")).doesNotContain("FL");
    assertThat(openByNbc(history, "2000-11-08T01:00:00-05:00")).contains("FL");
    assertThat(openByNbc(history, "2000-11-08T03:00:00-05:00")).doesNotContain("FL");
    assertThat(openByNbc(history, "2000-11-09T00:00:00-05:00")).contains("FL");
  }

  private static List<String> openByNbc(History history, String at) {
    return Paths.at(history, When.parse(at).effective(), "NBC").orElseThrow().ways().open().stream()
        .map(Unit::id)
        .toList();
  }

  @Test
  void nobody_had_a_majority_in_1824_and_so_there_is_none_to_undo() {
    Paths paths = of(1824);
    assertThat(paths.holdings().winner()).isEmpty();
    assertThat(paths.tipping()).isEmpty();
    assertThat(paths.fewest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1960", "1968", "1972", "1988", "1992", "2000", "2008", "2016", "2020", "2024"})
  void every_elector_appointed_is_somebodys(int year) {
    Holdings holdings = of(year).holdings();
    assertThat(holdings.open()).isEmpty();
    assertThat(holdings.all().stream().mapToInt(Holding::electors).sum())
        .isEqualTo(holdings.electors());
  }
}
