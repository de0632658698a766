package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

  /**
   * Swings as the program IPGENF of Dennis Leech gives them; printed in D. E. Sidran, <i>Power
   * Indices, the Electoral College and the U. S. Presidential Election of 2000</i> (University of
   * Iowa).
   */
  private static final Map<Integer, Long> SWINGS_OF_2000 =
      Map.ofEntries(
          Map.entry(54, 525_180_666_785_903L),
          Map.entry(33, 292_267_988_381_903L),
          Map.entry(32, 282_842_187_059_467L),
          Map.entry(25, 218_271_801_954_339L),
          Map.entry(23, 200_234_772_354_797L),
          Map.entry(22, 191_273_826_428_787L),
          Map.entry(21, 182_348_576_094_347L),
          Map.entry(18, 155_767_173_134_343L),
          Map.entry(15, 129_437_847_790_351L),
          Map.entry(14, 120_709_085_546_443L),
          Map.entry(13, 112_001_326_743_389L),
          Map.entry(12, 103_312_925_200_401L),
          Map.entry(11, 94_642_269_011_929L),
          Map.entry(10, 85_987_775_858_127L),
          Map.entry(9, 77_347_890_835_355L));

  /**
   * To five places, from the table of I. Mann and L. S. Shapley, <i>Values of Large Games, VI:
   * Evaluating the Electoral College Exactly</i> (RAND RM-3158, 1962); from general knowledge, the
   * paper itself was not at hand.
   */
  private static final Map<Integer, Double> SHAPLEY_OF_1964 = Map.of(43, 0.08406, 40, 0.07767);

  /** The jurisdictions of a year, each voting as one, as the published tables have them. */
  private static List<Unit> jurisdictions(int year) {
    return Law.of(year).orElseThrow().entitled().entrySet().stream()
        .map(of -> new Unit(of.getKey(), of.getKey(), of.getValue()))
        .toList();
  }

  private static List<Unit> units(String electors) {
    List<Unit> units = new ArrayList<>();
    for (String each : electors.split(" ", -1))
      units.add(new Unit("U" + units.size(), "U" + units.size(), Integer.parseInt(each)));
    return units;
  }

  private static Power.Share of(Power power, int electors) {
    return power.units().stream()
        .filter(share -> share.unit().electors() == electors)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void swings_in_2000_are_those_that_another_program_published() {
    Power power = Power.of(jurisdictions(2000));
    assertThat(power.electors()).isEqualTo(538);
    assertThat(power.majority()).isEqualTo(270);
    SWINGS_OF_2000.forEach(
        (electors, swings) ->
            assertThat(of(power, electors).swings())
                .as("%d electors", electors)
                .isEqualTo(BigInteger.valueOf(swings)));
    assertThat(of(power, 54).swings().doubleValue() / power.swings().doubleValue())
        .isCloseTo(0.111428, within(0.0000005));
  }

  @Test
  void orders_in_the_college_of_the_census_of_1960_are_those_that_mann_and_shapley_published() {
    Power power = Power.of(jurisdictions(1964));
    assertThat(power.electors()).isEqualTo(538);
    SHAPLEY_OF_1964.forEach(
        (electors, share) ->
            assertThat(of(power, electors).orders().doubleValue() / power.orders().doubleValue())
                .as("%d electors", electors)
                .isCloseTo(share, within(0.000005)));
  }

  /**
   * No table of swings of the college of the census of 1960 was at hand. So they are counted once
   * more, apart from the program: units with as many electors are one class, of which sets have so
   * many in binomial ways, and the unit in question is never put in.
   */
  @ParameterizedTest
  @ValueSource(ints = {1964, 2000, 2020})
  void swings_and_orders_are_those_of_counting_by_classes_of_equal_units(int year) {
    List<Unit> units = jurisdictions(year);
    Power power = Power.of(units);
    for (Power.Share share : power.units()) {
      BigInteger[][] others = setsOfOthers(units, share.unit());
      BigInteger swings = BigInteger.ZERO;
      BigInteger orders = BigInteger.ZERO;
      for (int size = 0; size < units.size(); size++) {
        BigInteger decided = BigInteger.ZERO;
        for (int sum = power.majority() - share.unit().electors(); sum < power.majority(); sum++)
          if (sum >= 0) decided = decided.add(others[size][sum]);
        swings = swings.add(decided);
        orders =
            orders.add(
                decided.multiply(factorial(size)).multiply(factorial(units.size() - 1 - size)));
      }
      assertThat(share.swings()).as(share.unit().id()).isEqualTo(swings);
      assertThat(share.orders()).as(share.unit().id()).isEqualTo(orders);
    }
  }

  private static BigInteger[][] setsOfOthers(List<Unit> units, Unit unit) {
    Map<Integer, Integer> classes = new TreeMap<>();
    for (Unit each : units) classes.merge(each.electors(), 1, Integer::sum);
    classes.merge(unit.electors(), -1, Integer::sum);
    int all = units.stream().mapToInt(Unit::electors).sum();
    BigInteger[][] sets = new BigInteger[units.size()][all + 1];
    for (BigInteger[] row : sets) Arrays.fill(row, BigInteger.ZERO);
    sets[0][0] = BigInteger.ONE;
    int size = 0;
    int sum = 0;
    for (Map.Entry<Integer, Integer> of : classes.entrySet()) {
      for (int s = size; s >= 0; s--)
        for (int e = sum; e >= 0; e--) {
          if (sets[s][e].signum() == 0) continue;
          for (int n = of.getValue(); n > 0; n--) {
            BigInteger ways = sets[s][e].multiply(binomial(of.getValue(), n));
            sets[s + n][e + n * of.getKey()] = sets[s + n][e + n * of.getKey()].add(ways);
          }
        }
      size += of.getValue();
      sum += of.getValue() * of.getKey();
    }
    return sets;
  }

  private static BigInteger binomial(int of, int n) {
    return factorial(of).divide(factorial(n)).divide(factorial(of - n));
  }

  private static BigInteger factorial(int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  @Test
  void every_order_has_exactly_one_unit_that_brings_the_majority() {
    for (int year = 1788; year <= 2040; year += 4) {
      Power power = Power.of(Law.of(year).orElseThrow());
      assertThat(power.units().stream().map(Power.Share::orders).reduce(BigInteger::add))
          .contains(power.orders());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void both_counts_are_those_of_counting_every_set_and_every_order(long seed) {
    Random random = new Random(seed);
    int[] electors = random.ints(7, 1, 12).toArray();
    List<Unit> units =
        IntStream.range(0, electors.length)
            .mapToObj(i -> new Unit("U" + i, "U" + i, electors[i]))
            .toList();
    Power power = Power.of(units);
    for (int i = 0; i < electors.length; i++) {
      assertThat(power.units().get(i).swings())
          .isEqualTo(BigInteger.valueOf(swings(electors, i, power.majority())));
      assertThat(power.units().get(i).orders())
          .isEqualTo(BigInteger.valueOf(pivots(electors, i, power.majority())));
    }
  }

  private static long swings(int[] electors, int unit, int majority) {
    long swings = 0;
    for (int set = 0; set < 1 << electors.length; set++) {
      if ((set >> unit & 1) == 1) continue;
      int sum = 0;
      for (int i = 0; i < electors.length; i++) if ((set >> i & 1) == 1) sum += electors[i];
      if (sum < majority && sum + electors[unit] >= majority) swings++;
    }
    return swings;
  }

  private static long pivots(int[] electors, int unit, int majority) {
    long pivots = 0;
    for (List<Integer> order :
        permutations(new ArrayList<>(IntStream.range(0, electors.length).boxed().toList()), 0)) {
      int sum = 0;
      for (int next : order) {
        if (sum < majority && sum + electors[next] >= majority && next == unit) pivots++;
        sum += electors[next];
      }
    }
    return pivots;
  }

  private static List<List<Integer>> permutations(List<Integer> of, int from) {
    if (from == of.size()) return List.of(List.copyOf(of));
    List<List<Integer>> all = new ArrayList<>();
    for (int i = from; i < of.size(); i++) {
      Collections.swap(of, from, i);
      all.addAll(permutations(of, from + 1));
      Collections.swap(of, from, i);
    }
    return all;
  }

  @Test
  void a_state_that_by_law_appoints_no_electors_is_not_in_the_college() {
    Power power = Power.of(Law.of(1864).orElseThrow());
    assertThat(power.electors()).isEqualTo(234);
    assertThat(power.units().stream().map(share -> share.unit().id())).doesNotContain("VA", "LA");
  }

  @Test
  void a_unit_that_no_set_needs_has_no_power_and_one_that_has_the_majority_all_of_it() {
    Power power = Power.of(units("6 2 2 1"));
    assertThat(power.units().getFirst().orders()).isEqualTo(power.orders());
    assertThat(power.units().stream().skip(1).map(Power.Share::swings))
        .allMatch(BigInteger.ZERO::equals);
  }

  @Test
  void more_units_than_63_bits_can_count_are_refused() {
    String sixtyThree = String.join(" ", Collections.nCopies(63, "1"));
    assertThatThrownBy(() -> Power.of(units(sixtyThree)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Power.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    Power most = Power.of(units(sixtyThree.substring(2)));
    assertThat(most.units().getFirst().swings().signum()).isPositive();
  }
}
