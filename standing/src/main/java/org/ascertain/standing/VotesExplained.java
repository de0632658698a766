package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Unit;
import org.ascertain.standing.JurisdictionFacts.Found;

/** Why a ticket has so many votes in a unit: whose statements they are, or the sum of which. */
final class VotesExplained {

  private final Tabulation now;
  private final Register register;

  VotesExplained(Tabulation now) {
    this.now = now;
    this.register = now.register();
  }

  /** The tally with whatever stands beside it, the certificate too. */
  Explanation of(String unit, String ticket) {
    Optional<Tallies.Node> node = Optional.ofNullable(now.tallies().find(unit));
    List<Explanation> parts = new ArrayList<>();
    node.ifPresent(
        tally -> {
          for (Tallies.Statement statement : tally.statements())
            parts.add(
                figureOf(
                    (statement.equals(tally.speaking()) ? "the tally, by " : "beside it, by ")
                        + statement.returns().attestation().source().title(),
                    statement.returns().votes().count(ticket),
                    statement.index()));
        });
    List<Found<Certification>> certificates = certificates(unit);
    for (Found<Certification> found : certificates)
      parts.add(
          figureOf(
              certificates.size() > 1
                  ? "certified by " + found.fact().authority() + ", amended by no other"
                  : "certified",
              found.fact().votes().count(ticket),
              found.entry().index()));
    node.filter(tally -> tally.speaking() == null)
        .ifPresent(tally -> tally.below().forEach(below -> parts.add(of(below.id(), ticket))));
    long votes =
        node.map(now.tallies()::tally).map(all -> all[register.ticket(ticket)]).orElse(-1L);
    return new Explanation(
        node.isEmpty()
            ? "Nobody has reported votes of " + place(unit)
            : "%s has %s in %s%s"
                .formatted(
                    name(ticket),
                    votes < 0 ? "no figure" : grouped(votes) + (votes == 1 ? " vote" : " votes"),
                    place(unit),
                    node.get().isExact() ? "" : ", computed from a rounded share"),
        votes < 0 ? "" : Long.toString(votes),
        List.of(),
        List.of(),
        parts);
  }

  private List<Found<Certification>> certificates(String unit) {
    String jurisdiction = Unit.jurisdictionOf(unit);
    return register.jurisdiction(jurisdiction) < 0
        ? List.of()
        : now.facts(jurisdiction).certificates(unit);
  }

  private static Explanation figureOf(String whose, OptionalLong figure, long entry) {
    return Explanation.leaf(
        whose + ": " + (figure.isPresent() ? grouped(figure.getAsLong()) : "no figure"),
        figure.isPresent() ? Long.toString(figure.getAsLong()) : "",
        List.of(),
        List.of(entry));
  }

  /** The name of a ticket's candidate for President; of a slate without one, the ticket's id. */
  String name(String ticket) {
    String president = register.candidates.get(register.presidentOf(register.ticket(ticket)));
    return register.header.candidates().stream()
        .filter(candidate -> candidate.id().equals(president))
        .findFirst()
        .map(Candidate::name)
        .orElse(ticket);
  }

  static String place(String unit) {
    return Jurisdiction.of(unit).map(Jurisdiction::title).orElse(unit);
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
