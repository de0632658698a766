package org.ascertain.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.DurableFiles;

/**
 * Keys and settings of a backup, put into the folder that belongs to a database; they can be taken
 * back. Those that lie there already, with the same content, stay.
 */
final class BesideRecords {

  private static final String KEYS = "keys";
  private static final String SETTINGS = ".checks.json";

  private final Path from;
  private final Path to;
  private final List<Path> put = new ArrayList<>();
  private boolean begun;

  /**
   * @param from a folder whose files are taken away
   */
  BesideRecords(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Refuses a folder that has others than a backup brings.
   *
   * @throws LedgerException which names the first of them
   */
  static void requireFree(Path backup, Path folder) {
    for (Path file : files(backup)) requireSame(backup.resolve(file), folder.resolve(file));
  }

  private static void requireSame(Path brought, Path there) {
    try {
      if (Files.exists(there) && Files.mismatch(brought, there) >= 0)
        throw new LedgerException(
            Reason.REFUSED,
            there + " is there already; move it away, for the backup brings its own.");
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY, "%s or %s cannot be read (%s).".formatted(brought, there, e), e);
    }
  }

  /** The files, as they are named from the folder. */
  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    for (Path each : List.of(folder, folder.resolve(KEYS))) {
      if (!Files.isDirectory(each)) continue;
      try (Stream<Path> all = Files.list(each)) {
        all.filter(Files::isRegularFile)
            .filter(file -> !each.equals(folder) || file.toString().endsWith(SETTINGS))
            .map(folder::relativize)
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw new LedgerException(
            Reason.READ_ONLY, "%s cannot be read (%s).".formatted(each, e), e);
      }
    }
    return files;
  }

  /** Whether they were put, or this was begun. */
  boolean arePut() {
    return begun;
  }

  void put() {
    begun = true;
    try {
      Files.createDirectories(
          to.resolve(KEYS),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      for (Path file : files(from)) {
        Path there = to.resolve(file);
        requireSame(from.resolve(file), there);
        if (Files.exists(there)) continue;
        DurableFiles.move(from.resolve(file), there);
        put.add(there);
      }
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY, "%s cannot be written to (%s).".formatted(to, e), e);
    }
  }

  /** Removes what was put; what lay there before stays. */
  void takeBack() {
    try {
      for (Path file : put) Files.deleteIfExists(file);
      put.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
