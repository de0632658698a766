package org.ascertain.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.SqliteStore;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.ledger.Tables;
import org.ascertain.ledger.UpgradeCopy;
import org.postgresql.Driver;

/**
 * Records in one database of PostgreSQL: a schema for each election, named after it, and one for
 * the desk. So every statement is the same as in a file of SQLite, and each election can be copied
 * or dropped by itself.
 */
public final class PostgresStore implements Store, AutoCloseable {

  /** The name of no election's schema. */
  private static final String DESK = "desk";

  /** Before the names of schemas that are not whole yet; no election is called so. */
  private static final String UNFINISHED = "restoring ";

  /** How many questions are answered at once. */
  private static final int READERS = 8;

  /** A record is never in memory as a whole. */
  private static final int ROWS_AT_A_TIME = 1_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Whoever reads waits no longer for a machine that is gone; a record is read in pieces. */
  private static final String READING_SECONDS = "10";

  private final PostgresAddress address;
  private final Properties settings;
  private final HikariDataSource readers;
  private final Duration patience;

  /** By which something is written at present. */
  private final Set<Connection> writing = ConcurrentHashMap.newKeySet();

  /** Before the names of its schemas, of which it knows those that begin so alone. */
  private final String prefix;

  /** The keys and settings that belong to it, where it belongs to a folder. */
  private final Optional<Path> folder;

  /** Whether it writes only while it leads. */
  private volatile boolean isOfServer;

  private volatile OptionalLong number = OptionalLong.empty();

  /** What a server knows of what other modules keep. */
  private volatile List<Tables> known = List.of();

