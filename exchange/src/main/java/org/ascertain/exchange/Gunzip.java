package org.ascertain.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What is packed by gzip (RFC 1952), member after member. What stands behind the last is no part of
 * it and is told; the JDK's own stream drops it without a word.
 */
final class Gunzip extends InputStream {

  private static final int DEFLATED = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_MORE = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[1 << 16];

  /** The first byte of the buffer that is not used, and the one behind the last that is there. */
  private int at;

  private int end;

  /** How many bytes were there before those in the buffer. */
  private long before;

  private boolean isOver;
  private Optional<Fault> behind = Optional.empty();

  /** Begins to unpack; fails where the head of the first member is damaged. */
  Gunzip(InputStream in) throws IOException {
    this.in = in;
    if (next() != 0x1f || next() != 0x8b) throw new ZipException("it is not packed by gzip");
    head();
  }

  /**
   * What stands behind all that is packed, or that this is not there to its end; known once it was
   * read as far as it goes.
   */
  Optional<Fault> behind() {
    return behind;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, to.length);
    if (length == 0) return 0;
    while (!isOver) {
      int read = inflated(to, from, length);
      if (read > 0) {
        checksum.update(to, from, read);
        return read;
      }
      if (inflater.finished()) {
        at = end - inflater.getRemaining();
        tail();
        isOver = !hasNextMember();
      } else if (inflater.needsDictionary()) throw new ZipException("it needs a dictionary");
      else if (inflater.needsInput()) {
        if (!fill()) throw ended();
        give();
      }
    }
    return -1;
  }

  private int inflated(byte[] to, int from, int length) throws ZipException {
    try {
      return inflater.inflate(to, from, length);
    } catch (DataFormatException damaged) {
      ZipException told = new ZipException("what is packed is damaged");
      told.initCause(damaged);
      throw told;
    }
  }

  /** All that is in the buffer is the inflater's, which says at the end what it did not need. */
  private void give() {
    inflater.setInput(buffer, at, end - at);
    at = end;
  }

  private boolean fill() throws IOException {
    before += end;
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  /** The next byte; -1 behind the last. */
  private int peek() throws IOException {
    return at < end || fill() ? buffer[at] & 0xff : -1;
  }

  private int next() throws IOException {
    int next = peek();
    if (next < 0) throw ended();
    at++;
    return next;
  }

  /** Readers of XML take this for the end; here it stays known that it is none. */
  private EOFException ended() {
    EOFException ended = new EOFException("it ends within what is packed");
    behind =
        Optional.of(new Fault(ReadCheck.CUT_OFF, "behind byte " + before, ReadRows.why(ended)));
    return ended;
  }

  private long nextNumber() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  /** The head of a member behind its first two bytes. */
  private void head() throws IOException {
    if (next() != DEFLATED) throw new ZipException("it is packed in another way");
    int flags = next();
    for (int i = 0; i < 6; i++) next(); // when, how well and where it was packed
    if ((flags & HAS_MORE) != 0) {
      int length = next() | next() << 8;
      for (int i = 0; i < length; i++) next();
    }
    if ((flags & HAS_NAME) != 0) text();
    if ((flags & HAS_COMMENT) != 0) text();
    if ((flags & HAS_CHECKSUM) != 0) {
      next();
      next();
    }
    inflater.reset();
    checksum.reset();
    give();
  }

  private void text() throws IOException {
    while (next() != 0) {} // it ends in a zero
  }

  private void tail() throws IOException {
    boolean isSound =
        nextNumber() == checksum.getValue()
            && nextNumber() == (inflater.getBytesWritten() & 0xffffffffL);
    if (!isSound) throw new ZipException("what is packed is damaged");
  }

  /** Whether another member follows. Zeros fill up a tape and say nothing. */
  private boolean hasNextMember() throws IOException {
    long place = before + at;
    boolean isFirst = true;
    long more = 0;
    boolean isFilling = true;
    for (int next = peek(); next >= 0; next = peek()) {
      at++;
      if (isFirst && next == 0x1f && peek() == 0x8b) {
        at++;
        head();
        return true;
      }
      isFirst = false;
      isFilling &= next == 0;
      more++;
    }
    if (!isFilling)
      behind =
          Optional.of(
              new Fault(
                  ReadCheck.CUT_OFF,
                  "behind byte " + place,
                  "what is packed ends there, and %d bytes more are not packed".formatted(more)));
    return false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
