package org.ascertain.ledger;

import static org.ascertain.ledger.Records.append;
import static org.ascertain.ledger.Records.copied;
import static org.ascertain.ledger.Records.fact;
import static org.ascertain.ledger.Records.lines;
import static org.ascertain.ledger.Records.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("data/us-president-2020.db");
  }

  @Test
  void an_entry_gets_the_next_index_and_the_time_and_keeps_its_bytes() {
    try (SqliteLedger ledger = Records.open(file())) {
      assertThat(append(ledger, "a")).isEqualTo(new Indexes(0, 1));
      assertThat(ledger.append(List.of(fact("b"), fact("c")), "b and c").join())
          .isEqualTo(new Indexes(1, 2));
      assertThat(ledger.size()).isEqualTo(3);
      assertThat(lines(ledger))
          .containsExactly(
              "{\"index\":0,\"recorded\":\"2020-12-14T17:00:00Z\",\"recordedBy\":\"7\",\"fact\":\"count-opened\",\"note\":\"a\"}",
              "{\"index\":1,\"recorded\":\"2020-12-14T17:00:00Z\",\"recordedBy\":\"7\",\"fact\":\"count-opened\",\"note\":\"b\"}",
              "{\"index\":2,\"recorded\":\"2020-12-14T17:00:00Z\",\"recordedBy\":\"7\",\"fact\":\"count-opened\",\"note\":\"c\"}");
    }
  }

  @Test
  void a_record_goes_on_where_it_stopped() {
    try (SqliteLedger ledger = Records.open(file())) {
      append(ledger, "a");
    }
    try (SqliteLedger ledger = Records.open(file())) {
      assertThat(append(ledger, "b")).isEqualTo(new Indexes(1, 1));
      assertThat(lines(ledger)).hasSize(2);
    }
  }

  @Test
  void the_same_key_again_gives_the_same_indexes_and_appends_nothing() {
    try (SqliteLedger ledger = Records.open(file())) {
      append(ledger, "a");
      append(ledger, "b");
      assertThat(append(ledger, "a")).isEqualTo(new Indexes(0, 1));
      assertThat(new RecordOnDisk(file()).appended("b")).contains(new Indexes(1, 1));
      assertThat(new RecordOnDisk(file()).appended("c")).isEmpty();
      assertThat(ledger.size()).isEqualTo(2);
      CompletableFuture<Indexes> one = ledger.append(List.of(fact("c")), "c");
      CompletableFuture<Indexes> again = ledger.append(List.of(fact("c")), "c");
      assertThat(one.join()).isEqualTo(again.join()).isEqualTo(new Indexes(2, 1));
    }
  }

  /** Keys of entries committed alone stand elsewhere at first; no caller can tell. */
  @Test
  void the_key_of_every_entry_that_was_committed_alone_is_known_ever_after() throws Exception {
    int entries = 2_100;
    try (SqliteLedger ledger = Records.open(file())) {
      for (int i = 0; i < entries; i++) append(ledger, "note " + i);
      assertThat(new RecordOnDisk(file()).appended("note 2099")).contains(new Indexes(2_099, 1));
      assertThat(new RecordOnDisk(file()).appended("note 7")).contains(new Indexes(7, 1));
      assertThat(new RecordOnDisk(file()).appended("note 2100")).isEmpty();
      ledger.append(List.of(fact("one"), fact("two")), "pair").join();
      append(ledger, "last");
    }
    try (SqliteLedger ledger = Records.open(file())) {
      for (int i : new int[] {0, 999, 1_000, 1_001, 2_000, 2_099})
        assertThat(append(ledger, "note " + i)).isEqualTo(new Indexes(i, 1));
      assertThat(append(ledger, "last")).isEqualTo(new Indexes(entries + 2, 1));
      assertThat(ledger.append(List.of(fact("one"), fact("two")), "pair").join())
          .isEqualTo(new Indexes(entries, 2));
      assertThat(ledger.size()).isEqualTo(entries + 3);
    }
  }

  @Test
  void a_key_is_never_taken_for_another_batch() {
    try (SqliteLedger ledger = Records.open(file())) {
      append(ledger, "a");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(fact("b")), "a").join())
          .contains("used for another batch");
      assertThat(ledger.size()).isEqualTo(1);
    }
  }

  @Test
  void one_refused_batch_does_not_hold_up_the_others() {
    try (SqliteLedger ledger = Records.open(file())) {
      CompletableFuture<Indexes> before = ledger.append(List.of(fact("a")), "a");
      CompletableFuture<Indexes> long_ =
          ledger.append(List.of(fact("b"), fact("x".repeat(65_535))), "long");
      CompletableFuture<Indexes> after = ledger.append(List.of(fact("c")), "c");
      assertThat(before.join().first()).isEqualTo(0);
      refusal(Reason.REFUSED, long_::join)
          .matches("Entry 2 would have 656\\d\\d bytes; the most is 65535\\.");
      assertThat(after.join().first()).isEqualTo(1);
    }
  }

  @Test
  void a_full_queue_refuses_with_try_again_and_what_was_accepted_is_written() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch writing = new CountDownLatch(1);
    SqliteLedger ledger =
        SqliteLedger.open(
            file(),
            () -> {
              writing.countDown();
              await(held);
              return Records.NOON;
            },
            notice -> {},
            2);
    try (ledger) {
      List<CompletableFuture<Indexes>> accepted = new ArrayList<>();
      accepted.add(ledger.append(List.of(fact("first")), "first"));
      await(writing);
      accepted.add(ledger.append(List.of(fact("second")), "second"));
      accepted.add(ledger.append(List.of(fact("third")), "third"));
      refusal(Reason.BUSY, () -> ledger.append(List.of(fact("fourth")), "fourth").join())
          .contains("Try again");
      held.countDown();
      assertThat(accepted)
          .extracting(CompletableFuture::join)
          .extracting(Indexes::first)
          .containsExactly(0L, 1L, 2L);
      assertThat(append(ledger, "fourth").first()).isEqualTo(3);
    }
  }

  @Test
  void more_than_64_megabytes_may_not_wait_however_few_batches_they_are() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch writing = new CountDownLatch(1);
    SqliteLedger ledger =
        SqliteLedger.open(
            file(),
            () -> {
              writing.countDown();
              await(held);
              return Records.NOON;
            },
            notice -> {});
    // A thousand references to one fact of 60,000 bytes, which cost no memory here.
    List<Draft> sixtyMegabytes = Collections.nCopies(1_000, fact("x".repeat(60_000)));
    try (ledger) {
      CompletableFuture<Indexes> first = ledger.append(List.of(fact("first")), "first");
      await(writing);
      CompletableFuture<Indexes> large = ledger.append(sixtyMegabytes, "large");
      CompletableFuture<Indexes> larger = ledger.append(sixtyMegabytes, "larger");
      boolean refused = larger.isDone();
      CompletableFuture<Indexes> small = ledger.append(List.of(fact("small")), "small");
      held.countDown();
      assertThat(refused).isTrue();
      refusal(Reason.BUSY, larger::join).contains("Try again");
      assertThat(first.join().first()).isZero();
      assertThat(large.join()).isEqualTo(new Indexes(1, 1_000));
      assertThat(small.join().first()).isEqualTo(1_001);
      assertThat(ledger.append(sixtyMegabytes, "larger").join().first()).isEqualTo(1_002);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void closing_finishes_what_was_accepted_and_refuses_what_comes_later() {
    SqliteLedger ledger = Records.open(file());
    CompletableFuture<Indexes> accepted = ledger.append(List.of(fact("a")), "a");
    ledger.close();
    assertThat(accepted).isCompletedWithValue(new Indexes(0, 1));
    refusal(Reason.CLOSED, () -> ledger.append(List.of(fact("b")), "b").join()).contains("closed");
  }

  @Test
  void a_second_writer_is_refused_until_the_first_is_gone() {
    try (SqliteLedger first = Records.open(file())) {
      append(first, "a");
      refusal(Reason.TAKEN, () -> Records.open(file())).startsWith("Another writer has " + file());
      append(first, "b");
    }
    try (SqliteLedger second = Records.open(file())) {
      assertThat(append(second, "c").first()).isEqualTo(2);
    }
  }

  @Test
  void recorded_times_never_fall_when_the_clock_jumps_back_and_a_notice_says_so_once() {
    Deque<Instant> clock =
        new ArrayDeque<>(
            List.of(
                Records.NOON,
                Records.NOON.minusSeconds(3600),
                Records.NOON.minusSeconds(3599),
                Records.NOON.plusSeconds(1),
                Records.NOON));
    List<String> notices = new ArrayList<>();
    try (SqliteLedger ledger = SqliteLedger.open(file(), clock::removeFirst, notices::add)) {
      for (String note : List.of("a", "b", "c", "d")) append(ledger, note);
      assertThat(lines(ledger))
          .extracting(line -> line.replaceAll(".*recorded\":\"([^\"]*)\".*", "$1"))
          .containsExactly(
              "2020-12-14T17:00:00Z",
              "2020-12-14T17:00:00Z",
              "2020-12-14T17:00:00Z",
              "2020-12-14T17:00:01Z");
      assertThat(notices)
          .hasSize(1)
          .first()
          .asString()
          .startsWith("The clock says 2020-12-14T16:00:00Z, before the last entry");
    }
    try (SqliteLedger ledger = SqliteLedger.open(file(), clock::removeFirst, notices::add)) {
      append(ledger, "e");
      assertThat(lines(ledger).getLast()).contains("2020-12-14T17:00:01Z");
      assertThat(notices).as("told again after a start").hasSize(2);
    }
  }

  @Test
  void lines_that_have_their_places_are_copied_byte_for_byte_and_no_mistake_twice() {
    try (SqliteLedger ledger = Records.open(file())) {
      List<Draft> record = List.of(copied(0, "a"), copied(1, "b"));
      assertThat(ledger.append(record, "1").join()).isEqualTo(new Indexes(0, 2));
      assertThat(ledger.append(record, "2").join()).isEqualTo(new Indexes(0, 2));
      assertThat(ledger.append(List.of(copied(1, "b"), copied(2, "c")), "3").join())
          .isEqualTo(new Indexes(1, 2));
      assertThat(ledger.size()).isEqualTo(3);
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(1, "another b")), "4").join())
          .startsWith("Entry 1 is in the record with other content");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(4, "e")), "5").join())
          .isEqualTo("The line of entry 4 cannot follow entry 2.");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(3, "d"), fact("e")), "6").join())
          .contains("either new facts or lines of a record");
      assertThat(ledger.size()).isEqualTo(3);
    }
  }

  @Test
  void a_copied_line_may_not_be_older_than_the_one_before_it() {
    try (SqliteLedger ledger =
        SqliteLedger.open(file(), () -> Records.NOON.plusSeconds(60), notice -> {})) {
      append(ledger, "a");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(1, "b")), "b").join())
          .isEqualTo(
              "Entry 1 was recorded at 2020-12-14T17:00:01Z, before the entry that precedes it.");
    }
  }

  @Test
  void a_fact_that_is_not_one_line_is_refused() {
    assertThatThrownBy(() -> fact("a\nb")).hasMessageContaining("control character");
    assertThatThrownBy(() -> new Draft.Fresh("7", new byte[] {'{'}))
        .hasMessageContaining("begin with");
    assertThatThrownBy(() -> new Draft.Fresh("J. Doe", new byte[0]))
        .hasMessageContaining("an account is");
  }

  @Test
  void a_file_of_a_newer_version_is_refused_and_left_alone() throws SQLException {
    Records.open(file()).close();
    execute("pragma user_version = 3");
    refusal(Reason.FOREIGN, () -> Records.open(file()))
        .contains("newer Ascertain (version 3 of its tables; this one knows 2)");
    execute("pragma user_version = 2");
    Records.open(file()).close();
  }

  @Test
  void a_file_of_the_first_version_is_brought_up_to_date() throws SQLException {
    try (SqliteLedger ledger = Records.open(file())) {
      append(ledger, "a");
    }
    execute("drop table checkpoint", "pragma user_version = 1");
    try (SqliteLedger ledger = Records.open(file())) {
      assertThat(new RecordOnDisk(file()).checkpoints()).isEmpty();
      assertThat(append(ledger, "b").first()).isEqualTo(1);
    }
  }

  @Test
  void the_file_of_another_program_is_refused() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "no database at all, but a text that is long enough to be looked at");
    refusal(Reason.DAMAGED, () -> Records.open(file())).contains("is damaged");
    Files.delete(file());
    execute("create table other (x)", "pragma user_version = 1");
    refusal(Reason.FOREIGN, () -> Records.open(file())).contains("another program");
  }

  @Test
  void an_entry_that_is_missing_is_named() throws SQLException {
    try (SqliteLedger ledger = Records.open(file())) {
      Records.appendMany(ledger, 0, 10);
      execute("delete from entry where idx = 4");
      refusal(Reason.DAMAGED, () -> lines(ledger)).startsWith("Entry 4 is missing");
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) statement.executeUpdate(sql);
    }
  }
}
