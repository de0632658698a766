package org.ascertain.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ascertain.answers.ExitCode;
import org.ascertain.cli.Checkout.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher finds a JDK, builds what is run, and runs it. */
class LauncherTest {

  private static final String BUILDING = "Building Ascertain";
  private static final String PREPARING = "Preparing Ascertain for this JDK and place (once) ...";

  @TempDir private Path temp;

  private Checkout checkout;

  @BeforeEach
  void lay_out() throws IOException {
    checkout = new Checkout(temp);
  }

  @Test
  void the_first_use_builds_and_the_second_starts_at_once() throws Exception {
    assertThat(checkout.launch("standing", "2020").err())
        .contains(BUILDING + " (first use;")
        .endsWith(" done\n");
    Run second = checkout.launch("standing", "2020");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("java 25.0.1", "cli-1.jar standing 2020");
    assertThat(checkout.builds()).hasSize(1);
  }

  /** Behind a command it would print nothing, for that has no version of its own. */
  @Test
  void the_version_is_the_programs_behind_every_command() throws Exception {
    for (String command : new String[] {"standing", "serve", "bench", "test", "package"})
      assertThat(checkout.launch(command, "-V").out())
          .as(command)
          .contains("cli-1.jar --version")
          .doesNotContain(command);
    assertThat(checkout.launch("standing", "2020", "--version").out())
        .contains("cli-1.jar --version");
  }

  @Test
  void a_first_use_builds_what_it_runs_and_no_more() throws Exception {
    checkout.launch("standing", "2020");
    checkout.launch("bench", "fold");
    checkout.launch("serve");
    assertThat(checkout.builds()).hasSize(3);
    assertThat(checkout.builds().get(0)).contains("-pl cli -am package");
    assertThat(checkout.builds().get(1)).contains("-pl bench -am package");
    assertThat(checkout.builds().get(2)).contains("-pl server -am package");
  }

