package org.ascertain.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.ledger.Backup;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.SqliteStore;
import org.ascertain.ledger.Tables;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;

/**
 * A backup that is put in the place of a data folder, or into a database that has nothing yet: all
 * of it, or nothing.
 */
public final class Restoring {

  private final Path from;
  private final Trust trust;
  private final List<Tables> ofRecords;
  private final List<Tables> ofDesk;

  /**
   * @param from the backup
   * @param trust the key to go by, if not the backup's own
   * @param ofRecords the tables that others keep beside records
   * @param ofDesk the tables that the desk keeps apart from them
   */
  public Restoring(Path from, Trust trust, List<Tables> ofRecords, List<Tables> ofDesk) {
    this.from = from;
    this.trust = trust;
    this.ofRecords = ofRecords;
    this.ofDesk = ofDesk;
  }

  /**
   * Restores it, if every record in it verifies. What is verified is what was restored.
   *
   * @param to the folder that belongs to what {@code --data} named
   * @return what verifying came to, for each record; if one does not hold, nothing was restored
   * @throws LedgerException if it cannot be restored, and nothing was
   */
  public List<Verification> into(Path to) {
    Optional<PostgresStore> database = DataPlace.database(to);
    return database.isEmpty() ? Backup.restore(from, to, trust) : into(database.get(), to);
  }

  private List<Verification> into(PostgresStore store, Path folder) {
    BesideRecords.requireFree(from, folder);
    Path copy = folder.resolve("restoring");
    BesideRecords keys = new BesideRecords(copy, folder);
    try (Unfinished unfinished = Unfinished.begin(store)) {
      return into(unfinished, copy, keys);
    } catch (SQLException e) {
      throw failed(store, keys, e);
    } catch (LedgerException e) {
      if (e.reason() == Reason.UNKNOWN && e.getCause() instanceof SQLException ended)
        throw failed(store, keys, ended);
      keys.takeBack();
      throw new LedgerException(e.reason(), e.getMessage() + " Nothing was restored.", e);
    }
  }

  /** Works in a folder that nobody else uses, for none other restores into the database. */
  private List<Verification> into(Unfinished unfinished, Path copy, BesideRecords keys)
      throws SQLException {
    remove(copy); // what a program that was ended has left
    try {
      List<Verification> verified = Backup.restore(from, copy, trust);
      return verified.stream().allMatch(Verification::holds)
          ? carry(unfinished, copy, keys)
          : verified;
    } finally {
      remove(copy);
    }
  }

  /** Carries it where nobody sees it, verifies it there, and then shows it. */
  private List<Verification> carry(Unfinished unfinished, Path copy, BesideRecords keys)
      throws SQLException {
    unfinished.store().takeIn(new SqliteStore(copy), ofRecords, ofDesk);
    // by the key in the copy: the folder has none yet
    DataFolder restored = new DataFolder(copy, unfinished.store());
    List<Verification> verified = new ArrayList<>();
    for (String election : restored.elections()) verified.add(restored.verify(election, trust));
    if (!verified.stream().allMatch(Verification::holds)) return verified;
    keys.put(); // first: records without their keys could not be gone on with
    unfinished.show();
    return verified;
  }

  private static LedgerException failed(PostgresStore store, BesideRecords keys, SQLException e) {
    String what = "%s failed (%s).".formatted(store.place(), e.getMessage());
    if (keys.arePut() && !isSurelyEmpty(store))
      return new LedgerException(
          Reason.UNKNOWN,
          what
              + " It was the last step: either all was restored or nothing. Look by 'ascertain"
              + " verify', and restore again if there is no record.",
          e);
    keys.takeBack();
    Reason why = PostgresErrors.explain(e, store.place()).reason();
    return new LedgerException(
        why == Reason.UNKNOWN ? Reason.BUSY : why,
        what + " Nothing was restored; the database is as it was.",
        e);
  }

  /** A connection that ended while all took its name may have ended after that was done. */
  private static boolean isSurelyEmpty(PostgresStore store) {
    try {
      return Unfinished.isEmpty(store);
    } catch (SQLException | LedgerException unknown) {
      return false;
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) return;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
