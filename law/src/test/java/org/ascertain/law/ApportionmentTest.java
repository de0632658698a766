package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods of apportionment against what was enacted, and the seats against the elections. */
class ApportionmentTest {

  private static Map<String, Integer> difference(
      Map<String, Integer> enacted, ApportionmentMethod method, int census, int house) {
    Map<String, Integer> moved = new HashMap<>();
    method
        .seats(Population.of(census), house)
        .forEach((state, seats) -> moved.put(state, seats - enacted.getOrDefault(state, 0)));
    moved.values().removeIf(seats -> seats == 0);
    return moved;
  }

  private static Map<String, Integer> enacted(int election) {
    return Apportionment.inForce(election).seats();
  }

  private static Map<String, Long> with(int census, String state, long more) {
    Map<String, Long> population = new HashMap<>(Population.of(census));
    population.merge(state, more, Long::sum);
    return population;
  }

  @Test
  void the_populations_add_up_to_the_totals_that_are_known() {
    assertThat(Population.of(1790).values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(3_615_920);
    assertThat(Population.of(2020).values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(331_108_434);
    assertThat(Population.of(1870)).hasSize(37);
    assertThatIllegalArgumentException().isThrownBy(() -> Population.of(1910));
  }

  @Test
  void hamiltons_bill_of_120_seats_which_washington_vetoed_gives_virginia_21_and_delaware_2() {
    assertThat(ApportionmentMethod.HAMILTON.seats(Population.of(1790), 120))
        .containsEntry("VA", 21)
        .containsEntry("DE", 2)
        .containsEntry("NC", 12)
        .containsEntry("MA", 16)
        .containsEntry("NJ", 6);
  }

  @Test
  void at_105_seats_hamilton_and_webster_move_one_from_virginia_to_delaware() {
    Map<String, Integer> moved = Map.of("VA", -1, "DE", 1);
    assertThat(difference(enacted(1792), ApportionmentMethod.HAMILTON, 1790, 105)).isEqualTo(moved);
    assertThat(difference(enacted(1792), ApportionmentMethod.WEBSTER, 1790, 105)).isEqualTo(moved);
    assertThat(difference(enacted(1792), ApportionmentMethod.JEFFERSON, 1790, 105)).isEmpty();
  }

  @Test
  void the_act_of_1872_is_what_dean_gives_and_no_other_method() {
    assertThat(difference(enacted(1872), ApportionmentMethod.DEAN, 1870, 292)).isEmpty();
    Map<String, Integer> hamilton = Map.of("NY", 1, "IL", 1, "NH", -1, "FL", -1);
    assertThat(difference(enacted(1872), ApportionmentMethod.HAMILTON, 1870, 292))
        .isEqualTo(hamilton);
    assertThat(difference(enacted(1872), ApportionmentMethod.WEBSTER, 1870, 292))
        .isEqualTo(hamilton);
    assertThat(difference(enacted(1872), ApportionmentMethod.HUNTINGTON_HILL, 1870, 292))
        .isEqualTo(Map.of("NY", 1, "NH", -1));
    assertThat(difference(enacted(1872), ApportionmentMethod.JEFFERSON, 1870, 292))
        .containsEntry("NY", 2)
        .containsEntry("FL", -1);
  }

  @Test
  void under_hamiltons_method_tilden_has_185_electors_in_1876_and_as_enacted_184() {
    List<String> tilden =
        List.of(
            "NY", "IN", "MO", "KY", "TN", "VA", "GA", "NC", "AL", "NJ", "MS", "TX", "MD", "CT",
            "AR", "WV", "DE");
    Map<String, Integer> hamilton = ApportionmentMethod.HAMILTON.seats(Population.of(1870), 292);
    assertThat(tilden.stream().mapToInt(state -> Allotment.entitled(1876).getOrDefault(state, 0)))
        .satisfies(electors -> assertThat(electors.stream().mapToInt(i -> i).sum()).isEqualTo(184));
    assertThat(tilden.stream().mapToInt(state -> hamilton.getOrDefault(state, 0) + 2).sum())
        .isEqualTo(185);
  }

  @Test
  void new_york_misses_the_435th_seat_of_2020_by_89_persons() {
    Map<String, Integer> seats =
        ApportionmentMethod.HUNTINGTON_HILL.seats(Population.of(2020), 435);
    assertThat(ApportionmentMethod.HUNTINGTON_HILL.seats(with(2020, "NY", 88), 435))
        .isEqualTo(seats);
    assertThat(ApportionmentMethod.HUNTINGTON_HILL.seats(with(2020, "NY", 89), 435))
        .containsEntry("NY", 27)
        .containsEntry("MN", 7);
    assertThat(seats).containsEntry("NY", 26).containsEntry("MN", 8);
    assertThat(ApportionmentMethod.HUNTINGTON_HILL.seats(Population.of(2020), 436))
        .containsEntry("NY", 27)
        .containsEntry("MN", 8);
  }

  @Test
  void webster_would_give_other_seats_in_2020() {
    assertThat(difference(enacted(2024), ApportionmentMethod.WEBSTER, 2020, 435))
        .isEqualTo(Map.of("MT", -1, "NY", 1, "OH", 1, "RI", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JEFFERSON", "WEBSTER", "DEAN", "HUNTINGTON_HILL", "HAMILTON"})
  void equal_claims_to_the_last_seat_are_decided_by_no_method(String name) {
    ApportionmentMethod method = ApportionmentMethod.valueOf(name);
    Map<String, Long> equal = Map.of("A", 500L, "B", 500L);
    assertThatIllegalStateException()
        .isThrownBy(() -> method.seats(equal, 3))
        .withMessageContaining("equal claims");
    assertThat(method.seats(equal, 2)).isEqualTo(Map.of("A", 1, "B", 1));
    assertThat(method.seats(Map.of("A", 501L, "B", 500L), 3)).isEqualTo(Map.of("A", 2, "B", 1));
  }

  @Test
  void a_state_without_a_whole_quota_has_one_seat_and_no_claim_by_its_remainder() {
    assertThat(ApportionmentMethod.HAMILTON.seats(Map.of("A", 920L, "B", 80L), 10))
        .isEqualTo(Map.of("A", 9, "B", 1));
    assertThat(ApportionmentMethod.HAMILTON.seats(Map.of("A", 555L, "B", 345L, "C", 100L), 10))
        .as("a whole quota exactly")
        .isEqualTo(Map.of("A", 6, "B", 3, "C", 1));
    assertThat(ApportionmentMethod.byRatio(Map.of("A", 99_000L, "B", 32_999L), 33_000))
        .isEqualTo(Map.of("A", 3, "B", 1));
  }

  /** The electors of 2012 to 2020 and of 2024 and 2028, as the lists of the time have them. */
  private static final String OF_2012 =
      "AL 9 AK 3 AZ 11 AR 6 CA 55 CO 9 CT 7 DE 3 DC 3 FL 29 GA 16 HI 4 ID 4 IL 20 IN 11 IA 6 KS 6 KY 8"
          + " LA 8 ME 4 MD 10 MA 11 MI 16 MN 10 MS 6 MO 10 MT 3 NE 5 NV 6 NH 4 NJ 14 NM 5 NY 29 NC"
          + " 15 ND 3 OH 18 OK 7 OR 7 PA 20 RI 4 SC 9 SD 3 TN 11 TX 38 UT 6 VT 3 VA 13 WA 12 WV 5"
          + " WI 10 WY 3";

  private static final String OF_2024 =
      "AL 9 AK 3 AZ 11 AR 6 CA 54 CO 10 CT 7 DE 3 DC 3 FL 30 GA 16 HI 4 ID 4 IL 19 IN 11 IA 6 KS 6 KY"
          + " 8 LA 8 ME 4 MD 10 MA 11 MI 15 MN 10 MS 6 MO 10 MT 4 NE 5 NV 6 NH 4 NJ 14 NM 5 NY 28"
          + " NC 16 ND 3 OH 17 OK 7 OR 8 PA 19 RI 4 SC 9 SD 3 TN 11 TX 40 UT 6 VT 3 VA 13 WA 12 WV"
          + " 4 WI 10 WY 3";

  private static Map<String, Integer> electors(String list) {
    return Table.rows(list).getFirst().numbers(0);
  }

  @Test
  void the_electors_of_2012_and_2024_are_those_of_the_lists() {
    Stream.of(2012, 2016, 2020)
        .forEach(
            election ->
                assertThat(Law.of(election).orElseThrow().entitled()).isEqualTo(electors(OF_2012)));
    Stream.of(2024, 2028)
        .forEach(
            election ->
                assertThat(Law.of(election).orElseThrow().entitled()).isEqualTo(electors(OF_2024)));
  }

  @Test
  void the_district_of_columbia_has_three_electors_from_1964_on() {
    assertThat(Law.of(1960).orElseThrow().entitled()).doesNotContainKey("DC");
    assertThat(Law.of(1964).orElseThrow().entitled()).containsEntry("DC", 3);
    assertThat(Law.of(1964).orElseThrow().allotmentRules())
        .containsExactly("ALLOT.BASE", "ALLOT.WHEN", "ALLOT.DC", "APP.HH.1960");
  }

  @Test
  void maine_gives_massachusetts_seven_seats_less_and_west_virginia_virginia_three() {
    assertThat(Allotment.entitled(1816)).containsEntry("MA", 22).doesNotContainKey("ME");
    assertThat(Allotment.entitled(1820)).containsEntry("MA", 15).containsEntry("ME", 9);
    assertThat(Allotment.entitled(1864)).containsEntry("VA", 10).containsEntry("WV", 5);
    assertThat(Allotment.rulesOf(1864)).contains("ALLOT.NEWSTATE", "ALLOT.NONSTATE.1864");
    assertThat(Allotment.rulesOf(1872)).doesNotContain("ALLOT.NEWSTATE");
    assertThat(Allotment.rulesOf(1788)).containsExactly("ALLOT.BASE", "APP.CONST");
  }

  @Test
  void north_carolina_and_rhode_island_are_outside_the_union_in_1788() {
    assertThat(Allotment.entitled(1788)).hasSize(11).doesNotContainKeys("NC", "RI");
    assertThat(Allotment.entitled(1792)).containsKeys("NC", "RI");
  }

  @Test
  void maine_has_two_districts_from_1972_and_nebraska_three_from_1992() {
    assertThat(units(1968, "ME")).containsExactly("ME 4");
    assertThat(units(1972, "ME")).containsExactly("ME 2", "ME-1 1", "ME-2 1");
    assertThat(units(1988, "NE")).containsExactly("NE 5");
    assertThat(units(1992, "NE")).containsExactly("NE 2", "NE-1 1", "NE-2 1", "NE-3 1");
    assertThat(units(1828, "ME")).containsExactly("ME 9");
  }

  private static Stream<String> units(int election, String jurisdiction) {
    return Law.of(election).orElseThrow().units().stream()
        .filter(unit -> unit.jurisdiction().equals(jurisdiction))
        .map(unit -> unit.id() + " " + unit.electors());
  }

  @Test
  void from_2032_on_the_electors_wait_for_the_census_of_2030() {
    assertThat(Law.of(2028).orElseThrow().allotment()).isInstanceOf(Verdict.Determined.class);
    assertThat(Decisions.words(Law.of(2032).orElseThrow().allotment()))
        .isEqualTo("not yet: the apportionment after the census of 2030");
    assertThat(Law.of(1924).orElseThrow().allotment()).isInstanceOf(Verdict.Determined.class);
  }

  @Test
  void a_number_stands_once_for_each_state() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.rows("VA 1 VA 2").getFirst().numbers(0));
  }
}
