package org.ascertain.ledger;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.DurableFiles;

/**
 * A copy of all that is kept in a place, made before the first of its tables is changed that an
 * older version of this program made. It is a backup like any other: going back is to restore it
 * with the version before. A program makes one in each place, however many tables it changes there,
 * and changes nothing where none can be made.
 */
public final class UpgradeCopy {

  /** The folder of the copies, in that of the keys and settings. */
  public static final String FOLDER = "backups";

  private static final String NAME = "before-upgrade-";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final System.Logger LOG = System.getLogger(UpgradeCopy.class.getName());

  /**
   * Makes the copy, if this program has not made it.
   *
   * @throws LedgerException if it cannot be made
   */
  public static void make(DataFolder of) {
    Path copy = of.path().resolve(FOLDER).resolve(NAME + MOMENT.format(began()));
    if (Files.exists(copy)) return;
    try {
      Path folder = DurableFiles.folderOf(copy);
      if (Files.isDirectory(folder)) Backup.removeLeftOver(folder, NAME);
      Backup.makeOfAll(of, copy);
    } catch (IOException e) {
      throw refused(of, copy, new LedgerException(Reason.READ_ONLY, copy + ": " + e + ".", e));
    } catch (LedgerException e) {
      throw refused(of, copy, e);
    }
    LOG.log(
        Level.WARNING,
        "{0} has tables of an older Ascertain; they are brought up to date. As it was it lies in {1}.",
        of.place(),
        copy);
  }

  private static LedgerException refused(DataFolder of, Path copy, LedgerException e) {
    return new LedgerException(
        e.reason(),
        ("%s has tables of an older Ascertain, which are changed only once a copy of everything"
                + " lies in %s, and none could be made: %s Nothing was changed.")
            .formatted(of.place(), copy, e.getMessage()),
        e);
  }

  /** When this program began: one name for all copies that it would make. */
  private static Instant began() {
    return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
  }

  private UpgradeCopy() {}
}
