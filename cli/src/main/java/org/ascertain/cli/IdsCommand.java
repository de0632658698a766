package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.IdsText;
import org.ascertain.standing.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** By which ids an election's persons and places are named. */
@Command(
    name = "ids",
    description = "Lists the ids of an election: candidates, tickets, callers, units, sources.",
    footer = {"", "For example: ids 2020"},
    mixinStandardHelpOptions = true)
final class IdsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open();
    Caveat caveat = election.caveat(history);
    PrintWriter out = spec.commandLine().getOut();
    IdsText text = new IdsText(history);
    if (json) out.println(text.json(caveat));
    else text.print(caveat, out, SCREEN);
    out.flush();
    return ExitCode.DONE;
  }
}
