package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Fact.CommissionRuling;
import org.ascertain.election.Fact.Death;
import org.ascertain.election.Fact.Objection;
import org.ascertain.law.Sentence;
import org.ascertain.standing.Key.Kind;

/** What Congress did with votes, and by what it came to it. */
final class CountExplained {

  private final Tabulation now;

  CountExplained(Tabulation now) {
    this.now = now;
  }

  /** What was counted, with what Congress or the Commission decided about it before. */
  List<Long> entries(String jurisdiction, List<Long> counted) {
    JurisdictionFacts facts = now.facts(jurisdiction);
    List<Long> entries = new ArrayList<>();
    facts.all(Kind.OBJECTION, Objection.class).forEach(each -> entries.add(each.entry().index()));
    facts
        .all(Kind.COMMISSION_RULING, CommissionRuling.class)
        .forEach(each -> entries.add(each.entry().index()));
    facts
        .all(Kind.CHAMBER_VOTE, ChamberVote.class)
        .forEach(each -> entries.add(each.entry().index()));
    entries.addAll(counted);
    return entries;
  }

  /** Where votes were cast for somebody and, the count being over, fewer were counted. */
  List<Explanation> notCounted(int place) {
    List<Explanation> parts = new ArrayList<>();
    String person = now.register().candidates.get(place);
    boolean dead =
        now.nation().all(Kind.DEATH, Death.class).stream()
            .anyMatch(found -> found.fact().person().equals(person));
    for (String jurisdiction : now.register().jurisdictions) {
      JurisdictionFacts facts = now.facts(jurisdiction);
      int cast = now.rungs(jurisdiction).on(Rung.VOTED).electors[place];
      int counted = now.rungs(jurisdiction).on(Rung.COUNTED).electors[place];
      if (facts.cast().isEmpty() || facts.counted().isEmpty() || counted >= cast) continue;
      parts.add(
          Explanation.leaf(
              counted == 0
                  ? Sentence.of("{c}: {n} cast and none counted", jurisdiction, cast)
                  : Sentence.of("{c}: {n} cast and only {n} counted", jurisdiction, cast, counted),
              "0",
              dead ? List.of("VOTE.DEADCAND") : List.of(),
              entries(
                  jurisdiction,
                  List.of(
                      facts.cast().get().entry().index(), facts.counted().get().entry().index()))));
    }
    return parts;
  }
}
