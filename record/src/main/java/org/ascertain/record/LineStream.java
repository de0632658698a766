package org.ascertain.record;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/**
 * Entries as the bytes of a record file, a line feed behind each; taken up a thousand at a time.
 */
public final class LineStream extends InputStream {

  private static final int AT_A_TIME = 1_000;

  private final Lines lines;
  private final long size;
  private long next;
  private byte[] chunk = {};
  private int at;

  /**
   * @param size how many entries to read, from the first on
   */
  public LineStream(Lines lines, long size) {
    this.lines = lines;
    this.size = size;
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : chunk[at++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) return 0;
    if (isAtEnd()) return -1;
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean isAtEnd() {
    while (at == chunk.length && next < size) {
      long to = Math.min(size, next + AT_A_TIME);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      lines.read(
          next,
          to,
          (line, index) -> {
            bytes.writeBytes(line);
            bytes.write('\n');
          });
      chunk = bytes.toByteArray();
      at = 0;
      next = to;
    }
    return at == chunk.length;
  }
}
