package org.ascertain.answers;

import java.io.PrintWriter;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Evaluation;
import org.ascertain.condition.Evaluation.Turn;
import org.ascertain.condition.Missing;
import org.ascertain.election.Entry;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.KnownOrder;
import org.ascertain.standing.Turn.Edge;

/** When a condition came true and ceased, for people to read. */
public final class TurnsText {

  /** Prints every turn, and what is missing where it never came true. */
  public static void print(History history, Evaluation answer, Caveat caveat, PrintWriter out) {
    Names names = new Names(history.header());
    out.println(answer.condition());
    caveat.print(out);
    for (Turn turn : answer.turns()) {
      out.printf(
          "  %s%s, %s%n",
          names.of(turn.candidate()),
          FactText.since(turn.since().given(), turn.since().entry(), turn.atLatest()),
          by(turn.since(), answer.condition(), history, names));
      if (turn.until().isPresent())
        out.printf(
            "    until %s%s, %s%n",
            edge(turn.until().get()),
            turn.atEarliest() ? " at the earliest" : "",
            undone(turn, turn.until().get(), answer.condition(), history, names));
      else out.println("    stands");
    }
    switch (answer.answer()) {
      case HELD -> {}
      case UNKNOWN -> out.println("  this record cannot tell");
      case NEVER ->
          out.println(
              history.end() < history.law().termBegins()
                  ? "  has not come true"
                  : "  never came true");
    }
    // What held and was undone is lacking again: a call that was withdrawn, an elector lost.
    String lacks = answer.turns().isEmpty() ? "missing" : "missing since";
    for (Missing missing : answer.missing())
      if (!missing.equals(new Missing.Part(answer.condition())))
        out.println("  " + lacks + ": " + MissingText.of(missing, names));
  }

  /** What the record does not hold any more from a moment on no entry has undone. */
  private static String undone(Turn turn, Edge until, Condition of, History history, Names names) {
    return turn.atEarliest() && until.moment() > until.entry().effective()
        ? "after which this record cannot tell"
        : "undone " + by(until, of, history, names);
  }

  /** By which entry; what it says, where it is known that it was this one of its day. */
  private static String by(Edge edge, Condition of, History history, Names names) {
    Entry entry = edge.entry();
    String by = "by entry " + entry.index();
    String what = " (" + FactText.briefly(entry.fact(), names) + ")";
    if (edge.given() instanceof When.Between) return "at the latest " + by + what;
    return !isOfSeveral(of) || KnownOrder.isKnown(history, entry)
        ? by + what
        : by + " or another of that day, whose order is not known";
  }

  /** Whether a condition adds places up, so that any of several may have brought it. */
  private static boolean isOfSeveral(Condition condition) {
    return switch (condition) {
      case Condition.And(var all) -> all.stream().anyMatch(TurnsText::isOfSeveral);
      case Condition.Or(var any) -> any.stream().anyMatch(TurnsText::isOfSeveral);
      case Condition.Not(var other) -> isOfSeveral(other);
      case Condition.Steady(var inner, var length) -> isOfSeveral(inner);
      case Condition.Else(var first, var otherwise, var by) ->
          isOfSeveral(first) || isOfSeveral(otherwise);
      case Condition.AtLeast atom -> true;
      case Condition.Exactly atom -> true;
      case Condition.PopularVoteLeads atom -> true;
      case Condition.Settled(var unit) -> unit.isEmpty();
      case Condition.Atom atom -> false;
    };
  }

  private static String edge(Edge edge) {
    return FactText.time(edge.given(), edge.entry());
  }

  private TurnsText() {}
}
