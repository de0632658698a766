package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.KnownUnits;
import org.ascertain.standing.Course;
import org.ascertain.standing.Gathering;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;

/**
 * A national night of precinct returns on one core, the returns in memory: what they come to, all
 * at once, beside DuckDB with one thread, which answers the same question, and beside a loop over
 * bare arrays; and the same entry by entry, with leads, rungs and the course kept.
 */
final class FoldBenchmark implements Benchmark {

  private static final long SEED = 2020;
  private static final int RETURNS = 10_000_000;
  private static final int ROUNDS = 4;

  /** Entries a second. */
  private static final int TARGET_BY_ENTRY = 8_000_000;

  /** A night of its own size for small machines: {@code -Dreturns=2000000}. */
  private final int returns = Optional.ofNullable(Integer.getInteger("returns")).orElse(RETURNS);

  private long[] sums = new long[0];
  private Optional<Tabulation> state = Optional.empty();
  private Optional<Course> course = Optional.empty();

  @Override
  public String name() {
    return "fold";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    out.printf("  %,d returns of %,d precincts, in memory%n", returns, Night.PRECINCTS);
    run("county by county", Night.Order.BY_COUNTY, out);
    run("in any order", Night.Order.ANY, out);
    out.printf("  best of %d rounds, by the processor's time%n", ROUNDS);
  }

  private void run(String what, Night.Order order, PrintStream out) throws IOException {
    Night night = new Night(SEED);
    Night.Figures figures = night.figures(returns, order);
    Stopwatch bare = Stopwatch.best(ROUNDS, () -> sums = addUp(night, figures));
    Stopwatch peer = database(night, figures);
    Gathering gathering = History.gather(Night.LAW, KnownUnits.ANY, History.ALL);
    gathering.add(Night.header());
    Stopwatch taken = Stopwatch.time(() -> night.forEach(figures, gathering::add));
    History history = gathering.history();
    Stopwatch bulk =
        Stopwatch.best(ROUNDS, () -> state = Optional.of(history.stateAt(history.end())));
    isTheSame(night);
    state = Optional.empty();
    out.printf("  %s%n", what);
    tell(out, "at once", bulk, 2 * returns / peer.processor(), "twice DuckDB");
    out.printf("    %-28s %,13.0f /s%n", "DuckDB, one thread", returns / peer.processor());
    out.printf("    %-28s %,13.0f /s%n", "bare arrays", returns / bare.processor());
    Stopwatch each =
        Stopwatch.best(
            ROUNDS,
            () -> {
              course = Optional.empty();
              course = Optional.of(history.course());
            });
    tell(out, "entry by entry, course kept", each, TARGET_BY_ENTRY, "target");
    out.printf("    %-28s %,13.0f /s%n", "entries made and taken in", returns / taken.processor());
    course = Optional.empty();
  }

  private void tell(PrintStream out, String what, Stopwatch took, double wanted, String by) {
    double reached = returns / took.processor();
    out.printf(
        "    %-28s %,13.0f /s   %s: %,.0f /s, %s%n",
        what, reached, by, wanted, reached >= wanted ? "reached" : "missed");
  }

  private Stopwatch database(Night night, Night.Figures figures) throws IOException {
    try (ReturnsInDuckDb database = new ReturnsInDuckDb(night, figures)) {
      long[][] found = new long[1][];
      Stopwatch best = Stopwatch.best(ROUNDS, () -> found[0] = database.votesByJurisdiction());
      for (int i = 0; i < sums.length; i++)
        if (found[0][i] != sums[i])
          throw new IllegalStateException("DuckDB has other votes than the arrays");
      return best;
    } catch (SQLException e) {
      throw new IOException("DuckDB does not answer: " + e.getMessage(), e);
    }
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

  /** All have to have found the same votes, or there was nothing to measure. */
  private void isTheSame(Night night) {
    List<String> codes = List.copyOf(Night.LAW.entitled().keySet());
    for (int j = 0; j < night.jurisdictions; j++) {
      long[] tally = state.orElseThrow().tally(codes.get(j)).orElseThrow();
      if (tally[0] != sums[2 * j] || tally[1] != sums[2 * j + 1])
        throw new IllegalStateException("the fold has other votes in " + codes.get(j));
    }
  }
}
