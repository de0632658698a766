package org.ascertain.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.LedgerException.Reason;

/** Records in the files of a folder, one of SQLite for each election. */
public record SqliteStore(Path folder) implements Store {

  private static final String RECORD = ".db";

  /** The name of no election's record. */
  private static final String DESK = "desk.db";

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public List<String> elections() {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(RECORD))
          .map(name -> name.substring(0, name.length() - RECORD.length()))
          .filter(ElectionId::is)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY, folder + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  @Override
  public boolean has(String election) {
    return Files.isRegularFile(file(election));
  }

  /** The file of an election's record. */
  public Path file(String election) {
    return folder.resolve(election + RECORD);
  }

  /** The database of an election's record. */
  public SqliteFile record(String election) {
    return SqliteFile.ofRecord(file(election));
  }

  @Override
  public StoredRecord election(String election) {
    return record(election).record();
  }

  @Override
  public Ledger open(
      String election, InstantSource clock, Consumer<String> notices, Tables... tables) {
    return record(election).openRecord(clock, notices, tables);
  }

  @Override
  public void copy(String election, Path to) {
    record(election).copyTo(to);
  }

  @Override
  public boolean hasDesk() {
    return Files.isRegularFile(deskFile());
  }

  /** The file of what the desk keeps apart from the records. */
  Path deskFile() {
    return folder.resolve(DESK);
  }

  /** The database of what the desk keeps apart from the records. */
  public SqliteFile deskDatabase() {
    return SqliteFile.ofDesk(deskFile());
  }

  @Override
  public DeskStore desk(Tables... tables) {
    return deskDatabase().openDesk(tables);
  }

  @Override
  public void copyDesk(Path to) {
    deskDatabase().copyTo(to);
  }
}
