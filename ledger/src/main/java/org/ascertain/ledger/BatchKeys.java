package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.ledger.Ledger.Indexes;

/**
 * Which batch was appended under which key. Every entry that is committed alone would cost a second
 * page, that of its key: such keys stand beside their entries first, and here, and are put into
 * their table together with a larger commit or when there are many of them.
 */
final class BatchKeys {

  /** What was appended under a key, and where. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  record Known(byte[] content, Indexes indexes) {}

  private static final int MOST_RECENT = 1_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement find;
  private final PreparedStatement indexed;
  private final Map<String, Known> recent = new HashMap<>();

  BatchKeys(Connection connection) throws SQLException {
    this.insert =
        connection.prepareStatement(
            "insert into batch (key, content, first, count) values (?, ?, ?, ?)");
    this.find =
        connection.prepareStatement("select content, first, count from batch where key = ?");
    this.indexed = connection.prepareStatement("update indexed set upto = ?");
    this.connection = connection;
  }

  /** Learns from the file which keys stand beside their entries. */
  void readAfresh() throws SQLException {
    recent.clear();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select key, content, idx from entry"
                    + " where idx >= (select upto from indexed) and key is not null")) {
      while (row.next())
        recent.put(row.getString(1), new Known(Rows.bytes(row, 2), new Indexes(row.getLong(3), 1)));
    }
  }

  Optional<Known> find(String key) throws SQLException {
    Known known = recent.get(key);
    if (known != null) return Optional.of(known);
    find.setString(1, key);
    try (ResultSet row = find.executeQuery()) {
      return row.next()
          ? Optional.of(new Known(Rows.bytes(row, 1), new Indexes(row.getLong(2), row.getInt(3))))
          : Optional.empty();
    }
  }

  /** Whether there is room for the key of an entry that is committed alone. */
  boolean hasRoom() {
    return recent.size() < MOST_RECENT;
  }

  /** The same of one key, which does not stand beside an entry already. */
  boolean hasRoomFor(String key) {
    return hasRoom() && !recent.containsKey(key);
  }

  /** Remembers a key that stands beside its entry, once that is durable. */
  void remember(String key, Known known) {
    recent.put(key, known);
  }

  /** Puts a key into its table. */
  void insert(String key, Known known) throws SQLException {
    insert.setString(1, key);
    insert.setBytes(2, known.content());
    insert.setLong(3, known.indexes().first());
    insert.setInt(4, known.indexes().count());
    insert.executeUpdate();
  }

  /** Puts the recent keys into their table; {@code size} entries have theirs there then. */
  void insertRecent(long size) throws SQLException {
    for (Map.Entry<String, Known> each : recent.entrySet()) insert(each.getKey(), each.getValue());
    indexed.setLong(1, size);
    indexed.executeUpdate();
  }

  /** Forgets the recent keys, once they are durable in their table. */
  void forgetRecent() {
    recent.clear();
  }
}
