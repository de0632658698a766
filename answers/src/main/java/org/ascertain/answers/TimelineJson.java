package org.ascertain.answers;

import org.ascertain.standing.History;

/** What changed a stage, a lead or a majority, and when. */
public final class TimelineJson {

  public static String of(Edition edition, History history, Course course) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          json.text("election", history.header().election());
          json.list("marks", course.marks(), mark -> mark.write(json));
        });
  }

  private TimelineJson() {}
}
