package org.ascertain.cli;

import java.util.concurrent.Callable;
import org.ascertain.answers.ServeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stands here for its help: the launcher starts module server, which has the command itself. */
@Command(name = "serve", description = ServeOptions.DESCRIPTION, mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // for its help alone
  @Mixin
  private ServeOptions options;

  @Override
  public Integer call() {
    return BenchCommand.onlyByTheLauncher(spec);
  }
}
