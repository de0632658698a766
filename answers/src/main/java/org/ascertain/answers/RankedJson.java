package org.ascertain.answers;

import java.io.IOException;
import org.ascertain.law.Missing;
import org.ascertain.law.Verdict;
import org.ascertain.standing.RankedCount;

/** The rounds of a unit's ranked ballots as JSON. */
final class RankedJson {

  static void write(JsonAnswer json, RankedCount count) throws IOException {
    json.object(
        "ranked",
        inside -> {
          inside.list(
              "rounds",
              count.rounds(),
              round -> {
                json.votes("votes", round.votes());
                json.number("exhausted", round.exhausted());
                json.texts("eliminated", round.eliminated());
                if (round.byLot()) json.truth("byLot", true);
              });
          inside.text("elected", count.elected());
          if (count.winner() instanceof Verdict.NotYet<String>(var missing, var grounds))
            inside.texts("missing", Missing.words(missing));
          if (!count.missingParts().isEmpty())
            inside.texts(
                "missingParts", count.missingParts().stream().map(String::valueOf).toList());
        });
  }

  private RankedJson() {}
}
