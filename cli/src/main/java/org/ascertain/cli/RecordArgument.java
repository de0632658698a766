package org.ascertain.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ascertain.answers.DataConverter;
import org.ascertain.answers.Names;
import org.ascertain.answers.ProblemText;
import org.ascertain.answers.ShellWord;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.desk.Scenario;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.postgres.DataPlace;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Hash;
import org.ascertain.record.LineStream;
import org.ascertain.record.Lines;
import org.ascertain.record.Pin;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.RecordReader;
import org.ascertain.record.StreamedLines;
import org.ascertain.record.Trust;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The argument ELECTION, as the record's bytes: a year, an id, or the path of a record file; and
 * the data folder that may have it.
 */
class RecordArgument {

  /**
   * A record as lines.
   *
   * @param election the id of its election
   */
  record Bytes(String election, Lines lines, long size) {
    void writeTo(OutputStream out) throws IOException {
      lines.writeTo(out, size);
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "ELECTION",
      description =
          "A year (2020; the first is 1788), an id (us-president-2020), a record file (*.jsonl), or"
              + " the folder of a scenario.")
  private String election;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = DataConverter.class,
      description =
          "The record in this data folder, or database (postgresql://USER@HOST/NAME), not the"
              + " archive's.")
  private @Nullable Path data;

  private @Nullable Soundness read;

  Optional<DataFolder> folder() {
    return Optional.ofNullable(data).map(DataPlace::open);
  }

  /** The election's id, whether there is a record of it or not. */
  String id() {
    Optional<ElectionId> id = ElectionId.of(election);
    if (id.isPresent()) return id.get().toString();
    if (isFile()) return electionOf(file());
    throw wrong(
        Files.exists(Path.of(election))
            ? notInTheArchive()
            : "'%s' names no election; write a year, or an id such as us-president-2020."
                .formatted(election));
  }

  /** What the user wrote, without the data folder. */
  String named() {
    return election;
  }

  private boolean isFile() {
    return election.endsWith(".jsonl");
  }

  /** Whether a record was named, and not only an election. */
  boolean isRecord() {
    return data != null || isFile();
  }

