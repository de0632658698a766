package org.ascertain.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.DurableFiles;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;

/**
 * Copies of a data folder: made while others write to it, and verified before they take its place.
 * A copy is made beside its target and takes its name when it is whole; one that fails leaves
 * nothing behind.
 */
public final class Backup {

  private static final String UNFINISHED = ".unfinished-";

  /**
   * Copies records, desk and key to a folder that does not exist yet or is empty. What is committed
   * when a record's turn comes is in the copy. The copy has the private key too, for without it
   * nobody could go on with the logs: keep it as you keep the original.
   */
  public static void make(DataFolder from, Path to) {
    if (from.elections().isEmpty())
      throw new LedgerException(Reason.REFUSED, "There is no record in " + from.place() + ".");
    makeOfAll(from, to);
  }

  /** The same of a place that may have a desk and no record yet. */
  static void makeOfAll(DataFolder from, Path to) {
    beside(
        to,
        unfinished -> {
          copyDesk(from, unfinished);
          for (String election : from.elections()) copy(from, election, unfinished);
          copyKeysAndSettings(from, unfinished);
          finish(unfinished, to);
          return List.of();
        });
  }

  /**
   * Puts a backup in the place of a data folder that does not exist yet or is empty, if every
   * record in it verifies. What is verified is the copy itself.
   *
   * @param trust the key to go by, if not the backup's own
   * @return what verifying came to, for each record; if one does not hold, nothing was restored
   */
  public static List<Verification> restore(Path from, Path to, Trust trust) {
    DataFolder backup = new DataFolder(from);
    if (backup.elections().isEmpty())
      throw new LedgerException(Reason.REFUSED, "There is no backup in " + from + ".");
    return beside(
        to,
        unfinished -> {
          copyKeysAndSettings(backup, unfinished);
          copyDesk(backup, unfinished);
          List<Verification> verifications = new ArrayList<>();
          for (String election : backup.elections())
            verifications.add(copyAndVerify(backup, election, unfinished, trust));
          if (verifications.stream().allMatch(Verification::holds)) finish(unfinished, to);
          return verifications;
        });
  }

  private static Verification copyAndVerify(
      DataFolder backup, String election, Path unfinished, Trust trust) throws IOException {
    try {
      copy(backup, election, unfinished);
      return new DataFolder(unfinished).verify(election, trust);
    } catch (LedgerException e) {
      if (e.reason() != Reason.DAMAGED) throw e;
      Verification damaged = backup.verify(election, trust); // says what is damaged
      if (damaged.holds()) throw e;
      return damaged;
    }
  }

  private static void copy(DataFolder from, String election, Path to) throws IOException {
    Path copy = new SqliteStore(to).file(election);
    from.store().copy(election, copy);
    DurableFiles.sync(copy);
  }

  /**
   * Copies what the desk keeps, before the records: so it never speaks of entries that the copied
   * records lack.
   */
  private static void copyDesk(DataFolder from, Path to) throws IOException {
    if (!from.store().hasDesk()) return;
    Path copy = new SqliteStore(to).deskFile();
    from.store().copyDesk(copy);
    DurableFiles.sync(copy);
  }

  /** Copies what stands beside the records, whatever keeps them. */
  public static void copyKeysAndSettings(DataFolder from, Path to) {
    try {
      for (Path settings : from.settings())
        Files.copy(settings, to.resolve(settings.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    from.key().ifPresent(key -> SigningKeyFile.write(new DataFolder(to).keyFile(), key));
    if (Files.exists(from.deskKeyFile()))
      SigningKeyFile.writeText(
          new DataFolder(to).deskKeyFile(), SigningKeyFile.readText(from.deskKeyFile()));
  }

  private interface Work {
    List<Verification> in(Path unfinished) throws IOException;
  }

  /** Works in a folder of its own beside the target, which is no more afterwards. */
  private static List<Verification> beside(Path to, Work work) {
    requireFree(to);
    try {
      Path around = DurableFiles.folderOf(to);
      Files.createDirectories(around);
      removeLeftOver(around, to.getFileName() + UNFINISHED);
      Path unfinished =
          around.resolve(to.getFileName() + UNFINISHED + ProcessHandle.current().pid());
      Files.createDirectory(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try {
        return work.in(unfinished);
      } finally {
        remove(unfinished);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new LedgerException(
          Reason.READ_ONLY, to + " cannot be written (" + e.getMessage() + ").", e);
    }
  }

  private static void requireFree(Path to) {
    if (!Files.exists(to)) return;
    try (Stream<Path> content = Files.list(to)) {
      if (content.findAny().isPresent())
        throw new LedgerException(
            Reason.REFUSED, to + " is not empty; choose a folder that is, or does not exist yet.");
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY, to + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** What a program that was killed has left of copies whose names begin so. */
  static void removeLeftOver(Path around, String begin) throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.list(around)) {
      left =
          all.filter(path -> path.getFileName().toString().startsWith(begin))
              .filter(path -> path.getFileName().toString().contains(UNFINISHED))
              .toList();
    }
    for (Path folder : left) {
      String name = folder.getFileName().toString();
      String program = name.substring(name.lastIndexOf(UNFINISHED) + UNFINISHED.length());
      boolean lives =
          program.matches("[0-9]{1,18}")
              && Long.parseLong(program) != ProcessHandle.current().pid()
              && ProcessHandle.of(Long.parseLong(program)).isPresent();
      if (!lives) remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) Files.delete(file);
  }

  private static void finish(Path unfinished, Path to) throws IOException {
    DurableFiles.syncNames(unfinished);
    Files.deleteIfExists(to);
    DurableFiles.move(unfinished, to);
  }

  private Backup() {}
}
