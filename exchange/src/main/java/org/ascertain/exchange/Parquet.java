package org.ascertain.exchange;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.exchange.Table.CellType;
import org.ascertain.exchange.Table.Column;

/**
 * The tables of the data package as Parquet, a file for each. DuckDB writes them, which is 85 MB
 * and no part of Ascertain: its driver is on the class path, or in a file that is named.
 */
public final class Parquet {

  /** By which it is asked for. */
  public static final String ID = "parquet";

  private static final String DRIVER = "org.duckdb.DuckDBDriver";
  private static final String ADDRESS = "jdbc:duckdb:";

  /** Why nothing can be written: not an error of the program. */
  public static final class NoDuckDb extends Exception {
    private static final long serialVersionUID = 1;

    NoDuckDb(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * Writes elections into a folder, a file for each table.
   *
   * @param driver the file of DuckDB's JDBC driver, where it is not on the class path
   * @throws NoDuckDb if there is no driver; nothing is written then
   */
  public static void write(Path folder, Iterator<ElectionAt> elections, Optional<Path> driver)
      throws IOException, NoDuckDb {
    Path tables = Files.createTempDirectory("ascertain-parquet-");
    try (URLClassLoader loader = loader(driver);
        Connection duck = connection(loader);
        Statement statement = duck.createStatement()) {
      DataPackage.write(tables, elections);
      Files.createDirectories(folder);
      for (Table table : Tables.all()) statement.execute(copy(table, tables, folder));
    } catch (SQLException failed) {
      throw new IOException("DuckDB could not write them: " + failed.getMessage(), failed);
    } finally {
      delete(tables);
    }
  }

  private static URLClassLoader loader(Optional<Path> driver) throws IOException, NoDuckDb {
    if (driver.isPresent() && !Files.isRegularFile(driver.get()))
      throw new NoDuckDb("There is no file '%s'.".formatted(driver.get()));
    URL[] files = driver.isPresent() ? new URL[] {driver.get().toUri().toURL()} : new URL[0];
    return new URLClassLoader(files, Parquet.class.getClassLoader());
  }

  private static Connection connection(ClassLoader loader) throws SQLException, NoDuckDb {
    try {
      Driver driver =
          loader.loadClass(DRIVER).asSubclass(Driver.class).getDeclaredConstructor().newInstance();
      return driver.connect(ADDRESS, new Properties());
    } catch (ReflectiveOperationException none) {
      throw new NoDuckDb(
          "Parquet is written by DuckDB, which is no part of Ascertain. Get its driver, a file"
              + " duckdb_jdbc-VERSION.jar, from Maven Central (org.duckdb:duckdb_jdbc; 1.5.6.0 was"
              + " tried), and name it by --duckdb or in ASCERTAIN_DUCKDB; or write the tables with"
              + " --format csv, which DuckDB, R and pandas read as they are.");
    }
  }

  private static String copy(Table table, Path from, Path to) {
    String columns =
        table.columns().stream()
            .map(column -> quoted(column.name()) + ": '" + type(column) + "'")
            .collect(Collectors.joining(", "));
    return "COPY (FROM read_csv(%s, header = true, nullstr = '', columns = {%s})) TO %s (FORMAT parquet, COMPRESSION zstd)"
        .formatted(
            quoted(from.resolve(table.file()).toString()),
            columns,
            quoted(to.resolve(table.name() + ".parquet").toString()));
  }

  /** A moment stays as it was given, with its offset, which a timestamp would lose. */
  private static String type(Column column) {
    return switch (column.type()) {
      case CellType.WHOLE -> "BIGINT";
      case CellType.TRUTH -> "BOOLEAN";
      case CellType.DAY -> "DATE";
      case CellType.TEXT, CellType.MOMENT, CellType.JSON -> "VARCHAR";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    }
  }

  private Parquet() {}
}
