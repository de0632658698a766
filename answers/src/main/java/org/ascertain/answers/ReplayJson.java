package org.ascertain.answers;

import java.util.List;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/** An election told line by line, with its result, for programs. */
public final class ReplayJson {

  /**
   * The story, the result and when each meaning of official came true.
   *
   * @param end up to when it is told, nanoseconds since 1970-01-01T00:00Z
   */
  public static String of(History history, List<Story.Line> lines, long end, Caveat caveat) {
    Standing standing = history.at(end);
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          json.text("election", history.header().election());
          json.number("entries", history.size());
          json.list(
              "lines",
              lines,
              line -> {
                json.text("at", new When.AtMoment(Washington.at(line.moment())).toString());
                json.text("from", line.from().toString());
                if (!line.clock().isEmpty()) json.text("clock", line.clock());
                if (line.turning()) json.truth("turning", true);
                json.text("text", line.text());
              });
          StandingJson.writeResult(json, standing);
          new OfficialTable(history.until(end), end < history.end()).write(json);
        });
  }

  private ReplayJson() {}
}