  @Test
  void a_source_that_changed_since_the_build_is_built() throws Exception {
    checkout.launch("--help");
    checkout.write("cli/src/main/Main.java", "// another");
    checkout.age(".ascertain/app-built");
    assertThat(checkout.launch("--help").err()).contains(BUILDING + " (sources changed;");
    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void a_source_of_a_module_that_is_not_run_is_no_reason_to_build() throws Exception {
    checkout.launch("--help");
    checkout.age(".ascertain/app-built");
    checkout.write("bench/src/main/Main.java", "// another");
    assertThat(checkout.launch("--help").err()).isEmpty();
  }

  @Test
  void a_removed_source_is_noticed() throws Exception {
    checkout.launch("--help");
    checkout.age(".ascertain/app-built");
    Files.delete(checkout.file("cli/src/main/Main.java"));
    checkout.launch("--help");
    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void the_same_sources_with_other_times_as_in_a_copy_are_not_built_again() throws Exception {
    checkout.launch("--help");
    checkout.age(".ascertain/app-built");
    assertThat(checkout.launch("--help").err()).isEmpty();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void a_moved_checkout_runs_and_says_what_it_prepares() throws Exception {
    checkout.launch("--help");
    checkout.moveTo("another place");
    assertThat(checkout.launch("--help").err()).isEqualTo(PREPARING + " done\n");
    assertThat(checkout.launch("--help").err()).isEmpty();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void an_installation_runs_on_its_own_java_and_needs_nothing_to_build_with() throws Exception {
    checkout.install("0123456789ab of 2028-11-08");
    checkout.without("mvn");
    checkout.without("node");
    checkout.unset("ASCERTAIN_JAVA_HOME");
    assertThat(checkout.launch("standing", "2020").out())
        .contains("its java", "programs/app/cli-1.jar standing 2020");
    assertThat(checkout.launch("serve", "--port", "0").out())
        .contains("its java", "programs/server/quarkus-run.jar serve --port 0");
    assertThat(checkout.builds()).isEmpty();
    assertThat(checkout.file(".ascertain")).doesNotExist();
  }

  @Test
  void an_installation_tells_its_commit() throws Exception {
    checkout.install("0123456789ab of 2028-11-08");
    assertThat(checkout.launch("--version").out())
        .contains("its java 0123456789ab of 2028-11-08", "cli-1.jar --version");
  }

  @Test
  void an_installation_is_prepared_at_once_or_at_the_first_start() throws Exception {
    checkout.install("0123456789ab of 2028-11-08");
    assertThat(checkout.launch("prepare").err()).isEqualTo((PREPARING + " done\n").repeat(2));
    assertThat(checkout.launch("--help").err()).isEmpty();
    assertThat(checkout.launch("serve").err()).isEmpty();
  }

  @Test
  void what_needs_a_checkout_is_left_to_the_program_to_refuse() throws Exception {
    checkout.install("0123456789ab of 2028-11-08");
    for (String command : new String[] {"test", "bench", "package"})
      assertThat(checkout.launch(command).out()).contains("cli-1.jar " + command);
  }

  @Test
  void two_at_once_build_once() throws Exception {
    Process first = checkout.start("--help");
    Process second = checkout.start("--help");
    assertThat(Checkout.finish(first).exit()).isZero();
    assertThat(Checkout.finish(second).exit()).isZero();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void a_lock_left_by_a_process_that_died_is_broken() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    lockedBy(dead.pid() + ".1");
    assertThat(checkout.launch("--help").exit()).isZero();
    assertThat(checkout.file(".ascertain/lock")).doesNotExist();
  }

  @Test
  void a_lock_left_by_a_process_whose_number_another_has_now_is_broken() throws Exception {
    lockedBy(ProcessHandle.current().pid() + ".1");
    assertThat(checkout.launch("--help").exit()).isZero();
  }

  private void lockedBy(String holder) throws IOException {
    Files.createDirectories(checkout.file(".ascertain"));
    Files.createSymbolicLink(checkout.file(".ascertain/lock"), Path.of(holder));
  }

  @Test
  void a_build_that_fails_says_why_and_exits_70() throws Exception {
    checkout.maven("echo '[ERROR] Main.java:[3,1] not a statement'; exit 1");
    Run run = checkout.launch("--help");
    assertThat(run.exit()).isEqualTo(ExitCode.FAULT);
    assertThat(run.err()).contains("Main.java:[3,1] not a statement", "the build failed");
    assertThat(run.out()).isEmpty();
    assertThat(checkout.file(".ascertain/lock")).doesNotExist();
  }

  @Test
  void a_signal_during_a_build_ends_it_within_five_seconds_and_leaves_no_lock() throws Exception {
    Path built = temp.resolve("building");
    checkout.maven("touch '%s'; trap '' TERM; sleep 600; sleep 600".formatted(built));
    Process launcher = checkout.start("--help");
    while (Files.notExists(built)) Thread.sleep(10); // as long as a test may take, and no longer
    launcher.toHandle().destroy();
    assertThat(launcher.waitFor(5, SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(143);
    assertThat(checkout.file(".ascertain/lock")).doesNotExist();
    assertThat(ProcessHandle.allProcesses())
        .extracting(process -> process.info().commandLine().orElse(""))
        .noneMatch(line -> line.contains(checkout.bin().resolve("mvn").toString()));
  }

  @Test
  void without_maven_one_sentence_says_how_to_get_it_and_the_exit_is_69() throws Exception {
    checkout.without("mvn");
    Run run = checkout.launch("--help");
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).hasLineCount(1).contains("Maven 3.8 or newer", "apt-get install maven");
  }

  @Test
  void the_page_is_not_built_with_a_node_that_is_too_old() throws Exception {
    checkout.program("node", "echo v18.19.0");
    Run run = checkout.launch("serve");
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).hasLineCount(1).contains("Node 20.19 or newer");
    assertThat(checkout.launch("--help").exit()).isZero();
  }

  @Test
  void a_jdk_that_is_named_and_too_old_is_refused_with_69() throws Exception {
    checkout.set("ASCERTAIN_JAVA_HOME", checkout.jdk("21.0.9").toString());
    Run run = checkout.launch("--help");
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).hasLineCount(1).contains("ASCERTAIN_JAVA_HOME", "no JDK 25 or newer");
  }

  @Test
  void the_lowest_jdk_of_25_or_newer_is_taken_wherever_it_is_found() throws Exception {
    checkout.unset("ASCERTAIN_JAVA_HOME");
    checkout.set("JAVA_HOME", checkout.jdk("26").toString());
    checkout.set(
        "PATH",
        checkout.jdk("25.0.2").resolve("bin")
            + ":"
            + checkout.jdk("17.0.15").resolve("bin")
            + ":"
            + checkout.bin());
    assertThat(checkout.launch("--help").out()).startsWith("java 25.0.2");
  }

  @Test
  void it_may_be_called_through_a_link_from_elsewhere_and_hands_on_arguments_as_they_are()
      throws Exception {
    Path link =
        Files.createSymbolicLink(checkout.bin().resolve("asc"), Path.of("../a checkout/ascertain"));
    ProcessBuilder builder =
        new ProcessBuilder(link.toString(), "when", "2020", "called by \"AP\" and Fox", "*");
    Run run = Checkout.finish(checkout.start(builder.directory(checkout.bin().toFile())));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("cli-1.jar when 2020 called by \"AP\" and Fox *");
  }

  @Test
  void help_that_is_asked_for_anywhere_is_given_and_nothing_is_run() throws Exception {
    assertThat(checkout.launch("bench", "fold", "--help").out())
        .contains("cli-1.jar bench fold --help");
    assertThat(checkout.launch("bench", "fold").out()).contains("bench-1.jar fold");
  }
}
