package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.standing.ReturnsTable.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The fold of returns: what each reporting unit's latest returns say, and what they add up to.
 *
 * <p>Returns are kept per (reporting unit, source), and among one source's the greatest (effective,
 * index) counts. A unit's tally is that of the first source in the order of preference that has
 * spoken for it; where none has, the sum of the units below. A change goes up only as far as it
 * changes a sum, so one return costs the depth of its unit.
 *
 * <p>Long, because the columns of a tally and the walk up them share their arrays: apart, each step
 * would go through another object.
 */
final class Tallies {

  /** Of a ticket that has none. */
  static final long NO_FIGURE = ReturnsTable.NO_FIGURE;

  private static final int NOBODY = LatestRows.NOBODY;

  private final ReturnsTable table;
  private final ReportingUnits units;
  private final int tickets;
  private final int columns;
  private final Register register;
  private long[] before;
  private long[] after;
  private long[] beforeAbove;
  private final long[] figures;
  private final long[] spare;

  /** By slot, the row that counts, and what it says: copied, to be near at hand. */
  private int[] rowOf = new int[0];

  private long[] effectiveOf = new long[0];
  private long[] said = new long[0];
  private boolean[] saidExactly = new boolean[0];

  /** By unit, the slot that makes its tally. */
  private int[] speaking = new int[0];

  /** By unit, how many units directly below have a tally, and how many of them one not exact. */
  private int[] counted = new int[0];

  private int[] inexact = new int[0];

  /** By unit and column, what is below, and how many units directly below have a figure. */
  private long[] sums = new long[0];

  private int[] named = new int[0];

  private boolean replaced;

  Tallies(Register register, ReturnsTable table) {
    this.register = register;
    this.table = table;
    this.units = table.units;
    this.tickets = table.tickets;
    this.columns = table.columns;
    this.before = new long[columns];
    this.after = new long[columns];
    this.beforeAbove = new long[columns];
    this.figures = new long[tickets];
    this.spare = new long[columns];
  }

  /** The tallies that follow from the rows that count. */
  static Tallies of(Register register, ReturnsTable table, LatestRows rows) {
    Tallies tallies = new Tallies(register, table);
    tallies.make(rows.slots(), table.units.size());
    rows.copyTo(tallies.rowOf);
    tallies.addUp();
    return tallies;
  }

  /** Lets the preferred sources speak and adds their figures up, from the lowest units on. */
  private void addUp() {
    Arrays.fill(before, NO_FIGURE);
    for (int slot = 0; slot < rowOf.length; slot++)
      if (rowOf[slot] != NOBODY) {
        copy(slot);
        speak(table.unitsOfSlots()[slot], slot);
      }
    for (int unit = speaking.length - 1; unit >= 0; unit--) {
      int parent = units.parent(unit);
      if (parent == ReportingUnits.NONE || !hasTally(unit)) continue;
      counted[parent]++;
      if (!isExact(unit)) inexact[parent]++;
      tally(unit, after);
      exchangeBelow(parent, before, after);
    }
  }

  private void copy(int slot) {
    table.figures(rowOf[slot], said, slot * columns);
    saidExactly[slot] = table.isExact(rowOf[slot]);
    effectiveOf[slot] = table.effective(rowOf[slot]);
  }

  private void speak(int unit, int slot) {
    int first = speaking[unit];
    if (first == NOBODY || table.slot(slot).isPreferredTo(table.slot(first))) speaking[unit] = slot;
  }

  private void make(int slots, int places) {
    if (slots > rowOf.length) {
      int before = rowOf.length;
      rowOf = Arrays.copyOf(rowOf, before == 0 ? slots : Math.max(slots, 2 * before));
      Arrays.fill(rowOf, before, rowOf.length, NOBODY);
      effectiveOf = Arrays.copyOf(effectiveOf, rowOf.length);
      said = Arrays.copyOf(said, rowOf.length * columns);
      saidExactly = Arrays.copyOf(saidExactly, rowOf.length);
    }
    if (places <= speaking.length) return;
    int before = speaking.length;
    int size = before == 0 ? places : Math.max(places, 2 * before);
    speaking = Arrays.copyOf(speaking, size);
    Arrays.fill(speaking, before, size, NOBODY);
    counted = Arrays.copyOf(counted, size);
    inexact = Arrays.copyOf(inexact, size);
    sums = Arrays.copyOf(sums, size * columns);
    named = Arrays.copyOf(named, size * columns);
  }

