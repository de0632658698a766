package org.ascertain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.RecordImport;
import org.ascertain.election.Fact.Header;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.standing.History;

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

  /**
   * One whose record goes on with what is in a file, or begins where there is none.
   *
   * @param header the election's first entry, where one is needed
   * @param wrong what is thrown with a sentence where the file cannot be gone on with
   */
  static RecordFileDesk open(
      String election,
      Supplier<Header> header,
      Path file,
      String account,
      Consumer<String> notices,
      Function<String, ? extends RuntimeException> wrong)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder))
      throw wrong.apply("There is no folder '%s'.".formatted(folder));
    if (Files.isDirectory(file)) throw wrong.apply("'%s' is a folder.".formatted(file));
    if (!Files.exists(file)) return begin(header.get(), file, account, notices);
    Soundness read;
    try (InputStream in = Files.newInputStream(file)) {
      read = Soundness.of(in);
    }
    if (!read.ofForm().isEmpty()
        || !read.history().map(History::header).map(Header::election).equals(Optional.of(election)))
      throw wrong.apply("'%s' is no sound record of %s.".formatted(file, election));
    return goOn(election, file, account, notices);
  }

  /** One whose record begins with the election's first entry. */
  private static RecordFileDesk begin(
      Header header, Path file, String account, Consumer<String> notices) throws IOException {
    String election = header.election();
    return of(
        election,
        file,
        notices,
        folder -> {
          try (Ledger ledger = folder.store().open(election, InstantSource.system(), notices)) {
            ledger.append(List.of(new Draft.Fresh(account, header)), account).join();
          }
        });
  }

  /** One that goes on with what is in the file, which is a sound record. */
  private static RecordFileDesk goOn(
      String election, Path file, String account, Consumer<String> notices) throws IOException {
    return of(
        election,
        file,
        notices,
        folder -> {
          RecordImport taking = new RecordImport(folder.store(), election, file);
          try (Ledger ledger = folder.store().open(election, InstantSource.system(), notices)) {
            taking.takeIn(ledger, account);
          }
        });
  }

  @FunctionalInterface
  private interface Beginning {
    void in(DataFolder folder) throws IOException;
  }

  private static RecordFileDesk of(
      String election, Path file, Consumer<String> notices, Beginning beginning)
      throws IOException {
    Path own = Files.createTempDirectory("ascertain-record-");
    try {
      DataFolder folder = new DataFolder(own);
      beginning.in(folder);
      return new RecordFileDesk(own, folder, election, file, notices);
    } catch (IOException | RuntimeException broken) {
      delete(own);
      throw broken;
    }
  }

  ElectionDesk desk() {
    return desk;
  }

  /** Writes the record as it is now into the file, which is whole at every moment. */
  void write() throws IOException {
    StoredRecord record = folder.election(desk.election());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      record.writeTo(out, record.size());
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    desk.close();
    delete(own);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    }
  }
}
