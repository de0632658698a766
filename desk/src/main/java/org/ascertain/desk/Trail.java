package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Who did what and when, by numbers: erasing a person leaves it as it is. Each line's leaf is the
 * SHA-256 of the leaf before, a line feed, and the line; so a line that was changed or is missing
 * between two others shows. Whoever keeps a copy of a later leaf can also tell whether the end was
 * cut off.
 */
public final class Trail {

  /** The leaf before the first line. */
  static final String BEGINNING = "0".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A line as it is exported.
   *
   * @param id its number, from 1 without a gap
   * @param act in a word
   * @param object what it was done to, as {@code proposal 3}
   * @param body what else there is to know, as an object of JSON
   */
  public record Line(
      long id, Instant at, Account account, String act, String object, String body, String leaf) {

    /** The line as it is hashed, an object of JSON without its leaf. */
    String text() {
      ObjectNode line = JSON.createObjectNode();
      line.put("id", id).put("at", at.toString()).put("account", account.number());
      line.put("act", act).put("object", object).put("body", body);
      return line.toString();
    }

    /** The line as it is exported. */
    public String json() {
      String text = text();
      return text.substring(0, text.length() - 1) + ",\"leaf\":\"" + leaf + "\"}";
    }
  }

  /** Writes a line in the transaction of what it tells. */
  static void write(
      Connection in,
      Instant at,
      Account account,
      String act,
      String object,
      Map<String, String> body)
      throws SQLException {
    long id = 1;
    String before = BEGINNING;
    try (PreparedStatement select =
            in.prepareStatement("select id, leaf from trail order by id desc limit 1");
        ResultSet row = select.executeQuery()) {
      if (row.next()) {
        id = row.getLong(1) + 1;
        before = row.getString(2);
      }
    }
    ObjectNode more = JSON.createObjectNode();
    body.forEach(more::put);
    Line line = new Line(id, at, account, act, object, more.toString(), "");
    try (PreparedStatement insert =
        in.prepareStatement(
            "insert into trail (id, at, account, act, object, body, leaf) values (?, ?, ?, ?, ?, ?,"
                + " ?)")) {
      insert.setLong(1, id);
      insert.setString(2, at.toString());
      insert.setLong(3, account.number());
      insert.setString(4, act);
      insert.setString(5, object);
      insert.setString(6, line.body());
      insert.setString(7, leaf(before, line));
      insert.executeUpdate();
    }
  }

  /** The lines from a number on. */
  static List<Line> read(Connection of, long from, int most) throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement(
            "select id, at, account, act, object, body, leaf from trail where id >= ? order by id"
                + " limit ?")) {
      select.setLong(1, from);
      select.setInt(2, most);
      List<Line> lines = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          lines.add(
              new Line(
                  row.getLong(1),
                  Instant.parse(row.getString(2)),
                  new Account(row.getLong(3)),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7)));
      }
      return lines;
    }
  }

  /**
   * The first line, of all from the first on, that does not follow from those before it.
   *
   * @return its number; empty if all do
   */
  public static OptionalLong firstBroken(List<Line> lines) {
    String before = BEGINNING;
    long due = 1;
    for (Line line : lines) {
      if (line.id() != due || !line.leaf().equals(leaf(before, line))) return OptionalLong.of(due);
      before = line.leaf();
      due++;
    }
    return OptionalLong.empty();
  }

  private static String leaf(String before, Line line) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((before + "\n" + line.text()).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private Trail() {}
}
