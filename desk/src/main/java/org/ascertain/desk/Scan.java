package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;

/**
 * The picture of a paper, for those who type it and decide about it. It is known by its SHA-256,
 * which facts name; it itself is shown to people of the desk alone, and never published.
 */
public final class Scan {

  /** How large a picture may be, in bytes. */
  public static final int MOST_BYTES = 10 << 20;

  /** What a picture may be: what browsers draw without running anything of it as a page. */
  public enum Type {
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff");

    private final String media;

    /** How its files begin, in hexadecimal digits. */
    private final String begin;

    Type(String media, String begin) {
      this.media = media;
      this.begin = begin;
    }

    /** The media type. */
    public String media() {
      return media;
    }

    private boolean isOf(byte[] bytes) {
      int length = begin.length() / 2;
      return bytes.length > length && HexFormat.of().formatHex(bytes, 0, length).equals(begin);
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String hash;
  private final Type type;
  private final byte[] bytes;

  private Scan(String hash, Type type, byte[] bytes) {
    this.hash = hash;
    this.type = type;
    this.bytes = bytes;
  }

  /** Its SHA-256, in hexadecimal digits. */
  public String hash() {
    return hash;
  }

  public Type type() {
    return type;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** A picture that was handed in: what it is is told by how it begins, whatever it is called. */
  public static Optional<Scan> of(byte[] bytes) {
    return Arrays.stream(Type.values())
        .filter(type -> type.isOf(bytes))
        .map(type -> new Scan(HexFormat.of().formatHex(Body.sha256().digest(bytes)), type, bytes))
        .findFirst();
  }

  /** What is told to whoever handed it in. */
  public String json() {
    return JsonAnswer.compact(
        json -> {
          json.text("scan", hash);
          json.text("type", type.media());
          json.number("bytes", bytes.length);
        });
  }

  static Optional<Scan> find(Connection of, String hash) throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement("select type, content from scan where hash = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Scan(
                    hash, Type.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getBytes(2)))
            : Optional.empty();
      }
    }
  }

  static long number(Connection of) throws SQLException {
    try (PreparedStatement select = of.prepareStatement("select count(*) from scan");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  static boolean isKept(Connection of, String hash) throws SQLException {
    try (PreparedStatement select = of.prepareStatement("select 1 from scan where hash = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  void insert(Connection in) throws SQLException {
    try (PreparedStatement insert =
        in.prepareStatement("insert into scan (hash, type, content) values (?, ?, ?)")) {
      insert.setString(1, hash);
      insert.setString(2, type.word());
      insert.setBytes(3, bytes);
      insert.executeUpdate();
    }
  }
}
