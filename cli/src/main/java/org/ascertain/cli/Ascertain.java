package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: results on standard output, messages on standard error, {@link Exit} codes.
 * Each command is a class of its own that implements {@code Callable<Integer>} and is named here,
 * in the order in which help lists them.
 */
@Command(
    name = "ascertain",
    description =
        "From vote tallies to official result: what is known, how official it is, by whose word.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ReplayCommand.class,
      StandingCommand.class,
      WhenCommand.class,
      LawCommand.class,
      ExplainCommand.class,
      ElectionsCommand.class,
      CheckCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      LogCommand.class,
      VerifyCommand.class,
      ProveCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ServeCommand.class,
      PublishCommand.class,
      TestCommand.class,
      BenchCommand.class,
      HelpCommand.class
    })
public final class Ascertain implements Callable<Integer> {

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    Output output = Output.ofProcess();
    int exit = run(args);
    System.out.flush();
    output
        .lost()
        .ifPresent(why -> System.err.println("ascertain: Not all could be written: " + why + "."));
    System.exit(output.lost().isPresent() ? Exit.USAGE : exit);
  }

  /** Runs one command line and gives its exit code, whatever happens. */
  static int run(String... args) {
    return run(CommandLine.defaultFactory(), args);
  }

  /**
   * The same with commands that modules above this one bring.
   *
   * @param commands makes each command of its class
   */
  public static int run(CommandLine.IFactory commands, String... args) {
    try {
      return commandLine(commands).execute(args);
    } catch (Throwable fault) { // picocli lets errors through, such as a stack overflow
      return Fault.report(fault, new PrintWriter(System.err, true, UTF_8));
    }
  }

  static CommandLine commandLine() {
    return commandLine(CommandLine.defaultFactory());
  }

  private static CommandLine commandLine(CommandLine.IFactory commands) {
    return new CommandLine(new Ascertain(), commands)
        .setParameterExceptionHandler((wrong, args) -> usageError(wrong))
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> Trouble.report(fault, command.getErr()));
  }

  private static int usageError(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = command.getErr();
    err.println("ascertain: " + sentence(wrong, name));
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.printf("Try '%s --help'.%n", name);
    return Exit.USAGE;
  }

  private static String sentence(ParameterException wrong, String command) {
    return wrong instanceof UnmatchedArgumentException unmatched
        ? "'%s' does not know '%s'.".formatted(command, unmatched.getUnmatched().getFirst())
        : Objects.requireNonNullElse(wrong.getMessage(), "wrong usage");
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    command.usage(command.getErr());
    return Exit.USAGE;
  }
}