  private PostgresStore(
      PostgresAddress address, Duration patience, String prefix, Optional<Path> folder) {
    this.address = address;
    this.patience = patience;
    this.prefix = prefix;
    this.folder = folder;
    this.settings = new Properties();
    settings.putAll(address.settings());
    // of several hosts the one that is written to, whichever that is by now
    settings.setProperty("targetServerType", "preferPrimary");
    settings.setProperty("hostRecheckSeconds", "1");
    settings.setProperty("ApplicationName", "ascertain");
    settings.setProperty("reWriteBatchedInserts", "true");
    settings.setProperty("defaultRowFetchSize", String.valueOf(ROWS_AT_A_TIME));
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("connectTimeout", "5");
    settings.setProperty("socketTimeout", "30");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbc());
    config.setDriverClassName(Driver.class.getName());
    config.setDataSourceProperties(settings);
    config.addDataSourceProperty("socketTimeout", READING_SECONDS);
    config.setPoolName("ascertain");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(false); // or the driver would read a whole record into memory at once
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    this.readers = new HikariDataSource(config);
  }

  /** Whether a text names such a store rather than a folder. */
  public static boolean isNamedBy(String text) {
    return PostgresAddress.is(text);
  }

  /**
   * A store that is reached and may be relied on.
   *
   * @param address like {@code postgresql://user@host:5432/database}
   * @throws LedgerException if it cannot be reached, or what it answered for could be lost there
   */
  public static PostgresStore open(String address) {
    return open(address, PATIENCE, Optional.empty());
  }

  /**
   * The same of a store that belongs to a folder with keys and settings.
   *
   * @param folder to which copies go before tables of an older version are changed
   */
  static PostgresStore open(String address, Path folder) {
    return open(address, PATIENCE, Optional.of(folder));
  }

  /**
   * @param patience how long this waits for another program that writes
   */
  static PostgresStore open(String address, Duration patience) {
    return open(address, patience, Optional.empty());
  }

  private static PostgresStore open(String address, Duration patience, Optional<Path> folder) {
    PostgresStore store = new PostgresStore(PostgresAddress.of(address), patience, "", folder);
    try {
      Reliance.require(store.place(), store::connect);
      return store;
    } catch (SQLException e) {
      store.close();
      throw PostgresErrors.explainOpening(e, store.place());
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * From now on this is the store of one of several servers: it writes only while it leads, which
   * it does as soon as no other does.
   *
   * @param notices gets sentences for whoever runs the server
   * @param tables all that this program keeps; where any is of a newer one this does not lead
   */
  public Leading serve(Consumer<String> notices, Tables... tables) {
    isOfServer = true;
    known = List.of(tables);
    return Leading.begin(this, notices);
  }

  /** Tells the name of a record, or of the desk, whenever something was committed to it. */
  public Listening listen(Consumer<String> grown) {
    return Listening.begin(this, grown);
  }

  /** Whether this writes: a command's does, a server's while it leads. */
  public boolean mayWrite() {
    return !isOfServer || number.isPresent();
  }

  /**
   * Takes the lead among servers, if nobody has it. From then on this store writes only while it is
   * its own.
   */
  Optional<Lead> lead() {
    try (Lead.Candidate candidate = new Lead.Candidate(this)) {
      return lead(candidate);
    }
  }

  /** The same by a connection that asks again. */
  Optional<Lead> lead(Lead.Candidate candidate) {
    isOfServer = true;
    try {
      Optional<Lead> taken = candidate.take();
      taken.ifPresent(lead -> number = OptionalLong.of(lead.number()));
      return taken;
    } catch (SQLException e) {
      throw PostgresErrors.explain(e, place());
    }
  }

  /** What whoever runs the database should know, in sentences. */
  public List<String> warnings() {
    try (Connection connection = reader()) {
      return Reliance.warnings(place(), connection);
    } catch (SQLException e) {
      throw PostgresErrors.explain(e, place());
    }
  }

  /** The same database, and in it what is being restored and nobody sees yet. */
  PostgresStore unfinished() {
    return new PostgresStore(address, patience, UNFINISHED, Optional.empty());
  }

  /** How long it waits for another program that writes. */
  Duration patience() {
    return patience;
  }

  /** A connection that writes until it is closed, or the lead is lost. */
  Connection connectToWrite() throws SQLException {
    Connection made = connect();
    writing.add(made);
    return made;
  }

  /** To be told of one that was closed. */
  void closed(Connection written) {
    writing.remove(written);
  }

  /**
   * Nobody waits any longer for an answer of a machine that may be gone: what was not answered is
   * asked again of whoever leads.
   */
  void loseLead() {
    giveUpLead();
    for (Connection each : writing) {
      try {
        each.abort(Runnable::run);
      } catch (SQLException alreadyLost) {
        // then nobody waits for it
      }
    }
    writing.clear();
  }

  /** Writes nothing more until it has the lead again. */
  void giveUpLead() {
    number = OptionalLong.empty();
  }

  /**
   * The number of the lead by which this store writes; empty where it needs none.
   *
   * @throws LedgerException if it needs one and has none
   */
  OptionalLong leadNumber() {
    OptionalLong now = number;
    if (isOfServer && now.isEmpty()) throw taken();
    return now;
  }

  LedgerException taken() {
    return new LedgerException(
        Reason.TAKEN,
        "Another server writes to %s; nothing was recorded. Ask that one, or again in a moment."
            .formatted(place()));
  }

  /** A connection of its own, outside of the pool. */
  Connection connect() throws SQLException {
    Connection connection = new Driver().connect(address.jdbc(), settings);
    if (connection == null) throw new IllegalStateException("no address of the driver");
    return connection;
  }

  /** A connection that reads, as of the moment of its first statement; closing it ends that. */
  Connection reader() throws SQLException {
    return readers.getConnection();
  }

  @Override
  public String place() {
    return address.place();
  }

  @Override
  public String named() {
    return address.named();
  }

  @Override
  public List<String> elections() {
    return schemas().stream().filter(ElectionId::is).toList();
  }

  /** What the schemas that are ours are called, without what stands before it, in their order. */
  private List<String> schemas() {
    try (Connection connection = reader()) {
      return schemas(connection);
    } catch (SQLException e) {
      throw PostgresErrors.explain(e, place());
    }
  }

  private List<String> schemas(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select n.nspname from pg_namespace n join pg_class c on c.relnamespace = n.oid"
                    + " where c.relname = 'writer' order by n.nspname collate \"C\"");
        ResultSet row = select.executeQuery()) {
      List<String> names = new ArrayList<>();
      while (row.next())
        if (row.getString(1).startsWith(prefix))
          names.add(row.getString(1).substring(prefix.length()));
      return names;
    }
  }

  /** The elections, and the desk, as a connection sees them. */
  List<String> all(Connection connection) throws SQLException {
    return schemas(connection).stream()
        .filter(name -> name.equals(DESK) || ElectionId.is(name))
        .toList();
  }

  /**
   * Who leads where a newer program has begun would keep that from leading, and could write nothing
   * itself.
   *
   * @throws LedgerException that names the version, if any table is of a newer program
   */
  void requireKnown(Connection connection) throws SQLException {
    for (String name : all(connection))
      new PostgresDatabase(this, schema(name), PostgresDatabase.Kind.RECORD)
          .requireKnown(connection, known);
  }

  /** The schema of one of them. */
  String schema(String name) {
    return prefix + name;
  }

  @Override
  public boolean has(String election) {
    return elections().contains(election);
  }

  private PostgresDatabase record(String election) {
    if (!ElectionId.is(election))
      throw new LedgerException(Reason.REFUSED, "There is no election " + election + ".");
    return new PostgresDatabase(this, schema(election), PostgresDatabase.Kind.RECORD);
  }

  private PostgresDatabase deskDatabase() {
    return new PostgresDatabase(this, schema(DESK), PostgresDatabase.Kind.DESK);
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
    return schemas().contains(DESK);
  }

  @Override
  public DeskStore desk(Tables... tables) {
    return deskDatabase().openDesk(tables);
  }

  @Override
  public void copyDesk(Path to) {
    deskDatabase().copyTo(to);
  }

  /** Copies all that is in files of SQLite into this, which has nothing yet. */
  void takeIn(SqliteStore from, List<Tables> ofRecords, List<Tables> ofDesk) throws SQLException {
    if (from.hasDesk()) new CopyOfSqlite(from.deskDatabase().asCopy(), ofDesk).make(deskDatabase());
    for (String election : from.elections())
      new CopyOfSqlite(from.record(election).asCopy(), ofRecords).make(record(election));
  }

  /** Copies all that it has to its folder, before tables of an older version are changed. */
  void copyBeforeUpgrade() {
    UpgradeCopy.make(
        folder
            .map(keys -> new DataFolder(keys, this))
            .orElseThrow(
                () ->
                    new LedgerException(
                        Reason.REFUSED,
                        place()
                            + " has tables of an older Ascertain, and there is no folder for a copy"
                            + " before they are changed.")));
  }

  /** Gives up the connections that read. */
  @Override
  public void close() {
    readers.close();
  }
}
