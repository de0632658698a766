package org.ascertain.server;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A body that was packed by gzip; one that unpacks to far more than it is, is refused. */
final class Unpacked extends InputStream {

  /** How many times its size a body may unpack to: tables of returns are packed to a tenth. */
  private static final long LARGEST_RATIO = 100;

  /** Up to so many bytes nobody asks. */
  private static final long SMALL = 1 << 20;

  /** Counts what is read of the packed bytes. */
  private static final class Counted extends FilterInputStream {
    private long size;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) size++;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      if (n > 0) size += n;
      return n;
    }
  }

  private final Counted packed;
  private final InputStream unpacked;
  private final long most;
  private long size;

  Unpacked(InputStream packed, long most) throws IOException {
    this.packed = new Counted(packed);
    this.most = most;
    try {
      this.unpacked = new GZIPInputStream(this.packed, 1 << 13);
    } catch (ZipException | EOFException notPacked) {
      throw notPacked();
    }
  }

  private static Refusal notPacked() {
    return new Refusal(400, "Not gzip", "The body is not packed by gzip, or it was cut off.");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      int n = unpacked.read(bytes, from, length);
      if (n > 0) size += n;
      if (size > most || (size > SMALL && size > LARGEST_RATIO * packed.size))
        throw DeskRefusals.tooLarge(size, most);
      return n;
    } catch (ZipException | EOFException cutOff) {
      throw notPacked();
    }
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }
}
