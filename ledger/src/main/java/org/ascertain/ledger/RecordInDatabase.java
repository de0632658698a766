package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.ascertain.election.Entry;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.EntryReader;
import org.ascertain.record.Flaw;
import org.ascertain.record.Hash;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.MerkleTree;
import org.ascertain.record.RecordSoFar;
import org.ascertain.record.SignedNote;

/** A record in a database. */
record RecordInDatabase(Database database) implements StoredRecord {

  @Override
  public String place() {
    return database.place();
  }

  @Override
  public void read(long from, long to, ObjLongConsumer<byte[]> each) {
    try (Connection connection = database.openToRead();
        PreparedStatement select =
            connection.prepareStatement(
                "select idx, line from entry where idx >= ? and idx < ? order by idx")) {
      select.setLong(1, from);
      select.setLong(2, to);
      long expected = from;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          requireNext(row.getLong(1), expected);
          each.accept(Rows.bytes(row, 2), expected++);
        }
      }
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  private void requireNext(long index, long expected) {
    if (index != expected)
      throw new LedgerException(
          Reason.DAMAGED,
          "Entry "
              + expected
              + " is missing in "
              + database.place()
              + "; restore it from a backup.");
  }

  @Override
  public void readChecked(long to, ObjLongConsumer<byte[]> each, Consumer<Flaw> flaws) {
    boolean isWhole = true;
    try (Connection connection = database.openToRead();
        PreparedStatement select =
            connection.prepareStatement(
                "select idx, line, leaf from entry where idx < ? order by idx")) {
      select.setLong(1, to);
      StoredTree.Check nodes =
          new StoredTree.Check(connection, database.hasNodes(connection), flaws);
      try (ResultSet row = select.executeQuery()) {
        for (long expected = 0; row.next(); expected++) {
          for (; expected < row.getLong(1); expected++) {
            isWhole = false;
            flaws.accept(new Flaw("entry " + expected, "is missing in " + database.name()));
          }
          byte[] line = bytesOrNone(row, 2);
          byte[] leaf = bytesOrNone(row, 3);
          Hash due = Hash.ofLeaf(line);
          if (leaf.length == Hash.LENGTH && due.equals(Hash.at(leaf, 0))) nodes.add(due, expected);
          else flaws.accept(altered(expected));
          if (isWhole) each.accept(line, expected);
        }
      }
    } catch (SQLException e) {
      throw database.explain(e);
    }
    if (!isWhole)
      throw new LedgerException(
          Reason.DAMAGED,
          "Entries are missing in " + database.place() + "; restore it from a backup.");
  }

  private Flaw altered(long index) {
    return new Flaw(
        "entry " + index,
        "was altered in " + database.name() + ": it has not the hash that was written with it");
  }

  private static byte[] bytesOrNone(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getBytes(column), new byte[0]);
  }

  @Override
  public long size() {
    try (Connection connection = database.openToRead()) {
      return Rows.number(connection, "select coalesce(max(idx) + 1, 0) from entry");
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  @Override
  public Optional<Indexes> appended(String key) {
    try (Connection connection = database.openToRead();
        PreparedStatement select =
            connection.prepareStatement(
                "select first, count from batch where key = ? union all select idx, 1 from entry"
                    + " where idx >= (select upto from indexed) and key = ?")) {
      select.setString(1, key);
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Indexes(row.getLong(1), row.getInt(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  @Override
  public List<SignedNote> checkpoints() {
    List<SignedNote> notes = new ArrayList<>();
    try (Connection connection = database.openToRead();
        PreparedStatement select =
            connection.prepareStatement("select note from checkpoint order by size");
        ResultSet row = select.executeQuery()) {
      while (row.next()) notes.add(SignedNote.parse(Rows.bytes(row, 1)));
    } catch (IllegalArgumentException e) {
      throw new LedgerException(
          Reason.DAMAGED,
          "A checkpoint in " + database.place() + " is damaged: " + e.getMessage() + ".",
          e);
    } catch (SQLException e) {
      throw database.explain(e);
    }
    return notes;
  }

  @Override
  public void keep(long size, SignedNote note) {
    try (Writing writing = database.openToWrite();
        PreparedStatement insert =
            writing
                .connection()
                .prepareStatement(
                    "insert into checkpoint (size, note) values (?, ?)"
                        + " on conflict (size) do update set note = excluded.note")) {
      writing.begin();
      insert.setLong(1, size);
      insert.setBytes(2, note.bytes());
      insert.executeUpdate();
      writing.commit();
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  @Override
  public MerkleTree tree(long size) {
    return ask(
        connection ->
            MerkleTree.of(size, new StoredTree(connection, database.hasNodes(connection))));
  }

  @Override
  public Hash root(long size) {
    return ask(connection -> new StoredTree(connection, database.hasNodes(connection)).root(size));
  }

  @Override
  public InclusionProof prove(long index, SignedNote checkpoint) {
    List<byte[]> line = new ArrayList<>();
    read(index, index + 1, (bytes, at) -> line.add(bytes));
    if (line.isEmpty()) throw new IllegalArgumentException("there is no entry " + index);
    return ask(
        connection ->
            InclusionProof.of(
                index,
                line.getFirst(),
                new StoredTree(connection, database.hasNodes(connection)),
                checkpoint));
  }

  @Override
  public RecordSoFar soFar(long size) {
    return ask(connection -> RecordSoFar.of(size, describing(database, connection, size)));
  }

  /** The entries that describe a source, of the first so many. */
  static List<Entry> describing(Database database, Connection connection, long size)
      throws SQLException {
    List<Entry> describing = new ArrayList<>();
    EntryReader reader = new EntryReader(new RecordSoFar());
    try (PreparedStatement select = connection.prepareStatement(database.describing())) {
      select.setLong(1, size);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) describing.add(read(reader, Rows.bytes(row, 2), row.getLong(1)));
      }
    }
    return describing;
  }

  /**
   * The entry that a stored line is.
   *
   * @throws LedgerException if it is none
   */
  static Entry read(EntryReader reader, byte[] line, long index) {
    try {
      return reader.read(line);
    } catch (IllegalArgumentException e) {
      throw new LedgerException(
          Reason.DAMAGED,
          "Entry %d is damaged (%s); restore it from a backup.".formatted(index, e.getMessage()),
          e);
    }
  }

  @Override
  public Optional<KeptState> state(String name, int version) {
    Optional<KeptState> kept = database.state(name, version);
    long size = kept.isPresent() ? size() : 0;
    return kept.filter(state -> state.size() <= size && root(state.size()).equals(state.root()));
  }

  @Override
  public void keepState(String name, KeptState state) {
    database.keepState(name, state);
  }

  @Override
  public <T> T ask(Question<T> question) {
    try (Connection connection = database.openToRead()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }
}
