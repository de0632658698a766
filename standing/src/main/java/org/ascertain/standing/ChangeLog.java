package org.ascertain.standing;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.ascertain.election.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a course, in order. Those that returns bring, nearly all, are kept in columns: the
 * place of the fact, the unit, and its tally with the votes for others at its end. What was given
 * out stays as it is when the end of the log is cut off and written anew.
 */
final class ChangeLog {

  private static final int MOST_FIGURES = 1 << 13;

  private static final class Block {
    final int[] place;
    final Unit[] unit;
    final long[] figures;
    final @Nullable UnitChange[] other;

    Block(int rows, int width) {
      place = new int[rows];
      unit = new Unit[rows];
      figures = new long[rows * width];
      other = new UnitChange[rows];
    }

    private Block(Block of) {
      place = of.place.clone();
      unit = of.unit.clone();
      figures = of.figures.clone();
      other = of.other.clone();
    }
  }

  private final KnownFacts facts;
  private final int width;

  /** Rows of a block, a power of two. */
  private final int rows;

  private Block[] blocks = new Block[0];
  private int size = 0;

  ChangeLog(KnownFacts facts) {
    this.facts = facts;
    this.width = facts.returns.tickets + 1;
    this.rows = Integer.highestOneBit(Math.max(16, MOST_FIGURES / Math.max(1, width)));
  }

  int size() {
    return size;
  }

  /** Returns changed the tally of a unit and nothing else. */
  void add(int place, Unit unit, long[] figures) {
    Block block = blockForNext();
    int i = size & (rows - 1);
    block.place[i] = place;
    block.unit[i] = unit;
    System.arraycopy(figures, 0, block.figures, i * width, width);
    size++;
  }

  /** Any other change; {@code place} is that of its fact. */
  void add(int place, UnitChange change) {
    Block block = blockForNext();
    int i = size & (rows - 1);
    block.place[i] = place;
    block.other[i] = change;
    size++;
  }

  private Block blockForNext() {
    int number = size / rows;
    if (number == blocks.length) {
      blocks = Arrays.copyOf(blocks, number + 1);
      blocks[number] = new Block(rows, width);
    }
    return blocks[number];
  }

  /** Forgets all but the first; what was given out before does not see it. */
  void cut(int kept) {
    if (kept == size) return;
    int whole = kept / rows;
    boolean partly = kept % rows != 0;
    Block[] left = Arrays.copyOf(blocks, whole + (partly ? 1 : 0));
    if (partly) {
      left[whole] = new Block(blocks[whole]);
      Arrays.fill(left[whole].other, kept % rows, rows, null);
    }
    blocks = left;
    size = kept;
  }

  /** All changes so far, as they stay. */
  Kept kept() {
    return new Kept(facts, width, rows, blocks, size);
  }

  /** The changes as they were at some time. */
  static final class Kept extends AbstractList<UnitChange> implements RandomAccess {
    private final KnownFacts facts;
    private final int width;
    private final int rows;
    private final Block[] blocks;
    private final int size;

    private Kept(KnownFacts facts, int width, int rows, Block[] blocks, int size) {
      this.facts = facts;
      this.width = width;
      this.rows = rows;
      this.blocks = blocks;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public UnitChange get(int i) {
      if (i < 0 || i >= size) throw new IndexOutOfBoundsException(i);
      Block block = blocks[i / rows];
      int row = i & (rows - 1);
      UnitChange other = block.other[row];
      if (other != null) return other;
      long[] figures = Arrays.copyOfRange(block.figures, row * width, (row + 1) * width);
      return new UnitChange(
          facts.entryAt(block.place[row]),
          Optional.of(block.unit[row]),
          Optional.of(facts.register.byTicket(figures)),
          UnitChanges.others(figures),
          Optional.empty(),
          new TreeMap<>());
    }

    /** The unit of whose tally alone a change is; null for any other change. */
    @Nullable Unit tallied(int i) {
      Block block = blocks[i / rows];
      int row = i & (rows - 1);
      return block.other[row] == null ? block.unit[row] : null;
    }

    /** The changes that are of more than a tally. */
    List<UnitChange> beyondTallies() {
      List<UnitChange> beyond = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        UnitChange other = blocks[i / rows].other[i & (rows - 1)];
        if (other != null) beyond.add(other);
      }
      return beyond;
    }

    /** When a change took effect, in nanoseconds since 1970-01-01T00:00Z. */
    long moment(int i) {
      return facts.effective(blocks[i / rows].place[i & (rows - 1)]);
    }

    /** How many changes took effect before a moment. */
    int before(long moment) {
      int from = 0;
      int to = size;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (moment(middle) < moment) from = middle + 1;
        else to = middle;
      }
      return from;
    }

    /** The changes from one on. */
    List<UnitChange> from(int first) {
      return List.copyOf(subList(first, size));
    }
  }
}
