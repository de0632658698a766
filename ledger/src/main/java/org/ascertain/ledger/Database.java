package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.DurableFiles;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite as the ledger uses it: which settings, which version of the tables, which error means
 * what.
 */
final class Database {

  /** Applied one after the other; {@code user_version} counts how many of them a file has had. */
  private static final List<String> SCRIPTS =
      List.of("1-entries.sql", "2-checkpoints.sql", "3-tree.sql");

  /** Since this version of the tables, the tree has stored nodes. */
  static final long WITH_NODES = 3;

  /** The entries that describe a source, of the first so many. */
  static final String DESCRIBING =
      "select idx, line from entry where instr(line, x'22736f75726365223a7b') > 0 and idx < ? order by idx";

  private static final List<String> DESK_SCRIPTS = List.of("desk-1-beside.sql");

  /**
   * A kind of file that is ours.
   *
   * @param application tells it from other programs' files (PRAGMA application_id)
   */
  private record Kind(int application, List<String> scripts) {}

  /** A record: "ASCR". */
  private static final Kind RECORD = new Kind(0x41534352, SCRIPTS);

  /** What a desk keeps apart from the records: "ASCD". */
  private static final Kind DESK = new Kind(0x41534344, DESK_SCRIPTS);

  /** How long to wait for another program that writes. */
  private static final int PATIENCE_MILLIS = 10_000;

  /** What SQLite needs for the index of its log alone. */
  private static final long NO_ROOM_BYTES = 64 << 10;

  static {
    NativeLibrary.prepare();
  }

  /**
   * Opens a file to write, making or bringing up to date its tables. Each commit is on disk before
   * it returns.
   */
  static Connection openToWrite(Path file) throws SQLException {
    return openToWrite(file, RECORD, new SQLiteConfig());
  }

  /** Opens a desk's file to write; what is deleted from it is overwritten with nought. */
  static Connection openDesk(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
    return openToWrite(file, DESK, config);
  }

