package org.ascertain.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;

/**
 * A record in a file or a resource, read from its beginning each time: as many bytes in memory as a
 * line has.
 */
public record StreamedLines(Opener opener) implements Lines {

  /** Opens the record at its beginning. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  @Override
  public void read(long from, long to, ObjLongConsumer<byte[]> each) {
    try (InputStream in = opener.open()) {
      LineSplitter lines = new LineSplitter(in);
      for (long index = 0; index < to && lines.next(); index++) {
        if (index < from) continue;
        if (lines.kept() < lines.length())
          throw new IOException("line " + (index + 1) + " is longer than any entry");
        each.accept(
            Arrays.copyOfRange(lines.bytes(), lines.from(), lines.from() + lines.kept()), index);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many lines there are. */
  public long size() {
    long[] size = {0};
    read(0, Long.MAX_VALUE, (line, index) -> size[0]++);
    return size[0];
  }
}
