package org.ascertain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.ascertain.audit.AuditRound.Comparison;
import org.ascertain.audit.Holding.Count;

/** Made-up majorities and cards of units that are truly tied. */
final class TiedUnits {

  /** The margin that is reported of each. */
  static final double MARGIN = 0.1;

  static Holding unit(String id, int electors, String who, long votes, long second) {
    long all = votes + second;
    return new Holding(
        List.of(id),
        id,
        electors,
        who,
        Optional.of(
            new Count(votes, "l", second, all, OptionalLong.of(all), Count.Kind.PLURALITY)));
  }

  /** A winner with these units, who has no majority any more without the electors needed. */
  static Holdings holdings(int needed, Holding... units) {
    List<Holding> all = new ArrayList<>(List.of(units));
    int electors = all.stream().mapToInt(Holding::electors).sum();
    int others = electors - 2 * needed + 1;
    all.add(unit("L", others, "l", 60, 40));
    return new Holdings(electors - needed + 1, electors + others, all, List.of());
  }

  /** Three units that take the majority away only together. */
  static Holdings three() {
    return holdings(
        30,
        unit("A", 10, "w", 5500, 4500),
        unit("B", 11, "w", 5500, 4500),
        unit("C", 16, "w", 5500, 4500));
  }

  /** Cards whose records are wrong by two votes as often as makes a tie. */
  static AuditRound cards(Random random, String unit, int cards) {
    return cards(random, unit, MARGIN, cards);
  }

  /** The same of a unit with a margin of its own. */
  static AuditRound cards(Random random, Holding unit, int cards) {
    Count count = unit.count().orElseThrow();
    return cards(random, unit.id(), count.margin() / (double) count.all(), cards);
  }

  private static AuditRound cards(Random random, String unit, double margin, int cards) {
    int wrong = 0;
    for (int card = 0; card < cards; card++) if (random.nextDouble() < margin / 2) wrong++;
    return new Comparison(unit, cards, 0, wrong, 0, 0);
  }

  private TiedUnits() {}
}
