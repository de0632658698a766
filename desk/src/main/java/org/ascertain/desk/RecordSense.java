package org.ascertain.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.archive.Archive;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.law.Law;
import org.ascertain.standing.History;

/**
 * The sense of a record's facts, as its entries come by in their order: whether each can be, in its
 * election and under its law.
 */
final class RecordSense {

  private final List<Entry> entries = new ArrayList<>();

  void take(Entry entry) {
    entries.add(entry);
  }

  Optional<Header> header() {
    return History.header(entries);
  }

  /** What is wrong with the facts so far, in the order of their indexes. */
  List<Problem> problems() {
    return header().map(this::problems).orElse(List.of());
  }

  private List<Problem> problems(Header header) {
    int year = header.law().orElse(header.year());
    Optional<Law> law = Law.of(year);
    if (law.isEmpty()) {
      String path = header.law().isPresent() ? "law" : "year";
      return List.of(new Problem(Check.UNKNOWN_YEAR, 0, path, Integer.toString(year)));
    }
    History history = History.of(entries, law.get(), Archive.knownUnits(), History.ALL);
    return history.problems(history.end());
  }
}
