package org.ascertain.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.standing.Tabulation;

/**
 * The fold of a national night of precinct returns on one core, facts in memory, beside a loop that
 * adds up the same figures in arrays.
 */
final class FoldBenchmark implements Benchmark {

  private static final long SEED = 2020;
  private static final int RETURNS = 10_000_000;
  private static final int ROUNDS = 4;
  private static final int TARGET = 2_000_000;

  /** A night of its own size for small machines: {@code -Dreturns=2000000}. */
  private final int returns = Optional.ofNullable(Integer.getInteger("returns")).orElse(RETURNS);

  private long[] sums = new long[0];
  private Optional<Tabulation> tabulation = Optional.empty();

  @Override
  public String name() {
    return "fold";
  }

  @Override
  public void run(PrintStream out) {
    out.printf("  %,d returns of %,d precincts, facts in memory%n", returns, Night.PRECINCTS);
    run("county by county", Night.Order.BY_COUNTY, out);
    run("in any order", Night.Order.ANY, out);
    out.printf("  best of %d rounds, by the processor's time%n", ROUNDS);
  }

  private void run(String what, Night.Order order, PrintStream out) {
    Night night = new Night(SEED);
    Night.Figures figures = night.figures(returns, order);
    List<Entry> entries = night.entries(figures);
    Stopwatch bare = Stopwatch.best(ROUNDS, () -> sums = addUp(night, figures));
    Stopwatch fold = Stopwatch.best(ROUNDS, () -> tabulation = Optional.of(fold(entries)));
    isTheSame(night);
    tabulation = Optional.empty();
    out.printf(
        "  %-18s %,11.0f /s   target: %,d /s   bare arrays: %,12.0f /s, %.0f times as fast%n",
        what,
        returns / fold.processor(),
        TARGET,
        returns / bare.processor(),
        fold.processor() / bare.processor());
  }

  private static Tabulation fold(List<Entry> entries) {
    Tabulation now = new Tabulation(Night.HEADER, Night.LAW);
    for (Entry entry : entries) now.add(entry);
    return now;
  }

  /** The votes of each jurisdiction, one ticket after the other. */
  private static long[] addUp(Night night, Night.Figures figures) {
    long[] sums = new long[2 * night.jurisdictions];
    long[] biden = new long[Night.PRECINCTS];
    long[] trump = new long[Night.PRECINCTS];
    for (int i = 0; i < figures.precinct.length; i++) {
      int p = figures.precinct[i];
      int j = 2 * night.jurisdictionOf[p];
      sums[j] += figures.biden[i] - biden[p];
      sums[j + 1] += figures.trump[i] - trump[p];
      biden[p] = figures.biden[i];
      trump[p] = figures.trump[i];
    }
    return sums;
  }

  /** Both have to have found the same leaders, or there was nothing to measure. */
  private void isTheSame(Night night) {
    List<String> codes = List.copyOf(Night.LAW.entitled().keySet());
    for (int j = 0; j < night.jurisdictions; j++)
      for (int c = 0; c < 2; c++)
        if (tabulation.orElseThrow().leads(codes.get(j), c)
            != sums[2 * j + c] > sums[2 * j + 1 - c])
          throw new IllegalStateException("the fold has another leader in " + codes.get(j));
  }
}
