package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as a user starts it, in a process of its own, for the time of a measurement. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final URI address;
  private final URI management;

  /** Starts {@code ascertain serve} with further arguments, on any free port. */
  ServerProcess(String... args) throws IOException {
    String launcher =
        Objects.requireNonNull(
            System.getProperty("ascertain.launcher"), "./ascertain bench runs this measurement");
    List<String> command = new ArrayList<>(List.of(launcher, "serve", "--port", "0"));
    command.addAll(List.of(args));
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = said.readLine();
    while (line != null && !line.contains("http://")) line = said.readLine();
    if (line == null) throw new IOException("the server did not start");
    this.address = URI.create(line.substring(line.indexOf("http://")).strip());
    String second = Objects.requireNonNullElse(said.readLine(), "");
    this.management = URI.create(second.replaceAll("^.*?(http://[^/]*)/.*$", "$1"));
  }

  URI address() {
    return address;
  }

  /** Where it tells of its health. */
  URI management() {
    return management;
  }

  /** How much memory it has now, in megabytes, by the kernel's account; -1 where none tells. */
  long megabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) return -1;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  /** How many threads it has now, by the kernel's account. */
  long threads() throws IOException {
    return entries("task");
  }

  /** How many files and sockets it has open, likewise. */
  long files() throws IOException {
    return entries("fd");
  }

  private long entries(String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(process.pid()), folder))) {
      return all.count();
    }
  }

  /** What it needs no more it gives back, so that what it has is what it needs. */
  void collectGarbage() throws IOException {
    Process asked =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (asked.waitFor() != 0) throw new IOException("the server does not collect its garbage");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  /** The processor time that it has taken so far. */
  double processorSeconds() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
