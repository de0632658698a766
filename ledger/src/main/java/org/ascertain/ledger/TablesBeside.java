package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.LedgerException.Reason;

/** The tables that other modules keep in a database, brought up to date. */
final class TablesBeside {

  /** Runs the scripts that a database has not had: of each set of tables all, or none. */
  static void bringUpToDate(Database database, Writing writing, List<Tables> all)
      throws SQLException {
    for (Tables tables : all) {
      if (had(writing.connection(), tables) == tables.scripts().size()) continue;
      writing.begin();
      try {
        apply(database, writing.connection(), tables);
        writing.commit();
      } catch (SQLException | RuntimeException e) {
        writing.rollback();
        throw e;
      }
    }
  }

  private static int had(Connection connection, Tables tables) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select version from beside where name = ?")) {
      select.setString(1, tables.name());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private static void apply(Database database, Connection connection, Tables tables)
      throws SQLException {
    int had = had(connection, tables); // another program may just have done it
    int all = tables.scripts().size();
    if (had > all)
      throw new LedgerException(
          Reason.FOREIGN,
          "%s was written by a newer Ascertain (version %d of its tables of %s; this one knows %d). Use that one."
              .formatted(database.place(), had, tables.name(), all));
    if (had > 0 && had < all) database.copyBeforeUpgrade(connection);
    for (int script = had; script < all; script++) database.run(connection, tables, script);
    try (PreparedStatement keep =
        connection.prepareStatement(
            "insert into beside (name, version) values (?, ?)"
                + " on conflict (name) do update set version = excluded.version")) {
      keep.setString(1, tables.name());
      keep.setInt(2, all);
      keep.executeUpdate();
    }
  }

  private TablesBeside() {}
}
