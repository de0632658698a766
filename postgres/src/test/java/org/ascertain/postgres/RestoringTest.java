package org.ascertain.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ascertain.ledger.Backup;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.SqliteStore;
import org.ascertain.ledger.Tables;
import org.ascertain.record.SigningKey;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup goes into a database as a whole, or not at all. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RestoringTest {

  private static final String ELECTION = "us-president-2020";
  private static final String LATER = "us-president-2024";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2020-12-14T17:00:00Z"));
  private static final Tables NOTES =
      new Tables("notes", List.of("create table scribbled (text text primary key)"));
  private static final int ENTRIES = 300;

  @TempDir private Path temp;
  private String address;
  private Path folder;
  private PostgresStore store;

  @BeforeEach
  void begin() {
    System.setProperty(DataPlace.HOME, temp.resolve("config").toString());
    address = Scratch.SERVER.newDatabase();
    folder = DataPlace.folder(address);
    store = DataPlace.database(folder).orElseThrow();
  }

  @AfterEach
  void end() {
    store.close();
    System.clearProperty(DataPlace.HOME);
  }

  /** A backup of two elections and a desk. */
  private Path backup() {
    DataFolder data = new DataFolder(temp.resolve("data"));
    SigningKey key = data.keyOrNew(Optional.of("log.example"));
    for (String election : List.of(ELECTION, LATER)) {
      try (Ledger ledger = data.store().open(election, CLOCK, notice -> {}, NOTES)) {
        for (int i = 0; i < ENTRIES; i++) Notes.append(ledger, "note " + i);
      }
      data.sign(election, key);
    }
    data.store().desk(NOTES).close();
    Backup.make(data, temp.resolve("copy"));
    return temp.resolve("copy");
  }

  private static Restoring restoring(Path from, Tables... known) {
    return new Restoring(from, Trust.NONE, List.of(known), List.of(known));
  }

  private String sql(String statements) {
    return Scratch.SERVER.sql(address.substring(address.lastIndexOf('/') + 1), statements).strip();
  }

  /** The elections and the desk; by a connection that nobody has ended. */
  private List<String> all() {
    return sql("select table_schema from information_schema.tables where table_name = 'writer'")
        .lines()
        .filter(name -> !name.startsWith("restoring "))
        .sorted()
        .toList();
  }

  private void assertNothingWasRestored() throws IOException {
    assertThat(all()).isEmpty();
    assertThat(left()).isEmpty();
  }

  /** The files in the folder that belongs to the database. */
  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }

  private void assertRestored(List<Verification> verified) {
    assertThat(verified).hasSize(2).allMatch(Verification::holds);
    assertThat(all()).containsExactly("desk", ELECTION, LATER);
    assertThat(store.election(LATER).size()).isEqualTo(ENTRIES);
    assertThat(DataPlace.open(folder).key()).isPresent();
    assertThat(sql("select count(*) from pg_namespace where nspname like 'restoring%'"))
        .isEqualTo("0");
  }

  /** Whatever stands in the way of one of them: those before it are not seen either. */
  @Test
  void all_take_their_names_together_or_none_does() throws IOException {
    sql("create schema \"" + LATER + "\""); // an owner's own, without a record
    Path backup = backup();
    assertThatThrownBy(() -> restoring(backup, NOTES).into(folder))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("Nothing was restored");
    assertNothingWasRestored();
  }

  @Test
  void what_was_restored_goes_on() {
    assertRestored(restoring(backup(), NOTES).into(folder));
    try (Ledger ledger = store.open(ELECTION, CLOCK, notice -> {}, NOTES)) {
      assertThat(Notes.append(ledger, "more").first()).isEqualTo(ENTRIES);
      assertThat(Notes.append(ledger, "note 7").first()).as("known by its key").isEqualTo(7);
    }
  }

  @Test
  void tables_that_nobody_knows_are_met_after_others_were_carried_and_nothing_is_left()
      throws IOException {
    Path copy = backup();
    Tables unknown = new Tables("unknown", List.of("create table riddle (text text)"));
    new SqliteStore(copy).open(LATER, CLOCK, notice -> {}, NOTES, unknown).close();
    assertThatThrownBy(() -> restoring(copy, NOTES).into(folder))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("tables of 'unknown'");
    assertNothingWasRestored();
    assertRestored(restoring(copy, NOTES, unknown).into(folder));
  }

  @Test
  void a_backup_that_does_not_verify_is_not_restored() throws Exception {
    Path copy = backup();
    try (Writing writing = new SqliteStore(copy).record(LATER).openToWrite();
        Statement statement = writing.connection().createStatement()) {
      statement.executeUpdate("update entry set line = cast('x' as blob) where idx = 3");
    }
    assertThat(restoring(copy, NOTES).into(folder)).anyMatch(each -> !each.holds());
    assertNothingWasRestored();
  }

  @Test
  void a_connection_that_ends_at_any_moment_leaves_all_or_nothing() throws Exception {
    Path copy = backup();
    int cut = 0;
    for (long wait = 20; !all().contains(LATER); wait += 40) {
      CompletableFuture<List<Verification>> restored =
          CompletableFuture.supplyAsync(() -> restoring(copy, NOTES).into(folder));
      TimeUnit.MILLISECONDS.sleep(wait);
      sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
      try {
        assertRestored(restored.join());
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(LedgerException.class);
        if (!all().isEmpty()) continue;
        assertThat(e).hasMessageContaining("othing was restored");
        assertNothingWasRestored();
        cut++;
      }
    }
    assertThat(cut).as("how often it was cut").isPositive();
    assertThat(all()).containsExactly("desk", ELECTION, LATER);
  }

  @Test
  void what_a_program_that_was_ended_has_left_nobody_sees_and_the_next_drops() throws Exception {
    Path copy = backup();
    try (PostgresStore ended = store.unfinished()) {
      ended.takeIn(new SqliteStore(copy), List.of(NOTES), List.of(NOTES));
    }
    assertThat(all()).isEmpty();
    assertRestored(restoring(copy, NOTES).into(folder));
  }

  @Test
  void a_record_that_another_begins_meanwhile_stays_and_nothing_is_put_beside_it()
      throws Exception {
    Path copy = backup();
    try (Unfinished unfinished = Unfinished.begin(store)) {
      unfinished.store().takeIn(new SqliteStore(copy), List.of(NOTES), List.of(NOTES));
      Path theirs = Files.createDirectories(folder.resolve("restoring"));
      assertThatThrownBy(() -> restoring(copy, NOTES).into(folder))
          .hasMessageContaining("Another program is restoring into ");
      assertThat(theirs).exists();
      try (Ledger ledger = store.open("us-president-1876", CLOCK, notice -> {})) {
        Notes.append(ledger, "a");
      }
      assertThatThrownBy(unfinished::show).hasMessageContaining("has records already");
    }
    assertThat(all()).containsExactly("us-president-1876");
    assertThat(store.election("us-president-1876").size()).isEqualTo(1);
    assertThat(left()).isEmpty();
  }

  @Test
  void another_key_or_other_settings_in_the_folder_are_not_replaced() throws IOException {
    Path copy = backup();
    Files.writeString(copy.resolve(ELECTION + ".checks.json"), "{\"a\":1}");
    Path settings = folder.resolve(ELECTION + ".checks.json");
    Files.writeString(settings, "{}");
    assertThatThrownBy(() -> restoring(copy, NOTES).into(folder))
        .hasMessageContaining(settings.toString())
        .hasMessageContaining("is there already; move it away");
    assertThat(all()).isEmpty();
    Files.writeString(settings, "{\"a\":1}");
    assertRestored(restoring(copy, NOTES).into(folder));
  }
}
