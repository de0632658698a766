package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
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
 * nowhere.
 */
final class Challenges {

  private final List<ChallengeRow> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  Challenges(Tabulation now) {
    List<Found<Challenge>> filed = now.national(Kind.CHALLENGE, Challenge.class);
    List<Found<Ruling>> rulings = now.national(Kind.RULING, Ruling.class);
    for (Found<Ruling> ruling : rulings) problem(filed, ruling).ifPresent(problems::add);
    for (Found<Challenge> challenge : filed) rows.add(row(challenge, rulings));
  }

  private static Optional<Problem> problem(List<Found<Challenge>> filed, Found<Ruling> ruling) {
    String id = ruling.fact().challenge();
    Optional<Entry> challenge =
        filed.stream().filter(each -> each.fact().id().equals(id)).map(Found::entry).findFirst();
    if (challenge.isEmpty())
      return Optional.of(
          new Problem(Check.UNKNOWN_CHALLENGE, ruling.entry().index(), "challenge", id));
    return challenge.get().effective() > ruling.entry().effective()
        ? Optional.of(new Problem(Check.RULING_TOO_EARLY, ruling.entry().index(), "at", id))
        : Optional.empty();
  }

  private static ChallengeRow row(Found<Challenge> challenge, List<Found<Ruling>> rulings) {
    List<RulingRow> own = new ArrayList<>();
    boolean open = true;
    for (Found<Ruling> ruling : rulings) {
      if (!ruling.fact().challenge().equals(challenge.fact().id())) continue;
      if (ruling.entry().effective() < challenge.entry().effective()) continue;
      own.add(new RulingRow(ruling.fact(), ruling.entry().index()));
      if (ruling.fact().closing()) open = false;
    }
    return new ChallengeRow(challenge.fact(), challenge.entry().index(), List.copyOf(own), open);
  }

  List<ChallengeRow> rows() {
    return rows;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The ids of the challenges that concern a jurisdiction. */
  List<String> of(String jurisdiction) {
    return rows.stream()
        .filter(row -> concerns(row, jurisdiction))
        .map(row -> row.challenge().id())
        .toList();
  }

  /**
   * The challenges of a jurisdiction that were filed and not closed by a moment (nanoseconds since
   * 1970).
   */
  List<ChallengeRow> openAt(String jurisdiction, ChallengeKind kind, long moment) {
    return rows.stream()
        .filter(row -> row.challenge().kind() == kind && concerns(row, jurisdiction))
        .filter(row -> row.challenge().attestation().at().effective() <= moment)
        .filter(
            row ->
                row.rulings().stream()
                    .noneMatch(r -> r.ruling().closing() && effective(r) <= moment))
        .toList();
  }

  /** The challenges that concern a unit and are still open. */
  List<ChallengeRow> open(Unit unit) {
    return rows.stream()
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

  static boolean concerns(ChallengeRow row, String jurisdiction) {
    return row.challenge().units().stream()
        .anyMatch(unit -> Unit.jurisdictionOf(unit).equals(jurisdiction));
  }
}
