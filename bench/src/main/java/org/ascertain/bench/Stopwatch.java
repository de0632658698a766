package org.ascertain.bench;

import java.lang.management.ManagementFactory;

/**
 * Measures a piece of work by the time of this thread's processor, which others on the machine do
 * not lengthen, and by the clock.
 */
record Stopwatch(double processor, double clock) {

  @FunctionalInterface
  interface Work {
    void run();
  }

  /** How many seconds a piece of work takes. */
  static Stopwatch time(Work work) {
    long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    work.run();
    return new Stopwatch(
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9,
        (System.nanoTime() - clock) / 1e9);
  }

  /** The least of several rounds, the first of which also warms the program up. */
  static Stopwatch best(int rounds, Work work) {
    Stopwatch best = time(work);
    for (int round = 1; round < rounds; round++) best = best.least(time(work));
    return best;
  }

  /** This or another time, of which took less of the processor. */
  Stopwatch least(Stopwatch other) {
    return other.processor < processor ? other : this;
  }
}
