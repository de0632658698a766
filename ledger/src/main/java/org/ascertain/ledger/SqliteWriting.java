package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ascertain.ledger.Database.Writing;
import org.jspecify.annotations.Nullable;

/**
 * A connection that writes to a file of SQLite. Transactions are begun and ended by statements: the
 * driver's own {@code commit()} would begin the next one at once.
 */
final class SqliteWriting implements Writing {

  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement version;
  private @Nullable PreparedStatement alone;

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
  public boolean writeAlone(long index, byte[] line, byte[] leaf, String key, byte[] content)
      throws SQLException {
    PreparedStatement insert = alone;
    if (insert == null) {
      insert =
          connection.prepareStatement(
              "insert into entry (idx, line, leaf, key, content) select ?, ?, ?, ?, ?"
                  + " where (select coalesce(max(idx) + 1, 0) from entry) = ?"
                  + " and not exists (select 1 from batch where key = ?)");
      alone = insert;
    }
    insert.setLong(1, index);
    insert.setBytes(2, line);
    insert.setBytes(3, leaf);
    insert.setString(4, key);
    insert.setBytes(5, content);
    insert.setLong(6, index);
    insert.setString(7, key);
    return insert.executeUpdate() == 1;
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
