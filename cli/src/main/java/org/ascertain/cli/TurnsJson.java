package org.ascertain.cli;

import java.io.IOException;
import java.util.List;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.Turns.Turn;

/** When a condition came true and ceased, as JSON. */
public final class TurnsJson {

  /** Writes an answer inside an object that has been begun. */
  public static void write(Json json, String election, Evaluation answer) throws IOException {
    json.text("election", election);
    json.text("condition", answer.condition().toString());
    json.text("understood", answer.condition().toString());
    json.truth("holds", answer.turns().stream().anyMatch(turn -> turn.until().isEmpty()));
    json.list("turns", answer.turns(), turn -> write(json, answer.condition(), turn));
    json.texts("missing", answer.missing());
  }

  private static void write(Json json, Condition condition, Turn turn) throws IOException {
    json.text("candidate", turn.candidate());
    json.text("since", turn.since().given().toString());
    if (Telling.isAbout(turn.since().given(), turn.since().entry())) json.truth("about", true);
    if (WhenCommand.isImplied(condition, turn.since().entry().fact())) json.truth("implied", true);
    if (turn.until().isPresent()) {
      json.text("until", turn.until().get().given().toString());
      if (Telling.isAbout(turn.until().get().given(), turn.until().get().entry()))
        json.truth("untilAbout", true);
    }
    json.text("known", new When.AtMoment(Washington.at(turn.since().entry().known())).toString());
    json.entries(List.of(turn.since().entry().index()));
    if (turn.until().isPresent()) json.number("undoneBy", turn.until().get().entry().index());
  }

  private TurnsJson() {}
}
