package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL where the machine has it, in a folder of its own for the time of a measurement, asked
 * by its own psql. It does not run for root: there it runs for the user that Debian makes for it.
 */
final class PostgresPeer implements AutoCloseable {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;

  private PostgresPeer(Path programs, Path folder) {
    this.programs = programs;
    this.folder = folder;
  }

  /** Starts one; empty where there is none. */
  static Optional<PostgresPeer> start() throws IOException {
    Optional<Path> programs = programs();
    if (programs.isEmpty()) return Optional.empty();
    Path folder = Path.of(run(List.of("mktemp", "-d", "/tmp/ascertain-bench-pg-XXXXXX")).strip());
    PostgresPeer peer = new PostgresPeer(programs.get(), folder);
    Path data = folder.resolve("data");
    peer.program("initdb", "-D", data.toString(), "-A", "trust", "-U", "postgres");
    peer.program(
        "pg_ctl",
        "-D",
        data.toString(),
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-k " + folder + " -c listen_addresses=''",
        "-w",
        "start");
    return Optional.of(peer);
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(DEBIAN)) return Optional.empty();
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Path::compareTo);
    }
  }

  /** Copies a file of six columns into a table; gives the seconds, psql's start with them. */
  double copy(Path file) throws IOException {
    sql(
        "create table returns (unit text, at text, source text, biden text, trump text, total text)");
    Path readable = folder.resolve("returns.csv");
    run(List.of("sh", "-c", "cat > " + readable), Files.readAllBytes(file));
    long began = System.nanoTime();
    sql("copy returns from '" + readable + "' with (format csv, header)");
    return (System.nanoTime() - began) / 1e9;
  }

  private void sql(String statement) throws IOException {
    program("psql", "-h", folder.toString(), "-U", "postgres", "-q", "-c", statement, "postgres");
  }

  private void program(String name, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(args));
    run(command);
  }

  private static String run(List<String> command) throws IOException {
    return run(command, new byte[0]);
  }

  private static String run(List<String> command, byte[] in) throws IOException {
    List<String> whole = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name")))
      whole.addAll(List.of("runuser", "-u", "postgres", "--"));
    whole.addAll(command);
    Path said = Files.createTempFile("ascertain-bench", ".out");
    try {
      // the server goes on with what it was given to write to, so no pipe waits for its end
      Process process =
          new ProcessBuilder(whole)
              .directory(Path.of("/tmp").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      process.getOutputStream().write(in);
      process.getOutputStream().close();
      int exit = process.waitFor();
      String text = Files.readString(said, UTF_8);
      if (exit != 0) throw new IOException(String.join(" ", command) + ": " + text);
      return text;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  @Override
  public void close() throws IOException {
    program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
    run(List.of("rm", "-r", folder.toString()));
  }
}
