package org.ascertain.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of rows, in parts of whole rows that a desk takes in one request each. A table's first
 * line stands before each of its parts. Of one file the parts are always the same, so that whoever
 * was cut off sends them again under the same keys.
 */
final class FileParts {

  /** Half of what a desk takes at once. */
  private static final int USUAL_PART = 32 << 20;

  /** How many bytes a row may have; in a longer one a quotation mark was never closed. */
  private static final int LONGEST_ROW = 65_535;

  private static final Pattern ELECTION =
      Pattern.compile("\"election\":\\s*\"(us-president-[0-9]{4})\"");

  private final Path file;
  private final Form form;
  private final int largest;
  private final String digest;

  /**
   * A part.
   *
   * @param key of the file and the part's place in it
   * @param begin how many bytes of the file have gone before it
   * @param end how many bytes of the file have gone with this part
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
  record Part(byte[] bytes, String key, long begin, long end) {}

  /** Takes part after part. */
  @FunctionalInterface
  interface Taker {
    /** Takes a part; false to have no more. */
    boolean take(Part part);
  }

  FileParts(Path file, Form form) throws IOException {
    this(file, form, USUAL_PART);
  }

  FileParts(Path file, Form form, int largest) throws IOException {
    this.file = file;
    this.form = form;
    this.largest = largest;
    this.digest = digest(file);
  }

  /** How many bytes the file has. */
  long size() throws IOException {
    return Files.size(file);
  }

  /**
   * Hands over part after part, until there are no more or one asks to stop.
   *
   * @throws IOException if the file cannot be read, or changed meanwhile
   */
  void forEach(Taker each) throws IOException {
    long size = size();
    if (size <= largest || form == Form.LIST) {
      each.take(new Part(Files.readAllBytes(file), "file-" + digest, 0, size));
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] head = form == Form.TABLE ? line(in) : new byte[0];
      long end = head.length;
      for (int number = 0; end < size; number++) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write(head);
        long begin = end;
        while (part.size() < largest) {
          byte[] line = form == Form.TABLE ? row(in) : line(in);
          if (line.length == 0) break;
          part.write(line);
          end += line.length;
        }
        if (part.size() == head.length) throw new IOException(file + " was cut while it was read");
        Part made = new Part(part.toByteArray(), "file-" + digest + "-" + number, begin, end);
        if (!each.take(made)) return;
      }
    }
  }

  /** The next row of a table, which goes on over a line feed inside quotation marks. */
  private static byte[] row(InputStream in) throws IOException {
    byte[] row = line(in);
    boolean goesOn = isOpen(row);
    while (goesOn && row.length <= LONGEST_ROW) {
      byte[] next = line(in);
      int length = row.length;
      row = Arrays.copyOf(row, length + next.length);
      System.arraycopy(next, 0, row, length, next.length);
      goesOn = next.length > 0 && isOpen(row);
    }
    return row;
  }

  private static boolean isOpen(byte[] row) {
    boolean open = false;
    for (byte b : row) if (b == '"') open = !open;
    return open;
  }

  /** The next line with its line feed; nothing at the end. */
  private static byte[] line(InputStream in) throws IOException {
    byte[] line = new byte[256];
    int length = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (length == line.length) line = Arrays.copyOf(line, 2 * length);
      line[length++] = (byte) b;
      if (b == '\n') break;
    }
    return Arrays.copyOf(line, length);
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] piece = new byte[1 << 16];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) digest.update(piece, 0, n);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The election that the first line of a file of facts names, if it does. */
  static Optional<String> electionOf(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String start = new String(in.readNBytes(1 << 16), US_ASCII);
      int end = start.indexOf('\n');
      return ELECTION
          .matcher(end < 0 ? start : start.substring(0, end))
          .results()
          .map(found -> found.group(1))
          .findFirst();
    }
  }
}
