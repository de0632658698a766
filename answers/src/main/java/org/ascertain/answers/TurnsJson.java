package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Turns.Turn;

/** When a condition came true and ceased, as JSON. */
public final class TurnsJson {

  /** An answer as the server gives it: without a space too many. */
  public static String of(Edition edition, String election, Evaluation answer) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          write(json, election, answer);
        });
  }

  /** Writes an answer inside an object that has been begun. */
  public static void write(JsonAnswer json, String election, Evaluation answer) throws IOException {
    json.text("election", election);
    json.text("condition", answer.condition().toString());
    json.text("understood", answer.condition().toString());
    json.truth("holds", answer.turns().stream().anyMatch(turn -> turn.until().isEmpty()));
    json.list("turns", answer.turns(), turn -> write(json, answer.condition(), turn));
    json.texts("missing", answer.missing());
  }

  private static void write(JsonAnswer json, Condition condition, Turn turn) throws IOException {
    json.text("candidate", turn.candidate());
    json.text("since", turn.since().given().toString());
    if (FactText.isAbout(turn.since().given(), turn.since().entry())) json.truth("about", true);
    if (isImplied(condition, turn.since().entry().fact())) json.truth("implied", true);
    if (turn.until().isPresent()) {
      json.text("until", turn.until().get().given().toString());
      if (FactText.isAbout(turn.until().get().given(), turn.until().get().entry()))
        json.truth("untilAbout", true);
    }
    json.text("known", new When.AtMoment(Washington.at(turn.since().entry().known())).toString());
    json.entries(List.of(turn.since().entry().index()));
    if (turn.until().isPresent()) json.number("undoneBy", turn.until().get().entry().index());
  }

  /** Whether a condition came true by a fact that only implies what is asked for. */
  public static boolean isImplied(Condition condition, Fact by) {
    return switch (condition) {
      case Condition.AtLeast(Rung rung, var electors) -> FactText.implies(rung, by);
      case Condition.Stage(var unit, Rung rung) -> FactText.implies(rung, by);
      case Condition.And(var all) -> all.stream().anyMatch(each -> isImplied(each, by));
      case Condition.Or(var any) -> any.stream().anyMatch(each -> isImplied(each, by));
      default -> false;
    };
  }

  private TurnsJson() {}
}
