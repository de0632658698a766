package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PowerText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much each unit matters by the allotment of an election. */
@Command(
    name = "power",
    description = "Says how much each unit matters by an allotment: Banzhaf, Shapley-Shubik.",
    footer = {"", "An election to come has its allotment too: power 2028."},
    mixinStandardHelpOptions = true)
final class PowerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    PowerText text = new PowerText(election.law());
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(text.json());
    else text.print(out, SCREEN);
    out.flush();
    return ExitCode.DONE;
  }
}
