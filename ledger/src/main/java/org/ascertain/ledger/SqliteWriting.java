package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

  /** By which SQLite tells whether another connection has committed. */
  private long seen = -1;

  SqliteWriting(Connection connection) throws SQLException {
    this.connection = connection;
    this.begin = connection.prepareStatement("begin immediate");
    this.commit = connection.prepareStatement("commit");
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
    seen = Rows.number(connection, "pragma data_version");
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
