package org.ascertain.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.ascertain.record.RecordReader;

/**
 * Cuts a stream into the bytes of its rows, of which no more is held than a row may have. A row is
 * a line, and of a table may go on over several inside quotation marks (RFC 4180). Of a table a
 * carriage return ends a row too, as old spreadsheets write; with a line feed behind it an empty
 * row follows.
 */
final class RowCutter {

  /** How many bytes a row may have without the end of its line. */
  static final int LONGEST = RecordReader.LONGEST_LINE;

  /**
   * A row of the stream.
   *
   * @param bytes its first {@link #LONGEST} bytes
   * @param length how many bytes it has in all
   * @param isEnded whether an end of line follows
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  record Cut(byte[] bytes, long length, boolean isEnded) {
    boolean isTooLong() {
      return length > LONGEST;
    }
  }

  private final InputStream in;
  private final boolean isTable;
  private final byte[] buffer = new byte[1 << 14];
  private int next;
  private int end;
  private byte[] row = new byte[512];

  /**
   * @param isTable whether an end of line inside quotation marks is none
   */
  RowCutter(InputStream in, boolean isTable) {
    this.in = in;
    this.isTable = isTable;
  }

  /** The next row; empty at the end of the stream. */
  Optional<Cut> next() throws IOException {
    long length = 0;
    boolean atStart = true; // of a cell
    boolean quoted = false;
    boolean any = false;
    long closed = -1; // behind the quotation mark that closed the cell: two are one inside it
    while (next < end || fill()) {
      any = true;
      byte b = buffer[next++];
      // a row that is too long is one whose quotation mark was never closed
      boolean isEnd = b == '\n' || (isTable && b == '\r');
      if (isEnd && (!quoted || length > LONGEST)) return Optional.of(cut(length, true));
      if (isTable && b == '"') {
        if (quoted) closed = length + 1;
        quoted = !quoted && (atStart || closed == length);
      }
      atStart = b == ',';
      keep(b, length++);
    }
    return any ? Optional.of(cut(length, false)) : Optional.empty();
  }

  private void keep(byte b, long at) {
    if (at >= LONGEST) return;
    if (at == row.length) row = Arrays.copyOf(row, Math.min(2 * row.length, LONGEST));
    row[(int) at] = b;
  }

  private Cut cut(long length, boolean ended) {
    int kept = (int) Math.min(length, LONGEST);
    if (length <= LONGEST && kept > 0 && row[kept - 1] == '\r') {
      kept--;
      length--;
    }
    return new Cut(Arrays.copyOf(row, kept), length, ended);
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    next = 0;
    end = Math.max(read, 0);
    return read > 0;
  }
}
