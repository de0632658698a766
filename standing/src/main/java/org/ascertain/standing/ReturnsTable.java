package org.ascertain.standing;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/**
 * Returns in columns: a row for each, in the order in which they were taken in. A million of them
 * as objects would fill the memory that a whole server has; an {@link Entry} is made of a row when
 * somebody asks for it.
 *
 * <p>A row is in force for whoever knows the first {@code n} entries of the record if it came into
 * force among them and fell, if at all, after them. So one thread may add rows while others read
 * those that were there when they began.
 */
final class ReturnsTable {

  /** Of a ticket that a statement does not name, and of an amount that it does not give. */
  static final long NO_FIGURE = -1;

  /** Of a row that has not fallen. */
  static final int IN_FORCE = Integer.MAX_VALUE;

  private static final int FIRST = 64;
  private static final int MOST = 1 << 14;

  /** Rows that follow each other; blocks double in size until they are large. */
  static final class Block {
    final int[] slot;
    final int[] index;
    final int[] from;
    final int[] until;
    final long[] effective;
    private final long[] recorded;
    private final int[] form;

    /** By row, then by column. */
    final long[] figures;

    private final long[] expected;

    /** Entries that say more than the columns hold; absent where none does. */
    private volatile @Nullable Entry @Nullable [] whole;

    // What is so of all rows, to pass over a full block without looking at each.
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private int lastFrom = 0;
    private boolean hasFallen = false;
    private volatile boolean hasWholeUnits = false;

    private Block(int rows, int columns) {
      slot = new int[rows];
      index = new int[rows];
      from = new int[rows];
      until = new int[rows];
      effective = new long[rows];
      recorded = new long[rows];
      form = new int[rows];
      figures = new long[rows * columns];
      expected = new long[rows];
      Arrays.fill(from, Integer.MAX_VALUE);
    }

    private void extend(long effective, int from, boolean ofWholeUnit) {
      earliest = Math.min(earliest, effective);
      latest = Math.max(latest, effective);
      lastFrom = Math.max(lastFrom, from);
      hasWholeUnits |= ofWholeUnit;
    }

    /** Whether so many rows are all that it will have: then no other thread extends it. */
    private boolean isFull(int rows) {
      return rows == slot.length;
    }

    /** Whether all rows are in force for those who know the first entries, at a moment. */
    boolean isInForce(int rows, int known, long moment) {
      return isFull(rows) && lastFrom < known && !hasFallen && latest <= moment;
    }

    /** Whether all rows took effect before a moment. */
    boolean isEarlier(int rows, long moment) {
      return isFull(rows) && latest < moment;
    }

    /** Whether no row took effect by a moment. */
    boolean isLater(int rows, long moment) {
      return isFull(rows) && earliest > moment;
    }

    /** When the first of the rows of a full block took effect. */
    long earliest() {
      return earliest;
    }

    /** When the last of the rows of a full block took effect. */
    long latest() {
      return latest;
    }

    /** Whether any row may be of a unit of appointment, not of one below. */
    boolean hasWholeUnits() {
      return hasWholeUnits;
    }
  }

  /**
   * One source's returns of one reporting unit.
   *
   * @param rank the source's place in the order of preference
   */
  record Slot(int unit, Source source, int rank) {

    /** Sources that the header does not rank come after those it does, by their ids. */
    static final Comparator<Slot> PREFERRED =
        Comparator.comparingInt(Slot::rank).thenComparing(slot -> slot.source().id());

    boolean isPreferredTo(Slot other) {
      return PREFERRED.compare(this, other) < 0;
    }
  }

  private record SlotKey(int unit, String source) {}

  private final Register register;
  final ReportingUnits units = new ReportingUnits();

  /** Behind the tickets' columns stand those of votes for others, and of all votes. */
  final int tickets;

  final int columns;
  private final Map<SlotKey, Integer> slots = new HashMap<>();
  private volatile Slot[] bySlot = new Slot[16];
  private volatile int[] unitOfSlot = new int[16];

  /** By slot, another one of the same unit; by unit, the last one of it. */
  private volatile int[] slotBeside = new int[16];

  private volatile int[] lastSlotOf = new int[0];
  private final Map<String, Integer> ranks = new HashMap<>();
  private final ReturnsForms forms = new ReturnsForms();
  private volatile Block[] blocks = new Block[0];
  private volatile int rows = 0;

  /** Of interest to the thread alone that adds rows and lets them fall. */
  private int falls = 0;

