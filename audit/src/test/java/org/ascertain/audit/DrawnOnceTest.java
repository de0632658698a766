package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnOnceTest {

  private static final int CARDS = 20;

  /** Of all orders of ten cards for each of two, the part in which the martingale ever is 20. */
  private static double everTwenty(DoubleUnaryOperator bet) {
    return reached(bet, 0, 0, 0) / orders(CARDS / 2, CARDS / 2);
  }

  private static double reached(DoubleUnaryOperator bet, int first, int second, double so) {
    if (so >= Math.log(20)) return orders(CARDS / 2 - first, CARDS / 2 - second);
    if (first + second == CARDS) {
      assertThat(so).isFinite();
      return 0;
    }
    double reached = 0;
    double mean = (CARDS / 2.0 - first) / (CARDS - first - second);
    if (first < CARDS / 2)
      reached += reached(bet, first + 1, second, so + oneMore(bet, first, second, 1, mean));
    if (second < CARDS / 2)
      reached += reached(bet, first, second + 1, so + oneMore(bet, first, second, 0, mean));
    return reached;
  }

  /**
   * The same if the mean that is supposed of the cards left stayed a half, as of cards drawn with
   * replacement.
   */
  private static double everTwentyUnmoved(double share, int first, int second, double so) {
    if (so >= Math.log(20)) return orders(CARDS / 2 - first, CARDS / 2 - second);
    double reached = 0;
    if (first < CARDS / 2)
      reached += everTwentyUnmoved(share, first + 1, second, so + Math.log(2 * share));
    if (second < CARDS / 2)
      reached += everTwentyUnmoved(share, first, second + 1, so + Math.log(2 * (1 - share)));
    return reached;
  }

  /** What the class itself says of one card more. */
  private static double oneMore(
      DoubleUnaryOperator bet, int first, int second, int value, double mean) {
    DrawnOnce drawn = new DrawnOnce(CARDS, new double[] {1, 0}, bet);
    for (int n = 0; n < first; n++) drawn.add(1, 0);
    for (int n = 0; n < second; n++) drawn.add(0, 1);
    double added = value == 1 ? drawn.add(1, 0) : drawn.add(0, 1);
    assertThat(added).isCloseTo(Math.log1p(bet.applyAsDouble(mean) * (value - mean)), within(1e-9));
    return added;
  }

  private static double orders(int first, int second) {
    double orders = 1;
    for (int n = 1; n <= first; n++) orders *= (second + n) / (double) n;
    return orders;
  }

  /** The figures were computed apart from this program, with the mean that moves and without. */
  @ParameterizedTest
  @CsvSource({
    "0.6, 0.0088, 0.0000",
    "0.7, 0.0262, 0.0001",
    "0.8, 0.0351, 0.0019",
    "0.9, 0.0241, 0.0072"
  })
  void of_twenty_tied_cards_it_is_ever_twenty_in_so_many_of_all_orders(
      double share, double due, double unmoved) {
    assertThat(everTwenty(DrawnOnce.towards(share))).isCloseTo(due, within(0.00005));
    double still = everTwentyUnmoved(share, 0, 0, 0) / orders(CARDS / 2, CARDS / 2);
    assertThat(still).isCloseTo(unmoved, within(0.00005));
  }

  @Test
  void when_all_cards_of_a_tie_are_drawn_it_is_not_infinite_in_any_order() {
    for (double share : new double[] {0.51, 0.75, 0.99}) {
      DrawnOnce all = new DrawnOnce(CARDS, new double[] {1, 0}, DrawnOnce.towards(share));
      for (int n = 0; n < 10; n++) all.add(1, 0);
      for (int n = 0; n < 10; n++) assertThat(all.add(0, 1)).isFinite();
      assertThat(new DrawnOnce(CARDS, new double[] {1, 0}, DrawnOnce.towards(share)).add(10, 10))
          .isLessThan(Math.log(20));
    }
  }

  /** SHANGRLA's test_sample_size: a share of 0.75 of 1,000 cards, 20 wanted. */
  @ParameterizedTest
  @CsvSource({"1, 8", "0.75, 14"})
  void shangrla_needs_so_many_cards_of_one_value(double value, int due) {
    DrawnOnce drawn = new DrawnOnce(1000, new double[] {value}, DrawnOnce.towards(0.75));
    double so = 0;
    int cards = 0;
    while (so < Math.log(20)) {
      so += drawn.add(1);
      cards++;
    }
    assertThat(cards).isEqualTo(due);
  }

  /** Of very many cards the mean does not move: SHANGRLA's Kaplan-Wald and betting martingale. */
  @ParameterizedTest
  @CsvSource({
    "1, 5, 2, 2",
    "1, 5, 1.8, 1.9",
    "0.75, 20, 0.25, 1.0625",
    "0.75, 20, 0.5, 1.125",
    "0.9, 20, 0.25, 1.1",
    "0.9, 20, 0.5, 1.2"
  })
  void shangrlas_p_values_of_equal_cards(double value, int cards, double bet, double each) {
    double logarithm =
        new DrawnOnce(1_000_000_000_000L, new double[] {value}, DrawnOnce.fixed(bet)).add(cards);
    assertThat(Math.exp(-logarithm)).isCloseTo(Math.pow(each, -cards), within(1e-6));
  }

  /**
   * Arlo's test_supersimple: sizes of samples and p-values, which its authors took from Stark's
   * tool. Kaplan and Markov's test with an inflator of 1.03905 is one fixed bet.
   */
  @ParameterizedTest
  @CsvSource({
    "0.2, 27, 0.06507, 0.12534",
    "0.1, 54, 0.06973, 0.13441",
    "0.15, 36, 0.06740, 0.12992",
    "0.13333333333, 40, 0.07048, 0.13585",
    "1, 6, 0.01950, 0.03758"
  })
  void arlos_p_values_of_cards_compared(double margin, int cards, double clean, double oneOver) {
    double inflator = 1.03905;
    double bet = 2 * (2 - margin) / (2 * inflator - margin);
    double value = 1 / (2 - margin);
    double[] values = {value, value / 2};
    DrawnOnce all = new DrawnOnce(1_000_000_000_000L, values, DrawnOnce.fixed(bet));
    assertThat(Math.exp(-all.add(cards, 0))).isCloseTo(clean, within(0.0001));
    DrawnOnce but = new DrawnOnce(1_000_000_000_000L, values, DrawnOnce.fixed(bet));
    assertThat(Math.exp(-but.add(cards - 1, 1))).isCloseTo(oneOver, within(0.0002));
  }

  @Test
  void of_the_orders_of_a_round_the_one_that_proves_least_is_taken() {
    DoubleUnaryOperator bet = DrawnOnce.towards(0.7);
    double round = new DrawnOnce(CARDS, new double[] {1, 0}, bet).add(4, 3);
    double least = Double.POSITIVE_INFINITY;
    for (int order = 0; order < 1 << 7; order++) {
      if (Integer.bitCount(order) != 4) continue;
      DrawnOnce drawn = new DrawnOnce(CARDS, new double[] {1, 0}, bet);
      double sum = 0;
      for (int card = 0; card < 7; card++)
        sum += (order >> card & 1) == 1 ? drawn.add(1, 0) : drawn.add(0, 1);
      least = Math.min(least, sum);
    }
    assertThat(round).isCloseTo(least, within(1e-9));
  }
}
