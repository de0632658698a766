package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.ascertain.desk.DeskTables;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;
import org.ascertain.ledger.UpgradeCopy;
import org.ascertain.postgres.DataPlace;
import org.ascertain.postgres.ScratchServer;
import org.ascertain.watch.WatchStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database in which the last script of each set of tables has not been run yet, as a version
 * before left it: it is taken over after a copy, which can be gone back to. One of a newer version
 * is refused.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DatabaseOfBeforeTest {

  private static final String ELECTION = "us-president-1876";

  private static ScratchServer server;

  @TempDir private Path temp;
  private String database;

  @BeforeAll
  static void start() {
    server = ScratchServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void write() throws IOException {
    System.setProperty(DataPlace.HOME, at("config"));
    database = server.newDatabase();
    try (InputStream record = Archive.open(ELECTION).orElseThrow()) {
      Files.copy(record, temp.resolve("record.jsonl"));
    }
    Ran imported =
        Ran.run("import", "1876", at("record.jsonl"), "--data", database, "--name", "log.example");
    assertThat(imported.exit()).as(imported.toString()).isEqualTo(ExitCode.DONE);
    Store store = DataPlace.open(DataPlace.folder(database)).store();
    store.open(ELECTION, InstantSource.system(), n -> {}, older(DeskTables.ofRecords())).close();
    List<Tables> ofDesk = new ArrayList<>(DeskTables.ofDesk());
    ofDesk.add(WatchStore.tables());
    store.desk(older(ofDesk)).close();
  }

  @AfterEach
  void end() {
    System.clearProperty(DataPlace.HOME);
  }

  /** The same tables before their last script, of those that have more than one. */
  private static Tables[] older(List<Tables> tables) {
    return tables.stream()
        .map(
            each ->
                new Tables(
                    each.name(), each.scripts().subList(0, Math.max(1, each.scripts().size() - 1))))
        .toArray(Tables[]::new);
  }

  private String at(String name) {
    return temp.resolve(name).toString();
  }

  private String sql(String statements) {
    return server.sql(database.substring(database.lastIndexOf('/') + 1), statements).strip();
  }

  private long version(String schema, String tables) {
    return Long.parseLong(
        sql("select version from \"%s\".beside where name = '%s'".formatted(schema, tables)));
  }

  private List<Path> copies() throws IOException {
    Path folder = DataPlace.folder(database).resolve(UpgradeCopy.FOLDER);
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> copies = Files.list(folder)) {
      return copies.toList();
    }
  }

  @Test
  void it_is_read_and_backed_up_as_it_is() throws IOException {
    assertThat(Ran.done("verify", database).out()).contains("257 entries");
    Ran.done("backup", at("copy"), "--data", database);
    assertThat(Ran.done("verify", at("copy")).out()).contains("complete and unaltered");
    assertThat(copies()).isEmpty();
    assertThat(version(ELECTION, "intake")).isEqualTo(2);
  }

  @Test
  void it_is_taken_over_after_one_copy_which_can_be_gone_back_to() throws IOException {
    Ran.done("token", "1876", "--data", database, "--label", "Wire", "--facts", "returns");
    assertThat(Ran.done("kept", "1876", "--data", database).out()).contains("No row");
    assertThat(version(ELECTION, "intake")).isEqualTo(3);
    assertThat(version("desk", "people")).isEqualTo(2);
    assertThat(Ran.done("verify", database).out()).contains("complete and unaltered");

    assertThat(copies()).as("one, however many tables").hasSize(1);
    String copy = copies().getFirst().toString();
    assertThat(Ran.done("verify", copy).out()).contains("complete and unaltered");
    assertThat(Path.of(copy, "keys", "log.key")).exists();
    String back = server.newDatabase();
    Ran.done("restore", copy, "--data", back);
    assertThat(Ran.done("token", "1876", "--data", back).out()).doesNotContain("Wire");
  }

  @Test
  void where_no_copy_can_be_made_it_stays_as_it_was() throws IOException {
    Path inTheWay = DataPlace.folder(database).resolve(UpgradeCopy.FOLDER);
    Files.writeString(inTheWay, "");
    Ran refused = Ran.run("kept", "1876", "--data", database);
    assertThat(refused.exit()).isNotEqualTo(ExitCode.DONE);
    assertThat(refused.err())
        .contains("older Ascertain", inTheWay.toString(), "Nothing was changed.");
    assertThat(version(ELECTION, "intake")).isEqualTo(2);
    assertThat(Ran.done("verify", database).out()).contains("complete and unaltered");
  }

  @Test
  void tables_of_a_newer_program_are_refused_with_their_version() {
    sql("update \"" + ELECTION + "\".beside set version = 99 where name = 'intake'");
    assertRefused(Ran.run("kept", "1876", "--data", database));
    sql("update desk.beside set version = 99 where name = 'people'");
    assertRefused(
        Ran.run("token", "1876", "--data", database, "--label", "Wire", "--facts", "returns"));
    sql("update \"" + ELECTION + "\".beside set version = 99 where name = 'ledger'");
    assertRefused(Ran.run("standing", "1876", "--data", database));
    assertRefused(Ran.run("backup", at("copy"), "--data", database));
  }

  private static void assertRefused(Ran ran) {
    assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("newer Ascertain", "version 99");
  }
}
