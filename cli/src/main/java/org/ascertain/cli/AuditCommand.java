package org.ascertain.cli;

import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The joint audit of a national majority. */
@Command(
    name = "audit",
    description =
        "The joint audit of a national majority: its evidence, its cost, which cards to draw.",
    subcommands = {
      AuditStatusCommand.class,
      AuditPlanCommand.class,
      AuditSampleCommand.class,
      AuditCompareCommand.class
    },
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }
}
