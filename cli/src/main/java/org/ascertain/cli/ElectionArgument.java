package org.ascertain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.standing.History;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The argument ELECTION of most commands: a year, an id, or the path of a record file. */
final class ElectionArgument {

  /** An election opened for reading. */
  record Opened(Header header, Law law, List<Entry> entries) {

    /** Its history as known by a moment; everything in the record without one. */
    History history(Optional<When> known) {
      return History.of(entries, law, known.map(When::effective).orElse(History.ALL));
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "ELECTION",
      description =
          "A year (2020; the first is 1788), an id (us-president-2020), or a record file (*.jsonl).")
  private String election;

  /**
   * Opens the election.
   *
   * @throws ParameterException if there is none of that name, or its record has problems
   */
  Opened open() {
    Reading reading = read();
    Soundness soundness = Soundness.of(reading);
    if (soundness.count() > 0) throw wrong(broken(soundness));
    Header header = History.header(reading.entries()).orElseThrow();
    Law law = Law.of(header.law().orElse(header.year())).orElseThrow();
    return new Opened(header, law, reading.entries());
  }

  /** Reads the record, problems and all. */
  Reading read() {
    try (InputStream in = bytes()) {
      return RecordReader.read(in);
    } catch (IOException unreadable) {
      throw wrong("'%s' cannot be read: %s.".formatted(election, unreadable.getMessage()));
    }
  }

  /** The bytes of the record, as they are. */
  InputStream bytes() throws IOException {
    if (election.endsWith(".jsonl")) {
      Path file = Path.of(election);
      if (!Files.isRegularFile(file)) throw wrong("There is no file '%s'.".formatted(election));
      return Files.newInputStream(file);
    }
    return Archive.find(election)
        .flatMap(Archive::open)
        .orElseThrow(
            () ->
                wrong(
                    "There is no election '%s' in the archive; name a year from %s to %s, an id, or a *.jsonl file."
                        .formatted(
                            election,
                            year(Archive.ids().getFirst()),
                            year(Archive.ids().getLast()))));
  }

  /** What the user wrote. */
  String written() {
    return election;
  }

  private static String year(String id) {
    return id.substring(id.lastIndexOf('-') + 1);
  }

  private String broken(Soundness soundness) {
    Problem first = soundness.problems().getFirst();
    long others = soundness.count() - 1;
    return "'%s' is not a sound record. Line %d: %s %s%s"
        .formatted(
            election,
            first.line(),
            first.check().code(),
            first.sentence(),
            others == 0
                ? ""
                : " (%d more; 'ascertain check %s' lists them)".formatted(others, election));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /** Reads a moment or a day, which means its end. */
  static final class MomentConverter implements CommandLine.ITypeConverter<When> {
    @Override
    public When convert(String text) {
      try {
        When when = When.parse(text);
        if (!(when instanceof When.Between)) return when;
      } catch (RuntimeException notATime) {
        // said below, for bounds too
      }
      throw new CommandLine.TypeConversionException(
          "'%s' is not a moment; write a day (2020-11-09, meaning its end in Washington) or a time with offset (2020-11-09T18:00:00-05:00)"
              .formatted(text));
    }
  }
}
