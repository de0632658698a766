package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.ascertain.law.Deadline;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Rule;
import org.ascertain.law.Verdict;

/** The rules in force for an election, and what they say without any fact, for people to read. */
public final class LawText {

  /** Prints dates, electors and rules. */
  public static void print(Law law, PrintWriter out, TextLayout layout) {
    out.println(layout.bold("The law of the election of " + law.election()));
    out.println();
    out.println("Dates:");
    for (Deadline deadline : law.deadlines())
      out.printf(
          "  %-12s %-46s %s%n",
          TimeText.day(deadline.day()), deadline.words(), deadline.rule().id());
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
    Lines.wrap(states, layout.width() - 2).forEach(line -> out.println("  " + line));
    out.println("  by " + String.join(", ", law.allotmentRules()));
    out.println();
    out.println("Rules in force:");
    for (Rule<?> rule : law.rules()) {
      out.printf("  %s (%s)%n", layout.bold(rule.id()), rule.citation());
      law.displacedBy(rule)
          .ifPresent(other -> out.println("      displaced for this election by " + other));
      Lines.wrap(rule.text(), layout.width() - 6).forEach(line -> out.println("      " + line));
    }
  }

  private LawText() {}
}