  /** Takes in a row of the table; gives the highest unit whose tally it may have changed. */
  int add(int row) {
    int slot = table.slotOf(row);
    int unit = table.unitsOfSlots()[slot];
    make(slot + 1, unit + 1);
    replaced = false;
    int before = rowOf[slot];
    if (before != NOBODY && !isLater(row, slot)) return unit;
    boolean hadTally = hasTally(unit);
    boolean wasInexact = hadTally && !isExact(unit);
    replaced = before != NOBODY && speaking[unit] == slot;
    tally(unit, this.before);
    rowOf[slot] = row;
    copy(slot);
    if (before == NOBODY) speak(unit, slot);
    tally(unit, after);
    return carryUp(unit, hadTally, wasInexact);
  }

  /** Whether a row is later than the one that counts in its slot. */
  private boolean isLater(int row, int slot) {
    long effective = table.effective(row);
    long before = effectiveOf[slot];
    return effective > before
        || (effective == before && table.index(row) > table.index(rowOf[slot]));
  }

  /** Whether the returns taken in last replaced earlier ones of the same source in a tally. */
  boolean replaced() {
    return replaced;
  }

  private int carryUp(int changed, boolean hadTally, boolean wasInexact) {
    int unit = changed;
    boolean had = hadTally;
    boolean inexactBefore = wasInexact;
    for (int parent = units.parent(unit); parent >= 0; parent = units.parent(unit)) {
      boolean parentHad = hasTally(parent);
      boolean parentInexact = parentHad && !isExact(parent);
      tally(parent, beforeAbove);
      if (!had) counted[parent]++;
      boolean inexactNow = !isExact(unit);
      if (inexactBefore != inexactNow) inexact[parent] += inexactNow ? 1 : -1;
      exchangeBelow(parent, before, after);
      if (speaking[parent] != NOBODY) return parent;
      long[] free = before;
      before = beforeAbove;
      beforeAbove = free;
      tally(parent, after);
      had = parentHad;
      inexactBefore = parentInexact;
      unit = parent;
    }
    return unit;
  }

  private void exchangeBelow(int unit, long[] before, long[] after) {
    int at = unit * columns;
    for (int c = 0; c < columns; c++) {
      long was = before[c];
      long is = after[c];
      sums[at + c] += Math.max(0, is) - Math.max(0, was);
      if (was < 0 != is < 0) named[at + c] += is < 0 ? -1 : 1;
    }
  }

  private boolean hasTally(int unit) {
    return unit < speaking.length && (speaking[unit] != NOBODY || counted[unit] > 0);
  }

  private boolean isExact(int unit) {
    int slot = speaking[unit];
    return slot == NOBODY ? inexact[unit] == 0 : saidExactly[slot];
  }

  /** Puts the tally into {@code into}, by column; without any, no figure is put there. */
  private void tally(int unit, long[] into) {
    int slot = speaking[unit];
    if (slot != NOBODY) {
      System.arraycopy(said, slot * columns, into, 0, columns);
      return;
    }
    int total = columns - 1;
    int at = unit * columns;
    for (int c = 0; c < total; c++) into[c] = named[at + c] == 0 ? NO_FIGURE : sums[at + c];
    // A total of some of the units would be told as that of all.
    boolean isWhole = counted[unit] > 0 && named[at + total] == counted[unit];
    into[total] = isWhole ? sums[at + total] : NO_FIGURE;
  }

  /** The place of the ticket that leads a unit's tally, as {@link Leader} has it. */
  int leader(int unit) {
    tally(unit, spare);
    System.arraycopy(spare, 0, figures, 0, tickets);
    long total = spare[tickets + 1];
    if (total < 0) return Leader.of(figures, register, NO_FIGURE);
    long named = Math.max(0, spare[tickets]);
    for (long figure : figures) named += Math.max(0, figure);
    return Leader.of(figures, register, Math.max(0, total - named));
  }

  /** The reporting unit of an id, if anybody has spoken for it or below it. */
  @Nullable Node find(String id) {
    int unit = units.find(id);
    return unit >= 0 && hasTally(unit) ? new Node(unit) : null;
  }

