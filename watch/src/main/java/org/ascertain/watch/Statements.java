package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain statements to the tables of watches. */
final class Statements {

  /** What a row is read to. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  static int update(Connection in, String sql, Object... values) throws SQLException {
    try (PreparedStatement update = in.prepareStatement(sql)) {
      set(update, values);
      return update.executeUpdate();
    }
  }

  static <T> List<T> all(Connection in, Row<T> read, String sql, Object... values)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement select = in.prepareStatement(sql)) {
      set(select, values);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) all.add(read.read(row));
      }
    }
    return all;
  }

  static <T> Optional<T> one(Connection in, Row<T> read, String sql, Object... values)
      throws SQLException {
    return all(in, read, sql, values).stream().findFirst();
  }

  static long number(Connection in, String sql, Object... values) throws SQLException {
    return one(in, row -> row.getLong(1), sql, values).orElse(0L);
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
  }

  /** A script among the program's resources. */
  static String script(String name) {
    try (InputStream in = Statements.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("the program lacks " + name);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Statements() {}
}
