package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PathsText;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which ways to a majority are open, and how few votes would undo the one there is. */
@Command(
    name = "paths",
    description =
        "Says which ways lead to the majority, which units can still matter, and how few votes"
            + " would undo it.",
    footer = {"", "For example: paths 2020 --at 2020-11-06T20:00:00-05:00"},
    mixinStandardHelpOptions = true)
final class PathsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;
  @Mixin private KnownOption known;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open(known.asked());
    election.require(PathsText.refusal(history.law()));
    When moment = at.asked().or(election::at).orElseGet(() -> StandingCommand.lastMoment(history));
    PathsText text = new PathsText(history, moment, election.caveat(history));
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(text.json());
    else text.print(out, SCREEN);
    out.flush();
    return ExitCode.DONE;
  }
}
