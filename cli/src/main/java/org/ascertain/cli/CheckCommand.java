package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.Names;
import org.ascertain.answers.ProblemText;
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
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> remarks = soundness.remarks();
    if (json) out.println(asJson(problems, remarks));
    else {
      for (Problem problem : problems) tell(out, problem);
      for (Problem remark : remarks) tell(out, remark);
      out.println(sum(soundness.entries(), problems.size() + soundness.further(), remarks.size()));
    }
    out.flush();
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  private static void tell(PrintWriter out, Problem problem) {
    out.printf("line %d: %s%n", problem.line(), ProblemText.of(problem));
  }

  private static String sum(long read, long problems, long remarks) {
    String entries = Names.several(read, "entry", "entries");
    return problems == 0 && remarks == 0
        ? "No problem in " + entries + "."
        : entries
            + ": "
            + Names.several(problems, "problem", "problems")
            + ", "
            + Names.several(remarks, "remark", "remarks");
  }

  private static String asJson(List<Problem> problems, List<Problem> remarks) {
    return JsonAnswer.object(
        json -> {
          json.list("problems", problems, problem -> write(json, problem));
          json.list("remarks", remarks, remark -> write(json, remark));
        });
  }

  private static void write(JsonAnswer json, Problem problem) throws IOException {
    json.number("line", problem.line());
    json.text("code", problem.check().code());
    json.text("path", problem.path());
    json.text("sentence", problem.sentence());
  }
}
