package org.ascertain.ledger;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Flaw;
import org.ascertain.record.Hash;
import org.ascertain.record.MerkleTree;
import org.ascertain.record.TilePath;
import org.ascertain.record.TreeHashes;

/**
 * The record's tree as it is stored: a leaf hash beside each entry, and the root over each 256 of
 * them. What stands above is made of these. Neither is proof of anything until a signed root has
 * been found to agree with it.
 */
final class StoredTree implements TreeHashes {

  private final Connection connection;
  private final boolean hasNodes;

  /**
   * The leaves from {@link #freshFrom} on, which were just written: they need not be read again.
   */
  private final List<byte[]> fresh = new ArrayList<>();

  private long freshFrom;

  StoredTree(Connection connection, boolean hasNodes) {
    this.connection = connection;
    this.hasNodes = hasNodes;
  }

  @Override
  public byte[] read(int level, long from, int count) {
    try {
      if (level == 0 && from >= freshFrom && from + count <= freshFrom + fresh.size())
        return freshHashes(Math.toIntExact(from - freshFrom), count);
      if (level == 0)
        return hashes("select leaf from entry where idx >= ? and idx < ? order by idx", from, count)
            .orElseThrow(StoredTree::damaged);
      if (level == 1 && hasNodes) {
        Optional<byte[]> nodes =
            hashes("select hash from node where idx >= ? and idx < ? order by idx", from, count);
        if (nodes.isPresent()) return nodes.get();
      }
      return above(level, from, count);
    } catch (SQLException e) {
      throw new LedgerException(
          Reason.DAMAGED, "The record's hashes cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** Remembers the leaf of an entry that was just written, in the place of one that was refused. */
  void wrote(long index, byte[] leaf) {
    if (fresh.isEmpty()) freshFrom = index;
    fresh.subList(Math.toIntExact(index - freshFrom), fresh.size()).clear();
    fresh.add(leaf);
  }

  /** Forgets what was written before: it is committed, or never will be. */
  void begin() {
    fresh.clear();
  }

  private byte[] freshHashes(int from, int count) {
    byte[] hashes = new byte[count * Hash.LENGTH];
    for (int i = 0; i < count; i++)
      System.arraycopy(fresh.get(from + i), 0, hashes, i * Hash.LENGTH, Hash.LENGTH);
    return hashes;
  }

  /** So many hashes; empty if there are not as many, or one of them is none. */
  private Optional<byte[]> hashes(String query, long from, int count) throws SQLException {
    ByteArrayOutputStream hashes = new ByteArrayOutputStream(count * Hash.LENGTH);
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setLong(1, from);
      select.setLong(2, from + count);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) hashes.writeBytes(Rows.bytes(row, 1));
      }
    }
    return Optional.of(hashes.toByteArray()).filter(all -> all.length == count * Hash.LENGTH);
  }

  private static LedgerException damaged() {
    return new LedgerException(
        Reason.DAMAGED, "A hash of the record is missing; restore it from a backup.");
  }

  /**
   * Stores the roots over each 256 of the first so many entries that are not stored yet.
   *
   * @return how many there are now
   */
  long grow(long stored, long size) throws SQLException {
    long due = size / TilePath.FULL;
    if (stored >= due) return stored;
    try (PreparedStatement insert =
        connection.prepareStatement("insert into node (idx, hash) values (?, ?)")) {
      for (long node = stored; node < due; node++) {
        insert.setLong(1, node);
        insert.setBytes(2, above(1, node, 1));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return due;
  }

  /** Holds the stored nodes against the entries, as these are read one after the other. */
  static final class Check {

    private final Map<Long, byte[]> nodes = new HashMap<>();
    private final Consumer<Flaw> flaws;
    private MerkleTree tree = new MerkleTree();

    Check(Connection connection, boolean hasNodes, Consumer<Flaw> flaws) throws SQLException {
      this.flaws = flaws;
      if (!hasNodes) return;
      try (PreparedStatement select = connection.prepareStatement("select idx, hash from node");
          ResultSet row = select.executeQuery()) {
        while (row.next()) nodes.put(row.getLong(1), Rows.bytes(row, 2));
      }
    }

    /** Takes the leaf hash of an entry; where entries are missing, nothing is told of the node. */
    void add(Hash leaf, long index) {
      if (index % TilePath.FULL == 0) tree = new MerkleTree();
      tree.add(leaf);
      if (index % TilePath.FULL != TilePath.FULL - 1 || tree.size() != TilePath.FULL) return;
      byte[] node = nodes.get(index / TilePath.FULL);
      if (node != null && !Arrays.equals(node, tree.root().bytes()))
        flaws.accept(
            new Flaw(
                "node " + index / TilePath.FULL,
                "is not the root of the entries up to " + index + "; it was altered"));
    }
  }
}
