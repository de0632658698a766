package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Unit;
import org.ascertain.law.Sentence;
import org.ascertain.standing.JurisdictionFacts.Found;

/** Why a ticket has so many votes in a unit: whose statements they are, or the sum of which. */
final class VotesExplained {

  private static final Object[] NOBODY = {};

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
                    statement.equals(tally.speaking())
                        ? "the tally, by {x}: {f}"
                        : "beside it, by {x}: {f}",
                    statement.returns().votes().count(ticket),
                    statement.index(),
                    statement.returns().attestation().source().title()));
        });
    List<Found<Certification>> certificates = certificates(unit);
    for (Found<Certification> found : certificates)
      parts.add(
          figureOf(
              certificates.size() > 1
                  ? "certified by {x}, amended by no other: {f}"
                  : "certified: {f}",
              found.fact().votes().count(ticket),
              found.entry().index(),
              certificates.size() > 1 ? new Object[] {found.fact().authority()} : NOBODY));
    node.filter(tally -> tally.speaking() == null)
        .ifPresent(tally -> tally.below().forEach(below -> parts.add(of(below.id(), ticket))));
    long votes =
        node.map(now.tallies()::tally).map(all -> all[register.ticket(ticket)]).orElse(-1L);
    return new Explanation(
        node.isEmpty()
            ? Sentence.of("Nobody has reported votes of {p}", place(unit))
            : has(name(ticket), votes, place(unit), node.get().isExact()),
        votes < 0 ? "" : Long.toString(votes),
        List.of(),
        List.of(),
        parts);
  }

  private static Sentence has(String name, long votes, String place, boolean exact) {
    String how = exact ? "" : ", computed from a rounded share";
    if (votes < 0) return Sentence.of("{x} has no figure in {p}" + how, name, place);
    return votes == 1
        ? Sentence.of("{x} has 1 vote in {p}" + how, name, place)
        : Sentence.of("{x} has {n} votes in {p}" + how, name, grouped(votes), place);
  }

  private List<Found<Certification>> certificates(String unit) {
    String jurisdiction = Unit.jurisdictionOf(unit);
    return register.jurisdiction(jurisdiction) < 0
        ? List.of()
        : now.facts(jurisdiction).certificates(unit);
  }

  /**
   * A figure that somebody gives.
   *
   * @param form whose it is; its last blank is for the figure
   */
  private static Explanation figureOf(
      String form, OptionalLong figure, long entry, Object... whose) {
    Object told = figure.isPresent() ? grouped(figure.getAsLong()) : Sentence.of("no figure");
    return Explanation.leaf(
        Sentence.of(form, Stream.concat(Stream.of(whose), Stream.of(told)).toArray()),
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
