package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with nothing but the launcher, in a folder whose name has a space. Its JDK, Maven,
 * Node, Chromium and PostgreSQL only say how they were called: {@code PATH} holds them and the
 * standard tools, and nothing else.
 */
final class Checkout {

  private static final List<String> STANDARD_TOOLS =
      List.of(
          "sh",
          "awk",
          "basename",
          "cat",
          "cksum",
          "cp",
          "cut",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "ln",
          "mkdir",
          "mkfifo",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "setsid",
          "sleep",
          "sort",
          "tee",
          "touch");

  private final Path temp;
  private final Path bin;
  private Path root;
  private final Map<String, String> environment = new HashMap<>();

  /** What a run of the launcher came to. */
  record Run(int exit, String out, String err) {
    String lastLine() {
      return out.lines().toList().getLast();
    }
  }

  /** Lays it out in an empty folder; the user is none that may install anything. */
  Checkout(Path temp) throws IOException {
    this.temp = temp;
    root = Files.createDirectories(temp.resolve("a checkout"));
    bin = Files.createDirectories(temp.resolve("bin"));
    Files.copy(Path.of("..", "ascertain"), file("ascertain"));
    Files.createDirectories(file(".ci"));
    Files.copy(Path.of("..", ".ci", "tests.sh"), file(".ci/tests.sh"));
    Files.createDirectories(file(".mvn"));
    Files.createFile(file("pom.xml"));
    for (String module : List.of("cli", "server", "bench")) {
      Files.createDirectories(file(module + "/src/main"));
      Files.createFile(file(module + "/pom.xml"));
      write(module + "/src/main/Main.java", "// " + module);
    }
    for (String tool : STANDARD_TOOLS) {
      program(tool, "exec %s \"$@\"".formatted(onPath(tool)));
    }
    program("id", "echo 1000");
    program("node", "echo v22.12.0");
    program("npm", "");
    program("chromium", "echo Chromium 140.0");
    program("initdb", "");
    program("pg_ctl", "");
    program("ip", "");
    set("ASCERTAIN_POSTGRES", temp.resolve("no PostgreSQL here").toString());
    set("PATH", bin.toString());
    set("ASCERTAIN_JAVA_HOME", jdk("25.0.1").toString());
    maven(
        """
        mkdir -p cli/target/quick/app bench/target/quick/app server/target/quick/quarkus-app
        touch cli/target/quick/app/cli-1.jar bench/target/quick/app/bench-1.jar server/target/quick/quarkus-app/quarkus-run.jar
        """);
  }

  Path file(String name) {
    return root.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
  }

  /** Makes a file older than anything else here. */
  void age(String name) throws IOException {
    Files.setLastModifiedTime(file(name), FileTime.fromMillis(1_000_000_000_000L));
  }

  void moveTo(String name) throws IOException {
    root = Files.move(root, temp.resolve(name));
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  void unset(String variable) {
    environment.remove(variable);
  }

  Path bin() {
    return bin;
  }

  /** Puts a shell script on PATH in place of what has that name. */
  void program(String name, String script) throws IOException {
    executable(bin.resolve(name), script);
  }

  void without(String program) throws IOException {
    Files.delete(bin.resolve(program));
  }

  /** A Maven that keeps how it was called and goes on as the script says. */
  void maven(String script) throws IOException {
    program("mvn", "echo \"$@\" >>'%s'\n%s".formatted(temp.resolve("mvn.log"), script));
  }

  /** The command lines of Maven so far. */
  List<String> builds() throws IOException {
    Path log = temp.resolve("mvn.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Path jdk(String version) throws IOException {
    Path jdk = Files.createDirectories(temp.resolve("jdk-" + version));
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    executable(jdk.resolve("bin/java"), "echo java %s \"$@\"".formatted(version));
    executable(jdk.resolve("bin/javac"), "");
    return jdk;
  }

  /** Makes an installation of it: programs that were built, a Java of its own, the commit. */
  void install(String commit) throws IOException {
    write("COMMIT", commit + "\n");
    for (String part : List.of("app/cli-1.jar", "server/quarkus-run.jar")) {
      Files.createDirectories(file("programs/" + part).getParent());
      Files.createFile(file("programs/" + part));
    }
    Files.createDirectories(file("cache"));
    Files.createDirectories(file("runtime/bin"));
    write("runtime/release", "JAVA_VERSION=\"25.0.3\"\n");
    executable(file("runtime/bin/java"), "echo its java \"$ASCERTAIN_COMMIT\" \"$@\"");
  }

  Run launch(String... args) throws IOException, InterruptedException {
    return finish(start(args));
  }

  Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(file("ascertain").toString()));
    command.addAll(List.of(args));
    return start(new ProcessBuilder(command));
  }

  Process start(ProcessBuilder builder) throws IOException {
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.descendants().forEach(ProcessHandle::destroyForcibly);
                  process.destroyForcibly();
                }));
    return process;
  }

  static Run finish(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " on PATH"));
  }
}
