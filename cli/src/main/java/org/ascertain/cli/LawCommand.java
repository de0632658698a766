package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.LawJson;
import org.ascertain.answers.LawText;
import org.ascertain.law.Law;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rules in force for an election, and what they say without any fact. */
@Command(
    name = "law",
    description =
        "Gives the rules in force for an election, their citations, and the dates and electors they give.",
    footer = {"", "An election to come has its law too: law 2028."},
    mixinStandardHelpOptions = true)
final class LawCommand implements Callable<Integer> {

  private static final String PREFIX = "us-president-";

  @Spec private CommandSpec spec;

  @Mixin private ElectionArgument election;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    Law law = election.law();
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(LawJson.of(PREFIX + law.election(), law));
    else LawText.print(law, out, SCREEN);
    out.flush();
    return ExitCode.DONE;
  }
}
