package org.ascertain.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.ascertain.record.Hash;
import org.ascertain.record.Lines;
import org.ascertain.record.MerkleTree;

/**
 * The bytes of a record, line by line, as they stand in its file. It only grows. Where the lines
 * are not in memory they are read where they are kept; in memory is where every so many of them
 * begins.
 */
final class RecordLines implements Lines {

  /** So many lines lie between two whose place is kept. */
  private static final int BETWEEN = 1_024;

  private final Lines lines;
  private final Tags tags;
  private volatile int size;

  /** Where the lines 0, 1,024, 2,048 ... begin; made when somebody first asks for a place. */
  private final List<Long> starts = new ArrayList<>(List.of(0L));

  /** What tells the first so many lines from others. */
  @FunctionalInterface
  interface Tags {
    String of(int size);
  }

  /**
   * Lines that may become more.
   *
   * @param lines where they are kept
   */
  RecordLines(Lines lines, Tags tags) {
    this.lines = lines;
    this.tags = tags;
  }

  /** Reads lines to the end of a stream; they are kept in memory. */
  static RecordLines read(InputStream stream) throws IOException {
    byte[] all = stream.readAllBytes();
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] != '\n') continue;
      lines.add(Arrays.copyOfRange(all, from, i));
      from = i + 1;
    }
    String tag = tag(Hash.ofLeaf(all));
    RecordLines record = new RecordLines(Lines.of(lines), size -> tag);
    record.growTo(lines.size());
    return record;
  }

  /** The beginning of a hash, long enough that no two records share it. */
  static String tag(Hash hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes()).substring(0, 22);
  }

  /** There are so many by now. */
  void growTo(int size) {
    this.size = Math.max(this.size, size);
  }

  int size() {
    return size;
  }

  @Override
  public void read(long from, long to, ObjLongConsumer<byte[]> each) {
    lines.read(from, Math.min(to, size), each);
  }

  /** The root of the tree of the first so many. */
  Hash root(long entries) {
    MerkleTree tree = new MerkleTree();
    read(0, entries, (line, index) -> tree.add(Hash.ofLeaf(line)));
    return tree.root();
  }

  /** A strong tag of some of its bytes: it changes when the record grows. */
  String etag(long from, long to) {
    return "\"%s-%d-%d\"".formatted(tags.of(size), from, to);
  }

  /** How long the record is with its line feeds. */
  long bytes() {
    return start(size);
  }

  /** The line of an entry, without its line feed. */
  byte[] line(int index) {
    List<byte[]> one = new ArrayList<>(1);
    read(index, index + 1L, (line, at) -> one.add(line));
    return one.getFirst();
  }

  /** The bytes before the line of an entry. */
  long start(int index) {
    int mark = index / BETWEEN;
    long[] place = {mark(mark)};
    read((long) mark * BETWEEN, index, (line, at) -> place[0] += line.length + 1);
    return place[0];
  }

  private synchronized long mark(int number) {
    if (number >= starts.size()) {
      long[] place = {starts.getLast()};
      read(
          (starts.size() - 1L) * BETWEEN,
          (long) number * BETWEEN,
          (line, at) -> {
            place[0] += line.length + 1;
            if ((at + 1) % BETWEEN == 0) starts.add(place[0]);
          });
    }
    return starts.get(number);
  }

  /**
   * Copies the bytes from one place up to another, with line feeds. Some lines are read, and then
   * written: whoever takes them slowly keeps nothing of the store from others meanwhile.
   */
  void copy(long from, long to, OutputStream out) {
    if (from >= to) return;
    int first = holding(from);
    long start = mark(first);
    List<byte[]> some = new ArrayList<>(BETWEEN);
    for (long next = (long) first * BETWEEN; start < to && next < size; next += BETWEEN) {
      some.clear();
      read(next, Math.min(size, next + BETWEEN), (line, index) -> some.add(line));
      for (byte[] line : some) {
        write(line, start, from, to, out);
        start += line.length + 1;
      }
    }
  }

  private static void write(byte[] line, long start, long from, long to, OutputStream out) {
    int first = (int) Math.max(0, from - start);
    int end = (int) Math.min(line.length + 1L, to - start);
    try {
      if (first < Math.min(end, line.length))
        out.write(line, first, Math.min(end, line.length) - first);
      if (end > line.length && first <= line.length) out.write('\n');
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The last mark at or before a byte. */
  private synchronized int holding(long place) {
    mark(size / BETWEEN);
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts.get(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