  ReturnsTable(Register register) {
    this.register = register;
    this.tickets = register.tickets.size();
    this.columns = tickets + 2;
    List<String> preferred = register.header.returnsFrom();
    for (String source : preferred) ranks.putIfAbsent(source, ranks.size());
  }

  /**
   * Takes in returns; gives their row.
   *
   * @param from how many entries of the record come before the one that brings them into force
   */
  int add(Entry entry, Returns returns, int from) {
    Source source = returns.attestation().source();
    int slot = slot(units.place(returns.unit()), source);
    int row = rows;
    int number = blockOf(row);
    if (number == blocks.length) {
      Block[] more = Arrays.copyOf(blocks, number + 1);
      more[number] = new Block(sizeOf(number), columns);
      blocks = more;
    }
    Block block = blocks[number];
    int place = row - startOf(number);
    block.slot[place] = slot;
    block.index[place] = Math.toIntExact(entry.index());
    block.effective[place] = entry.effective();
    block.until[place] = IN_FORCE;
    fill(block, place * columns, returns);
    block.expected[place] = returns.expected().orElse(NO_FIGURE);
    describe(block, place, entry, returns, slot);
    block.from[place] = from;
    block.extend(entry.effective(), from, units.parent(unitOfSlot[slot]) == ReportingUnits.NONE);
    rows = row + 1;
    return row;
  }

  private int slot(int unit, Source source) {
    Integer known = slots.get(new SlotKey(unit, source.id()));
    if (known != null) return known;
    int slot = slots.size();
    if (slot == bySlot.length) {
      bySlot = Arrays.copyOf(bySlot, 2 * slot);
      unitOfSlot = Arrays.copyOf(unitOfSlot, 2 * slot);
      slotBeside = Arrays.copyOf(slotBeside, 2 * slot);
    }
    if (unit >= lastSlotOf.length) {
      int before = lastSlotOf.length;
      int[] more = Arrays.copyOf(lastSlotOf, Math.max(16, 2 * unit));
      Arrays.fill(more, before, more.length, ReportingUnits.NONE);
      lastSlotOf = more;
    }
    bySlot[slot] = new Slot(unit, source, ranks.getOrDefault(source.id(), Integer.MAX_VALUE));
    unitOfSlot[slot] = unit;
    slotBeside[slot] = lastSlotOf[unit];
    lastSlotOf[unit] = slot;
    slots.put(new SlotKey(unit, source.id()), slot);
    return slot;
  }

  private void fill(Block block, int at, Returns returns) {
    Votes votes = returns.votes();
    Arrays.fill(block.figures, at, at + columns, NO_FIGURE);
    int[] places = register.tickets(votes.ids());
    for (int i = 0; i < places.length; i++) block.figures[at + places[i]] = votes.count(i);
    block.figures[at + tickets] = returns.other().orElse(NO_FIGURE);
    block.figures[at + tickets + 1] = returns.total().orElse(NO_FIGURE);
  }

  /** Keeps what the columns do not hold: packed where it is the usual, else the whole entry. */
  private void describe(Block block, int place, Entry entry, Returns returns, int slot) {
    int form = forms.of(entry, returns, bySlot[slot].source);
    block.form[place] = form;
    if (form != ReturnsForms.WHOLE) {
      block.recorded[place] = Washington.nanos(entry.recorded());
      return;
    }
    @Nullable Entry[] whole = block.whole;
    if (whole == null) whole = new Entry[block.slot.length];
    whole[place] = entry;
    block.whole = whole;
  }

  private static int blockOf(int row) {
    if (row >= MOST) return 1 + Integer.numberOfTrailingZeros(MOST / FIRST) + (row - MOST) / MOST;
    return Integer.SIZE - Integer.numberOfLeadingZeros(row / FIRST);
  }

  private static int sizeOf(int block) {
    return block == 0 ? FIRST : Math.min(MOST, FIRST << Math.min(block - 1, 20));
  }

