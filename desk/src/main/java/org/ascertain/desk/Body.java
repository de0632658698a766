package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in, whole, before anything of it is decided: a short one in memory, a long one in
 * a file. So a sender that breaks off has handed in nothing, and the content names itself.
 */
public final class Body implements AutoCloseable {

  /** Up to so many bytes stay in memory. */
  private static final int SHORT = 1 << 18;

  private static final int PIECE = 1 << 14;

  private final byte[] bytes;
  private final @Nullable Path file;
  private final boolean isOurs;
  private final long size;
  private final String digest;
  private final Optional<String> encoding;

  private Body(byte[] bytes, @Nullable Path file, boolean isOurs, Reading read) {
    this.bytes = bytes;
    this.file = file;
    this.isOurs = isOurs;
    this.size = read.size;
    this.digest = HexFormat.of().formatHex(read.digest.digest());
    this.encoding = read.encoding();
  }

  /**
   * Reads a stream to its end; what is long goes to a file that {@link #close} removes.
   *
   * @throws IOException if the stream breaks off, or there is no room for it
   */
  public static Body of(InputStream in) throws IOException {
    Reading read = new Reading();
    ByteArrayOutputStream memory = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    Path file = null;
    OutputStream to = memory;
    try {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        if (file == null && memory.size() + n > SHORT) {
          file = Files.createTempFile("ascertain-intake-", "");
          to = Files.newOutputStream(file);
          memory.writeTo(to);
          memory.reset();
        }
        to.write(piece, 0, n);
        read.take(piece, n);
      }
      to.close();
      return new Body(memory.toByteArray(), file, true, read);
    } catch (IOException | RuntimeException e) {
      to.close();
      if (file != null) Files.deleteIfExists(file);
      throw e;
    }
  }

  /** A file that stays where it is. */
  public static Body of(Path file) throws IOException {
    Reading read = new Reading();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[PIECE];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) read.take(piece, n);
    }
    return new Body(new byte[0], file, false, read);
  }

  private static final class Room {
    final ByteBuffer waiting = ByteBuffer.allocate(PIECE + 8);
    final CharBuffer unused = CharBuffer.allocate(PIECE + 8);
  }

  /** What is learned of it while it is read. */
  private static final class Reading {
    private final MessageDigest digest = sha256();
    private final CharsetDecoder strict = UTF_8.newDecoder();

    /** Room to decode in; what is ASCII alone, as most is, needs none. */
    private @Nullable Room room;

    private byte[] start = new byte[0];
    private boolean isUtf8 = true;
    private boolean hasC1 = false;
    private long size;

    void take(byte[] piece, int n) {
      digest.update(piece, 0, n);
      if (size == 0) start = Arrays.copyOf(piece, Math.min(n, 4));
      size += n;
      int all = 0;
      for (int i = 0; i < n; i++) {
        all |= piece[i];
        int b = piece[i] & 0xff;
        hasC1 |= b >= 0x80 && b < 0xa0;
      }
      if (!isUtf8 || (all >= 0 && isWhole())) return;
      Room in = room;
      if (in == null) room = in = new Room();
      in.waiting.put(piece, 0, n).flip();
      in.unused.clear();
      CoderResult result = strict.decode(in.waiting, in.unused, false);
      isUtf8 = !result.isError();
      in.waiting.compact();
    }

    /** Whether no character is begun that has not ended. */
    private boolean isWhole() {
      Room in = room;
      return in == null || in.waiting.position() == 0;
    }

    /** What it is written in, where that is not UTF-8. */
    Optional<String> encoding() {
      if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) return Optional.of("UTF-16");
      if (startsWith(0x1f, 0x8b)) return Optional.of("a file packed by gzip");
      if (startsWith('P', 'K') && !isUtf8) return Optional.of("a spreadsheet's own file or a zip");
      if (isWide()) return Optional.of("UTF-16");
      if (isUtf8 && isWhole()) return Optional.empty();
      return Optional.of(hasC1 ? "Windows-1252" : "Latin-1 or Windows-1252");
    }

    private boolean startsWith(int first, int second) {
      return start.length >= 2 && (start[0] & 0xff) == first && (start[1] & 0xff) == second;
    }

    /** Whether each second byte of what it begins with is nought, as in UTF-16 without its mark. */
    private boolean isWide() {
      if (start.length < 4) return false;
      boolean isLittle = start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0;
      boolean isBig = start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0;
      return isLittle || isBig;
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** How many bytes it has. */
  public long size() {
    return size;
  }

  /** The SHA-256 of its bytes, in hexadecimal digits. */
  public String digest() {
    return digest;
  }

  /** The encoding that it looks like, where that is not UTF-8. */
  public Optional<String> encoding() {
    return encoding;
  }

  /** All its bytes, without a byte order mark. */
  public byte[] bytes() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  /** Its bytes from the beginning, without a byte order mark. */
  InputStream open() throws IOException {
    InputStream in = raw();
    in.mark(3);
    byte[] mark = in.readNBytes(3);
    boolean isMark =
        mark.length == 3
            && (mark[0] & 0xff) == 0xef
            && (mark[1] & 0xff) == 0xbb
            && (mark[2] & 0xff) == 0xbf;
    if (!isMark) in.reset();
    return in;
  }

  /** Its bytes from the beginning, as they came. */
  public InputStream raw() throws IOException {
    return file == null
        ? new ByteArrayInputStream(bytes)
        : new BufferedInputStream(Files.newInputStream(file), PIECE);
  }

  @Override
  public void close() throws IOException {
    if (isOurs && file != null) Files.deleteIfExists(file);
  }
}
