package org.ascertain.ledger;

import static org.ascertain.ledger.Records.append;
import static org.ascertain.ledger.Records.fact;
import static org.ascertain.ledger.Records.lines;
import static org.ascertain.ledger.Records.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
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
  void a_full_queue_refuses_with_try_again_and_what_was_accepted_is_written() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch writing = new CountDownLatch(1);
    Ledger ledger =
        RecordLedger.open(
            SqliteFile.ofRecord(file()),
            () -> {
              writing.countDown();
              await(held);
              return Records.NOON;
            },
            notice -> {},
            2,
            List.of());
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
    Ledger ledger =
        SqliteFile.open(
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
  void a_file_of_a_newer_version_is_refused_and_left_alone() throws SQLException {
    Records.open(file()).close();
    execute("pragma user_version = 4");
    refusal(Reason.FOREIGN, () -> Records.open(file()))
        .contains("newer Ascertain (version 4 of its tables; this one knows 3)");
    execute("pragma user_version = 3");
    Records.open(file()).close();
  }

  @Test
  void a_file_of_the_first_version_is_brought_up_to_date() throws SQLException {
    try (Ledger ledger = Records.open(file())) {
      append(ledger, "a");
    }
    execute(
        "drop table checkpoint",
        "drop index describing",
        "drop table node",
        "drop table beside",
        "pragma user_version = 1");
    try (Ledger ledger = Records.open(file())) {
      assertThat(SqliteFile.ofRecord(file()).record().checkpoints()).isEmpty();
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
    try (Ledger ledger = Records.open(file())) {
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
