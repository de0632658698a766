package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ascertain.ledger.Database.Writing;

/**
 * A connection that writes to a file of SQLite. Transactions are begun and ended by statements: the
 * driver's own {@code commit()} would begin the next one at once.
 */
final class SqliteWriting implements Writing {

  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement version;

  /** By which SQLite tells whether another connection has committed. */
  private long seen = -1;

  SqliteWriting(Connection connection) throws SQLException {
    this.connection = connection;
    this.begin = connection.prepareStatement("begin immediate");
    this.commit = connection.prepareStatement("commit");
    this.version = connection.prepareStatement("pragma data_version");
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void begin() throws SQLException {
    begin.execute();
  }

  @Override
  public void beginToRead() throws SQLException {
    execute("begin");
  }

  @Override
  public void commit() throws SQLException {
    commit.execute();
  }

  @Override
  public void rollback() throws SQLException {
    execute("rollback");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public boolean hasChanged() throws SQLException {
    long before = seen;
    try (ResultSet row = version.executeQuery()) {
      row.next();
      seen = row.getLong(1);
    }
    return seen != before;
  }

  @Override
  public boolean isLost() {
    return false;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
