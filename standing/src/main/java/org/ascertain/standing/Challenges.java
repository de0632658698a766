package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.RulingRow;

/**
 * Challenges and their rulings so far. A ruling that has no challenge, or precedes it, counts
 * nowhere; nor does a second challenge with the id of one recorded before.
 */
final class Challenges {

  private final Map<String, Found<Challenge>> filed = new LinkedHashMap<>();
  private final List<ChallengeRow> rows = new ArrayList<>();
  private final Map<String, List<ChallengeRow>> byJurisdiction = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Challenges(Tabulation now) {
    now.nation().all(Kind.CHALLENGE, Challenge.class).stream()
        .sorted(Comparator.comparingLong(found -> found.entry().index()))
        .forEach(this::file);
    Map<String, List<Found<Ruling>>> rulings = new HashMap<>();
    for (Found<Ruling> ruling : now.nation().all(Kind.RULING, Ruling.class)) {
      Optional<Problem> problem = problem(ruling);
      problem.ifPresent(problems::add);
      if (problem.isEmpty())
        rulings.computeIfAbsent(ruling.fact().challenge(), id -> new ArrayList<>()).add(ruling);
    }
    filed.values().stream()
        .sorted(Comparator.comparing(Found::entry, FactOrder.IN_TIME))
        .map(found -> row(found, rulings.getOrDefault(found.fact().id(), List.of())))
        .forEach(this::add);
  }

  private void file(Found<Challenge> challenge) {
    String id = challenge.fact().id();
    if (filed.putIfAbsent(id, challenge) != null)
      problems.add(new Problem(Check.CHALLENGE_TWICE, challenge.entry().index(), "id", id));
  }

  private Optional<Problem> problem(Found<Ruling> ruling) {
    String id = ruling.fact().challenge();
    Found<Challenge> challenge = filed.get(id);
    if (challenge == null)
      return Optional.of(
          new Problem(Check.UNKNOWN_CHALLENGE, ruling.entry().index(), "challenge", id));
    return challenge.entry().effective() > ruling.entry().effective()
        ? Optional.of(new Problem(Check.RULING_TOO_EARLY, ruling.entry().index(), "at", id))
        : Optional.empty();
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

  /** The challenge of an id. */
  Optional<Challenge> find(String id) {
    return Optional.ofNullable(filed.get(id)).map(Found::fact);
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
