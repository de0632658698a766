package org.ascertain.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server in a process of its own, as people run it, so that it can die as theirs can.
 */
final class RunningServer implements AutoCloseable {

  private static final Path SERVER = PackagedProgram.SERVER.resolve("quarkus-run.jar");
  private static final Path COMMAND_LINE =
      PackagedProgram.COMMAND_LINE.resolve(
          "cli-" + System.getProperty("ascertain.version") + ".jar");
  private static final String ADDRESS = "http://";

  /** As an exit code, that the process was killed. */
  private static final int KILLED = 128 + 9;

  private final Process process;
  private final String address;
  private final BufferedReader said;

  private RunningServer(Process process, String address, BufferedReader said) {
    this.process = process;
    this.address = address;
    this.said = said;
  }

  static RunningServer start(String... options) {
    return start(Map.of(), options);
  }

  /** Starts it with variables of its own in its environment. */
  static RunningServer start(Map<String, String> variables, String... options) {
    try {
      Process process = process(variables, SERVER, "serve", options);
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
        int at = line.indexOf(ADDRESS);
        if (at >= 0)
          return new RunningServer(process, line.substring(at).replaceAll("/?\\s.*$|/$", ""), said);
      }
      throw new IllegalStateException("The server ended without an address: " + lines);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The next line that it says with a word in it. */
  String says(String word) {
    try {
      for (String line = said.readLine(); line != null; line = said.readLine())
        if (line.contains(word)) return line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    throw new IllegalStateException("The server ended without a word of " + word);
  }

  /** Runs another command of the server to its end. */
  static void run(String command, String... options) {
    var _ = runJar(SERVER, command, options);
  }

  /** Runs a command of the packaged command line to its end. */
  static void runCommandLine(String command, String... options) {
    var _ = runJar(COMMAND_LINE, command, options);
  }

  /** Starts a command of the packaged command line; what it says is thrown away. */
  static Process commandLine(String command, String... options) throws IOException {
    Process process = process(Map.of(), COMMAND_LINE, command, options);
    Thread.ofVirtual().start(() -> drain(process));
    return process;
  }

  private static void drain(Process process) {
    try {
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException ended) {
      // it was killed while it said something
    }
  }

  /** What a command of the packaged command line says. */
  static String said(String command, String... options) {
    return runJar(COMMAND_LINE, command, options);
  }

  private static String runJar(Path jar, String command, String... options) {
    try {
      Process process = process(Map.of(), jar, command, options);
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) throw new IllegalStateException(said);
      return said;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Process process(
      Map<String, String> variables, Path jar, String name, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A process that lives for a minute would spend half of it on code that is never used again.
    command.addAll(List.of("-Xmx600m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-jar", jar.toString(), name));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // A machine that builds beside it makes its first answers slowly.
    builder.environment().put("ASCERTAIN_QUESTIONS_LIMIT", "30S");
    builder.environment().putAll(variables);
    Process process = builder.start();
    // However these tests end, it does not outlive them.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  String address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return java.net.URI.create(address).getPort();
  }

  /** Whether it has ended at the signal, and did not have to be killed. */
  boolean hasEndedByItself() {
    return !process.isAlive() && process.exitValue() != KILLED;
  }

  /** Ends it at once, as a power cut would. */
  void die() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) die();
    } catch (InterruptedException interrupted) {
      die();
      Thread.currentThread().interrupt();
    }
  }
}
