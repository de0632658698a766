package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That one server of several is the one that writes. Who leads holds a lock of the database for as
 * long as its connection lives. The lock alone would not do: a server whose connection has ended
 * learns of it only when it next speaks. So each lead has a number, and whoever leads writes only
 * in transactions in which the number is still its own.
 */
public final class Lead implements AutoCloseable {

  private static final String LOCK = "hashtextextended('ascertain lead', 0)";

  private static final int LOOK_SECONDS = 2;

  /** An answer whether the lead is free comes at once, or the database's machine is gone. */
  private static final int ASKING_MILLIS = 3_000;

  /** A little longer than {@link #LONGEST_WAIT}. */
  private static final int TAKING_MILLIS = 35_000;

  /** For transactions of whoever led before. */
  private static final String LONGEST_WAIT = "30s";

  private final Connection connection;
  private final long number;

  private Lead(Connection connection, long number) {
    this.connection = connection;
    this.number = number;
  }

  /**
   * A server that asks for the lead, again and again for as long as another has it, by one
   * connection.
   */
  static final class Candidate implements AutoCloseable {

    private final PostgresStore store;
    private @Nullable Connection connection;

    Candidate(PostgresStore store) {
      this.store = store;
    }

    /** Takes the lead if nobody has it; the store writes by it from then on, and by no other. */
    Optional<Lead> take() throws SQLException {
      try {
        Connection mine = connection == null ? connect() : connection;
        connection = mine;
        // a replica would give its own lock to anybody; another host may be the primary by now
        if (ask(mine, "select pg_is_in_recovery()::int") == 1) close();
        else if (ask(mine, "select pg_try_advisory_lock(" + LOCK + ")::int") == 1) {
          store.requireKnown(mine);
          Lead lead = new Lead(mine, next(mine));
          connection = null;
          return Optional.of(lead);
        }
        return Optional.empty();
      } catch (SQLException | RuntimeException e) {
        close();
        throw e;
      }
    }

    private Connection connect() throws SQLException {
      Connection made = store.connect();
      try (Statement statement = made.createStatement()) {
        Reliance.requireDurable(store.place(), made);
        statement.execute(
            "set lock_timeout to '" + LONGEST_WAIT + "'" + PostgresDatabase.WHILE_IT_LIVES);
        made.setNetworkTimeout(Runnable::run, ASKING_MILLIS);
        return made;
      } catch (SQLException | RuntimeException e) {
        made.close();
        throw e;
      }
    }

    /** Asks no more, or begins anew. */
    @Override
    public void close() {
      Connection asked = connection;
      connection = null;
      if (asked != null) closeQuietly(asked);
    }
  }

  /** Waits for transactions that were begun by the lead before, and makes theirs the last. */
  private static long next(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, TAKING_MILLIS);
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
    closeQuietly(connection);
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyLost) {
      // then what it held is given up already
    }
  }
}
