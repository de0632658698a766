package org.ascertain.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Flaw;
import org.ascertain.record.Hash;
import org.ascertain.record.SignedNote;

/** A record in a file of SQLite. */
record RecordOnDisk(Path file) implements StoredRecord {

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public void read(long from, long to, ObjLongConsumer<byte[]> each) {
    try (Connection connection = Database.openToRead(file);
        PreparedStatement select =
            connection.prepareStatement(
                "select idx, line from entry where idx >= ? and idx < ? order by idx")) {
      select.setLong(1, from);
      select.setLong(2, to);
      long expected = from;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          requireNext(row.getLong(1), expected);
          each.accept(row.getBytes(2), expected++);
        }
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }

  private void requireNext(long index, long expected) {
    if (index != expected)
      throw new LedgerException(
          Reason.DAMAGED,
          "Entry " + expected + " is missing in " + file + "; restore it from a backup.");
  }

  @Override
  public void checkBytes(Consumer<Flaw> flaws) {
    try (Connection connection = Database.openToRead(file);
        PreparedStatement select =
            connection.prepareStatement("select idx, line, leaf from entry order by idx");
        ResultSet row = select.executeQuery()) {
      for (long expected = 0; row.next(); expected = row.getLong(1) + 1) {
        for (; expected < row.getLong(1); expected++)
          flaws.accept(new Flaw("entry " + expected, "is missing in " + file.getFileName()));
        byte[] leaf = row.getBytes(3);
        if (leaf.length != Hash.LENGTH || !Hash.ofLeaf(row.getBytes(2)).equals(Hash.at(leaf, 0)))
          flaws.accept(
              new Flaw(
                  "entry " + row.getLong(1),
                  "was altered in "
                      + file.getFileName()
                      + ": it has not the hash that was written with it"));
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }

  @Override
  public long size() {
    try (Connection connection = Database.openToRead(file)) {
      return Database.number(connection, "select coalesce(max(idx) + 1, 0) from entry");
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }

  @Override
  public Optional<Indexes> appended(String key) {
    try (Connection connection = Database.openToRead(file);
        PreparedStatement select =
            connection.prepareStatement(
                "select first, count from batch where key = ? union all "
                    + "select idx, 1 from entry where idx >= (select upto from indexed) and key = ?")) {
      select.setString(1, key);
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Indexes(row.getLong(1), row.getInt(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }

  @Override
  public List<SignedNote> checkpoints() {
    List<SignedNote> notes = new ArrayList<>();
    try (Connection connection = Database.openToRead(file);
        PreparedStatement select =
            connection.prepareStatement("select note from checkpoint order by size");
        ResultSet row = select.executeQuery()) {
      while (row.next()) notes.add(SignedNote.parse(row.getBytes(1)));
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
    return notes;
  }

  @Override
  public void keep(long size, SignedNote note) {
    try (Connection connection = Database.openToWrite(file);
        PreparedStatement insert =
            connection.prepareStatement(
                "insert or replace into checkpoint (size, note) values (?, ?)")) {
      insert.setLong(1, size);
      insert.setBytes(2, note.bytes());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }

  /** Writes a copy as of now to a file that does not exist yet, while others may write. */
  public void copyTo(Path target) {
    try (Connection connection = Database.openToRead(file)) {
      try (PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
        copy.setString(1, target.toString());
        copy.execute();
      }
    } catch (SQLException e) {
      throw Database.explain(e, target);
    }
  }
}
