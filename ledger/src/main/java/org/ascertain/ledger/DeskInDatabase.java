package org.ascertain.ledger;

import java.sql.SQLException;
import java.util.List;
import org.ascertain.ledger.Database.Writing;

/** A desk in a database: one connection, which is opened anew when it is lost. */
final class DeskInDatabase implements DeskStore {

  private final Database database;
  private Writing writing;

  private DeskInDatabase(Database database, Writing writing) {
    this.database = database;
    this.writing = writing;
  }

  /** Opens it, making it if there is none, and brings the tables of others up to date. */
  static DeskStore open(Database database, List<Tables> tables) {
    try {
      Writing writing = database.openToWrite();
      try {
        TablesBeside.bringUpToDate(database, writing, tables);
        return new DeskInDatabase(database, writing);
      } catch (SQLException | RuntimeException e) {
        writing.close();
        throw e;
      }
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  private interface Begin {
    void begin(Writing writing) throws SQLException;
  }

  @Override
  public synchronized <T> T change(Work<T> work) {
    return within(Writing::begin, work);
  }

  @Override
  public synchronized <T> T ask(Work<T> work) {
    return within(Writing::beginToRead, work);
  }

  private <T> T within(Begin begin, Work<T> work) {
    try {
      if (writing.isLost()) writing = database.openToWrite();
      begin.begin(writing);
      boolean done = false;
      try {
        T result = work.in(writing.connection());
        writing.commit();
        done = true;
        return result;
      } finally {
        if (!done && !writing.isLost()) writing.rollback();
      }
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      writing.close();
    } catch (SQLException e) {
      throw database.explain(e);
    }
  }
}
