package org.ascertain.cli;

import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PowerText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How much each unit matters by the allotment of an election. */
@Command(
    name = "power",
    description = "Says how much each unit matters by an allotment: Banzhaf, Shapley-Shubik.",
    footer = {"", "An election to come has its allotment too: power 2028."},
    mixinStandardHelpOptions = true)
final class PowerCommand implements Callable<Integer> {

  @Mixin private ElectionArgument election;

  @Mixin private FormOption form;

  @Override
  public Integer call() {
    PowerText text = new PowerText(election.law());
    form.give(text);
    return ExitCode.DONE;
  }
}
