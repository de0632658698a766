package org.ascertain.cli;

import java.util.Optional;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import picocli.CommandLine.ParameterException;

/** The argument ELECTION of most commands: the record as an election, with its law. */
final class ElectionArgument extends RecordArgument {

  /**
   * The history of everything in the election's record.
   *
   * @throws ParameterException if there is none of that name, or its record cannot be read
   */
  History open() {
    Soundness read = read();
    requireReadable(read);
    return read.history().orElseThrow();
  }

  /** The same as known by a moment; everything in the record without one. */
  History open(Optional<When> known) {
    return open().asKnown(known.map(When::effective).orElse(History.ALL));
  }

  /** The law of the election: of a year no record is needed, of a record its first entry says. */
  Law law() {
    if (isRecord()) return open().law();
    int year = Integer.parseInt(id().substring(id().lastIndexOf('-') + 1));
    return Law.of(year).orElseThrow(() -> wrong(noLaw(year)));
  }

  private static String noLaw(int year) {
    if (year < 1788)
      return "No law is known for an election of %d; the first was in 1788.".formatted(year);
    if (year % 4 == 0)
      return "No law is known for an election of %d: it is further off than the law as it stands is followed here, to %d."
          .formatted(year, Law.LAST);
    return "No law is known for an election of %d; elections are held every four years, as in %d and %d."
        .formatted(year, year - year % 4, year - year % 4 + 4);
  }
}
