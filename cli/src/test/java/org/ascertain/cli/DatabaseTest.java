package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.postgres.DataPlace;
import org.ascertain.postgres.ScratchServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a database of PostgreSQL in the place of a data folder. */
class DatabaseTest {

  private static final String ELECTION = "us-president-1876";

  @TempDir private Path folder;
  private static ScratchServer server;
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
  void begin() {
    database = server.newDatabase();
    System.setProperty(DataPlace.HOME, folder.resolve("config").toString());
  }

  @AfterEach
  void end() {
    System.clearProperty(DataPlace.HOME);
  }

  private static String root() {
    return Pinned.pins().stream()
        .filter(pin -> pin.election().equals(ELECTION))
        .findFirst()
        .orElseThrow()
        .root()
        .toString();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private void imported() throws IOException {
    try (InputStream record = Archive.open(ELECTION).orElseThrow()) {
      Files.copy(record, folder.resolve("record.jsonl"));
    }
    Ran ran =
        Ran.run("import", "1876", at("record.jsonl"), "--data", database, "--name", "log.example");
    assertThat(ran.exit()).as(ran.toString()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void a_record_goes_into_a_database_and_out_again_with_the_same_root() throws IOException {
    imported();
    assertThat(Ran.done("verify", database).out()).contains(root(), "complete and unaltered");
    Ran.done("backup", at("copy"), "--data", database);
    assertThat(Ran.done("verify", at("copy")).out()).contains(root(), "complete and unaltered");
    assertThat(Ran.done("kept", "1876", "--data", database).out()).contains("No row");
  }

  @Test
  void a_backup_is_restored_into_an_empty_database_and_no_other() throws IOException {
    imported();
    Ran.done("token", "1876", "--data", database, "--label", "Wire", "--facts", "returns");
    Ran.done("backup", at("copy"), "--data", database);
    String other = server.newDatabase();
    assertThat(Ran.done("restore", at("copy"), "--data", other).out())
        .contains("257 entries, complete and unaltered");
    assertThat(Ran.done("verify", other).out()).contains(root(), "complete and unaltered");
    assertThat(Ran.done("token", "1876", "--data", other).out()).contains("Wire");
    Ran.done("backup", at("again"), "--data", other);
    assertThat(Ran.done("verify", at("again")).out()).contains(root(), "complete and unaltered");
    Ran twice = Ran.run("restore", at("copy"), "--data", other);
    assertThat(twice.exit()).isNotEqualTo(ExitCode.DONE);
    assertThat(twice.err()).contains("has records already");
  }

  /** The folder of its keys is named by no command: what ran there would make files of its own. */
  @Test
  void what_may_be_done_next_names_the_database_and_no_password() {
    String named = database.replaceFirst("(//[^:@]*):[^@]*@", "$1@");
    assertThat(named).isNotEqualTo(database);
    Ran begun = Ran.done("new", "2028", "--like", "2024", "--data", database);
    assertThat(begun.out())
        .contains(
            "ascertain serve --data " + named, "ascertain token us-president-2028 --data " + named)
        .doesNotContain(at("config"), database);
    Ran token = Ran.done("token", "2028", "--data", database, "--label", "W", "--facts", "returns");
    assertThat(token.out())
        .contains("token --revoke 1 --data " + named)
        .doesNotContain(at("config"), database);
    for (Ran none :
        List.of(
            Ran.run("kept", "1876", "--data", database),
            Ran.run("token", "1876", "--data", database, "--label", "W", "--facts", "returns"))) {
      assertThat(none.exit()).isEqualTo(ExitCode.USAGE);
      assertThat(none.err()).contains("postgresql://").doesNotContain(at("config"), database);
    }
  }

  @Test
  void a_database_without_a_record_has_nothing_to_verify() {
    Ran ran = Ran.run("verify", database);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("There is no record in postgresql://");
  }

  @Test
  void keys_lie_on_this_machine_and_never_in_the_database() throws IOException {
    imported();
    try (var files = Files.walk(folder.resolve("config"))) {
      assertThat(files.map(file -> file.getFileName().toString())).contains("log.key");
    }
    assertThat(Files.getPosixFilePermissions(DataPlace.folder(database)))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    String key =
        server.sql(
            database.substring(database.lastIndexOf('/') + 1),
            """
            select count(*) from information_schema.columns where column_name like '%key%'
              and table_name not in ('entry', 'batch') and table_schema like 'us-%'
            """);
    assertThat(key.strip()).isEqualTo("0");
  }

  /** As after a failover to a replica that was behind: the database knows of nothing later. */
  @Test
  void what_is_shorter_than_what_was_signed_here_is_not_signed() throws IOException {
    imported();
    String name = database.substring(database.lastIndexOf('/') + 1);
    Ran.done("log", "1876", "--data", database, "--to", at("log"));
    server.sql(
        name,
        """
        set search_path to "us-president-1876";
        delete from entry where idx = (select max(idx) from entry);
        delete from checkpoint;
        """);
    Ran refused = Ran.run("log", "1876", "--data", database, "--to", at("again"));
    assertThat(refused.exit()).as(refused.toString()).isNotEqualTo(ExitCode.DONE);
    assertThat(refused.err()).contains("257 entries were signed here before");
  }

  @Test
  void what_could_lose_entries_and_what_is_no_address_is_refused_in_a_sentence() {
    String name = database.substring(database.lastIndexOf('/') + 1);
    server.sql(name, "alter database " + name + " set synchronous_commit = off");
    Ran refused = Ran.run("standing", "1876", "--data", database);
    assertThat(refused.exit()).isNotEqualTo(ExitCode.DONE);
    assertThat(refused.err()).contains("synchronous_commit = off").doesNotContain("Exception");
    Ran wrong = Ran.run("standing", "1876", "--data", "postgresql://nowhere");
    assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("postgresql://user@host:5432/database");
  }
}
