package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ascertain.cli.Screen.SCREEN;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.CommandRun;
import org.ascertain.answers.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line: results on standard output, messages on standard error, {@link ExitCode} codes.
 * Each command is a class of its own that implements {@code Callable<Integer>} and is named here,
 * in the order in which help lists them.
 */
@Command(
    name = "ascertain",
    description =
        "From vote tallies to official result: what is known, how official it is, by whose word.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Ascertain implements Callable<Integer> {

  /** Each command, in the order in which help lists them. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          ReplayCommand.class,
          StandingCommand.class,
          WhenCommand.class,
          WatchCommand.class,
          LawCommand.class,
          ExplainCommand.class,
          ShowCommand.class,
          IdsCommand.class,
          ElectionsCommand.class,
          PathsCommand.class,
          PowerCommand.class,
          WhatIfCommand.class,
          AuditCommand.class,
          CheckCommand.class,
          CheckTextCommand.class,
          NewCommand.class,
          TokenCommand.class,
          InviteCommand.class,
          InboxCommand.class,
          KeptCommand.class,
          SendCommand.class,
          FeedCommand.class,
          ImportCommand.class,
          FollowCommand.class,
          ExportCommand.class,
          FormatsCommand.class,
          LogCommand.class,
          VerifyCommand.class,
          ProveCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          ServeCommand.class,
          PublishCommand.class,
          PackageCommand.class,
          TestCommand.class,
          BenchCommand.class,
          HelpCommand.class);

  private static final String HELP = "help";
  private static final int NARROWEST_HELP = 55;
  private static final int WIDEST_HELP = 100;

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    // What the ledger has to tell is a sentence like any other.
    System.setProperty("java.util.logging.SimpleFormatter.format", "ascertain: %5$s%n");
    Output output = Output.ofProcess();
    int exit = run(args);
    System.out.flush();
    output
        .lost()
        .ifPresent(why -> System.err.println("ascertain: Not all could be written: " + why + "."));
    System.exit(output.lost().isPresent() ? ExitCode.USAGE : exit);
  }

  /** Runs one command line and gives its exit code, whatever happens. */
  public static int run(String... args) {
    CommandLine line = args.length == 0 ? commandLine() : commandLine(args[0]);
    if (Screen.isTerminal())
      line.setUsageHelpWidth(Math.clamp(SCREEN.width(), NARROWEST_HELP, WIDEST_HELP));
    if (!isHelp(List.of(args))) {
      if (!isForPrograms(List.of(args))) line.setOut(forPeople(System.out));
      line.setErr(forPeople(System.err));
    }
    return CommandRun.of(line, args);
  }

  /** Help has nothing of anybody's but ours in it, and colours that picocli sets. */
  private static boolean isHelp(List<String> args) {
    return args.isEmpty()
        || args.getFirst().equals(HELP)
        || args.contains("--help")
        || args.contains("-h");
  }

  private static boolean isForPrograms(List<String> args) {
    return args.contains("--json")
        || (args.contains("--bytes") && !Screen.isTerminal())
        || (!args.isEmpty() && args.getFirst().equals("prove"));
  }

  /** What people read fits their terminal, and does nothing to it but be read. */
  private static PrintWriter forPeople(PrintStream to) {
    Writer text = new TerminalText(new OutputStreamWriter(to, UTF_8));
    return new PrintWriter(Screen.isTerminal() ? new Wrapped(text, SCREEN.width()) : text, true);
  }

  static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  /**
   * The line of one command: to build all of them takes a third of a short run. Of a word that is
   * no command's, all are needed to say which there are.
   */
  private static CommandLine commandLine(String word) {
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(each -> each.getAnnotation(Command.class).name().equals(word))
            .toList();
    return commandLine(named.isEmpty() || word.equals(HELP) ? COMMANDS : named);
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    CommandLine line = new CommandLine(new Ascertain());
    for (Class<?> each : commands)
      line.addSubcommand(new CommandLine(each)); // a line of its own, so that its model is finished
    return CommandRun.telling(line);
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }
}
