package org.ascertain.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The bytes of a record, line by line, as they stand in its file. It only grows. */
final class RecordLines {

  private final List<byte[]> lines = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private final MessageDigest digest = sha256();

  /** Reads lines to the end of a stream. */
  static RecordLines read(InputStream stream) throws IOException {
    RecordLines record = new RecordLines();
    InputStream in = new BufferedInputStream(stream);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        line.write(b);
        continue;
      }
      record.add(line.toByteArray());
      line.reset();
    }
    return record;
  }

  /** Adds a line, without its line feed. */
  synchronized void add(byte[] line) {
    digest.update(line);
    digest.update((byte) '\n');
    ends.add(bytes() + line.length + 1);
    lines.add(line);
  }

  synchronized int size() {
    return lines.size();
  }

  /** A strong tag of some of its bytes: it changes when the record grows. */
  String etag(long from, long to) {
    return "\"%s-%d-%d\"".formatted(digest(), from, to);
  }

  private synchronized String digest() {
    try {
      byte[] hash = ((MessageDigest) digest.clone()).digest();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How long the record is with its line feeds. */
  synchronized long bytes() {
    return ends.isEmpty() ? 0 : ends.getLast();
  }

  /** The line of an entry, without its line feed. */
  synchronized byte[] line(int index) {
    return lines.get(index).clone();
  }

  /** The bytes before the line of an entry. */
  synchronized long start(int index) {
    return index == 0 ? 0 : ends.get(index - 1);
  }

  /** Copies the bytes from one place up to another, with line feeds. */
  void copy(long from, long to, OutputStream out) {
    try {
      for (int i = holding(from); i < size() && start(i) < to; i++) {
        byte[] line = line(i);
        long start = start(i);
        int first = (int) Math.max(0, from - start);
        int end = (int) Math.min(line.length + 1L, to - start);
        if (first < Math.min(end, line.length))
          out.write(line, first, Math.min(end, line.length) - first);
        if (end > line.length) out.write('\n');
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The line in which a byte stands. */
  private synchronized int holding(long place) {
    int low = 0;
    int high = ends.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends.get(middle) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
