package org.ascertain.answers;

import java.io.PrintWriter;
import org.ascertain.condition.Evaluation;
import org.ascertain.standing.Turns;
import org.ascertain.standing.Turns.Turn;

/** When a condition came true and ceased, for people to read. */
public final class TurnsText {

  /** Prints every turn, and what is missing where it never came true. */
  public static void print(Names names, Evaluation answer, PrintWriter out) {
    out.println(answer.condition());
    for (Turn turn : answer.turns()) {
      out.printf(
          "  %s%s, by entry %d (%s)%n",
          names.of(turn.candidate()),
          FactText.since(
              turn.since().given(),
              turn.since().entry(),
              TurnsJson.isImplied(answer.condition(), turn.since().entry().fact())),
          turn.since().entry().index(),
          FactText.briefly(turn.since().entry().fact(), names));
      if (turn.until().isPresent())
        out.printf(
            "    until %s, undone by entry %d (%s)%n",
            edge(turn.until().get()),
            turn.until().get().entry().index(),
            FactText.briefly(turn.until().get().entry().fact(), names));
      else out.println("    stands");
    }
    if (!answer.everHeld()) out.println("  never came true");
    String asked = answer.condition().toString();
    for (String missing : answer.missing())
      if (!missing.equals(asked)) out.println("  missing: " + named(missing, names));
  }

  /** What is missing begins with a candidate's id, where it is of one. */
  private static String named(String missing, Names names) {
    int end = missing.indexOf(" has ");
    return end < 0 ? missing : names.of(missing.substring(0, end)) + missing.substring(end);
  }

  private static String edge(Turns.Edge edge) {
    return FactText.time(edge.given(), edge.entry());
  }

  private TurnsText() {}
}
