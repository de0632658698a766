package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.RulingRow;

/** Challenges and their rulings as they stand at one moment. */
final class Challenges {

  private final List<ChallengeRow> rows = new ArrayList<>();
  private final Map<String, List<ChallengeRow>> byJurisdiction = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Challenges(NationalFacts nation, FiledChallenges filed) {
    for (Found<Challenge> each : nation.all(Kind.CHALLENGE, Challenge.class))
      filed.problem(each.entry(), each.fact()).ifPresent(problems::add);
    Map<String, List<Found<Ruling>>> rulings = new HashMap<>();
    for (Found<Ruling> each : nation.all(Kind.RULING, Ruling.class)) {
      Optional<Problem> problem = filed.problem(each.entry(), each.fact());
      problem.ifPresent(problems::add);
      if (problem.isEmpty())
        rulings.computeIfAbsent(each.fact().challenge(), id -> new ArrayList<>()).add(each);
    }
    filed.all().stream()
        .sorted(Comparator.comparing(Found::entry, FactOrder.IN_TIME))
        .map(found -> row(found, rulings.getOrDefault(found.fact().id(), List.of())))
        .forEach(this::add);
  }

  private static ChallengeRow row(Found<Challenge> challenge, List<Found<Ruling>> rulings) {
    return new ChallengeRow(
        challenge.fact(),
        challenge.entry().index(),
        rulings.stream().map(each -> new RulingRow(each.fact(), each.entry().index())).toList(),
        rulings.stream().noneMatch(each -> each.fact().closing()));
  }

  private void add(ChallengeRow row) {
    rows.add(row);
    row.challenge().units().stream()
        .map(Unit::jurisdictionOf)
        .distinct()
        .forEach(code -> byJurisdiction.computeIfAbsent(code, c -> new ArrayList<>()).add(row));
  }

  /** All that stand, in the order of filing. */
  List<ChallengeRow> rows() {
    return rows;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The challenges that concern a jurisdiction, in the order of filing. */
  List<ChallengeRow> concerning(String jurisdiction) {
    return byJurisdiction.getOrDefault(jurisdiction, List.of());
  }

  /** The ids of the challenges that concern a jurisdiction. */
  List<String> of(String jurisdiction) {
    return concerning(jurisdiction).stream().map(row -> row.challenge().id()).toList();
  }

  /**
   * The challenges of a jurisdiction that were filed and not closed by a moment (nanoseconds since
   * 1970).
   */
  List<ChallengeRow> openAt(String jurisdiction, ChallengeKind kind, long moment) {
    return concerning(jurisdiction).stream()
        .filter(row -> row.challenge().kind() == kind)
        .filter(row -> row.challenge().attestation().at().effective() <= moment)
        .filter(
            row ->
                row.rulings().stream()
                    .noneMatch(r -> r.ruling().closing() && effective(r) <= moment))
        .toList();
  }

  /** The challenges that concern a unit and are still open. */
  List<ChallengeRow> open(Unit unit) {
    return concerning(unit.jurisdiction()).stream()
        .filter(ChallengeRow::open)
        .filter(
            row ->
                row.challenge().units().contains(unit.id())
                    || row.challenge().units().contains(unit.jurisdiction()))
        .toList();
  }

  private static long effective(RulingRow ruling) {
    return ruling.ruling().attestation().at().effective();
  }
}
