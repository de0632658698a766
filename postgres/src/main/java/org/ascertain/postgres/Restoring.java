package org.ascertain.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A backup that is put in the place of a data folder, or into a database that has nothing yet. */
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
   */
  public List<Verification> into(Path to) {
    Optional<PostgresStore> database = DataPlace.database(to);
    return database.isEmpty() ? Backup.restore(from, to, trust) : into(database.get(), to);
  }

  private List<Verification> into(PostgresStore store, Path folder) {
    requireFree(store, folder);
    Path copy = folder.resolve("restoring");
    remove(copy); // what one that was ended has left
    try {
      List<Verification> verified = Backup.restore(from, copy, trust);
      if (!verified.stream().allMatch(Verification::holds)) return verified;
      List<Verification> again = carry(store, copy);
      if (again.stream().allMatch(Verification::holds))
        Backup.copyKeysAndSettings(new DataFolder(copy), folder);
      return again;
    } finally {
      remove(copy);
    }
  }

  private static void requireFree(PostgresStore store, Path folder) {
    if (!store.elections().isEmpty() || store.hasDesk())
      throw new LedgerException(
          Reason.REFUSED, store.place() + " has records already; restore into an empty database.");
    if (new DataFolder(folder, store).key().isPresent())
      throw new LedgerException(
          Reason.REFUSED,
          folder + " has a key already; move it away, for the backup brings its own.");
  }

  private List<Verification> carry(PostgresStore store, Path copy) {
    boolean done = false;
    try {
      store.takeIn(new SqliteStore(copy), ofRecords, ofDesk);
      // by the key in the copy: the folder has none yet
      DataFolder restored = new DataFolder(copy, store);
      List<Verification> verified = new ArrayList<>();
      for (String election : restored.elections()) verified.add(restored.verify(election, trust));
      done = verified.stream().allMatch(Verification::holds);
      return verified;
    } finally {
      if (!done) store.dropAll();
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
