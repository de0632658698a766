package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.DurableFiles;
import org.ascertain.record.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * The file of a private key: readable by its owner alone, and never below a checkout of the
 * program.
 */
public final class SigningKeyFile {

  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNERS_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /**
   * Reads a key.
   *
   * @throws LedgerException if others than its owner may read the file, or it holds no key
   */
  public static SigningKey read(Path file) {
    try {
      return SigningKey.parse(readText(file));
    } catch (IllegalArgumentException e) {
      throw new LedgerException(
          Reason.REFUSED, "The file " + file + " holds no key: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Reads the text of a secret that is no log's key.
   *
   * @throws LedgerException if others than its owner may read the file, or it cannot be read
   */
  public static String readText(Path file) {
    requireOutside(file);
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!OWNER_ALONE.containsAll(permissions))
        throw new LedgerException(
            Reason.REFUSED,
            "Others than its owner may use the key " + file + ". Run: chmod 600 " + file);
      return Files.readString(file);
    } catch (IOException e) {
      throw new LedgerException(
          Reason.REFUSED, "The key " + file + " cannot be read (" + e + ").", e);
    }
  }

  /**
   * Writes a key to a file that does not exist yet, and to disk.
   *
   * @throws LedgerException if the file lies below a checkout, where a key would sooner or later be
   *     published
   */
  public static void write(Path file, SigningKey key) {
    writeText(file, key.text());
  }

  /** The same of a secret that is no log's key. */
  public static void writeText(Path file, String text) {
    requireOutside(file);
    FileAttribute<?> alone = PosixFilePermissions.asFileAttribute(OWNER_ALONE);
    Path folder = folderOf(file);
    try {
      if (!Files.isDirectory(folder))
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNERS_FOLDER));
      Path unfinished = Files.createTempFile(folder, ".key", "", alone);
      DurableFiles.write(unfinished, ByteBuffer.wrap(text.getBytes(UTF_8)));
      // A link fails where the name is taken; a move would put the other key aside for ever.
      Files.createLink(file, unfinished);
      Files.delete(unfinished);
      DurableFiles.syncNames(folder);
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY, "The key " + file + " cannot be made (" + e + ").", e);
    }
  }

  private static void requireOutside(Path file) {
    checkoutAround(file)
        .ifPresent(
            checkout -> {
              throw new LedgerException(
                  Reason.REFUSED,
                  file
                      + " lies below the checkout "
                      + checkout
                      + ", and keys never do. Choose a folder outside it.");
            });
  }

  private static Path folderOf(Path file) {
    return DurableFiles.folderOf(file);
  }

  /** The checkout of Ascertain that a file lies in or would lie in. */
  private static Optional<Path> checkoutAround(Path file) {
    for (Path folder : new Path[] {folderOf(file), real(folderOf(file))})
      for (@Nullable Path at = folder; at != null; at = at.getParent())
        if (Files.isRegularFile(at.resolve("ascertain"))
            && Files.isRegularFile(at.resolve("pom.xml"))) return Optional.of(at);
    return Optional.empty();
  }

  /**
   * The folder behind any symbolic links; of one that does not exist yet, that of the nearest
   * around it that does.
   */
  private static Path real(Path folder) {
    @Nullable Path at = folder;
    while (at != null && !Files.exists(at)) at = at.getParent();
    try {
      return at == null ? folder : at.toRealPath();
    } catch (IOException e) {
      return folder; // what cannot be resolved cannot be written to either
    }
  }

  private SigningKeyFile() {}
}
