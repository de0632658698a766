package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Tables that another module keeps beside the entries of an election.
 *
 * @param name of the set of tables; a store knows by it how many of the scripts it has had
 * @param scripts SQL that SQLite and PostgreSQL both understand (names that either reserves stand
 *     in quotation marks; PostgreSQL is told what a {@code blob} is), applied one after the other,
 *     each once; a script that was published is never changed, further ones are added
 */
public record Tables(String name, List<String> scripts) {
  public Tables {
    scripts = List.copyOf(scripts);
  }

  /** Whether a database has a table of that name; one that nobody opened to write may lack it. */
  public static boolean has(Connection of, String table) throws SQLException {
    // In PostgreSQL each election has a schema of its own; SQLite has none, and says null.
    try (ResultSet row =
        of.getMetaData().getTables(null, of.getSchema(), table, new String[] {"TABLE"})) {
      return row.next();
    }
  }
}
