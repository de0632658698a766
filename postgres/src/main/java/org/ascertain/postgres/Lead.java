package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * That one server of several is the one that writes. Who leads holds a lock of the database for as
 * long as its connection lives. The lock alone would not do: a server whose connection has ended
 * learns of it only when it next speaks. So each lead has a number, and whoever leads writes only
 * in transactions in which the number is still its own.
 */
public final class Lead implements AutoCloseable {

  private static final String LOCK = "hashtextextended('ascertain lead', 0)";

  private static final int LOOK_SECONDS = 2;

  private final Connection connection;
  private final long number;

  private Lead(Connection connection, long number) {
    this.connection = connection;
    this.number = number;
  }

  /** Takes the lead if nobody has it; the store writes by it from then on, and by no other. */
  static Optional<Lead> take(PostgresStore store) throws SQLException {
    Connection connection = store.connect();
    try {
      Reliance.requireDurable(store.place(), connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set lock_timeout to '30s'" + PostgresDatabase.WHILE_IT_LIVES);
      }
      // a replica would give its own lock to anybody
      if (ask(connection, "select pg_is_in_recovery()::int") == 1
          || ask(connection, "select pg_try_advisory_lock(" + LOCK + ")::int") == 0) {
        connection.close();
        return Optional.empty();
      }
      return Optional.of(new Lead(connection, next(connection)));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Waits for transactions that were begun by the lead before, and makes theirs the last. */
  private static long next(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists ascertain");
      statement.execute("create table if not exists ascertain.lead (number bigint not null)");
      statement.execute(
          "insert into ascertain.lead select 0 where not exists (select 1 from ascertain.lead)");
    }
    return ask(connection, "update ascertain.lead set number = number + 1 returning number");
  }

  private static long ask(Connection connection, String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  long number() {
    return number;
  }

  /** Whether its connection lives. Where it does not, another may lead by now. */
  public boolean isHeld() {
    try {
      return connection.isValid(LOOK_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Gives it up. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyLost) {
      // then it is given up already
    }
  }
}
