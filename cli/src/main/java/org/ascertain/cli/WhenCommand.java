package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.OfficialTable;
import org.ascertain.answers.TurnsJson;
import org.ascertain.answers.TurnsText;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Washington;
import org.ascertain.standing.History;
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
      "  \"voted >= 270\"",
      "      electors who have voted; also reported, called,",
      "      certified, ascertained, counted; \"majority\" in",
      "      place of a number",
      "  \"called by AP and Fox and NBC\"",
      "      all three have called the presidency;",
      "      \"called(PA) by AP\": the state",
      "  declared, in-office",
      "      announced by Congress; term begun, oath taken",
      "  settled, \"settled(PA)\"",
      "      what is outstanding can no longer change it",
      "  \"stage(PA) >= certified\", \"leads(GA, biden)\",",
      "  \"popular vote leads\", conceded,",
      "  \"acknowledged by 'Russia'\",",
      "  \"2 of (AP, Fox, NBC) call\", \"voted = 306\",",
      "  \"on or after 2021-01-20\", \"deadline CAL.SAFE.1887 passed\"",
      "Join them by and, or, not and parentheses; then",
      "  \"... steady for PT10M\" (held so long without a break),",
      "  \"... else in-office by 2021-01-20\" (decides at the end",
      "      of that day, if the first holds for nobody)",
      "Exit code 0 if it ever came true, 1 if it never did, 3 if",
      "this record cannot tell: what it lacks may have been."
    })
final class WhenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;
  @Mixin private KnownOption known;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CONDITION",
      description = "A meaning of official; see below. Without one, when each usual one came true.")
  private @Nullable String text;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open(known.asked());
    Caveat caveat = election.caveat(history);
    PrintWriter out = spec.commandLine().getOut();
    if (text == null) return all(history, caveat, out);
    String asked = text;
    Evaluation answer =
        Evaluation.of(List.of(condition(asked, history)), history, Washington.nanos(Instant.now()))
            .getFirst();
    if (json)
      out.println(
          JsonAnswer.object(
              inside -> {
                caveat.write(inside);
                TurnsJson.write(inside, history.header(), asked, answer);
              }));
    else TurnsText.print(history, answer, caveat, out);
    out.flush();
    return switch (answer.answer()) {
      case HELD -> ExitCode.DONE;
      case NEVER -> ExitCode.NO;
      case UNKNOWN -> ExitCode.CANNOT_TELL;
    };
  }

  private int all(History history, Caveat caveat, PrintWriter out) {
    OfficialTable table = new OfficialTable(history, false);
    if (json) out.println(table.json(caveat));
    else table.print(caveat, out, SCREEN);
    out.flush();
    return ExitCode.DONE;
  }

  private Condition condition(String text, History history) {
    return switch (ConditionParser.parse(text, history.header(), history.law())) {
      case Parsed.Understood(var understood) -> understood;
      case Parsed.NotUnderstood fault ->
          throw new ParameterException(spec.commandLine(), ConditionFault.words(text, fault));
    };
  }
}
