package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.Names;
import org.ascertain.election.Problem;
import org.ascertain.record.RecordReader.Reading;
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
    Reading reading = election.read();
    Soundness soundness = Soundness.of(reading);
    List<Problem> problems = new ArrayList<>(soundness.problems());
    problems.addAll(Soundness.againstTheLaw(reading));
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(asJson(problems));
    else {
      for (Problem problem : problems)
        out.printf("line %d: %s%n", problem.line(), RecordArgument.told(problem));
      long all = problems.size() + soundness.further();
      out.println(
          all == 0
              ? "No problem in %s entries.".formatted(Names.number(reading.entries().size()))
              : "%s in %s."
                  .formatted(
                      all == 1 ? "1 problem" : Names.number(all) + " problems",
                      election.written()));
    }
    out.flush();
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  private static String asJson(List<Problem> problems) {
    return JsonAnswer.object(
        json ->
            json.list(
                "problems",
                problems,
                problem -> {
                  json.number("line", problem.line());
                  json.text("code", problem.check().code());
                  json.text("path", problem.path());
                  json.text("sentence", problem.sentence());
                }));
  }
}