  private static Connection openToWrite(Path file, Kind kind, SQLiteConfig config)
      throws SQLException {
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      requireKnown(connection, file, kind);
      bringUpToDate(connection, kind);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Opens a record's file to read, while others may write to it. */
  static Connection openToRead(Path file) throws SQLException {
    return openToRead(file, RECORD);
  }

  /** Opens a desk's file to read, while others may write to it. */
  static Connection openDeskToRead(Path file) throws SQLException {
    return openToRead(file, DESK);
  }

  private static Connection openToRead(Path file, Kind kind) throws SQLException {
    if (!Files.isRegularFile(file))
      throw new LedgerException(Reason.FOREIGN, "There is no record at " + file + ".");
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(PATIENCE_MILLIS);
    Connection connection = config.createConnection("jdbc:sqlite:" + address(file));
    try {
      requireKnown(connection, file, kind);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * In a folder that cannot be written to, SQLite reads a file only if it is told that nobody
   * writes.
   */
  private static String address(Path file) {
    Path whole = file.toAbsolutePath();
    Path waiting = whole.resolveSibling(whole.getFileName() + "-wal");
    boolean still = !Files.isWritable(whole.getParent()) && !Files.exists(waiting);
    return still ? "file:" + whole.toUri().getRawPath() + "?immutable=1" : whole.toString();
  }

  private static void requireKnown(Connection connection, Path file, Kind kind)
      throws SQLException {
    long version = number(connection, "pragma user_version");
    if (version > 0 && number(connection, "pragma application_id") != kind.application())
      throw new LedgerException(Reason.FOREIGN, file + " is the file of another program.");
    if (version > kind.scripts().size())
      throw new LedgerException(
          Reason.FOREIGN,
          "%s was written by a newer Ascertain (version %d of its tables; this one knows %d). Use that one."
              .formatted(file, version, kind.scripts().size()));
  }

  static long version(Connection connection) throws SQLException {
    return number(connection, "pragma user_version");
  }

  private static void bringUpToDate(Connection connection, Kind kind) throws SQLException {
    List<String> scripts = kind.scripts();
    if (version(connection) == scripts.size()) return;
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      int version = (int) version(connection); // another program may just have done it
      for (String script : scripts.subList(version, scripts.size()))
        statement.executeUpdate(text(script));
      statement.execute("pragma application_id = " + kind.application());
      statement.execute("pragma user_version = " + scripts.size());
      statement.execute("commit");
    }
  }

  /** Applies the scripts of other modules' tables that a file has not had. */
  static void bringUpToDate(Connection connection, Tables tables, Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      try {
        apply(connection, tables, file);
        statement.execute("commit");
      } catch (SQLException | RuntimeException e) {
        statement.execute("rollback");
        throw e;
      }
    }
  }

  private static void apply(Connection connection, Tables tables, Path file) throws SQLException {
    int had = 0;
    try (PreparedStatement select =
        connection.prepareStatement("select version from beside where name = ?")) {
      select.setString(1, tables.name());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) had = row.getInt(1);
      }
    }
    int all = tables.scripts().size();
    if (had > all)
      throw new LedgerException(
          Reason.FOREIGN,
          "%s was written by a newer Ascertain (version %d of its tables of %s; this one knows %d). Use that one."
              .formatted(file, had, tables.name(), all));
    if (had == all) return;
    try (Statement statement = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert or replace into beside (name, version) values (?, ?)")) {
      for (String script : tables.scripts().subList(had, all)) statement.executeUpdate(script);
      insert.setString(1, tables.name());
      insert.setInt(2, all);
      insert.executeUpdate();
    }
  }

  private static String text(String script) {
    try (InputStream in = Database.class.getResourceAsStream(script)) {
      if (in == null) throw new IllegalStateException("the program lacks " + script);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is committed to a file that does not exist yet. */
  static void copy(Connection connection, Path target) throws SQLException {
    try (PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, target.toString());
      copy.execute();
    }
  }

  static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getLong(1);
    }
  }

  /**
   * The bytes in a column that has some in every row that was ever written.
   *
   * @throws LedgerException if this row has none any more
   */
  static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null)
      throw new LedgerException(
          Reason.DAMAGED, "A row of the record is damaged; restore it from a backup.");
    return bytes;
  }

  /** Whether a statement was refused for what it says, and not because something is broken. */
  static boolean isRefusal(SQLException e) {
    return switch (code(e)) {
      case SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG -> true;
      default -> false;
    };
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException known
        ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  /** What an error of SQLite means to whoever uses the ledger. */
  static LedgerException explain(SQLException e, Path file) {
    if (isFull(e, file))
      return new LedgerException(
          Reason.FULL,
          "The disk that holds "
              + file
              + " is full. Make room and try again; what was answered is in the record, and nothing else.",
          e);
    return switch (code(e)) {
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
          new LedgerException(
              Reason.READ_ONLY,
              file + " cannot be written to; nothing was recorded. Check the folder's permissions.",
              e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new LedgerException(
              Reason.BUSY,
              file
                  + " has been locked by another program for ten seconds; nothing was recorded. Try again.",
              e);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new LedgerException(
              Reason.DAMAGED,
              file + " is damaged (" + e.getMessage() + "); restore it from a backup.",
              e);
      default ->
          new LedgerException(
              Reason.UNKNOWN,
              "The disk under %s failed (%s). Ask again with the same key to learn whether it was recorded."
                  .formatted(file, e.getMessage()),
              e);
    };
  }

  /** Where there is no room, SQLite can fail in writing its log's index too, even to read. */
  private static boolean isFull(SQLException e, Path file) {
    if (!(e instanceof SQLiteException known)) return false;
    return switch (known.getResultCode()) {
      case SQLITE_FULL, SQLITE_IOERR_SHMSIZE -> true;
      case SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMOPEN ->
          hasNoRoom(file);
      default -> false;
    };
  }

  private static boolean hasNoRoom(Path file) {
    try {
      return Files.getFileStore(DurableFiles.folderOf(file)).getUsableSpace() < NO_ROOM_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  private Database() {}
}
