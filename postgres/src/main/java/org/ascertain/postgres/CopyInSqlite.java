package org.ascertain.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.SqliteFile;
import org.ascertain.ledger.Tables;

/**
 * A copy of a schema in a file of SQLite: the same tables, made by the same scripts, with the same
 * rows. So a backup of a database is a folder like any other, and can be served from.
 */
final class CopyInSqlite {

  private static final InstantSource UNUSED = InstantSource.fixed(Instant.EPOCH);

  private static final int ROWS_AT_A_TIME = 1_000;

  private final Connection from;
  private final Path target;

  /**
   * @param from reads the schema as of one moment
   */
  CopyInSqlite(Connection from, Path target) {
    this.from = from;
    this.target = target;
  }

  void make(PostgresDatabase.Kind kind) throws SQLException {
    Tables[] tables = tables();
    SqliteFile file =
        switch (kind) {
          case RECORD -> SqliteFile.ofRecord(target);
          case DESK -> SqliteFile.ofDesk(target);
        };
    switch (kind) {
      case RECORD -> file.openRecord(UNUSED, notice -> {}, tables).close();
      case DESK -> file.openDesk(tables).close();
    }
    try (Writing writing = file.openToWrite()) {
      writing.begin();
      for (String table : names(writing.connection())) copy(table, writing.connection());
      writing.commit();
    }
  }

  /** The tables of others, with the scripts that they have had. */
  private Tables[] tables() throws SQLException {
    Map<String, List<String>> scripts = new LinkedHashMap<>();
    try (Statement statement = from.createStatement();
        ResultSet row =
            statement.executeQuery("select name, text from script order by name, number")) {
      while (row.next())
        scripts.computeIfAbsent(row.getString(1), name -> new ArrayList<>()).add(row.getString(2));
    }
    return scripts.entrySet().stream()
        .map(each -> new Tables(each.getKey(), each.getValue()))
        .toArray(Tables[]::new);
  }

  /** All tables but the one that says which tables there are. */
  private static List<String> names(Connection in) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = in.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select name from sqlite_master where type = 'table' and name <> 'beside' order by"
                    + " name")) {
      while (row.next()) names.add(row.getString(1));
    }
    return names;
  }

  private void copy(String table, Connection to) throws SQLException {
    try (Statement empty = to.createStatement();
        Statement read = from.createStatement()) {
      empty.executeUpdate("delete from \"" + table + "\""); // what a script put there
      List<String> columns = columns(table, to);
      read.setFetchSize(ROWS_AT_A_TIME);
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
        while (row.next()) {
          for (int i = 1; i <= columns.size(); i++) insert.setObject(i, row.getObject(i));
          insert.executeUpdate();
        }
      }
    }
  }

  private static List<String> columns(String table, Connection in) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select =
        in.prepareStatement("select name from pragma_table_info(?) order by cid")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) columns.add(row.getString(1));
      }
    }
    return columns;
  }
}
