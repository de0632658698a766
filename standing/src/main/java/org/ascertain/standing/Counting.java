package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Counted;
import org.ascertain.election.Fact.Objection;
import org.ascertain.election.Problem;
import org.ascertain.law.Electors;
import org.ascertain.law.Law;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;

/**
 * What Congress made of one jurisdiction's votes: what the record says that it did, else what
 * follows by the law of the day from the votes of both Houses. What was done against that law
 * counts as it was done, and is told.
 */
final class Counting {

  private final Law law;
  private final JurisdictionFacts facts;

  Counting(Law law, JurisdictionFacts facts) {
    this.law = law;
    this.facts = facts;
  }

  /** The four numbers of the jurisdiction's electors, for the law to decide by. */
  Electors electors() {
    Optional<Found<Counted>> counted = facts.counted();
    Optional<CountResult> result =
        counted.map(found -> found.fact().result()).or(this::resultByLaw);
    Optional<Ballots> cast = facts.cast().map(found -> found.fact().ballots());
    return new Electors(
        facts.jurisdiction(),
        facts.entitled(),
        facts.appointed(),
        cast,
        result,
        result
            .filter(each -> each != CountResult.REJECTED)
            .flatMap(each -> counted.flatMap(found -> found.fact().ballots()).or(() -> cast)),
        cast.isEmpty() && !facts.returnsOfElectors().isEmpty(),
        entries(counted.isPresent()),
        result.filter(CountResult.REJECTED::equals).flatMap(each -> facts.objections().struck()));
  }

  private List<Long> entries(boolean counted) {
    List<Long> entries = new ArrayList<>();
    if (counted) {
      facts.counted().ifPresent(found -> entries.add(found.entry().index()));
      return entries;
    }
    facts.cast().ifPresent(found -> entries.add(found.entry().index()));
    if (resultByLaw().isPresent())
      for (Chamber chamber : Chamber.values())
        vote(chamber).ifPresent(found -> entries.add(found.entry().index()));
    return entries;
  }

  /**
   * What becomes of the votes by the votes of both Houses on a single return; nothing while one of
   * them has not voted, or where the objection was to some of the electors only.
   */
  private Optional<CountResult> resultByLaw() {
    return byLaw().map(Determined::value);
  }

  private Optional<Determined<CountResult>> byLaw() {
    if (facts.returnsOfElectors().size() != 1 || !facts.objections().areToAllVotes())
      return Optional.empty();
    Optional<ChamberVote> senate = vote(Chamber.SENATE).map(Found::fact);
    Optional<ChamberVote> house = vote(Chamber.HOUSE).map(Found::fact);
    if (senate.isEmpty() || house.isEmpty()) return Optional.empty();
    return law.afterVotes(facts.jurisdiction(), senate, house)
            instanceof Determined<CountResult> determined
        ? Optional.of(determined)
        : Optional.empty();
  }

  private Optional<Found<ChamberVote>> vote(Chamber chamber) {
    return facts.all(Kind.CHAMBER_VOTE, ChamberVote.class).stream()
        .filter(each -> each.fact().chamber() == chamber)
        .reduce((earlier, later) -> later);
  }

  /** What was done against the law of the day; it stands all the same. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (Found<Objection> each : facts.objections().all())
      if (law.objection(each.fact()) instanceof Determined<Boolean>(var inOrder, var of)
          && !inOrder)
        problems.add(
            against(
                each.entry().index(),
                "received",
                "the objection is out of order by " + of.rules().getFirst()));
    facts.counted().ifPresent(found -> counted(found).ifPresent(problems::add));
    return problems;
  }

  private Optional<Problem> counted(Found<Counted> found) {
    String place = facts.jurisdiction();
    long index = found.entry().index();
    Optional<Determined<CountResult>> lawful = byLaw();
    if (lawful.isPresent() && lawful.get().value() != found.fact().result())
      return Optional.of(
          against(
              index,
              "result",
              "%s is %s by the votes of both Houses (%s)"
                  .formatted(
                      place,
                      words(lawful.get().value()),
                      String.join(", ", lawful.get().grounds().rules()))));
    Optional<String> conclusive = facts.conclusiveSlate();
    return conclusive.isPresent()
            && found.fact().slate().isPresent()
            && !found.fact().slate().equals(conclusive)
        ? Optional.of(
            against(
                index,
                "slate",
                "the certificate of slate " + conclusive.get() + " is conclusive (ECRA.ONESLATE)"))
        : Optional.empty();
  }

  private static String words(CountResult result) {
    return switch (result) {
      case COUNTED -> "counted";
      case REJECTED -> "rejected";
      case EITHER_WAY -> "announced either way";
    };
  }

  private static Problem against(long index, String path, String detail) {
    return new Problem(Check.AGAINST_THE_LAW, index, path, detail);
  }
}
