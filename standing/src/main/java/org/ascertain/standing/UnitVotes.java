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
 * No figure is ever negative, and the figures of tickets and others are never more than the total:
 * where statements contradict each other so far, what they contradict is not known.
 *
 * @param columns by ticket, then for others, then in all; -1 for what has no figure
 * @param entries by column, the index of the entry that gives it; -1 where none alone does
 * @param isExact whether no figure is computed, carried over from an earlier statement, or taken
 *     from one that differs
 * @param isSum whether nobody printed the total: it is a sum of figures that are known here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UnitVotes(
    long[] columns, long[] entries, boolean isExact, boolean isSum, boolean isCertified) {

  private static final long NONE = Tallies.NO_FIGURE;

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
    long[] columns = none(parts.getFirst().columns.length);
    for (UnitVotes part : parts)
      for (int c = 0; c < columns.length; c++)
        if (part.columns[c] >= 0) columns[c] = Math.max(0, columns[c]) + part.columns[c];
    boolean isWhole = areAll && parts.stream().allMatch(part -> part.total().isPresent());
    if (!isWhole) columns[columns.length - 1] = NONE;
    return new UnitVotes(
        columns,
        none(columns.length),
        parts.stream().allMatch(UnitVotes::isExact),
        true,
        parts.stream().allMatch(UnitVotes::isCertified));
  }

  static Optional<UnitVotes> of(String unit, Tabulation now, NewestFigures newest) {
    Optional<UnitVotes> counted =
        Optional.ofNullable(now.tallies().find(unit)).map(node -> counted(node, now, newest));
    return now.facts(Unit.jurisdictionOf(unit))
        .certification(unit)
        .map(found -> certified(found, now.register(), counted))
        .or(() -> counted);
  }

  private static UnitVotes counted(Tallies.Node node, Tabulation now, NewestFigures newest) {
    Tallies.Statement speaking = node.speaking();
    if (speaking != null) return newest.of(speaking, now.register());
    Tallies tallies = now.tallies();
    long[] columns = columns(tallies.tally(node), tallies.other(node), tallies.total(node));
    return new UnitVotes(columns, none(columns.length), node.isExact(), true, false);
  }

  /** What one statement says. */
  static UnitVotes of(long index, Returns returns, Register register) {
    return said(
        index,
        register.figures(returns.votes()),
        returns.other(),
        returns.total(),
        returns.exact(),
        returns.totalBy() == TotalBy.SUM,
        false);
  }

  private static UnitVotes certified(
      JurisdictionFacts.Found<Certification> found,
      Register register,
      Optional<UnitVotes> counted) {
    Certification certificate = found.fact();
    UnitVotes own =
        said(
            found.entry().index(),
            register.figures(certificate.votes()),
            certificate.other(),
            certificate.total(),
            true,
            false,
            true);
    return counted.map(own::over).orElse(own);
  }

  /** What one entry says: every figure is that entry's. */
  static UnitVotes said(
      long index,
      long[] figures,
      OptionalLong other,
      OptionalLong total,
      boolean isExact,
      boolean isSum,
      boolean isCertified) {
    long[] columns = columns(figures, other, total);
    long[] entries = none(columns.length);
    for (int c = 0; c < columns.length; c++) if (columns[c] >= 0) entries[c] = index;
    return new UnitVotes(columns, entries, isExact, isSum, isCertified);
  }

  private static long[] columns(long[] figures, OptionalLong other, OptionalLong total) {
    long[] columns = Arrays.copyOf(figures, figures.length + 2);
    columns[figures.length] = other.orElse(NONE);
    columns[figures.length + 1] = total.orElse(NONE);
    return columns;
  }

  private static long[] none(int columns) {
    long[] none = new long[columns];
    Arrays.fill(none, NONE);
    return none;
  }

  /** By ticket, -1 for one that has no figure. */
  long[] figures() {
    return Arrays.copyOf(columns, others());
  }

  /** The votes for others than the tickets that have a figure. */
  OptionalLong other() {
    return amount(columns[others()]);
  }

  /** All votes, where the record has them. */
  OptionalLong total() {
    return amount(columns[inAll()]);
  }

  private int others() {
    return columns.length - 2;
  }

  private int inAll() {
    return columns.length - 1;
  }

  private static OptionalLong amount(long figure) {
    return figure < 0 ? OptionalLong.empty() : OptionalLong.of(figure);
  }

  /**
   * These votes, and what an earlier statement says of all that they are silent on. Its total
   * changes by as much as the figures that are replaced; it is then one that nobody printed.
   */
  UnitVotes over(UnitVotes earlier) {
    long[] all = columns.clone();
    long[] by = entries.clone();
    boolean agree = true;
    boolean carries = false;
    for (int t = 0; t < others(); t++) {
      if (earlier.columns[t] < 0) continue;
      if (all[t] >= 0) agree &= all[t] == earlier.columns[t];
      else {
        all[t] = earlier.columns[t];
        by[t] = earlier.entries[t];
        carries = true;
      }
    }
    carries |= carryOthers(earlier, all, by);
    boolean ownTotal = total().isPresent();
    boolean totalCarried = !ownTotal && earlier.total().isPresent();
    if (totalCarried) carryTotal(earlier, all, by);
    if (all[inAll()] >= 0 && sum(all, others()) > all[inAll()]) all[inAll()] = NONE;
    if (all[inAll()] >= 0 && sum(all, inAll()) > all[inAll()]) all[others()] = NONE;
    for (int c = others(); c <= inAll(); c++) if (all[c] < 0) by[c] = NONE;
    return new UnitVotes(
        all,
        by,
        isExact && (!(carries || totalCarried) || (agree && earlier.isExact)),
        totalCarried ? earlier.isSum || !agree : isSum,
        isCertified);
  }

  /**
   * Who has a figure here and had none there was one of the others there, and the other way round.
   * More than the others were, nobody can have been one of them: then how many there are is not
   * known.
   */
  private boolean carryOthers(UnitVotes earlier, long[] all, long[] by) {
    int others = others();
    boolean isOwn = columns[others] >= 0;
    if (!isOwn && earlier.columns[others] < 0) return false;
    UnitVotes teller = isOwn ? this : earlier;
    long rest = teller.columns[others];
    for (int t = 0; t < others; t++) if (teller.columns[t] < 0) rest -= Math.max(0, all[t]);
    all[others] = Math.max(NONE, rest);
    by[others] = rest < 0 ? NONE : teller.entries[others];
    return !isOwn;
  }

  /** The earlier total with the figures of now; votes that were nobody's there stay nobody's. */
  private void carryTotal(UnitVotes earlier, long[] all, long[] by) {
    int others = others();
    boolean bothTell = earlier.columns[others] >= 0;
    if (bothTell && all[others] < 0) return;
    long total = earlier.columns[inAll()];
    if (bothTell) total += sum(all, inAll()) - sum(earlier.columns, inAll());
    else
      for (int t = 0; t < others; t++)
        if (columns[t] >= 0 && earlier.columns[t] >= 0) total += columns[t] - earlier.columns[t];
    all[inAll()] = total;
    by[inAll()] = earlier.entries[inAll()];
  }

  /** What the columns before one add up to. */
  private static long sum(long[] columns, int end) {
    long sum = 0;
    for (int c = 0; c < end; c++) sum += Math.max(0, columns[c]);
    return sum;
  }
}
