package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
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
 * What tables of votes by county, or by precinct, are made of: of each state the returns of its
 * units of one level, so that whoever adds them up counts nothing twice. Of a unit for which
 * several sources speak there are those that make its tally.
 */
record CountyRows(String jurisdiction, Level level, List<Returns> returns) {

  /** How far below a state units are. */
  enum Level {
    COUNTY,
    /** In a county. */
    PRECINCT;

    /** The level of a unit below a state. */
    static Level of(String unit) {
      return unit.indexOf('/') == unit.lastIndexOf('/') ? COUNTY : PRECINCT;
    }
  }

  /** States in the order of their codes, of each the counties first. */
  static List<CountyRows> of(ElectionAt election) {
    Map<String, Map<Level, List<Returns>>> byState = new TreeMap<>();
    for (Returns returns : election.tallied().values())
      if (returns.unit().indexOf('/') >= 0)
        byState
            .computeIfAbsent(
                Unit.jurisdictionOf(returns.unit()), state -> new EnumMap<>(Level.class))
            .computeIfAbsent(Level.of(returns.unit()), level -> new ArrayList<>())
            .add(returns);
    List<CountyRows> all = new ArrayList<>();
    byState.forEach(
        (state, levels) ->
            levels.forEach((level, rows) -> all.add(new CountyRows(state, level, rows))));
    return List.copyOf(all);
  }

  /** Those of counties alone. */
  static List<CountyRows> ofCounties(ElectionAt election) {
    return of(election).stream().filter(rows -> rows.level == Level.COUNTY).toList();
  }

  /** Whether its rows tell of an entry; names are in those of every state. */
  boolean has(Entry entry) {
    return !(entry.fact() instanceof Returns returns)
        || (returns.unit().startsWith(jurisdiction + "/")
            && Level.of(returns.unit()) == level
            && this.returns.contains(returns));
  }

  /** What no table of counties has. */
  static final String UNSAID =
      "Figures of a whole state, and of a unit for which several sources speak those of all but the"
          + " one that the record prefers, which makes its tally.";

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
