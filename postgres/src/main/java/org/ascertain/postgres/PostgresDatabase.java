package org.ascertain.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.ascertain.ledger.Database;
import org.ascertain.ledger.KeptState;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.Tables;
import org.ascertain.record.Hash;

/**
 * One schema of a database of PostgreSQL.
 *
 * @param name of the schema: an election's id, or the desk's; never with a quotation mark in it
 */
record PostgresDatabase(PostgresStore store, String name, Kind kind) implements Database {

  /** What is in a schema of ours. */
  enum Kind {
    RECORD,
    DESK;

    /** Run one after the other in a schema that is new. */
    private List<String> scripts() {
      return this == RECORD ? List.of("1-common.sql", "1-record.sql") : List.of("1-common.sql");
    }
  }

  /** The tables' version, kept under this name among those of others. */
  private static final String OWN = "ledger";

  private static final int VERSION = 1;

  /** Soon after a machine or a network is gone, the database takes back what it had locked. */
  static final String WHILE_IT_LIVES =
      "; set tcp_keepalives_idle to 2; set tcp_keepalives_interval to 1;"
          + " set tcp_keepalives_count to 3; set tcp_user_timeout to 5000";

  @Override
  public String place() {
    return store.place() + " (" + name + ")";
  }

  @Override
  public Writing openToWrite() throws SQLException {
    Connection connection = store.connectToWrite();
    try {
      Reliance.requireDurable(store.place(), connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "set search_path to \""
                + name
                + "\"; set lock_timeout to "
                + store.patience().toMillis()
                + "; set idle_in_transaction_session_timeout to '30s'"
                + Reliance.PINNED
                + WHILE_IT_LIVES);
        bringUpToDate(connection, statement);
      }
      return new PostgresWriting(connection, name, store);
    } catch (SQLException | RuntimeException e) {
      store.closed(connection);
      connection.close();
      throw e;
    }
  }

  private void bringUpToDate(Connection connection, Statement statement) throws SQLException {
    if (isPresent(connection)) {
      requireKnown(connection);
      return;
    }
    if (!store.mayWrite()) throw store.taken();
    statement.execute("begin");
    try {
      // another program may be making the same schema
      statement.execute(
          "select pg_advisory_xact_lock(hashtextextended('ascertain " + name + "', 0))");
      if (!isPresent(connection)) {
        statement.execute("create schema if not exists \"" + name + "\"");
        for (String script : kind.scripts()) statement.execute(text(script));
        statement.execute("insert into beside values ('" + OWN + "', " + VERSION + ")");
      }
      statement.execute("commit");
    } catch (SQLException | RuntimeException e) {
      statement.execute("rollback");
      throw e;
    }
    requireKnown(connection);
  }

  private boolean isPresent(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      select.setString(1, "\"" + name + "\".writer");
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private void requireKnown(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select version from beside where name = '" + OWN + "'")) {
      requireKnown(OWN, row.next() ? row.getInt(1) : 0, VERSION);
    }
  }

  /** The same of all tables in it, by a connection that looks at none of them else. */
  void requireKnown(Connection connection, List<Tables> tables) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select name, version from \"" + name + "\".beside")) {
      while (row.next()) {
        String of = row.getString(1);
        if (of.equals(OWN)) requireKnown(of, row.getInt(2), VERSION);
        for (Tables each : tables)
          if (of.equals(each.name())) requireKnown(of, row.getInt(2), each.scripts().size());
      }
    }
  }

  private void requireKnown(String tables, int version, int known) {
    if (version > known)
      throw new LedgerException(
          Reason.FOREIGN,
          "%s was written by a newer Ascertain (version %d of its tables%s; this one knows %d). Use that one."
              .formatted(place(), version, tables.equals(OWN) ? "" : " of " + tables, known));
  }

  private static String text(String script) {
    try (InputStream in = PostgresDatabase.class.getResourceAsStream(script)) {
      if (in == null) throw new IllegalStateException("the program lacks " + script);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Connection openToRead() throws SQLException {
    Connection connection = store.reader();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local search_path to \"" + name + "\"");
      requireKnown(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public boolean hasNodes(Connection connection) {
    return true;
  }

  @Override
  public String describing() {
    return "select idx, line from entry where position('\\x22736f75726365223a7b'::bytea in line) >"
        + " 0 and idx < ? order by idx";
  }

  @Override
  public boolean isRefusal(SQLException e) {
    return PostgresErrors.isRefusal(e);
  }

  @Override
  public LedgerException explain(SQLException e) {
    return PostgresErrors.explain(e, place());
  }

  @Override
  public Optional<KeptState> state(String state, int version) {
    try (Connection connection = openToRead();
        PreparedStatement select =
            connection.prepareStatement(
                "select version, size, root, content from state where name = ?")) {
      select.setString(1, state);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) return Optional.empty();
        if (row.getInt(1) == version)
          return Optional.of(
              new KeptState(version, row.getLong(2), Hash.at(row.getBytes(3), 0), row.getBytes(4)));
      }
    } catch (SQLException e) {
      throw explain(e);
    }
    removeState(state);
    return Optional.empty();
  }

  private void removeState(String state) {
    if (!store.mayWrite()) return;
    try (Writing writing = openToWrite();
        PreparedStatement delete =
            writing.connection().prepareStatement("delete from state where name = ?")) {
      delete.setString(1, state);
      delete.executeUpdate();
    } catch (SQLException e) {
      // where nothing can be written it stays, and is of no use
      if (explain(e).reason() != Reason.READ_ONLY) throw explain(e);
    }
  }

  /** A server that only reads keeps none: what it made is made again by the one that writes. */
  @Override
  public void keepState(String state, KeptState kept) {
    if (!store.mayWrite()) return;
    try (Writing writing = openToWrite();
        PreparedStatement keep =
            writing
                .connection()
                .prepareStatement(
                    "insert into state (name, version, size, root, content) values (?, ?, ?, ?, ?)"
                        + " on conflict (name) do update set version = excluded.version, size ="
                        + " excluded.size, root = excluded.root, content = excluded.content")) {
      keep.setString(1, state);
      keep.setInt(2, kept.version());
      keep.setLong(3, kept.size());
      keep.setBytes(4, kept.root().bytes());
      keep.setBytes(5, kept.content());
      keep.executeUpdate();
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  @Override
  public void copyBeforeUpgrade(Connection in) throws SQLException {
    try (Statement statement = in.createStatement()) {
      // it waits for as long as the copy takes
      statement.execute("set local idle_in_transaction_session_timeout to 0");
    }
    store.copyBeforeUpgrade();
  }

  /** Runs a script and keeps it, so that a copy gets the same tables. */
  @Override
  public void run(Connection in, Tables tables, int script) throws SQLException {
    Database.super.run(in, tables, script);
    try (PreparedStatement keep =
        in.prepareStatement("insert into script (name, number, text) values (?, ?, ?)")) {
      keep.setString(1, tables.name());
      keep.setInt(2, script);
      keep.setString(3, tables.scripts().get(script));
      keep.executeUpdate();
    }
  }

  @Override
  public void copyTo(Path target) {
    try (Connection from = openToRead()) {
      new CopyInSqlite(from, target).make(kind);
    } catch (SQLException e) {
      throw explain(e);
    }
  }
}
