package org.ascertain.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.SqliteFile;
import org.ascertain.ledger.Tables;

/**
 * A copy of a schema in a file of SQLite: the same tables, made by the same scripts, with the same
 * rows. So a backup of a database is a folder like any other, and can be served from.
 */
final class CopyInSqlite {

  private static final InstantSource UNUSED = InstantSource.fixed(Instant.EPOCH);

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
      new TableRows(from, writing.connection(), writing.connection()).carry();
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
}
