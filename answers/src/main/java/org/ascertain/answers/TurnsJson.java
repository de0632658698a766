package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ascertain.condition.Evaluation;
import org.ascertain.condition.Evaluation.Turn;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** When a condition came true and ceased, as JSON. */
public final class TurnsJson {

  /**
   * An answer as the server gives it: without a space too many.
   *
   * @param asked the condition as it was written
   */
  public static String of(Edition edition, Header header, String asked, Evaluation answer) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          write(json, header, asked, answer);
        });
  }

  /**
   * Writes an answer inside an object that has been begun.
   *
   * @param asked the condition as it was written
   */
  public static void write(JsonAnswer json, Header header, String asked, Evaluation answer)
      throws IOException {
    Names names = new Names(header);
    json.text("election", header.election());
    json.text("condition", asked);
    json.text("understood", answer.condition().toString());
    json.truth("holds", answer.turns().stream().anyMatch(turn -> turn.until().isEmpty()));
    json.text("answer", answer.answer().name().toLowerCase(Locale.ROOT));
    json.list("turns", answer.turns(), turn -> write(json, turn));
    json.texts("missing", missing(answer, names));
    json.texts("missingEs", missing(answer, names.inSpanish()));
  }

  private static List<String> missing(Evaluation answer, Names names) {
    return answer.missing().stream().map(each -> MissingText.of(each, names)).toList();
  }

  private static void write(JsonAnswer json, Turn turn) throws IOException {
    json.text("candidate", turn.candidate());
    json.text("since", turn.since().given().toString());
    if (FactText.isAbout(turn.since().given(), turn.since().entry())) json.truth("about", true);
    if (turn.atLatest()) json.truth("implied", true);
    if (turn.until().isPresent()) {
      json.text("until", turn.until().get().given().toString());
      if (FactText.isAbout(turn.until().get().given(), turn.until().get().entry()))
        json.truth("untilAbout", true);
      if (turn.atEarliest()) json.truth("untilAtEarliest", true);
    }
    json.text("known", new When.AtMoment(Washington.at(turn.since().entry().known())).toString());
    json.entries(List.of(turn.since().entry().index()));
    if (turn.until().isPresent()) json.number("undoneBy", turn.until().get().entry().index());
  }

  private TurnsJson() {}
}
