package org.ascertain.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database of one record, or of what a desk keeps apart from the records: what is not alike in
 * every kind of database, and no more. The rest is plain statements that all of them understand.
 */
public interface Database {

  /** What it is called among those of its store, for people. */
  String name();

  /** Where it is, for people. */
  String place();

  /** Opens it to write, making it or bringing its tables up to date. */
  Writing openToWrite() throws SQLException;

  /** Opens it to read what is committed, while others may write. */
  Connection openToRead() throws SQLException;

  /** Whether the record has stored nodes of its tree; one of a first version has none yet. */
  boolean hasNodes(Connection connection) throws SQLException;

  /** Asks for index and line of the entries that describe a source, of the first so many. */
  String describing();

  /** Whether a statement was refused for what it says, and not because something is broken. */
  boolean isRefusal(SQLException e);

  /** What an error means to whoever uses the ledger. */
  LedgerException explain(SQLException e);

  /** A state that was kept under a name, if it is whole and of that version; another is removed. */
  Optional<KeptState> state(String name, int version);

  /** Keeps a state in the place of the one of that name. */
  void keepState(String name, KeptState state);

  /** Writes what is committed to a file of SQLite that does not exist yet. */
  void copyTo(Path target);

  /**
   * Copies all that is kept where this is, before tables are changed that an older version of the
   * program made; see {@link UpgradeCopy}.
   *
   * @param in has begun the transaction that will change them, so that nobody writes meanwhile
   */
  void copyBeforeUpgrade(Connection in) throws SQLException;

  /** Runs one of the scripts of others' tables. */
  default void run(Connection in, Tables tables, int script) throws SQLException {
    try (Statement statement = in.createStatement()) {
      statement.executeUpdate(tables.scripts().get(script));
    }
  }

  /** The record in it, as those see it who do not append. */
  default StoredRecord record() {
    return new RecordInDatabase(this);
  }

  /** Opens the record in it to append; see {@link Store#open}. */
  default Ledger openRecord(InstantSource clock, Consumer<String> notices, Tables... tables) {
    return RecordLedger.open(this, clock, notices, RecordLedger.LONGEST_QUEUE, List.of(tables));
  }

  /** Opens the desk in it; see {@link Store#desk}. */
  default DeskStore openDesk(Tables... tables) {
    return DeskInDatabase.open(this, List.of(tables));
  }

  /**
   * A connection that writes, one transaction after the other, used by one thread at a time. What
   * is committed is durable when {@link #commit} returns.
   */
  interface Writing extends AutoCloseable {

    /** For plain statements. */
    Connection connection();

    /** Begins a transaction in which nobody else writes to this database. */
    void begin() throws SQLException;

    /** Begins a transaction that sees all as of one moment, and writes nothing. */
    void beginToRead() throws SQLException;

    void commit() throws SQLException;

    /**
     * Writes one entry that follows all others, with its key beside it, and makes it durable: by
     * one statement, outside of a transaction.
     *
     * @param leaf its hash in the tree
     * @param content what tells its batch from others
     * @return whether it is written; it is not where another has written since this connection did,
     *     or where the key is known: then a transaction has to find out
     */
    boolean writeAlone(long index, byte[] line, byte[] leaf, String key, byte[] content)
        throws SQLException;

    void rollback() throws SQLException;

    /**
     * Whether another may have committed since this was last asked, or since the connection was
     * opened; within a transaction it is never no in error.
     */
    boolean hasChanged() throws SQLException;

    /** Whether it can be used no more, and has to be opened anew. */
    boolean isLost();

    @Override
    void close() throws SQLException;
  }
}
