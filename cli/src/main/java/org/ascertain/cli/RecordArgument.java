package org.ascertain.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ascertain.archive.Archive;
import org.ascertain.ledger.DataFolder;
import org.ascertain.record.Lines;
import org.ascertain.record.StreamedLines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The argument ELECTION of the commands that look at a record's bytes, and the data folder that may
 * have it.
 */
final class RecordArgument {

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

  /** The record itself. */
  Bytes open() {
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
    String id = id();
    if (!Archive.ids().contains(id))
      throw wrong(
          "There is no election '%s' in the archive; name another, or a data folder with --data."
              .formatted(election));
    return () -> Archive.open(id).orElseThrow();
  }

  ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
