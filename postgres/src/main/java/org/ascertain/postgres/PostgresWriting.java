package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.UUID;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A connection that writes to one schema. Each transaction begins by locking the one row of {@code
 * writer}, so that nobody else writes until it ends, and learns from it who wrote last. Whoever
 * reads is woken by the commit.
 */
final class PostgresWriting implements Writing {

  /** What readers listen to; they are told the name of the schema. */
  static final String CHANNEL = "ascertain";

  /** Tells what this connection wrote from what others did. */
  private final String me = UUID.randomUUID().toString();

  private final Connection connection;
  private final PostgresStore store;
  private final Statement plain;
  private final String commit;
  private final String schema;

  /** Locks the row of the writer, and asks who wrote last. */
  private String writer = "select last from writer for update";

  private @Nullable PreparedStatement begin;
  private @Nullable PreparedStatement alone;
  private OptionalLong lead = OptionalLong.empty();
  private boolean inTransaction;
  private boolean othersWrote = true;

  PostgresWriting(Connection connection, String schema, PostgresStore store) throws SQLException {
    this.connection = connection;
    this.store = store;
    this.schema = schema;
    this.plain = connection.createStatement();
    // A transaction that has failed refuses to notify; by itself, commit would end it silently.
    this.commit = "notify " + CHANNEL + ", '" + schema + "'; commit";
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void begin() throws SQLException {
    requireLead();
    PreparedStatement asks = begin;
    if (asks == null) {
      asks = connection.prepareStatement("begin; " + writer);
      begin = asks;
    }
    inTransaction = true;
    try {
      asks.execute();
      asks.getMoreResults();
      try (ResultSet row = asks.getResultSet()) {
        if (!row.next()) throw missing();
        othersWrote = !row.getString(1).equals(me);
      }
    } catch (SQLException | RuntimeException e) {
      if (!isLost()) rollback();
      throw e;
    }
  }

  /**
   * One of several servers writes by the number of its lead; in a transaction in which it is that,
   * nobody takes the lead.
   */
  private void requireLead() throws SQLException {
    OptionalLong now = store.leadNumber();
    if (now.equals(lead)) return;
    if (begin != null) begin.close();
    if (alone != null) alone.close();
    begin = null;
    alone = null;
    writer =
        "select w.last from writer w, ascertain.lead l where l.number = "
            + now.getAsLong()
            + " for update of w for share of l";
    lead = now;
  }

  private LedgerException missing() {
    return lead.isPresent()
        ? store.taken()
        : new LedgerException(
            Reason.DAMAGED,
            "The row of the writer is missing; restore the database from a backup.");
  }

  @Override
  public void beginToRead() throws SQLException {
    inTransaction = true;
    plain.execute("begin isolation level repeatable read read only");
  }

  @Override
  public void commit() throws SQLException {
    plain.execute(commit);
    inTransaction = false;
  }

  /** In a transaction of its own; where another waits for it, the row of the writer tells him. */
  @Override
  public boolean writeAlone(long index, byte[] line, byte[] leaf, String key, byte[] content)
      throws SQLException {
    requireLead();
    PreparedStatement insert = alone;
    if (insert == null) {
      insert =
          connection.prepareStatement(
              "with writes as (%s), written as (insert into entry (idx, line, leaf, key, content) select ?, ?, ?, ?, ? from writes where last = ? and not exists (select from batch where key = ?) returning idx) select pg_notify('%s', '%s') from written"
                  .formatted(writer, CHANNEL, schema));
      alone = insert;
    }
    insert.setLong(1, index);
    insert.setBytes(2, line);
    insert.setBytes(3, leaf);
    insert.setString(4, key);
    insert.setBytes(5, content);
    insert.setString(6, me);
    insert.setString(7, key);
    try (ResultSet row = insert.executeQuery()) {
      return row.next();
    }
  }

  @Override
  public void rollback() throws SQLException {
    plain.execute("rollback");
    inTransaction = false;
  }

  /** What this learns outside of a transaction may change at once, so it is not kept. */
  @Override
  public boolean hasChanged() throws SQLException {
    if (!inTransaction) return true;
    if (!othersWrote) return false;
    try (PreparedStatement update = connection.prepareStatement("update writer set last = ?")) {
      update.setString(1, me);
      update.executeUpdate();
    }
    othersWrote = false;
    return true;
  }

  @Override
  public boolean isLost() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public void close() throws SQLException {
    store.closed(connection);
    connection.close();
  }
}
