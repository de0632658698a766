package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ascertain.election.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaysTest {

  private static Ways ways(Random random, int units) {
    List<Unit> open = new ArrayList<>();
    for (int u = 0; u < units; u++) open.add(new Unit("U" + u, "U" + u, 1 + random.nextInt(9)));
    int electors = open.stream().mapToInt(Unit::electors).sum();
    int first = random.nextInt(12);
    int second = random.nextInt(12);
    return new Ways("a", "b", (electors + first + second) / 2 + 1, first, second, open);
  }

  private static int winner(Ways ways, int set) {
    int first = ways.electorsOfFirst();
    int second = ways.electorsOfSecond();
    for (int u = 0; u < ways.open().size(); u++)
      if ((set >> u & 1) == 1) first += ways.open().get(u).electors();
      else second += ways.open().get(u).electors();
    return first >= ways.majority() ? 1 : second >= ways.majority() ? 2 : 0;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_count_is_that_of_looking_at_every_way(long seed) {
    Ways ways = ways(new Random(seed), 9);
    long[] counts = new long[3];
    for (int set = 0; set < 1 << 9; set++) counts[winner(ways, set)]++;
    assertThat(ways.all()).isEqualTo(512);
    assertThat(ways.to("a")).isEqualTo(counts[1]);
    assertThat(ways.to("b")).isEqualTo(counts[2]);
    assertThat(ways.toNobody()).isEqualTo(counts[0]);
    for (int u = 0; u < 9; u++) {
      long decided = 0;
      for (int set = 0; set < 1 << 9; set++)
        if ((set >> u & 1) == 0 && winner(ways, set) != winner(ways, set | 1 << u)) decided++;
      assertThat(ways.decided(ways.open().get(u))).isEqualTo(decided);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_smallest_sets_are_all_of_fewest_units_that_are_enough(long seed) {
    Ways ways = ways(new Random(seed), 9);
    long[] bySize = new long[10];
    for (int set = 0; set < 1 << 9; set++)
      if (winner(ways, set) == 1) bySize[Integer.bitCount(set)]++;
    int least = 0;
    while (least < 10 && bySize[least] == 0) least++;
    Ways.Smallest smallest = ways.smallest("a");
    if (least == 10) assertThat(smallest.number()).isZero();
    else {
      assertThat(smallest.size()).isEqualTo(least);
      assertThat(smallest.number()).isEqualTo(bySize[least]);
      assertThat(smallest.sets())
          .hasSize((int) Math.min(12, bySize[least]))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void units_of_one_elector_each_can_tie() {
    List<Unit> open = List.of(new Unit("A", "A", 1), new Unit("B", "B", 1));
    Ways ways = new Ways("a", "b", 3, 1, 1, open);
    assertThat(ways.toNobody()).isEqualTo(2);
  }

  @Test
  void more_open_units_than_can_be_counted_are_refused() {
    List<Unit> open = new ArrayList<>();
    for (int u = 0; u < 63; u++) open.add(new Unit("U" + u, "U" + u, 1));
    assertThatThrownBy(() -> new Ways("a", "b", 32, 0, 0, open))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
