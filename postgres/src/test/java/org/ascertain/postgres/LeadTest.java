package org.ascertain.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database. */
class LeadTest {

  private static final String ELECTION = "us-president-2020";
  private static final Tables PEOPLE =
      new Tables("people", List.of("create table person (name text primary key)"));
  private static final Tables NOTES =
      new Tables("notes", List.of("create table scribbled (text text primary key)"));

  private String address;
  private PostgresStore one;
  private PostgresStore other;

  @BeforeEach
  void open() {
    address = Scratch.SERVER.newDatabase();
    one = PostgresStore.open(address);
    other = PostgresStore.open(address);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private String sql(String statements) {
    return Scratch.SERVER.sql(address.substring(address.lastIndexOf('/') + 1), statements).strip();
  }

  private static Ledger ledger(PostgresStore store) {
    return store.open(ELECTION, InstantSource.system(), notice -> {}, NOTES);
  }

  private static void scribble(Ledger ledger, String text) {
    ledger
        .append(
            List.of(),
            text,
            (in, at) -> {
              try (var insert = in.prepareStatement("insert into scribbled values (?)")) {
                insert.setString(1, text);
                insert.executeUpdate();
              }
            })
        .join();
  }

  private String scribbled() {
    return sql("select string_agg(text, ' ' order by text) from \"" + ELECTION + "\".scribbled");
  }

  @Test
  void one_leads_at_a_time_and_the_next_when_it_gives_up() {
    try (Lead lead = one.lead().orElseThrow()) {
      assertThat(lead.isHeld()).isTrue();
      assertThat(other.lead()).isEmpty();
    }
    try (Lead lead = other.lead().orElseThrow()) {
      assertThat(lead.number()).isEqualTo(2);
      assertThat(one.lead()).isEmpty();
    }
  }

  /** The lock is gone with the connection that held it; who lost it goes on as if nothing were. */
  @Test
  void who_lost_the_lead_without_knowing_writes_nothing_more() {
    Lead lost = one.lead().orElseThrow();
    try (Ledger stale = ledger(one);
        DeskStore desk = one.desk(PEOPLE)) {
      scribble(stale, "before");
      CompletableFuture<Lead> waits = waiting();
      sql(
          "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database"
              + " = (select oid from pg_database where datname = current_database())");
      long lostAt = System.nanoTime();
      try (Lead taken = waits.join()) {
        assertThat(System.nanoTime() - lostAt).isLessThan(2_000_000_000L);
        assertThat(taken.isHeld()).isTrue();
        assertThat(lost.isHeld()).isFalse();
        for (int i = 0; i < 3; i++) {
          String text = "stale " + i;
          assertThatThrownBy(() -> scribble(stale, text))
              .hasRootCauseInstanceOf(LedgerException.class)
              .hasStackTraceContaining("Another server writes by now");
        }
        assertThatThrownBy(
                () ->
                    desk.change(
                        in -> {
                          try (var statement = in.createStatement()) {
                            return statement.executeUpdate("insert into person values ('Ada')");
                          }
                        }))
            .isInstanceOfSatisfying(
                LedgerException.class,
                why -> assertThat(why.reason()).isEqualTo(LedgerException.Reason.TAKEN));
        try (Ledger ledger = ledger(other)) {
          scribble(ledger, "after");
        }
      }
      assertThat(scribbled()).isEqualTo("after before");
      assertThat(sql("select count(*) from desk.person")).isEqualTo("0");
    }
  }

  private CompletableFuture<Lead> waiting() {
    CompletableFuture<Lead> taken = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                taken.complete(other.awaitLead());
              } catch (InterruptedException | RuntimeException e) {
                taken.completeExceptionally(e);
              }
            });
    return taken;
  }

  /** Like an import beside a server over files: each transaction takes in what others wrote. */
  @Test
  void who_is_no_server_writes_beside_the_one_that_leads() {
    try (Lead lead = one.lead().orElseThrow();
        Ledger serving = ledger(one);
        Ledger importing = ledger(other)) {
      assertThat(lead.isHeld()).isTrue();
      scribble(serving, "a");
      scribble(importing, "b");
      scribble(serving, "c");
    }
    assertThat(scribbled()).isEqualTo("a b c");
  }
}
