package org.ascertain.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
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

  private final List<AutoCloseable> opened = new ArrayList<>();
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
  void close() throws Exception {
    for (AutoCloseable each : opened) each.close();
    one.close();
    other.close();
  }

  private String sql(String statements) {
    return Scratch.SERVER.sql(address.substring(address.lastIndexOf('/') + 1), statements).strip();
  }

  private Leading serve(PostgresStore store, Beginning beginning) {
    Leading leading = store.serve(beginning);
    opened.add(leading);
    return leading;
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

  /** It would keep the newer one from leading, and could write nothing itself. */
  @Test
  void who_finds_tables_of_a_newer_program_does_not_lead() throws Exception {
    ledger(one).close();
    one.desk(PEOPLE).close();
    for (String newer :
        List.of(
            "update \"" + ELECTION + "\".beside set version = version + %d where name = 'ledger'",
            "update \"" + ELECTION + "\".beside set version = version + %d where name = 'notes'",
            "update desk.beside set version = version + %d where name = 'people'")) {
      sql(newer.formatted(1));
      BlockingQueue<String> told = new LinkedBlockingQueue<>();
      Leading old = one.serve(told::add, NOTES, PEOPLE);
      opened.add(old);
      assertThat(told.poll(10, TimeUnit.SECONDS)).contains("newer Ascertain (version 2 of");
      assertThat(one.mayWrite()).isFalse();
      sql(newer.formatted(-1));
      assertThat(told.poll(10, TimeUnit.SECONDS)).startsWith("This server writes to");
      old.close();
    }
    sql("update desk.beside set version = 2 where name = 'people'");
    Beginning leads = new Beginning();
    opened.add(one.serve(new Beginning(), NOTES, PEOPLE));
    serve(other, leads); // which knows them, as far as it is asked
    leads.await();
    assertThat(one.mayWrite()).isFalse();
  }

  private void endTheConnectionThatLeads() {
    sql(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database"
            + " = (select oid from pg_database where datname = current_database())");
  }

  /** The lock is gone with the connection that held it; who lost it goes on as if nothing were. */
  @Test
  void who_lost_the_lead_without_knowing_writes_nothing_more() throws Exception {
    Lead lost = one.lead().orElseThrow();
    try (Ledger stale = ledger(one);
        DeskStore desk = one.desk(PEOPLE)) {
      scribble(stale, "before");
      Beginning taken = new Beginning();
      serve(other, taken);
      assertThat(other.mayWrite()).isFalse();
      endTheConnectionThatLeads();
      taken.await();
      assertThat(lost.isHeld()).isFalse();
      for (int i = 0; i < 3; i++) {
        String text = "stale " + i;
        assertThatThrownBy(() -> scribble(stale, text))
            .hasRootCauseInstanceOf(LedgerException.class)
            .hasStackTraceContaining("Another server writes");
      }
      assertThat(refusal(() -> desk.change(in -> add("Ada", in)))).isEqualTo(Reason.TAKEN);
      try (Ledger ledger = ledger(other)) {
        scribble(ledger, "after");
      }
      assertThat(scribbled()).isEqualTo("after before");
      assertThat(sql("select count(*) from desk.person")).isEqualTo("0");
    }
  }

  private static int add(String person, Connection in) throws SQLException {
    try (PreparedStatement insert = in.prepareStatement("insert into person values (?)")) {
      insert.setString(1, person);
      return insert.executeUpdate();
    }
  }

  private static Reason refusal(Runnable work) {
    return catchThrowableOfType(LedgerException.class, work::run).reason();
  }

  /** As when the database is stopped and started: nobody else has it meanwhile. */
  @Test
  void who_lost_the_lead_and_has_it_again_goes_on_with_the_same_ledger() throws Exception {
    Beginning leads = new Beginning();
    Leading leading = serve(one, leads);
    try (Ledger ledger = ledger(one)) {
      leads.await();
      scribble(ledger, "a");
      endTheConnectionThatLeads();
      leads.await();
      scribble(ledger, "b");
      assertThat(scribbled()).isEqualTo("a b");
      leading.close();
      assertThatThrownBy(() -> scribble(ledger, "c"))
          .hasStackTraceContaining("Another server writes");
    }
    assertThat(other.lead()).as("given up").isPresent();
  }

  /** As if the power failed: whoever was not answered asks either of them by the same key. */
  @Test
  void after_the_database_was_stopped_and_started_one_of_them_leads_and_nothing_is_lost()
      throws Exception {
    try (ScratchServer server = ScratchServer.start()) {
      String there = server.newDatabase();
      try (PostgresStore left = PostgresStore.open(there);
          PostgresStore right = PostgresStore.open(there)) {
        Beginning leads = new Beginning();
        serve(left, leads);
        leads.await();
        serve(right, leads);
        try (Ledger onLeft = ledger(left);
            Ledger onRight = ledger(right)) {
          assertThat(onLeft.append(List.of(Notes.fact("a")), "a").join().first()).isZero();
          server.stop();
          server.startAgain();
          leads.await();
          assertThat(appendByEither("b", onLeft, onRight).first()).isEqualTo(1);
          assertThat(appendByEither("a", onLeft, onRight).first()).isZero();
        }
        assertThat(left.election(ELECTION).size()).isEqualTo(2);
        for (AutoCloseable each : opened) each.close();
      }
    }
  }

  private static Indexes appendByEither(String text, Ledger... ledgers)
      throws InterruptedException {
    for (int tries = 0; tries < 40; tries++) {
      try {
        return ledgers[tries % ledgers.length].append(List.of(Notes.fact(text)), text).join();
      } catch (CompletionException refused) {
        assertThat(refused).hasCauseInstanceOf(LedgerException.class);
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new AssertionError("neither wrote it");
  }

  @Test
  void a_server_that_waits_reads_and_makes_nothing() throws Exception {
    Beginning leads = new Beginning();
    Leading leading = serve(one, new Beginning());
    serve(other, leads);
    assertThat(refusal(() -> ledger(other).close())).isEqualTo(Reason.TAKEN);
    assertThat(refusal(() -> other.desk(PEOPLE).close())).isEqualTo(Reason.TAKEN);
    assertThat(other.elections()).isEmpty();
    try (Ledger ledger = ledger(one)) {
      ledger.append(List.of(Notes.fact("a")), "a").join();
    }
    assertThat(other.election(ELECTION).size()).isEqualTo(1);
    leading.close();
    leads.await();
    try (Ledger ledger = ledger(other)) {
      ledger.append(List.of(Notes.fact("b")), "b").join();
    }
    assertThat(one.election(ELECTION).size()).isEqualTo(2);
  }

  @Test
  void what_was_committed_is_heard_of_whoever_wrote_it() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    opened.add(other.listen(heard::add));
    try (Ledger ledger = ledger(one)) {
      for (int i = 0; i < 200 && heard.isEmpty(); i++) { // it may have to connect first
        scribble(ledger, "note " + i);
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    assertThat(heard).contains(ELECTION);
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
