package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.DurableFiles;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A file of SQLite: which settings, which version of the tables, which error means what. One reads
 * it from beginning to end who wants to know what the ledger asks of SQLite.
 */
public final class SqliteFile implements Database {

  /** What is in a file of ours. */
  private enum Kind {
    RECORD,
    /** What a desk keeps apart from the records, which its owner alone can read. */
    DESK;

    /** Tells it from other programs' files (PRAGMA application_id): "ASCR", "ASCD". */
    int application() {
      return this == RECORD ? 0x41534352 : 0x41534344;
    }

    /** Applied one after the other; {@code user_version} counts how many a file has had. */
    List<String> scripts() {
      return this == RECORD
          ? List.of("1-entries.sql", "2-checkpoints.sql", "3-tree.sql")
          : List.of("desk-1-beside.sql");
    }
  }

  /** Since this version of the tables, the tree has stored nodes. */
  private static final long WITH_NODES = 3;

  /** How long to wait for another program that writes. */
  private static final int PATIENCE_MILLIS = 10_000;

  /** What SQLite needs for the index of its log alone. */
  private static final long NO_ROOM_BYTES = 64 << 10;

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  static {
    NativeLibrary.prepare();
  }

  private final Path file;
  private final Kind kind;

  /** Whether it is a copy itself, of which nobody wants another. */
  private final boolean isCopy;

  private SqliteFile(Path file, Kind kind, boolean isCopy) {
    this.file = file;
    this.kind = kind;
    this.isCopy = isCopy;
  }

  /** A record's file. */
  public static SqliteFile ofRecord(Path file) {
    return new SqliteFile(file, Kind.RECORD, false);
  }

  /** A desk's file. */
  public static SqliteFile ofDesk(Path file) {
    return new SqliteFile(file, Kind.DESK, false);
  }

  /** The same file, whose tables are brought up to date without a copy of it. */
  public SqliteFile asCopy() {
    return new SqliteFile(file, kind, true);
  }

  /**
   * Opens a record's file to append to it; see {@link Store#open}. For whoever has a file of their
   * own and no store.
   */
  public static Ledger open(
      Path file, InstantSource clock, Consumer<String> notices, Tables... tables) {
    return ofRecord(file).openRecord(clock, notices, tables);
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public String place() {
    return file.toString();
  }

  /** Each commit is on disk before it returns. */
  @Override
  public Writing openToWrite() throws SQLException {
    makePlace();
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    // What a desk deletes is overwritten with nought.
    if (kind == Kind.DESK) config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      requireKnown(connection);
      bringUpToDate(connection);
      return new SqliteWriting(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void makePlace() {
    Path folder = DurableFiles.folderOf(file);
    try {
      Files.createDirectories(folder);
      if (kind == Kind.DESK)
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    } catch (FileAlreadyExistsException present) {
      if (!Files.exists(file))
        throw new LedgerException(
            Reason.READ_ONLY, folder + " cannot be made (" + present + ").", present);
      // it has had its permissions from its first day on
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY,
          folder + " cannot be made (" + e + "). Check the permissions around it.",
          e);
    }
  }

  @Override
  public Connection openToRead() throws SQLException {
    if (!Files.isRegularFile(file))
      throw new LedgerException(Reason.FOREIGN, "There is no record at " + file + ".");
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(PATIENCE_MILLIS);
    Connection connection = config.createConnection("jdbc:sqlite:" + address());
    try {
      requireKnown(connection);
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
  private String address() {
    Path whole = file.toAbsolutePath();
    Path waiting = whole.resolveSibling(whole.getFileName() + "-wal");
    boolean still = !Files.isWritable(whole.getParent()) && !Files.exists(waiting);
    return still ? "file:" + whole.toUri().getRawPath() + "?immutable=1" : whole.toString();
  }

  private void requireKnown(Connection connection) throws SQLException {
    long version = version(connection);
    if (version > 0 && Rows.number(connection, "pragma application_id") != kind.application())
      throw new LedgerException(Reason.FOREIGN, file + " is the file of another program.");
    if (version > kind.scripts().size())
      throw new LedgerException(
          Reason.FOREIGN,
          "%s was written by a newer Ascertain (version %d of its tables; this one knows %d). Use that one."
              .formatted(file, version, kind.scripts().size()));
  }

  private static long version(Connection connection) throws SQLException {
    return Rows.number(connection, "pragma user_version");
  }

  private void bringUpToDate(Connection connection) throws SQLException {
    List<String> scripts = kind.scripts();
    if (version(connection) == scripts.size()) return;
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      int version = (int) version(connection); // another program may just have done it
      if (version > 0 && version < scripts.size()) copyBeforeUpgrade(connection);
      for (String script : scripts.subList(version, scripts.size()))
        statement.executeUpdate(text(script));
      statement.execute("pragma application_id = " + kind.application());
      statement.execute("pragma user_version = " + scripts.size());
      statement.execute("commit");
    }
  }

  private static String text(String script) {
    try (InputStream in = SqliteFile.class.getResourceAsStream(script)) {
      if (in == null) throw new IllegalStateException("the program lacks " + script);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNodes(Connection connection) throws SQLException {
    return version(connection) >= WITH_NODES;
  }

  @Override
  public String describing() {
    return "select idx, line from entry where instr(line, x'22736f75726365223a7b') > 0 and idx < ?"
        + " order by idx";
  }

  @Override
  public Optional<KeptState> state(String name, int version) {
    return new StateFile(file, name).read(version);
  }

  @Override
  public void keepState(String name, KeptState state) {
    new StateFile(file, name).write(state);
  }

  @Override
  public void copyTo(Path target) {
    try (Connection connection = openToRead();
        PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, target.toString());
      copy.execute();
      if (kind == Kind.DESK) Files.setPosixFilePermissions(target, OWNER_ALONE);
    } catch (SQLException e) {
      throw new SqliteFile(target, kind, isCopy).explain(e);
    } catch (IOException e) {
      throw new LedgerException(Reason.READ_ONLY, target + " cannot be written (" + e + ").", e);
    }
  }

  @Override
  public void copyBeforeUpgrade(Connection in) {
    if (!isCopy) UpgradeCopy.make(new DataFolder(DurableFiles.folderOf(file)));
  }

  @Override
  public boolean isRefusal(SQLException e) {
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

  @Override
  public LedgerException explain(SQLException e) {
    if (isFull(e))
      return new LedgerException(
          Reason.FULL,
          "The disk that holds "
              + file
              + " is full. Make room and try again; what was answered is in the record, and nothing"
              + " else.",
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
                  + " has been locked by another program for ten seconds; nothing was recorded. Try"
                  + " again.",
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
  private boolean isFull(SQLException e) {
    if (!(e instanceof SQLiteException known)) return false;
    return switch (known.getResultCode()) {
      case SQLITE_FULL, SQLITE_IOERR_SHMSIZE -> true;
      case SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMOPEN ->
          hasNoRoom();
      default -> false;
    };
  }

  private boolean hasNoRoom() {
    try {
      return Files.getFileStore(DurableFiles.folderOf(file)).getUsableSpace() < NO_ROOM_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }
}
