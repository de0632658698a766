package org.ascertain.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;

/**
 * What {@code --data} names: a data folder, or a database. A database has a folder too, below
 * {@code ~/.config/ascertain} (or {@code $XDG_CONFIG_HOME/ascertain}): in it lie the keys, which
 * are never in the database, and the elections' settings.
 */
public final class DataPlace {

  /** The system property that names the folder in which the folders of databases lie. */
  public static final String HOME = "ascertain.config";

  /** The variable that names the folder of all programs' settings, as is usual. */
  private static final String OF_ALL = "XDG_CONFIG_HOME";

  /** What looks like a database of another kind, or like a slip, would become a folder. */
  private static final Pattern OTHER_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.:-]*://");

  private static final Map<Path, String> ADDRESSES = new ConcurrentHashMap<>();
  private static final Map<Path, PostgresStore> STORES = new ConcurrentHashMap<>();

  /**
   * The folder that belongs to what was named. That of a database is made; the database itself is
   * not asked for anything yet.
   */
  public static Path folder(String data) {
    if (!PostgresStore.isNamedBy(data)) {
      if (OTHER_SCHEME.matcher(data).lookingAt())
        throw new LedgerException(
            Reason.REFUSED,
            "'%s' is neither a folder nor postgresql://USER@HOST/NAME."
                .formatted(data.replaceFirst("//[^@/]*@", "//")));
      return Path.of(data);
    }
    String name =
        PostgresAddress.of(data)
            .place()
            .replaceFirst("postgresql://", "")
            .replaceAll("[^A-Za-z0-9.-]", "_");
    Path folder = home().resolve(name);
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new LedgerException(Reason.READ_ONLY, folder + " cannot be made (" + e + ").", e);
    }
    ADDRESSES.put(folder, data);
    return folder;
  }

  private static Path home() {
    return Optional.ofNullable(System.getProperty(HOME))
        .map(Path::of)
        .or(() -> Optional.ofNullable(System.getenv(OF_ALL)).map(all -> Path.of(all, "ascertain")))
        .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".config", "ascertain"));
  }

  /**
   * The records that belong to a folder: in its files, or in the database that it was made for.
   *
   * @throws LedgerException if the database cannot be reached or relied on
   */
  public static DataFolder open(Path folder) {
    return database(folder)
        .map(store -> new DataFolder(folder, store))
        .orElseGet(() -> new DataFolder(folder));
  }

  /** The database that a folder was made for. */
  public static Optional<PostgresStore> database(Path folder) {
    return Optional.ofNullable(ADDRESSES.get(folder))
        .map(
            address ->
                STORES.computeIfAbsent(folder, unopened -> PostgresStore.open(address, folder)));
  }

  private DataPlace() {}
}
