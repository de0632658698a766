package org.ascertain.server;

import java.util.Optional;
import org.ascertain.cli.Json;
import org.ascertain.cli.StandingJson;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;

/**
 * What a page draws before it has the whole story: what the election is, and its story and standing
 * at one moment, in one answer that is small beside the story.
 */
final class GlanceJson {

  /** At the moment with which a page opens where its address names none. */
  static String of(Snapshot snapshot) {
    return of(snapshot, opening(snapshot));
  }

  static String of(Snapshot snapshot, When at) {
    History history = snapshot.history();
    int entries = snapshot.entries().size();
    return Json.compact(
        json -> {
          snapshot.edition().mark(json);
          json.number("atMs", Millis.of(at));
          json.object(
              "about",
              inside -> AboutJson.write(json, snapshot.edition(), history, snapshot.entries()));
          json.object(
              "story",
              inside -> StoryJson.brief(json, history, snapshot.course(), entries, at.effective()));
          json.object(
              "standing",
              inside -> {
                StandingJson.write(json, history.at(at.effective()), at, Optional.empty());
                json.number("atMs", Millis.of(at));
              });
        });
  }

  /** A running election at its latest moment, another when its electors' votes decided it. */
  private static When opening(Snapshot snapshot) {
    if (snapshot.edition().live()) return snapshot.end();
    return snapshot.history().majorities(Rung.VOTED).stream()
        .filter(turn -> turn.until().isEmpty())
        .reduce((first, last) -> last)
        .map(turn -> turn.since().given())
        .orElseGet(snapshot::end);
  }

  private GlanceJson() {}
}
