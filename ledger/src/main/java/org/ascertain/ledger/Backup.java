package org.ascertain.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;

/**
 * Copies of a data folder: made while others write to it, and verified before they take its place.
 */
public final class Backup {

  /**
   * Copies records and key to a folder that does not exist yet or is empty. What is committed when
   * a record's turn comes is in the copy. The copy has the private key too, for without it nobody
   * could go on with the logs: keep it as you keep the original.
   */
  public static void make(DataFolder from, Path to) {
    if (from.elections().isEmpty())
      throw new LedgerException(Reason.REFUSED, "There is no record in " + from.path() + ".");
    Path unfinished = begin(to);
    try {
      for (String election : from.elections()) {
        Path copy = unfinished.resolve(from.file(election).getFileName());
        new RecordOnDisk(from.file(election)).copyTo(copy);
        toDisk(copy);
      }
      finish(from, unfinished, to);
    } catch (IOException e) {
      throw failed(to, e);
    }
  }

  /**
   * Puts a backup in the place of a data folder that does not exist yet or is empty, if every
   * record in it verifies.
   *
   * @param trust the key to go by, if not the backup's own
   * @return what verifying came to, for each record; if one does not hold, nothing was restored
   */
  public static List<Verification> restore(Path from, Path to, Trust trust) {
    requireFree(to);
    DataFolder backup = new DataFolder(from);
    if (backup.elections().isEmpty())
      throw new LedgerException(Reason.REFUSED, "There is no backup in " + from + ".");
    List<Verification> verifications =
        backup.elections().stream().map(election -> backup.verify(election, trust)).toList();
    if (!verifications.stream().allMatch(Verification::holds)) return verifications;
    Path unfinished = begin(to);
    try {
      for (String election : backup.elections()) {
        Path copy = unfinished.resolve(backup.file(election).getFileName());
        Files.copy(backup.file(election), copy);
        toDisk(copy);
      }
      finish(backup, unfinished, to);
    } catch (IOException e) {
      throw failed(to, e);
    }
    return verifications;
  }

  private static void requireFree(Path to) {
    if (!Files.exists(to)) return;
    try (Stream<Path> content = Files.list(to)) {
      if (content.findAny().isPresent())
        throw new LedgerException(
            Reason.REFUSED, to + " is not empty; choose a folder that is, or does not exist yet.");
    } catch (IOException e) {
      throw failed(to, e);
    }
  }

  /** A folder beside the target, so that the target is there whole or not at all. */
  private static Path begin(Path to) {
    requireFree(to);
    Path unfinished =
        to.toAbsolutePath().normalize().resolveSibling(to.getFileName() + ".unfinished");
    if (Files.exists(unfinished))
      throw new LedgerException(
          Reason.REFUSED,
          unfinished + " is left over from a copy that was cut short; remove it first.");
    try {
      return Files.createDirectories(unfinished);
    } catch (IOException e) {
      throw failed(to, e);
    }
  }

  private static void finish(DataFolder from, Path unfinished, Path to) throws IOException {
    from.key().ifPresent(key -> SigningKeyFile.write(new DataFolder(unfinished).keyFile(), key));
    Files.deleteIfExists(to);
    Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void toDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static LedgerException failed(Path to, IOException e) {
    return new LedgerException(Reason.READ_ONLY, to + " cannot be written (" + e + ").", e);
  }

  private Backup() {}
}
