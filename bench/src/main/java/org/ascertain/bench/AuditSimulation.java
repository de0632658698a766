package org.ascertain.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.ascertain.audit.AuditRound;
import org.ascertain.audit.Evidence;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Evidence.Weakest;
import org.ascertain.audit.Holding;
import org.ascertain.audit.Holding.Count;
import org.ascertain.audit.Holdings;
import org.ascertain.audit.NextStep;
import org.ascertain.audit.RunningAudit;
import org.ascertain.election.Votes;

/**
 * How often a joint audit confirms, by many runs with fixed seeds. Streams of random numbers are
 * split from one, as seeds that are multiples of one number give shifted copies of one stream.
 */
final class AuditSimulation {

  private static final int RUNS = 20_000;
  private static final int COALITIONS = 10;
  private static final int RUNS_OF_A_NATION = 1_000;
  private static final double ALPHA = 0.05;
  private static final double SURE = Math.log(1 / ALPHA);
  private static final int AT_A_TIME = 2;
  private static final int STEPS = 300;
  private static final double MARGIN = 0.1;

  /** With margins as small as those of 2020. */
  private static final int MANY = 50;

  /** As the rule "weakest 20" draws. */
  private static final int BY_RULE = 20;

  /** Which of three tied units is drawn from next. */
  private enum Rule {
    RANDOM,
    LARGEST,
    SMALLEST,
    ONE_AFTER_THE_OTHER
  }

  private final PrintStream out;
  private final SplittableRandom random = new SplittableRandom(20_201_103);

  AuditSimulation(PrintStream out) {
    this.out = out;
  }

  void run(Holdings nation, double bound) {
    out.printf(
        "  a wrong majority confirmed, of %,d runs; limit: %s%n",
        RUNS, percent(ALPHA + 2 * Math.sqrt(ALPHA * (1 - ALPHA) / RUNS)));
    for (Rule rule : Rule.values())
      tell(
          "three tied units, " + word(rule),
          share(() -> tied(rule, winning(30, 10, 11, 16), AT_A_TIME)));
    tell("two of three counted and lost", share(() -> flipped(false)));
    tell("  wrong: started afresh after each count", share(() -> flipped(true)));
    tell("two contests on one stream of cards", share(() -> sharing(true)));
    tell("  wrong: multiplied", share(() -> sharing(false)));
    tell("  wrong: the greatest so far of each unit", share(this::maxima));
    for (int coalition = 1; coalition <= COALITIONS; coalition++) {
      int[] electors = random.split().ints(2 + coalition % 4, 3, 30).toArray();
      tell("coalition of " + Arrays.toString(electors), share(() -> coalition(electors)));
    }
    Holdings close = only(List.of("AZ", "GA", "WI"), nation);
    for (Rule rule : Rule.values())
      tell(
          "Arizona, Georgia, Wisconsin of 2020 tied, " + word(rule),
          share(() -> tied(rule, close, MANY)));
    right(nation, bound);
  }

  /**
   * A winner's units of which all are needed: the others are supposed to be counted whole. Those
   * with fewest electors come first.
   */
  private static Holdings only(List<String> units, Holdings nation) {
    List<Holding> all =
        nation.all().stream()
            .filter(each -> units.contains(each.id()))
            .sorted(Comparator.comparingInt(Holding::electors))
            .toList();
    int electors = all.stream().mapToInt(Holding::electors).sum();
    return new Holdings(1, electors, all, List.of());
  }

