package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.ascertain.election.Jurisdiction;
import org.ascertain.law.Deadline;
import org.ascertain.law.HowKnown;
import org.ascertain.law.Law;
import org.ascertain.law.LawSource;
import org.ascertain.law.Manner;
import org.ascertain.law.Missing;
import org.ascertain.law.Provision;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.StateLaw;
import org.ascertain.law.Verdict;

/** What the law of one jurisdiction says for an election, for people to read. */
public final class StateLawText {

  private static final int WORDS = 26;

  private final PrintWriter out;
  private final TextLayout layout;
  private final SequencedMap<String, LawSource> sources = new LinkedHashMap<>();

  private StateLawText(PrintWriter out, TextLayout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** Prints everything: electors, the days of federal law, the state's own law and its sources. */
  public static void print(Law law, Jurisdiction of, PrintWriter out, TextLayout layout) {
    new StateLawText(out, layout).print(law, of);
  }

  /** Prints the values alone, for a jurisdiction whose law was gathered. */
  static void values(StateLaw law, PrintWriter out, TextLayout layout) {
    new StateLawText(out, layout).values(law);
  }

  private void print(Law law, Jurisdiction of) {
    String code = of.name();
    out.println(layout.bold("The law of " + of.title() + " for the election of " + law.election()));
    out.println();
    line("electors", law.entitled().getOrDefault(code, 0) + ", " + manner(law, code), "");
    for (Deadline deadline : law.deadlines())
      line(TimeText.day(deadline.day()), deadline.words(), " (" + deadline.rule().id() + ")");
    out.println();
    law.state(code)
        .ifPresentOrElse(
            this::state,
            () ->
                out.println(
                    "The state's own law was not gathered for this election; it was for 2028."));
  }

  private void state(StateLaw law) {
    values(law);
    List<Field> missing = law.notFound();
    if (!missing.isEmpty())
      line("not found", missing.stream().map(Field::words).collect(Collectors.joining("; ")), "");
    out.println();
    out.println("How it is known:");
    for (HowKnown how : HowKnown.values())
      out.println("  [" + how + "] " + how.words() + (how.decides() ? "" : "; decides nothing"));
    out.println("Sources:");
    for (LawSource source : sources.values())
      for (String text : Lines.wrap(source.id() + "  " + source.title(), layout.width() - 2))
        out.println("  " + text);
  }

  private void values(StateLaw law) {
    for (Map.Entry<Field, Verdict<Provision>> each : law.answers().entrySet())
      answer(each.getKey(), each.getValue());
  }

  private void answer(Field field, Verdict<Provision> answer) {
    switch (answer) {
      case Verdict.Determined<Provision>(var of, var grounds) -> provision(of, "");
      case Verdict.Alternatives<Provision>(var answers) -> {
        for (int i = 0; i < answers.size(); i++)
          provision(answers.get(i).value(), i == 0 ? "sources differ: " : "or ");
      }
      case Verdict.NotYet<Provision>(var missing, var grounds) ->
          line(field.words(), "missing: " + String.join(", ", Missing.words(missing)), "");
      case Verdict.NoRule<Provision>(var why, var grounds) ->
          line(field.words(), "nothing can be said: " + why, "");
    }
  }

  private void provision(Provision of, String before) {
    of.sources().forEach(source -> sources.putIfAbsent(source.id(), source));
    line(
        of.field().words(),
        before + of.date().map(day -> TimeText.day(day) + ", ").orElse("") + of.value(),
        " ["
            + of.how()
            + of.sources().stream().map(source -> " " + source.id()).collect(Collectors.joining())
            + "]");
  }

  private static String manner(Law law, String code) {
    String ranked =
        switch (law.ranks(code)) {
          case Verdict.Determined<Boolean>(var ranks, var grounds) ->
              ranks ? ", ranked in rounds" : "";
          case Verdict.NoRule<Boolean>(var why, var grounds) -> "; " + why;
          case Verdict.Alternatives<Boolean> v -> "";
          case Verdict.NotYet<Boolean> v -> "";
        };
    return law.method(code).map(StateLawText::manner).orElse("none") + ranked;
  }

  private static String manner(Manner manner) {
    return manner.method().words() + (manner.plan().isEmpty() ? "" : ": " + manner.plan());
  }

  /** One value over as many lines as it needs. */
  private void line(String words, String text, String after) {
    List<String> lines = Lines.wrap(text + after, layout.width() - WORDS - 2);
    for (int i = 0; i < lines.size(); i++)
      out.printf("  %-" + WORDS + "s%s%n", i == 0 ? words : "", lines.get(i));
  }
}
