package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.CheckText;
import org.ascertain.answers.ExitCode;
import org.ascertain.election.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds what is wrong with a record. */
@Command(
    name = "check",
    description = "Lists every problem of a record with line, code, field and advice.",
    footer = {"", "For example: check 2020"},
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    Soundness soundness = election.read();
    List<Problem> problems = new ArrayList<>(soundness.problems());
    if (problems.isEmpty()) problems.addAll(soundness.againstTheLaw());
    CheckText told =
        new CheckText(soundness.entries(), problems, soundness.further(), soundness.remarks());
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(told.json());
    else told.print(out);
    out.flush();
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }
}
