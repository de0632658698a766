package org.ascertain.standing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Unit;

/**
 * Who leads a unit or reporting unit, decided here for the ladder, the rows of units, conditions
 * and explanations alike: where the law ranks candidates and the rankings are on record, the winner
 * of the rounds; else who has most votes of the tally.
 */
final class UnitLeads {

  /**
   * @param candidate the place of the candidate; {@link Leader#NOBODY} where nobody leads, {@link
   *     Leader#NOT_KNOWN} where somebody may whom the record gives no figure
   * @param entries what it rests on; of a sum, nothing
   */
  record Lead(int candidate, List<Long> entries) {
    private static final Lead NOBODY = new Lead(Leader.NOBODY, List.of());
  }

  private final Register register;
  private final Tallies tallies;

  UnitLeads(Register register, Tallies tallies) {
    this.register = register;
    this.tallies = tallies;
  }

  Lead of(String unit, JurisdictionFacts facts) {
    // While parts lack, nothing is counted: each part to come would count all others again.
    if (facts.lacksRankedParts(unit) && register.law.isRanked(Unit.jurisdictionOf(unit)))
      return new Lead(Leader.NOT_KNOWN, List.of());
    Optional<RankedCount> ranked = RankedCount.of(unit, register, facts);
    if (ranked.isPresent()) return new Lead(ranked.get().leader(register), ranked.get().entries());
    Tallies.Node node = tallies.find(unit);
    if (node == null) return Lead.NOBODY;
    int leader = node.leader();
    Tallies.Statement speaking = node.speaking();
    return new Lead(
        leader < 0 ? leader : register.presidentOf(leader),
        speaking == null ? List.of() : List.of(speaking.index()));
  }

  /** Votes of a tally that neither a ticket nor others have; empty where no total tells. */
  OptionalLong uncredited(Tallies.Node node) {
    return uncredited(tallies.tally(node), tallies.other(node), tallies.total(node));
  }

  static OptionalLong uncredited(long[] figures, OptionalLong other, OptionalLong total) {
    if (total.isEmpty()) return OptionalLong.empty();
    long named = Arrays.stream(figures).filter(n -> n >= 0).sum() + other.orElse(0);
    return OptionalLong.of(Math.max(0, total.getAsLong() - named));
  }
}
