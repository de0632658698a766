package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** A server told by a file what it could be told on its command line. */
class ConfigurationFileTest {

  @TempDir private Path folder;

  @Command(name = "serve")
  private static final class Serve implements Runnable {
    @Mixin private ServeOptions options;

    @Override
    public void run() {
      options.check();
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ascertain.conf"), text);
  }

  private ServeOptions read(String text, String... more) throws IOException {
    Serve serve = new Serve();
    CommandLine line = new CommandLine(serve);
    List<String> args = new ArrayList<>(List.of("--config", file(text).toString()));
    args.addAll(List.of(more));
    line.parseArgs(
        ConfigurationFile.expanded(line, args.toArray(String[]::new))
            .args()
            .toArray(String[]::new));
    return serve.options;
  }

  private void assertRefused(String text, String... says) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ParameterException.class)
        .hasMessageContainingAll(says);
  }

  @Test
  void each_line_is_an_option_and_the_rest_keeps_its_default() throws IOException {
    ServeOptions options =
        read(
            """
            # where it listens
            port = 8081
              host=0.0.0.0
            data = /var/lib/a folder = with signs

            """);
    assertThat(options.port()).isEqualTo(8081);
    assertThat(options.host()).isEqualTo("0.0.0.0");
    assertThat(options.data()).contains(Path.of("/var/lib/a folder = with signs"));
    assertThat(options.managementPort()).isZero();
  }

  @Test
  void what_the_command_line_says_counts_instead() throws IOException {
    assertThat(read("port = 8081", "--port", "9").port()).isEqualTo(9);
    assertThat(read("port = 8081", "--port=9").port()).isEqualTo(9);
  }

  @Test
  void an_option_that_may_be_given_again_may_stand_again() throws IOException {
    assertThat(read("allow-address = a.example\nallow-address = b.example").notices().allowed())
        .containsExactly("a.example", "b.example");
  }

  @Test
  void a_switch_takes_yes_or_no() throws IOException {
    assertThat(read("people = yes\nrehearse = 2020").isWithPeople()).isTrue();
    assertThat(read("people = no").isWithPeople()).isFalse();
    assertRefused("people = 1", "line 1", "'people' takes yes or no, not '1'.");
  }

  @Test
  void an_unknown_key_is_refused_with_its_line_and_the_nearest_name() {
    assertRefused(
        "port = 1\n\nmanagment_port = 2", "line 3", "'managment_port'", "'management-port'");
  }

  @Test
  void what_is_about_the_command_line_itself_is_no_key() {
    assertRefused("config = other.conf", "there is no key 'config'");
    assertRefused("warm-up = yes", "there is no key 'warm-up'");
  }

  @Test
  void a_line_that_is_no_pair_one_without_a_value_and_one_that_stands_twice_are_refused() {
    assertRefused("port 8080", "'port 8080' is no KEY = VALUE.");
    assertRefused("site =", "'site' has no value.");
    assertRefused("port = 1\nport = 2", "line 2", "'port' is there twice.");
  }

  @Test
  void a_value_is_checked_as_on_the_command_line() {
    assertThatThrownBy(() -> read("port = eighty")).isInstanceOf(ParameterException.class);
    assertThatThrownBy(() -> read("log = xml").isLoggedAsJson())
        .hasMessage("--log takes text or json, not 'xml'.");
  }

  /** What a start with that file says. */
  private String said(String text, String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("--config", file(text).toString()));
    args.addAll(List.of(more));
    CommandLine line = new CommandLine(new Serve());
    StringWriter err = new StringWriter();
    line.setErr(new PrintWriter(err, true));
    try {
      ConfigurationFile.Expanded given =
          ConfigurationFile.expanded(line, args.toArray(String[]::new));
      if (CommandRun.of(line, given) == ExitCode.DONE) return "";
    } catch (ParameterException wrong) {
      CommandRun.wrongUse(wrong, args.toArray(String[]::new));
    }
    return err.toString().lines().findFirst().orElse("");
  }

  /** With what a key needs beside it to mean anything. */
  private static String with(String key) {
    return switch (key) {
      case "people", "speed", "from", "rate" -> "rehearse = 2020\n";
      case "mail" -> "mail-from = results@example.org\n";
      case "mail-from" -> "mail = relay.example.org:25\n";
      case "provider" -> "provider-client = ascertain\ndata = .\n";
      case "provider-client", "provider-secret" ->
          "provider = https://id.example.org\ndata = .\n"
              + (key.equals("provider-secret") ? "provider-client = ascertain\n" : "");
      default -> "";
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no such: value!",
        "-1",
        "70000 x",
        "https:?",
        "a b:c",
        "::::",
        "@",
        "relay.example.org:0 "
      })
  void a_value_that_means_nothing_is_refused_for_each_key_with_line_key_value_and_what_it_takes(
      String nonsense) throws IOException {
    String value = nonsense.strip();
    for (String key : ConfigurationFile.keys(new CommandLine(new Serve()))) {
      if (key.equals("provider-client") && !value.contains(" ")) continue; // any word may be one
      String before = with(key);
      assertThat(said(before + key + " = " + value))
          .as("%s = %s", key, value)
          .contains(", line " + (before.lines().count() + 1) + ": ", key, value)
          .containsPattern("takes? |write a day");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port = 65536",
        "port = -1",
        "management-port = 65536",
        "host = 192.0.2.1",
        "host = no.such.host.invalid",
        "data = /no/such/folder",
        "log = JSON",
        "site = results.example.org",
        "site = https://results.example.org/page",
        "site = https://results.example.org:99999",
        "mail = relay.example.org",
        "mail = relay.example.org:0",
        "mail = relay.example.org:65536",
        "mail = :25",
        "mail-from = results",
        "mail-from = a@b@example.org",
        "mail-from = results@-example.org",
        "allow-address = a.example,b.example",
        "allow-address = http://a.example",
        "allow-address = 10.0.0",
        "allow-address = 300.0.0.1",
        "allow-address = ::1",
        "provider = http://id.example.org",
        "provider = https://id.example.org?x",
        "provider-secret = /no/such/file",
        "provider-secret = /tmp",
        "rehearse = 2021x",
        "speed = 0",
        "speed = NaN",
        "speed = Infinity",
        "rate = -2",
        "rate = Infinity",
        "from = 2020-13-01",
        "people = true"
      })
  void a_value_that_almost_means_something_is_refused(String line) throws IOException {
    String key = line.replaceFirst(" = .*", "");
    assertThat(said(with(key) + line)).contains(", line ", key, line.replaceFirst(".* = ", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port = 0",
        "port = 65535",
        "host = ::1",
        "host = [::1]",
        "host = localhost",
        "host = 0.0.0.0",
        "site = https://results.example.org",
        "site = http://10.0.0.7:8080",
        "mail = relay.example.org:25",
        "mail = 127.0.0.1:2525",
        "mail = [::1]:25",
        "mail-from = election-results+2028@results.example.org",
        "allow-address = hooks",
        "allow-address = Hooks.Example.org",
        "allow-address = 10.0.0.7",
        "allow-address = [::1]",
        "provider = https://id.example.org/realms/desk",
        "provider = http://127.0.0.1:8081/desk",
        "provider-client = 3f2a.apps-example",
        "speed = 0.5",
        "rate = 200",
        "from = 2020-11-03T18:00:00-05:00",
        "people = no"
      })
  void what_means_something_is_taken(String line) throws IOException {
    assertThat(said(with(line.replaceFirst(" = .*", "")) + line)).isEmpty();
  }

  @Test
  void one_port_for_two_things_is_refused_unless_any_will_do() throws IOException {
    assertThat(said("port = 8080\nmanagement-port = 8080"))
        .contains(", line 1: ", "--port and --management-port are both 8080");
    assertThat(said("port = 0\nmanagement-port = 0")).isEmpty();
  }

  /** A line that the command line overrules is not where the fault is. */
  @Test
  void a_fault_of_the_command_line_is_none_of_the_file() throws IOException {
    assertThat(said("port = 1", "--port", "70000"))
        .contains("--port takes a number from 0 to 65535, not '70000'.")
        .doesNotContain("line 1");
  }

  @Test
  void of_a_key_that_stands_again_the_line_with_the_fault_is_told() throws IOException {
    assertThat(said("allow-address = a.example\nallow-address = b example"))
        .contains(", line 2: ", "'b example'");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    CommandLine line = new CommandLine(new Serve());
    assertThatThrownBy(() -> ConfigurationFile.expanded(line, "--config", "/no/such.conf"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("/no/such.conf");
  }

  @Test
  void without_a_file_nothing_is_added() {
    CommandLine line = new CommandLine(new Serve());
    assertThat(ConfigurationFile.expanded(line, "--port", "1").args())
        .containsExactly("--port", "1");
  }

  /** The page of operations tells of each, and the file that comes along has none that is not. */
  @Test
  void every_key_is_told_of() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    for (String key : ConfigurationFile.keys(new CommandLine(new Serve())))
      assertThat(page).contains("| `" + key + "` |");
  }

  @Test
  void the_file_that_a_package_brings_is_read() throws IOException {
    String text = Files.readString(Path.of("..", "package", "ascertain.conf"));
    assertThat(read(text).data()).contains(Path.of("/var/lib/ascertain"));
    assertThat(read(text.replaceAll("(?m)^# (?=[a-z-]+ = )", "")).isLoggedAsJson()).isTrue();
  }
}
