package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ExplanationJson;
import org.ascertain.answers.ExplanationText;
import org.ascertain.answers.FigureText;
import org.ascertain.election.When;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Explanation;
import org.ascertain.standing.Figure;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a figure is what it is. */
@Command(
    name = "explain",
    description =
        "Says why a figure is what it is: the entries and rules it rests on; what falls without an entry.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "FIGURE is one of:",
      "  \"voted(biden)\" or another rung: reported, called,",
      "      certified, ascertained, counted, declared,",
      "      in-office",
      "  \"majority(voted)\" or another rung: since when",
      "  majority, president, vicePresident",
      "  electors.entitled, electors.appointed,",
      "  electors.cast, electors.counted",
      "  \"popularVote(biden)\", \"popularVote(other)\",",
      "  \"popularVote(total)\", \"share(biden)\",",
      "  \"share(PA,biden)\", \"votes(PA,biden)\",",
      "  \"leads(PA)\", \"stage(PA)\"",
      "  settled, \"settled(PA)\""
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;

  @Parameters(index = "1", paramLabel = "FIGURE", description = "What to explain; see below.")
  private String asked;

  @Option(
      names = "--without",
      paramLabel = "INDEX",
      description = "What would fall if this entry had never been recorded.")
  private @Nullable Long without;

  @Option(
      names = "--all",
      description = "Every entry with its source, and every part, however many there are.")
  private boolean all;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open(Optional.empty());
    Figure figure = figure(history);
    long moment = at.asked().or(election::at).map(When::effective).orElseGet(history::end);
    Explainer explainer = new Explainer(history, moment);
    Explanation explanation = explainer.explain(figure);
    Caveat caveat = election.caveat(history);
    Optional<Explanation> after =
        Optional.ofNullable(without)
            .map(struck -> new Explainer(without(history, struck), moment).explain(figure));
    PrintWriter out = spec.commandLine().getOut();
    ExplanationText text = new ExplanationText(explainer, history, caveat, out, SCREEN);
    ExplanationJson answer = new ExplanationJson(explainer, history);
    if (json && without != null)
      out.println(answer.of(explanation, caveat, without, after.orElseThrow()));
    else if (json) out.println(answer.of(explanation, caveat));
    else if (without != null) text.difference(without, explanation, after.orElseThrow());
    else if (all) text.tree(explanation);
    else text.brief(explanation);
    out.flush();
    return ExitCode.DONE;
  }

  private Figure figure(History history) {
    Figure.Reading reading = Figure.read(asked, history);
    if (reading instanceof Figure.Reading.Understood(Figure figure)) return figure;
    String wrong = FigureText.wrong(asked, reading, history.header());
    String entry = "";
    if (!asked.isEmpty() && asked.chars().allMatch(Character::isDigit))
      entry = " An entry is shown by: show %s %s.".formatted(history.header().year(), asked);
    throw new ParameterException(spec.commandLine(), wrong + entry);
  }

  private History without(History history, long struck) {
    if (struck == 0 || history.entry(struck).isEmpty())
      throw new ParameterException(
          spec.commandLine(),
          "There is no entry %d that could be struck; entries have the numbers 1 to %d."
              .formatted(struck, history.size() - 1));
    return history.without(struck);
  }
}
