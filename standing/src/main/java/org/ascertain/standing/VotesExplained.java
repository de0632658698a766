package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Jurisdiction;

/** Why a ticket has so many votes in a unit: whose statements they are, or the sum of which. */
final class VotesExplained {

  private final Tabulation now;
  private final Register register;

  VotesExplained(Tabulation now) {
    this.now = now;
    this.register = now.register();
  }

  Explanation of(String unit, String ticket) {
    Tallies.Node node = now.tallies().find(unit);
    if (node == null)
      return Explanation.leaf(
          "Nobody has reported votes of " + place(unit), "", List.of(), List.of());
    long votes = now.tallies().tally(node)[register.ticket(ticket)];
    List<Explanation> parts = new ArrayList<>();
    for (Tallies.Statement statement : node.statements()) {
      String role = statement.equals(node.speaking()) ? "the tally, by " : "beside it, by ";
      OptionalLong figure = statement.returns().votes().count(ticket);
      String source = statement.returns().attestation().source().title();
      parts.add(
          Explanation.leaf(
              role
                  + source
                  + ": "
                  + (figure.isPresent() ? grouped(figure.getAsLong()) : "no figure"),
              figure.isPresent() ? Long.toString(figure.getAsLong()) : "",
              List.of(),
              List.of(statement.index())));
    }
    if (node.speaking() == null)
      for (Tallies.Node below : node.below()) parts.add(of(below.id(), ticket));
    String exact =
        Optional.ofNullable(node.speaking())
                .map(Tallies.Statement::returns)
                .map(Returns::exact)
                .orElse(true)
            ? ""
            : ", computed from a rounded share";
    return new Explanation(
        name(ticket)
            + " has "
            + (votes < 0 ? "no figure" : grouped(votes) + " votes")
            + " in "
            + place(unit)
            + exact,
        votes < 0 ? "" : Long.toString(votes),
        List.of(),
        List.of(),
        parts);
  }

  /** The name of a ticket's candidate for President; of a slate without one, the ticket's id. */
  private String name(String ticket) {
    String president = register.candidates.get(register.presidentOf(register.ticket(ticket)));
    return register.header.candidates().stream()
        .filter(candidate -> candidate.id().equals(president))
        .findFirst()
        .map(Candidate::name)
        .orElse(ticket);
  }

  private static String place(String unit) {
    return Jurisdiction.of(unit).map(Jurisdiction::title).orElse(unit);
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
