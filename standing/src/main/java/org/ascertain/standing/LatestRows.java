package org.ascertain.standing;

import java.util.Arrays;
import org.ascertain.standing.ReturnsTable.Block;

/**
 * Which row of each slot counts at a moment, for those who know the first entries: of one source's
 * returns of one unit those with the greatest (effective, index). Where the same moment is asked
 * for again, as by a course that is told anew from its last mark for each fact that comes late,
 * only the rows are looked at that were added since.
 */
final class LatestRows {

  /** Of a slot in which nobody has spoken by then. */
  static final int NOBODY = -1;

  private final ReturnsTable table;
  private final int known;
  private final long moment;
  private final int falls;
  private int[] rowOf = new int[0];
  private long[] effective = new long[0];
  private int[] index = new int[0];
  private int seen = 0;
  private int taken = 0;
  private long end = Long.MIN_VALUE;

  /**
   * Nothing of it is known before {@link #lookOn}.
   *
   * @param known how many entries are known
   * @param moment nanoseconds since 1970-01-01T00:00Z
   */
  LatestRows(ReturnsTable table, int known, long moment) {
    this.table = table;
    this.known = known;
    this.moment = moment;
    this.falls = table.falls();
  }

  /** Whether it is of a moment, and no row has fallen since. */
  boolean isStill(long asked) {
    return moment == asked && falls == table.falls();
  }

  /** Looks at the rows that were added since this was last asked. */
  LatestRows lookOn() {
    makeRoom(table.slots());
    int first = seen;
    table.forEachBlock((block, start, rows) -> look(block, start, rows, first));
    return this;
  }

  private void makeRoom(int slots) {
    int before = rowOf.length;
    if (slots <= before) return;
    rowOf = Arrays.copyOf(rowOf, slots);
    Arrays.fill(rowOf, before, slots, NOBODY);
    effective = Arrays.copyOf(effective, slots);
    index = Arrays.copyOf(index, slots);
  }

  private void look(Block block, int start, int rows, int first) {
    if (start + rows <= first) return;
    seen = start + rows;
    if (block.isLater(rows, moment)) return;
    for (int i = Math.max(0, first - start); i < rows; i++) {
      long at = block.effective[i];
      if (at > moment || block.from[i] >= known || block.until[i] < known) continue;
      taken++;
      end = Math.max(end, at);
      int slot = block.slot[i];
      if (rowOf[slot] != NOBODY
          && (effective[slot] > at || (effective[slot] == at && index[slot] > block.index[i])))
        continue;
      rowOf[slot] = start + i;
      effective[slot] = at;
      index[slot] = block.index[i];
    }
  }

  /** How many slots it is of. */
  int slots() {
    return rowOf.length;
  }

  /** Puts the row of each slot into {@code into}; {@link #NOBODY} where there is none. */
  void copyTo(int[] into) {
    System.arraycopy(rowOf, 0, into, 0, rowOf.length);
  }

  /** How many rows are in force and have taken effect. */
  int taken() {
    return taken;
  }

  /** When the last of them took effect. */
  long end() {
    return end;
  }
}
