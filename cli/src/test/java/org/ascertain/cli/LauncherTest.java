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
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, with a JDK and a Maven that only say how they were called:
 * {@code PATH} holds them and the standard tools, and nothing else.
 */
class LauncherTest {

  private static final List<String> STANDARD_TOOLS =
      List.of(
          "sh",
          "awk",
          "basename",
          "cat",
          "cksum",
          "cp",
          "dirname",
          "find",
          "head",
          "id",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tee",
          "touch");

  @TempDir private Path temp;

  private Path checkout;
  private Path bin;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void lay_out_a_checkout_whose_path_has_a_space() throws IOException {
    checkout = Files.createDirectories(temp.resolve("a checkout"));
    bin = Files.createDirectories(temp.resolve("bin"));
    Files.copy(Path.of("..", "ascertain"), checkout.resolve("ascertain"));
    Files.createDirectories(checkout.resolve(".mvn"));
    Files.createFile(checkout.resolve("pom.xml"));
    Files.createDirectories(checkout.resolve("bench/src/main"));
    Files.createFile(checkout.resolve("bench/pom.xml"));
    Files.createFile(checkout.resolve("bench/src/main/Bench.java"));
    for (String tool : STANDARD_TOOLS) {
      executable(bin.resolve(tool), "exec %s \"$@\"".formatted(onPath(tool)));
    }
    environment.put("PATH", bin.toString());
    environment.put("ASCERTAIN_JAVA_HOME", jdk("25.0.1").toString());
    maven(
        "mkdir -p bench/target/app && touch bench/target/app/cli-1.jar bench/target/app/bench-1.jar");
  }

