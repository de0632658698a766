package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs one command line of either program, the command line's own and the server's: wrong usage,
 * trouble and faults are told alike on standard error.
 */
public final class CommandRun {

  /** Gives the exit code, whatever happens. */
  public static int of(CommandLine line, String... args) {
    try {
      return telling(line).execute(args);
    } catch (Throwable fault) { // picocli lets errors through, such as a stack overflow
      return CrashReport.report(fault, new PrintWriter(System.err, true, UTF_8));
    }
  }

  /** The same command line, which tells of wrong usage and of trouble in our words. */
  public static CommandLine telling(CommandLine line) {
    return line.setParameterExceptionHandler(CommandRun::usageError)
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> ErrorText.report(fault, command.getErr()));
  }

  private static int usageError(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("ascertain: " + UsageError.sentence(wrong, args));
    err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private CommandRun() {}
}