  /** What its first entry says; a record's file may have any name. */
  private String electionOf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return firstEntry(in)
          .orElseThrow(
              () ->
                  wrong(
                      "'%s' does not say of which election it is: its first line is not the election's entry. To try lines that go on with a record: 'ascertain import ELECTION %s --data DIR --dry-run'."
                          .formatted(election, election)));
    } catch (IOException unreadable) {
      throw wrong(cannotBeRead(unreadable));
    }
  }

  private static Optional<String> firstEntry(InputStream record) throws IOException {
    byte[] start = record.readNBytes(RecordReader.LONGEST_LINE + 1);
    int end = 0;
    while (end < start.length && start[end] != '\n') end++;
    InputStream line = new ByteArrayInputStream(start, 0, Math.min(end + 1, start.length));
    return History.header(RecordReader.read(line).entries()).map(Header::election);
  }

  /** How many of its first entries are read. */
  long most() {
    return Long.MAX_VALUE;
  }

  /** The record, where it lies; a file only if it is sound. */
  Bytes asLines() {
    if (data != null || !isFile()) return lines();
    // The archive's records are pinned; nobody has vouched for a file.
    Soundness form = form();
    requireReadable(form);
    return new Bytes(id(), new StreamedLines(opener()), form.entries());
  }

  private Bytes lines() {
    if (data == null) {
      StreamedLines lines = new StreamedLines(opener());
      return first(lines, lines.size());
    }
    DataFolder folder = DataPlace.open(data);
    if (!folder.has(id()))
      throw wrong("There is no record of %s in %s.".formatted(id(), folder.place()));
    return first(folder.election(id()), folder.election(id()).size());
  }

  private Bytes first(Lines lines, long size) {
    if (most() != Long.MAX_VALUE && most() > size)
      throw wrong(
          "The record has %s, not %,d.".formatted(Names.several(size, "entry", "entries"), most()));
    return new Bytes(id(), lines, Math.min(size, most()));
  }

  /** Reads the record to its end, problems and all; once. */
  Soundness read() {
    return read == null ? keep(read(Soundness::of)) : read;
  }

  /** The same where {@link #checkpoint} will be asked for: a file is not read again for that. */
  Soundness readForCheckpoint() {
    return read == null && data == null && isFile() ? keep(read(Soundness::withRoot)) : read();
  }

  private Soundness keep(Soundness known) {
    read = known;
    return known;
  }

  /** Of a record of whatever length, what is wrong with its form. */
  private Soundness form() {
    Soundness known = read;
    return known == null ? read(Soundness::ofForm) : known;
  }

  private Soundness read(Function<InputStream, Soundness> how) {
    try (InputStream in = bytes()) {
      return how.apply(in);
    } catch (IOException unreadable) {
      throw wrong(cannotBeRead(unreadable));
    }
  }

  /**
   * Asks for a record that can be read. A fact against sense or law is no hindrance: it counts
   * nowhere and is listed in the answer.
   *
   * @throws ParameterException if it has a fault of form
   */
  void requireReadable(Soundness read) {
    List<Problem> faults = read.ofForm();
    if (!faults.isEmpty()) throw wrong(broken(faults, read.further()));
  }

  private String broken(List<Problem> faults, long further) {
    Problem first = faults.getFirst();
    long others = faults.size() - 1 + further;
    return "'%s' cannot be read as a record. Line %d: %s%s"
        .formatted(
            written(),
            first.line(),
            ProblemText.of(first),
            others == 0
                ? ""
                : " (%d more; 'ascertain check %s' lists them)".formatted(others, written()));
  }

  private String cannotBeRead(IOException why) {
    return "'%s' cannot be read: %s.".formatted(written(), why.getMessage());
  }

  private StreamedLines.Opener opener() {
    if (isFile()) {
      Path file = file();
      return () -> Files.newInputStream(file);
    }
    String id = Archive.find(election).orElseThrow(() -> wrong(notInTheArchive()));
    return () -> Archive.open(id).orElseThrow();
  }

  private Path file() {
    Path file = Path.of(election);
    if (Files.isDirectory(file))
      throw wrong("'%s' is a folder, not a record file.".formatted(election));
    if (!Files.exists(file)) throw wrong("There is no file '%s'.".formatted(election));
    if (!Files.isReadable(file))
      throw wrong("'%s' cannot be read: you have no right to.".formatted(election));
    return file;
  }

  private String notInTheArchive() {
    Path path = Path.of(election);
    if (Scenario.isIn(path))
      return "'%s' is a scenario, which has no record of its own; ask it with standing, when, explain, replay or show."
          .formatted(election);
    if (Files.isDirectory(path))
      return "'%s' is a folder; name a record file in it (*.jsonl), or, if it is a data folder, an election with --data %s."
          .formatted(election, election);
    if (Files.exists(path))
      return "'%s' is not named as a record file is; give it a name that ends in .jsonl."
          .formatted(election);
    return "There is no election '%s' in the archive; name a year from %s to %s, an id, a *.jsonl file, or a data folder with --data."
        .formatted(election, year(Archive.ids().getFirst()), year(Archive.ids().getLast()));
  }

  private static String year(String id) {
    return Integer.toString(ElectionId.of(id).orElseThrow().year());
  }

  /** The record's bytes from its beginning, as they are. */
  InputStream bytes() throws IOException {
    if (data == null && most() == Long.MAX_VALUE) return opener().open();
    Bytes bytes = lines();
    return new LineStream(bytes.lines(), bytes.size());
  }

  /** What the record's log says of it: its name, its entries and their root. */
  Checkpoint checkpoint() {
    Optional<Pin> pin =
        isRecord()
            ? Optional.empty()
            : Pinned.pins().stream().filter(each -> each.election().equals(id())).findFirst();
    String origin =
        folder()
            .flatMap(DataFolder::key)
            .map(key -> DataFolder.origin(key, id()))
            .orElse(LogCommand.UNSIGNED + "/" + id());
    if (pin.filter(of -> of.size() <= most()).isPresent())
      return new Checkpoint(origin, pin.get().size(), pin.get().root());
    if (folder().isPresent() && folder().get().has(id())) {
      StoredRecord stored = folder().get().election(id());
      long size = Math.min(stored.size(), most());
      return new Checkpoint(origin, size, stored.root(size));
    }
    Bytes bytes = asLines();
    return new Checkpoint(
        origin,
        bytes.size(),
        Optional.ofNullable(read).flatMap(Soundness::root).orElseGet(() -> root(origin, bytes)));
  }

  private static Hash root(String origin, Bytes bytes) {
    return RecordCheck.verify(origin, bytes.size(), bytes.lines(), List.of(), Trust.NONE).root();
  }

  /** How the user named the record, and can again. */
  String written() {
    return folder()
        .map(records -> election + " --data " + ShellWord.of(records.named()))
        .orElse(election);
  }

  ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
