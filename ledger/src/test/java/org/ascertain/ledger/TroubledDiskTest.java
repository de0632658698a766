package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ascertain.ledger.Records.append;
import static org.ascertain.ledger.Records.lines;
import static org.ascertain.ledger.Records.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, cannot be written to, or lose the end of what was written. */
class TroubledDiskTest {

  @TempDir private Path folder;

  /**
   * A small tmpfs where one may be mounted; elsewhere a limit on the size of files, which stops
   * writes as well.
   */
  @Test
  void a_full_disk_is_told_nothing_is_lost_and_it_goes_on_when_there_is_room() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path file = disk.resolve("us-president-2020.db");
    if (run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString())) {
      try {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[300_000]);
        fillAndGoOn(file, "FULL The disk that holds ", child -> Files.delete(ballast));
      } finally {
        assertThat(run("umount", "-l", disk.toString())).isTrue();
      }
    } else {
      fillAndGoOn(
          file,
          "UNKNOWN The disk under ",
          child ->
              assertThat(run("prlimit", "--pid", Long.toString(child.pid()), "--fsize=unlimited"))
                  .isTrue(),
          "sh",
          "-c",
          "ulimit -S -f 500; exec \"$@\"",
          "sh");
    }
  }

  @FunctionalInterface
  private interface Remedy {
    void apply(Child child) throws IOException;
  }

  private static void fillAndGoOn(Path file, String refusal, Remedy remedy, String... before)
      throws IOException {
    try (Child child = Child.appending(file, 0, before)) {
      long answered = -1;
      Optional<String> said = child.next();
      for (; said.filter(s -> s.startsWith("recorded ")).isPresent(); said = child.next())
        answered++;
      assertThat(said.orElseThrow()).startsWith(refusal);
      assertThat(SqliteFile.ofRecord(file).record().size())
          .as("no false yes, and nothing lost")
          .isBetween(answered + 1, answered + 2);
      remedy.apply(child);
      child.goOn();
      for (int i = 0; i < 50; i++) assertThat(child.next()).contains("recorded " + ++answered);
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Permissions do not bind root, so root gives up the right to write where it may not. It stays
   * root, since another user may not be able to read the classes in this checkout.
   */
  @Test
  void a_folder_that_cannot_be_written_to_is_told_and_can_be_read_and_it_goes_on_when_it_can()
      throws Exception {
    Path file = folder.resolve("us-president-2020.db");
    try (Ledger ledger = Records.open(file)) {
      append(ledger, "note 0");
    }
    boolean root = Files.getOwner(folder).getName().equals("root");
    String[] bound =
        root ? new String[] {"setpriv", "--bounding-set=-dac_override"} : new String[0];
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      try (Child child = Child.appending(file, 1, bound)) {
        assertThat(child.next().orElseThrow())
            .startsWith("READ_ONLY")
            .contains("cannot be written to");
      }
      assertThat(SqliteFile.ofRecord(file).record().size()).isEqualTo(1);
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    try (Ledger ledger = Records.open(file)) {
      assertThat(append(ledger, "note 1").first()).isEqualTo(1);
    }
  }

  /**
   * What a loss of power leaves of the last write: any beginning of it, or all of it with some of
   * it wrong.
   */
  @Test
  void a_torn_write_loses_nothing_that_was_answered() throws Exception {
    Path file = folder.resolve("us-president-2020.db");
    Path log = folder.resolve("us-president-2020.db-wal");
    Random random = new Random(20201214);
    byte[] database;
    byte[] before;
    byte[] after;
    List<String> answered;
    try (Ledger ledger = Records.open(file)) {
      for (int i = 0; i < 20; i++) append(ledger, "note " + i);
      answered = lines(ledger);
      before = Files.readAllBytes(log);
      Records.appendMany(ledger, 20, 220);
      after = Files.readAllBytes(log);
      database = Files.readAllBytes(file);
    }
    assertThat(after.length).isGreaterThan(before.length + 10_000);
    for (int i = 0; i < 40; i++) {
      byte[] torn =
          Arrays.copyOf(after, before.length + random.nextInt(after.length - before.length));
      if (i % 2 == 1)
        torn[before.length + random.nextInt(Math.max(1, torn.length - before.length))] ^= 4;
      Path crashed = Files.createDirectory(folder.resolve("crash" + i)).resolve(file.getFileName());
      Files.write(crashed, database);
      Files.write(crashed.resolveSibling(log.getFileName()), torn);
      try (Ledger ledger = Records.open(crashed)) {
        assertThat(lines(ledger)).isEqualTo(answered);
        assertThat(append(ledger, "note 20").first()).isEqualTo(20);
      }
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_told() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "");
    refusal(Reason.READ_ONLY, () -> Records.open(blocked.resolve("us-president-2020.db")))
        .contains("cannot be made");
  }

  @Test
  void two_programs_append_to_one_record_and_nothing_is_lost_nor_twice() {
    Path file = folder.resolve("us-president-2020.db");
    try (Ledger ledger = Records.open(file);
        Child child = Child.appending(file, 0)) {
      List<String> heard = new ArrayList<>();
      ledger.follow(recorded -> heard.add(new String(recorded.line(), UTF_8)));
      for (int i = 0; i < 100; i++) {
        assertThat(child.next().orElseThrow()).startsWith("recorded ");
        append(ledger, "ours " + i);
      }
      child.kill();
      while (child.next().isPresent()) {
        // what it was answered before
      }
      append(ledger, "last");
      assertThat(heard).isEqualTo(lines(ledger));
      assertThat(heard).filteredOn(line -> line.contains("\"ours ")).hasSize(100);
    }
    assertThat(new DataFolder(folder).verify("us-president-2020", Trust.NONE).flaws()).isEmpty();
  }

  /** The lock is another program's for as long as it writes; nobody waits for it without an end. */
  @Test
  void whoever_keeps_the_lock_is_told_of_after_ten_seconds() throws Exception {
    Path file = folder.resolve("us-president-2020.db");
    try (Ledger ledger = Records.open(file);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      append(ledger, "a");
      statement.execute("begin immediate");
      refusal(Reason.BUSY, () -> append(ledger, "b")).contains("for ten seconds");
      statement.execute("rollback");
      assertThat(append(ledger, "b").first()).isEqualTo(1);
    }
  }
}
