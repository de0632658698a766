package org.ascertain.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The line of a table that is being read: its cells, without white space around them. It is one for
 * all lines, and a cell that many lines have is one text, so that a nation's precincts make few.
 */
final class TableRow extends AbstractBaseCsvCallbackHandler<TableRow> {

  /** Texts of each column that are kept; a power of two. */
  private static final int KEPT = 64;

  private String[] cells = new String[16];
  private String[][] kept = new String[16][];
  private int size;
  private int breaks;
  private final long before;

  TableRow() {
    this(0);
  }

  /** Of a text that stands behind so many lines of its table. */
  TableRow(long before) {
    this.before = before;
  }

  /** The line on which it begins, from 1. */
  long line() {
    return before + getStartingLineNumber();
  }

  /** The line on which it ends: cells in quotation marks may go over several. */
  long lastLine() {
    return line() + breaks;
  }

  /** Whether a cell has so many separators behind the end of a line: it has swallowed a line. */
  boolean hasSwallowed(char separator, int separators) {
    for (int i = 0; breaks > 0 && i < size; i++) {
      String cell = cells[i];
      int end = Math.max(cell.indexOf('\n'), cell.indexOf('\r'));
      if (end >= 0
          && cell.chars().skip(end).filter(each -> each == separator).count() >= separators)
        return true;
    }
    return false;
  }

  int size() {
    return size;
  }

  String cell(int column) {
    return cells[column];
  }

  List<String> cells() {
    return new ArrayList<>(Arrays.asList(cells).subList(0, size));
  }

  @Override
  protected void handleBegin(long line) {
    size = 0;
    breaks = 0;
  }

  @Override
  protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
    if (column == cells.length) {
      cells = Arrays.copyOf(cells, 2 * column);
      kept = Arrays.copyOf(kept, 2 * column);
    }
    cells[column] = length == 0 ? "" : text(column, buffer, offset, length);
    size = column + 1;
    if (quoted) breaks += breaks(buffer, offset, length);
  }

  private static int breaks(char[] buffer, int offset, int length) {
    int breaks = 0;
    for (int i = offset; i < offset + length; i++) {
      boolean isSecond = buffer[i] == '\n' && i > offset && buffer[i - 1] == '\r';
      if ((buffer[i] == '\n' || buffer[i] == '\r') && !isSecond) breaks++;
    }
    return breaks;
  }

  private String text(int column, char[] buffer, int offset, int length) {
    String[] texts = kept[column];
    if (texts == null) kept[column] = texts = new String[KEPT + 1];
    String last = texts[KEPT]; // most lines are of the place of the one before
    if (last != null && isThat(last, buffer, offset, length)) return last;
    int hash = length;
    for (int i = offset; i < offset + length; i++) hash = 31 * hash + buffer[i];
    int place = (hash ^ hash >>> 16) & (KEPT - 1);
    String known = texts[place];
    if (known == null || !isThat(known, buffer, offset, length))
      texts[place] = known = new String(buffer, offset, length).strip();
    texts[KEPT] = known;
    return known;
  }

  private static boolean isThat(String known, char[] buffer, int offset, int length) {
    if (known.length() != length) return false;
    // of two places of one kind the end differs, as a rule
    for (int i = length - 1; i >= 0; i--) if (known.charAt(i) != buffer[offset + i]) return false;
    return true;
  }

  @Override
  protected TableRow buildRecord() {
    return this;
  }
}
