package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    public void run() {}
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ascertain.conf"), text);
  }

  private ServeOptions read(String text, String... more) throws IOException {
    Serve serve = new Serve();
    CommandLine line = new CommandLine(serve);
    List<String> args = new ArrayList<>(List.of("--config", file(text).toString()));
    args.addAll(List.of(more));
    line.parseArgs(ConfigurationFile.expanded(line, args.toArray(String[]::new)));
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
    assertRefused("people = 1", "line 1", "'people' takes yes or no.");
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
    assertThat(ConfigurationFile.expanded(line, "--port", "1")).containsExactly("--port", "1");
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
