package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The main job from the start of the process to its end, as a user has it. */
final class ReplayBenchmark implements Benchmark {

  private static final int ROUNDS = 7;
  private static final double MOST_SECONDS = 1.5;
  private static final long MOST_MEGABYTES = 256;
  private static final int LOOK_EVERY_MILLIS = 2;

  /** One run: how long it took, and the most memory it had by the kernel's account. */
  private record Run(double seconds, long megabytes) {}

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    Path launcher = launcher();
    if (!Files.isExecutable(launcher)) {
      out.println("  needs the launcher: ./ascertain bench replay");
      return;
    }
    run(launcher);
    Run[] runs = new Run[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) runs[round] = run(launcher);
    double[] seconds = Arrays.stream(runs).mapToDouble(Run::seconds).sorted().toArray();
    long megabytes = Arrays.stream(runs).mapToLong(Run::megabytes).max().orElseThrow();
    out.printf(
        "  replay 2020 --instant: median %.2f s, best %.2f s of %d runs   limit: %.1f s%n",
        seconds[ROUNDS / 2], seconds[0], ROUNDS, MOST_SECONDS);
    String memory = megabytes == 0 ? "memory unknown: only Linux tells" : megabytes + " MB at most";
    out.printf("  %-53s limit: %d MB%n", memory, MOST_MEGABYTES);
  }

  /** The launcher keeps the program in {@code .ascertain/app} beside itself. */
  private static Path launcher() {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    return jar.resolve("../../../ascertain").normalize();
  }

  private static Run run(Path launcher) throws IOException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(launcher.toString(), "replay", "2020", "--instant")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long megabytes = 0;
    try {
      while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS))
        megabytes = Math.max(megabytes, most(process.pid()));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) throw new IOException("replay exited " + process.exitValue());
    return new Run(seconds, megabytes);
  }

  /** The most memory that a process has had so far; nought where nobody tells. */
  private static long most(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
