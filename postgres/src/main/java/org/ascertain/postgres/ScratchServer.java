package org.ascertain.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A server of PostgreSQL of its own, in a temporary folder, for tests and measurements: made of the
 * programs that the machine has, listening on this machine alone, with a password that nobody else
 * knows. It does not run for root; there it runs for the user {@code postgres} that its package
 * makes.
 */
public final class ScratchServer implements AutoCloseable {

  private static final String DEBIAN = "/usr/lib/postgresql";

  private static final String USER = "postgres";

  private static final int ATTEMPTS = 3;

  private final Path programs;
  private final Path folder;
  private final String password;
  private final AtomicInteger databases = new AtomicInteger();
  private int port;

  private ScratchServer(Path programs, Path folder, String password) {
    this.programs = programs;
    this.folder = folder;
    this.password = password;
  }

  /**
   * The folder of PostgreSQL's programs, if the machine has them; the newest of several. {@code
   * ASCERTAIN_POSTGRES} names it where it is not where Debian has it, or on {@code PATH}.
   */
  public static Optional<Path> programs() {
    Path usual = Path.of(System.getenv().getOrDefault("ASCERTAIN_POSTGRES", DEBIAN));
    List<Path> folders = new ArrayList<>(List.of(usual));
    if (Files.isDirectory(usual)) {
      try (Stream<Path> versions = Files.list(usual)) {
        versions
            .sorted(ScratchServer::newestFirst)
            .forEach(version -> folders.add(version.resolve("bin")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (String each : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
      if (!each.isEmpty()) folders.add(Path.of(each));
    return folders.stream().filter(bin -> Files.isExecutable(bin.resolve("initdb"))).findFirst();
  }

  private static int newestFirst(Path one, Path other) {
    return Integer.compare(number(other), number(one));
  }

  private static int number(Path version) {
    String digits = version.getFileName().toString().replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** Room for a server's files with those of some hundred small databases. */
  private static final long ENOUGH_BYTES = 4L << 30;

  private static final Path MEMORY = Path.of("/dev/shm");

  /**
   * Starts one for tests, in memory where there is enough of it: what ends there is a program, not
   * the power, so that no disk is waited for.
   *
   * @param settings like {@code wal_level=replica}
   * @throws IllegalStateException if the machine has no PostgreSQL
   */
  public static ScratchServer start(String... settings) {
    try {
      boolean roomy =
          Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
      return startIn(roomy ? MEMORY : Path.of("/tmp"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts one whose files lie below a folder.
   *
   * @param settings like {@code fsync=off}
   * @throws IllegalStateException if the machine has no PostgreSQL
   */
  public static ScratchServer startIn(Path below, String... settings) {
    Path programs =
        programs()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "PostgreSQL is needed and was not found; on Debian: apt-get install"
                            + " postgresql"));
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try {
      Path folder =
          Path.of(
              run(List.of("mktemp", "-d", below.resolve("ascertain-pg-XXXXXX").toString()), "")
                  .strip());
      ScratchServer server = new ScratchServer(programs, folder, password);
      server.make();
      server.listen(settings);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void make() throws IOException {
    run(List.of("sh", "-c", "umask 077; cat > " + folder.resolve("password")), password);
    program(
        "initdb",
        "-D",
        data().toString(),
        "-A",
        "scram-sha-256",
        "-U",
        USER,
        "-N",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--pwfile=" + folder.resolve("password"));
  }

  /** A free port can be taken before the server has it; then another is tried. */
  private void listen(String... settings) throws IOException {
    StringBuilder options = new StringBuilder("-k ").append(folder);
    options.append(" -c listen_addresses=127.0.0.1");
    for (String setting : settings) options.append(" -c ").append(setting);
    for (int attempt = 1; ; attempt++) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      try {
        program(
            "pg_ctl",
            "-D",
            data().toString(),
            "-l",
            folder.resolve("log").toString(),
            "-o",
            options + " -c port=" + port,
            "-w",
            "start");
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) throw e;
      }
    }
  }

  /**
   * Stops the server at once, as if the power failed; {@link #startAgain} goes on with its data.
   */
  public void stop() {
    try {
      program("pg_ctl", "-D", data().toString(), "-m", "immediate", "-w", "stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server that was stopped, on the same port, with the settings that it had. */
  public void startAgain() {
    try {
      program(
          "pg_ctl",
          "-D",
          data().toString(),
          "-w",
          "-l",
          folder.resolve("log").toString(),
          "restart");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a second one that takes in what this one commits, and that only reads until it is {@link
   * #promote promoted}. From then on this one waits for it at each commit.
   */
  public ScratchServer replica() {
    try {
      Path there = Path.of(run(List.of("mktemp", "-d", folder + "-replica-XXXXXX"), "").strip());
      ScratchServer replica = new ScratchServer(programs, there, password);
      run(
          List.of(
              "env",
              "PGPASSWORD=" + password,
              programs.resolve("pg_basebackup").toString(),
              "-h",
              "127.0.0.1",
              "-p",
              String.valueOf(port),
              "-U",
              USER,
              "--checkpoint=fast",
              "--write-recovery-conf",
              "--no-sync",
              "-D",
              replica.data().toString()),
          "");
      replica.listen("hot_standby=on");
      sql("postgres", "alter system set synchronous_standby_names = '*'");
      sql("postgres", "select pg_reload_conf()");
      return replica;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a replica a server that is written to. */
  public void promote() {
    try {
      program("pg_ctl", "-D", data().toString(), "-w", "promote");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets in whoever comes from a network of the machine, like {@code 10.0.0.0/30}. */
  public void admit(String network) {
    try {
      run(
          List.of("sh", "-c", "cat >> " + data().resolve("pg_hba.conf")),
          "host all all " + network + " scram-sha-256\n");
      sql("postgres", "select pg_reload_conf()");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a database, by the server's own user. */
  public String address(String database) {
    return "postgresql://%s:%s@%s/%s".formatted(USER, password, host(), database);
  }

  /** Where it listens. */
  public String host() {
    return "127.0.0.1:" + port;
  }

  /** The address of a database that nobody has used. */
  public String newDatabase() {
    String name = "scratch" + databases.incrementAndGet();
    sql("postgres", "create database " + name);
    return address(name);
  }

  /** Runs statements by psql; gives what it says. */
  public String sql(String database, String statements) {
    try {
      return run(
          List.of(
              "env",
              "PGPASSWORD=" + password,
              programs.resolve("psql").toString(),
              "-h",
              folder.toString(),
              "-p",
              String.valueOf(port),
              "-U",
              USER,
              "-qAt",
              "-v",
              "ON_ERROR_STOP=1",
              database),
          statements);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void program(String name, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(args));
    run(command, "");
  }

  private static String run(List<String> command, String in) throws IOException {
    List<String> whole = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name")))
      whole.addAll(List.of("runuser", "-u", USER, "--"));
    whole.addAll(command);
    Path said = Files.createTempFile("ascertain-pg", ".out");
    try {
      // the server goes on with what it was given to write to, so no pipe waits for its end
      Process process =
          new ProcessBuilder(whole)
              .directory(Path.of("/tmp").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      process.getOutputStream().write(in.getBytes(UTF_8));
      process.getOutputStream().close();
      int exit = process.waitFor();
      String text = Files.readString(said, UTF_8);
      if (exit != 0) throw new IOException(command.getFirst() + ": " + text);
      return text;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  /** Stops it, if it was not stopped, and removes its folder. */
  @Override
  public void close() {
    try {
      if (Files.exists(data().resolve("postmaster.pid"))) stop();
    } finally {
      remove();
    }
  }

  private void remove() {
    try {
      run(List.of("rm", "-rf", folder.toString()), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
