package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The rows of a database's tables, carried to another that has the same tables. */
final class TableRows {

  private static final int AT_A_TIME = 1_000;

  private final Connection from;
  private final Connection to;
  private final Connection sqlite;

  /**
   * @param sqlite which of the two is a file of SQLite: it says which tables and columns there are
   */
  TableRows(Connection from, Connection to, Connection sqlite) {
    this.from = from;
    this.to = to;
    this.sqlite = sqlite;
  }

  /** Carries all tables but the one that says which tables there are. */
  void carry() throws SQLException {
    for (String table : tables()) carry(table);
  }

  private List<String> tables() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = sqlite.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select name from sqlite_master where type = 'table' and name <> 'beside' order by"
                    + " name")) {
      while (row.next()) names.add(row.getString(1));
    }
    return names;
  }

  private void carry(String table) throws SQLException {
    try (Statement empty = to.createStatement();
        Statement read = from.createStatement()) {
      empty.executeUpdate("delete from \"" + table + "\""); // what a script put there
      List<String> columns = columns(table);
      read.setFetchSize(AT_A_TIME);
      StringJoiner places = new StringJoiner(", ");
      StringJoiner names = new StringJoiner(", ");
      for (String column : columns) {
        places.add("?");
        names.add("\"" + column + "\"");
      }
      try (ResultSet row = read.executeQuery("select " + names + " from \"" + table + "\"");
          PreparedStatement insert =
              to.prepareStatement(
                  "insert into \"" + table + "\" (" + names + ") values (" + places + ")")) {
        insert(row, insert, columns.size());
      }
    }
  }

  private static void insert(ResultSet row, PreparedStatement insert, int columns)
      throws SQLException {
    int waiting = 0;
    while (row.next()) {
      for (int i = 1; i <= columns; i++) {
        Object value = row.getObject(i);
        // SQLite gives a small number as an int, whatever its column
        insert.setObject(i, value instanceof Integer number ? number.longValue() : value);
      }
      insert.addBatch();
      if (++waiting % AT_A_TIME == 0) insert.executeBatch();
    }
    insert.executeBatch();
  }

  private List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select =
        sqlite.prepareStatement("select name from pragma_table_info(?) order by cid")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) columns.add(row.getString(1));
      }
    }
    return columns;
  }
}
