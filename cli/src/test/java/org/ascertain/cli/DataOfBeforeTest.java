package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder that commit 87ea0f21 wrote: an election of nine entries, a signed log, a token, a
 * row kept aside, a watch. Its keys are of no other use. What comes after that commit backs it up
 * as it is, takes it over, and goes on with it; a folder of what comes later yet is refused.
 */
class DataOfBeforeTest {

  private static final String ELECTION = "us-president-2016";

  @TempDir private Path temp;

  private Path data;

  @BeforeEach
  void unpack() throws IOException {
    data = Files.createDirectories(temp.resolve("data"));
    InputStream packed =
        Objects.requireNonNull(DataOfBeforeTest.class.getResourceAsStream("data-of-87ea0f21.zip"));
    try (ZipInputStream in = new ZipInputStream(packed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = data.resolve(entry.getName());
        if (entry.isDirectory()) Files.createDirectories(file);
        else Files.write(file, in.readAllBytes());
      }
    }
    Files.setPosixFilePermissions(
        data.resolve("keys"), PosixFilePermissions.fromString("rwx------"));
    for (String secret : new String[] {"keys/log.key", "keys/desk.key", "desk.db"})
      Files.setPosixFilePermissions(
          data.resolve(secret), PosixFilePermissions.fromString("rw-------"));
  }

  private String of(String folder) {
    return temp.resolve(folder).toString();
  }

  private static String done(String... args) {
    return Ran.done(args).out();
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String file : new String[] {ELECTION + ".db", "desk.db", "keys/log.key", "keys/desk.key"})
      contents.put(file, HexFormat.of().formatHex(Files.readAllBytes(data.resolve(file))));
    return contents;
  }

  @Test
  void a_backup_leaves_it_as_it_was_and_can_be_restored() throws IOException {
    Map<String, String> before = contents();
    assertThat(done("backup", of("copy"), "--data", data.toString())).contains("9 entries");
    assertThat(contents()).isEqualTo(before);
    assertThat(done("restore", of("copy"), "--data", of("restored"))).contains("9 entries");
    assertThat(done("kept", "2016", "--data", of("restored"))).contains("ZZ,2016-11-08");
  }

  @Test
  void it_is_taken_over_and_goes_on() throws IOException {
    String folder = data.toString();
    String root = done("log", "2016", "--data", folder, "--to", of("log"));
    assertThat(root).contains("9 entries");
    assertThat(done("kept", "2016", "--data", folder)).contains("1 row", "ZZ,2016-11-08");
    assertThat(done("kept", "2016", "--data", folder, "--discard", "1", "--reason", "No unit"))
        .isNotEmpty();
    Path more = temp.resolve("more.jsonl");
    Files.writeString(more, done("export", "2016", "--data", folder));
    assertThat(done("import", "2016", more.toString(), "--data", folder)).isNotEmpty();
    assertThat(done("token", "2016", "--data", folder, "--label", "Other", "--facts", "returns"))
        .contains("Other");
    assertThat(done("verify", folder)).contains("9 entries");
    assertThat(done("check", "2016", "--data", folder)).contains("9 entries");
  }

  @Test
  void a_record_of_a_newer_program_is_refused_with_its_version() throws SQLException {
    setVersion(ELECTION + ".db", 99);
    Ran ran = Ran.run("standing", "2016", "--data", data.toString());
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("newer Ascertain", "version 99");
  }

  @Test
  void a_desk_of_a_newer_program_is_refused_with_its_version() throws SQLException {
    setVersion("desk.db", 99);
    Ran ran =
        Ran.run("token", "2016", "--data", data.toString(), "--label", "X", "--facts", "returns");
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("newer Ascertain", "version 99");
  }

  private void setVersion(String file, int version) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(file));
        Statement statement = connection.createStatement()) {
      statement.execute("pragma user_version = " + version);
    }
  }
}
