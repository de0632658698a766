package org.ascertain.answers;

import java.io.PrintWriter;
import org.ascertain.condition.Evaluation;
import org.ascertain.condition.Evaluation.Turn;
import org.ascertain.condition.Missing;
import org.ascertain.standing.Turn.Edge;

/** When a condition came true and ceased, for people to read. */
public final class TurnsText {

  /** Prints every turn, and what is missing where it never came true. */
  public static void print(Names names, Evaluation answer, Caveat caveat, PrintWriter out) {
    out.println(answer.condition());
    caveat.print(out);
    for (Turn turn : answer.turns()) {
      out.printf(
          "  %s%s, by entry %d (%s)%n",
          names.of(turn.candidate()),
          FactText.since(turn.since().given(), turn.since().entry(), turn.atLatest()),
          turn.since().entry().index(),
          FactText.briefly(turn.since().entry().fact(), names));
      if (turn.until().isPresent())
        out.printf(
            "    until %s%s, undone by entry %d (%s)%n",
            edge(turn.until().get()),
            turn.atEarliest() ? " at the earliest" : "",
            turn.until().get().entry().index(),
            FactText.briefly(turn.until().get().entry().fact(), names));
      else out.println("    stands");
    }
    switch (answer.answer()) {
      case HELD -> {}
      case UNKNOWN -> out.println("  this record cannot tell");
      case NEVER -> out.println("  never came true");
    }
    for (Missing missing : answer.missing())
      if (!missing.equals(new Missing.Part(answer.condition())))
        out.println("  missing: " + MissingText.of(missing, names));
  }

  private static String edge(Edge edge) {
    return FactText.time(edge.given(), edge.entry());
  }

  private TurnsText() {}
}
