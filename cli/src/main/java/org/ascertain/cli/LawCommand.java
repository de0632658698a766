package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.LawJson;
import org.ascertain.answers.LawText;
import org.ascertain.answers.StateLawText;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Jurisdiction;
import org.ascertain.law.Law;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The rules in force for an election, and what they say without any fact. */
@Command(
    name = "law",
    description =
        "Gives the rules in force for an election, their citations, and the dates and electors they give.",
    footer = {"", "An election to come has its law too: law 2028 --jurisdiction GA."},
    mixinStandardHelpOptions = true)
final class LawCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ElectionArgument election;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Option(
      names = "--jurisdiction",
      paramLabel = "J",
      description = "The law of one state or of DC, by its code or name: GA, Georgia.")
  private @Nullable String jurisdiction;

  @Override
  public Integer call() {
    Law law = election.law();
    PrintWriter out = spec.commandLine().getOut();
    if (jurisdiction != null) print(law, named(law, jurisdiction), out);
    else if (json) out.println(LawJson.of(id(law), law));
    else LawText.print(law, out, SCREEN);
    out.flush();
    return ExitCode.DONE;
  }

  private static String id(Law law) {
    return new ElectionId(law.election()).toString();
  }

  private void print(Law law, Jurisdiction of, PrintWriter out) {
    if (json) out.println(LawJson.of(id(law), law, of));
    else StateLawText.print(law, of, out, SCREEN);
  }

  /** A jurisdiction that has electors in the election, by its code or name, whatever the case. */
  private Jurisdiction named(Law law, String name) {
    return Arrays.stream(Jurisdiction.values())
        .filter(of -> law.entitled().containsKey(of.name()))
        .filter(of -> of.name().equalsIgnoreCase(name) || of.title().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no jurisdiction '%s' in this election; write a code or a name, such as PA or Pennsylvania."
                        .formatted(name)));
  }
}
