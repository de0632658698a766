package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ExplanationJson;
import org.ascertain.answers.ExplanationText;
import org.ascertain.answers.FigureText;
import org.ascertain.answers.MomentConverter;
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
      "  majority, president, vicePresident",
      "  electors.entitled, electors.appointed,",
      "  electors.cast, electors.counted",
      "  \"votes(PA,biden)\", \"stage(PA)\"",
      "  settled, \"settled(PA)\""
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Parameters(index = "1", paramLabel = "FIGURE", description = "What to explain; see below.")
  private String asked;

  @Option(
      names = "--at",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "As of this moment or the end of this day; the end of the record without it.")
  private @Nullable When at;

  @Option(
      names = "--without",
      paramLabel = "INDEX",
      description = "What would fall if this entry had never been recorded.")
  private @Nullable Long without;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open();
    Figure figure = figure(history);
    long moment = at == null ? history.end() : at.effective();
    Explainer explainer = new Explainer(history, moment);
    Explanation explanation = explainer.explain(figure);
    PrintWriter out = spec.commandLine().getOut();
    ExplanationText text = new ExplanationText(explainer, history, out, SCREEN);
    if (json) out.println(new ExplanationJson(explainer, history).of(explanation));
    else if (without == null) text.tree(explanation);
    if (without != null && !json) falls(history, figure, moment, explanation, text, without);
    out.flush();
    return ExitCode.DONE;
  }

  private Figure figure(History history) {
    Figure.Reading reading = Figure.read(asked, history);
    if (reading instanceof Figure.Reading.Understood(Figure figure)) return figure;
    throw new ParameterException(
        spec.commandLine(), FigureText.wrong(asked, reading, history.header()));
  }

  private void falls(
      History history,
      Figure figure,
      long moment,
      Explanation before,
      ExplanationText text,
      long struck) {
    if (struck == 0 || history.entry(struck).isEmpty())
      throw new ParameterException(
          spec.commandLine(),
          "There is no entry %d that could be struck; entries have the numbers 1 to %d."
              .formatted(struck, history.size() - 1));
    Explanation after = new Explainer(history.without(struck), moment).explain(figure);
    text.difference(struck, before, after);
  }
}
