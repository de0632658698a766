package org.ascertain.answers;

import org.ascertain.standing.Course;
import org.ascertain.standing.History;

/** Every turning point of an election, and when it came. */
public final class TimelineJson {

  /**
   * The turning points of a history.
   *
   * @param course of that history
   */
  public static String of(Edition edition, History history, Course course) {
    TurningPointText words = new TurningPointText(new Names(history.header()));
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          json.text("election", history.header().election());
          json.list("marks", course.points(), point -> words.write(json, point));
        });
  }

  private TimelineJson() {}
}
