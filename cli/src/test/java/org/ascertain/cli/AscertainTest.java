package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class AscertainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          stnding 2020                    | 'ascertain' does not know 'stnding'. Did you mean 'standing'?
          foo                             | 'ascertain' does not know 'foo'.
          standing 2000 --lav 2004        | 'ascertain standing' does not know '--lav'. Did you mean '--law'?
          standing 2020 --units PA        | 'ascertain standing' does not know '--units'. Did you mean '--unit'?
          when 2020 called by AP          | CONDITION has to stand in quotes, as "called by AP".
          replay 2020 --speed x           | --speed takes a whole number, not 'x'.
          replay 2020 --speed 5 --instant | --speed and --instant do not go together; give one of them.
          prove 2020 x                    | INDEX takes a whole number, not 'x'.
          explain 2020                    | 'ascertain explain' needs FIGURE too.
          standing 2020 --at              | --at needs a value, T.
          standing 2020 --at soon         | --at: 'soon' is not a moment; write a day
          """)
  void wrong_usage_is_told_in_our_words(String line, String says) {
    Ran ran = Ran.run(line.split(" ", -1));
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).startsWith("ascertain: " + says);
  }

  @Test
  void help_goes_to_standard_output_and_names_every_command() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Usage: ascertain", "test", "bench");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void version_says_which_java_it_runs_on() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("ascertain ").contains("Java " + Runtime.version());
  }

  @Test
  void without_a_command_usage_goes_to_standard_error_and_the_usage_is_wrong() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Usage: ascertain");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void an_unknown_command_is_named_in_one_sentence_with_the_way_to_help() {
    assertThat(run("ascertian")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("'ascertain' does not know 'ascertian'.", "Try 'ascertain --help'");
    assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_fault_of_the_program_is_one_sentence_and_no_stack_trace() {
    assertThat(run("break")).isEqualTo(ExitCode.FAULT);
    assertThat(err.toString())
        .startsWith("This is a fault of Ascertain: IllegalStateException, the invariant broke.")
        .doesNotContain("\tat ")
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... args) {
    CommandLine commandLine = Ascertain.commandLine();
    commandLine.addSubcommand(new Break());
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Command(name = "break")
  static final class Break implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("the invariant broke\nand more");
    }
  }
}
