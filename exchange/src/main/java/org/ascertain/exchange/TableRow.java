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

  /** More digits has no count. */
  private static final int MOST_DIGITS = 15;

  private String[] cells = new String[16];
  private Texts[] texts = Texts.of(16);

  /** Counts that are nothing but digits, which need no text. */
  private long[] counts = new long[16];

  private boolean[] isCount = new boolean[16];
  private boolean[] hasCounts = new boolean[16];

  /** Texts of a column by where one with their length and ends is kept. */
  private static final class Texts {
    private final char[][] written = new char[KEPT][];
    private final String[] kept = new String[KEPT];

    private static Texts[] of(int columns) {
      Texts[] all = new Texts[columns];
      for (int i = 0; i < columns; i++) all[i] = new Texts();
      return all;
    }

    private String text(char[] buffer, int offset, int length) {
      int ends = buffer[offset] * 7 + buffer[offset + length - 1];
      int place = (ends + length * 31) & (KEPT - 1);
      char[] before = written[place];
      if (before != null
          && Arrays.equals(before, 0, before.length, buffer, offset, offset + length))
        return kept[place];
      String text = new String(buffer, offset, length).strip();
      written[place] = Arrays.copyOfRange(buffer, offset, offset + length);
      kept[place] = text;
      return text;
    }
  }

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
      String cell = cell(i);
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

  /** Columns that have counts: one that is nothing but digits is not made a text for nobody. */
  void hasCounts(int[] columns) {
    for (int column : columns) hasCounts[column] = true;
  }

  String cell(int column) {
    return isCount[column] ? Long.toString(counts[column]) : cells[column];
  }

  /** The count in a cell; -1 where it is none. */
  long count(int column) {
    return isCount[column] ? counts[column] : Numbers.count(cells[column]);
  }

  boolean isEmpty(int column) {
    return !isCount[column] && cells[column].isEmpty();
  }

  List<String> cells() {
    List<String> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) all.add(cell(i));
    return all;
  }

  @Override
  protected void handleBegin(long line) {
    size = 0;
    breaks = 0;
  }

  @Override
  protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
    if (column == cells.length) grow(2 * column);
    isCount[column] = hasCounts[column] && hasCount(column, buffer, offset, length);
    if (!isCount[column])
      cells[column] = length == 0 ? "" : texts[column].text(buffer, offset, length);
    size = column + 1;
    if (quoted) breaks += breaks(buffer, offset, length);
  }

  private void grow(int columns) {
    cells = Arrays.copyOf(cells, columns);
    counts = Arrays.copyOf(counts, columns);
    isCount = Arrays.copyOf(isCount, columns);
    hasCounts = Arrays.copyOf(hasCounts, columns);
    texts = Arrays.copyOf(texts, columns);
    for (int i = columns / 2; i < columns; i++) texts[i] = new Texts();
  }

  /** Takes a count that is written as a number is: it can be written again as it was. */
  private boolean hasCount(int column, char[] buffer, int offset, int length) {
    if (length == 0 || length > MOST_DIGITS || (buffer[offset] == '0' && length > 1)) return false;
    long count = 0;
    for (int i = offset; i < offset + length; i++) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) return false;
      count = 10 * count + digit;
    }
    counts[column] = count;
    return true;
  }

  private static int breaks(char[] buffer, int offset, int length) {
    int breaks = 0;
    for (int i = offset; i < offset + length; i++) {
      boolean isSecond = buffer[i] == '\n' && i > offset && buffer[i - 1] == '\r';
      if ((buffer[i] == '\n' || buffer[i] == '\r') && !isSecond) breaks++;
    }
    return breaks;
  }

  @Override
  protected TableRow buildRecord() {
    return this;
  }
}