  private static String word(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private interface Run {
    boolean confirms();
  }

  private double share(Run run) {
    int confirmed = 0;
    for (int each = 0; each < RUNS; each++) if (run.confirms()) confirmed++;
    return confirmed / (double) RUNS;
  }

  private void tell(String what, double share) {
    out.printf("    %-62s %7s%n", what, percent(share));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** Three units that take the majority away only together, all tied. */
  private boolean tied(Rule rule, Holdings units, int cards) {
    SplittableRandom own = random.split();
    RunningAudit audit = new RunningAudit(units);
    for (int step = 0; step < STEPS; step++) {
      int place = place(rule, own, step);
      if (isOut(audit, place)) continue;
      Holding unit = units.all().get(place);
      audit.add(cards(own, unit.id(), cards, margin(unit)));
      if (confirms(audit)) return true;
    }
    return false;
  }

  /** Whether a unit is drawn from no more, which changes nothing from then on. */
  private static boolean isOut(RunningAudit audit, int place) {
    return audit.evidence().get(place).state() == State.TO_COUNT;
  }

  private static int place(Rule rule, SplittableRandom own, int step) {
    return switch (rule) {
      case RANDOM -> own.nextInt(3);
      case LARGEST -> 2;
      case SMALLEST -> 0;
      case ONE_AFTER_THE_OTHER -> step / (STEPS / 3);
    };
  }

  private static double margin(Holding unit) {
    Count count = unit.count().orElseThrow();
    return count.margin() / (double) count.all();
  }

  /** The first unit is drawn from and counted, then the second, then the third is drawn from. */
  private boolean flipped(boolean afresh) {
    SplittableRandom own = random.split();
    Holdings holdings = winning(30, 10, 11, 16);
    RunningAudit audit = new RunningAudit(holdings);
    for (int step = 0; step < 3 * STEPS; step++) {
      int unit = step / STEPS;
      if (!isOut(audit, unit)) {
        audit.add(tiedCards(own, "U" + unit));
        if (confirms(audit)) return true;
      }
      if (step % STEPS == STEPS - 1) {
        audit.add(new AuditRound.HandCount("U" + unit, false));
        if (afresh) audit = new RunningAudit(holdings);
      }
    }
    return false;
  }

  private boolean sharing(boolean byMean) {
    SplittableRandom own = random.split();
    RunningAudit audit = new RunningAudit(winning(4, 2, 2));
    List<List<String>> shared = byMean ? List.of(List.of("U0", "U1")) : List.of();
    for (int step = 0; step < STEPS && !isOut(audit, 0); step++) {
      long winner = 0;
      for (int card = 0; card < AT_A_TIME; card++) if (own.nextBoolean()) winner++;
      for (String unit : List.of("U0", "U1"))
        audit.add(
            new AuditRound.Polling(
                unit, AT_A_TIME, winner, Votes.of(List.of("l"), AT_A_TIME - winner), true));
      if (audit.weakest(shared).confirms(ALPHA)) return true;
    }
    return false;
  }

  /** As if the best that each unit ever had could be kept while the next is drawn from. */
  private boolean maxima() {
    SplittableRandom own = random.split();
    RunningAudit audit = new RunningAudit(winning(30, 10, 11, 16));
    Map<String, Double> best = new HashMap<>();
    for (int step = 0; step < 3 * STEPS; step++) {
      if (isOut(audit, step / STEPS)) continue;
      audit.add(tiedCards(own, "U" + step / STEPS));
      double sum = 0;
      for (Evidence each : audit.evidence())
        sum += best.merge(each.holding().id(), each.logarithm(), Math::max);
      if (sum >= SURE) return true;
    }
    return false;
  }

  /** All units of the coalition are tied; each card is drawn where the rule of the program says. */
  private boolean coalition(int[] electors) {
    SplittableRandom own = random.split();
    RunningAudit audit = new RunningAudit(winning(Arrays.stream(electors).sum(), electors));
    Weakest weakest = audit.weakest(List.of());
    for (int step = 0; step < STEPS && !weakest.confirms(ALPHA); step++) {
      Optional<NextStep> next = NextStep.of(audit.evidence(), weakest);
      if (next.isEmpty()) return false;
      switch (next.get()) {
        case NextStep.Draw(String unit) -> audit.add(tiedCards(own, unit));
        case NextStep.Count(String unit) -> audit.add(new AuditRound.HandCount(unit, false));
      }
      weakest = audit.weakest(List.of());
    }
    return weakest.confirms(ALPHA);
  }

  private static boolean confirms(RunningAudit audit) {
    return audit.weakest(List.of()).confirms(ALPHA);
  }

  /** Cards of a tied unit whose records are wrong by two votes wherever they are wrong. */
  private static AuditRound tiedCards(SplittableRandom own, String unit) {
    return cards(own, unit, AT_A_TIME, MARGIN);
  }

  private static AuditRound cards(SplittableRandom own, String unit, int cards, double margin) {
    int wrong = 0;
    for (int card = 0; card < cards; card++) if (own.nextDouble() < margin / 2) wrong++;
    return new AuditRound.Comparison(unit, cards, 0, wrong, 0, 0);
  }

  /** A winner with such units, who has no majority any more without the electors needed. */
  private static Holdings winning(int needed, int... units) {
    List<Holding> all = new ArrayList<>();
    for (int u = 0; u < units.length; u++) all.add(unit("U" + u, units[u], "w"));
    int electors = Arrays.stream(units).sum();
    int others = electors - 2 * needed + 1;
    if (others > 0) all.add(unit("L", others, "l"));
    return new Holdings(electors - needed + 1, electors + Math.max(others, 0), all, List.of());
  }

  private static Holding unit(String id, int electors, String who) {
    Count count = new Count(5500, "l", 4500, 10_000, OptionalLong.of(10_000), Count.Kind.PLURALITY);
    return new Holding(List.of(id), id, electors, who, Optional.of(count));
  }

  /** The nation as reported, with as many wrong records as are supposed. */
  private void right(Holdings nation, double bound) {
    double[] cards = new double[RUNS_OF_A_NATION];
    for (int run = 0; run < cards.length; run++) cards[run] = cards(nation);
    Arrays.sort(cards);
    double mean = Arrays.stream(cards).average().orElseThrow();
    double variance = Arrays.stream(cards).map(each -> (each - mean) * (each - mean)).sum();
    variance /= cards.length - 1;
    out.printf(
        Locale.ROOT,
        "  2020 as reported: %,.0f cards on average (standard error %,.0f), nine of ten runs within"
            + " %,.0f; never fewer than the bound: %,.0f%n",
        mean,
        Math.sqrt(variance / cards.length),
        cards[cards.length * 9 / 10],
        bound);
  }

  private double cards(Holdings nation) {
    SplittableRandom own = random.split();
    RunningAudit audit = new RunningAudit(nation);
    int drawn = 0;
    for (Weakest weakest = audit.weakest(List.of());
        !weakest.confirms(ALPHA);
        weakest = audit.weakest(List.of())) {
      Optional<NextStep> next = NextStep.of(audit.evidence(), weakest);
      if (!(next.orElseThrow() instanceof NextStep.Draw(String unit))) {
        audit.add(new AuditRound.HandCount(next.get().unit(), true));
        continue;
      }
      int one = 0;
      int two = 0;
      for (int card = 0; card < BY_RULE; card++) {
        double found = own.nextDouble();
        if (found < 0.0001) two++;
        else if (found < 0.0011) one++;
      }
      audit.add(new AuditRound.Comparison(unit, BY_RULE, one, two, 0, 0));
      drawn += BY_RULE;
    }
    return drawn;
  }
}
