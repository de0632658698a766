package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.standing.History;
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
    List<Problem> problems = new ArrayList<>(reading.problems());
    sense(reading).forEach(problems::add);
    problems.sort(Comparator.comparingLong(Problem::index));
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(asJson(problems));
    else {
      for (Problem problem : problems)
        out.printf(
            "line %d: %s %s%s%n",
            problem.line(), problem.check().code(), path(problem), problem.sentence());
      long all = problems.size() + reading.furtherProblems();
      out.println(
          all == 0
              ? "No problem in %s entries.".formatted(Names.number(reading.entries().size()))
              : "%s in %s."
                  .formatted(
                      all == 1 ? "1 problem" : Names.number(all) + " problems",
                      election.written()));
    }
    out.flush();
    return problems.isEmpty() ? Exit.DONE : Exit.NO;
  }

  /** What the law makes of the facts that could be read. */
  private static List<Problem> sense(Reading reading) {
    Optional<Header> header = History.header(reading.entries());
    if (header.isEmpty()) return List.of();
    int year = header.get().law().orElse(header.get().year());
    Optional<Law> law = Law.of(year);
    if (law.isEmpty())
      return List.of(new Problem(Check.UNKNOWN_YEAR, 0, "year", Integer.toString(year)));
    return History.of(reading.entries(), law.get(), History.ALL).standing().problems();
  }

  private static String path(Problem problem) {
    return problem.path().isEmpty() ? "" : problem.path() + ": ";
  }

  private static String asJson(List<Problem> problems) {
    return Json.object(
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
