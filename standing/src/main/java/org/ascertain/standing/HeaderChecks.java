package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Ticket;

/** What does not fit together within a record's first entry. */
final class HeaderChecks {

  /** A slate of electors who have promised their votes to nobody. */
  private static final String UNPLEDGED = "unpledged";

  static List<Problem> problems(Header header) {
    List<Problem> problems = new ArrayList<>();
    if (!header.election().endsWith("-" + header.year()))
      problems.add(
          new Problem(
              Check.WRONG_TYPE,
              0,
              "election",
              "election is %s, which is not of the year %d"
                  .formatted(header.election(), header.year())));
    Set<String> candidates =
        header.candidates().stream()
            .map(Candidate::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Ticket ticket : header.tickets())
      Stream.of(Optional.of(ticket.president()), ticket.vicePresident())
          .flatMap(Optional::stream)
          .filter(named -> !candidates.contains(named) && !named.equals(UNPLEDGED))
          .forEach(
              named ->
                  problems.add(
                      new Problem(
                          Check.UNKNOWN_CANDIDATE,
                          0,
                          "tickets",
                          UnknownName.of(named, Optional.empty(), List.copyOf(candidates)))));
    header
        .caller()
        .filter(named -> header.callers().stream().map(Caller::id).noneMatch(named::equals))
        .ifPresent(
            named ->
                problems.add(
                    new Problem(
                        Check.UNKNOWN_CALLER,
                        0,
                        "caller",
                        UnknownName.of(
                            named,
                            Optional.empty(),
                            header.callers().stream().map(Caller::id).toList()))));
    return problems;
  }

  private HeaderChecks() {}
}
