package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs one command line of either program, the command line's own and the server's: wrong usage,
 * trouble and faults are told alike on standard error.
 */
public final class CommandRun {

  /** Gives the exit code, whatever happens. */
  public static int of(CommandLine line, String... args) {
    return of(line, ConfigurationFile.Expanded.of(args));
  }

  /** The same of a command line that a file adds to. */
  public static int of(CommandLine line, ConfigurationFile.Expanded given) {
    try {
      return telling(line)
          .setParameterExceptionHandler((wrong, args) -> wrongUse(wrong, args, given.told()))
          .execute(given.args().toArray(String[]::new));
    } catch (Throwable fault) { // picocli lets errors through, such as a stack overflow
      return CrashReport.report(fault, new PrintWriter(System.err, true, UTF_8));
    }
  }

  /**
   * The same command line, which tells of wrong usage and of trouble in our words, and of numbers
   * in the same digits whatever the language of the machine.
   */
  public static CommandLine telling(CommandLine line) {
    Locale.setDefault(Locale.ROOT);
    return line.setParameterExceptionHandler(CommandRun::wrongUse)
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> ErrorText.report(fault, command.getErr()));
  }

  /** Says what is wrong with a command line, and gives the exit code for it. */
  public static int wrongUse(ParameterException wrong, String[] args) {
    return wrongUse(wrong, args, sentence -> sentence);
  }

  private static int wrongUse(ParameterException wrong, String[] args, UnaryOperator<String> told) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("ascertain: " + told.apply(UsageError.sentence(wrong, args)));
    err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private CommandRun() {}
}
