package org.ascertain.bench;

import java.io.IOException;
import java.util.List;

/** Measurements against limits and peers, each by its name; all of them without one. */
public final class Bench {

  private static final List<Benchmark> ALL =
      List.of(
          new ReplayBenchmark(),
          new FoldBenchmark(),
          new SixtyBenchmark(),
          new ParseBenchmark(),
          new LedgerBenchmark(),
          new VerifyBenchmark(),
          new KillBenchmark(),
          new ReadBenchmark(),
          new LiveBenchmark(),
          new PageBenchmark());

  public static void main(String[] args) throws IOException {
    List<Benchmark> chosen =
        ALL.stream().filter(b -> args.length == 0 || b.name().equals(args[0])).toList();
    if (chosen.isEmpty()) {
      System.err.printf(
          "ascertain: There is no measurement '%s'; there are: %s.%n",
          args[0], String.join(", ", ALL.stream().map(Benchmark::name).toList()));
      System.exit(2);
    }
    for (Benchmark benchmark : chosen) {
      System.out.println(benchmark.name());
      benchmark.run(System.out);
    }
  }

  private Bench() {}
}
