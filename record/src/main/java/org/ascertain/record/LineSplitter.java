package org.ascertain.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines without ever holding more of a line than its first 65,536 bytes. */
final class LineSplitter {

  private static final int KEPT = RecordReader.LONGEST_LINE + 1;

  private final InputStream in;

  /** A line that may be kept ends within it wherever it begins, once moved to the front. */
  private final byte[] buffer = new byte[2 * KEPT];

  private byte[] bytes = buffer;
  private int start;
  private int end;
  private int from;
  private int kept;
  private long length;
  private boolean isEnded;

  LineSplitter(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false if there is none. */
  boolean next() throws IOException {
    bytes = buffer;
    int scanned = start;
    while (true) {
      int newline = newline(scanned);
      if (newline >= 0) return line(newline, newline + 1, true);
      if (end - start >= KEPT) return longLine();
      scanned = end - start;
      if (!fill()) return start < end && line(end, end, false);
      scanned += start;
    }
  }

  /**
   * Where the line's first bytes are: at most 65,536, from {@link #from}, {@link #kept} of them.
   */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int kept() {
    return kept;
  }

  /** How many bytes the line has without its line feed. */
  long length() {
    return length;
  }

  /** Whether a line feed ends it. */
  boolean isEnded() {
    return isEnded;
  }

  private boolean line(int lineEnd, int next, boolean ended) {
    from = start;
    kept = Math.min(lineEnd - start, KEPT);
    length = (long) lineEnd - start;
    isEnded = ended;
    start = next;
    return true;
  }

  private boolean longLine() throws IOException {
    bytes = Arrays.copyOfRange(buffer, start, start + KEPT);
    from = 0;
    kept = KEPT;
    length = 0;
    int newline = newline(start);
    while (newline < 0) {
      length += (long) end - start;
      start = end;
      if (!fill()) {
        isEnded = false;
        return true;
      }
      newline = newline(start);
    }
    length += (long) newline - start;
    isEnded = true;
    start = newline + 1;
    return true;
  }

  private int newline(int scanFrom) {
    for (int i = scanFrom; i < end; i++) if (buffer[i] == '\n') return i;
    return -1;
  }

  /** Reads more behind what is there; false at the stream's end. */
  private boolean fill() throws IOException {
    if (end == buffer.length || start == end) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) return false;
    end += read;
    return true;
  }
}
