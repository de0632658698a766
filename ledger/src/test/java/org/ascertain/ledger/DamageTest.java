package org.ascertain.ledger;

import static org.ascertain.ledger.Records.append;
import static org.ascertain.ledger.Records.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.record.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that were copied at a bad moment, cut short or altered: nothing wrong is believed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DamageTest {

  private static final String ELECTION = "us-president-2020";
  private static final int FLIPS = 300;

  @TempDir private Path around;

  private DataFolder folder = new DataFolder(Path.of(""));
  private SigningKey key = SigningKey.make("log.example", VerifierKey.Kind.LOG);

  @BeforeEach
  void make() {
    folder = new DataFolder(around.resolve("data"));
    key = folder.keyOrNew(Optional.of("log.example"));
  }

  private void record(int from, int to) {
    try (Ledger ledger = Records.open(new SqliteStore(folder.path()).file(ELECTION))) {
      Records.appendMany(ledger, from, to);
    }
  }

  /** A copy of a folder as a copying program makes it, file by file. */
  private DataFolder copied(String name) throws IOException {
    Path to = around.resolve(name);
    try (Stream<Path> files = Files.walk(folder.path())) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(folder.path().relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(copy);
        else Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return new DataFolder(to);
  }

  /** What SQLite has committed lies in its log for a while, beside the database. */
  @Test
  void a_folder_that_was_copied_with_its_wal_is_restored_with_all_that_the_wal_holds()
      throws Exception {
    record(0, 2_000);
    folder.sign(ELECTION, key);
    try (Connection reader =
            DriverManager.getConnection(
                "jdbc:sqlite:" + new SqliteStore(folder.path()).file(ELECTION));
        Statement statement = reader.createStatement()) {
      statement.execute("begin");
      ResultSet held = statement.executeQuery("select count(*) from entry");
      assertThat(held.getLong(1)).isEqualTo(2_000);
      record(2_000, 2_050);
      folder.sign(ELECTION, key);
      DataFolder copy = copied("copy");
      assertThat(Path.of(new SqliteStore(copy.path()).file(ELECTION) + "-wal")).isNotEmptyFile();
      Path target = around.resolve("restored");
      assertThat(Backup.restore(copy.path(), target, Trust.NONE))
          .singleElement()
          .matches(Verification::holds);
      DataFolder restored = new DataFolder(target);
      assertThat(lines(restored.election(ELECTION))).isEqualTo(lines(folder.election(ELECTION)));
      assertThat(restored.election(ELECTION).size()).isEqualTo(2_050);
      assertThat(
              java.nio.file.attribute.PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(target)))
          .isEqualTo("rwx------");
    }
  }

  /** Half of a log that was lost takes with it only what was not signed, or is found. */
  @Test
  void a_wal_that_was_cut_is_found_by_what_was_signed() throws Exception {
    record(0, 20);
    try (Connection reader =
            DriverManager.getConnection(
                "jdbc:sqlite:" + new SqliteStore(folder.path()).file(ELECTION));
        Statement statement = reader.createStatement()) {
      statement.execute("begin");
      statement.executeQuery("select count(*) from entry").close();
      record(20, 400);
      List<String> all = lines(folder.election(ELECTION));
      SignedNote signed = folder.sign(ELECTION, key);
      Random random = new Random(20201214);
      for (int i = 0; i < 20; i++) {
        DataFolder copy = copied("cut" + i);
        Path wal = Path.of(new SqliteStore(copy.path()).file(ELECTION) + "-wal");
        byte[] bytes = Files.readAllBytes(wal);
        Files.write(wal, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        Files.deleteIfExists(Path.of(new SqliteStore(copy.path()).file(ELECTION) + "-shm"));
        StoredRecord stored = copy.election(ELECTION);
        List<String> left = lines(stored);
        assertThat(all).startsWith(left.toArray(String[]::new));
        // The checkpoint was written last: a cut takes it first, and whoever kept it finds the cut.
        assertThat(stored.checkpoints()).isEmpty();
        assertThat(copy.verify(ELECTION, Trust.NONE.withOlder(signed)).holds()).isFalse();
      }
    }
  }

  @Test
  void no_flipped_bit_in_a_database_is_believed() throws Exception {
    record(0, 300);
    folder.sign(ELECTION, key);
    record(300, 320);
    List<String> lines = lines(folder.election(ELECTION));
    byte[] sound = Files.readAllBytes(new SqliteStore(folder.path()).file(ELECTION));
    SignedNote due = folder.sign(ELECTION, key);
    Random random = new Random(2020);
    int found = 0;
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = sound.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(new SqliteStore(folder.path()).file(ELECTION), flipped);
      if (holds()) assertThat(lines(folder.election(ELECTION))).as("flip " + i).isEqualTo(lines);
      else found++;
      Files.write(new SqliteStore(folder.path()).file(ELECTION), flipped);
      signed().ifPresent(note -> assertThat(note.text()).isEqualTo(due.text()));
    }
    assertThat(found).as("flips that could be found").isGreaterThan(FLIPS / 2);
  }

  private boolean holds() {
    try {
      return folder.verify(ELECTION, Trust.NONE).holds();
    } catch (LedgerException told) {
      return false;
    }
  }

  private Optional<SignedNote> signed() {
    try {
      return Optional.of(folder.sign(ELECTION, key));
    } catch (LedgerException told) {
      return Optional.empty();
    }
  }

  /** What was damaged while nobody looked is not built upon. */
  @Test
  void an_entry_appended_to_a_damaged_record_is_signed_by_nobody() throws Exception {
    record(0, 300);
    folder.sign(ELECTION, key);
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:" + new SqliteStore(folder.path()).file(ELECTION));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update entry set leaf = zeroblob(32) where idx = 290");
    }
    try (Ledger ledger = Records.open(new SqliteStore(folder.path()).file(ELECTION))) {
      append(ledger, "one more");
    }
    assertThat(signed()).isEmpty();
    assertThat(folder.verify(ELECTION, Trust.NONE).flaws())
        .extracting(flaw -> flaw.where())
        .contains("entry 290");
  }

  @Test
  void a_backup_that_fails_leaves_nothing_in_the_way_of_the_next() throws Exception {
    record(0, 300);
    folder.sign(ELECTION, key);
    byte[] sound = Files.readAllBytes(new SqliteStore(folder.path()).file(ELECTION));
    Files.write(
        new SqliteStore(folder.path()).file(ELECTION), Arrays.copyOf(sound, sound.length / 2));
    Path to = around.resolve("backup");
    Records.refusal(LedgerException.Reason.DAMAGED, () -> Backup.make(folder, to));
    assertThat(to).doesNotExist();
    Files.createDirectory(around.resolve("backup.unfinished-999999999"));
    Files.write(new SqliteStore(folder.path()).file(ELECTION), sound);
    Backup.make(folder, to);
    List<String> names = new ArrayList<>();
    try (Stream<Path> all = Files.list(around)) {
      all.forEach(path -> names.add(path.getFileName().toString()));
    }
    assertThat(names).containsExactlyInAnyOrder("data", "backup");
  }
}
