package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.FigureText;
import org.ascertain.answers.ProblemText;
import org.ascertain.answers.StandingJson;
import org.ascertain.answers.StandingText;
import org.ascertain.election.Problem;
import org.ascertain.election.When;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.record.Checkpoint;
import org.ascertain.standing.History;
import org.ascertain.standing.Ids;
import org.ascertain.standing.Standing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where an election stands, as of any moment. */
@Command(
    name = "standing",
    description =
        "Says where an election stands: how official it is, by whose word, on what evidence.",
    footer = {"", "For example: standing 2020 --at 2020-11-09 --unit Georgia"},
    mixinStandardHelpOptions = true)
final class StandingCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;
  @Mixin private KnownOption known;

  @Option(
      names = "--unit",
      paramLabel = "U",
      description = "One unit only, by code or name: PA, Georgia, ME-2.")
  private @Nullable String unit;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    if (json && known.asked().isEmpty() && !election.isScenario()) election.readForCheckpoint();
    History history = election.open(known.asked());
    When moment = at.asked().or(election::at).orElseGet(() -> ElectionAt.last(history));
    Optional<When> knownBy = election.known(known.asked());
    Caveat caveat = election.caveat(history);
    Standing standing = history.at(moment.effective());
    Optional<String> one = Optional.ofNullable(unit).map(written -> unit(written, history));
    PrintWriter out = spec.commandLine().getOut();
    if (json)
      out.println(
          StandingJson.of(only(standing, one), moment, knownBy, checkpoint(knownBy), caveat));
    else
      new StandingText(history.header(), standing, out, SCREEN).print(moment, knownBy, one, caveat);
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    for (Problem problem : standing.problems()) err.println(ProblemText.withLine(problem));
    err.flush();
    return ExitCode.DONE;
  }

  /**
   * The checkpoint of the record as it is. What was known at a moment is answered alike ever after,
   * so that no such answer names one, which changes with every entry.
   */
  private Optional<String> checkpoint(Optional<When> known) {
    return known.isPresent() ? Optional.empty() : election.ofLog().map(Checkpoint::text);
  }

  private String unit(String written, History history) {
    Ids ids = new Ids(history.header(), history.law());
    return ids.unitOfAppointment(written)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), FigureText.noUnit(written, ids.unit(written))));
  }

  private static Standing only(Standing standing, Optional<String> unit) {
    return unit.isEmpty()
        ? standing
        : standing.withUnits(
            standing.units().stream().filter(row -> row.unit().id().equals(unit.get())).toList());
  }
}
