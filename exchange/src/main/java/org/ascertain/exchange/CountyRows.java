package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;

/**
 * What tables of votes by county are made of: of each state the returns of the first source, in the
 * record's order of preference, that has spoken for units below it.
 */
record CountyRows(String jurisdiction, String source, List<Returns> returns) {

  static List<CountyRows> of(ElectionAt election) {
    Map<String, CountyRows> byState = new TreeMap<>();
    election
        .returns()
        .forEach(
            (source, units) -> {
              Map<String, List<Returns>> below = new TreeMap<>();
              for (Entry entry : units.values()) {
                Returns returns = (Returns) entry.fact();
                if (returns.unit().indexOf('/') >= 0)
                  below
                      .computeIfAbsent(Unit.jurisdictionOf(returns.unit()), id -> new ArrayList<>())
                      .add(returns);
              }
              below.forEach(
                  (state, rows) -> byState.putIfAbsent(state, new CountyRows(state, source, rows)));
            });
    return List.copyOf(byState.values());
  }

  /** Whether its rows tell of an entry; names are in those of every state. */
  boolean has(Entry entry) {
    return !(entry.fact() instanceof Returns returns)
        || (returns.attestation().source().id().equals(source)
            && returns.unit().startsWith(jurisdiction + "/"));
  }

  /** What no table of counties has. */
  static final String UNSAID =
      "Figures of a whole state, and those of a source that comes after another that has spoken for"
          + " its counties.";

  /** One candidate's votes in one unit; {@code candidate} is empty of votes for nobody named. */
  record Line(Returns of, String candidate, String party, long votes) {}

  /** A line for each ticket with a figure, in the order of the record, and for other votes. */
  List<Line> lines(ElectionAt election, String others) {
    Map<String, Candidate> candidates = new TreeMap<>();
    for (Candidate each : election.header().candidates()) candidates.put(each.id(), each);
    List<Line> lines = new ArrayList<>();
    for (Returns each : returns) {
      for (Ticket ticket : election.header().tickets()) {
        OptionalLong votes = each.votes().count(ticket.id());
        if (votes.isEmpty()) continue;
        Candidate president =
            candidates.getOrDefault(
                ticket.president(),
                new Candidate(ticket.president(), ticket.president(), Optional.empty()));
        lines.add(
            new Line(each, president.name(), president.party().orElse(""), votes.getAsLong()));
      }
      if (each.other().isPresent()) lines.add(new Line(each, others, "", each.other().getAsLong()));
    }
    return lines;
  }

  /** What of a unit's returns has no place in such a table. */
  static List<Loss> losses() {
    return List.of(
        new Loss("the moment, the source and the note", fact -> fact instanceof Returns),
        new Loss(
            "a total that is not the sum of its parts",
            fact -> fact instanceof Returns returns && hasOwnTotal(returns)),
        new Loss("who stands for Vice President", Civics::namesSeconds));
  }

  private static boolean hasOwnTotal(Returns returns) {
    return returns.total().isPresent()
        && returns.total().getAsLong() != returns.votes().sum() + returns.other().orElse(0);
  }
}
