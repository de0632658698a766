package org.ascertain.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.RecordImport;
import org.ascertain.election.Fact.Header;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.StoredRecord;

/**
 * A desk in a folder of its own that is thrown away, whose record goes into a file: what passes the
 * checks is there, and nobody decides about the rest.
 */
final class RecordFileDesk implements AutoCloseable {

  private final Path own;
  private final DataFolder folder;
  private final Path file;
  private final ElectionDesk desk;

  private RecordFileDesk(
      Path own, DataFolder folder, String election, Path file, Consumer<String> notices) {
    this.own = own;
    this.folder = folder;
    this.file = file;
    this.desk = ElectionDesk.open(folder, election, InstantSource.system(), notices);
  }

  /** One whose record begins with the election's first entry. */
  static RecordFileDesk begin(Header header, Path file, String account, Consumer<String> notices)
      throws IOException {
    Path own = Files.createTempDirectory("ascertain-record-");
    DataFolder folder = new DataFolder(own);
    String election = header.election();
    try (Ledger ledger = folder.store().open(election, InstantSource.system(), notices)) {
      ledger.append(List.of(new Draft.Fresh(account, header)), account).join();
    }
    return new RecordFileDesk(own, folder, election, file, notices);
  }

  /** One that goes on with what is in the file, which is a sound record. */
  static RecordFileDesk goOn(String election, Path file, String account, Consumer<String> notices)
      throws IOException {
    Path own = Files.createTempDirectory("ascertain-record-");
    DataFolder folder = new DataFolder(own);
    RecordImport taking = new RecordImport(folder.store(), election, file);
    try (Ledger ledger = folder.store().open(election, InstantSource.system(), notices)) {
      taking.takeIn(ledger, account);
    }
    return new RecordFileDesk(own, folder, election, file, notices);
  }

  ElectionDesk desk() {
    return desk;
  }

  /** Writes the record as it is now into the file, which is whole at every moment. */
  void write() throws IOException {
    StoredRecord record = folder.election(desk.election());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      record.read(
          0,
          record.size(),
          (line, index) -> {
            try {
              out.write(line);
              out.write('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    desk.close();
    try (Stream<Path> all = Files.walk(own)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    }
  }
}
