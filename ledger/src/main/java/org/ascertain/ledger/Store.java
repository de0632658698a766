package org.ascertain.ledger;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where records are kept: in the files of a folder, or in a database. Whatever it is, it keeps what
 * {@code StoreContract} among the tests asks of it. Several programs may use one store at a time.
 */
public interface Store {

  /** Where it is, for people. */
  String place();

  /** As a command line names it, so that whoever reads that can copy it. */
  default String named() {
    return place();
  }

  /** The ids of the elections whose records it has, in their order. */
  List<String> elections();

  /** Whether there is a record of that election. */
  boolean has(String election);

  /** The record of an election as those see it who do not append; there need not be one yet. */
  StoredRecord election(String election);

  /**
   * Opens the record of an election to append to it, making it if there is none.
   *
   * @param clock gives the time at which entries are recorded
   * @param notices gets sentences for whoever runs the program, as when the clock jumps back
   * @param tables that others keep beside the entries; made, or brought up to date, first
   * @throws LedgerException if it cannot be written to, or it is not ours
   */
  Ledger open(String election, InstantSource clock, Consumer<String> notices, Tables... tables);

  /**
   * Writes what is committed of an election to a file of SQLite that does not exist yet, while
   * others may append: a copy that {@link SqliteStore} opens, with its checkpoints, the keys of its
   * batches and what others keep beside it.
   */
  void copy(String election, Path to);

  /** Whether there is a desk. */
  boolean hasDesk();

  /**
   * Opens what the desk keeps apart from the records, making it if there is nothing yet.
   *
   * @param tables that it keeps; made, or brought up to date, first
   */
  DeskStore desk(Tables... tables);

  /**
   * Writes what the desk keeps to a file of SQLite that does not exist yet, while others may write.
   */
  void copyDesk(Path to);
}
