package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ascertain.record.EntryLine;
import org.ascertain.record.LogFolder;
import org.ascertain.record.LogWriter;
import org.ascertain.record.PublishedLog;
import org.ascertain.record.SigningKey;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.record.VerifierKey;

/**
 * Verifying a published log of a million entries, in a JVM of its own with one core and little
 * memory.
 */
final class VerifyBenchmark implements Benchmark {

  private static final int ENTRIES = 1_000_000;
  private static final String HEAP = "-Xmx64m";

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      SigningKey key = SigningKey.make("bench.example/us-president-2020", VerifierKey.Kind.LOG);
      Path folder = scratch.file("log");
      LogWriter writer = new LogWriter(folder, key.name());
      Instant recorded = Instant.parse("2020-11-04T05:00:00Z");
      for (int i = 0; i < ENTRIES; i++) writer.add(line(i, recorded));
      writer.publish(Optional.of(key));
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              HEAP,
              "-XX:+UseSerialGC",
              "-XX:ActiveProcessorCount=1",
              "-cp",
              System.getProperty("java.class.path"),
              VerifyBenchmark.class.getName(),
              folder.toString(),
              key.verifier().toString());
      Process child =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      out.print(new String(child.getInputStream().readAllBytes(), UTF_8));
      out.printf("  limit: hashing the same entries once %29.2f s%n", secondsToHash(recorded));
    }
  }

  private static byte[] line(long index, Instant recorded) {
    return new EntryLine(index, recorded).write("7", Scratch.fact(index));
  }

  private static double secondsToHash(Instant recorded) {
    try {
      byte[] line = line(ENTRIES, recorded);
      long start = System.nanoTime();
      for (int i = 0; i < ENTRIES; i++) MessageDigest.getInstance("SHA-256").digest(line);
      return (System.nanoTime() - start) / 1e9;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The JVM that is measured: a log's folder and its key. */
  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    Verification verification =
        PublishedLog.verify(
            new LogFolder(Path.of(args[0])), Trust.NONE.withKey(VerifierKey.parse(args[1])));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!verification.holds()) throw new IllegalStateException(verification.summary());
    System.out.printf(
        "  %,d entries verified on one core %21.2f s, at most %s of memory%n",
        verification.size(), seconds, mostMemory());
  }

  /** The most memory that this process has had, by the kernel's account; only Linux tells. */
  private static String mostMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return HEAP + " and what the JVM needs";
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
        .findFirst()
        .orElse("unknown");
  }
}
