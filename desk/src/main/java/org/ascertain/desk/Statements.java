package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalLong;

/** What plain statements lack: values that may not be there. */
final class Statements {

  static long number(Connection of, String query) throws SQLException {
    try (PreparedStatement select = of.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static OptionalLong number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  static Optional<String> text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static void set(PreparedStatement statement, int place, OptionalLong number) throws SQLException {
    if (number.isPresent()) statement.setLong(place, number.getAsLong());
    else statement.setNull(place, Types.BIGINT);
  }

  static void set(PreparedStatement statement, int place, Optional<String> text)
      throws SQLException {
    if (text.isPresent()) statement.setString(place, text.get());
    else statement.setNull(place, Types.VARCHAR);
  }

  private Statements() {}
}
