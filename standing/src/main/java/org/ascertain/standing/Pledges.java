package org.ascertain.standing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Appointment;
import org.ascertain.election.Fact.Death;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
import org.ascertain.law.Deviation;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;

/**
 * Whether electors' votes were accepted that the law of the state makes void: votes for President
 * against the pledge, where the record tells for whom the electors were appointed. Of a state whose
 * law is not on record, or lets such votes count, nothing is said; nor where somebody to whom
 * electors were pledged has died, which those laws leave unsettled.
 */
final class Pledges {

  private final Tabulation now;
  private final JurisdictionFacts facts;

  Pledges(Tabulation now, String jurisdiction) {
    this.now = now;
    this.facts = now.facts(jurisdiction);
  }

  Optional<Problem> problem() {
    Optional<Found<ElectorVotes>> cast = facts.cast();
    Optional<Votes> appointed = appointed();
    if (cast.isEmpty()
        || appointed.isEmpty()
        || !(now.register().law.deviation(facts.jurisdiction())
            instanceof Determined<Deviation>(var follows, var grounds))
        || follows != Deviation.VOID) return Optional.empty();
    Map<String, Long> pledged = pledged(appointed.get());
    if (pledged.keySet().stream().anyMatch(this::died)) return Optional.empty();
    return deviant(cast.get().fact().ballots().of(Office.PRESIDENT), pledged)
        .map(person -> problem(cast.get(), person, grounds));
  }

  private Problem problem(Found<ElectorVotes> cast, String person, Grounds grounds) {
    String detail =
        "a vote of %s for %s is against the pledge, and void by the law of the state (%s)"
            .formatted(facts.jurisdiction(), person, String.join(", ", grounds.rules()));
    return new Problem(Check.AGAINST_THE_LAW, cast.entry().index(), "president", detail);
  }

  /** The electors by ticket: as the executive certified them, else as they were appointed. */
  private Optional<Votes> appointed() {
    return facts
        .ascertainment()
        .map(found -> found.fact().electors())
        .or(
            () ->
                facts.all(Kind.APPOINTMENT, Appointment.class).stream()
                    .map(found -> found.fact().electors())
                    .findFirst())
        .filter(votes -> !votes.isEmpty());
  }

  private Map<String, Long> pledged(Votes tickets) {
    Register register = now.register();
    Map<String, Long> pledged = new HashMap<>();
    tickets.forEach(
        (ticket, n) ->
            pledged.merge(
                register.candidates.get(register.presidentOf(register.ticket(ticket))),
                n,
                Long::sum));
    return pledged;
  }

  private boolean died(String person) {
    return now.nation().all(Kind.DEATH, Death.class).stream()
        .anyMatch(found -> found.fact().person().equals(person));
  }

  private static Optional<String> deviant(Votes cast, Map<String, Long> pledged) {
    List<String> ids = cast.ids();
    return ids.stream()
        .filter(id -> cast.count(id).orElse(0) > pledged.getOrDefault(id, 0L))
        .findFirst();
  }
}
