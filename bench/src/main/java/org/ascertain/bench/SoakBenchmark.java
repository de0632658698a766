package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** An hour's soak. */
final class SoakBenchmark implements Benchmark {

  private static final Duration LENGTH = Duration.ofHours(1);
  private static final int LOOKS = 12;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    List<Soak.Taken> taken =
        new Soak(LENGTH, LOOKS)
            .run(
                now ->
                    out.printf(
                        "  after %,d rows: %d MB, %d threads, %d open files, %d of the listeners lost%n",
                        now.rows(),
                        now.megabytes(),
                        now.threads(),
                        now.files(),
                        now.listenersLost()));
    List<String> grown = Soak.grown(taken);
    out.printf("  %s%n", grown.isEmpty() ? "nothing grew (due: nothing)" : "grew: " + grown);
  }
}
