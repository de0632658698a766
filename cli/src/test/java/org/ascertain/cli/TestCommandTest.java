package org.ascertain.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ascertain.answers.ExitCode;
import org.ascertain.cli.Checkout.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ascertain test}: what it needs, how it closes, and that nothing of it runs on. */
class TestCommandTest {

  private static final String NINE_PASS =
      "echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0'";

  /**
   * Says that a package was asked for, and brings Chromium's shell or PostgreSQL when that is it.
   */
  private static final String APT_GET =
      """
      echo "apt-get $@" >>'%1$s/apt.log'
      case "$*" in *chromium-headless-shell*)
        printf '#!/bin/sh\\necho Chromium 140.0\\n' >'%1$s/bin/chromium-headless-shell'
        chmod +x '%1$s/bin/chromium-headless-shell' ;;
      *postgresql*)
        mkdir -p '%1$s/no PostgreSQL here/15/bin'
        cp '%1$s/bin/pg_ctl' '%1$s/no PostgreSQL here/15/bin/initdb'
        cp '%1$s/bin/pg_ctl' '%1$s/no PostgreSQL here/15/bin/pg_ctl' ;;
      esac
      """;

  @TempDir private Path temp;

  private Checkout checkout;

  @BeforeEach
  void lay_out() throws IOException {
    checkout = new Checkout(temp);
    checkout.maven(NINE_PASS);
  }

  @Test
  void it_closes_with_what_surefire_counted_in_all_modules() throws Exception {
    checkout.maven(
        """
        echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in A'
        echo '[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0'
        echo '[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0'
        """);
    Run run = checkout.launch("test");
    assertThat(run.lastLine()).isEqualTo("13 passed, 0 failed");
    assertThat(run.exit()).isZero();
  }

  @Test
  void the_closing_line_counts_the_scenarios_that_cannot_be_expressed_yet() throws Exception {
    checkout.maven(
        """
        mkdir -p cli/target/surefire-reports
        printf '7 scenarios, 2 pending\\nWhat a library says when it ends.\\n' >cli/target/surefire-reports/org.ascertain.cli.ScenariosTest-output.txt
        """
            + NINE_PASS);
    assertThat(checkout.launch("test").lastLine())
        .isEqualTo("9 passed, 0 failed (7 scenarios, 2 pending)");
  }

  @Test
  void a_failed_test_fails_the_run() throws Exception {
    checkout.maven("echo '[ERROR] Tests run: 9, Failures: 1, Errors: 2, Skipped: 1'; exit 1");
    Run run = checkout.launch("test");
    assertThat(run.lastLine()).isEqualTo("5 passed, 3 failed, 1 skipped");
    assertThat(run.exit()).isEqualTo(ExitCode.NO);
  }

  @Test
  void a_failed_test_fails_the_run_though_later_modules_are_tested() throws Exception {
    checkout.maven("echo '[ERROR] Tests run: 9, Failures: 1, Errors: 0, Skipped: 0'; " + NINE_PASS);
    Run run = checkout.launch("test");
    assertThat(checkout.builds().getFirst()).contains("-Dmaven.test.failure.ignore=true");
    assertThat(run.lastLine()).isEqualTo("17 passed, 1 failed");
    assertThat(run.exit()).isEqualTo(ExitCode.NO);
  }

  @Test
  void a_module_whose_tests_took_too_long_fails_the_run() throws Exception {
    checkout.maven(NINE_PASS + "; echo '[ERROR] There was a timeout in the fork'");
    assertThat(checkout.launch("test").exit()).isEqualTo(ExitCode.NO);
  }

  @Test
  void a_run_without_a_test_is_no_success() throws Exception {
    checkout.maven("echo '[INFO] BUILD SUCCESS'");
    Run run = checkout.launch("test");
    assertThat(run.lastLine()).isEqualTo("0 passed, 0 failed");
    assertThat(run.exit()).isEqualTo(ExitCode.NO);
  }

  @Test
  void tests_that_pass_in_a_build_that_fails_are_no_success() throws Exception {
    checkout.maven(NINE_PASS + "; exit 1");
    assertThat(checkout.launch("test").exit()).isEqualTo(ExitCode.NO);
  }

  @Test
  void one_module_or_one_class_is_tested_by_the_quick_profile() throws Exception {
    checkout.launch("test", "cli");
    checkout.launch("test", "cli", "OutputTest");
    assertThat(checkout.builds().get(0)).contains("-Dtest=org/ascertain/cli/*Test", "-Pquick");
    assertThat(checkout.builds().get(1)).contains("-Dtest=OutputTest", "-pl cli -am test");
    Run wrong = checkout.launch("test", "nothing");
    assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("test does not know 'nothing'");
  }

  @Test
  void a_browser_is_taken_by_whatever_name_it_has() throws Exception {
    checkout.without("chromium");
    // Ubuntu's, without its snap
    checkout.program("chromium-browser", "echo 'requires the chromium snap' >&2; exit 1");
    checkout.program("google-chrome-stable", "echo Google Chrome 140.0");
    checkout.maven(NINE_PASS + "; echo \"$ASCERTAIN_CHROMIUM\"");
    assertThat(checkout.launch("test").out())
        .contains(checkout.bin().resolve("google-chrome-stable").toString());
  }

