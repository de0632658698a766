package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.SqliteFile;
import org.ascertain.ledger.Tables;

/** A schema that is a copy of a file of SQLite: what a backup has goes back into a database. */
final class CopyOfSqlite {

  private static final InstantSource UNUSED = InstantSource.fixed(Instant.EPOCH);

  /** The ledger's own tables, which every file has. */
  private static final String OWN = "ledger";

  private final SqliteFile from;
  private final List<Tables> known;

  /**
   * @param known the tables of others that the file may have; those of older versions are brought
   *     up to date in it first
   */
  CopyOfSqlite(SqliteFile from, List<Tables> known) {
    this.from = from;
    this.known = known;
  }

  void make(PostgresDatabase to) throws SQLException {
    Tables[] there = there();
    switch (to.kind()) {
      case RECORD -> {
        from.openRecord(UNUSED, notice -> {}, there).close();
        to.openRecord(UNUSED, notice -> {}, there).close();
      }
      case DESK -> {
        from.openDesk(there).close();
        to.openDesk(there).close();
      }
    }
    try (Connection read = from.openToRead();
        Writing writing = to.openToWrite()) {
      writing.begin();
      new TableRows(read, writing.connection(), read).carry();
      writing.commit();
    }
  }

  /** Those of the known tables that the file has. */
  private Tables[] there() throws SQLException {
    List<Tables> there = new ArrayList<>();
    try (Connection read = from.openToRead();
        Statement statement = read.createStatement();
        ResultSet row = statement.executeQuery("select name from beside order by name")) {
      while (row.next()) if (!row.getString(1).equals(OWN)) there.add(named(row.getString(1)));
    }
    return there.toArray(Tables[]::new);
  }

  private Tables named(String name) {
    return known.stream()
        .filter(tables -> tables.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LedgerException(
                    Reason.FOREIGN,
                    "%s has tables of '%s', which this Ascertain does not know. Use a newer one."
                        .formatted(from.place(), name)));
  }
}
