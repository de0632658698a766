package org.ascertain.server;

import org.ascertain.cli.Json;
import org.ascertain.standing.History;

/** What changed a stage, a lead or a majority, and when. */
final class Timeline {

  static String json(Snapshot.Edition edition, History history, Course course) {
    return Json.compact(
        json -> {
          edition.mark(json);
          json.text("election", history.header().election());
          json.list("marks", course.marks(), mark -> mark.write(json));
        });
  }

  private Timeline() {}
}
