package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.ascertain.ledger.Records.append;
import static org.ascertain.ledger.Records.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.record.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  private static final String ELECTION = "us-president-2020";

  @TempDir private Path around;

  private DataFolder folder = new DataFolder(Path.of(""));

  @BeforeEach
  void name() {
    folder = new DataFolder(around.resolve("data"));
  }

  private SigningKey record(int from, int to) {
    SigningKey key = folder.keyOrNew(Optional.of("log.example"));
    try (Ledger ledger = Records.open(new SqliteStore(folder.path()).file(ELECTION))) {
      for (int i = from; i < to; i++) append(ledger, "note " + i);
    }
    return key;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:" + new SqliteStore(folder.path()).file(ELECTION));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void a_key_is_made_on_first_use_for_its_owner_alone_and_kept() throws IOException {
    SigningKey key = folder.keyOrNew(Optional.empty());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.keyFile())))
        .isEqualTo("rw-------");
    assertThat(folder.keyOrNew(Optional.empty()).text()).isEqualTo(key.text());
    refusal(Reason.REFUSED, () -> folder.keyOrNew(Optional.of("other.example")))
        .contains("a log keeps its name");
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws IOException {
    folder.keyOrNew(Optional.empty());
    Files.setPosixFilePermissions(folder.keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
    refusal(Reason.REFUSED, folder::key).contains("chmod 600");
  }

  @Test
  void no_key_is_made_below_a_checkout() throws IOException {
    Files.createFile(around.resolve("ascertain"));
    Files.createFile(around.resolve("pom.xml"));
    refusal(Reason.REFUSED, () -> folder.keyOrNew(Optional.empty()))
        .contains("lies below the checkout " + around);
    assertThat(folder.keyFile()).doesNotExist();
  }

  @Test
  void no_private_key_stands_anywhere_in_the_checkout() throws IOException {
    byte[] mark = ("PRIVATE" + "+KEY+").getBytes(US_ASCII);
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    assertThat(checkout.resolve("ascertain"))
        .as("tests run in the folder of their module")
        .exists();
    try (Stream<Path> files = Files.walk(checkout)) {
      List<Path> looked =
          files
              .filter(
                  file ->
                      !file.toString().matches(".*/(\\.git|\\.ascertain|target|node_modules)/.*"))
              .filter(Files::isRegularFile)
              .toList();
      assertThat(looked).hasSizeGreaterThan(50);
      assertThat(looked).noneMatch(file -> contains(file, mark));
    }
  }

  private static boolean contains(Path file, byte[] mark) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      for (int at = 0; at + mark.length <= bytes.length; at++)
        if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) return true;
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_signed_record_is_proven_by_the_folders_own_key() {
    SigningKey key = record(0, 5);
    folder.sign(ELECTION, key);
    record(5, 7);
    Verification verification = folder.verify(ELECTION, Trust.NONE);
    assertThat(verification.flaws()).isEmpty();
    assertThat(verification.holds()).isTrue();
    assertThat(verification.origin()).isEqualTo("log.example/us-president-2020");
    assertThat(verification.remarks()).containsExactly("2 entries behind it are not signed yet");
    assertThat(verification.proven())
        .contains("the first 5 entries give the root of the checkpoint");
  }

  @Test
  void an_unsigned_record_is_consistent_and_no_more() {
    record(0, 5);
    assertThat(folder.verify(ELECTION, Trust.NONE).summary())
        .isEqualTo("consistent, signature not checked");
  }

  @Test
  void an_altered_entry_in_the_store_is_named() throws SQLException {
    folder.sign(ELECTION, record(0, 5));
    execute(
        "update entry set line = cast(replace(cast(line as text), 'note 3', 'note 4') as blob)"
            + " where idx = 3");
    assertThat(folder.verify(ELECTION, Trust.NONE).summary())
        .isEqualTo(
            "wrong: entry 3: was altered in us-president-2020.db: it has not the hash that was"
                + " written with it");
  }

  @Test
  void what_is_signed_is_what_was_written_and_nothing_else() throws SQLException {
    SigningKey key = record(0, 5);
    SignedNote before = folder.sign(ELECTION, key);
    assertThat(folder.sign(ELECTION, key)).isEqualTo(before);
    record(5, 300);
    execute(
        "update entry set line = cast(replace(cast(line as text), 'note 299', 'note 298') as blob)"
            + " where idx = 299");
    refusal(Reason.DAMAGED, () -> folder.sign(ELECTION, key))
        .isEqualTo(
            "Nothing was signed: an entry was altered since it was written; 'verify' says which.");
    execute(
        "update entry set line = cast(replace(cast(line as text), 'note 298', 'note 299') as blob)"
            + " where idx = 299");
    folder.sign(ELECTION, key);
    execute("update node set hash = zeroblob(32)");
    record(300, 301);
    refusal(Reason.DAMAGED, () -> folder.sign(ELECTION, key))
        .isEqualTo("Nothing was signed: the stored hashes are not those of the entries.");
    assertThat(folder.verify(ELECTION, Trust.NONE).summary())
        .startsWith("wrong: node 0: is not the root of the entries up to 255");
  }

  @Test
  void an_entry_altered_with_its_hash_is_found_by_the_checkpoint() throws SQLException {
    folder.sign(ELECTION, record(0, 5));
    record(5, 7);
    execute(
        "update entry set line = (select line from entry where idx = 4), leaf = (select leaf from"
            + " entry where idx = 4) where idx = 3");
    assertThat(folder.verify(ELECTION, Trust.NONE).flaws())
        .extracting(flaw -> flaw.where())
        .containsExactly("entry 3", "checkpoint of 5 entries");
  }

  @Test
  void entries_cut_off_the_end_are_found_by_the_checkpoint() throws SQLException {
    folder.sign(ELECTION, record(0, 5));
    execute("delete from entry where idx = 4");
    assertThat(folder.verify(ELECTION, Trust.NONE).summary())
        .endsWith("there are only 4; the log was cut");
  }

  @Test
  void an_entry_missing_in_the_middle_is_named() throws SQLException {
    record(0, 5);
    execute("delete from entry where idx = 2");
    assertThat(folder.verify(ELECTION, Trust.NONE).summary())
        .contains("wrong: entry 2: is missing in us-president-2020.db");
  }

  @Test
  void a_cosigned_checkpoint_is_kept_and_signed_no_second_time() {
    SigningKey key = record(0, 5);
    SignedNote signed = folder.sign(ELECTION, key);
    SigningKey witness = SigningKey.make("witness.example/w", VerifierKey.Kind.WITNESS);
    SignedNote cosigned = witness.cosign(signed, Records.NOON);
    folder.election(ELECTION).keep(5, cosigned);
    assertThat(folder.sign(ELECTION, key)).isEqualTo(cosigned);
    assertThat(folder.verify(ELECTION, Trust.NONE.withWitness(witness.verifier())).proven())
        .contains("cosigned by witness.example/w at 2020-12-14T17:00:00Z");
  }

  @Test
  void a_lost_key_is_not_replaced_by_another() throws IOException {
    folder.sign(ELECTION, record(0, 5));
    Files.delete(folder.keyFile());
    refusal(Reason.REFUSED, () -> folder.keyOrNew(Optional.empty()))
        .contains("is missing: put back");
  }

  @Test
  void a_backup_made_while_writing_goes_on_is_restored_and_goes_on() {
    SigningKey key = record(0, 100);
    folder.sign(ELECTION, key);
    Path copy = around.resolve("backup");
    try (Ledger ledger = Records.open(new SqliteStore(folder.path()).file(ELECTION))) {
      var last = ledger.append(List.of(Records.fact("note 100")), "note 100");
      Backup.make(folder, copy);
      last.join();
      append(ledger, "note 101");
    }
    DataFolder restored = new DataFolder(around.resolve("restored"));
    List<Verification> verifications = Backup.restore(copy, restored.path(), Trust.NONE);
    assertThat(verifications).singleElement().matches(Verification::holds);
    assertThat(restored.election(ELECTION).size()).isBetween(100L, 101L);
    try (Ledger ledger = Records.open(new SqliteStore(restored.path()).file(ELECTION))) {
      assertThat(append(ledger, "note 100").first())
          .as("the key is in the backup, or the entry is new")
          .isEqualTo(100);
    }
    restored.sign(ELECTION, restored.keyOrNew(Optional.empty()));
    assertThat(
            restored
                .verify(
                    ELECTION, Trust.NONE.withKey(key.verifier().named("log.example/" + ELECTION)))
                .holds())
        .isTrue();
  }

  /** A desk's file beside the records is no record, and goes with them. */
  @Test
  void a_backup_has_the_desk_and_the_settings_too() throws Exception {
    folder.sign(ELECTION, record(0, 5));
    try (DeskStore desk = folder.store().desk()) {
      desk.change(in -> in.createStatement().executeUpdate("create table person (name text)"));
    }
    Files.writeString(folder.path().resolve(ELECTION + ".checks.json"), "{}");
    Path copy = around.resolve("backup");
    Backup.make(folder, copy);
    DataFolder restored = new DataFolder(around.resolve("restored"));
    assertThat(Backup.restore(copy, restored.path(), Trust.NONE)).hasSize(1);
    assertThat(restored.elections()).containsExactly(ELECTION);
    assertThat(restored.path().resolve(ELECTION + ".checks.json")).hasContent("{}");
    Path file = restored.path().resolve("desk.db");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (DeskStore desk = restored.store().desk()) {
      assertThat(desk.<Boolean>ask(of -> of.createStatement().execute("select * from person")))
          .isTrue();
    }
  }

  @Test
  void nothing_of_what_a_desk_deletes_stays_in_its_file() throws Exception {
    Path file = folder.path().resolve("desk.db");
    try (DeskStore desk = folder.store().desk()) {
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      desk.change(in -> in.createStatement().executeUpdate("create table person (name text)"));
      desk.change(
          in -> in.createStatement().executeUpdate("insert into person values ('Adaline')"));
      desk.change(in -> in.createStatement().executeUpdate("delete from person"));
    }
    assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("Adaline");
  }

  @Test
  void a_record_in_the_place_of_the_desk_is_not_opened() throws Exception {
    record(0, 5);
    Files.copy(new SqliteStore(folder.path()).file(ELECTION), folder.path().resolve("desk.db"));
    refusal(Reason.FOREIGN, () -> folder.store().desk()).contains("of another program");
  }

  @Test
  void a_backup_that_does_not_verify_is_not_restored() throws SQLException {
    folder.sign(ELECTION, record(0, 5));
    execute("update entry set line = cast('x' as blob) where idx = 3");
    Path copy = around.resolve("backup");
    Backup.make(folder, copy);
    Path target = around.resolve("restored");
    assertThat(Backup.restore(copy, target, Trust.NONE))
        .singleElement()
        .extracting(Verification::summary)
        .asString()
        .startsWith("wrong: entry 3");
    assertThat(target).doesNotExist();
    refusal(Reason.REFUSED, () -> Backup.restore(copy, folder.path(), Trust.NONE))
        .contains("is not empty");
  }
}
