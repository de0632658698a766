package org.ascertain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ascertain.archive.Archive;
import org.ascertain.ledger.DataFolder;
import org.ascertain.record.LineStream;
import org.ascertain.record.Lines;
import org.ascertain.record.StreamedLines;
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
  record Bytes(String election, Lines lines, long size) {}

  private static final Pattern YEAR = Pattern.compile("1[789][0-9]{2}|2[0-9]{3}");
  private static final Pattern ID = Pattern.compile("us-president-(1[789][0-9]{2}|2[0-9]{3})");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "ELECTION",
      description =
          "A year (2020; the first is 1788), an id (us-president-2020), or a record file (*.jsonl).")
  private String election;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The record in this data folder, not the archive's.")
  private @Nullable Path data;

  Optional<DataFolder> folder() {
    return Optional.ofNullable(data).map(DataFolder::new);
  }

  /** The election's id, whether there is a record of it or not. */
  String id() {
    if (YEAR.matcher(election).matches()) return "us-president-" + election;
    if (ID.matcher(election).matches()) return election;
    if (isFile()) {
      String name = Path.of(election).getFileName().toString().replaceFirst("\\.jsonl$", "");
      if (ID.matcher(name).matches()) return name;
      throw wrong(
          "The file '%s' is not named after its election, as us-president-2020.jsonl is."
              .formatted(election));
    }
    throw wrong(
        "'%s' names no election; write a year, or an id such as us-president-2020."
            .formatted(election));
  }

  private boolean isFile() {
    return election.endsWith(".jsonl");
  }

  /** The record, where it lies. */
  Bytes asLines() {
    if (data != null) {
      DataFolder folder = new DataFolder(data);
      if (!folder.has(id())) throw wrong("There is no record of %s in %s.".formatted(id(), data));
      return new Bytes(id(), folder.shelf(id()), folder.shelf(id()).size());
    }
    StreamedLines lines = new StreamedLines(opener());
    return new Bytes(id(), lines, lines.size());
  }

  private StreamedLines.Opener opener() {
    if (isFile()) {
      Path file = Path.of(election);
      if (!Files.isRegularFile(file)) throw wrong("There is no file '%s'.".formatted(election));
      return () -> Files.newInputStream(file);
    }
    String id = Archive.find(election).orElseThrow(() -> wrong(notInTheArchive()));
    return () -> Archive.open(id).orElseThrow();
  }

  private String notInTheArchive() {
    return "There is no election '%s' in the archive; name a year from %s to %s, an id, a *.jsonl file, or a data folder with --data."
        .formatted(election, year(Archive.ids().getFirst()), year(Archive.ids().getLast()));
  }

  private static String year(String id) {
    return id.substring(id.lastIndexOf('-') + 1);
  }

  /** The record's bytes from its beginning, as they are. */
  InputStream bytes() throws IOException {
    if (data == null) return opener().open();
    Bytes bytes = asLines();
    return new LineStream(bytes.lines(), bytes.size());
  }

  /** How the user named the record, and can again. */
  String written() {
    return data == null ? election : election + " --data " + data;
  }

  ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
