package org.ascertain.answers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.standing.Tabulation;

/** Notices when the lead of a unit changes in exact figures. */
final class Leads {

  private final Names names;
  private final Map<String, String> leading = new HashMap<>();

  Leads(Names names) {
    this.names = names;
  }

  /** A sentence if these returns change who leads the unit, both times by exact figures. */
  Optional<String> after(Entry entry, Tabulation now) {
    if (!(entry.fact() instanceof Returns returns)
        || !returns.exact()
        || returns.unit().indexOf('/') >= 0) return Optional.empty();
    for (int c = 0; c < now.candidates().size(); c++) {
      if (!now.leads(returns.unit(), c)) continue;
      String leader = now.candidates().get(c);
      String before = leading.put(returns.unit(), leader);
      if (before == null || before.equals(leader)) return Optional.empty();
      return Optional.of(
          "%s takes the lead in %s from %s: %s"
              .formatted(
                  names.of(leader),
                  Names.place(returns.unit()),
                  names.of(before),
                  names.figures(returns.votes())));
    }
    return Optional.empty();
  }
}