  private static int startOf(int block) {
    int doubling = 1 + Integer.numberOfTrailingZeros(MOST / FIRST);
    if (block >= doubling) return MOST + (block - doubling) * MOST;
    return block == 0 ? 0 : FIRST << (block - 1);
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  /** Looks at rows of a block from the first to before the last. */
  @FunctionalInterface
  interface Look {
    void at(Block block, int startOfBlock, int rows);
  }

  /** Goes through all rows, block by block. */
  void forEachBlock(Look look) {
    int all = rows;
    Block[] now = blocks;
    for (int b = 0; b < now.length && startOf(b) < all; b++)
      look.at(now[b], startOf(b), Math.min(now[b].slot.length, all - startOf(b)));
  }

  Slot slot(int slot) {
    return bySlot[slot];
  }

  int slots() {
    return slots.size();
  }

  /** The unit of each slot; entries beyond {@link #slots} mean nothing. */
  int[] unitsOfSlots() {
    return unitOfSlot;
  }

  /** The slots of a unit. */
  List<Integer> slotsOf(int unit) {
    List<Integer> slots = new ArrayList<>();
    if (unit < lastSlotOf.length)
      for (int slot = lastSlotOf[unit]; slot >= 0; slot = slotBeside[slot]) slots.add(slot);
    return slots;
  }

  /** Whether more than one source has spoken for a unit. */
  boolean hasSlotsBeside(int unit) {
    return unit < lastSlotOf.length && lastSlotOf[unit] >= 0 && slotBeside[lastSlotOf[unit]] >= 0;
  }

  int slotOf(int row) {
    int b = blockOf(row);
    return blocks[b].slot[row - startOf(b)];
  }

  long effective(int row) {
    int b = blockOf(row);
    return blocks[b].effective[row - startOf(b)];
  }

  /** Whether the moment of a row is known to be just that, without its entry being made. */
  boolean isAtMoment(int row) {
    int b = blockOf(row);
    return blocks[b].form[row - startOf(b)] != ReturnsForms.WHOLE;
  }

  int index(int row) {
    int b = blockOf(row);
    return blocks[b].index[row - startOf(b)];
  }

  /** Puts a row's figures by column at a place; {@link #NO_FIGURE} where there is none. */
  void figures(int row, long[] into, int at) {
    int b = blockOf(row);
    System.arraycopy(blocks[b].figures, (row - startOf(b)) * columns, into, at, columns);
  }

  /** Whether no figure is computed from rounded shares. */
  boolean isExact(int row) {
    int b = blockOf(row);
    int place = row - startOf(b);
    int form = blocks[b].form[place];
    return form == ReturnsForms.WHOLE
        ? ((Returns) entry(row).fact()).exact()
        : ReturnsForms.isExact(form);
  }

  /** A row falls with an entry of the record. */
  void end(int row, int until) {
    int b = blockOf(row);
    blocks[b].hasFallen = true;
    blocks[b].until[row - startOf(b)] = until;
    falls++;
  }

  /** How often a row has fallen. */
  int falls() {
    return falls;
  }

  boolean isInForce(int row, int known) {
    int b = blockOf(row);
    int place = row - startOf(b);
    return blocks[b].from[place] < known && blocks[b].until[place] >= known;
  }

  /** The entry of a row, as it was taken in. */
  Entry entry(int row) {
    int b = blockOf(row);
    Block block = blocks[b];
    int place = row - startOf(b);
    int form = block.form[place];
    if (form == ReturnsForms.WHOLE) {
      @Nullable Entry[] whole = Objects.requireNonNull(block.whole);
      return Objects.requireNonNull(whole[place]);
    }
    Slot slot = bySlot[block.slot[place]];
    ZoneOffset offset = ReturnsForms.offset(form);
    When at = new When.AtMoment(Washington.instant(block.effective[place]).atOffset(offset));
    Returns returns =
        new Returns(
            Attestation.of(at, slot.source),
            units.id(slot.unit),
            votes(block, place, forms.ids(form)),
            amount(block.figures[place * columns + tickets]),
            amount(block.figures[place * columns + tickets + 1]),
            ReturnsForms.isExact(form),
            amount(block.expected[place]),
            ReturnsForms.expectedBy(form),
            ReturnsForms.isComplete(form),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            ReturnsForms.totalBy(form));
    return new Entry(
        block.index[place],
        Washington.instant(block.recorded[place]),
        forms.recorder(form),
        returns);
  }

  private Votes votes(Block block, int place, List<String> ids) {
    long[] counts = new long[ids.size()];
    for (int i = 0; i < counts.length; i++)
      counts[i] = block.figures[place * columns + register.ticket(ids.get(i))];
    return Votes.of(ids, counts);
  }

  private static OptionalLong amount(long figure) {
    return figure == NO_FIGURE ? OptionalLong.empty() : OptionalLong.of(figure);
  }
}