  @Test
  void the_first_use_builds_and_the_second_starts_at_once() throws Exception {
    assertThat(launch("standing", "2020").err).contains("Building Ascertain (first use) ... done");
    Run second = launch("standing", "2020");
    assertThat(second.err).isEmpty();
    assertThat(second.out).contains("java 25.0.1", "cli-1.jar standing 2020");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_source_newer_than_the_build_is_built() throws Exception {
    launch("--help");
    age(checkout.resolve(".ascertain/built"));
    assertThat(launch("--help").err).contains("Building Ascertain (sources changed) ... done");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_removed_source_is_noticed() throws Exception {
    launch("--help");
    age(checkout.resolve("pom.xml"));
    age(checkout.resolve("bench/pom.xml"));
    age(checkout.resolve(".mvn"));
    age(checkout.resolve(".ascertain/built"));
    Files.delete(checkout.resolve("bench/src/main/Bench.java"));
    launch("--help");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void two_at_once_build_once() throws Exception {
    Process first = start("--help");
    Process second = start("--help");
    assertThat(finish(first).exit).isZero();
    assertThat(finish(second).exit).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_lock_left_by_a_process_that_died_is_broken() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(checkout.resolve(".ascertain"));
    Files.createSymbolicLink(
        checkout.resolve(".ascertain/lock"), Path.of(Long.toString(dead.pid())));
    assertThat(launch("--help").exit).isZero();
    assertThat(checkout.resolve(".ascertain/lock")).doesNotExist();
  }

  @Test
  void a_build_that_fails_says_why_and_exits_70() throws Exception {
    maven("echo '[ERROR] Bench.java:[3,1] not a statement'; exit 1");
    Run run = launch("--help");
    assertThat(run.exit).isEqualTo(ExitCode.FAULT);
    assertThat(run.err).contains("Bench.java:[3,1] not a statement", "the build failed");
    assertThat(run.out).isEmpty();
    assertThat(checkout.resolve(".ascertain/lock")).doesNotExist();
  }

  @Test
  void without_maven_one_sentence_says_how_to_get_it_and_the_exit_is_69() throws Exception {
    Files.delete(bin.resolve("mvn"));
    Run run = launch("--help");
    assertThat(run.exit).isEqualTo(69);
    assertThat(run.err).hasLineCount(1).contains("Maven 3.8 or newer", "apt-get install maven");
  }

  @Test
  void a_jdk_that_is_named_and_too_old_is_refused_with_69() throws Exception {
    environment.put("ASCERTAIN_JAVA_HOME", jdk("21.0.9").toString());
    Run run = launch("--help");
    assertThat(run.exit).isEqualTo(69);
    assertThat(run.err).hasLineCount(1).contains("ASCERTAIN_JAVA_HOME", "no JDK 25 or newer");
  }

  @Test
  void the_lowest_jdk_of_25_or_newer_is_taken_wherever_it_is_found() throws Exception {
    environment.remove("ASCERTAIN_JAVA_HOME");
    environment.put("JAVA_HOME", jdk("26").toString());
    environment.put(
        "PATH", jdk("25.0.2").resolve("bin") + ":" + jdk("17.0.15").resolve("bin") + ":" + bin);
    assertThat(launch("--help").out).startsWith("java 25.0.2");
  }

  @Test
  void it_may_be_called_through_a_link_from_elsewhere_and_hands_on_arguments_as_they_are()
      throws Exception {
    Path link = Files.createSymbolicLink(bin.resolve("asc"), Path.of("../a checkout/ascertain"));
    ProcessBuilder builder =
        new ProcessBuilder(link.toString(), "when", "2020", "called by \"AP\" and Fox", "*");
    Run run = finish(start(builder.directory(bin.toFile())));
    assertThat(run.exit).isZero();
    assertThat(run.out).contains("cli-1.jar when 2020 called by \"AP\" and Fox *");
  }

  @Test
  void help_that_is_asked_for_anywhere_is_given_and_nothing_is_run() throws Exception {
    assertThat(launch("bench", "fold", "--help").out).contains("cli-1.jar bench fold --help");
    assertThat(launch("bench", "fold").out).contains("bench-1.jar fold");
  }

  @Test
  void tests_close_with_what_surefire_counted_in_all_modules() throws Exception {
    maven(
        """
        echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in A'
        echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0'
        echo '[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0'
        """);
    Run run = launch("test");
    assertThat(run.out.lines().toList().getLast()).isEqualTo("13 passed, 0 failed");
    assertThat(run.exit).isZero();
  }

  @Test
  void the_closing_line_counts_the_scenarios_that_cannot_be_expressed_yet() throws Exception {
    maven(
        """
        mkdir -p cli/target/surefire-reports
        echo '7 scenarios, 2 pending' >cli/target/surefire-reports/org.ascertain.cli.ScenariosTest-output.txt
        echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0'
        """);
    assertThat(launch("test").out.lines().toList().getLast())
        .isEqualTo("9 passed, 0 failed (7 scenarios, 2 pending)");
  }

  @Test
  void a_failed_test_fails_the_run() throws Exception {
    maven("echo '[ERROR] Tests run: 9, Failures: 1, Errors: 2, Skipped: 1'; exit 1");
    Run run = launch("test");
    assertThat(run.out.lines().toList().getLast()).isEqualTo("5 passed, 3 failed, 1 skipped");
    assertThat(run.exit).isEqualTo(ExitCode.NO);
  }

  @Test
  void a_run_without_a_test_is_no_success() throws Exception {
    maven("echo '[INFO] BUILD SUCCESS'");
    Run run = launch("test");
    assertThat(run.out.lines().toList().getLast()).isEqualTo("0 passed, 0 failed");
    assertThat(run.exit).isEqualTo(ExitCode.NO);
  }

  @Test
  void tests_that_pass_in_a_build_that_fails_are_no_success() throws Exception {
    maven("echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0'; exit 1");
    assertThat(launch("test").exit).isEqualTo(ExitCode.NO);
  }

  private record Run(int exit, String out, String err) {}

  private Run launch(String... args) throws Exception {
    return finish(start(args));
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("ascertain").toString()));
    command.addAll(List.of(args));
    return start(new ProcessBuilder(command));
  }

  private Process start(ProcessBuilder builder) throws IOException {
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Run finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  private long builds() throws IOException {
    try (Stream<String> calls = Files.lines(temp.resolve("mvn.log"))) {
      return calls.filter(call -> call.endsWith("package")).count();
    }
  }

  /** Makes a file older than anything else here. */
  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
  }

  private void maven(String script) throws IOException {
    executable(
        bin.resolve("mvn"), "echo \"$@\" >>'%s'\n%s".formatted(temp.resolve("mvn.log"), script));
  }

  private Path jdk(String version) throws IOException {
    Path jdk = Files.createDirectories(temp.resolve("jdk-" + version));
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    executable(jdk.resolve("bin/java"), "echo java %s \"$@\"".formatted(version));
    executable(jdk.resolve("bin/javac"), "");
    return jdk;
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
