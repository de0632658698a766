package org.ascertain.server;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.ascertain.record.Lines;

/**
 * The bytes of a record that goes on: where it ends for now, whoever reads waits for more. So a
 * record is read by one reader from its first line on, which knows the sources that earlier lines
 * described.
 */
final class GrowingRecordStream extends InputStream {

  private static final int AT_A_TIME = 1_000;

  private final Lines lines;
  private final LongSupplier size;
  private final long everyMillis;
  private final Runnable idle;
  private long next;
  private byte[] chunk = {};
  private int at;
  private boolean ended;

  /**
   * @param everyMillis how often to look for more where nobody says that there is
   * @param idle is told whenever all that there is has been read
   */
  GrowingRecordStream(Lines lines, LongSupplier size, long everyMillis, Runnable idle) {
    this.lines = lines;
    this.size = size;
    this.everyMillis = everyMillis;
    this.idle = idle;
  }

  /** There is more, or there is nothing more to come. */
  synchronized void wake() {
    notifyAll();
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (length == 0) return 0;
    if (at == chunk.length && !fill()) return -1;
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, from, count);
    at += count;
    return count;
  }

  private boolean fill() {
    if (size.getAsLong() <= next) idle.run();
    if (!awaitMore()) return false;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lines.read(
        next,
        Math.min(size.getAsLong(), next + AT_A_TIME),
        (line, index) -> {
          bytes.writeBytes(line);
          bytes.write('\n');
          next = index + 1;
        });
    chunk = bytes.toByteArray();
    at = 0;
    return true;
  }

  private synchronized boolean awaitMore() {
    try {
      while (!ended && size.getAsLong() <= next) wait(everyMillis);
      return !ended;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
