package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Fact;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Turns;
import org.ascertain.standing.Turns.Turn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** When somebody's own meaning of official came true. */
@Command(
    name = "when",
    description = "Says when a condition came true, for whom, and whether it was undone.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "CONDITION, for example:",
      "  \"voted >= 270\"                  electors who have voted; also reported, called, certified,",
      "                                  ascertained, counted; \"majority\" in place of a number",
      "  \"called by AP and Fox and NBC\"   all three have called the presidency; called(PA) by AP",
      "  declared, in-office             announced by Congress; term begun and oath taken",
      "  settled, settled(PA)            what is outstanding can no longer change it",
      "  \"stage(PA) >= certified\", \"leads(GA, biden)\"",
      "Join them by and, or, not and parentheses. Exit code 1 if it never came true."
    })
final class WhenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Parameters(
      index = "1",
      paramLabel = "CONDITION",
      description = "A meaning of official; see below.")
  private String text;

  @Option(
      names = "--known",
      paramLabel = "T",
      converter = ElectionArgument.MomentConverter.class,
      description = "By what was known at this moment; everything in the record without it.")
  private @Nullable When known;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    ElectionArgument.Opened opened = election.open();
    History history = opened.history(Optional.ofNullable(known));
    Condition condition =
        switch (ConditionParser.parse(text, history.header(), history.law())) {
          case Parsed.Understood(var understood) -> understood;
          case Parsed.NotUnderstood(int place, var problem) ->
              throw new ParameterException(
                  spec.commandLine(),
                  "The condition is not understood: %s.%n  %s%n  %s^"
                      .formatted(problem, text, " ".repeat(place)));
        };
    Evaluation answer = Evaluation.of(condition, history);
    PrintWriter out = spec.commandLine().getOut();
    if (json)
      out.println(
          Json.object(inside -> TurnsJson.write(inside, opened.header().election(), answer)));
    else print(new Names(history.header()), answer, out);
    out.flush();
    return answer.everHeld() ? Exit.DONE : Exit.NO;
  }

  private static void print(Names names, Evaluation answer, PrintWriter out) {
    out.println(answer.condition());
    for (Turn turn : answer.turns()) {
      out.printf(
          "  %s%s, by entry %d (%s)%n",
          names.of(turn.candidate()),
          Telling.since(
              turn.since().given(),
              turn.since().entry(),
              isImplied(answer.condition(), turn.since().entry().fact())),
          turn.since().entry().index(),
          Telling.briefly(turn.since().entry().fact(), names));
      if (turn.until().isPresent())
        out.printf(
            "    until %s, undone by entry %d (%s)%n",
            edge(turn.until().get()),
            turn.until().get().entry().index(),
            Telling.briefly(turn.until().get().entry().fact(), names));
      else out.println("    stands");
    }
    if (!answer.everHeld()) out.println("  never came true");
    for (String missing : answer.missing()) out.println("  missing: " + missing);
  }

  private static String edge(Turns.Edge edge) {
    return Telling.time(edge.given(), edge.entry());
  }

  /** Whether a condition came true by a fact that only implies what is asked for. */
  static boolean isImplied(Condition condition, Fact by) {
    return switch (condition) {
      case Condition.AtLeast(Rung rung, var electors) -> Telling.implies(rung, by);
      case Condition.Stage(var unit, Rung rung) -> Telling.implies(rung, by);
      case Condition.And(var all) -> all.stream().anyMatch(each -> isImplied(each, by));
      case Condition.Or(var any) -> any.stream().anyMatch(each -> isImplied(each, by));
      default -> false;
    };
  }
}
