package org.ascertain.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What a database can do to a ledger that a file cannot. */
class PostgresLedgerTest {

  private static final String ELECTION = "us-president-2020";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2020-12-14T17:00:00Z"));

  private String address;
  private PostgresStore store;

  @BeforeEach
  void open() {
    address = Scratch.SERVER.newDatabase();
    store = PostgresStore.open(address);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Ledger ledger() {
    return store.open(ELECTION, CLOCK, notice -> {});
  }

  private static LedgerException refused(Runnable call) {
    try {
      call.run();
    } catch (LedgerException e) {
      return e;
    } catch (CompletionException e) {
      if (e.getCause() instanceof LedgerException why) return why;
      throw e;
    }
    throw new AssertionError("it was not refused");
  }

  private static String reason(Runnable call) {
    LedgerException why = refused(call);
    return why.reason() + " " + why.getMessage();
  }

  private String database() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private void sql(String statements) {
    Scratch.SERVER.sql(database(), statements);
  }

  private Connection other() throws SQLException {
    PostgresAddress place = PostgresAddress.of(address);
    return DriverManager.getConnection(place.jdbc(), place.settings());
  }

  @Test
  void whoever_lost_the_connection_is_told_to_ask_again_and_by_the_same_key_it_is_there_once() {
    try (Ledger ledger = ledger()) {
      Notes.append(ledger, "a");
      sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
      assertThat(reason(() -> Notes.append(ledger, "b")))
          .startsWith("UNKNOWN ")
          .contains("Ask again with the same key");
      assertThat(Notes.append(ledger, "b")).isEqualTo(new Indexes(1, 1));
      assertThat(Notes.append(ledger, "a")).isEqualTo(new Indexes(0, 1));
      assertThat(ledger.size()).isEqualTo(2);
    }
  }

  @Test
  void a_connection_that_ends_within_a_transaction_leaves_nothing_of_it() {
    try (Ledger ledger = ledger()) {
      Notes.append(ledger, "a");
      CompletableFuture<Indexes> cut =
          ledger.append(
              List.of(Notes.fact("b")),
              "b",
              (in, at) -> {
                sql(
                    "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in"
                        + " transaction'");
                try (Statement statement = in.createStatement()) {
                  statement.execute("select 1");
                }
              });
      assertThat(reason(cut::join)).startsWith("UNKNOWN ");
      assertThat(store.election(ELECTION).size()).isEqualTo(1);
      assertThat(Notes.append(ledger, "c")).isEqualTo(new Indexes(1, 1));
    }
  }

  @Test
  void a_desk_goes_on_after_its_connection_was_lost() {
    Tables people = new Tables("people", List.of("create table person (name text primary key)"));
    try (DeskStore desk = store.desk(people)) {
      sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
      assertThat(reason(() -> count(desk))).startsWith("UNKNOWN ");
      assertThat(count(desk)).isZero();
    }
  }

  private static long count(DeskStore desk) {
    return desk.ask(
        in -> {
          try (Statement statement = in.createStatement();
              var row = statement.executeQuery("select count(*) from person")) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** SQLite would commit the rest; here the transaction has failed, and says so. */
  @Test
  void a_change_that_hides_a_failed_statement_is_not_taken_for_done() {
    Tables people = new Tables("people", List.of("create table person (name text primary key)"));
    try (DeskStore desk = store.desk(people)) {
      LedgerException why =
          refused(
              () ->
                  desk.change(
                      in -> {
                        try (Statement statement = in.createStatement()) {
                          statement.executeUpdate("insert into person values ('Ada')");
                          SQLException hidden =
                              catchThrowableOfType(
                                  SQLException.class,
                                  () ->
                                      statement.executeUpdate("insert into person values ('Ada')"));
                          return hidden.getErrorCode();
                        }
                      }));
      assertThat(why).isNotNull();
      assertThat(count(desk)).isZero();
    }
  }

  @Test
  void whoever_keeps_the_lock_is_waited_for_a_while_and_then_told_of() throws Exception {
    try (PostgresStore hasty = PostgresStore.open(address, Duration.ofMillis(300));
        Ledger ledger = hasty.open(ELECTION, CLOCK, notice -> {});
        Connection other = other();
        Statement statement = other.createStatement()) {
      Notes.append(ledger, "a");
      statement.execute("begin; select * from \"" + ELECTION + "\".writer for update");
      assertThat(reason(() -> Notes.append(ledger, "b")))
          .startsWith("BUSY ")
          .contains("locked by another program");
      statement.execute("rollback");
      assertThat(Notes.append(ledger, "b").first()).isEqualTo(1);
    }
  }

  @Test
  void a_commit_wakes_those_who_listen() throws Exception {
    try (Ledger ledger = ledger();
        Connection other = other();
        Statement statement = other.createStatement()) {
      statement.execute("listen " + PostgresWriting.CHANNEL);
      Notes.append(ledger, "a");
      PGNotification[] heard = other.unwrap(PGConnection.class).getNotifications(10_000);
      assertThat(heard).isNotEmpty();
      assertThat(heard[0].getParameter()).isEqualTo(ELECTION);
    }
  }

  @Test
  void a_database_that_may_lose_what_it_answered_is_refused() {
    for (String value : List.of("off", "local", "remote_write")) {
      sql("alter database " + database() + " set synchronous_commit = " + value);
      assertThat(reason(() -> PostgresStore.open(address)))
          .startsWith("REFUSED ")
          .contains("synchronous_commit = " + value);
      assertThat(reason(this::ledger)).as("set while it runs").contains("synchronous_commit");
    }
    sql("alter database " + database() + " set synchronous_commit = on");
    ledger().close();
  }

  /** They hold for the whole server, so that they are set back at once. */
  @Test
  void a_server_that_may_lose_what_was_committed_is_refused() {
    for (String setting : List.of("fsync", "full_page_writes"))
      withServerSet(
          setting,
          "off",
          () ->
              assertThat(reason(() -> PostgresStore.open(address)))
                  .startsWith("REFUSED ")
                  .contains(setting + " = off"));
  }

  @Test
  void that_no_stand_by_confirms_commits_is_warned_of() {
    assertThat(store.warnings()).singleElement().asString().contains("has no stand-by");
    withServerSet(
        "synchronous_standby_names", "other", () -> assertThat(store.warnings()).isEmpty());
  }

  private void withServerSet(String setting, String value, Runnable trial) {
    Scratch.SERVER.sql("postgres", "alter system set %s = '%s'".formatted(setting, value));
    try {
      Scratch.SERVER.sql("postgres", "select pg_reload_conf()");
      awaitSetting(setting, value);
      trial.run();
    } finally {
      Scratch.SERVER.sql("postgres", "alter system reset " + setting);
      Scratch.SERVER.sql("postgres", "select pg_reload_conf()");
    }
  }

  /** A server reads its configuration again a little after it was asked to. */
  private void awaitSetting(String setting, String value) {
    for (int tries = 0; tries < 10_000; tries++)
      if (Scratch.SERVER.sql("postgres", "show " + setting).strip().equals(value)) return;
    throw new AssertionError(setting + " stays as it was");
  }

  @Test
  void a_version_that_is_not_tested_is_refused() {
    assertThat(reason(() -> Reliance.requireVersion("the database", 140_011)))
        .isEqualTo("REFUSED the database is PostgreSQL 14; 15 or newer is needed.");
    Reliance.requireVersion("the database", 150_000);
  }

  /** As a backup does, in as many statements as there are tables. */
  @Test
  void who_reads_sees_one_moment_whatever_is_written_meanwhile() throws Exception {
    try (Ledger ledger = ledger();
        Connection reading = store.reader()) {
      Notes.append(ledger, "a");
      long before = entries(reading);
      Notes.append(ledger, "b");
      assertThat(entries(reading)).isEqualTo(before).isEqualTo(1);
    }
    try (Connection later = store.reader()) {
      assertThat(entries(later)).isEqualTo(2);
    }
  }

  private static long entries(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from \"" + ELECTION + "\".entry")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** A setting that the driver does not know it passes over; it may be one that keeps secrets. */
  @Test
  void a_setting_of_the_address_that_the_driver_does_not_know_is_refused() {
    assertThat(refused(() -> PostgresStore.open(address + "?sslmod=verify-full").close()))
        .hasMessageContaining("'sslmod'");
  }

  @Test
  void who_writes_goes_on_as_safely_as_when_it_was_opened() throws Exception {
    try (Ledger ledger = ledger()) {
      Notes.append(ledger, "a");
      Scratch.SERVER.sql("postgres", "alter system set synchronous_commit = off");
      try {
        Scratch.SERVER.sql("postgres", "select pg_reload_conf()");
        Notes.append(ledger, "b");
        assertThat(
                ledger
                    .append(
                        List.of(),
                        "c",
                        (in, at) -> {
                          try (var ask = in.prepareStatement("show synchronous_commit");
                              var row = ask.executeQuery()) {
                            assertThat(row.next()).isTrue();
                            assertThat(row.getString(1)).isEqualTo("on");
                          }
                        })
                    .join()
                    .count())
            .isZero();
      } finally {
        Scratch.SERVER.sql("postgres", "alter system reset synchronous_commit");
        Scratch.SERVER.sql("postgres", "select pg_reload_conf()");
      }
    }
  }

  @Test
  void a_pooler_that_shares_sessions_is_refused() throws Exception {
    try (Connection shared = other()) {
      LedgerException why =
          catchThrowableOfType(
              LedgerException.class,
              () -> Reliance.require("the pooler", () -> new SharedSession(shared).connection()));
      assertThat(why.reason()).isEqualTo(Reason.REFUSED);
      assertThat(why).hasMessageContaining("pool_mode = transaction");
    }
  }

  @Test
  void tables_of_a_newer_program_are_refused_and_left_alone() {
    ledger().close();
    sql("update \"" + ELECTION + "\".beside set version = 9 where name = 'ledger'");
    assertThat(reason(this::ledger))
        .startsWith("FOREIGN ")
        .contains("newer Ascertain (version 9 of its tables; this one knows 1)");
    assertThat(reason(() -> store.election(ELECTION).size())).startsWith("FOREIGN ");
  }

  @Test
  void what_is_not_there_and_who_is_not_let_in_is_told() {
    assertThat(reason(() -> PostgresStore.open(Scratch.SERVER.address("nowhere"))))
        .startsWith("FOREIGN ")
        .contains("make it by createdb");
    String wrong = address.replaceFirst(":[0-9a-f]{32}@", ":guessed@");
    assertThat(reason(() -> PostgresStore.open(wrong)))
        .startsWith("READ_ONLY ")
        .contains("does not let this user in")
        .doesNotContain("guessed");
    String without = address.replaceFirst(":[0-9a-f]{32}@", "@");
    assertThat(reason(() -> PostgresStore.open(without)))
        .startsWith("READ_ONLY ")
        .contains("does not let this user in", "no password");
    assertThat(reason(() -> PostgresStore.open(address + "?sslmode=require")))
        .contains("does not support SSL")
        .doesNotContain("same key");
    assertThat(reason(() -> PostgresStore.open("postgresql://no.such.host.invalid/x")))
        .startsWith("BUSY ")
        .contains("there is no host 'no.such.host.invalid'");
    assertThat(reason(() -> PostgresStore.open("postgresql://127.0.0.1:1/x")))
        .startsWith("BUSY ")
        .contains("cannot be reached");
    assertThat(store.place()).doesNotContain(address.replaceFirst(".*:([0-9a-f]{32})@.*", "$1"));
    assertThat(reason(() -> store.election(ELECTION).size()))
        .startsWith("FOREIGN There is no record at ");
  }

  @Test
  void a_user_who_may_only_read_reads_and_cannot_append() {
    try (Ledger ledger = ledger()) {
      Notes.append(ledger, "a");
    }
    String reader = "reader_" + database();
    sql(
        "create role %1$s login password 'looks'; grant usage on schema \"%2$s\" to %1$s; grant select on all tables in schema \"%2$s\" to %1$s"
            .formatted(reader, ELECTION));
    String theirs = address.replaceFirst("//[^@]*@", "//" + reader + ":looks@");
    try (PostgresStore reading = PostgresStore.open(theirs)) {
      assertThat(reading.election(ELECTION).size()).isEqualTo(1);
      try (Ledger ledger = reading.open(ELECTION, CLOCK, notice -> {})) {
        assertThat(reason(() -> Notes.append(ledger, "b"))).startsWith("READ_ONLY ");
      }
      assertThat(reason(() -> reading.open("us-president-2024", CLOCK, notice -> {}).close()))
          .startsWith("READ_ONLY ");
    }
  }
}
