package org.ascertain.server;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ascertain.answers.CommandRun;
import org.ascertain.answers.ConfigurationFile;
import org.ascertain.answers.CrashReport;
import org.ascertain.answers.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The server's own program: the two commands that need a page. All others are module cli's. */
@QuarkusMain
@Command(
    name = "ascertain",
    subcommands = {ServeCommand.class, PublishCommand.class})
public final class ServerMain implements Callable<Integer> {

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    // Pictures are drawn in memory; no screen is asked for, whatever DISPLAY says.
    System.setProperty("java.awt.headless", "true");
    // What went wrong is told in a sentence; where in the program it did, to who asks for it.
    if (CrashReport.isTraceAsked()) System.setProperty("ascertain.trace", "%e");
    System.exit(run(args));
  }

  /** Runs one command line and gives its exit code. */
  static int run(String... args) {
    CommandLine line = new CommandLine(new ServerMain());
    CommandLine serve = Objects.requireNonNull(line.getSubcommands().get("serve"));
    try {
      return CommandRun.of(line, ConfigurationFile.expanded(serve, args));
    } catch (ParameterException wrong) {
      return CommandRun.wrongUse(wrong, args);
    }
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
