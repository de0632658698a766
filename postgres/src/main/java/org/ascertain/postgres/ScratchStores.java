package org.ascertain.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ascertain.ledger.SqliteStore;
import org.ascertain.ledger.Store;

/**
 * Where tests keep records: in the files of a folder or, where the system property {@code
 * ascertain.tests.on} says {@code postgresql}, in a database that belongs to the folder. So the
 * tests of a module are run over both kinds of store. A program that such a test starts finds the
 * same database by the folder.
 */
public final class ScratchStores {

  /** The system property that names the kind of store. */
  public static final String KIND = "ascertain.tests.on";

  private static final String POSTGRESQL = "postgresql";

  private static final int KILLS_ON_POSTGRES = 2;

  /** In the folder, the address of its database. */
  private static final String ADDRESS = "database.address";

  private static final Map<Path, Store> STORES = new ConcurrentHashMap<>();

  /** One server for all databases; it ends with the program. */
  private static final class Running {
    private static final ScratchServer SERVER = start();

    private static ScratchServer start() {
      ScratchServer server = ScratchServer.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }

  /** The store of a folder; the same each time. */
  public static Store in(Path folder) {
    if (!isOnPostgres() && !Files.exists(folder.resolve(ADDRESS))) return new SqliteStore(folder);
    return STORES.computeIfAbsent(
        folder.toAbsolutePath(), each -> PostgresStore.open(address(each), each));
  }

  /** Whether stores are databases of PostgreSQL. */
  public static boolean isOnPostgres() {
    return POSTGRESQL.equals(System.getProperty(KIND));
  }

  /**
   * How often a test kills what it watches: as often as the system property {@code ascertain.kills}
   * says, or as it usually does. Over PostgreSQL that is twice: what is other there than over files
   * is killed more often in this module.
   */
  public static int kills(int usual) {
    return Integer.getInteger("ascertain.kills", isOnPostgres() ? KILLS_ON_POSTGRES : usual);
  }

  private static String address(Path folder) {
    Path file = folder.resolve(ADDRESS);
    try {
      if (Files.exists(file)) return Files.readString(file);
      Files.createDirectories(folder);
      String made = Running.SERVER.newDatabase();
      Files.writeString(file, made);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ScratchStores() {}
}
