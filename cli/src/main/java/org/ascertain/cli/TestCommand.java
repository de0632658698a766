package org.ascertain.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Stands here for its help: the launcher runs the tests itself, as they need Maven and the sources.
 */
@SuppressWarnings("UnusedVariable") // options are declared for help alone
@Command(
    name = "test",
    description = "Runs every test. The last line says how many passed and failed.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--fuzz",
      description = "Look for new inputs that break the record's codec, for a minute.")
  private boolean fuzz;

  @Option(
      names = "--mutation",
      description = "Change the law's code bit by bit and see whether the tests notice.")
  private boolean mutation;

  @Option(
      names = "--install",
      description =
          "Install what is missing by apt-get first (done unasked as root where CI=true).")
  private boolean install;

  @Override
  public Integer call() {
    return BenchCommand.onlyByTheLauncher(spec);
  }
}
