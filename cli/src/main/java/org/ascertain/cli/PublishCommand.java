package org.ascertain.cli;

import java.util.concurrent.Callable;
import org.ascertain.answers.PublishOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stands here for its help: the launcher starts module server, which has the command itself. */
@Command(
    name = "publish",
    description = {PublishOptions.DESCRIPTION, PublishOptions.USE},
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // for its help alone
  @Mixin
  private PublishOptions options;

  @Override
  public Integer call() {
    return BenchCommand.onlyByTheLauncher(spec);
  }
}
