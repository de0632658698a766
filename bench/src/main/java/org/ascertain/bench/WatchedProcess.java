package org.ascertain.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * A program run to its end, as the kernel saw it.
 *
 * @param seconds by the clock
 * @param processor seconds of its processor time, all threads together
 * @param megabytes the most memory that it had
 */
record WatchedProcess(double seconds, double processor, long megabytes) {

  private static final long LOOK_EVERY_NANOS = 2_000_000;

  /** Runs {@code ascertain} with arguments; what it prints is thrown away. */
  static WatchedProcess ascertain(String... args) throws IOException {
    return ascertain(Map.of(), args);
  }

  /** The same with variables of its own in its environment. */
  static WatchedProcess ascertain(Map<String, String> variables, String... args)
      throws IOException {
    String[] command = new String[args.length + 1];
    command[0] =
        Objects.requireNonNull(
            System.getProperty("ascertain.launcher"), "./ascertain bench runs this measurement");
    System.arraycopy(args, 0, command, 1, args.length);
    long began = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(variables);
    Process process = builder.start();
    double processor = 0;
    long megabytes = -1;
    while (process.isAlive()) {
      processor =
          Math.max(
              processor, process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9);
      megabytes = Math.max(megabytes, peak(process.pid()));
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0)
      throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
    return new WatchedProcess(seconds, processor, megabytes);
  }

  /** In megabytes, by the kernel's account; -1 where none tells. */
  private static long peak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException ended) {
      return -1;
    }
  }

  @Override
  public String toString() {
    return "%.1f s, %.1f s of processor time, %d MB".formatted(seconds, processor, megabytes);
  }
}
