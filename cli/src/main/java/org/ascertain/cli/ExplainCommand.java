package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.answers.EnumWords;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ExplanationJson;
import org.ascertain.answers.FactText;
import org.ascertain.answers.MomentConverter;
import org.ascertain.answers.Names;
import org.ascertain.answers.TimeText;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.When;
import org.ascertain.law.Rule;
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
  private String text;

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
    ElectionArgument.Opened opened = election.open();
    History history = opened.history(Optional.empty());
    Figure figure =
        Figure.of(text, history)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "'%s' is no figure of this election; write one of: %s."
                            .formatted(text, String.join(", ", Figure.FORMS))));
    long moment = at == null ? history.end() : at.effective();
    Explainer explainer = new Explainer(history, moment);
    Explanation explanation = explainer.explain(figure);
    PrintWriter out = spec.commandLine().getOut();
    Printing printing = new Printing(opened, explainer, new Names(opened.header()), out);
    if (json)
      out.println(
          new ExplanationJson(explainer, opened.header(), opened.entries()).of(explanation));
    else if (without == null) printing.tree(explanation, "");
    if (without != null && !json) falls(opened, figure, moment, explanation, printing, without);
    out.flush();
    return ExitCode.DONE;
  }

  private void falls(
      ElectionArgument.Opened opened,
      Figure figure,
      long moment,
      Explanation before,
      Printing printing,
      long struck) {
    if (struck == 0 || opened.entries().stream().noneMatch(entry -> entry.index() == struck))
      throw new ParameterException(
          spec.commandLine(),
          "There is no entry %d that could be struck; entries have the numbers 1 to %d."
              .formatted(struck, opened.entries().size() - 1));
    List<Entry> others =
        opened.entries().stream().filter(entry -> entry.index() != struck).toList();
    Explanation after =
        new Explainer(History.of(others, opened.law(), History.ALL), moment).explain(figure);
    printing.difference(struck, before, after);
  }

  /** Prints explanations. */
  private static final class Printing {

    /** So many entries are told in one line. */
    private static final int MOST_ENTRIES = 3;

    private final Map<Long, Entry> entries;
    private final Explainer explainer;
    private final Names names;
    private final PrintWriter out;

    Printing(ElectionArgument.Opened opened, Explainer explainer, Names names, PrintWriter out) {
      this.entries =
          opened.entries().stream().collect(Collectors.toMap(Entry::index, Function.identity()));
      this.explainer = explainer;
      this.names = names;
      this.out = out;
    }

    void tree(Explanation explanation, String indent) {
      out.println(
          indent + (indent.isEmpty() ? Screen.bold(explanation.text()) : explanation.text()));
      for (String id : explanation.rules()) out.println(indent + "  rule  " + rule(id));
      for (long index : explanation.entries()) out.println(indent + "  entry " + entry(index));
      for (Explanation part : explanation.parts()) tree(part, indent + "  ");
    }

    private String rule(String id) {
      Optional<Rule<?>> rule = explainer.rule(id);
      return id + rule.map(r -> ": " + r.text() + " (" + r.citation() + ")").orElse("");
    }

    private String entry(long index) {
      Entry entry = Optional.ofNullable(entries.get(index)).orElseThrow();
      Attestation attestation = entry.fact().attestation();
      return "%d, %s: %s; source: %s%s%s"
          .formatted(
              index,
              TimeText.full(attestation),
              FactText.withCorrected(entry, entries, names),
              attestation.source().title(),
              attestation.basis().map(basis -> " (" + EnumWords.of(basis) + ")").orElse(""),
              attestation.note().map(note -> "; note: " + note).orElse(""));
    }

    void difference(long index, Explanation before, Explanation after) {
      out.println(Screen.bold("Without entry " + entry(index)));
      if (before.equals(after)) {
        out.println("  nothing falls: " + before.text());
        return;
      }
      if (before.text().equals(after.text())) out.println("  the figure stands: " + before.text());
      else {
        out.println("  before: " + before.text());
        out.println("  after:  " + after.text());
      }
      evidence("", before, after);
      parts(before, after);
    }

    /** What the parts of a figure lose and gain; where a part stays, what it is made of does. */
    private void parts(Explanation before, Explanation after) {
      Map<String, Explanation> was = byText(before);
      Map<String, Explanation> is = byText(after);
      for (Explanation part : before.parts())
        if (!is.containsKey(part.text())) out.println("  falls:  " + part.text() + by(part));
      for (Explanation part : after.parts()) {
        Explanation same = was.get(part.text());
        if (same == null) out.println("  instead: " + part.text() + by(part));
        else if (!same.equals(part)) {
          evidence(part.text() + " ", same, part);
          parts(same, part);
        }
      }
    }

    /** The entries of a figure that stays, where they are others now. */
    private void evidence(String figure, Explanation before, Explanation after) {
      if (before.entries().equals(after.entries()) || !before.text().equals(after.text())) return;
      out.println(
          "  " + figure + "now rests on " + listed(after) + "; before, on " + listed(before));
    }

    private static Map<String, Explanation> byText(Explanation explanation) {
      return explanation.parts().stream()
          .collect(Collectors.toMap(Explanation::text, Function.identity(), (a, b) -> a));
    }

    private String by(Explanation part) {
      return part.entries().isEmpty() ? "" : ", by " + listed(part);
    }

    private String listed(Explanation part) {
      if (part.entries().isEmpty()) return "no entry";
      return part.entries().stream()
          .limit(MOST_ENTRIES)
          .map(
              index ->
                  "entry %d (%s)"
                      .formatted(
                          index,
                          FactText.briefly(
                              Optional.ofNullable(entries.get(index)).orElseThrow().fact(), names)))
          .collect(Collectors.joining(", ", "", more(part.entries().size() - MOST_ENTRIES)));
    }

    private static String more(int others) {
      return others > 0 ? " and " + others + " more" : "";
    }
  }
}
