package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascertain.answers.EnumWords;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.TimeText;
import org.ascertain.law.Deadline;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Rule;
import org.ascertain.law.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rules in force for an election, and what they say without any fact. */
@Command(
    name = "law",
    description =
        "Gives the rules in force for an election, their citations, and the dates and electors they give.",
    footer = {"", "An election to come has its law too: law 2028."},
    mixinStandardHelpOptions = true)
final class LawCommand implements Callable<Integer> {

  private static final String PREFIX = "us-president-";

  @Spec private CommandSpec spec;

  @Mixin private ElectionArgument election;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    Law law = election.law();
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(asJson(law));
    else print(law, out);
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(Law law, PrintWriter out) {
    out.println(Screen.bold("The law of the election of " + law.election()));
    out.println();
    out.println("Dates:");
    for (Deadline deadline : law.deadlines())
      out.printf(
          "  %-12s %-46s %s%n",
          TimeText.day(deadline.day()), deadline.due().words(), deadline.rule().id());
    if (!law.appointmentDays().getFirst().first().equals(law.appointmentDays().getFirst().last()))
      out.println(
          "  Each state chose its own day"
              + law.appointmentDays().stream()
                  .map(
                      period ->
                          " from "
                              + TimeText.day(period.first())
                              + " to "
                              + TimeText.day(period.last()))
                  .collect(Collectors.joining(", or by another reading of the law"))
              + ".");
    int entitled = law.entitled().values().stream().mapToInt(Integer::intValue).sum();
    out.println();
    out.printf(
        "Electors: %d, of whom %d are a majority if all are appointed%n",
        entitled, entitled / 2 + 1);
    if (law.allotment() instanceof Verdict.NotYet<Map<String, Integer>>(var missing, var grounds))
      out.println(
          "  as they are today; still missing: " + String.join(", ", Missing.words(missing)));
    String states =
        law.entitled().entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    ReplayCommand.wrap(states, Screen.width() - 2).forEach(line -> out.println("  " + line));
    out.println("  by " + String.join(", ", law.allotmentRules()));
    out.println();
    out.println("Rules in force:");
    for (Rule<?> rule : law.rules()) {
      out.printf("  %s (%s)%n", Screen.bold(rule.id()), rule.citation());
      law.displacedBy(rule)
          .ifPresent(other -> out.println("      displaced for this election by " + other));
      ReplayCommand.wrap(rule.text(), Screen.width() - 6)
          .forEach(line -> out.println("      " + line));
    }
  }

  private static String asJson(Law law) {
    return JsonAnswer.object(
        json -> {
          json.text("election", PREFIX + law.election());
          json.number("law", law.election());
          json.list(
              "dates",
              law.deadlines(),
              deadline -> {
                json.text("due", deadline.day().toString());
                json.text("what", deadline.due().words());
                json.text("rule", deadline.rule().id());
              });
          if (law.allotment()
              instanceof Verdict.NotYet<Map<String, Integer>>(var missing, var grounds))
            json.texts("missing", Missing.words(missing));
          json.list(
              "appointmentDays",
              law.appointmentDays(),
              period -> {
                json.text("first", period.first().toString());
                json.text("last", period.last().toString());
              });
          json.object(
              "electors",
              inside -> {
                for (Map.Entry<String, Integer> each : law.entitled().entrySet())
                  inside.number(each.getKey(), each.getValue());
              });
          json.list(
              "rules",
              law.rules(),
              rule -> {
                json.text("id", rule.id());
                json.text("text", rule.text());
                json.text("citation", rule.citation());
                json.number("from", rule.from());
                if (rule.to() != Rule.OPEN) json.number("to", rule.to());
                json.text("keyedOn", EnumWords.of(rule.keyedOn()));
                json.text("confidence", EnumWords.of(rule.confidence()));
                json.text("displacedBy", law.displacedBy(rule));
              });
        });
  }
}
