package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.FormatsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The formats of others that an election can be written in. */
@Command(
    name = "formats",
    description =
        "Lists the formats that an election is written in: what each keeps, loses and cannot say.",
    footer = {"", "For example: formats"},
    mixinStandardHelpOptions = true)
final class FormatsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(FormatsText.json());
    else FormatsText.print(out, SCREEN);
    out.flush();
    return ExitCode.DONE;
  }
}
