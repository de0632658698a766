package org.ascertain.bench;

import java.io.IOException;
import java.util.List;

/** Measurements against limits and peers, each by its name; all of them without one. */
public final class Bench {

  private static final List<Benchmark> ALL =
      List.of(
          new ReplayBenchmark(),
          new FoldBenchmark(),
          new GrowthBenchmark(),
          new SixtyBenchmark(),
          new ParseBenchmark(),
          new ChecksBenchmark(),
          new WatchBenchmark(),
          new NoticesBenchmark(),
          new LedgerBenchmark(),
          new StoreBenchmark(),
          new IntakeBenchmark(),
          new PostBenchmark(),
          new SignInBenchmark(),
          new DeskNightBenchmark(),
          new RestoreBenchmark(),
          new SoakBenchmark(),
          new VerifyBenchmark(),
          new KillBenchmark(),
          new ReadBenchmark(),
          new LiveBenchmark(),
          new PressBenchmark(),
          new ExchangeBenchmark(),
          new AuditBenchmark(),
          new ScaleBenchmark(),
          new CrowdBenchmark(),
          new PageBenchmark());

  private static final int USAGE = 2;
  private static final int FAULT = 70;

  public static void main(String[] args) {
    // However a measurement ends, no server or writer that it started runs on.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
    List<Benchmark> chosen =
        ALL.stream().filter(b -> args.length == 0 || b.name().equals(args[0])).toList();
    if (chosen.isEmpty()) {
      System.err.printf(
          "ascertain: There is no measurement '%s'; there are: %s.%n",
          args[0], String.join(", ", names()));
      System.exit(USAGE);
    }
    for (Benchmark benchmark : chosen) {
      System.out.println(benchmark.name());
      try {
        benchmark.run(System.out);
      } catch (IOException | RuntimeException failed) {
        System.err.printf(
            "ascertain: The measurement '%s' failed: %s. Run it with ASCERTAIN_DEBUG=1 for the"
                + " details.%n",
            benchmark.name(), failed);
        if (isTraceAsked()) failed.printStackTrace();
        System.exit(FAULT);
      }
    }
  }

  /** By which measurements are called, in their order. */
  static List<String> names() {
    return ALL.stream().map(Benchmark::name).toList();
  }

  private Bench() {}

  /** As of every command: ASCERTAIN_DEBUG is set, to anything but 0. */
  private static boolean isTraceAsked() {
    String asked = System.getenv().getOrDefault("ASCERTAIN_DEBUG", "");
    return !asked.isEmpty() && !asked.equals("0");
  }
}
