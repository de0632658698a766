package org.ascertain.cli;

import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Stands here for its help: the launcher starts module bench, which may use this one and not the
 * reverse.
 */
@SuppressWarnings("UnusedVariable") // options are declared for help alone
@Command(
    name = "bench",
    description = "Measures Ascertain against its limits and its peers.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  /** The measurements that module bench has, in its order; a test there says so. */
  static final String NAMES =
      "replay, fold, growth, sixty, parse, checks, watch, notices, ledger, store, intake, post, signin, desk, restore, soak, verify, kill, read, live, press, exchange, audit, scale, crowd, page";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The one measurement to make, of: " + NAMES + "; all without it.")
  private String name;

  @Override
  public Integer call() {
    return onlyByTheLauncher(spec);
  }

  static int onlyByTheLauncher(CommandSpec spec) {
    spec.commandLine()
        .getErr()
        .printf("ascertain: '%s' runs by the launcher, ./ascertain, in a checkout.%n", spec.name());
    return ExitCode.USAGE;
  }
}
