package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ascertain.audit.Cover.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** The lightest of all sets, each looked at. */
  private static double byHand(List<List<Choice<Integer>>> groups, int needed) {
    return byHand(groups, 0, needed, 0);
  }

  private static double byHand(
      List<List<Choice<Integer>>> groups, int from, int needed, double so) {
    if (from == groups.size()) return needed <= 0 ? so : NEVER;
    double best = byHand(groups, from + 1, needed, so);
    for (Choice<Integer> choice : groups.get(from))
      if (choice.weight() != NEVER)
        best =
            Math.min(
                best, byHand(groups, from + 1, needed - choice.electors(), so + choice.weight()));
    return best;
  }

  private static double weight(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> NEVER;
      case 1 -> 0;
      case 2 -> -3;
      default -> random.nextDouble() * 8 - 2;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 11, 16})
  void the_lightest_set_is_that_of_looking_at_every_set(int units) {
    Random random = new Random(units);
    for (int run = 0; run < (units > 12 ? 12 : 200); run++) {
      List<Choice<Integer>> choices = new ArrayList<>();
      for (int u = 0; u < units; u++)
        choices.add(new Choice<>(u, 1 + random.nextInt(20), weight(random)));
      int needed = random.nextInt(1 + choices.stream().mapToInt(Choice::electors).sum() + 3);
      List<List<Choice<Integer>>> groups = Cover.apart(choices);
      double due = byHand(groups, needed);
      Optional<Cover<Integer>> found = Cover.lightest(groups, needed);
      if (due == NEVER) assertThat(found).isEmpty();
      else {
        assertThat(found.orElseThrow().weight()).isCloseTo(due, within());
        assertThat(found.get().chosen().stream().mapToDouble(Choice::weight).sum())
            .isCloseTo(due, within());
        assertThat(found.get().chosen().stream().mapToInt(Choice::electors).sum())
            .isGreaterThanOrEqualTo(needed);
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-9);
  }

  @Test
  void of_what_belongs_together_one_choice_is_taken() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      List<List<Choice<Integer>>> groups = new ArrayList<>();
      for (int g = 0; g < 6; g++) {
        List<Choice<Integer>> group = new ArrayList<>();
        for (int c = 0; c <= random.nextInt(4); c++)
          group.add(new Choice<>(c, 1 + random.nextInt(9), weight(random)));
        groups.add(group);
      }
      int needed = random.nextInt(30);
      double due = byHand(groups, needed);
      Optional<Cover<Integer>> found = Cover.lightest(groups, needed);
      if (due == NEVER) assertThat(found).isEmpty();
      else assertThat(found.orElseThrow().weight()).isCloseTo(due, within());
    }
  }

  @Test
  void nothing_is_not_a_number_where_one_weighs_nothing_at_all_and_one_can_never_be() {
    List<List<Choice<Integer>>> groups =
        Cover.apart(
            List.of(
                new Choice<>(0, 5, Double.NEGATIVE_INFINITY),
                new Choice<>(1, 5, NEVER),
                new Choice<>(2, 5, 1)));
    assertThat(Cover.lightest(groups, 10).orElseThrow().weight()).isNegative().isInfinite();
    assertThat(Cover.lightest(groups, 11)).isEmpty();
  }
}