  /** The reporting unit at a place, if anybody has spoken for it or below it. */
  @Nullable Node find(int unit) {
    return unit >= 0 && hasTally(unit) ? new Node(unit) : null;
  }

  /** The units below others of which more than one figure may be told: their own, and another. */
  List<Node> toldTwice() {
    List<Node> nodes = new ArrayList<>();
    for (int unit = 0; unit < Math.min(speaking.length, units.size()); unit++) {
      boolean isOwn = speaking[unit] != NOBODY && units.parent(unit) != ReportingUnits.NONE;
      if (isOwn && (counted[unit] > 0 || table.hasSlotsBeside(unit))) nodes.add(new Node(unit));
    }
    return nodes;
  }

  /** The tally of a reporting unit by ticket; -1 for a ticket that has no figure. */
  long[] tally(Node node) {
    return Arrays.copyOf(columns(node), tickets);
  }

  /** The same with the votes for others at the end; -1 where there is no figure of them. */
  long[] withOthers(Node node) {
    return Arrays.copyOf(columns(node), tickets + 1);
  }

  /** The votes for others in the tally; of a sum, those that the units below name. */
  OptionalLong other(Node node) {
    return amount(columns(node)[tickets]);
  }

  /** All votes of the tally; of a sum, only where every unit of it has a total. */
  OptionalLong total(Node node) {
    return amount(columns(node)[tickets + 1]);
  }

  private long[] columns(Node node) {
    long[] tally = new long[columns];
    tally(node.unit, tally);
    return tally;
  }

  private static OptionalLong amount(long figure) {
    return figure < 0 ? OptionalLong.empty() : OptionalLong.of(figure);
  }

  /** One source's latest returns of one reporting unit. */
  final class Statement {
    final String source;
    private final int slot;

    private Statement(int slot) {
      this.slot = slot;
      this.source = table.slot(slot).source().id();
    }

    Entry entry() {
      return table.entry(rowOf[slot]);
    }

    long index() {
      return table.index(rowOf[slot]);
    }

    Returns returns() {
      return (Returns) entry().fact();
    }

    /** Votes for others than those on tickets. */
    OptionalLong other() {
      return amount(said[slot * columns + tickets]);
    }

    OptionalLong total() {
      return amount(said[slot * columns + tickets + 1]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Statement statement && statement.slot == slot;
    }

    @Override
    public int hashCode() {
      return slot;
    }
  }

  /** A reporting unit that has a tally. */
  final class Node {
    private final int unit;

    private Node(int unit) {
      this.unit = unit;
    }

    String id() {
      return units.id(unit);
    }

    /** The place of the leading ticket; -1 where nobody leads. */
    int leader() {
      return Tallies.this.leader(unit);
    }

    /** The units directly below that have a tally. */
    List<Node> below() {
      return units.below(unit).stream()
          .filter(Tallies.this::hasTally)
          .map(each -> new Node(each))
          .toList();
    }

    /** The statement that makes the tally, or null where the tally is a sum. */
    @Nullable Statement speaking() {
      return speaking[unit] == NOBODY ? null : new Statement(speaking[unit]);
    }

    /** The statements that make up the tally: the one that speaks, or those of the units below. */
    List<Statement> tallied() {
      Statement own = speaking();
      if (own != null) return List.of(own);
      return below().stream().flatMap(each -> each.tallied().stream()).toList();
    }

    /** Every source's latest statement, in the order of preference. */
    List<Statement> statements() {
      List<Statement> statements = new ArrayList<>();
      for (int slot : table.slotsOf(unit))
        if (slot < rowOf.length && rowOf[slot] != NOBODY) statements.add(new Statement(slot));
      statements.sort(Comparator.comparing(each -> table.slot(each.slot), Slot.PREFERRED));
      return statements;
    }

    /** Whether no figure in the tally is computed from rounded shares. */
    boolean isExact() {
      return Tallies.this.isExact(unit);
    }

    /** How many units directly below have a tally. */
    int reportingBelow() {
      return counted[unit];
    }

    /** What the units directly below add up to for a ticket; -1 where none has a figure. */
    long sumBelow(int ticket) {
      int at = unit * columns + ticket;
      return named[at] == 0 ? NO_FIGURE : sums[at];
    }
  }
}
