package org.ascertain.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.election.Fact.Returns;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;

/** What reporting units below those that appoint electors have reported: counties, as a rule. */
public final class CountiesJson {

  public static String of(Edition edition, History history, long moment) {
    Set<String> units = new TreeSet<>();
    Set<String> sources = new TreeSet<>();
    Tabulation now =
        history.walk(
            moment,
            (entry, over, tabulation) -> {
              if (!(entry.fact() instanceof Returns returns) || returns.unit().indexOf('/') < 0)
                return;
              units.add(returns.unit());
              sources.add(returns.attestation().source().title());
            });
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          json.text("election", history.header().election());
          json.object(
              "units",
              inside -> {
                for (String unit : units) tally(inside.out(), unit, now.tallyBySlate(unit));
              });
          json.texts("sources", sources);
        });
  }

  private static void tally(JsonGenerator out, String unit, Optional<long[]> tally)
      throws IOException {
    if (tally.isEmpty()) return;
    out.writeFieldName(unit);
    out.writeArray(tally.get(), 0, tally.get().length);
  }

  private CountiesJson() {}
}
