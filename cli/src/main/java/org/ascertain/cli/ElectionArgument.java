package org.ascertain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.standing.History;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The argument ELECTION of most commands: the record as an election, with its law. */
final class ElectionArgument extends RecordArgument {

  /** An election opened for reading. */
  record Opened(Header header, Law law, List<Entry> entries) {

    /** Its history as known by a moment; everything in the record without one. */
    History history(Optional<When> known) {
      return History.of(entries, law, known.map(When::effective).orElse(History.ALL));
    }
  }

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
      throw wrong("'%s' cannot be read: %s.".formatted(written(), unreadable.getMessage()));
    }
  }

  private String broken(Soundness soundness) {
    String election = written();
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
