package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ascertain.ledger.LedgerException.Reason;

/** What is read from rows. */
final class Rows {

  /** The one number that a query asks for. */
  static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * The bytes in a column that has some in every row that was ever written.
   *
   * @throws LedgerException if this row has none any more
   */
  static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null)
      throw new LedgerException(
          Reason.DAMAGED, "A row of the record is damaged; restore it from a backup.");
    return bytes;
  }

  private Rows() {}
}
