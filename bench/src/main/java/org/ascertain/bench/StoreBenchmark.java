package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.SqliteStore;
import org.ascertain.ledger.Store;
import org.ascertain.postgres.Leading;
import org.ascertain.postgres.PostgresStore;
import org.ascertain.postgres.ScratchServer;
import org.ascertain.record.EntryLine;

/**
 * Both kinds of store, each beside inserts of the same bytes into a table of its own database, as
 * durable and without a record around them; and how soon a second server writes.
 */
final class StoreBenchmark implements Benchmark {

  private static final String ELECTION = "us-president-2020";
  private static final int ROUNDS = 60;
  private static final int SINGLES = 50;
  private static final int SINGLES_TO_WARM_UP = 2_000;
  private static final int GROUP = 1_000;
  private static final int GROUPS = 400;

  /** Facts that are there already, as the bytes are that are inserted bare. */
  private static final List<Draft> DRAFTS = Scratch.drafts(0, GROUP);

  private static final int GROUPS_UNDER_WAY = 4;
  private static final int TAKEOVERS = 10;
  private static final int LOOK_NANOS = 1_000_000;

  private final byte[] line =
      new EntryLine(1_000_000, InstantSource.system().instant()).write("7", Scratch.fact(1));

  @Override
  public String name() {
    return "store";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      out.printf("  entries of %d bytes, on the disk of %s%n", line.length, scratch.folder());
      try (Connection bare =
          DriverManager.getConnection("jdbc:sqlite:" + scratch.file("bare.db"))) {
        execute(bare, "pragma journal_mode = wal", "pragma synchronous = full");
        Path folder = Files.createDirectory(scratch.file("data"));
        measure("SQLite", new SqliteStore(folder), bare, "blob", out);
      }
      if (ScratchServer.programs().isEmpty()) {
        out.println("  PostgreSQL is not on this machine");
        return;
      }
      try (ScratchServer server =
          ScratchServer.startIn(Path.of(System.getProperty("java.io.tmpdir")))) {
        String database = server.newDatabase();
        try (PostgresStore store = PostgresStore.open(database);
            Connection bare = DriverManager.getConnection(jdbc(server.newDatabase()))) {
          measure("PostgreSQL", store, bare, "bytea", out);
        }
        takeover(server.newDatabase(), out);
      }
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  /** The driver takes name and password as parameters. */
  private static String jdbc(String address) {
    return address.replaceFirst(
        "postgresql://([^:]*):([^@]*)@(.*)", "jdbc:postgresql://$3?user=$1&password=$2");
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) statement.execute(each);
    }
  }

  private void measure(String name, Store store, Connection bare, String bytes, PrintStream out)
      throws SQLException {
    execute(bare, "create table bare (number integer primary key, line " + bytes + " not null)");
    try (Ledger ledger =
            store.open(ELECTION, InstantSource.system(), notice -> System.err.println(notice));
        PreparedStatement insert = bare.prepareStatement("insert into bare values (?, ?)")) {
      Inserts inserts = new Inserts(bare, insert, line);
      singles(name, ledger, inserts, out);
      groups(name, ledger, inserts, out);
      long rows = inserts.next;
      double limit = rate(rows, () -> read(bare, rows));
      tell(out, name, "replay", rate(ledger.size(), () -> replay(ledger)), limit);
    }
  }

  /** Rows of a table with a number and the bytes of an entry. */
  private static final class Inserts {
    private final Connection connection;
    private final PreparedStatement insert;
    private final byte[] line;
    private long next;

    Inserts(Connection connection, PreparedStatement insert, byte[] line) {
      this.connection = connection;
      this.insert = insert;
      this.line = line;
    }

    void oneByOne(int times) throws SQLException {
      connection.setAutoCommit(true);
      for (int i = 0; i < times; i++) {
        row();
        insert.executeUpdate();
      }
    }

    void groups() throws SQLException {
      connection.setAutoCommit(false);
      for (int group = 0; group < GROUPS; group++) {
        for (int i = 0; i < GROUP; i++) {
          row();
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
    }

    private void row() throws SQLException {
      insert.setLong(1, next++);
      insert.setBytes(2, line);
    }
  }

  /** By turns, so that the disk's moods hit both alike; the median turn of each counts. */
  private static void singles(String name, Ledger ledger, Inserts inserts, PrintStream out)
      throws SQLException {
    append(ledger, SINGLES_TO_WARM_UP);
    inserts.oneByOne(SINGLES_TO_WARM_UP);
    double[] ours = new double[ROUNDS];
    double[] limit = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      limit[round] = rate(SINGLES, () -> inserts.oneByOne(SINGLES));
      ours[round] = rate(SINGLES, () -> append(ledger, SINGLES));
    }
    tell(out, name, "durable appends one by one", median(ours), median(limit));
  }

  private static void append(Ledger ledger, int times) {
    long from = ledger.size();
    for (long i = from; i < from + times; i++)
      ledger.append(DRAFTS.subList(0, 1), "single " + i).join();
  }

  private static void groups(String name, Ledger ledger, Inserts inserts, PrintStream out)
      throws SQLException {
    double limit = rate(GROUPS * GROUP, inserts::groups);
    double ours =
        rate(
            GROUPS * GROUP,
            () -> {
              Deque<CompletableFuture<Indexes>> underWay = new ArrayDeque<>();
              for (int group = 0; group < GROUPS; group++) {
                if (underWay.size() == GROUPS_UNDER_WAY) underWay.removeFirst().join();
                underWay.add(ledger.append(DRAFTS, "group " + group));
              }
              underWay.forEach(CompletableFuture::join);
            });
    tell(out, name, "appends in groups of " + GROUP, ours, limit);
  }

  private static void read(Connection bare, long rows) throws SQLException {
    bare.setAutoCommit(false); // else the driver of PostgreSQL holds all rows at once
    long seen = 0;
    try (Statement select = bare.createStatement()) {
      select.setFetchSize(GROUP);
      try (ResultSet row = select.executeQuery("select line from bare order by number")) {
        while (row.next()) if (row.getBytes(1).length > 0) seen++;
      }
    }
    if (seen != rows) throw new IllegalStateException(seen + " rows came back of " + rows);
  }

  private static void replay(Ledger ledger) {
    long[] seen = {0};
    ledger.read(0, Long.MAX_VALUE, (bytes, index) -> seen[0]++);
    if (seen[0] != ledger.size())
      throw new IllegalStateException(seen[0] + " entries came back of " + ledger.size());
  }

  /** The one of two servers that leads gives it up, over and over; the other leads then. */
  private static void takeover(String database, PrintStream out) {
    double[] took = new double[TAKEOVERS];
    for (int i = 0; i < TAKEOVERS; i++)
      try (PostgresStore one = PostgresStore.open(database);
          PostgresStore other = PostgresStore.open(database)) {
        Leading first = one.serve(notice -> {});
        try (var _ = other.serve(notice -> {})) {
          if (!one.mayWrite() || other.mayWrite())
            throw new IllegalStateException("the first server does not lead");
          first.close();
          long began = System.nanoTime();
          while (!other.mayWrite()) LockSupport.parkNanos(LOOK_NANOS);
          took[i] = (System.nanoTime() - began) / 1e9;
        }
      }
    Arrays.sort(took);
    out.printf(
        "  a second server writes after the first one's lock is free: half within %.2f s, at most %.2f s (due: 2 s)%n",
        took[TAKEOVERS / 2], took[TAKEOVERS - 1]);
  }

  /** Work on a database. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  /** How many a second. */
  private static double rate(long count, Work work) throws SQLException {
    long start = System.nanoTime();
    work.run();
    return count * 1e9 / (System.nanoTime() - start);
  }

  private static double median(double[] rates) {
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  private static void tell(PrintStream out, String name, String what, double ours, double bare) {
    out.printf(
        "  %-10s %-28s %,10.0f /s   bare: %,10.0f /s   %.2f of it (due: 0.7)%n",
        name, what, ours, bare, ours / bare);
  }
}
