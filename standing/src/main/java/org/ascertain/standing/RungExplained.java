package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Rule;
import org.ascertain.law.Sentence;

/** Why a candidate has so many electors on a rung: of which jurisdictions, by which facts. */
final class RungExplained {

  private final Tabulation now;
  private final Register register;
  private final UnaryOperator<String> name;

  /**
   * Explains as of a state.
   *
   * @param name what a candidate is called
   */
  RungExplained(Tabulation now, UnaryOperator<String> name) {
    this.now = now;
    this.register = now.register();
    this.name = name;
  }

  /** The electors of a candidate on a rung. */
  Explanation electors(Rung rung, String candidate) {
    int place = register.candidate(candidate);
    if (rung == Rung.IN_OFFICE) return inOffice(candidate);
    if (rung == Rung.DECLARED) return declared(candidate);
    List<Explanation> parts = new ArrayList<>();
    for (String jurisdiction : register.jurisdictions) {
      JurisdictionRungs.OnRung on = now.rungs(jurisdiction).on(rung);
      int electors = on.electors[place];
      if (electors == 0) continue;
      parts.add(
          Explanation.leaf(
              electors(jurisdiction, electors, !on.implied.isEmpty()),
              Integer.toString(electors),
              List.of(),
              entries(rung, jurisdiction, on)));
    }
    int from = parts.size();
    if (rung == Rung.COUNTED) parts.addAll(new CountExplained(now).notCounted(place));
    return new Explanation(
        from(name.apply(candidate), now.electors(rung, place), rung, from),
        Integer.toString(now.electors(rung, place)),
        rules(rung),
        List.of(),
        parts);
  }

  static Sentence electors(String jurisdiction, int n, boolean implied) {
    return Sentence.of(implied ? "{c} {n}, implied by a later fact" : "{c} {n}", jurisdiction, n);
  }

  private static Sentence from(String name, int electors, Rung rung, int jurisdictions) {
    if (electors == 1)
      return jurisdictions == 1
          ? Sentence.of("{x} has 1 elector {r}, from 1 jurisdiction", name, rung.word())
          : Sentence.of(
              "{x} has 1 elector {r}, from {n} jurisdictions", name, rung.word(), jurisdictions);
    return jurisdictions == 1
        ? Sentence.of("{x} has {n} electors {r}, from 1 jurisdiction", name, electors, rung.word())
        : Sentence.of(
            "{x} has {n} electors {r}, from {n} jurisdictions",
            name,
            electors,
            rung.word(),
            jurisdictions);
  }

  /** The entries behind a rung; of a tally that is a sum, those of all that it is the sum of. */
  List<Long> entries(Rung rung, String jurisdiction, JurisdictionRungs.OnRung on) {
    if (rung == Rung.COUNTED) return new CountExplained(now).entries(jurisdiction, on.entries);
    if (rung != Rung.REPORTED) return on.entries;
    Set<Long> entries = new LinkedHashSet<>(on.entries);
    for (Unit unit : register.units(jurisdiction)) {
      Tallies.Node node = now.tallies().find(unit.id());
      if (node != null && node.speaking() == null)
        node.tallied().forEach(each -> entries.add(each.index()));
    }
    return List.copyOf(entries);
  }

  /** The rules of law that a rung rests on. */
  List<String> rules(Rung rung) {
    List<String> stems =
        switch (rung) {
          case REPORTED, CERTIFIED -> List.of("MANNER.TICKET", "MANNER.SHORT", "MANNER.DISTRICT");
          case CALLED -> List.of();
          case ASCERTAINED -> List.of("CAL.ASCERTAIN");
          case VOTED -> List.of("VOTE.TWO", "VOTE.XII", "VOTE.DAY", rule(DeadlineKind.MEET));
          case COUNTED -> List.of("CNT.", rule(DeadlineKind.COUNT));
          case DECLARED -> List.of("CNT.");
          case IN_OFFICE -> List.of(rule(DeadlineKind.TERM));
        };
    return register.law.rules().stream()
        .map(Rule::id)
        .filter(id -> stems.stream().anyMatch(stem -> !stem.isEmpty() && id.startsWith(stem)))
        .toList();
  }

  private String rule(DeadlineKind due) {
    return register.law.deadline(due).map(deadline -> deadline.rule().id()).orElse("");
  }

  private Explanation declared(String candidate) {
    int electors = now.electors(Rung.DECLARED, register.candidate(candidate));
    List<Long> entries =
        now.nation().declared().map(found -> List.of(found.entry().index())).orElse(List.of());
    Sentence text =
        entries.isEmpty()
            ? Sentence.of("The state of the vote has not been announced")
            : declared(name.apply(candidate), electors);
    return Explanation.leaf(text, Integer.toString(electors), rules(Rung.DECLARED), entries);
  }

  private static Sentence declared(String name, int electors) {
    return electors == 1
        ? Sentence.of("{x} was declared to have 1 electoral vote", name)
        : Sentence.of("{x} was declared to have {n} electoral votes", name, electors);
  }

  private Explanation inOffice(String candidate) {
    boolean holds = now.inOffice(register.candidate(candidate));
    List<Long> entries =
        now.inOffice(Office.PRESIDENT)
            .filter(found -> found.fact().person().equals(candidate))
            .map(found -> List.of(found.entry().index()))
            .orElse(List.of());
    Sentence text =
        Sentence.of(
            holds
                ? "{x} holds the office: the term has begun and the oath is taken"
                : "{x} does not hold the office of President",
            name.apply(candidate));
    return Explanation.leaf(text, Boolean.toString(holds), rules(Rung.IN_OFFICE), entries);
  }
}
