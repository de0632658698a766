package org.ascertain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/** Where processes that use SQLite leave its native library. */
class NativeLibraryTest {

  @TempDir private Path folder;

  @Test
  void processes_that_are_killed_share_one_library_and_leave_none_in_the_temporary_folder()
      throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path own = folder.resolve("native");
    for (int i = 0; i < 2; i++) {
      try (Child child = appending(temporary, own)) {
        assertThat(child.next().orElseThrow()).startsWith("recorded ");
      }
    }
    assertThat(files(temporary)).isEmpty();
    assertThat(files(own)).containsExactly(LibraryLoaderUtil.getNativeLibName());
  }

  @Test
  void a_library_that_is_not_the_drivers_is_replaced_before_it_is_loaded() throws IOException {
    Path own = Files.createDirectory(folder.resolve("native"));
    Path library =
        Files.writeString(own.resolve(LibraryLoaderUtil.getNativeLibName()), "no library");
    try (Child child = appending(folder, own)) {
      assertThat(child.next()).contains("recorded 0");
    }
    assertThat(Files.size(library)).isGreaterThan(100_000);
  }

  @Test
  void without_a_folder_that_can_be_written_to_it_goes_on_as_the_driver_does() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "");
    try (Child child = appending(folder, blocked)) {
      assertThat(child.next()).contains("recorded 0");
    }
  }

  private Child appending(Path temporary, Path own) {
    Path record = folder.resolve("us-president-2020.db");
    long from = Files.exists(record) ? SqliteFile.ofRecord(record).record().size() : 0;
    return Child.appendingWith(
        List.of("-Djava.io.tmpdir=" + temporary, "-D" + NativeLibrary.FOLDER + "=" + own),
        record,
        from);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
