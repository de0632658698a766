package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** Facts in force in the order of time, for those who know the first entries of a record. */
final class FactsInTime {

  private final KnownFacts facts;
  private final ReturnsTable table;

  FactsInTime(KnownFacts facts, ReturnsTable table) {
    this.facts = facts;
    this.table = table;
  }

  /**
   * The places of the facts in force for those who know the first entries, but the header, in the
   * order of time.
   *
   * @param after only of those that took effect after this moment
   * @param until and not after this one
   */
  int[] of(int known, long after, long until) {
    TimeOrder order = new TimeOrder();
    table.forEachBlock(
        (block, start, rows) -> {
          if (block.isEarlier(rows, after) || block.isLater(rows, until)) return;
          for (int i = 0; i < rows; i++) {
            long effective = block.effective[i];
            if (effective > after
                && effective <= until
                && block.from[i] < known
                && block.until[i] >= known) order.add(effective, block.index[i], start + i);
          }
        });
    int count = facts.others();
    for (int i = 0; i < count; i++) {
      KnownFacts.Row row = facts.other(~i);
      long effective = row.entry.effective();
      if (effective > after && effective <= until && row.isInForce(known) && row.entry.index() != 0)
        order.add(effective, Math.toIntExact(row.entry.index()), ~i);
    }
    return order.sorted();
  }

  /** The facts in force of whose time only bounds are known. */
  List<Entry> bounded(int known, long until) {
    if (!facts.hasBounds(known)) return List.of();
    List<Entry> bounded = new ArrayList<>();
    for (int place : of(known, Long.MIN_VALUE, until)) {
      if (place >= 0 && table.isAtMoment(place)) continue;
      Entry entry = facts.entryAt(place);
      if (entry.fact().attestation().at() instanceof When.Between) bounded.add(entry);
    }
    return bounded;
  }

  /** The places of the facts in force in the order of the earliest moments that they allow. */
  int[] early(int known, long until) {
    TimeOrder order = new TimeOrder();
    for (int place : of(known, Long.MIN_VALUE, Long.MAX_VALUE)) {
      long earliest = facts.earliest(place);
      int index = Math.toIntExact(facts.entryAt(place).index());
      if (earliest <= until) order.add(earliest, index, place);
    }
    return order.sorted();
  }

  /** Facts in force up to a moment of which some may be dated too early. */
  List<Entry> mayBeEarly(int known, long until) {
    List<Entry> early = new ArrayList<>();
    OptionalLong closing = facts.law.firstPollsClose();
    long polls =
        closing.orElse(
            Washington.endOf(facts.law.appointmentDays().getFirst().first().minusDays(1)) + 1);
    for (int place : of(known, Long.MIN_VALUE, Math.min(until, polls)))
      early.add(facts.entryAt(place));
    return early;
  }

  /** The places of returns of units of appointment, not of units below, in the order of time. */
  int[] ofWholeUnits(int known, long until) {
    TimeOrder order = new TimeOrder();
    int[] units = table.unitsOfSlots();
    table.forEachBlock(
        (block, start, rows) -> {
          if (!block.hasWholeUnits()) return;
          for (int i = 0; i < rows; i++)
            if (block.effective[i] <= until
                && block.from[i] < known
                && block.until[i] >= known
                && table.units.parent(units[block.slot[i]]) == ReportingUnits.NONE)
              order.add(block.effective[i], block.index[i], start + i);
        });
    return order.sorted();
  }

  /** The facts in force that are no returns, but the header, in the order of time. */
  List<Entry> besidesReturns(int known, long until) {
    return facts.others(known).stream()
        .map(row -> row.entry)
        .filter(entry -> entry.index() != 0 && entry.effective() <= until)
        .filter(entry -> !(entry.fact() instanceof Returns))
        .sorted(FactOrder.IN_TIME)
        .toList();
  }

  /** The fact that took effect last up to a moment. */
  Optional<Entry> last(int known, long until) {
    int[] place = {0};
    long[] at = {Long.MIN_VALUE, -1};
    table.forEachBlock(
        (block, start, rows) -> {
          if (block.isEarlier(rows, at[0]) || block.isLater(rows, until)) return;
          for (int i = 0; i < rows; i++) {
            long effective = block.effective[i];
            if (effective < at[0] || effective > until) continue;
            if (effective == at[0] && block.index[i] < at[1]) continue;
            if (block.from[i] >= known || block.until[i] < known) continue;
            place[0] = start + i;
            at[0] = effective;
            at[1] = block.index[i];
          }
        });
    Optional<Entry> returns = at[1] < 0 ? Optional.empty() : Optional.of(facts.entryAt(place[0]));
    return Stream.concat(
            returns.stream(),
            facts.others(known).stream()
                .map(row -> row.entry)
                .filter(entry -> entry.index() != 0 && entry.effective() <= until))
        .max(FactOrder.IN_TIME);
  }

  /** When the first fact took effect, for those who know the first entries. */
  long begin(int known) {
    return extent(known, Long.MAX_VALUE).first;
  }

  /** When the last fact up to a moment took effect, for those who know the first entries. */
  long end(int known, long until) {
    return extent(known, until).last;
  }

  /** How many facts took effect up to a moment, the header not counted. */
  int count(int known, long until) {
    return extent(known, until).count;
  }

  /** The facts in force up to a moment, the header not among them. */
  private Extent extent(int known, long until) {
    Extent extent = new Extent();
    table.forEachBlock(
        (block, start, rows) -> {
          if (block.isLater(rows, until)) return;
          if (block.isInForce(rows, known, until)) {
            extent.add(block.earliest(), rows);
            extent.add(block.latest(), 0);
            return;
          }
          for (int i = 0; i < rows; i++)
            if (block.effective[i] <= until && block.from[i] < known && block.until[i] >= known)
              extent.add(block.effective[i], 1);
        });
    for (KnownFacts.Row row : facts.others(known))
      if (row.entry.index() != 0 && row.entry.effective() <= until)
        extent.add(row.entry.effective(), 1);
    return extent;
  }

  /** How many facts there are, and from when to when. */
  private static final class Extent {
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private int count = 0;

    void add(long effective, int facts) {
      first = Math.min(first, effective);
      last = Math.max(last, effective);
      count += facts;
    }
  }
}
