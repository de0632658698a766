package org.ascertain.standing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Unit;

/**
 * The people's votes of a unit as far as the record gives them: by the certificate, and of what
 * that is silent on by the returns. A statement that names some tickets says nothing of the others.
 *
 * @param figures by ticket, -1 for one that has no figure
 * @param total all votes, where the record has them
 * @param isExact whether no figure is computed, carried over from an earlier statement, or taken
 *     from one that differs
 * @param isSum whether nobody printed the total: it is a sum of figures that are known here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UnitVotes(
    long[] figures,
    OptionalLong other,
    OptionalLong total,
    boolean isExact,
    boolean isSum,
    boolean isCertified) {

  /**
   * The votes of a whole jurisdiction: its own row, else what its districts add up to. Empty where
   * nobody has counted votes there.
   */
  static Optional<UnitVotes> ofJurisdiction(
      String jurisdiction, Tabulation now, NewestFigures newest) {
    Optional<UnitVotes> own = of(jurisdiction, now, newest);
    if (own.isPresent()) return own;
    List<Unit> districts =
        now.register().units(jurisdiction).stream().filter(unit -> !unit.atLarge()).toList();
    List<UnitVotes> there =
        districts.stream().flatMap(unit -> of(unit.id(), now, newest).stream()).toList();
    if (there.isEmpty()) return Optional.empty();
    return Optional.of(sum(there, there.size() == districts.size()));
  }

  private static UnitVotes sum(List<UnitVotes> parts, boolean areAll) {
    long[] figures = new long[parts.getFirst().figures.length];
    Arrays.fill(figures, Tallies.NO_FIGURE);
    long other = 0;
    long total = 0;
    boolean whole = areAll;
    for (UnitVotes part : parts) {
      for (int t = 0; t < figures.length; t++)
        if (part.figures[t] >= 0) figures[t] = Math.max(0, figures[t]) + part.figures[t];
      other += part.other.orElse(0);
      total += part.total.orElse(0);
      whole &= part.total.isPresent();
    }
    return new UnitVotes(
        figures,
        parts.stream().anyMatch(part -> part.other.isPresent())
            ? OptionalLong.of(other)
            : OptionalLong.empty(),
        whole ? OptionalLong.of(total) : OptionalLong.empty(),
        parts.stream().allMatch(UnitVotes::isExact),
        true,
        parts.stream().allMatch(UnitVotes::isCertified));
  }

  private static Optional<UnitVotes> of(String unit, Tabulation now, NewestFigures newest) {
    Optional<UnitVotes> counted =
        Optional.ofNullable(now.tallies().find(unit)).map(node -> counted(node, now, newest));
    return now.facts(Unit.jurisdictionOf(unit))
        .certification(unit)
        .map(found -> certified(found.fact(), now.register(), counted))
        .or(() -> counted);
  }

  private static UnitVotes counted(Tallies.Node node, Tabulation now, NewestFigures newest) {
    Tallies.Statement speaking = node.speaking();
    if (speaking != null) return newest.of(speaking, now.register());
    Tallies tallies = now.tallies();
    return new UnitVotes(
        tallies.tally(node), tallies.other(node), tallies.total(node), node.isExact(), true, false);
  }

  /** What one statement says. */
  static UnitVotes of(Returns returns, Register register) {
    return new UnitVotes(
        register.figures(returns.votes()),
        returns.other(),
        returns.total(),
        returns.exact(),
        returns.totalBy() == TotalBy.SUM,
        false);
  }

  private static UnitVotes certified(
      Certification certificate, Register register, Optional<UnitVotes> counted) {
    UnitVotes own =
        new UnitVotes(
            register.figures(certificate.votes()),
            certificate.other(),
            certificate.total(),
            true,
            false,
            true);
    return counted.map(own::over).orElse(own);
  }

  /**
   * These votes, and what an earlier statement says of all that they are silent on. Its total
   * changes by as much as the figures that are replaced; it is then one that nobody printed.
   */
  UnitVotes over(UnitVotes earlier) {
    long[] all = figures.clone();
    boolean carried = false;
    long change = 0;
    boolean agree = true;
    for (int t = 0; t < all.length; t++) {
      if (earlier.figures[t] < 0) continue;
      if (all[t] >= 0) {
        change += all[t] - earlier.figures[t];
        agree &= all[t] == earlier.figures[t];
      } else {
        all[t] = earlier.figures[t];
        carried = true;
      }
    }
    boolean othersCarried = other.isEmpty() && earlier.other.isPresent();
    boolean totalCarried = total.isEmpty() && earlier.total.isPresent();
    boolean isMixed = carried || othersCarried || totalCarried;
    return new UnitVotes(
        all,
        othersCarried ? earlier.other : other,
        totalCarried ? OptionalLong.of(earlier.total.getAsLong() + change) : total,
        isExact && (!isMixed || (agree && earlier.isExact)),
        totalCarried ? earlier.isSum || !agree : isSum,
        isCertified);
  }
}
