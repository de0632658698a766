package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;

/**
 * Whether what a database answers for stays: a commit has to be on disk before it returns, and a
 * connection has to be one and the same session for as long as it is open.
 */
final class Reliance {

  private static final int OLDEST_VERSION = 15;

  /** Keeps for a session what was required of it, whatever the server is told later. */
  static final String PINNED =
      "; select set_config('synchronous_commit', current_setting('synchronous_commit'), false)";

  /** Where connections come from. */
  @FunctionalInterface
  interface Connections {
    Connection open() throws SQLException;
  }

  /**
   * Refuses a database that cannot be relied on.
   *
   * @throws LedgerException which says what to do about it
   */
  static void require(String place, Connections connections) throws SQLException {
    try (Connection one = connections.open()) {
      requireSessions(place, one, connections);
      requireDurable(place, one);
    }
  }

  /**
   * A pooler in transaction mode gives each transaction whichever session is free. Then one that is
   * open can be given to another connection while this one only thinks that it has it.
   */
  private static void requireSessions(String place, Connection one, Connections connections)
      throws SQLException {
    int before = session(one);
    try (Connection other = connections.open();
        Statement statement = other.createStatement()) {
      statement.execute("begin");
      int meanwhile = session(other);
      int after = session(one);
      statement.execute("rollback");
      if (before == after && after != meanwhile) return;
    }
    throw refused(
        place
            + " is reached through a pooler that shares sessions between connections (pool_mode ="
            + " transaction). Name the database itself, or a pool in session mode.");
  }

  private static int session(Connection connection) throws SQLException {
    return Integer.parseInt(ask(connection, "select pg_backend_pid()"));
  }

  /** Refuses a connection whose commits may be lost after they were answered. */
  static void requireDurable(String place, Connection connection) throws SQLException {
    requireVersion(place, Integer.parseInt(ask(connection, "show server_version_num")));
    requireSetting(place, connection, "synchronous_commit", "on|remote_apply", "on");
    requireSetting(place, connection, "fsync", "on", "on");
    requireSetting(place, connection, "full_page_writes", "on", "on");
  }

  static void requireVersion(String place, int number) {
    int version = number / 10_000;
    if (version < OLDEST_VERSION)
      throw refused(
          "%s is PostgreSQL %d; %d or newer is needed.".formatted(place, version, OLDEST_VERSION));
  }

  /** What is allowed, and can lose entries all the same. */
  static List<String> warnings(String place, Connection connection) throws SQLException {
    return ask(connection, "show synchronous_standby_names").isBlank()
        ? List.of(
            place
                + " has no stand-by that confirms commits (synchronous_standby_names is empty): a"
                + " failover can lose entries that were answered.")
        : List.of();
  }

  private static void requireSetting(
      String place, Connection connection, String name, String allowed, String wanted)
      throws SQLException {
    String value = ask(connection, "show " + name);
    if (!value.matches(allowed))
      throw refused(
          "%s has %s = %s, so that what was answered can be lost. Set it to %s."
              .formatted(place, name, value, wanted));
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static LedgerException refused(String why) {
    return new LedgerException(Reason.REFUSED, why);
  }

  private Reliance() {}
}