  @Test
  void without_a_browser_one_sentence_comes_before_the_build_and_the_exit_is_69() throws Exception {
    checkout.without("chromium");
    for (String ci : List.of("", "true")) {
      checkout.set("CI", ci);
      Run run = checkout.launch("test");
      assertThat(run.exit()).isEqualTo(69);
      assertThat(run.err()).hasLineCount(1).contains("apt-get install chromium");
      assertThat(checkout.builds()).isEmpty();
    }
  }

  @Test
  void root_gets_the_browser_installed_with_a_fresh_index_and_is_told_in_one_line()
      throws Exception {
    checkout.without("chromium");
    checkout.program("id", "echo 0");
    checkout.program("apt-get", APT_GET.formatted(temp));
    installsChromium();
  }

  @Test
  void who_may_use_sudo_without_a_password_gets_the_browser_installed() throws Exception {
    checkout.without("chromium");
    checkout.program("sudo", "shift; exec \"$@\"");
    checkout.program("apt-get", APT_GET.formatted(temp));
    installsChromium();
  }

  @Test
  void the_shell_of_chromium_is_installed_beside_a_browser_only_when_asked_for() throws Exception {
    checkout.program("id", "echo 0");
    checkout.program("apt-get", APT_GET.formatted(temp));
    checkout.program("chmod", "exec /bin/chmod \"$@\"");
    checkout.program("true", "");
    checkout.maven(NINE_PASS + "; echo \"$ASCERTAIN_CHROMIUM\"");
    assertThat(checkout.launch("test").out()).contains(checkout.bin().resolve("chromium") + "\n");
    checkout.set("CI", "true");
    assertThat(checkout.launch("test").out())
        .contains(checkout.bin().resolve("chromium-headless-shell").toString());
  }

  private void installsChromium() throws Exception {
    checkout.program("chmod", "exec /bin/chmod \"$@\"");
    checkout.program("true", "");
    Run run = checkout.launch("test");
    assertThat(run.err())
        .isEqualTo(
            "Installing chromium-headless-shell for the tests of the page (apt-get) ... done\n");
    assertThat(Files.readAllLines(temp.resolve("apt.log")))
        .first()
        .asString()
        .startsWith("apt-get update");
    assertThat(run.lastLine()).isEqualTo("9 passed, 0 failed");
  }

  @Test
  void without_postgresql_one_sentence_comes_before_the_build_and_the_exit_is_69()
      throws Exception {
    checkout.without("initdb");
    for (String[] tests : new String[][] {{"test"}, {"test", "postgres"}}) {
      checkout.write("postgres/pom.xml", "");
      Run run = checkout.launch(tests);
      assertThat(run.exit()).isEqualTo(69);
      assertThat(run.err()).hasLineCount(1).contains("apt-get install postgresql");
      assertThat(checkout.builds()).isEmpty();
    }
  }

  @Test
  void root_gets_postgresql_installed_and_needs_the_user_that_it_runs_for() throws Exception {
    checkout.without("initdb");
    checkout.program("id", "[ \"$1\" = -u ] && echo 0");
    assertThat(checkout.launch("test").err()).contains("apt-get install postgresql");
    checkout.program("id", "echo 0");
    checkout.program("apt-get", APT_GET.formatted(temp));
    checkout.program("true", "");
    checkout.maven(NINE_PASS + "; echo \"$ASCERTAIN_POSTGRES\"");
    Run run = checkout.launch("test");
    assertThat(run.err())
        .isEqualTo("Installing postgresql for the tests of its store (apt-get) ... done\n");
    assertThat(run.out()).contains("no PostgreSQL here/15/bin\n");
  }

  @Test
  void what_a_failed_test_left_running_is_ended() throws Exception {
    checkout.maven("sleep 600 & echo \"left $!\"; exit 1");
    Run run = checkout.launch("test");
    assertThat(run.exit()).isEqualTo(ExitCode.NO);
    assertThat(runs(left(new BufferedReader(new StringReader(run.out()))))).isFalse();
  }

  @Test
  void a_signal_ends_the_run_and_all_that_it_started_within_five_seconds() throws Exception {
    checkout.maven("sleep 600 & echo \"left $!\"; trap '' TERM; sleep 600; sleep 600");
    Process test = checkout.start("test");
    long left = left(test.inputReader());
    test.toHandle().destroy();
    assertThat(test.waitFor(5, SECONDS)).isTrue();
    assertThat(test.exitValue()).isEqualTo(143);
    assertThat(runs(left)).isFalse();
    assertThat(checkout.file(".ascertain/lock")).doesNotExist();
  }

  private static long left(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (!line.startsWith("left ")) line = said.readLine();
    return Long.parseLong(line.substring("left ".length()));
  }

  /** A process that has ended and that nobody asked for its exit code has no command any more. */
  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }
}
