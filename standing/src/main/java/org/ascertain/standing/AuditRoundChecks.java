package org.ascertain.standing;

import static org.ascertain.standing.FactChecks.fine;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.AuditKind;
import org.ascertain.election.Fact.AuditRound;
import org.ascertain.election.Fact.Discrepancies;
import org.ascertain.election.Problem;
import org.ascertain.election.When;

/**
 * Whether a round of an audit has what makes it evidence. Cards are evidence if they were drawn by
 * a seed that nobody could know when manifest, records and winner were published, from a manifest
 * that says how many there are, by a rule known beforehand; a count by hand is if somebody says
 * that it was of all cards.
 */
final class AuditRoundChecks {

  private final PlaceChecks places;

  AuditRoundChecks(PlaceChecks places) {
    this.places = places;
  }

  /** The first thing that is wrong with a round, if anything. */
  Optional<Problem> problem(Entry entry, AuditRound round) {
    return places
        .unit(entry, "unit", round.unit())
        .or(() -> sharedWith(entry, round))
        .or(() -> round.cards() == 0 ? lacks(entry, "cards") : fine())
        .or(() -> round.kind() == AuditKind.HAND_COUNT ? byHand(entry, round) : drawn(entry, round))
        .or(() -> found(entry, round));
  }

  private Optional<Problem> sharedWith(Entry entry, AuditRound round) {
    for (String unit : round.sharedWith()) {
      Optional<Problem> unknown = places.unit(entry, "sharedWith", unit);
      if (unknown.isPresent()) return unknown;
    }
    return fine();
  }

  private static Optional<Problem> byHand(Entry entry, AuditRound round) {
    if (!round.complete()) return lacks(entry, "complete");
    if (round.custody().isEmpty()) return lacks(entry, "custody");
    return round.votes().isEmpty() ? lacks(entry, "votes") : fine();
  }

  private static Optional<Problem> drawn(Entry entry, AuditRound round) {
    List<Demand> demands =
        List.of(
            new Demand("manifest", () -> round.manifest().isPresent()),
            new Demand("seed", () -> round.seed().isPresent()),
            new Demand("seedAt", () -> round.seedAt().isPresent()),
            new Demand("committed", () -> round.committed().isPresent()),
            new Demand("committedAt", () -> round.committedAt().isPresent()),
            new Demand("rule", () -> round.rule().isPresent()),
            new Demand("replacement", () -> round.replacement().isPresent()),
            new Demand(
                "discrepancies",
                () -> round.kind() != AuditKind.COMPARISON || round.discrepancies().isPresent()),
            new Demand(
                "votes", () -> round.kind() != AuditKind.POLLING || !round.votes().isEmpty()));
    for (Demand demand : demands)
      if (!demand.isMet().getAsBoolean()) return lacks(entry, demand.field());
    When seed = round.seedAt().orElseThrow();
    When committed = round.committedAt().orElseThrow();
    return seed.begins() > committed.effective()
        ? fine()
        : FactChecks.problem(
            entry, Check.SEED_TOO_EARLY, "seedAt", seed + ", published " + committed);
  }

  private record Demand(String field, BooleanSupplier isMet) {}

  private static Optional<Problem> found(Entry entry, AuditRound round) {
    long cards = round.cards();
    long differences = round.discrepancies().map(Discrepancies::sum).orElse(0L);
    if (differences > cards)
      return tooMany(entry, "discrepancies", differences + " differences on " + cards + " cards");
    if (round.votes().sum() > cards)
      return tooMany(entry, "votes", round.votes().sum() + " votes on " + cards + " cards");
    boolean again = round.replacement().orElse(false);
    long manifest = round.manifest().orElse(Long.MAX_VALUE);
    return again || cards <= manifest
        ? fine()
        : tooMany(entry, "cards", cards + " cards of " + manifest);
  }

  private static Optional<Problem> lacks(Entry entry, String field) {
    return FactChecks.problem(entry, Check.NO_EVIDENCE, field, field);
  }

  private static Optional<Problem> tooMany(Entry entry, String path, String detail) {
    return FactChecks.problem(entry, Check.MORE_THAN_THERE_ARE, path, detail);
  }
}
