package org.ascertain.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.KnownUnits;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;

/**
 * How the work grows with a record that grows in one direction: once, ten and a hundred times as
 * many facts, taken in at once for a standing, and one by one with the course kept. The exponent is
 * that of the last ten times; n log n gives about 1.1. Where it is more, what most of the time was
 * spent in is named.
 */
final class GrowthBenchmark implements Benchmark {

  private static final int[] TIMES = {1, 10, 100};
  private static final double MOST = 1.25;

  /** A measurement of fewer seconds says nothing of growth. */
  private static final double LEAST_SECONDS = 0.05;

  /** What takes longer is stopped. */
  private static final double LONGEST_SECONDS = 20;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void run(PrintStream out) {
    out.printf("  %-24s %22s %22s%n", "", "a standing, exponent", "one by one, exponent");
    for (GrowingRecords.Direction direction : GrowingRecords.ALL) {
      Curve standing = new Curve(GrowthBenchmark::standing);
      Curve course = new Curve(GrowthBenchmark::course);
      for (int times : TIMES) {
        List<Entry> record = GrowingRecords.record(direction, times * direction.smallest());
        standing.measure(record);
        course.measure(record);
      }
      out.printf(
          "  %-24s %22s %22s%n",
          "%,d %s".formatted(TIMES[2] * direction.smallest(), direction.name()),
          standing.told(),
          course.told());
      standing.stopper().ifPresent(what -> out.printf("    a standing stops in %s%n", what));
      course.stopper().ifPresent(what -> out.printf("    one by one it stops in %s%n", what));
    }
    out.printf("  by the processor's time; up to %.2f is told as n log n%n", MOST);
  }

  private static void standing(List<Entry> record) {
    History.of(record, Night.LAW, History.ALL).standing();
  }

  private static void course(List<Entry> record) {
    Course course = Course.under(Night.LAW, KnownUnits.ANY);
    for (Entry entry : record) course.add(entry);
    course.history().standing();
  }

  @FunctionalInterface
  private interface Work {
    void on(List<Entry> record);
  }

  /** One kind of work, measured at growing sizes. */
  private static final class Curve {
    private final Work work;
    private final List<Double> seconds = new ArrayList<>();
    private Map<String, Integer> seen = Map.of();

    Curve(Work work) {
      this.work = work;
    }

    void measure(List<Entry> record) {
      if (!seconds.isEmpty() && seconds.getLast() > LONGEST_SECONDS) return;
      try (StackSampler sampler = StackSampler.of(Thread.currentThread())) {
        int rounds = seconds.size() + 1 < TIMES.length ? 3 : 1;
        seconds.add(Stopwatch.best(rounds, () -> work.on(record)).processor());
        seen = new HashMap<>(sampler.seen());
      }
    }

    private Optional<Double> exponent() {
      if (seconds.size() < TIMES.length) return Optional.empty();
      double last = seconds.get(TIMES.length - 1);
      double before = Math.max(LEAST_SECONDS / 10, seconds.get(TIMES.length - 2));
      return Optional.of(Math.max(0, Math.log10(last / before)));
    }

    String told() {
      return exponent()
          .map(exponent -> "%.2f s, %.2f".formatted(seconds.getLast(), exponent))
          .orElse("stopped after %.0f s".formatted(seconds.getLast()));
    }

    /** What most of the time was spent in, where the work grows faster than n log n. */
    Optional<String> stopper() {
      if (exponent().filter(exponent -> exponent <= MOST).isPresent()) return Optional.empty();
      return seen.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
  }
}
