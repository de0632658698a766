package org.ascertain.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.ascertain.ledger.LedgerException.Reason;

/**
 * A desk in a file of SQLite that its owner alone can read. What is deleted is overwritten, so that
 * nothing of it stays in the file.
 */
final class DeskFile implements DeskStore {

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final Connection connection;

  private DeskFile(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file, making it if there is none, and brings the tables of others up to date. */
  static DeskFile open(Path file, List<Tables> tables) {
    makeForOwner(file);
    try {
      Connection connection = Database.openDesk(file);
      try {
        for (Tables each : tables) Database.bringUpToDate(connection, each, file);
        return new DeskFile(file, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }

  private static void makeForOwner(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
    } catch (FileAlreadyExistsException present) {
      // it has had its permissions from its first day on
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY, file + " cannot be made (" + e + "). Check the permissions.", e);
    }
  }

  @Override
  public synchronized <T> T change(Work<T> work) {
    return within("begin immediate", work);
  }

  @Override
  public synchronized <T> T ask(Work<T> work) {
    return within("begin", work);
  }

  private <T> T within(String begin, Work<T> work) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(begin);
      boolean done = false;
      try {
        T result = work.in(connection);
        statement.execute("commit");
        done = true;
        return result;
      } finally {
        if (!done) statement.execute("rollback");
      }
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }

  /** Writes what is committed to a file that does not exist yet, while others may write. */
  static void copy(Path file, Path target) {
    try (Connection connection = Database.openDeskToRead(file)) {
      Database.copy(connection, target);
      Files.setPosixFilePermissions(target, OWNER_ALONE);
    } catch (SQLException e) {
      throw Database.explain(e, target);
    } catch (IOException e) {
      throw new LedgerException(Reason.READ_ONLY, target + " cannot be written (" + e + ").", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Database.explain(e, file);
    }
  }
}
