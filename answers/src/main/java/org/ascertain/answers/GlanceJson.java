package org.ascertain.answers;

import java.util.Optional;
import org.ascertain.election.When;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;

/**
 * What a page draws before it has the whole story: what the election is, and its story and standing
 * at one moment, in one answer that is small beside the story.
 */
public final class GlanceJson {

  /**
   * At the moment with which a page opens where its address names none.
   *
   * @param course of that history
   * @param end the moment of the last fact
   */
  public static String of(Edition edition, History history, Course course, When end) {
    return at(edition, history, course, opening(edition, history, end));
  }

  /** The same at a moment. */
  public static String at(Edition edition, History history, Course course, When at) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          json.number("atMs", Millis.of(at));
          json.object("about", inside -> AboutJson.write(json, edition, history));
          json.object(
              "story",
              inside -> StoryJson.brief(json, history, course, history.size(), at.effective()));
          json.object(
              "standing",
              inside -> {
                StandingJson.write(json, history.at(at.effective()), at, Optional.empty());
                json.number("atMs", Millis.of(at));
              });
        });
  }

  /**
   * The moment with which a page opens where its address names none: of a running election its
   * latest, of another when its electors' votes decided it.
   */
  public static When opening(Edition edition, History history, When end) {
    if (edition.live()) return end;
    return history.majorities(Rung.VOTED).stream()
        .filter(turn -> turn.until().isEmpty())
        .reduce((first, last) -> last)
        .map(turn -> turn.since().given())
        .orElse(end);
  }

  private GlanceJson() {}
}
