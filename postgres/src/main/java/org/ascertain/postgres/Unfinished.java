package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;

/**
 * What is being put into an empty database: schemas under names that no record has, until all are
 * whole and take theirs together. What a program that was ended has left is dropped by the next
 * one; nobody else sees it.
 */
final class Unfinished implements AutoCloseable {

  private static final String LOCK = "hashtextextended('ascertain restoring', 0)";

  private final PostgresStore target;
  private final PostgresStore store;
  private final Connection connection;

  private Unfinished(PostgresStore target, PostgresStore store, Connection connection) {
    this.target = target;
    this.store = store;
    this.connection = connection;
  }

  /**
   * Begins with nothing, in a database that has nothing.
   *
   * @throws LedgerException if it has, or another program is restoring into it
   */
  static Unfinished begin(PostgresStore target) throws SQLException {
    Unfinished begun = lock(target);
    try {
      begun.requireEmpty();
      return begun;
    } catch (SQLException | RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  /**
   * Whether a database has neither record nor desk now that nobody restores into it any more: not
   * even a transaction whose end was not heard of.
   */
  static boolean isEmpty(PostgresStore target) throws SQLException {
    try (Unfinished now = lock(target)) {
      return target.all(now.connection).isEmpty();
    }
  }

  private static Unfinished lock(PostgresStore target) throws SQLException {
    Connection connection = target.connect();
    PostgresStore store = target.unfinished();
    try {
      Reliance.requireDurable(target.place(), connection);
      if (!isLocked(connection))
        throw new LedgerException(
            Reason.BUSY, "Another program is restoring into " + target.place() + ".");
      Unfinished begun = new Unfinished(target, store, connection);
      begun.drop();
      return begun;
    } catch (SQLException | RuntimeException e) {
      store.close();
      connection.close();
      throw e;
    }
  }

  private static boolean isLocked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Where it is put; what is in it belongs to no election yet. */
  PostgresStore store() {
    return store;
  }

  /** Gives all of it the names that it is to have, in one transaction. */
  void show() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin");
      try {
        requireEmpty();
        for (String name : store.all(connection))
          statement.execute(
              "alter schema \"%s\" rename to \"%s\""
                  .formatted(store.schema(name), target.schema(name)));
        statement.execute("commit");
      } catch (SQLException | RuntimeException e) {
        if (!connection.isClosed()) statement.execute("rollback");
        throw e;
      }
    }
  }

  private void requireEmpty() throws SQLException {
    if (!target.all(connection).isEmpty())
      throw new LedgerException(
          Reason.REFUSED, target.place() + " has records already; restore into an empty database.");
  }

  private void drop() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String name : store.all(connection))
        statement.execute("drop schema \"" + store.schema(name) + "\" cascade");
    }
  }

  /** Drops what was not shown. Where the database is away, the next restoring does. */
  @Override
  public void close() {
    try (store;
        connection) {
      drop();
    } catch (SQLException | LedgerException away) {
      // nobody sees it, and nothing rests on it
    }
  }
}
